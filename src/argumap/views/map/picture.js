/* A scene as a picture: SVG with text as text, PNG from the same shapes. */
import {findScale} from "../../page/static/element-picture.js";
import {element} from "../../page/static/elements.js";
import {PAD, PAD_Y, PERSON_LINE, TEXT_SIZE, cardText, fonts, smallLineHeight} from "./card-text.js";
import {markOf} from "./claim-words.js";
import {ADDED_DASH, BARE_MARK, MARK, centreOf, cornerOf} from "./geometry.js";
import {markTone} from "./looks.js";
import {paintScene} from "./painting.js";

/** @import {CardText, Describe, SmallLine} from "./card-text.js" */
/** @import {Path, Point} from "./geometry.js" */
/** @import {Colours} from "./looks.js" */
/** @import {Badge, CardShape, PersonShape, Scene, Sign} from "./scene.js" */

const MARGIN = 28;
const NOT_XML = /[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** @type {Record<string, string>} */
const ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};

/**
 * A text as XML may hold it.
 * @param {string} words
 */
const xml = words => words.replace(NOT_XML, "\uFFFD").replace(/[&<>"']/g, letter => ESCAPES[letter] ?? letter);

/**
 * A number with one decimal at most.
 * @param {number} number
 */
const short = number => String(Math.round(number * 10) / 10);

/**
 * The start of an element; a number is shortened, a text escaped, and what is undefined left out.
 * @param {string} name
 * @param {Record<string, string | number | undefined>} attributes
 */
function open(name, attributes) {
  const told = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const spelt = told.map(([key, value]) => ` ${key}="${typeof value === "number" ? short(value) : xml(value || "")}"`);
  return `<${name}${spelt.join("")}`;
}

/**
 * @param {string} name
 * @param {Record<string, string | number | undefined>} attributes
 */
const shape = (name, attributes) => `${open(name, attributes)}/>`;

/**
 * @typedef {{size: number | string, weight: number | string, fill: string, anchor: string, rtl?: boolean, family?:
 *   string, small?: boolean}} Setting
 */
/**
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {Setting} setting
 */
function text(words, x, y, {size, weight, fill, anchor, rtl, family, small}) {
  const attributes = {
    x,
    y,
    "font-size": String(size),
    "font-weight": String(weight),
    fill,
    "text-anchor": anchor,
    direction: rtl ? "rtl" : undefined,
    "font-family": family,
    class: small ? "small" : undefined,
  };
  return `${open("text", attributes)}>${xml(words)}</text>`;
}

/**
 * @param {Scene} scene
 * @param {string} title
 * @param {Describe} describe
 */
export function writeSvg(scene, title, describe) {
  const {colours} = scene;
  const x = scene.bounds.x - MARGIN;
  const y = scene.bounds.y - MARGIN;
  const w = scene.bounds.w + 2 * MARGIN;
  const h = scene.bounds.h + 2 * MARGIN;
  const box = [x, y, w, h].map(short).join(" ");
  const root = {xmlns: "http://www.w3.org/2000/svg", viewBox: box, width: w, height: h, "font-family": fonts().sans};
  return [
    `${open("svg", root)}>`,
    `<title>${xml(title)}</title>`,
    shape("rect", {x, y, width: "100%", height: "100%", fill: colours.paper}),
    ...linesOf(scene),
    ...[...scene.cards.values()].map(each => writeCard(each, scene, describe)),
    ...[...scene.people.values()].flatMap(each => writePerson(each, colours)),
    ...scene.signs.flatMap(each => writeSign(each, colours)),
    ...scene.badges.flatMap(each => writeBadge(each, colours)),
    ...scene.labels.map(({x: at, y: base, words, tone, anchor}) =>
      text(words, at, base, {size: TEXT_SIZE, weight: 700, fill: tone, anchor}),
    ),
    "</svg>",
  ].join("\n");
}

/** @param {Scene} scene */
function linesOf({speeches, ties, brackets, crosses}) {
  return [
    ...speeches.map(each => writeLine(each.path, each.tone, 1.2, each.dash)),
    ...ties.map(each => writeLine(each.path, each.tone, each.width, each.dash)),
    ...brackets.map(each => writeLine(each.path, each.tone, each.width, [])),
    ...crosses.map(each => writeLine(each.path, each.tone, 2, each.dash)),
  ];
}

/**
 * @param {Path} path
 * @param {string} stroke
 * @param {number} width
 * @param {number[]} dash
 */
function writeLine(path, stroke, width, dash) {
  return shape("path", {
    d: path.map(([command, ...at]) => command + at.map(short).join(" ")).join(""),
    fill: "none",
    stroke,
    "stroke-width": width,
    "stroke-dasharray": dash.length ? dash.join(" ") : undefined,
  });
}

/**
 * @param {PersonShape} person
 * @param {Colours} colours
 */
function writePerson({id, name, box}, colours) {
  const {x, y} = centreOf(box);
  const first = y - ((box.lines.length - 1) * PERSON_LINE) / 2 + 4.5;
  const oval = {
    cx: x,
    cy: y,
    rx: box.w / 2,
    ry: box.h / 2,
    fill: colours["stakeholder-tint"],
    stroke: colours.stakeholder,
  };
  return [
    `${open("g", {id: `n=${id}`})}><title>${xml(name)}</title>${shape("ellipse", oval)}`,
    ...box.lines.map((line, i) =>
      text(line, x, first + i * PERSON_LINE, {size: 13, weight: 600, fill: colours.ink, anchor: "middle"}),
    ),
    "</g>",
  ];
}

/**
 * @param {Sign} sign
 * @param {Colours} colours
 */
function writeSign({at, sign, tone, added}, colours) {
  const [fill, ink] = added ? [colours.surface, tone] : [tone, colours.surface];
  const dashed = added ? ADDED_DASH.join(" ") : undefined;
  const ring = {fill, stroke: added ? tone : colours.paper, "stroke-width": 1.5, "stroke-dasharray": dashed};
  return [
    shape("circle", {cx: at.x, cy: at.y, r: 8.5, ...ring}),
    text(sign, at.x, at.y + 4.6, {size: 13, weight: 700, fill: ink, anchor: "middle"}),
  ];
}

/**
 * @param {Badge} badge
 * @param {Colours} colours
 */
function writeBadge({badge: {x, y, w, h}, words, quiet}, colours) {
  const look = {fill: quiet ? colours.surface : colours.ink, stroke: quiet ? colours.edge : colours.paper};
  return [
    shape("rect", {x, y, width: w, height: h, rx: 9.5, ...look, "stroke-width": 1.5}),
    text(words, x + w / 2, y + 14, {
      size: 13,
      weight: 700,
      fill: quiet ? colours.ink : colours.surface,
      anchor: "middle",
    }),
  ];
}

/**
 * @param {CardShape} card
 * @param {Scene} scene
 * @param {Describe} describe
 */
function writeCard({node, box, look}, {colours, full}, describe) {
  const set = cardText(node, box.w, full, describe);
  const edge = {
    x: box.x,
    y: box.y,
    width: box.w,
    height: box.h,
    rx: 6,
    fill: look.fill,
    stroke: look.edge,
    "stroke-width": node.role === "position" ? 2 : 1.3,
    "stroke-dasharray": node.implicit ? "5 4" : undefined,
  };
  const left = set.rtl ? box.x + box.w - PAD : box.x + PAD;
  return [
    `${open("g", {id: `n=${node.id}`})}><title>${xml(node.text || node.title)}</title>`,
    shape("rect", node.drafted ? {...edge, "stroke-width": 4.5} : edge),
    node.drafted ? shape("rect", {...edge, fill: "none", stroke: look.fill, "stroke-width": 1.5}) : "",
    ...writeCardText(set, left, box.y, colours, smallLineHeight(full)),
    node.word && !node.moved?.aside && !set.marked ? writeWord(cornerOf(box), markOf(node), colours) : "",
    "</g>",
  ].join("");
}

/**
 * @param {CardText} set
 * @param {number} left
 * @param {number} top
 * @param {Colours} colours
 * @param {number} smallHeight
 */
function writeCardText(set, left, top, colours, smallHeight) {
  const {weight, size, family} = fontOf(set.style.font);
  const fill = colours[set.style.ink];
  const baseline = Number(size) * 0.35;
  const first = top + PAD_Y + set.style.line / 2;
  const lines = set.lines.map((line, n) =>
    text(line, left, first + n * set.style.line + baseline, {
      size,
      weight,
      fill,
      anchor: "start",
      rtl: set.rtl,
      family,
    }),
  );
  const below = first + set.lines.length * set.style.line + 2 + (smallHeight - set.style.line) / 2;
  const small = set.small.flatMap((line, n) => writeSmall(line, left, below + n * smallHeight, set.rtl, colours));
  return [...lines, ...small];
}

/**
 * @param {SmallLine} line
 * @param {number} left
 * @param {number} middle
 * @param {boolean} rtl
 * @param {Colours} colours
 */
function writeSmall(line, left, middle, rtl, colours) {
  const {weight, size} = fontOf(line.font);
  const onwards = rtl ? -1 : 1;
  const start = left + onwards * line.inset;
  const base = middle + Number(size) * 0.35;
  const setting = {size, anchor: "start", rtl, small: true};
  return [
    text(line.words, start, base, {...setting, weight, fill: colours[line.tone]}),
    line.tail
      ? text(line.tail, start + onwards * line.at, base, {...setting, weight: 400, fill: colours["ink-soft"]})
      : "",
    line.mark ? writeWord({x: left + onwards * 5, y: middle - 0.5}, line.mark, colours) : "",
  ];
}

/**
 * The parts of a CSS font as `card-text.js` writes them.
 * @param {string} font
 */
function fontOf(font) {
  const [, weight, size, family] = /^(\d+) ([\d.]+)px (.*)$/s.exec(font) || ["", "400", String(TEXT_SIZE), font];
  return {weight, size, family};
}

/**
 * The mark of a word as it is painted on the page.
 * @param {Point} at
 * @param {string} mark
 * @param {Colours} colours
 */
function writeWord({x, y}, mark, colours) {
  const tone = colours[markTone(mark)];
  if (mark === "set-aside") return shape("rect", {x: x - MARK, y: y - 1, width: 2 * MARK, height: 2, fill: tone});
  const broken = mark === "unresolved" ? "2 1.8" : undefined;
  const fill = mark === "unchallenged" ? tone : colours.surface;
  const r = mark === "bare" ? BARE_MARK : MARK;
  const ring = {cx: x, cy: y, r, fill, stroke: tone, "stroke-width": 1.8, "stroke-dasharray": broken};
  const within = markWithin(short(x), short(y), mark);
  return (
    shape("circle", ring) + (within ? shape("path", {d: within, fill: tone, stroke: tone, "stroke-width": 1}) : "")
  );
}

/**
 * What is drawn within the ring of a mark.
 * @param {string} x
 * @param {string} y
 * @param {string} word
 */
function markWithin(x, y, word) {
  const inner = MARK - 2.6;
  if (word === "contested") return `M${x} ${y}m0 ${-MARK}a${MARK} ${MARK} 0 0 0 0 ${2 * MARK}Z`;
  if (word === "answered")
    return `M${x} ${y}m${-inner} 0a${inner} ${inner} 0 1 0 ${2 * inner} 0a${inner} ${inner} 0 1 0 ${-2 * inner} 0Z`;
  return word === "unsupported" ? `M${x} ${y}m-3 3l6 -6` : "";
}

/**
 * The scene on a canvas at least twice as fine as its layout, within what browsers allow.
 * @param {Scene} scene
 * @param {Describe} describe
 */
export function drawCanvas(scene, describe) {
  const {x, y, w, h} = scene.bounds;
  const across = w + 2 * MARGIN;
  const down = h + 2 * MARGIN;
  const scale = findScale(across, down);
  const canvas = element("canvas", {width: Math.ceil(across * scale), height: Math.ceil(down * scale)});
  const ctx = canvas.getContext("2d");
  if (!ctx) return canvas;
  ctx.fillStyle = scene.colours.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(scale, scale);
  ctx.translate(MARGIN - x, MARGIN - y);
  paintScene({ctx, scale: 1, frame: null, describe}, scene);
  return canvas;
}
