/**
 * Packages of Python as one file: how many bytes its list has, that list of names and sizes as JSON, and what is in
 * them, one after the other. A zip archive would be unpacked by Python itself, which takes eight times as long.
 */

/**
 * @param files name and content of each, as [string, Uint8Array]
 * @returns the file
 */
export function packed(files) {
  const list = new TextEncoder().encode(JSON.stringify(files.map(([name, content]) => [name, content.length])));
  const all = new Uint8Array(4 + list.length + files.reduce((sum, [, content]) => sum + content.length, 0));
  new DataView(all.buffer).setUint32(0, list.length, true);
  all.set(list, 4);
  let at = 4 + list.length;
  for (const [, content] of files) {
    all.set(content, at);
    at += content.length;
  }
  return all;
}

/**
 * Puts the packages where Python looks for them.
 *
 * @param python what `loadPyodide` gave
 * @param file what `packed` made
 */
export function unpack(python, file) {
  const folder = python.runPython("import site; site.getsitepackages()[0]");
  const size = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  let at = 4 + size;
  for (const [name, length] of JSON.parse(new TextDecoder().decode(file.subarray(4, at)))) {
    python.FS.mkdirTree(`${folder}/${name}`.replace(/\/[^/]*$/, ""));
    python.FS.writeFile(`${folder}/${name}`, file.subarray(at, (at += length)));
  }
  python.runPython("import importlib; importlib.invalidate_caches()");
}
