/* A person's case on a page of text: what is theirs is marked, the way to the questions stays, the rest steps back. */
import {element, findAll} from "./elements.js";
import {phrase, phraseAround} from "./words.js";

/** @import {Lens} from "./lens.js" */

/** What was folded otherwise before a case was shown. @type {Map<HTMLDetailsElement, boolean>} */
const folded = new Map();

/**
 * What an element is in somebody's case: theirs by what they do, or on the way from there; null where it is neither.
 * @param {Lens} lens
 * @returns {(id: string) => string | null}
 */
export function rankIn(lens) {
  /** @type {Map<string, string>} */
  const ranks = new Map();
  /** @type {[string, string[]][]} */
  const parts = [
    ["beyond", lens.beyond],
    ["onway", [...lens.path, ...lens.steps]],
    ["open", lens.open],
    ["held", lens.holds],
    ["rejected", lens.rejects],
  ];
  for (const [rank, ids] of parts) for (const id of ids) ranks.set(id, rank);
  return id => ranks.get(id) || null;
}

/**
 * Shows the page as the case of a person, or as everybody's where there is none.
 * @param {Lens | null} lens
 * @param {string | null} id of the person
 */
export function markCase(lens, id) {
  document.getElementById("case")?.remove();
  document.body.classList.toggle("lensed", lens !== null);
  for (const each of findAll(document, "[data-case]")) delete each.dataset.case;
  unfold();
  if (!lens || !id) return;
  const rank = rankIn(lens);
  const records = findAll(document, "main [id^='n='], main [data-n]");
  for (const record of records) {
    const ranks = (record.dataset.n?.split(" ") || [record.id.slice(2)]).map(rank).filter(Boolean);
    const best = ["rejected", "held", "open", "onway", "beyond"].find(each => ranks.includes(each));
    if (best) record.dataset.case = best;
  }
  const own = records.filter(record => /held|rejected|open/.test(record.dataset.case || ""));
  if (!lens.path.length) markAbove(own);
  fold(own);
  document.querySelector("main .sheet")?.prepend(tellCase(lens, id));
}

/**
 * Where a large map has no ways to the questions, those that the page itself has: what stands around theirs.
 * @param {HTMLElement[]} own
 */
function markAbove(own) {
  for (const record of own) {
    for (
      let at = record.parentElement?.closest(".c");
      at instanceof HTMLElement;
      at = at.parentElement?.closest(".c")
    ) {
      at.dataset.case ??= "onway";
    }
  }
}

/**
 * Unfolds what holds a record of theirs, and folds the rest of what can be.
 * @param {HTMLElement[]} own
 */
function fold(own) {
  /** @type {Set<Element>} */
  const around = new Set();
  for (const record of own) {
    for (let at = /** @type {Element | null} */ (record); at && !around.has(at); at = at.parentElement) around.add(at);
    const inner = record.querySelector(":scope > details");
    if (inner) around.add(inner);
  }
  for (const each of document.querySelectorAll("main details")) {
    if (!(each instanceof HTMLDetailsElement)) continue;
    folded.set(each, each.open);
    each.open = around.has(each);
  }
}

function unfold() {
  for (const [each, open] of folded) each.open = open;
  folded.clear();
}

/**
 * Which sides a person takes, where they are silent, and by whose report they are heard.
 * @param {Lens} lens
 * @param {string} id
 */
export function tellCase(lens, id) {
  const theirs = element("span", {class: "sample"}, phrase("lens.theirs"));
  const href = `matrix.html#who=${encodeURIComponent(id)}`;
  return element(
    "aside",
    {id: "case", class: "case", "aria-label": phrase("lens.of", {name: lens.name})},
    element("p", {}, element("b", {}, lens.told), " ", lens.report),
    element("p", {class: "note"}, phraseAround("lens.key", {theirs}), " ", element("a", {href}, phrase("lens.whole"))),
  );
}
