{# Search in one language: loads its script and styles, gives it its words, and takes what asks for search from then on. #}
(() => {
  const root = new URL("../../", document.currentScript.src).href;
  const place = document.querySelector("[data-find]");
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: root + {{ asset("search.css")|json_file }} });
  const script = Object.assign(document.createElement("script"), { src: root + {{ asset("search.js")|json_file }} });
  script.onload = () => {
    const finder = window.lisanaynFinder({
      root,
      digits: {{ dict(view.frame.digits)|json_file }},
      texts: {
{% for name, key in [("title", "search"), ("label", "find_label"), ("hint", "find_hint"), ("count", "find_count"), ("none", "find_none"),
                     ("advice", "find_advice"), ("failed", "find_failed"), ("results", "find_results"), ("more", "find_more"),
                     ("choose", "find_choose"), ("open", "find_open"), ("close", "find_close")] %}
        {{ name }}: {{ t[key].unescape()|json_file }},
{% endfor %}
      },
    });
    addEventListener("lisanayn:search", event => {
      event.preventDefault();
      if (place) finder.focus();
      else finder.open();
    });
    if (place) finder.settle(place);
    else finder.open();
  };
  script.onerror = () => { if (!place) location.href = document.querySelector(".to-search").href; };
  style.onload = style.onerror = () => document.head.append(script);
  document.head.append(style);
})();
