/* The guided reading: which step the address is at, and the way to the one before and after. */
import {address} from "./address.js";

/**
 * The number of a step that the address names, counted from 1; 0 where it names none of so many.
 * @param {string | null} text
 * @param {number} count
 */
export function readStep(text, count) {
  const step = Number(text);
  return Number.isInteger(step) && step > 0 && step <= count ? step : 0;
}

/** Shows the stepper while the address is on a step, and follows it. */
export function startTour() {
  const nav = document.getElementById("tour");
  if (!nav) return;
  const links = [...(nav.querySelector("ol")?.querySelectorAll("a") || [])];
  const [before, after] = ["before", "after"].map(name => nav.querySelector(`.${name}`));
  const show = () => {
    const step = readStep(address.get("tour"), links.length);
    nav.hidden = !step;
    if (!step) return keepClear(nav);
    links.forEach((link, n) => {
      link.parentElement?.toggleAttribute("hidden", n !== step - 1);
      if (n === step - 1) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    });
    lead(before, links[step - 2]);
    lead(after, links[step]);
    const at = nav.querySelector(".at");
    if (at) at.textContent = `${step} / ${links.length}`;
    keepClear(nav);
  };
  nav.querySelector("button")?.addEventListener("click", () => {
    address.set({tour: null});
    show();
  });
  addEventListener("hashchange", show);
  addEventListener("popstate", show);
  show();
}

/** Tells the page how much of its head the stepper takes. @param {HTMLElement} nav */
const keepClear = nav => document.documentElement.style.setProperty("--tour", `${nav.offsetHeight}px`);

/**
 * Makes `link` lead where `to` does, or nowhere.
 * @param {Element | null | undefined} link
 * @param {Element | undefined} to
 */
function lead(link, to) {
  if (!(link instanceof HTMLElement)) return;
  link.hidden = !to;
  if (to) link.setAttribute("href", to.getAttribute("href") || "");
}
