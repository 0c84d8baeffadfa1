/* Opens search where the reader is. Search itself, its styles and the index are loaded when they are first asked for; all of
   them are scripts and style sheets of the site, so that nothing is fetched and a folder on a disk works too. */
(() => {
  const own = document.currentScript;
  const at = name => new URL(own.dataset[name], document.baseURI).href;
  let loading;
  const load = () => loading ||= new Promise((done, failed) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = at("style");
    const script = document.createElement("script");
    script.src = at("search");
    script.addEventListener("load", () => done(window.lisanaynFinder({
      root: at("root"),
      texts: JSON.parse(own.dataset.texts),
      digits: JSON.parse(own.dataset.digits),
    })));
    script.addEventListener("error", failed);
    style.addEventListener("load", () => document.head.append(script));
    style.addEventListener("error", () => document.head.append(script));
    document.head.append(style);
  });
  const place = document.querySelector("[data-find]");
  addEventListener("lisanayn:search", event => {
    event.preventDefault();
    load().then(finder => (place ? finder.focus() : finder.open())).catch(() => {
      loading = undefined;
      const link = document.querySelector(".to-search");
      if (link && !place) location.href = link.href;
    });
  });
  /* the search page has no dialog: search stands in it */
  if (place) load().then(finder => finder.settle(place)).catch(() => { loading = undefined; });
})();
