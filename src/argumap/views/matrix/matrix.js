/* Who argues what: what is shown follows from the address alone, so that Back and links tell the truth. */
import {address} from "../../page/static/address.js";
import {readPayload} from "../../page/static/core.js";
import {drawPart} from "../../page/static/element-picture.js";
import {find, findAll, findTarget, textOf} from "../../page/static/elements.js";
import {showElement, startReading} from "../../page/static/reveal.js";
import {offer} from "../../page/static/share.js";
import {foldText, wordsOf} from "../../page/static/text-search.js";
import {phrase} from "../../page/static/words.js";
import {arrange} from "./arranging.js";
import {buildCase} from "./case.js";
import {openMark} from "./mark-row.js";
import {buildPair} from "./pair.js";

/** @import {People} from "./people.js" */

/** @typedef {Record<string, Record<string, string[]>>} Brackets by answer, the people by side */

const tables = () => findAll(document, "table.who").filter(each => each instanceof HTMLTableElement);

/** @type {Map<HTMLElement, Brackets>} */
const brackets = new Map();
/** @type {People} */
const people = {lenses: new Map(), records: {}, pairs: {}, answers: {}};

/** Shows what the address asks for. */
function look() {
  const {compare, who} = Object.fromEntries(address.all());
  const held = document.activeElement;
  const beside = compare
    ? buildPair(people, compare.split(","))
    : who && people.lenses.has(who) && buildCase(people, who);
  find("aside").replaceChildren(...(beside ? [beside] : []));
  find("aside").hidden = !beside;
  find("everybody").hidden = Boolean(beside);
  if (!beside) tellFound(tables().map(lookAt));
  /* Columns that were put in another order have lost the focus. */
  if (held instanceof HTMLElement && held.isConnected && held !== document.activeElement)
    held.focus({preventScroll: true});
}

/**
 * Says how much the search found in all tables, and unfolds those that hold some of it.
 * @param {number[]} found
 */
function tellFound(found) {
  const line = document.getElementById("found");
  const sought = Boolean(address.get("find"));
  if (!line) return;
  line.hidden = !sought;
  line.textContent = phrase("who.found", {n: found.reduce((sum, n) => sum + n, 0)});
  if (!sought) return;
  for (const [n, table] of tables().entries()) if (found[n]) table.closest("details")?.setAttribute("open", "");
}

/**
 * Shows of a table what the address asks for; how much the search found in it is given back.
 * @param {HTMLElement} table
 */
function lookAt(table) {
  const sides = brackets.get(table) || {};
  const opened = findOpened(table, Object.keys(sides));
  const query = address.get("find") || "";
  const voice = address.get("voice") || "";
  showFilters(query, voice);
  for (const row of findAll(table, ".opened-mark")) row.remove();
  for (const body of findAll(table, "tbody")) openBody(body, body.dataset.answer === opened);
  for (const mark of findAll(table, "td .mark")) mark.hidden = Boolean(voice) && !mark.classList.contains(voice);
  const hits = sift(table, query);
  arrange(table, sides[opened] || sides[table.dataset.opened || ""] || {}, {
    every: address.get("all") === "yes",
    only: hits.people,
  });
  showMark(table);
  return hits.count;
}

/**
 * @param {string} query
 * @param {string} voice
 */
function showFilters(query, voice) {
  const search = document.getElementById("find");
  const select = document.getElementById("voice");
  if (search instanceof HTMLInputElement && search !== document.activeElement) search.value = query;
  if (select instanceof HTMLSelectElement) select.value = voice;
}

/**
 * The answer that is open: the one asked for, else the one that the page begins with; "" where all are folded.
 * @param {HTMLElement} table
 * @param {string[]} answers
 */
function findOpened(table, answers) {
  const asked = address.get("open") || "";
  if (answers.includes(asked)) return asked;
  return asked === "none" ? "" : table.dataset.opened || "";
}

/**
 * @param {HTMLElement} body
 * @param {boolean} open
 */
function openBody(body, open) {
  body.classList.toggle("open", open);
  body.querySelector("[data-open]")?.setAttribute("aria-expanded", String(open));
  for (const row of findAll(body, "tr.claim, tr.left")) row.hidden = !open && !row.classList.contains("best");
}

