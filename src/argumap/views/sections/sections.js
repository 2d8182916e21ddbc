/* A passage and its card lead to each other; what belongs together is lit together. */
import {address} from "../../page/static/address.js";
import {listCards, quoteChosen} from "../../page/static/card-quotation.js";
import {findAll, findTarget, textOf} from "../../page/static/elements.js";
import {showElement, startReading} from "../../page/static/reveal.js";
import {offer} from "../../page/static/share.js";
import {quote} from "../../page/static/words.js";

/** The passages that a record is drawn from, by its id. @type {Map<string, HTMLElement[]>} */
const passages = new Map();
/** @type {Element[]} */
let chosen = [];

/**
 * The ids that an element names.
 * @param {HTMLElement} element
 */
const idsOf = element => (element.dataset.n || "").split(" ");
/** @param {string} id */
const passagesOf = id => passages.get(id) || [];
/** @param {string} id */
const cardOf = id => document.getElementById(`n=${id}`);

function gatherPassages() {
  for (const lit of findAll(document, ".lit")) {
    for (const id of idsOf(lit)) passages.set(id, [...passagesOf(id), lit]);
  }
}

/** @param {string} id */
function light(id) {
  for (const each of chosen) each.classList.remove("chosen");
  const card = cardOf(id);
  chosen = card ? [...passagesOf(id), card] : passagesOf(id);
  for (const each of chosen) each.classList.add("chosen");
}

/**
 * @param {HTMLElement} target
 * @param {string} id
 */
function show(target, id) {
  light(id);
  showElement(target);
  const [passage] = passagesOf(id);
  if (!passage) return;
  passage.scrollIntoView({block: matchMedia("(min-width:1000px)").matches ? "center" : "start"});
  const box = target.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) target.scrollIntoView({block: "nearest"});
  if (passage.getBoundingClientRect().top < 0) passage.scrollIntoView({block: "start"});
}

/**
 * A sentence that several claims are drawn from leads to them one after the other.
 * @param {HTMLElement} lit
 */
function followPassage(lit) {
  const ids = idsOf(lit);
  const id = ids[(ids.indexOf(address.get("n") || "") + 1) % ids.length];
  address.set({n: id}, {push: true});
  const card = cardOf(id);
  if (!card) return;
  light(id);
  showElement(card);
  card.scrollIntoView({block: "nearest"});
}

/** @param {HTMLElement} card */
function followCard(card) {
  const id = card.dataset.n || "";
  address.set({n: id}, {push: true});
  light(id);
  const [passage] = passagesOf(id);
  passage?.scrollIntoView({block: "nearest"});
  passage?.focus({preventScroll: true});
}

function listenToClicks() {
  document.addEventListener("click", event => {
    const lit = findTarget(event, ".lit");
    const card = findTarget(event, ".claim[data-n]");
    if (lit) {
      event.preventDefault();
      followPassage(lit);
    } else if (card && !findTarget(event, "a")) followCard(card);
  });
}

/**
 * @param {"mouseover" | "mouseout"} name
 * @param {boolean} on
 */
function listenToPointer(name, on) {
  document.addEventListener(name, event => {
    const near = findTarget(event, ".lit, .claim[data-n]");
    for (const id of near ? idsOf(near) : []) {
      for (const each of passagesOf(id)) each.classList.toggle("near", on);
      cardOf(id)?.classList.toggle("near", on);
    }
  });
}

/**
 * Where the text of a card stands: the paragraph beside it, which is named there without its section.
 * @param {HTMLElement} card
 */
function placeOf(card) {
  const [section, at] = [".chapter", ".row"].map(
    around => card.closest(around)?.querySelector(".at")?.textContent || "",
  );
  return at === section || at?.startsWith(`${section}.`) ? at : [section, at].filter(Boolean).join(".");
}

gatherPassages();
listenToClicks();
listenToPointer("mouseover", true);
listenToPointer("mouseout", false);
startReading(show);
offer({
  quotation: () => quoteChosen(id => passagesOf(id).map(lit => quote(textOf(lit)))),
  rows: () => listCards(findAll(document, ".claim[data-n]"), placeOf),
});
