/* The search box: hits as you type, walked with the arrow keys, lit on the map. */
import {element} from "../../page/static/elements.js";
import {buildSearch, marked} from "../../page/static/text-search.js";
import {GROUP, searchEntry, voiceWords} from "./debate.js";

export function createSearch(app) {
  const {map, legend} = app;
  const entries = [...map.nodes.values()].filter(node => node.kind !== GROUP).map(node => searchEntry(map, node));
  const people = [...map.stakeholders.values()].map(who => ({
    id: who.id,
    title: who.name,
    text: [who.role, who.id, ...(who.aliases || [])].join(" "),
  }));
  const find = buildSearch([...entries, ...people]);
  const $ = id => document.getElementById(id);
  let hits = [],
    hit = -1;

  const query = $("query"),
    results = $("hits");
  function search() {
    const words = query.value;
    hits = find(words, 12);
    hit = -1;
    results.replaceChildren(
      ...hits.map((id, i) => {
        const node = map.nodes.get(id),
          relation = node ? node.relation : "none";
        return element(
          "li",
          {
            role: "option",
            id: "hit-" + i,
            "aria-selected": "false",
            class: `is-${relation}`,
            onmousedown: event => {
              event.preventDefault();
              pickHit(i);
            },
          },
          element(
            "span",
            {class: "sign", "aria-hidden": "true"},
            legend.relations[relation]?.sign || (node ? "?" : "☺"),
          ),
          element(
            "span",
            {dir: "auto"},
            marked(app.titleOf(id), words),
            element("small", {}, `${app.kindWord(id)}${node ? context(node) : ""}`),
          ),
        );
      }),
    );
    if (words.trim() && !hits.length)
      results.append(
        element("li", {class: "none", role: "option", "aria-disabled": "true"}, "Nothing found. Try fewer words."),
      );
    results.hidden = !words.trim();
    query.setAttribute("aria-expanded", String(!results.hidden));
    query.removeAttribute("aria-activedescendant");
    app.light(words.trim() ? new Set(hits) : null);
  }
  const context = node => {
    const by = voiceWords(map, node);
    return by ? ` · ${by}` : "";
  };
  function mark(next) {
    results.children[hit]?.setAttribute("aria-selected", "false");
    hit = (next + hits.length) % hits.length;
    results.children[hit].setAttribute("aria-selected", "true");
    results.children[hit].scrollIntoView({block: "nearest"});
    query.setAttribute("aria-activedescendant", "hit-" + hit);
  }
  function closeSearch() {
    results.hidden = true;
    query.setAttribute("aria-expanded", "false");
    app.light(null);
  }
  function pickHit(i) {
    const id = hits[i];
    if (!id) return;
    closeSearch();
    query.blur();
    app.pick(id);
  }
  let waiting = null;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, map.claims.length > 3000 ? 90 : 0);
  });
  query.addEventListener("blur", closeSearch);
  query.addEventListener("focus", () => {
    if (query.value.trim()) search();
  });
  query.addEventListener("keydown", event => {
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length) {
      event.preventDefault();
      mark(hit < 0 && event.key === "ArrowUp" ? -1 : hit + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(waiting);
      if (results.hidden) search();
      pickHit(Math.max(0, hit));
    } else if (event.key === "Escape") {
      query.value = "";
      closeSearch();
      query.blur();
      app.leave();
    }
  });

  return {find};
}