/**
 * Leaves the rows that the query finds; the people that it finds are given back, null where it finds none.
 * @param {HTMLElement} table
 * @param {string} query
 * @returns {{people: Set<string> | null, count: number}}
 */
function sift(table, query) {
  const words = wordsOf(query);
  if (!words.length) return {people: null, count: 0};
  /** @param {HTMLElement} each */
  const holds = each => words.every(word => foldText(textOf(each)).includes(word));
  const heads = findAll(table, "thead th[data-by]").filter(holds);
  const rows = findAll(table, "tbody tr.claim").filter(row =>
    holds(/** @type {HTMLElement} */ (row.firstElementChild)),
  );
  if (rows.length) for (const row of findAll(table, "tbody tr.claim")) row.hidden = !rows.includes(row);
  const count = heads.length + rows.length;
  return {people: heads.length ? new Set(heads.map(head => head.dataset.by || "")) : null, count};
}

/**
 * Opens the row of the mark that the address names, n=claim&by=person.
 * @param {HTMLElement} table
 */
function showMark(table) {
  const {n, by} = Object.fromEntries(address.all());
  for (const mark of findAll(table, ".mark[aria-expanded=true]")) mark.setAttribute("aria-expanded", "false");
  if (!n || !by) return;
  const row = findAll(table, "tr.claim").find(each => each.dataset.n === n);
  const cell = row && findAll(row, "td[data-by]").find(each => each.dataset.by === by);
  if (!row || !cell?.querySelector(".mark")) return;
  row.hidden = false;
  cell.querySelector(".mark")?.setAttribute("aria-expanded", "true");
  openMark(people, row, cell);
}

/** @param {Record<string, string | null>} changes */
function go(changes) {
  address.set(changes, {push: true});
  look();
}

/** @param {Event} event */
function follow(event) {
  const fold = findTarget(event, "[data-open]");
  const mark = findTarget(event, "td .mark");
  const rest = findTarget(event, ".rest-button");
  if (fold) {
    go({open: fold.getAttribute("aria-expanded") === "true" ? "none" : fold.dataset.open || "", n: null, by: null});
  } else if (mark) {
    const by = mark.closest("td")?.dataset.by || "";
    const n = mark.closest("tr")?.dataset.n || "";
    const shut = mark.getAttribute("aria-expanded") === "true";
    go(shut ? {n: null, by: null} : {n, by});
    mark.focus();
  } else if (rest) go({all: address.get("all") === "yes" ? null : "yes"});
}

/**
 * Escape closes what a mark has opened, wherever in it the focus is.
 * @param {KeyboardEvent} event
 */
function letGo(event) {
  const {n, by} = Object.fromEntries(address.all());
  if (event.key !== "Escape" || event.defaultPrevented || !n || !by || !document.querySelector(".opened-mark")) return;
  const mark = document.querySelector(".mark[aria-expanded=true]");
  go({n: null, by: null});
  if (mark instanceof HTMLElement) mark.focus();
}

/** The rows and columns that are shown, as the reader sees them. */
function gatherRows() {
  const rows = [];
  for (const table of tables().filter(each => each.offsetParent)) {
    for (const row of findAll(table, "tr.heads, tr.answer, tr.claim").filter(each => !each.hidden)) {
      rows.push(
        findAll(row, "th, td")
          .filter(each => !each.hidden)
          .map(tellCell),
      );
    }
  }
  return rows;
}

/** @param {HTMLElement} cell */
function tellCell(cell) {
  const mark = cell.querySelector(".mark");
  if (cell.matches(".corner")) return "";
  if (cell.matches("td") && mark instanceof HTMLElement)
    return mark.hidden ? "" : `${textOf(mark)} ${mark.dataset.act}`;
  const named = cell.querySelector(".title, .name, a");
  return textOf(cell.matches("th") && named ? named : cell).replace(/\s+/g, " ");
}

