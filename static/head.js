/* Before first paint: choices kept or linked. */
(root => {
  const chosen = root.dataset;
  chosen.js = "";
  /* ready before the first line is set: no line is set twice */
  for (const face of document.fonts) face.load().catch(() => {});
  try {
    const saved = JSON.parse(localStorage.getItem("lisanayn") || "{}");
    const address = new URLSearchParams(location.search);
    const wish = key => address.get(key) || saved[key];
    const known = { size: /^[0-4]$/, theme: /^(auto|light|sepia|dark)$/, marks: /^(on|off)$/ };
    for (const key in known) if (known[key].test(wish(key))) chosen[key] = wish(key);
    if (chosen.right && chosen.left) {
      /* kept and linked by language; a page says where it stands */
      const columns = { __proto__: null, [chosen.right]: "right", [chosen.left]: "left" };
      const asked = wish("mode");
      if (/^(side|stack|reveal)$/.test(asked)) chosen.mode = asked;
      else if (columns[asked]) chosen.mode = columns[asked];
      const first = wish("first");
      if (columns[first]) chosen.first = first === root.lang ? "own" : "other";
    }
    /* as the text arrives: nothing moves later */
    const { mode } = chosen;
    const turned = mode && mode === chosen.turn;
    const id = (chosen.to = location.hash.slice(1));
    const arriving = new MutationObserver(() => {
      if (turned) for (const block of root.querySelectorAll(".text :is(.para, li, .quote):not([dir])")) block.dir = root.dir === "rtl" ? "ltr" : "rtl";
      const pair = document.getElementById(id)?.closest(".pair");
      pair?.classList.add("open");
      /* what is added follows what is read */
      if (chosen[mode] && chosen[mode] !== root.lang) pair?.append(...pair.querySelectorAll(`.num + p:has(+ .${mode})`));
    });
    if (turned || id) arriving.observe(root, { childList: true, subtree: true });
    addEventListener("DOMContentLoaded", () => arriving.disconnect());
  } catch {} /* no storage: the page as it comes */
})(document.documentElement);
