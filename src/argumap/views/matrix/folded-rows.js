/* The rows of a table that is too large to begin with: a position is filled when it is opened. */
import {encodeId} from "../../page/static/address.js";
import {element} from "../../page/static/elements.js";

/** @import {PackedGroup, PackedTable} from "./packed-table.js" */

/**
 * The whole table as rows of text, as the CSV has them.
 * @param {PackedTable} table
 * @returns {string[][]}
 */
export function unpackRows(table) {
  const rows = [["position", "claim", "id", "bearing", ...table.names, "voices"]];
  for (const group of table.groups) {
    let total = 0;
    for (const [label, id, bearing, , , cells, voices] of group.rows) {
      /** @type {string[]} */
      const marks = table.names.map(() => "");
      for (const [column, kind, , sign] of cells) marks[column] = `${sign} ${kind}`;
      rows.push([group.title, label, id, bearing, ...marks, String(voices)]);
      total += voices;
    }
    rows.push([group.title, "sum", group.id, "", ...group.sums, String(total)]);
  }
  rows.push(["all", "claims", "", "", ...table.claims.map(String), ""]);
  return rows;
}

/**
 * The rows of a position, as the page has them of a table that is not folded.
 * @param {PackedGroup} group
 * @param {number} columns
 */
export const buildRows = (group, columns) => group.rows.map((row, n) => buildRow(row, group, columns, n));

/**
 * @param {PackedGroup["rows"][number]} row
 * @param {PackedGroup} group
 * @param {number} columns
 * @param {number} place
 */
function buildRow([label, id, , mapped, unreadable, cells, voices], group, columns, place) {
  const href = `outline.html#n=${encodeId(id)}`;
  const marks = new Map(cells.map(cell => [cell[0], cell]));
  return element(
    "tr",
    {"data-order": place},
    element(
      "th",
      {scope: "row"},
      element("a", {href, dir: "auto"}, label),
      group.id === id && [" ", element("span", {class: "quiet"}, "the position itself")],
      unreadable.map(words => [" ", element("span", {class: "quiet"}, words)]),
      mapped && [" ", buildDagger()],
    ),
    Array.from({length: columns}, (_, n) => element("td", {"data-column": n}, buildMark(marks.get(n), href))),
    element("td", {class: "total"}, voices || ""),
  );
}

/**
 * @param {PackedGroup["rows"][number][5][number] | undefined} cell
 * @param {string} href
 */
function buildMark(cell, href) {
  if (!cell) return null;
  const [, kind, look, sign, words] = cell;
  return element(
    "a",
    {href, "aria-label": words, title: words},
    element("span", {class: `mark ${kind} ${look}`, "aria-hidden": "true"}, sign),
  );
}

function buildDagger() {
  const words = "by a step added by the map";
  return element("span", {class: "mapped", title: words}, "†", element("span", {class: "unseen"}, ` ${words}`));
}
