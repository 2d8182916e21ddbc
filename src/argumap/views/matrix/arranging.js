/* The columns of the table: people by the side that they take on the answer that is opened. */
import {element, findAll} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";

/** Of more people than this only the most vocal of each side have a column of their own. */
const FEW = 12;
const SIDES = ["for", "against", "both", "none"];
/** How many columns the most vocal share. */
const NAMED = 12;

/**
 * How many of each side are named: all where they are few, else at least one and by the size of the side.
 * @param {number[]} sizes
 */
export function shareColumns(sizes) {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all <= FEW) return sizes;
  return sizes.map(size => Math.min(size, Math.max(size ? 1 : 0, Math.round((NAMED * size) / all))));
}

/**
 * Puts the columns in order and a bracket over each side; what has no column of its own is counted.
 * @param {HTMLElement} table
 * @param {Record<string, string[]>} sides
 * @param {{every: boolean, only: Set<string> | null}} how
 */
export function arrange(table, sides, {every, only}) {
  for (const old of findAll(table, ".brackets, .rest")) old.remove();
  const said = countMarks(table);
  const sorted = SIDES.map(side => {
    const shown = (sides[side] || []).filter(who => !only || only.has(who));
    return /** @type {const} */ ([side, shown.sort((a, b) => (said.get(b) || 0) - (said.get(a) || 0))]);
  });
  const used = sorted.filter(([, people]) => people.length);
  const named = every || only ? used.map(([, people]) => people.length) : shareColumns(used.map(([, p]) => p.length));
  const rows = findAll(table, "tr.heads, tr.answer, tr.claim, tr.left");
  for (const row of rows) arrangeRow(row, used, named);
  const head = element("tr", {class: "brackets"}, element("td"));
  for (const [n, [side, people]] of used.entries()) {
    const span = named[n] + (named[n] < people.length ? 1 : 0);
    head.append(
      element("th", {scope: "colgroup", colspan: span, class: side}, phrase(`who.bracket.${side}`, {n: people.length})),
    );
  }
  table.querySelector("thead")?.prepend(head);
}

/** @param {HTMLElement} table */
function countMarks(table) {
  /** @type {Map<string, number>} */
  const said = new Map();
  for (const cell of findAll(table, "tr.claim td[data-by]")) {
    const by = cell.dataset.by || "";
    if (cell.firstElementChild) said.set(by, (said.get(by) || 0) + 1);
  }
  return said;
}

/**
 * @param {HTMLElement} row
 * @param {(readonly [string, string[]])[]} sides
 * @param {number[]} named
 */
function arrangeRow(row, sides, named) {
  const cells = new Map(findAll(row, "[data-by]").map(cell => [cell.dataset.by || "", cell]));
  for (const cell of cells.values()) cell.hidden = true;
  for (const [n, [side, people]] of sides.entries()) {
    for (const [place, who] of people.entries()) {
      const cell = cells.get(who);
      if (!cell) continue;
      cell.hidden = place >= named[n];
      cell.classList.toggle("begins", place === 0);
      row.append(cell);
    }
    const rest = people.slice(named[n]).map(who => cells.get(who));
    if (rest.length) row.append(countRest(row, rest, side));
  }
}

/**
 * @param {HTMLElement} row
 * @param {(HTMLElement | undefined)[]} cells
 * @param {string} side
 */
function countRest(row, cells, side) {
  if (row.matches(".heads")) {
    const words = phrase("who.rest", {n: cells.length});
    return element(
      "th",
      {scope: "col", class: "rest"},
      element("button", {type: "button", class: "rest-button"}, words),
    );
  }
  const marks = cells.filter(cell => cell?.firstElementChild && !cell.querySelector(".mark[hidden]"));
  if (!row.matches(".answer")) {
    const words = marks.length ? phrase("who.rest", {n: marks.length}) : null;
    return element("td", {class: "rest", "data-words": words}, marks.length || "");
  }
  const told = ["for", "against"].map(each => ({
    each,
    n: marks.filter(cell => cell?.querySelector(`.stand.${each}`)).length,
  }));
  return element(
    "td",
    {class: `rest ${side}`},
    told
      .filter(({n}) => n)
      .map(({each, n}) => element("span", {class: `stand ${each}`}, phrase(`who.bracket.${each}`, {n}))),
  );
}