/** The claim of the row that is opened or led to, with who says it. */
function quoteRow() {
  const row = findAll(document, "tr.claim").find(each => each.dataset.n === address.get("n"));
  if (!row) return null;
  const heads = findAll(/** @type {HTMLElement} */ (row.closest("table")), "thead th[data-by]");
  const names = new Map(heads.map(head => [head.dataset.by, tellCell(head)]));
  const marks = findAll(row, "td[data-by] .mark").map(mark => [mark.closest("td")?.dataset.by || "", mark.dataset.act]);
  const who = marks.map(([by, act]) => `${names.get(by) || by} ${act}`).join("; ");
  return {claim: tellCell(/** @type {HTMLElement} */ (row.firstElementChild)), who};
}

/**
 * A person's name leads to their case, a claim to its row.
 * @param {HTMLElement} target
 * @param {string} id
 */
function show(target, id) {
  if (people.lenses.has(id)) {
    address.set({who: id, n: null});
    look();
    return;
  }
  if (address.get("by")) {
    document.querySelector(".opened-mark")?.scrollIntoView({block: "nearest"});
    return;
  }
  const row = target.closest("tr");
  const answer = target.closest("tbody")?.dataset.answer;
  if (answer && row?.hidden) {
    address.set({open: answer});
    look();
  }
  showElement(target);
}

/**
 * The people by side, of each answer, from the numbers of their columns.
 * @param {HTMLElement} table
 * @param {Record<string, number[]>[]} sides
 * @returns {Brackets}
 */
function nameColumns(table, sides) {
  const who = findAll(table, "thead th[data-by]").map(head => head.dataset.by || "");
  const answers = findAll(table, "tbody").map(body => body.dataset.answer || "");
  return Object.fromEntries(
    sides.map((side, n) => [
      answers[n],
      Object.fromEntries(Object.entries(side).map(([name, columns]) => [name, columns.map(column => who[column])])),
    ]),
  );
}

/**
 * Every cell gets to know whose column it stands in; in a large table it says so nowhere else.
 * @param {HTMLElement} table
 */
function nameCells(table) {
  const who = findAll(table, "thead th[data-by]").map(head => head.dataset.by || "");
  for (const row of findAll(table, "tbody tr"))
    for (const [n, cell] of findAll(row, "td").entries()) cell.dataset.by = who[n];
}

function listen() {
  const filters = document.querySelector(".filters");
  if (!(filters instanceof HTMLElement)) return;
  filters.hidden = false;
  find("everybody").addEventListener("click", follow);
  find("compare").addEventListener("click", () => go({compare: Object.keys(people.pairs)[0] || null}));
  find("voice").addEventListener("change", () => go({voice: find("voice", HTMLSelectElement).value || null}));
  find("find").addEventListener("input", () => {
    address.set({find: find("find", HTMLInputElement).value || null});
    look();
  });
}

/** What is opened for paper, to be closed afterwards. @type {Element[]} */
let unfolded = [];

/** On paper every question and every row is there; what a search left out stays out. */
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("#everybody details:not([open])")];
  for (const each of unfolded) each.setAttribute("open", "");
  if (!address.get("find")) for (const row of findAll(find("everybody"), "tr.claim, tr.left")) row.hidden = false;
});
addEventListener("afterprint", () => {
  for (const each of unfolded) each.removeAttribute("open");
  look();
});

Promise.all([readPayload("lenses"), readPayload("records"), readPayload("pairs")]).then(async ([who, known, found]) => {
  Object.assign(people, {lenses: new Map(Object.entries(who || {})), records: known || {}, pairs: found || {}});
  for (const table of tables()) {
    const id = table.closest("[data-issue]")?.getAttribute("data-issue") || "";
    people.answers[id] = findAll(table, "tbody").map(body => body.dataset.answer || "");
    nameCells(table);
    brackets.set(table, nameColumns(table, (await readPayload(`brackets-${table.dataset.table}`)) || []));
  }
  listen();
  offer({
    canvas: () => drawPart("#aside:not([hidden]), #everybody:not([hidden]) [data-issue]"),
    quotation: quoteRow,
    rows: gatherRows,
  });
  for (const name of ["hashchange", "popstate"]) addEventListener(name, look);
  addEventListener("keydown", letGo);
  look();
  await startReading(show, look);
});
