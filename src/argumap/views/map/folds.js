/* What is unfolded, in an address: short lists of ids where few differ, otherwise one bit for each card with
 * something beneath, in the order of the map. The count before the bits tells whether they fit this map.
 */
import {encodeId} from "../../page/static/address.js";

const LISTED = 40;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const parentsOf = map => [...map.nodes.values()].filter(node => node.children.length).map(node => node.id);
export const writeList = ids => ids.map(encodeId).join(",");
export const readList = text =>
  (text || "")
    .split(",")
    .filter(Boolean)
    .map(value => {
      try {
        return decodeURIComponent(value);
      } catch {
        return value;
      }
    });

/* {open, folded, folds}: at most one of them is set. */
export function writeFolds(map, open) {
  const parents = parentsOf(map),
    opened = parents.filter(id => open.has(id));
  if (opened.length === parents.length) return {open: "*", folded: null, folds: null};
  if (opened.length <= LISTED) return {open: writeList(opened) || "-", folded: null, folds: null};
  if (parents.length - opened.length <= LISTED)
    return {open: null, folded: writeList(parents.filter(id => !open.has(id))), folds: null};
  return {open: null, folded: null, folds: `${parents.length}.${pack(parents.map(id => open.has(id)))}`};
}
/* The unfolded ids that an address names, or null where it names none that fit this map. */
export function readFolds(map, get) {
  const parents = parentsOf(map);
  if (get("open") === "*") return new Set(parents);
  if (get("open")) return new Set(readList(get("open")).filter(id => map.nodes.has(id)));
  if (get("folded")) {
    const folded = new Set(readList(get("folded")));
    return new Set(parents.filter(id => !folded.has(id)));
  }
  const [, count, digits] = /^(\d+)\.([\w-]*)$/.exec(get("folds") || "") || [];
  if (Number(count) !== parents.length || digits.length !== Math.ceil(parents.length / 6)) return null;
  const bits = unpack(digits);
  return new Set(parents.filter((_, n) => bits[n]));
}
function pack(bits) {
  let text = "";
  for (let at = 0; at < bits.length; at += 6)
    text += DIGITS[bits.slice(at, at + 6).reduce((sum, bit, n) => sum | (bit ? 1 << n : 0), 0)];
  return text;
}
const unpack = text =>
  [...text].flatMap(digit => [0, 1, 2, 3, 4, 5].map(n => Boolean((DIGITS.indexOf(digit) >> n) & 1)));
