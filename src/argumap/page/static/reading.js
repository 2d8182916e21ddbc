/* What the pages of text share: finding a record's element, opening what hides it, and showing it.
 *
 *   reading.find(id)        the element n=id; a step written on its claim (claim/target) leads to the claim
 *   reading.reveal(element) opens the <details> around it
 *   reading.follow(show)    shows #n=id now and whenever it changes; what stands on another page gets a notice
 *   reading.ready()         tells tests and styles that the page listens
 */
"use strict";
const reading = (() => {
  const element = id => document.getElementById("n=" + id);
  const find = id => element(id) || (id.includes("/") ? element(id.slice(0, id.lastIndexOf("/"))) : null);

  function reveal(target) {
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const own = target.querySelector(":scope > details");
    if (own) own.open = true;
  }

  let shown = null;
  function show(target, {focus = true} = {}) {
    reveal(target);
    shown?.classList.remove("shown");
    shown = target;
    target.classList.add("shown");
    target.scrollIntoView({block: "start"});
    // What was not laid out yet may push the target away; then it is sought once more.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const {top, bottom} = target.getBoundingClientRect();
      if (shown === target && (bottom < 0 || top > innerHeight)) target.scrollIntoView({block: "start"});
    }));
    if (!focus) return;
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({preventScroll: true});
  }

  async function follow(display = show) {
    const elsewhere = new Map(Object.entries(await argumap.payload() || {}));
    const part = id => { const found = document.getElementById(id); return found?.closest("main .sheet") ? found : null; };
    const knows = id => Boolean(find(id) || part(id)) || elsewhere.has(id);
    argumap.follow(knows, id => {
      if (!id) return;
      const target = find(id);
      if (!target && part(id)) return part(id).scrollIntoView();
      if (target) display(target, id);
      else argumap.notice(`“${elsewhere.get(id).slice(0, 80)}” is not shown on this page; the other views above lead to it.`);
    });
  }

  /* On a phone the row of pages scrolls; the current one should be in sight. */
  const current = document.querySelector(".pages [aria-current]");
  if (current) current.parentElement.scrollLeft = current.offsetLeft - current.parentElement.clientWidth / 2;

  const ready = () => { document.documentElement.dataset.ready = ""; };
  return {find, reveal, show, follow, ready};
})();
