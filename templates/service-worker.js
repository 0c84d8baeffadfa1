{# Runs in the reader's browser beside the pages. Under its own folder only, so that a site at /sub/ keeps to it. #}
/* Keeps what was read, for when there is no connection. Pages come from the network first, so nobody reads yesterday's
   text without need; files whose name changes with their content come from here first. */
"use strict";

const OFFLINE = {{ dict(view.offline)|json_file }};
const EVERYWHERE = [
{% for path in assets if path.endswith((".css", ".js")) %}
  {{ path|urlencode|json_file }},
{% endfor %}
{% for path in view.words %}
  {{ path|json_file }},
{% endfor %}
  {{ asset("icon.svg")|urlencode|json_file }},
];
const MOST_PAGES = 60;
const MOST_FILES = 400;
const PATIENCE = 4000; /* milliseconds before a page that was kept is shown in place of one that does not come */

const HERE = self.registration.scope;
const OURS = `lisanayn 1 ${HERE} `;
const PAGES = `${OURS}pages`;
const FILES = `${OURS}files`;
const HASHED = /\.[0-9a-f]{8,}\.[a-z0-9]+$/;

const at = path => HERE + path;
const plain = address => address.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/");
const lasting = new Set([...Object.values(OFFLINE), ...EVERYWHERE].map(at));

addEventListener("install", event => {
  const fetched = [...lasting].map(address => new Request(address, { cache: HASHED.test(address) ? "default" : "reload" }));
  event.waitUntil(caches.open(FILES).then(files => files.addAll(fetched)).then(() => self.skipWaiting()));
});

/* Caches of this folder in an older form; those of other sites on the same host are not ours to touch. */
addEventListener("activate", event => {
  const stale = name => /^lisanayn \d+ /.test(name) && name.includes(` ${HERE} `) && !name.startsWith(OURS);
  event.waitUntil(
    caches.keys()
      .then(names => Promise.all(names.filter(stale).map(name => caches.delete(name))))
      .then(() => self.clients.claim())
  );
});

addEventListener("fetch", event => {
  const { request } = event;
  const address = plain(request.url);
  /* /~ is the preview's own */
  if (request.method !== "GET" || !address.startsWith(HERE) || address.includes("/~")) return;
  if (request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(page(event, address));
  else if (HASHED.test(address)) event.respondWith(file(event, address));
  else event.respondWith(fetch(request).catch(() => kept(address)));
});

const kept = async address => (await (await caches.open(FILES)).match(address)) || Response.error();

/* Whatever says that it must not be stored, as the preview does, is not. */
const storable = (answer, type) =>
  answer.ok && answer.type === "basic" && !answer.redirected
  && !/no-store/.test(answer.headers.get("cache-control") || "")
  && (!type || (answer.headers.get("content-type") || "").startsWith(type));

async function store(name, address, answer, most) {
  const cache = await caches.open(name);
  await cache.delete(address); /* keys stand in the order they were put: the one used last goes to the end */
  await cache.put(address, answer);
  const spare = (await cache.keys()).filter(one => !lasting.has(one.url));
  await Promise.all(spare.slice(0, Math.max(0, spare.length - most)).map(one => cache.delete(one)));
}

async function page(event, address) {
  const pages = await caches.open(PAGES);
  const copy = await pages.match(address);
  const fresh = fetch(event.request).then(answer => {
    if (lasting.has(address)) return answer;
    if (storable(answer, "text/html")) event.waitUntil(store(PAGES, address, answer.clone(), MOST_PAGES));
    else if (answer.status === 404 || answer.status === 410) event.waitUntil(pages.delete(address));
    return answer;
  });
  const late = copy ? new Promise(done => setTimeout(() => done(copy), PATIENCE)) : fresh;
  try {
    const answer = await Promise.race([fresh, late]);
    return answer.status >= 500 && copy ? copy : answer;
  } catch {
    return copy || instead(address);
  }
}

/* A redirection, not the page itself: its links are relative, and hold at its own address only. */
async function instead(address) {
  if (lasting.has(address)) return kept(address);
  const first = address.slice(HERE.length).split("/")[0];
  const path = Object.hasOwn(OFFLINE, first) ? OFFLINE[first] : Object.values(OFFLINE)[0];
  return Response.redirect(`${at(path)}?page=${encodeURIComponent(address.slice(HERE.length))}`, 302);
}

async function file(event, address) {
  const files = await caches.open(FILES);
  const copy = await files.match(address);
  if (copy) return copy;
  const answer = await fetch(event.request);
  if (storable(answer)) event.waitUntil(store(FILES, address, answer.clone(), MOST_FILES));
  return answer;
}
