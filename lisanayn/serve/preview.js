// The preview's own script, put into each page by the server: it keeps the reader's place over a reload and shows in
// the page what is wrong with the sources. All text of problems goes in as text, never as markup. It works under a
// strict content security policy: no inline style, no eval, nothing from elsewhere.
(() => {
  "use strict";
  const script = document.currentScript;
  const base = new URL(".", script.src);
  const pages = Number(script.dataset.pages);
  const PLACE = "lisanayn-preview-place";
  const BAR = 64; // pixels at the top that a sticky bar may cover

  // The place -----------------------------------------------------------------------------------------------------

  // The element with an id whose top is nearest to where the reader looks, and how far from the top it stands.
  function place() {
    let best = null;
    for (const element of document.querySelectorAll("main [id], article [id]")) {
      const box = element.getBoundingClientRect();
      if (!box.height || box.bottom < BAR || box.top > innerHeight) continue;
      const distance = Math.abs(box.top - BAR);
      if (!best || distance < best.distance) best = { id: element.id, top: box.top, distance };
    }
    return { path: location.pathname, id: best && best.id, top: best && best.top, y: scrollY };
  }

  function keepPlace() {
    try {
      sessionStorage.setItem(PLACE, JSON.stringify(place()));
      history.scrollRestoration = "manual";
    } catch { /* without storage the browser's own memory of the place must do */ }
  }

  function restorePlace() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
    } catch { return; }
    if (!kept || kept.path !== location.pathname) return;
    let moved = false;
    for (const event of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      addEventListener(event, () => { moved = true; }, { once: true, passive: true, capture: true });
    }
    const go = () => {
      if (moved) return;
      const element = kept.id && document.getElementById(kept.id);
      const top = element ? scrollY + element.getBoundingClientRect().top - kept.top : kept.y;
      scrollTo({ top, behavior: "instant" });
    };
    go();
    // Once more when pictures and fonts have their size, after the page's own scripts.
    addEventListener("load", () => requestAnimationFrame(() => { go(); history.scrollRestoration = "auto"; }));
  }

  function reload() {
    keepPlace();
    location.reload();
  }

  // The problems --------------------------------------------------------------------------------------------------

  const STYLE = `
    :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; direction: ltr; }
    section { font: 15px/1.5 system-ui, sans-serif; color: #1d1b18; background: #fff; max-height: 70vh; overflow: auto;
      border-top: 4px solid #b3261e; box-shadow: 0 -4px 24px rgb(0 0 0 / .3); padding: 12px 20px 16px; text-align: start; }
    section.mild { border-color: #9a6700; padding-block: 6px; max-height: 50vh; }
    header { display: flex; gap: 16px; align-items: center; justify-content: space-between; }
    h2, summary { font-size: 16px; font-weight: 600; margin: 0; }
    summary { cursor: pointer; font-size: 14px; }
    ol { list-style: none; margin: 8px 0 0; padding: 0; }
    li { padding: 8px 0; border-top: 1px solid #ddd; }
    p { margin: 0; unicode-bidi: plaintext; overflow-wrap: anywhere; }
    .place { font: 13px/1.5 ui-monospace, monospace; direction: ltr; color: #5a544c; }
    .error .place::before { content: "error  "; color: #b3261e; font-weight: 700; }
    .warning .place::before { content: "warning  "; color: #7a5200; font-weight: 700; }
    .hint::before { content: "→ "; }
    .hint { color: #0b4f3c; }
    button { font: inherit; padding: 6px 14px; min-height: 32px; border: 1px solid #77726a; border-radius: 4px;
      background: #f4f2ee; color: inherit; cursor: pointer; }
    :focus-visible { outline: 3px solid #1b4d7f; outline-offset: 2px; }
    @media print { section { display: none; } }`;

  let host = null; // the panel's element; null while there is none

  function element(name, kind, text) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  function item(problem) {
    const made = element("li", problem.severity);
    made.append(element("p", "place", [problem.place, problem.code && `[${problem.code}]`].filter(Boolean).join(" ")));
    made.append(element("p", "words", problem.message));
    if (problem.hint) made.append(element("p", "hint", problem.hint));
    return made;
  }

  function list(state) {
    const made = element("ol");
    made.append(...state.problems.map(item));
    if (state.more) made.append(element("li", "", `and ${state.more} more, in the terminal`));
    return made;
  }

  function count(state) {
    const number = (kind) => state.problems.filter((problem) => problem.severity === kind).length;
    const words = (n, word) => n && `${n} ${word}${n === 1 ? "" : "s"}`;
    return [words(number("error"), "error"), words(number("warning"), "warning"), words(number("note"), "note")]
      .filter(Boolean).join(", ");
  }

  // What stops the site from being built covers the lower part of the page; warnings are a line that opens.
  function panel(state) {
    const section = element("section", state.published ? "mild" : "grave");
    const close = element("button", "", "Hide");
    close.addEventListener("click", () => { hide(); });
    const header = element("header");
    if (state.published) {
      const details = element("details");
      details.append(element("summary", "", count(state)), list(state));
      header.append(details, close);
      section.append(header);
    } else {
      section.setAttribute("role", "alert");
      header.append(element("h2", "", `Not built: ${count(state) || "see the terminal"}. This page is the last good one.`), close);
      section.append(header, list(state));
    }
    section.lang = "en";
    return section;
  }

  function hide() {
    if (host) host.remove();
    host = null;
  }

  function show(state) {
    hide();
    const told = state.problems.filter((problem) => problem.severity !== "note");
    if (state.published && !told.length) return;
    host = element("div");
    host.id = "lisanayn-preview";
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(panel({ ...state, problems: told }));
    document.body.append(host);
  }

  // Asked once the page stands and whenever the socket opens: a build may have ended between the two.
  async function refresh() {
    let state;
    try {
      const answer = await fetch(new URL("state.json", base), { cache: "no-store" });
      if (!answer.ok) return;
      state = await answer.json();
    } catch { return; }
    if (state.pages !== pages) reload();
    else show(state);
  }

  // The socket ----------------------------------------------------------------------------------------------------

  // livereload's script, which comes after this one, takes every window.LiveReloadPlugin… for a plugin.
  window.LiveReloadPluginPreview = class {
    static identifier = "lisanayn";
    static version = "1";
    // True: dealt with. False: livereload loads the page again.
    reload(path) {
      if (path === "problems") {
        refresh();
        return true;
      }
      keepPlace();
      return false;
    }
  };

  let connected = false;
  document.addEventListener("LiveReloadConnect", () => { connected = true; refresh(); });
  // A preview that was started again has another token, which this page does not know: it loads itself again.
  document.addEventListener("LiveReloadDisconnect", async () => {
    while (connected) {
      await new Promise((resolve) => { setTimeout(resolve, 1000); });
      try {
        const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
        if (answer.status < 500) { reload(); return; }
      } catch { /* not yet there */ }
    }
  });

  restorePlace();
  refresh();
})();
