/* Where each card and stakeholder stands: the tree that is open, laid out on a stage. Nothing here meets the
 * document.
 */
import {TEXT_SIZE} from "./card-text.js";
import {cardOf, findReasons, isWithin, targetOf} from "./card-tree.js";
import {GROUP} from "./question-bundle.js";
import {hangingOn} from "./ghosts.js";
import {countShown} from "./unfolding.js";
import {focusOf} from "./state.js";
import {canFit, chooseLayout, layOut} from "./tidy.js";

/** @import {Card, Debate} from "./card-tree.js" */
/** @import {State} from "./state.js" */
/** @import {Box, Mode, Options, Size, Tree} from "./tidy.js" */

/**
 * How large things are once their words are set.
 * @typedef {{card: (node: Card, width: number, full: boolean) => Size, person: (name: string) => Size & {lines:
 *   string[]}}} Sizes
 */
/** @typedef {Size & {lines: string[], x: number, y: number, side: number}} PersonBox */
/**
 * What is shown and where: cards by id in reading order, stakeholders by id, words above cards, and in a focus the
 * cards that the middle one bears on.
 * @typedef {object} Arrangement
 * @property {Map<string, Box>} boxes
 * @property {string[]} shown
 * @property {Map<string, PersonBox>} people
 * @property {Map<string, string>} heads
 * @property {Set<string>} left
 * @property {Mode} mode
 * @property {number} x
 * @property {number} y
 * @property {number} w
 * @property {number} h
 */
/** @typedef {Tree & {side?: (id: string) => number, left: Set<string>}} ViewTree */
/** @typedef {Pick<State, "view" | "open" | "all" | "full" | "people" | "layout" | "whole">} Arranged */

/** Text of so many pixels can be read. */
export const LEGIBLE = 13;
/** On a stage that is not wider cards may stand in one column. */
const SLENDER = 640;
export const LARGEST = 1.15;
export const LARGEST_IN_FOCUS = 1.3;
const HEAD_HEIGHT = 19;
const WHOLE_GAP = 9;
const FINE_BELOW = 150;
/** The share of the stage that cards have beside stakeholders. */
const BESIDE_PEOPLE = 0.74;

/** The widths of cards that are tried, the widest first, for debates of at least so many cards. */
const WIDTHS = [
  {from: 601, widths: [200]},
  {from: 201, widths: [170, 220]},
];
const FINE_WIDTHS = [240, 220, 205, 192, 180, 170, 162, 154, 147];
const USUAL_WIDTHS = [240, 210, 195, 180, 168, 156];

/**
 * The cards that the state has open, as a tree to lay out.
 * @param {Debate} debate
 * @param {Arranged} state
 * @param {Sizes} sizes
 * @returns {ViewTree}
 */
export function treeOf(debate, state, sizes) {
  /** @param {string} id */
  const nodeOf = id => /** @type {Card} */ (cardOf(debate, id));
  /** @type {Tree["size"]} */
  const size = (id, width) => sizes.card(nodeOf(id), width, state.full);
  const centre = debate.nodes.get(focusOf(state) || "");
  if (centre) return focusTree(debate, centre, size);
  const heads = headsOf(debate, state);
  return {
    roots: rootsOf(debate, state).map(node => node.id),
    children: id => (state.open.has(id) ? hangingOn(nodeOf(id), state).map(node => node.id) : []),
    size,
    lead: id => (heads(id) ? HEAD_HEIGHT : 0),
    left: new Set(),
  };
}

/**
 * What the tree begins with: the debate's roots, or the card of a branch or focus.
 * @param {Debate} debate
 * @param {Pick<State, "view">} state
 */
export function rootsOf(debate, {view}) {
  const root = view && debate.nodes.get(view.id);
  return root ? [root] : debate.roots;
}

/**
 * A card in the middle: to the left what it bears on, to the right what bears on it.
 * @param {Debate} debate
 * @param {Card} node
 * @param {Tree["size"]} size
 * @returns {ViewTree}
 */
