/* A passage and its card lead to each other; what belongs together is lit together. */
"use strict";
(() => {
  const passages = new Map();
  for (const lit of document.querySelectorAll(".lit")) {
    for (const id of lit.dataset.n.split(" ")) passages.set(id, [...(passages.get(id) || []), lit]);
  }
  const wide = matchMedia("(min-width:1000px)");
  let chosen = [];

  function light(id) {
    for (const each of chosen) each.classList.remove("chosen");
    chosen = [...(passages.get(id) || []), document.getElementById("n=" + id)].filter(Boolean);
    for (const each of chosen) each.classList.add("chosen");
  }

  function show(target, id) {
    light(id);
    reading.show(target);
    const passage = passages.get(id)?.[0];
    if (!passage) return;
    passage.scrollIntoView({block: wide.matches ? "center" : "start"});
    const box = target.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) target.scrollIntoView({block: "nearest"});
    if (passage.getBoundingClientRect().top < 0) passage.scrollIntoView({block: "start"});
  }

  /* A sentence that several claims are drawn from leads to them one after the other. */
  document.addEventListener("click", event => {
    const lit = event.target.closest(".lit"), card = event.target.closest(".claim[data-n]");
    if (lit) {
      event.preventDefault();
      const ids = lit.dataset.n.split(" ");
      const id = ids[(ids.indexOf(argumap.address.get("n")) + 1) % ids.length];
      argumap.address.set({n: id}, {push: true});
      const target = document.getElementById("n=" + id);
      if (target) { light(id); reading.show(target); target.scrollIntoView({block: "nearest"}); }
    } else if (card && !event.target.closest("a")) {
      argumap.address.set({n: card.dataset.n}, {push: true});
      light(card.dataset.n);
      const passage = passages.get(card.dataset.n)?.[0];
      passage?.scrollIntoView({block: "nearest"});
      passage?.focus({preventScroll: true});
    }
  });
  for (const [name, on] of [["mouseover", true], ["mouseout", false]]) {
    document.addEventListener(name, event => {
      const near = event.target.closest?.(".lit, .claim[data-n]");
      if (!near) return;
      for (const id of near.dataset.n.split(" ")) {
        for (const each of passages.get(id) || []) each.classList.toggle("near", on);
        document.getElementById("n=" + id)?.classList.toggle("near", on);
      }
    });
  }
  reading.follow(show).then(reading.ready);
})();
