/* Asks the browser to keep what is read (service-worker.js). Loaded only where the site's settings say so. */
(() => {
  const worker = navigator.serviceWorker;
  const address = document.currentScript.dataset.worker;
  if (!worker || !/^https?:$/.test(location.protocol)) return;
  const top = new URL("./", new URL(address, location)).href;

  /* The preview shows drafts: nothing of it is kept, and what a site kept on the same port no longer answers. */
  if (document.querySelector("script[data-pages]")) {
    worker.getRegistrations().then(all => all.forEach(one => one.unregister())).catch(() => {});
    return;
  }
  addEventListener("load", () => { worker.register(address).catch(() => { /* it reads without */ }); });

  /* On the page without a connection: the way back to what was asked for, and what there is to read meanwhile. */
  const again = document.querySelector("[data-again]");
  const list = document.querySelector("[data-kept]");
  if (again) {
    const asked = new URL(top + (new URLSearchParams(location.search).get("page") || ""));
    if (asked.href.startsWith(top)) again.href = asked.href;
  }
  if (!list || !self.caches) return;
  const shown = async () => {
    const name = (await caches.keys()).find(one => one.endsWith(` ${top} pages`));
    const pages = name ? await caches.open(name) : null;
    for (const request of pages ? (await pages.keys()).reverse() : []) {
      const text = await (await pages.match(request)).text();
      const page = new DOMParser().parseFromString(text, "text/html");
      const link = document.createElement("a");
      link.href = request.url;
      link.textContent = page.title;
      link.lang = page.documentElement.lang;
      link.dir = page.documentElement.dir;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    list.hidden = list.childElementCount === 0;
  };
  shown().catch(() => { /* the list is an extra */ });
})();
