/* The reading page's comforts. Everything here is an extra; the page reads without it. */
(() => {
  const root = document.documentElement;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* --- what a reader has chosen, kept in one entry of localStorage --- */
  const STORE = "lisanayn";
  let saved = {};
  try { saved = JSON.parse(localStorage.getItem(STORE) || "{}") || {}; } catch { /* nothing is said */ }
  const save = (key, value) => {
    saved[key] = value;
    try { localStorage.setItem(STORE, JSON.stringify(saved)); } catch { /* nothing is said */ }
  };

  let toastTimer;
  const toast = message => {
    let box = $(".toast");
    if (!box) {
      box = document.createElement("p");
      box.className = "toast";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    box.textContent = message;
    box.hidden = false;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => { box.hidden = true; }, 1800);
  };

  /* --- vowel marks --- */
  /* "Hidden" is not bare: what newspapers print stays, the shadda (except right after the article) and the final -an.
     tests/corpus/press.tsv holds this and lisanayn/text/arabic.py to one table. */
  const NOT_PRINTED = /[\u0610-\u061a\u064c-\u0650\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+/g;
  const ARTICLE_SHADDA = /(?<![\u0621-\u064a\u064b-\u0652])((?:[وف]?[بك]?ال|[وف]?لل)[تثدذرزسشصضطظلن]?)\u0651/g;
  const pressStyle = text => text.replace(NOT_PRINTED, "").replace(ARTICLE_SHADDA, "$1");
  const marksBox = $("#marks");
  const full = new WeakMap();
  const showMarks = on => {
    if (!marksBox) return;
    for (const side of $$(`.reader .${marksBox.dataset.marks}`)) {
      const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        if (!full.has(node)) full.set(node, node.data);
        node.data = on ? full.get(node) : pressStyle(full.get(node));
      }
    }
  };

  /* --- display choices --- */
  /* A layout of one language is a column here ("right"), and a language wherever it is kept or linked ("ar"). */
  const modeName = mode => root.dataset[mode] || mode;
  /* A paragraph of one language runs in that language's direction; side by side it runs in the page's. */
  const turnParagraphs = mode => {
    const side = $(`.title > .${mode}`);
    for (const block of $$(".text .para, .text li, .text .quote")) {
      if (side && side.dir !== root.dir) block.dir = side.dir;
      else block.removeAttribute("dir");
    }
  };
  const choose = (key, value, keep = true) => {
    root.dataset[key] = value;
    const input = $(`input[name=${key}][value="${value}"]`);
    if (input) input.checked = true;
    if (key === "marks") {
      if (marksBox) marksBox.checked = value === "on";
      showMarks(value === "on");
    }
    if (key === "mode") turnParagraphs(value);
    if (keep) save(key, key === "mode" ? modeName(value) : value);
  };
  for (const key of ["mode", "size", "theme", "marks"]) if (root.dataset[key]) choose(key, root.dataset[key], false);
  addEventListener("change", event => {
    const input = event.target;
    if (["mode", "size", "theme"].includes(input.name)) hold(() => choose(input.name, input.value));
    if (input.id === "marks") choose("marks", input.checked ? "on" : "off");
    if (input.id === "keys") save("keys", input.checked);
  });
  const keysBox = $("#keys");
  if (keysBox && saved.keys === false) keysBox.checked = false;

  /* --- sentences --- */
  const pairs = $$(".pair[id]");
  const numbers = pairs.map(pair => $(".num", pair));
  let now = -1;
  const firstVisible = () => pairs.findIndex(pair => ($("p", pair) || pair).getBoundingClientRect().bottom > 90);
  /* keeps the sentence being read where it is while the layout changes */
  const hold = change => {
    const pair = pairs[now >= 0 ? now : Math.max(0, firstVisible())];
    const before = pair && pair.getBoundingClientRect().top;
    change();
    if (pair && scrollY > 200) scrollBy({ top: pair.getBoundingClientRect().top - before, behavior: "instant" });
  };

  const position = $("#pos");
  const tellPosition = index => {
    if (position && index >= 0) {
      position.textContent = `${numbers[index].textContent} / ${numbers[pairs.length - 1].textContent}`;
    }
  };
  numbers.forEach((number, index) => { number.tabIndex = index ? -1 : 0; });
  const go = (index, focus = true) => {
    if (index < 0 || index >= pairs.length) return;
    if (pairs[now]) pairs[now].classList.remove("now");
    numbers.forEach(number => { number.tabIndex = -1; });
    now = index;
    pairs[index].classList.add("now");
    numbers[index].tabIndex = 0;
    tellPosition(index);
    history.replaceState(null, "", "#" + pairs[index].id);
    if (focus) {
      numbers[index].focus({ preventScroll: true });
      pairs[index].scrollIntoView({ block: "nearest" });
    }
  };
  const isSingle = () => root.dataset.mode === "right" || root.dataset.mode === "left";
  pairs.forEach((pair, index) => pair.addEventListener("click", event => {
    if (getSelection().toString() || (event.target.closest("a") && !event.target.closest(".num"))) return;
    if (event.target.closest(".num")) event.preventDefault();
    go(index, false);
    if (isSingle()) {
      const open = pair.classList.contains("open");
      pairs.forEach(other => other.classList.remove("open"));
      pair.classList.toggle("open", !open);
      pair.classList.toggle("shut", open);
    }
  }));
  const fromAddress = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const pair = target && target.closest(".pair[id]");
    if (pair) go(pairs.indexOf(pair), false);
  };
  fromAddress();
  addEventListener("hashchange", fromAddress);
  if (pairs.length) {
    let waiting;
    addEventListener("scroll", () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        if (scrollY > 300) tellPosition(firstVisible());
      });
    }, { passive: true });
  }

  /* the same sentence in the other language's page */
  for (const link of $$("a[data-switch]")) {
    link.addEventListener("click", () => { if (now >= 0) link.hash = pairs[now].id; });
  }

  /* --- copy a link --- */
  const copyButton = $("[data-copy]");
  const copyLink = async index => {
    const canonical = $("link[rel=canonical]");
    const url = new URL(canonical ? canonical.href : location.href.replace(/\/index\.html(?=$|[?#])/, "/"));
    url.hash = index >= 0 ? pairs[index].id : "";
    url.search = "";
    if (root.dataset.mode && root.dataset.mode !== "side") url.searchParams.set("mode", modeName(root.dataset.mode));
    try {
      await navigator.clipboard.writeText(url.href);
      toast(copyButton.dataset.copied);
    } catch {
      toast(url.href);
    }
  };
  if (copyButton) copyButton.addEventListener("click", () => copyLink(now));

  const display = $(".disp");
  addEventListener("pointerdown", event => {
    if (display && display.open && !display.contains(event.target)) display.open = false;
  });

  /* --- keys: by physical position, so that they work on any layout --- */
  const MODES = $$("input[name=mode]").map(input => input.value);
  const THEMES = ["auto", "light", "sepia", "dark"];
  const resize = step => hold(() => {
    const size = Number(root.dataset.size || 1) + step;
    choose("size", String(Math.min(4, Math.max(0, size))));
  });
  const nextTheme = () => {
    choose("theme", THEMES[(THEMES.indexOf(root.dataset.theme || "auto") + 1) % THEMES.length]);
    const label = $(`label[for=t-${root.dataset.theme}]`);
    if (label) toast(label.textContent);
  };
  const step = by => go(now < 0 ? Math.max(0, firstVisible()) : now + by);
  const toSearch = () => {
    const link = $(".to-search");
    if (link) location.href = link.href;
  };
  const KEYS = {
    KeyJ: () => step(1),
    KeyK: () => step(-1),
    KeyC: () => { if (copyButton) copyLink(now); },
    KeyV: () => { if (marksBox) choose("marks", marksBox.checked ? "off" : "on"); },
    KeyD: nextTheme,
    Equal: () => resize(1),
    NumpadAdd: () => resize(1),
    Minus: () => resize(-1),
    NumpadSubtract: () => resize(-1),
    Slash: toSearch,
  };
  MODES.forEach((mode, index) => { KEYS[`Digit${index + 1}`] = () => hold(() => choose("mode", mode)); });

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const writes = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (writes && event.target.type !== "radio" && event.target.type !== "checkbox") return;
    if (event.key === "Escape" && display && display.open) {
      display.open = false;
      $("summary", display).focus();
      return;
    }
    if (keysBox ? !keysBox.checked : saved.keys === false) return;
    const action = KEYS[event.code];
    if (!action) return;
    action();
    event.preventDefault();
  });
})();
