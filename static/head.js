/* Before first paint: the reader's saved or linked display choices. Loaded in the head, and small for that reason. */
(root => {
  root.dataset.js = "";
  try {
    const saved = JSON.parse(localStorage.getItem("lisanayn") || "{}");
    const asked = new URLSearchParams(location.search);
    const known = { size: /^[0-4]$/, theme: /^(auto|light|sepia|dark)$/, marks: /^(on|off)$/ };
    for (const key in known) {
      const value = asked.get(key) || saved[key];
      if (known[key].test(value)) root.dataset[key] = value;
    }
    /* a layout is "side", "stack" or a language; the page says in which column the language stands */
    const mode = asked.get("mode") || saved.mode;
    if (root.dataset.right && root.dataset.left) {
      if (mode === "side" || mode === "stack") root.dataset.mode = mode;
      else if (mode === root.dataset.right) root.dataset.mode = "right";
      else if (mode === root.dataset.left) root.dataset.mode = "left";
    }
  } catch { /* no storage, or nothing readable in it: the page as it comes */ }
})(document.documentElement);
