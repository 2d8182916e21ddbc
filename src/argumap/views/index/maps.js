/* The page of several maps: they are searched and put in another order; what is asked for stands in the address. */
import {address} from "../../page/static/address.js";
import {startPage} from "../../page/static/core.js";
import {foldText, wordsOf} from "../../page/static/text-search.js";
import {phrase} from "../../page/static/words.js";

/** @type {Record<string, (a: HTMLElement, b: HTMLElement) => number>} */
const ORDERS = {
  title: (a, b) => headingOf(a).localeCompare(headingOf(b)),
  size: (a, b) => Number(b.dataset.size) - Number(a.dataset.size),
  date: (a, b) => (b.dataset.date || "").localeCompare(a.dataset.date || ""),
};

/** @param {HTMLElement} card */
const headingOf = card => card.querySelector("h2")?.textContent || "";

/** @param {HTMLFormElement} form */
function startFinding(form) {
  const search = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const sort = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
  const told = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const cards = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".map-card"))];
  const texts = new Map(cards.map(card => [card, foldText(card.textContent || "")]));
  const show = () => {
    const words = wordsOf(search.value);
    for (const card of cards) card.hidden = !words.every(word => texts.get(card)?.includes(word));
    const order = ORDERS[sort.value];
    document.querySelector(".cards")?.append(...(order ? cards.toSorted(order) : cards));
    const left = cards.filter(card => !card.hidden).length;
    told.textContent = words.length ? phrase("maps.found", {n: left, all: cards.length}) : "";
  };
  const read = () => {
    search.value = address.get("q") || "";
    sort.value = address.get("sort") || "";
    show();
  };
  const change = () => {
    address.set({q: search.value.trim(), sort: sort.value});
    show();
  };
  form.hidden = false;
  form.addEventListener("input", change);
  form.addEventListener("submit", event => event.preventDefault());
  addEventListener("hashchange", read);
  read();
}

startPage();
const form = document.querySelector("form.find");
if (form instanceof HTMLFormElement) startFinding(form);
document.documentElement.dataset.ready = "";
