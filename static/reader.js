/* Comforts: the page reads without them. */
(() => {
  const root = document.documentElement;
  const own = document.currentScript;
  const chosen = root.dataset;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* kept, and in the address if it names them */
  let saved = {};
  try { saved = JSON.parse(localStorage.getItem("lisanayn")) || {}; } catch {}
  const save = (key, value) => {
    saved[key] = value;
    try { localStorage.setItem("lisanayn", JSON.stringify(saved)); } catch {}
    const url = new URL(location);
    if (!url.searchParams.has(key)) return;
    url.searchParams.set(key, value);
    history.replaceState(null, "", url);
  };

  let toastTimer;
  const toast = message => {
    $(".toast").textContent = message;
    clearTimeout(toastTimer);
    if (message) toastTimer = setTimeout(toast, 2200, "");
  };

  const pairs = $$(".pair[id]");
  const numbers = pairs.map(pair => $(".num", pair));
  let now = -1;
  const topOf = pair => pair.getBoundingClientRect().top;
  const firstVisible = () => {
    let low = 0, high = pairs.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle].getBoundingClientRect().bottom > 90) high = middle;
      else low = middle + 1;
    }
    return high;
  };
  /* what is read stays in its place */
  const hold = change => {
    const at = pairs[now] ? topOf(pairs[now]) : 0;
    const pair = pairs[at > 0 && at < innerHeight ? now : firstVisible()];
    const before = scrollY > 200 && pair && topOf(pair);
    change();
    if (before) scrollBy({ top: topOf(pair) - before, behavior: "instant" });
  };

  /* what newspapers print stays: tests/corpus/press.tsv */
  const NOT_PRINTED = /[\u0610-\u061a\u064c-\u0650\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+/g;
  const ARTICLE_SHADDA = /(?<![\u0621-\u0652])((?:[وف]?[بك]?ال|[وف]?لل)[تثدذرزسشصضطظلن]?)\u0651/g;
  const pressStyle = text => text.replace(NOT_PRINTED, "").replace(ARTICLE_SHADDA, "$1");
  const marksBox = $("#marks");
  const full = new Map();
  const showMarks = on => {
    if (!on && !full.size) for (const side of $$(`.reader .${marksBox.dataset.marks}`)) {
      const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) if (pressStyle(node.data) !== node.data) full.set(node, node.data);
    }
    for (const [node, text] of full) node.data = on ? text : pressStyle(text);
  };

  /* "right" or "own" on this page is kept as "ar" */
  const OTHER = chosen.right && (chosen.right === root.lang ? "left" : "right");
  const lasting = (key, value) =>
    ({ mode: chosen[value], first: { own: root.lang, other: chosen[OTHER] }[value] })[key] || value;
  const turnParagraphs = mode => {
    const dir = mode !== chosen.turn ? "" : root.dir === "rtl" ? "ltr" : "rtl";
    for (const block of $$(".text :is(.para, li, .quote)")) block.dir = dir;
  };
  const choose = (key, value, keep = true) => {
    chosen[key] = value;
    const input = $(`input[name=${key}][value="${value}"]`);
    if (input) input.checked = true;
    if (key === "marks" && marksBox) {
      marksBox.checked = value === "on";
      showMarks(marksBox.checked);
    }
    if (key === "mode") {
      turnParagraphs(value);
      $$(".pair.open").forEach(pair => setOpen(pair, true));
      if (pairs[now]) sayState(pairs[now]);
    }
    if (keep) save(key, lasting(key, value));
  };
  const turn = (key, value) => hold(() => choose(key, value));
  const keysBox = $("#keys");
  if (keysBox) keysBox.checked = saved.keys !== false;
  addEventListener("change", ({ target }) => {
    if (target === marksBox) turn("marks", target.checked ? "on" : "off");
    else if (target === keysBox) save("keys", target.checked);
    else if (/^(mode|size|theme|first)$/.test(target.name)) turn(target.name, target.value);
  });

  const opens = () => /^(right|left|reveal)$/.test(chosen.mode);
  const sayState = pair => {
    $(".num", pair).ariaExpanded = opens() ? pair.classList.contains("open") : null;
  };
  /* what is added follows what is read */
  const setOpen = (pair, open) => {
    const other = $(`p.${OTHER}`, pair);
    if (other) other[open && chosen.mode === OTHER ? "after" : "before"]($(`p:not(.${OTHER})`, pair));
    pair.classList.toggle("open", open);
    sayState(pair);
  };
  const position = $("#pos");
  const tellPosition = index => {
    if (position) position.textContent = `${numbers[index].textContent} / ${numbers[pairs.length - 1].textContent}`;
  };
  const tools = $("#tools");
  const close = () => $$(".pair.open").forEach(pair => setOpen(pair, false));
  const openOnly = (pair, open) => {
    close();
    setOpen(pair, open);
  };
  const go = (index, focus) => {
    if (!pairs[index]) return;
    if (pairs[now]) {
      pairs[now].classList.remove("now");
      numbers[now].ariaCurrent = null;
    }
    numbers[Math.max(0, now)].tabIndex = -1;
    now = index;
    pairs[now].classList.add("now");
    numbers[now].ariaCurrent = "location";
    numbers[now].tabIndex = 0;
    if (!("at" in chosen)) chosen.at = "";
    sayState(pairs[now]);
    tellPosition(now);
    history.replaceState(null, "", "#" + pairs[now].id);
    if (!focus) return;
    tools.hidden = false;
    numbers[now].focus({ preventScroll: true });
    pairs[now].scrollIntoView({ block: "nearest" });
  };
  numbers.forEach((number, index) => { number.tabIndex = index ? -1 : 0; });
  addEventListener("click", event => {
    const { target } = event;
    const pair = target.closest(".pair[id]");
    const number = target.closest(".num");
    if (!pair) {
      if (tools && !target.closest("#tools, .bar")) tools.hidden = true;
    } else if (getSelection().isCollapsed && (number || !target.closest("a")) && !withKey(event)) {
      event.preventDefault();
      go(pairs.indexOf(pair));
      tools.hidden = false;
      if (opens()) hold(() => openOnly(pair, !pair.classList.contains("open")));
    }
  });
  const withKey = event => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const fromAddress = () => {
    const pair = document.getElementById(location.hash.slice(1))?.closest(".pair[id]");
    if (!pair) return;
    openOnly(pair, true);
    go(pairs.indexOf(pair));
  };
  for (const key of ["mode", "size", "theme", "marks", "first"]) if (chosen[key]) choose(key, chosen[key], false);
  fromAddress();
  addEventListener("hashchange", fromAddress);
  let waiting;
  if (pairs.length) addEventListener("scroll", () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      if (scrollY > 300) tellPosition(firstVisible());
    });
  }, { passive: true });
  for (const link of $$("a[data-switch]")) {
    link.onclick = () => { if (pairs[now]) link.hash = pairs[now].id; };
  }

  const address = index => {
    const url = new URL($("link[rel=canonical]")?.href ?? location.href.replace(/index\.html(?=$|[?#])/, ""));
    url.hash = pairs[index]?.id ?? "";
    url.search = "";
    return url;
  };
  const wordsIn = (cell, range) => {
    const part = document.createRange();
    part.selectNodeContents(cell);
    if (range && cell.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
    if (range && cell.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    const copy = part.cloneContents();
    for (const extra of $$(".noteref, .vh", copy)) extra.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const title = () => wordsIn($(".title > *") || $("title"));
  const citation = index => {
    const site = $("meta[property='og:site_name']")?.content.replace(/[\u200e\u200f]/g, "");
    return [[title(), site, address(index).href].filter(Boolean).join(" · "), root];
  };
  const CELLS = ".left:not(a, .none), .right:not(a, .none)";
  const rowOf = cell => cell.closest(".pair, .duo");
  const blank = ["", root];
  const bothLanguages = rows => [
    ...rows.flatMap(row => [...$$(CELLS, row).map(cell => [wordsIn(cell), cell]), blank]),
    citation(pairs.indexOf(rows[0])),
  ];
  const selected = () => {
    const selection = getSelection();
    const range = !selection.isCollapsed && selection.getRangeAt(0);
    const node = range?.commonAncestorContainer;
    return (node?.closest ? node : node?.parentElement)?.closest(".reader") && range;
  };
  const cellsIn = range => range ? $$(`:is(.head, .text, .notes) :is(${CELLS})`).filter(cell =>
    range.intersectsNode(cell) && cell.checkVisibility({ visibilityProperty: true }) && wordsIn(cell, range)) : [];
  const rowsIn = cells => [...new Set(cells.map(rowOf))];
  const selectionLines = () => {
    const range = selected();
    const cells = cellsIn(range);
    const isRight = cell => cell.classList.contains("right");
    if (!cells.length) return [];
    if (isRight(cells[0]) !== isRight(cells.at(-1))) return bothLanguages(rowsIn(cells));
    const lines = [];
    let block;
    for (const cell of cells) {
      if (isRight(cell) !== isRight(cells[0])) continue;
      const home = cell.closest(".para") || cell;
      if (home === block) lines.at(-1)[0] += " " + wordsIn(cell, range);
      else lines.push([wordsIn(cell, range), cell]);
      block = home;
    }
    if (cells.length > 1) lines.push(blank, citation(pairs.indexOf(rowOf(cells[0]))));
    return lines;
  };
  const currentRow = () => pairs[now] ? [pairs[now]] : [];
  let pending;
  document.addEventListener("copy", event => {
    let lines = pending || selectionLines();
    if (!lines.length && getSelection().isCollapsed && pairs[now]) lines = bothLanguages(currentRow());
    if (!lines.length || event.target.closest("input, textarea")) return;
    const box = document.createElement("div");
    for (const [text, { lang, dir }] of lines) box.append(Object.assign(document.createElement("p"), { lang, dir, textContent: text }));
    event.clipboardData.setData("text/plain", lines.map(line => line[0]).join("\n"));
    if (lines.length > 1) event.clipboardData.setData("text/html", new XMLSerializer().serializeToString(box));
    event.preventDefault();
  });
  /* needs no permission */
  const put = (lines, said) => {
    if (!lines.length) return;
    pending = lines;
    const done = document.execCommand("copy");
    pending = null;
    toast(done ? said : lines.map(line => line[0]).join("\n"));
  };
  const DO = {
    link(said) {
      const url = address(now);
      if (chosen.mode && chosen.mode !== "side") url.searchParams.set("mode", lasting("mode", chosen.mode));
      put([[url.href, root]], said);
    },
    text(said) {
      const cells = cellsIn(selected());
      const rows = cells.length ? rowsIn(cells) : currentRow();
      if (rows.length) put(bothLanguages(rows), said);
    },
    share() {
      const text = currentRow().flatMap(row => $$(CELLS, row)).map(cell => wordsIn(cell)).join("\n");
      navigator.share({ title: title(), text, url: address(now).href }).catch(() => {});
    },
  };
  const act = name => {
    const button = $(`[data-do=${name}]`);
    if (button) DO[name](button.dataset.said);
  };
  for (const button of $$("[data-do]")) {
    const name = button.dataset.do;
    if (name === "share") button.hidden = !navigator.share;
    button.onmousedown = () => false; /* the selection stays */
    button.onclick = () => act(name);
  }

  const display = $(".disp");
  addEventListener("pointerdown", ({ target }) => {
    if (display && !display.contains(target)) display.open = false;
  });

  /* its script, or its page */
  const searchLink = $(".to-search");
  const place = $("[data-find]");
  const toPage = () => { if (!place) location.href = searchLink.href; };
  const load = () => document.head.append(Object.assign(document.createElement("script"), { src: own.dataset.search, onerror: toPage }));
  const toSearch = () => {
    if (dispatchEvent(new CustomEvent("lisanayn:search", { cancelable: true }))) (own.dataset.search ? load : toPage)();
  };
  if (place) load();
  searchLink?.addEventListener("click", event => {
    if (withKey(event)) return;
    event.preventDefault();
    toSearch();
  });

  /* keys by their place */
  const resize = by => turn("size", `${Math.min(4, Math.max(0, +(chosen.size || 1) + by))}`);
  const step = by => go(now < 0 ? firstVisible() : now + by, true);
  const KEYS = {
    KeyJ: () => step(1),
    KeyK: () => step(-1),
    KeyC: () => act("link"),
    KeyS: () => act("text"),
    KeyV: () => marksBox?.click(),
    KeyD() {
      const themes = ["auto", "light", "sepia", "dark"];
      choose("theme", themes[(themes.indexOf(chosen.theme || "auto") + 1) % 4]);
      const input = $("#t-" + chosen.theme);
      if (input) toast(input.parentNode.textContent);
    },
    Slash: toSearch,
  };
  KEYS.Equal = KEYS.NumpadAdd = () => resize(1);
  KEYS.Minus = KEYS.NumpadSubtract = () => resize(-1);
  $$("input[name=mode]").forEach((input, index) => { KEYS[`Digit${index + 1}`] = () => turn("mode", input.value); });

  addEventListener("keydown", event => {
    const { target, code } = event;
    if (event.altKey || target.isContentEditable) return;
    if (target.closest("dialog, input:not([type=radio], [type=checkbox]), textarea, select")) return;
    let action = (keysBox ? keysBox.checked : saved.keys !== false) && KEYS[code];
    if (event.ctrlKey || event.metaKey) action = code === "KeyK" && !event.shiftKey && toSearch;
    if (code === "Escape") action = () => {
      if (display?.open) {
        display.open = false;
        $("summary", display).focus();
      } else {
        close();
        if (tools) tools.hidden = true;
      }
    };
    if (!action || (action === toSearch && !searchLink)) return;
    event.preventDefault();
    action();
  });
})();
