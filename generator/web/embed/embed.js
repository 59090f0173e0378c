/**
 * For any page: replaces each link with `data-signpost` by a frame with its guide, as high as its content. Without this
 * script the link leads to the guide. Answers stay in the frame: only its height is sent out.
 */
{
  const top = new URL("../../", document.currentScript.src);
  for (const link of document.querySelectorAll("a[data-signpost]")) {
    const guide = new URL(link.href);
    if (!guide.href.startsWith(top.href)) continue;
    const frame = document.createElement("iframe");
    frame.title = link.textContent.trim();
    frame.referrerPolicy = "no-referrer";
    Object.assign(frame.style, { display: "block", width: "100%", height: "30rem", border: "0" });
    frame.src = `${guide.origin}${guide.pathname.replace(/(\/|\.html)$/, "")}/embed/${guide.hash}`;
    addEventListener("message", ({ source, origin, data }) => {
      const height = data?.signpost;
      if (source === frame.contentWindow && origin === top.origin && height > 0) frame.style.height = `${height}px`;
    });
    link.replaceWith(frame);
  }
}
