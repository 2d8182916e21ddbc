/* What the pages of text share: finding a record's element, opening what hides it, and showing it. */
import {followAddress} from "./address.js";
import {markCase} from "./case-marks.js";
import {readPayload, startPage} from "./core.js";
import {followLens} from "./lens.js";
import {notice} from "./notices.js";
import {readParts} from "./parts.js";
import {phrase} from "./words.js";

/** @typedef {(target: HTMLElement, id: string) => void} Show */

/** @param {string} id */
const elementOf = id => document.getElementById(`n=${id}`);

/**
 * The element of a record; a step written on its claim (claim/target, where the target may be such a step) leads to
 * the claim.
 * @param {string} id
 * @returns {HTMLElement | null}
 */
function findRecord(id) {
  const end = id.lastIndexOf("/");
  return elementOf(id) || (end < 0 ? null : findRecord(id.slice(0, end)));
}

/**
 * A section or another part of the page that has a name of its own.
 * @param {string} id
 */
function findPart(id) {
  const found = document.getElementById(id);
  return found?.closest("main .sheet") ? found : null;
}

/**
 * Opens every <details> around an element, and its own.
 * @param {HTMLElement} target
 */
function reveal(target) {
  for (let at = /** @type {HTMLElement | null} */ (target); at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  const own = target.querySelector(":scope > details");
  if (own instanceof HTMLDetailsElement) own.open = true;
}

/** @type {HTMLElement | null} */
let shown = null;

/**
 * Brings a record's element into view, marks it and gives it the focus.
 * @param {HTMLElement} target
 */
export function showElement(target) {
  reveal(target);
  shown?.classList.remove("shown");
  shown = target;
  target.classList.add("shown");
  target.scrollIntoView({block: "start"});
  // What was not laid out yet may push the target away; then it is sought once more.
  afterTwoFrames(() => {
    const {top, bottom} = target.getBoundingClientRect();
    if (shown === target && (bottom < 0 || top > innerHeight)) target.scrollIntoView({block: "start"});
  });
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({preventScroll: true});
}

/** @param {() => void} act */
const afterTwoFrames = act => requestAnimationFrame(() => requestAnimationFrame(act));

/**
 * Starts a page of text: shows #n=id now and whenever it changes, and tells tests and styles that it listens.
 * What stands on another page gets a notice; its id and words are the page's payload. `showCase` shows it as one
 * person's case.
 * @param {Show} [display]
 * @param {Parameters<typeof followLens>[0]} [showCase]
 */
export async function startReading(display = showElement, showCase = markCase) {
  startPage();
  scrollToCurrentPage();
  /** @type {Map<string, string>} */
  const elsewhere = new Map(Object.entries((await readPayload()) || {}));
  await followLens(showCase);
  const parts = await readParts();
  /** @param {string} id */
  const isHere = id => Boolean(findRecord(id) || findPart(id));
  followAddress(
    id => isHere(id) || elsewhere.has(id) || parts.fileOf(id) !== "",
    id => {
      if (!id) return;
      const file = isHere(id) || elsewhere.has(id) ? "" : parts.fileOf(id);
      if (file) location.replace(file + location.hash);
      else showRecord(id, elsewhere.get(id) || "", display);
    },
  );
  document.documentElement.dataset.ready = "";
}

/**
 * @param {string} id
 * @param {string} words what the record says, should it stand on another page
 * @param {Show} display
 */
function showRecord(id, words, display) {
  const target = findRecord(id);
  const part = target ? null : findPart(id);
  if (part) part.scrollIntoView();
  else if (target) display(target, id);
  else notice(phrase("page.not-here", {words: words.slice(0, 80)}));
}

/** On a phone the row of pages scrolls; the current one should be in sight. */
function scrollToCurrentPage() {
  const current = document.querySelector(".pages [aria-current]");
  const row = current?.parentElement;
  if (!(current instanceof HTMLElement) || !row) return;
  row.scrollLeft = current.offsetLeft - row.clientWidth / 2;
}
