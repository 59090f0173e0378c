/** Where a change can be proposed, as addresses of the host of the repository. */

// Longer addresses are refused, by browsers or by hosts.
const LONGEST = 7000;

/** The page on which a published file is edited. */
export const editPage = (repository, file) => `${repository}/edit/main/${path(file)}`;

/**
 * The page on which a new file is written, with its text in it where that fits.
 *
 * @returns the address, and whether the text is in it
 */
export function newPage(repository, file, text) {
  const bare = `${repository}/new/main?filename=${encodeURIComponent(file)}`;
  const whole = `${bare}&value=${encodeURIComponent(text)}`;
  return whole.length <= LONGEST ? { address: whole, filled: true } : { address: bare, filled: false };
}

const path = (file) => file.split("/").map(encodeURIComponent).join("/");
