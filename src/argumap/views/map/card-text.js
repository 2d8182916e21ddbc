/* The words of cards and stakeholders: how they are set, and how large that makes them. */
import {isTopIssue} from "./card-tree.js";
import {isRightToLeft, plainText, wrapText} from "./wrapping.js";

/** @import {Card} from "./card-tree.js" */
/** @import {Size} from "./tidy.js" */
/** @import {Line} from "./wording.js" */
/** @import {Measure} from "./wrapping.js" */

/**
 * How a title is set: its CSS font, the height of a line and the name of its colour.
 * @typedef {{font: string, line: number, ink: string}} Style
 */
/**
 * A line of small print: its words, what follows them in a quieter tone at a distance, and the mark before them.
 * @typedef {{words: string, tail: string, at: number, mark: string | undefined, inset: number, tone: string, font:
 *   string}} SmallLine
 */
/** @typedef {{style: Style, lines: string[], rtl: boolean, small: SmallLine[], marked: boolean, h: number}} CardText */
/** The small print of a card, in words. @typedef {(node: Card, full: boolean) => Line[]} Describe */

export const TEXT_SIZE = 14;
export const PAD = 13;
export const PAD_Y = 8;
const FULL_LINE = 16;
const SMALL_LINE = 17;
const SMALL_SIZE = 12;
const MARK_WIDTH = 15;
const WIDEST_QUESTION = 430;
/** A question may be so many times as wide as other cards. */
const MOST_WIDER = 1.75;
const PERSON = {size: 13, width: 150, line: 16};

let family = {sans: "sans-serif", serif: "serif"};
/** @type {CanvasRenderingContext2D | null} */
let meter = null;
/** What was measured, by font. @type {Map<string, Map<string, number>>} */
const widths = new Map();
/** @type {Map<string, CardText>} */
const texts = new Map();

/** The style names them over several lines, which no attribute of a picture may hold. */
export function readFonts() {
  const css = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const familyOf = name =>
    css
      .getPropertyValue(name)
      .trim()
      .replace(/\s*,\s*/g, ",");
  family = {sans: familyOf("--sans"), serif: familyOf("--serif")};
}

export const fonts = () => family;

/** What cards say has changed, or how it is set. */
export function forgetTexts() {
  texts.clear();
  widths.clear();
}

/**
 * @param {string} font
 * @returns {Measure}
 */
function measureWith(font) {
  const known = widths.get(font) || new Map();
  widths.set(font, known);
  return text => {
    let width = known.get(text);
    if (width === undefined) {
      width = measureText(font, text);
      known.set(text, width);
    }
    return width;
  };
}

/**
 * @param {string} font
 * @param {string} text
 */
function measureText(font, text) {
  meter ??= document.createElement("canvas").getContext("2d");
  if (!meter) return 0;
  meter.font = font;
  return meter.measureText(text).width;
}

/**
 * @param {Card} node
 * @returns {Style}
 */
function styleOf(node) {
  if (isTopIssue(node)) return {font: `700 17px ${family.serif}`, line: 22, ink: "issue-ink"};
  if (node.kind !== "claim") return {font: `700 15px ${family.serif}`, line: 20, ink: "ink"};
  if (node.role === "position") return {font: `700 16px ${family.serif}`, line: 21, ink: "ink"};
  const weight = node.parentNode?.role === "position" ? 600 : 400;
  return {font: `${weight} ${TEXT_SIZE}px ${family.sans}`, line: 18, ink: "ink"};
}

/** The quieter end of a line of small print. */
export const tailFont = () => `400 ${SMALL_SIZE}px ${family.sans}`;

/** @param {boolean} full */
export const smallLineHeight = full => (full ? FULL_LINE : SMALL_LINE);

/**
 * The words of a card as they are set at a width; kept until they are forgotten.
 * @param {Card} node
 * @param {number} width
 * @param {boolean} full
 * @param {Describe} describe
 * @returns {CardText}
 */
export function cardText(node, width, full, describe) {
  const key = `${node.id}\u0001${width}${full ? "f" : ""}`;
  let text = texts.get(key);
  if (!text) {
    text = setCard(node, width, full, describe(node, full));
    texts.set(key, text);
  }
  return text;
}

/**
 * @param {Card} node
 * @param {number} width
 * @param {boolean} full
 * @param {Line[]} described
 * @returns {CardText}
 */
function setCard(node, width, full, described) {
  const style = styleOf(node);
  const inner = width - 2 * PAD;
  const lines = wrapText(node.title, inner, measureWith(style.font));
  const small = described.flatMap(line => setSmall(line, inner, full));
  const smallHeight = small.length ? 2 + small.length * smallLineHeight(full) : 0;
  return {
    style,
    lines,
    small,
    rtl: isRightToLeft(plainText(node.title)),
    marked: small.some(line => line.mark),
    h: 2 * PAD_Y + lines.length * style.line + smallHeight,
  };
}

/**
 * @param {Line} line
 * @param {number} inner the room between the paddings
 * @param {boolean} full
 * @returns {SmallLine[]}
 */
function setSmall({words, tail = "", mark, tone = "ink-soft"}, inner, full) {
  const inset = mark ? MARK_WIDTH : 0;
  const font = `${mark ? 600 : 400} ${mark && !full ? TEXT_SIZE : SMALL_SIZE}px ${family.sans}`;
  const measure = measureWith(font);
  return wrapText(words + tail, inner - inset, measure).map((line, i) => {
    const told = i || !tail ? line : words;
    const isTail = i > 0 && tail !== "";
    return {
      words: told,
      tail: line.slice(told.length),
      at: measure(told),
      mark: i ? undefined : mark,
      inset,
      tone: isTail ? "ink-soft" : tone,
      font: isTail ? tailFont() : font,
    };
  });
}

/**
 * How large a card is; a question is as wide as two lines of it need, within reason.
 * @param {Card} node
 * @param {number} width
 * @param {boolean} full
 * @param {Describe} describe
 * @returns {Size}
 */
export function cardSize(node, width, full, describe) {
  const wide = isTopIssue(node) ? questionWidth(node, width) : width;
  return {w: wide, h: cardText(node, wide, full, describe).h};
}

/**
 * @param {Card} node
 * @param {number} width
 */
function questionWidth(node, width) {
  const half = measureWith(styleOf(node).font)(plainText(node.title)) * 0.54 + 2 * PAD;
  return Math.max(width, Math.min(Math.ceil(half), WIDEST_QUESTION, Math.round(width * MOST_WIDER)));
}

export const personFont = () => `600 ${PERSON.size}px ${family.sans}`;
export const PERSON_LINE = PERSON.line;

/**
 * How large the oval of a stakeholder is, and its lines.
 * @param {string} name
 */
export function personSize(name) {
  const measure = measureWith(personFont());
  const lines = wrapText(name, PERSON.width, measure);
  return {lines, w: Math.max(...lines.map(measure)) * 1.15 + 44, h: lines.length * PERSON.line + 22};
}
