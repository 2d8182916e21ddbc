/* The outline without a script is whole; with one it can be searched, filtered, opened and folded. */
import {address, encodeId} from "../../page/static/address.js";
import {element, find, findAll, findTarget} from "../../page/static/elements.js";
import {readParts} from "../../page/static/parts.js";
import {followCards, listCards, quoteChosen} from "../../page/static/card-quotation.js";
import {offer} from "../../page/static/share.js";
import {startReading} from "../../page/static/reveal.js";
import {findSpans, foldText, wordsOf} from "../../page/static/text-search.js";
import {phrase} from "../../page/static/words.js";

/** @import {Parts} from "../../page/static/parts.js" */

const SLOW_FROM = 2000;
const MOST_MARKED = 200;
const MOST_ELSEWHERE = 20;

/** @type {HTMLElement[] | null} */
let found = null;
/** A large debate has many thousands of claims: they are gathered when they are first asked for. */
const claims = () => (found ??= findAll(document, ".c"));
/** @type {Map<HTMLElement, string> | null} */
let foldedWords = null;

/**
 * The words of each claim itself, without those of the reasons beneath it.
 * @returns {Map<HTMLElement, string>}
 */
function gatherWords() {
  return new Map(
    claims().map(claim => {
      const holder = claim.querySelector(":scope > details") || claim;
      const parts = [...holder.children].filter(child => !child.matches("ul, .sides, .step, .answered-by"));
      return [claim, foldText(parts.map(child => child.textContent).join(" "))];
    }),
  );
}

/**
 * The claims that the query and the choices let pass, or null where they ask for nothing.
 * @param {string} query
 * @param {{by?: string, role?: string, status?: string}} chosen
 */
function findWanted(query, chosen) {
  const terms = wordsOf(query);
  if (!terms.length && !Object.values(chosen).some(Boolean)) return null;
  if (terms.length) foldedWords ??= gatherWords();
  return claims().filter(
    claim => isChosen(claim.dataset, chosen) && terms.every(term => (foldedWords?.get(claim) || "").includes(term)),
  );
}

/**
 * @param {DOMStringMap} data of a claim
 * @param {{by?: string, role?: string, status?: string}} chosen
 */
function isChosen(data, {by, role, status}) {
  if (by && !(data.by || "").split(" ").includes(by)) return false;
  return (!role || data.r === role) && (!status || data.s === status);
}

/**
 * Shows the claims found, what they hang on, and nothing else; null shows all.
 * @param {HTMLElement[] | null} hits
 * @param {boolean} inParts
 */
function showOnly(hits, inParts) {
  document.body.classList.toggle("sifted", hits !== null);
  for (const kept of document.querySelectorAll(".kept, .hit")) kept.classList.remove("kept", "hit");
  find("clear").hidden = hits === null;
  const n = hits?.length ?? 0;
  find("found").textContent =
    hits === null ? "" : inParts ? phrase("outline.found-here", {n}) : phrase("outline.found", {n});
  for (const hit of hits || []) {
    hit.classList.add("hit");
    keepAround(hit);
  }
}

/** @param {HTMLElement} hit */
function keepAround(hit) {
  for (let at = /** @type {HTMLElement | null} */ (hit); at && at !== document.body; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement && at.parentElement !== hit) at.open = true;
    if (!at.matches("li, article, section, .side")) continue;
    if (at !== hit && at.classList.contains("kept")) break;
    at.classList.add("kept");
  }
}

/**
 * Says what is so called on other parts: the first lists it, the others lead to the first.
 * @param {Parts} parts
 * @param {string} query
 */
function showElsewhere(parts, query) {
  const box = find("elsewhere");
  const there = parts.search(query);
  box.hidden = !query.trim() || (!there.length && !parts.first);
  if (box.hidden) return;
  if (parts.first) {
    const href = `${parts.first}#find=${encodeURIComponent(query)}`;
    box.replaceChildren(element("a", {href}, phrase("parts.search-all")));
    return;
  }
  box.replaceChildren(
    element("p", {}, phrase("parts.elsewhere", {n: there.length})),
    element(
      "ul",
      {},
      there
        .slice(0, MOST_ELSEWHERE)
        .map(({file, id, label}) =>
          element("li", {}, element("a", {href: `${file}#n=${encodeId(id)}`, dir: "auto"}, label)),
        ),
      there.length > MOST_ELSEWHERE ? element("li", {}, "…") : null,
    ),
  );
}

/**
 * Marks the words of the query within the claims found, where the browser can.
 * @param {HTMLElement[]} hits
 * @param {string} query
 */
function markWords(hits, query) {
  if (typeof CSS === "undefined" || !CSS.highlights) return;
  CSS.highlights.delete("found");
  const ranges = query.trim() ? hits.slice(0, MOST_MARKED).flatMap(hit => findRanges(hit, query)) : [];
  if (ranges.length) CSS.highlights.set("found", new Highlight(...ranges));
}

/**
 * @param {HTMLElement} hit
 * @param {string} query
 */
function findRanges(hit, query) {
  const ranges = [];
  const walker = document.createTreeWalker(hit.querySelector(":scope > details") || hit, NodeFilter.SHOW_TEXT, node =>
    node.parentElement?.closest(".c") === hit ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    for (const [start, end] of findSpans(text.textContent || "", query)) {
      const range = new Range();
      range.setStart(text, start);
      range.setEnd(text, end);
      ranges.push(range);
    }
  }
  return ranges;
}

const allDetails = () =>
  /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".outline .chapter details"));

function expand() {
  for (const each of allDetails()) each.open = true;
}

function collapse() {
  for (const each of allDetails()) {
    each.open = Boolean(each.parentElement?.matches(".sides > .side > ul > li, .position > ul > li, .premise"));
  }
}

/** Paper shows everything; afterwards what was folded is folded again. */
function listenToPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...allDetails()].filter(each => !each.open);
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
}

/**
 * @param {HTMLElement} form
 * @param {Parts} parts
 */
function listenToForm(form, parts) {
  const query = find("query", HTMLInputElement);
  const selects = ["by", "role", "status"]
    .map(id => document.getElementById(id))
    .filter(each => each instanceof HTMLSelectElement);
  const look = () => {
    const hits = findWanted(query.value, Object.fromEntries(selects.map(select => [select.id, select.value])));
    showOnly(hits, parts.several);
    showElsewhere(parts, query.value);
    markWords(hits || [], query.value);
  };
  let searching = 0;
  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  for (const select of selects) select.addEventListener("change", look);
  query.addEventListener("input", () => {
    clearTimeout(searching);
    if (claims().length > SLOW_FROM) searching = setTimeout(look, 120);
    else look();
  });
  find("expand").addEventListener("click", expand);
  find("collapse").addEventListener("click", collapse);
  find("clear").addEventListener("click", () => {
    query.value = "";
    for (const select of selects) select.value = "";
    look();
    query.focus();
  });
  listenToKeys(query, look);
  query.value = address.get("find") || "";
  if (query.value) look();
}

/**
 * @param {HTMLInputElement} query
 * @param {() => void} look
 */
function listenToKeys(query, look) {
  addEventListener("keydown", event => {
    const typing = findTarget(event, "input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      query.focus();
    }
    if (event.key === "Escape" && event.target === query) {
      query.value = "";
      look();
    }
  });
}

readParts().then(parts => {
  const form = document.getElementById("filters");
  if (form) listenToForm(form, parts);
});
listenToPrint();
startReading();
followCards();
offer({
  quotation: quoteChosen,
  rows: () => listCards(document.body.classList.contains("sifted") ? findAll(document, ".c.hit") : claims()),
});
