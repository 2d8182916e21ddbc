/* What the page carries of a table that is too large to begin with. */

/**
 * A row: label, id, bearing, whether only the map's own steps lead there, what is unreadable, and the cells: the
 * number of the column, the two classes and the sign of the mark, the words; last, how many speak to it.
 * @typedef {[string, string, string, boolean, string[], [number, string, string, string, string][], number]} PackedRow
 */

/**
 * @typedef {object} PackedGroup
 * @property {string} title
 * @property {string} id
 * @property {string[]} sums
 * @property {PackedRow[]} rows
 */

/**
 * @typedef {object} PackedTable
 * @property {string[]} names
 * @property {number[]} claims
 * @property {PackedGroup[]} groups
 */

export {};
