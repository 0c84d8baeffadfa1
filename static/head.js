/* Before first paint: the reader's saved or linked display choices. */
(root => {
  const chosen = root.dataset;
  chosen.js = "";
  /* The faces in fonts.css, ready before the first line is set: no line is set twice. */
  for (const face of document.fonts) face.load().catch(() => {});
  try {
    const saved = JSON.parse(localStorage.getItem("lisanayn") || "{}");
    const asked = new URLSearchParams(location.search);
    const wish = key => asked.get(key) || saved[key];
    const known = { size: /^[0-4]$/, theme: /^(auto|light|sepia|dark)$/, marks: /^(on|off)$/ };
    for (const key in known) if (known[key].test(wish(key))) chosen[key] = wish(key);
    if (chosen.right && chosen.left) {
      /* languages are kept and linked by name; a page says where they stand */
      const columns = { [chosen.right]: "right", [chosen.left]: "left" };
      const mode = wish("mode");
      if (/^(side|stack|reveal)$/.test(mode)) chosen.mode = mode;
      else if (columns[mode]) chosen.mode = columns[mode];
      const first = wish("first");
      if (columns[first]) chosen.first = first === root.lang ? "own" : "other";
    }
    /* as the text arrives, so that nothing moves later */
    const turned = chosen.mode && chosen.mode === chosen.turn ? ".text :is(.para, li, .quote):not([dir])" : "";
    const behind = chosen[chosen.mode] && chosen[chosen.mode] !== root.lang ? `.num + p:has(+ .${chosen.mode})` : "";
    const id = decodeURIComponent(location.hash.slice(1));
    if (!turned && !id) return;
    const arriving = new MutationObserver(() => {
      if (turned) for (const block of root.querySelectorAll(turned)) block.dir = root.dir === "rtl" ? "ltr" : "rtl";
      const pair = document.getElementById(id)?.closest(".pair");
      pair?.classList.add("open");
      /* what is added follows what is read */
      if (behind) pair?.append(...pair.querySelectorAll(behind));
    });
    arriving.observe(root, { childList: true, subtree: true });
    addEventListener("DOMContentLoaded", () => arriving.disconnect());
  } catch { /* no storage: the page as it comes */ }
})(document.documentElement);
