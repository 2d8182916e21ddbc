/* The outline without a script is whole; with one it can be searched, filtered, opened and folded. */
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const form = byId("filters"), query = byId("query");
  const selects = ["by", "role", "status"].map(byId).filter(Boolean);
  let found = null, words = null, searching = 0;
  /* A large debate has many thousands of them: they are gathered when they are first asked for. */
  const claims = () => found ||= [...document.querySelectorAll(".c")];

  /* The words of a claim itself, without those of the reasons beneath it. */
  function prepare() {
    words = new Map(claims().map(claim => {
      const holder = claim.querySelector(":scope > details") || claim;
      const parts = [...holder.children].filter(child => !child.matches("ul, .sides, .step")).map(child => child.textContent);
      return [claim, argumap.fold(parts.join(" "))];
    }));
  }

  function wanted() {
    const terms = argumap.fold(query.value).split(/\s+/).filter(Boolean);
    const chosen = Object.fromEntries(selects.map(select => [select.id, select.value]));
    if (!terms.length && !Object.values(chosen).some(Boolean)) return null;
    if (terms.length && !words) prepare();
    return claims().filter(claim =>
      (!chosen.by || (claim.dataset.by || "").split(" ").includes(chosen.by)) &&
      (!chosen.role || claim.dataset.r === chosen.role) &&
      (!chosen.status || claim.dataset.s === chosen.status) &&
      terms.every(term => words.get(claim).includes(term)));
  }

  function look() {
    const hits = wanted();
    document.body.classList.toggle("sifted", hits !== null);
    for (const kept of document.querySelectorAll(".kept, .hit")) kept.classList.remove("kept", "hit");
    byId("clear").hidden = hits === null;
    byId("found").textContent = hits === null ? "" : hits.length === 1 ? "1 claim" : `${hits.length.toLocaleString("en")} claims`;
    mark([]);
    if (!hits) return;
    for (const hit of hits) {
      hit.classList.add("hit");
      for (let at = hit; at && at !== document.body; at = at.parentElement) {
        if (at.tagName === "DETAILS" && at.parentElement !== hit) at.open = true;
        if (at.matches("li, article, section, .side")) { if (at !== hit && at.classList.contains("kept")) break; at.classList.add("kept"); }
      }
    }
    mark(hits.slice(0, 200));
  }

  function mark(hits) {
    if (!window.CSS?.highlights) return;
    CSS.highlights.delete("found");
    const ranges = [];
    for (const hit of query.value.trim() ? hits : []) {
      const walker = document.createTreeWalker(hit.querySelector(":scope > details") || hit, NodeFilter.SHOW_TEXT,
        node => node.parentElement.closest(".c") === hit ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
      while (walker.nextNode()) {
        for (const [start, end] of argumap.findSpans(walker.currentNode.data, query.value)) {
          const range = new Range();
          range.setStart(walker.currentNode, start);
          range.setEnd(walker.currentNode, end);
          ranges.push(range);
        }
      }
    }
    if (ranges.length) CSS.highlights.set("found", new Highlight(...ranges));
  }

  const all = () => document.querySelectorAll(".outline details");
  function fold() {
    for (const each of all()) each.open = Boolean(each.parentElement.matches(".sides > .side > ul > li, .position > ul > li, .premise"));
  }
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...all()].filter(each => !each.open); for (const each of opened) each.open = true; });
  addEventListener("afterprint", () => { for (const each of opened) each.open = false; });

  if (form) {
    form.hidden = false;
    form.addEventListener("submit", event => event.preventDefault());
    for (const select of selects) select.addEventListener("change", look);
    query.addEventListener("input", () => {
      clearTimeout(searching);
      if (claims().length > 2000) searching = setTimeout(look, 120); else look();
    });
    byId("expand").addEventListener("click", () => { for (const each of all()) each.open = true; });
    byId("collapse").addEventListener("click", fold);
    byId("clear").addEventListener("click", () => { query.value = ""; for (const select of selects) select.value = ""; look(); query.focus(); });
  }
  addEventListener("keydown", event => {
    if (event.key === "/" && !event.target.closest("input, select, textarea") && !event.ctrlKey && !event.metaKey) { event.preventDefault(); query.focus(); }
    if (event.key === "Escape" && event.target === query) { query.value = ""; look(); }
  });
  reading.follow().then(reading.ready);
})();
