/* What a card that is read says, as words to be handed on: the claim, who says it, where, and how it stands. */
import {address} from "./address.js";
import {findAll, findTarget, textOf} from "./elements.js";
import {phrase} from "./words.js";

/** @import {Quotation} from "./share.js" */

/** Where pages keep the parts of a card. */
const PARTS = {
  claim: ":scope > .words, :scope > .text, :scope > details > .text",
  label: ":scope > summary b, :scope > details > summary b, :scope > h3",
  who: ":scope > .meta, :scope > .about > .meta, :scope > details > .meta",
  part: [".part .relation", "summary .relation", "details > summary .relation", "h3 .kicker"]
    .map(at => `:scope > ${at}`)
    .join(),
  verdict: [":scope", ":scope > .about", ":scope > details"]
    .flatMap(at => [`${at} > .part .status`, `${at} > .verdict .status`, `${at} > .meta > .verdict .status`])
    .join(),
};
/** What is drawn, or said to a screen reader alone. */
const UNWRITTEN = "[aria-hidden=true], .unseen";
/** What stands in the line on who says a claim and is not that. */
const BESIDE = ".place, .type, .verdict";

/** @param {Element | null} element */
function wordsOf(element) {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return "";
  for (const each of copy.querySelectorAll(UNWRITTEN)) each.remove();
  return textOf(copy).replace(/\s+/g, " ");
}

/**
 * @param {HTMLElement} card
 * @returns {{claim: string, who: string, part: string, verdict: string, places: string[]}}
 */
export function readCard(card) {
  const said = card.querySelector(PARTS.who)?.cloneNode(true) || null;
  const places = said instanceof HTMLElement ? findAll(said, ".place").map(wordsOf) : [];
  if (said instanceof HTMLElement) for (const each of said.querySelectorAll(BESIDE)) each.remove();
  return {
    claim: wordsOf(card.querySelector(PARTS.claim) || card.querySelector(PARTS.label)),
    who: wordsOf(said instanceof Element ? said : null),
    part: wordsOf(card.querySelector(PARTS.part)),
    verdict: wordsOf(card.querySelector(PARTS.verdict)),
    places,
  };
}

/** The card that the reader last worked in. */
let touched = "";

/** Has what is quoted follow the reader, where choosing a claim leaves the address as it is. */
export function followCards() {
  document.addEventListener("click", event => {
    const card = findTarget(event, ".c[id]");
    if (card) touched = card.id;
  });
  addEventListener("hashchange", () => {
    touched = "";
  });
}

/**
 * The quotation of the claim that the reader last worked in or that the address names, where its card is on the page.
 * @param {(id: string) => string[]} [passagesOf] its passages, where the page has their text
 * @returns {Quotation | null}
 */
export function quoteChosen(passagesOf = () => []) {
  const id = address.get("n") || "";
  const card = document.getElementById(touched || `n=${id}`);
  if (!card) return null;
  const {claim, who, places} = readCard(card);
  const passages = passagesOf(id);
  return claim ? {claim, who, passages: passages.length ? passages : places} : null;
}

/**
 * Cards as the rows of a table.
 * @param {readonly HTMLElement[]} cards
 * @param {(card: HTMLElement) => string} placeOf
 */
export function listCards(cards, placeOf = card => readCard(card).places.join("; ")) {
  const heads = ["share.claim", "share.part", "share.who", "share.verdict", "share.place"].map(key => phrase(key));
  const rows = cards.map(card => {
    const {claim, part, who, verdict} = readCard(card);
    return [claim, part, who, verdict, placeOf(card)];
  });
  return [heads, ...rows.filter(([claim]) => claim)];
}
