/* What is unfolded, in an address: short lists of ids where few differ, otherwise one bit for each card with
 * something beneath, in the order of the map. The count before the bits tells whether they fit this map.
 */
import {decodeSafely, encodeId} from "../../page/static/address.js";
import {hasBeneath} from "./ghosts.js";

/** @import {Debate} from "./card-tree.js" */

/** At most one of them is set. @typedef {{open: string | null, folded: string | null, folds: string | null}} Folds */

const ALL = "*";
const NONE = "-";
const SIGNS = new Map([
  [ALL, "%2A"],
  [NONE, "%2D"],
]);
const LISTED = 40;
const BITS = 6;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** @param {Pick<Debate, "nodes">} debate */
const parentsOf = debate => [...debate.nodes.values()].filter(hasBeneath).map(node => node.id);

/**
 * Ids in one value of an address, none of which can be taken for the signs of all and of none.
 * @param {readonly string[]} ids
 */
export const writeList = ids => ids.map(id => SIGNS.get(id) ?? encodeId(id)).join(",");

/** @param {string | null | undefined} text */
export const readList = text => (text || "").split(",").filter(Boolean).map(decodeSafely);

/**
 * @param {Pick<Debate, "nodes">} debate
 * @param {ReadonlySet<string>} open
 * @returns {Folds}
 */
export function writeFolds(debate, open) {
  const parents = parentsOf(debate);
  const opened = parents.filter(id => open.has(id));
  const folded = parents.filter(id => !open.has(id));
  if (!folded.length) return {open: ALL, folded: null, folds: null};
  if (opened.length <= LISTED) return {open: writeList(opened) || NONE, folded: null, folds: null};
  if (folded.length <= LISTED) return {open: null, folded: writeList(folded), folds: null};
  return {open: null, folded: null, folds: `${parents.length}.${pack(parents.map(id => open.has(id)))}`};
}

/**
 * The unfolded ids that an address names, or null where it names none that fit this map.
 * @param {Pick<Debate, "nodes">} debate
 * @param {(key: string) => string | null} get
 */
export function readFolds(debate, get) {
  const parents = parentsOf(debate);
  const open = get("open");
  if (open === ALL) return new Set(parents);
  if (open === NONE) return new Set();
  if (open) return new Set(readList(open).filter(id => debate.nodes.has(id)));
  const folded = new Set(readList(get("folded")));
  if (folded.size) return new Set(parents.filter(id => !folded.has(id)));
  const [, count, digits = ""] = /^(\d+)\.([\w-]*)$/.exec(get("folds") || "") || [];
  if (Number(count) !== parents.length || digits.length !== Math.ceil(parents.length / BITS)) return null;
  const bits = unpack(digits);
  return new Set(parents.filter((_, n) => bits[n]));
}

/** @param {readonly boolean[]} bits */
function pack(bits) {
  let text = "";
  for (let at = 0; at < bits.length; at += BITS) {
    text += DIGITS[bits.slice(at, at + BITS).reduce((sum, bit, n) => sum | (bit ? 1 << n : 0), 0)];
  }
  return text;
}

/** @param {string} text */
function unpack(text) {
  const places = Array.from({length: BITS}, (_, n) => n);
  return [...text].flatMap(digit => places.map(n => Boolean((DIGITS.indexOf(digit) >> n) & 1)));
}