function focusTree(debate, node, size) {
  const reasons = findReasons(debate, node.id);
  const bearing = [...reasons.for, ...reasons.against, ...reasons.denied].flatMap(step => step.premises);
  const parent = node.parentNode && node.parentNode.kind !== GROUP ? [node.parentNode.id] : [];
  const targets = reasons.bears.map(step => targetOf(debate, step)?.id).filter(id => id !== undefined);
  const linked = node.links.filter(each => !each.step).map(link => (link.from === node.id ? link.to : link.from));
  const left = new Set([...targets, ...parent, ...linked]);
  const right = new Set([...bearing.filter(id => debate.nodes.has(id)), ...node.children.map(child => child.id)]);
  left.delete(node.id);
  right.delete(node.id);
  for (const id of left) right.delete(id);
  return {
    roots: [node.id],
    children: id => (id === node.id ? [...left, ...right] : []),
    size,
    side: id => (left.has(id) ? -1 : 1),
    lead: id => ([...left].indexOf(id) === 0 || [...right].indexOf(id) === 0 ? HEAD_HEIGHT + 6 : 0),
    left,
  };
}

/**
 * The word above a card, each worked out once: the first reason and the first objection under a position have one.
 * @param {Debate} debate
 * @param {Arranged} state
 * @returns {(id: string) => string | null}
 */
function headsOf(debate, state) {
  /** @type {Map<string, string | null>} */
  const heads = new Map();
  return id => {
    let head = heads.get(id);
    if (head === undefined) {
      head = headOf(/** @type {Card} */ (cardOf(debate, id)), state);
      heads.set(id, head);
    }
    return head;
  };
}

/**
 * @param {Card} node
 * @param {Arranged} state
 */
function headOf(node, state) {
  const parent = node.parentNode;
  if (parent?.role !== "position" || !state.open.has(parent.id)) return null;
  const hanging = hangingOn(parent, state);
  const before = hanging[hanging.indexOf(node) - 1];
  return before && sideOf(before) === sideOf(node) ? null : sideOf(node);
}

/** @param {Card} node @returns {"for" | "against"} */
const sideOf = node => (node.relation === "supports" ? "for" : "against");

/**
 * The way to lay a tree out that shows it largest on the stage, and how large that is.
 * @param {ViewTree} tree
 * @param {Debate} debate
 * @param {Arranged} state
 * @param {Size} stage
 */
export function chooseOptions(tree, debate, state, stage) {
  return chooseLayout(tree, roomFor(state, stage), rangeOf(tree, debate, state, stage));
}

/**
 * Whether what is shown can be so arranged that all of it can be read at once.
 * @param {ViewTree} tree
 * @param {Debate} debate
 * @param {Arranged} state
 * @param {Size} stage
 */
export function canBeRead(tree, debate, state, stage) {
  const range = rangeOf(tree, debate, state, stage);
  return canFit(tree, roomFor(state, stage), {...range, least: LEGIBLE / TEXT_SIZE});
}

/**
 * The room that claims have, where people stand beside them or not.
 * @param {Arranged} state
 * @param {Size} stage
 */
const roomFor = ({people}, {w, h}) => ({w: people ? w * BESIDE_PEOPLE : w, h});

/**
 * Among what is chosen, and how large cards shall be at least and at most.
 * @param {ViewTree} tree
 * @param {Debate} debate
 * @param {Arranged} state
 * @param {Size} stage
 */
function rangeOf(tree, debate, state, stage) {
  const isFocus = state.view?.kind === "focus";
  const roots = tree.roots.map(id => /** @type {Card} */ (debate.nodes.get(id)));
  const count = countShown(roots, isFocus ? new Set() : state.open, state);
  const fine = state.whole && count < FINE_BELOW;
  return {
    modes: modesFor(state, stage),
    least: state.whole ? 0 : LEGIBLE / TEXT_SIZE,
    widths: WIDTHS.find(({from}) => count >= from)?.widths ?? (fine ? FINE_WIDTHS : USUAL_WIDTHS),
    most: isFocus ? LARGEST_IN_FOCUS : LARGEST,
    side: tree.side,
    fine,
    gap: state.whole ? WHOLE_GAP : undefined,
  };
}

/**
 * @param {Arranged} state
 * @param {Size} stage
 * @returns {Mode[]}
 */
function modesFor({view, layout}, stage) {
  if (view?.kind === "focus") return stage.w < SLENDER ? ["list"] : ["both"];
  if (layout !== "auto" && layout !== "list") return [layout];
  return stage.w < SLENDER ? ["down", "both", "right", "list"] : ["down", "both", "right"];
}

