/* Cases drawn as trees: beside an answer the steps that lead to it, each with its sign and the claims it goes from. */
import {encodeId} from "../../page/static/address.js";
import {element} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";

/** @import {Records} from "./people.js" */

/**
 * What is drawn: by `steps` whose claims are `own`, and of these `rejects`; what has been drawn so far is `met`.
 * @typedef {object} Drawing
 * @property {Records} records
 * @property {string[]} steps
 * @property {Set<string>} own
 * @property {Set<string>} rejects
 * @property {Set<string>} met
 */

const SHOWN = 6; /* so many steps towards one claim stand in sight */
const DEEP = 2; /* what is further down is folded */

/**
 * @param {Records} records
 * @param {string[]} steps
 * @param {Iterable<string>} own
 * @param {Iterable<string>} [rejects]
 * @returns {Drawing}
 */
export const startDrawing = (records, steps, own, rejects = []) => ({
  records,
  steps: withoutTwins(steps, records),
  own: new Set(own),
  rejects: new Set(rejects),
  met: new Set(),
});

/**
 * The steps without those that say of a claim what another says: from more premises, or other ones.
 * @param {string[]} steps
 * @param {Records} records
 */
export const withoutTwins = (steps, records) =>
  steps.filter((step, n) => steps.findIndex(each => isTwin(records[each], records[step])) === n);

/**
 * @param {any[] | undefined} one
 * @param {any[] | undefined} other
 */
const isTwin = (one, other) =>
  one === other || (one?.[0] === other?.[0] && one?.[2] === other?.[2] && one?.[1][0] === other?.[1][0]);

/**
 * The steps that bear on a claim or a step, as a list; null where there is none.
 * @param {Drawing} drawing
 * @param {string} target
 * @param {string} [kind]
 * @param {number} [depth]
 * @returns {HTMLElement | null}
 */
export function drawSteps(drawing, target, kind = "steps", depth = 0) {
  const {records} = drawing;
  const steps = drawing.steps.filter(step => records[step]?.[0] === target && !drawing.met.has(step));
  if (!steps.length) return null;
  for (const step of steps) drawing.met.add(step);
  const drawn = steps.map(step => drawStep(drawing, step, depth));
  return foldList(drawn, kind);
}

const SIDES = /** @type {Record<string, [string, string]>} */ ({
  supports: ["for", "+"],
  attacks: ["against", "−"],
  undercuts: ["against undercuts", "−"],
});

/**
 * @param {Drawing} drawing
 * @param {string} step
 * @param {number} depth
 */
function drawStep(drawing, step, depth) {
  const [, premises, bearing, how = ""] = drawing.records[step];
  const [side, sign] = SIDES[bearing] || SIDES.supports;
  return element(
    "li",
    {class: `step ${side} ${how}`},
    element("span", {class: `sign ${side} ${how}`, "aria-hidden": "true"}, sign),
    element(
      "div",
      {class: premises.length > 1 ? "premises linked" : "premises"},
      element("span", {class: bearing === "undercuts" ? "note" : "unseen"}, phrase(`part.${bearing}`)),
      premises.map((/** @type {string} */ claim) => drawClaim(drawing, claim, depth)),
      drawSteps(drawing, step, "steps sub", depth + 1),
    ),
  );
}

/**
 * A claim with what leads to it; where it is drawn once more, by its name alone.
 * @param {Drawing} drawing
 * @param {string} claim
 * @param {number} depth
 * @returns {HTMLElement}
 */
function drawClaim(drawing, claim, depth) {
  const again = drawing.met.has(claim);
  drawing.met.add(claim);
  const theirs = drawing.own.has(claim);
  return element(
    "div",
    {class: `claim${theirs ? " theirs" : ""}${again ? " again" : ""}`},
    element(
      "div",
      {class: "card"},
      drawWords(drawing.records, claim, theirs && !again),
      drawing.rejects.has(claim) && element("p", {class: "stance against"}, phrase("case.rejects-it")),
    ),
    again ? null : drawBeneath(drawing, claim, depth + 1),
  );
}

/**
 * What leads to a claim that is a reason or an objection itself; far down it is folded.
 * @param {Drawing} drawing
 * @param {string} claim
 * @param {number} depth
 */
function drawBeneath(drawing, claim, depth) {
  const steps = drawSteps(drawing, claim, "steps sub", depth);
  if (!steps || depth < DEEP) return steps;
  const n = steps.querySelectorAll(".card").length;
  return element("details", {class: "sub-steps"}, element("summary", {}, phrase("who.beneath", {n})), steps);
}

/**
 * A list of which the first are in sight, and the others behind how many they are.
 * @param {HTMLElement[]} items
 * @param {string} kind
 * @param {number} [shown]
 */
export const foldList = (items, kind, shown = SHOWN) =>
  element(
    "ul",
    {class: kind},
    items.slice(0, shown),
    items.length > shown &&
      element(
        "li",
        {class: "rest"},
        element(
          "details",
          {},
          element("summary", {}, phrase("who.more", {n: items.length - shown})),
          element("ul", {class: `${kind} within`}, items.slice(shown)),
        ),
      ),
  );

/**
 * The words of a claim: its label, and in full its text and where it stands.
 * @param {Records} records
 * @param {string} claim
 * @param {boolean} full
 */
export function drawWords(records, claim, full) {
  const [label, text, places = []] = records[claim] || [claim];
  return [
    element("a", {class: "label", href: `outline.html#n=${encodeId(claim)}`, dir: "auto"}, label),
    full && text && text !== label && element("p", {dir: "auto"}, text),
    full &&
      places.length > 0 &&
      element(
        "p",
        {class: "meta"},
        element("a", {class: "place", href: `sections.html#n=${encodeId(claim)}`}, places.join(", ")),
      ),
  ];
}

/**
 * An answer in the middle of a drawing, with what is to be said of it.
 * @param {Records} records
 * @param {string} answer
 * @param {string} side which way it is spoken to, "silent" where it is not
 * @param {string} words
 */
export const drawAnswer = (records, answer, side, words) =>
  element(
    "div",
    {class: `answer ${side}`},
    element("a", {class: "label", href: `outline.html#n=${encodeId(answer)}`, dir: "auto"}, records[answer]?.[0]),
    words && element("p", {class: `stance ${side}`}, words),
  );

/**
 * @param {Records} records
 * @param {string} question
 */
export const drawQuestion = (records, question) =>
  element(
    "p",
    {class: "asked"},
    element("a", {href: `index.html#n=${encodeId(question)}`, dir: "auto"}, records[question]?.[0]),
  );
