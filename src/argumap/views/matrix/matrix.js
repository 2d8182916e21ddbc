/* The table sorts, filters and saves itself; the numbers it saves are those that it was built with. */
import {parseAddress} from "../../page/static/address.js";
import {readPayload} from "../../page/static/core.js";
import {element, find, findAll, findTarget, textOf} from "../../page/static/elements.js";
import {say} from "../../page/static/notices.js";
import {showElement, startReading} from "../../page/static/reveal.js";
import {writeCsv} from "./csv.js";
import {buildRows, unpackRows} from "./folded-rows.js";

/** The marks of a cell in the order that sorting gives them; a cell without one comes last. */
const MARKS = ["+", "±", "−", "·"];

/**
 * Where a row of claims comes when its table is sorted by `key`: "text", "total" or a column.
 * @param {HTMLTableRowElement} row
 * @param {string} key
 */
function rank(row, key) {
  if (key === "text") return place(row);
  if (key === "total") return -Number(row.querySelector(".total")?.textContent || 0);
  const mark = row.querySelector(`td[data-column="${key}"] .mark`);
  if (!mark) return MARKS.length;
  const found = MARKS.indexOf(mark.textContent || "");
  return found < 0 ? MARKS.length - 1 : found;
}

/** @param {HTMLTableRowElement} row */
const place = row => Number(row.dataset.order);

/**
 * @param {HTMLTableSectionElement} body
 * @param {string} key
 */
function order(body, key) {
  const rows = [...body.rows].slice(1);
  rows.sort((a, b) => rank(a, key) - rank(b, key) || place(a) - place(b));
  body.append(...rows);
}

/**
 * @param {HTMLTableElement} table
 * @param {Event} event a click on one of its heads
 */
function sort(table, event) {
  const button = findTarget(event, "button[data-sort]");
  const head = button?.closest("th");
  if (!button || !head) return;
  const again = head.getAttribute("aria-sort") !== "none";
  for (const each of table.querySelectorAll("th[aria-sort]")) each.setAttribute("aria-sort", "none");
  const key = again ? "text" : button.dataset.sort || "text";
  if (!again) head.setAttribute("aria-sort", key === "total" ? "descending" : "ascending");
  for (const body of table.tBodies) order(body, key);
  say(again ? "Sorted as in the source" : `Sorted by ${textOf(head)}`);
}

/**
 * Leaves the columns and groups that the filters let pass; the cards follow.
 * @param {HTMLTableElement} table
 */
function sift(table) {
  const position = find("position", HTMLSelectElement).value;
  const kind = find("kind", HTMLSelectElement).value;
  const least = Number(find("least", HTMLInputElement).value) || 1;
  /** @param {HTMLElement} each */
  const wanted = each => (!kind || each.dataset.kind === kind) && Number(each.dataset.claims) >= least;
  /** @param {HTMLElement} group */
  const isElsewhere = group => position !== "" && group.dataset.group !== position;
  const heads = [...(table.tHead?.rows[0].cells || [])].filter(head => head.dataset.column !== undefined);
  const left = new Set(heads.filter(wanted).map(head => head.dataset.column));
  for (const cell of findAll(table, "[data-column]")) cell.hidden = !left.has(cell.dataset.column);
  for (const body of table.tBodies) body.hidden = isElsewhere(body);
  for (const card of findAll(document, ".person")) {
    const groups = findAll(card, "details[data-group]");
    for (const group of groups) group.hidden = isElsewhere(group);
    card.hidden = !wanted(card) || (position !== "" && groups.every(group => group.hidden));
  }
  find("found").textContent = left.size === heads.length ? "" : left.size === 1 ? "1 column" : `${left.size} columns`;
}

/**
 * Opens a position that is folded to its sums, or folds it again.
 * @param {HTMLTableElement} table
 * @param {Event} event a click in the table
 */
async function fold(table, event) {
  const button = findTarget(event, "button[data-fold]");
  const body = button?.closest("tbody");
  if (!button || !body) return;
  const opens = button.getAttribute("aria-expanded") === "false";
  button.setAttribute("aria-expanded", String(opens));
  if (opens) {
    const packed = await readPayload("packed-rows");
    body.append(...buildRows(packed.groups[Number(button.dataset.fold)], packed.names.length));
    const sorted = table.querySelector("th[aria-sort]:not([aria-sort=none]) button[data-sort]");
    if (sorted instanceof HTMLElement) order(body, sorted.dataset.sort || "text");
    sift(table);
  } else {
    for (const row of [...body.rows].slice(1)) row.remove();
  }
}

async function save() {
  const packed = await readPayload("packed-rows");
  const rows = packed ? unpackRows(packed) : await readPayload("csv-rows");
  const url = URL.createObjectURL(new Blob([writeCsv(rows)], {type: "text/csv"}));
  element("a", {href: url, download: "who-argues-what.csv"}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * On a phone the table gives way to the cards, so a claim is looked for there.
 * @param {HTMLElement} target
 * @param {string} id
 */
function show(target, id) {
  const seen = (target.offsetParent === null && target.closest("#table") && findCard(id)) || target;
  showElement(seen);
  seen.closest(".grid")?.scrollBy(0, -120);
}

/** @param {string} id */
function findCard(id) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".person li > a"));
  return [...links].find(each => parseAddress(each.hash).get("n") === id)?.parentElement;
}

function openAll() {
  for (const each of document.querySelectorAll("details")) each.open = true;
}

const table = document.getElementById("table");
if (table instanceof HTMLTableElement) {
  const filters = find("filters");
  filters.hidden = false;
  filters.addEventListener("submit", event => event.preventDefault());
  table.tHead?.addEventListener("click", event => sort(table, event));
  table.addEventListener("click", event => fold(table, event));
  for (const id of ["position", "kind", "least"]) find(id).addEventListener("input", () => sift(table));
  find("csv").addEventListener("click", save);
}
addEventListener("beforeprint", openAll);
startReading(show);