/**
 * Whether a choice once made still holds, so that folding does not turn the map around.
 * @param {Options} options
 * @param {Arranged} state
 */
export function stillHolds(options, {layout}) {
  return layout === "auto" || layout === "list" || options.mode === layout;
}

/**
 * Everything in its place.
 * @param {ViewTree} tree
 * @param {Debate} debate
 * @param {Arranged} state
 * @param {Options} options
 * @param {Sizes} sizes
 * @returns {Arrangement}
 */
export function arrange(tree, debate, state, options, sizes) {
  const placed = layOut(tree, {...options, side: tree.side});
  const shown = [...placed.boxes.keys()];
  const head = focusOf(state) ? () => null : headsOf(debate, state);
  /** @type {Map<string, string>} */
  const heads = new Map();
  for (const id of shown) {
    const word = head(id);
    if (word) heads.set(id, word);
  }
  const people = state.people ? placePeople(debate, placed, sizes) : new Map();
  return {...placed, ...around(placed, people), shown, heads, left: tree.left, people};
}

/**
 * @param {Size & {x: number, y: number, boxes: Map<string, Box>}} placed
 * @param {Map<string, PersonBox>} people
 */
function around(placed, people) {
  if (!people.size) return {};
  const all = [...placed.boxes.values(), ...people.values()];
  return {
    w: Math.max(...all.map(box => box.x + box.w)) - placed.x,
    h: Math.max(...all.map(box => box.y + box.h)) - placed.y,
  };
}

/**
 * Stakeholders in columns to the right, near the height of what they say.
 * @param {Debate} debate
 * @param {Size & {x: number, y: number, boxes: Map<string, Box>}} placed
 * @param {Sizes} sizes
 */
function placePeople(debate, placed, sizes) {
  const GAP = 12;
  const order = speakersByHeight(debate, placed.boxes);
  const named = order.map(id => ({id, size: sizes.person(debate.stakeholders.get(id)?.name || id)}));
  const tall = named.reduce((sum, {size}) => sum + size.h + GAP, 0);
  const columns = Math.max(1, Math.ceil(tall / Math.max(placed.h, 420)));
  const reach = tall / columns + 20;
  /** @type {Map<string, PersonBox>} */
  const people = new Map();
  let x = placed.x + placed.w + 110;
  let y = placed.y;
  let widest = 0;
  for (const {id, size} of named) {
    if (y > placed.y && y - placed.y + size.h > reach) {
      x += widest + 24;
      y = placed.y;
      widest = 0;
    }
    people.set(id, {...size, x, y, side: 0});
    widest = Math.max(widest, size.w);
    y += size.h + GAP;
  }
  return people;
}

/**
 * Who speaks on the cards shown, by the mean height of what they speak on.
 * @param {Debate} debate
 * @param {Map<string, Box>} boxes
 */
function speakersByHeight(debate, boxes) {
  /** @type {Map<string, number[]>} */
  const heights = new Map();
  for (const [id, box] of boxes) {
    const speakers = (debate.nodes.get(id)?.voices || []).map(voice => voice.by);
    for (const by of speakers.filter(each => debate.stakeholders.has(each))) {
      const known = heights.get(by);
      if (known) known.push(box.y + box.h / 2);
      else heights.set(by, [box.y + box.h / 2]);
    }
  }
  /** @param {number[]} values */
  const mean = values => values.reduce((a, b) => a + b, 0) / values.length;
  return [...heights].sort((a, b) => mean(a[1]) - mean(b[1])).map(([id]) => id);
}

/**
 * What vis-network holds of the cards, stakeholders and edges that are shown: ids with their places.
 * @param {Arrangement} placed
 */
export function heldPlaces({boxes, people}) {
  return new Map([...boxes, ...people].map(([id, box]) => [`n:${id}`, {x: box.x + box.w / 2, y: box.y + box.h / 2}]));
}

/**
 * Whether a card is part of what is in view.
 * @param {Card} node
 * @param {Pick<State, "view">} state
 * @param {Arrangement | null} placed
 */
export function isInView(node, {view}, placed) {
  if (!view) return true;
  if (view.kind === "focus") return node.id === view.id || Boolean(placed?.boxes.has(node.id));
  return isWithin(node, view.id);
}
