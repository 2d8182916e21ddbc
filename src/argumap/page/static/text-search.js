/* Searching in texts: all words, in any order, accents and case folded. */
import {element} from "./elements.js";

/** @typedef {{id: string, title: string, text: string}} Entry */
/** @typedef {(query: string, limit?: number) => string[]} Search */

/** @type {Record<string, string>} */
const LETTERS = {ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i"};
/** Stands between the title and the text of an entry; no text holds it. */
const BETWEEN = "\u0001";

/**
 * `text` in small letters without their accents.
 * @param {string} text
 */
export function foldText(text) {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøłđðþı]/g, letter => LETTERS[letter] ?? letter);
}

/**
 * The words of a query, folded.
 * @param {string} query
 */
export function wordsOf(query) {
  return foldText(query).split(/\s+/).filter(Boolean);
}

/**
 * A search over `entries` that gives their ids: first those that are so called, then those that say so.
 * @param {readonly Entry[]} entries
 * @returns {Search}
 */
export function buildSearch(entries) {
  /** @type {string[] | null} */
  let folded = null;
  /* All at once: folding one text at a time costs a large map half a second more. */
  const prepare = () =>
    foldText(entries.map(each => clean(each.title) + BETWEEN + clean(each.text)).join("\n")).split("\n");
  return (query, limit = 12) => {
    const words = wordsOf(query);
    if (!words.length) return [];
    folded ??= prepare();
    /** @type {string[]} */
    const titled = [];
    /** @type {string[]} */
    const other = [];
    for (const [n, hay] of folded.entries()) {
      if (!words.every(word => hay.includes(word))) continue;
      const title = hay.slice(0, hay.indexOf(BETWEEN));
      (words.every(word => title.includes(word)) ? titled : other).push(entries[n].id);
    }
    return titled.concat(other).slice(0, limit);
  };
}

/** @param {string} text */
const clean = text => (text || "").replace(/[\n\u0001]/g, " ");

/**
 * Where the words of the query stand in the text as written: [start, end) in UTF-16 units, merged.
 * @param {string} text
 * @param {string} query
 * @returns {[number, number][]}
 */
export function findSpans(text, query) {
  const {folded, from} = foldWithPlaces(text);
  /** @type {[number, number][]} */
  const spans = [];
  for (const word of wordsOf(query)) {
    for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + word.length)) {
      spans.push([from[i][0], from[i + word.length - 1][1]]);
    }
  }
  return mergeSpans(spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
}

/**
 * The folded text, and for each of its letters where the letter it comes from starts and ends.
 * @param {string} text
 */
function foldWithPlaces(text) {
  let folded = "";
  /** @type {[number, number][]} */
  const from = [];
  let at = 0;
  for (const letter of text) {
    const piece = foldText(letter);
    for (let i = 0; i < piece.length; i++) from.push([at, at + letter.length]);
    folded += piece;
    at += letter.length;
  }
  return {folded, from};
}

/** @param {[number, number][]} spans sorted */
function mergeSpans(spans) {
  /** @type {[number, number][]} */
  const merged = [];
  for (const [start, end] of spans) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * `text` as nodes, with what the query finds in <mark>.
 * @param {string} text
 * @param {string} query
 */
export function marked(text, query) {
  const nodes = document.createDocumentFragment();
  let done = 0;
  for (const [start, end] of findSpans(text, query)) {
    nodes.append(text.slice(done, start), element("mark", {}, text.slice(start, end)));
    done = end;
  }
  nodes.append(text.slice(done));
  return nodes;
}
