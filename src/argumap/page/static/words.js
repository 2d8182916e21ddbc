/* What the page says, in its language: the phrases that its scripts name stand in the element #words. */
import {flatten} from "./elements.js";

/** @import {Child} from "./child.js" */
/** @typedef {{none?: string, one?: string, two?: string, many: string}} Forms */
/** @typedef {Record<string, string | Forms>} Phrases */

/** @type {Phrases | null} */
let phrases = null;
let language = "en";
/** @type {Map<string, Intl.NumberFormat>} */
const writers = new Map();

/**
 * Lets `phrase` speak from another table than the page's.
 * @param {Phrases} spoken
 * @param {string} [code]
 */
export function speak(spoken, code = "en") {
  phrases = spoken;
  language = code;
}

/** The phrases that the page carries. */
function table() {
  if (!phrases) {
    speak(JSON.parse(document.getElementById("words")?.textContent || "{}"), document.documentElement.lang || "en");
  }
  return phrases || {};
}

/**
 * The phrase `key` with `values` in its places; the number `n` chooses its form.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function phrase(key, values = {}) {
  return findPattern(key, values.n).replace(/\{(\w+)\}/g, (_, name) => String(write(values[name])));
}

/**
 * The same where `values` may be elements: the pieces of the sentence in their order.
 * @param {string} key
 * @param {Record<string, Child>} values
 */
export function phraseAround(key, values) {
  const parts = findPattern(key, values.n).split(/\{(\w+)\}/);
  return flatten(parts.map((part, n) => (n % 2 ? write(values[part]) : part)));
}

/**
 * Whether the language has a phrase of that name.
 * @param {string} key
 */
export const knows = key => key in table();

/**
 * @template T
 * @param {T} value
 * @returns {T | string}
 */
function write(value) {
  if (typeof value !== "number") return value;
  return isPlain(value) ? String(value) : writer(0, 3).format(value);
}

/**
 * Whether a number is written alike in every language of the pages, so that none of its rules need be loaded.
 * @param {number} number
 */
const isPlain = number => Number.isInteger(number) && number >= 0 && number < 1000;

/**
 * @param {string} key
 * @param {unknown} count
 */
function findPattern(key, count) {
  const found = table()[key];
  if (found === undefined) throw new RangeError(`no phrase is called ${key}`);
  if (typeof found === "string") return found;
  const forms = [found.none, found.one, found.two];
  return (typeof count === "number" && forms[count]) || found.many;
}

/**
 * What a value of the map's own is called: `act.` and `argues`; the value itself where the language has no word for it.
 * @param {string} group of phrases
 * @param {string} value
 */
export const termOf = (group, value) => (knows(group + value) ? phrase(group + value) : value);

/**
 * A number with so many decimals, as the language writes it.
 * @param {number} number
 * @param {number} [decimals]
 */
export const writeDecimal = (number, decimals = 2) => writer(decimals, decimals).format(number);

/**
 * What writes numbers with so many decimals in the language of the page. They are slow to make.
 * @param {number} least
 * @param {number} most
 */
function writer(least, most) {
  const key = `${language} ${least} ${most}`;
  const made =
    writers.get(key) || new Intl.NumberFormat(language, {minimumFractionDigits: least, maximumFractionDigits: most});
  writers.set(key, made);
  return made;
}

/**
 * `words` between the language's quotation marks; marks of their own become the inner ones.
 * @param {string} words
 */
export function quote(words) {
  const [open, close, inner, innerClose] = phrase("grammar.quotes");
  return open + words.replaceAll("“", inner).replaceAll("”", innerClose) + close;
}

/**
 * `a`, `a and b`, `a, b and c`; nothing for no words.
 * @param {string[]} words
 */
export function join(words) {
  const rest = words.slice(0, -1);
  const last = words.at(-1) || "";
  return rest.length ? phrase("grammar.and", {first: rest.join(phrase("grammar.comma")), last}) : last;
}
