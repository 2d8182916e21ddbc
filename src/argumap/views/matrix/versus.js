/* Two cases drawn against each other: answers and what both speak to in the middle, at each side what is one's own. */
import {element} from "../../page/static/elements.js";
import {join, phrase} from "../../page/static/words.js";
import {drawAnswer, drawQuestion, drawSteps, drawWords, foldList, startDrawing} from "./drawing.js";

/** @import {Drawing} from "./drawing.js" */
/** @import {Pair, People, Records, Shared} from "./people.js" */

/** @typedef {{a: string, b: string, name: (id: string) => string}} Two */
/** @typedef {import("../../page/static/child.js").Child} Child */

const SHOWN = 6; /* so many of those that only one speaks to, or both, stand in sight */

/**
 * A row of the drawing: what is one's own at each side, what both share between them.
 * @param {string} kind
 * @param {Child} left
 * @param {Child} middle
 * @param {Child} right
 */
const row = (kind, left, middle, right) =>
  element(
    "div",
    {class: `row ${kind}`},
    element("div", {class: "side start"}, left),
    element("div", {class: "middle"}, middle),
    element("div", {class: "side end"}, right),
  );

/** @param {string} words */
const head = words => element("h3", {dir: "auto"}, words);

/**
 * What stands at a side, under the name of whose it is, which shows where the sides stand below each other.
 * @param {string} name
 * @param {HTMLElement | null} drawn
 */
const named = (name, drawn) => drawn && [element("p", {class: "of", dir: "auto"}, name), drawn];

/**
 * Two people: each answer that either speaks to with what leads to it, then all else that they say.
 * @param {People} people
 * @param {Pair} pair
 * @param {Two} two
 */
export function drawPeople({lenses, records, answers}, pair, {a, b, name}) {
  const both = new Set(pair.agreed.map(([claim]) => claim));
  const [one, other] = [a, b].map(id => drawingOf(records, lenses.get(id), both));
  const all = [a, b].flatMap(id => lenses.get(id)?.steps || []);
  const middle = startDrawing(records, [...new Set(all)].filter(isShared(records, both)), both);
  /** @param {string} answer */
  const sides = answer => [a, b].map(id => sideOf(lenses.get(id), answer, pair.opposed));
  const rows = Object.keys(answers).flatMap(question => {
    const spoken = answers[question].filter(each => sides(each).some(Boolean));
    if (!spoken.length) return [];
    const silent = answers[question].filter(each => !spoken.includes(each));
    return [
      row("question", null, drawQuestion(records, question), null),
      ...spoken.map(answer =>
        row(
          "of-answer",
          named(name(a), drawSteps(one, answer)),
          [
            drawAnswer(records, answer, isOpposed(pair, answer), tellSides(sides(answer), [name(a), name(b)])),
            drawSteps(middle, answer, "steps sub"),
          ],
          named(name(b), drawSteps(other, answer)),
        ),
      ),
      silent.length > 0 && row("", null, drawBothSilent(silent, name), null),
    ];
  });
  return element(
    "section",
    {class: "drawn versus", "aria-label": `${name(a)}, ${name(b)}`},
    row("heads", head(name(a)), element("h3", {}, phrase("pair.between")), head(name(b))),
    rows,
    drawShared(records, pair.agreed.filter(([claim]) => !middle.met.has(claim)).concat(pair.disputed)),
    drawClashes(records, pair),
    drawRest(records, [one, other], pair.only, [name(a), name(b)]),
  );
}

/**
 * @param {Records} records
 * @param {import("../../page/static/lens.js").Lens | undefined} lens
 * @param {Set<string>} both
 */
function drawingOf(records, lens, both) {
  const {steps = [], holds = [], rejects = [], open = []} = lens || {};
  return startDrawing(records, steps.filter(isNot(isShared(records, both))), [...holds, ...rejects, ...open], rejects);
}

/**
 * Whether a step goes from what both hold.
 * @param {Records} records
 * @param {Set<string>} both
 * @returns {(step: string) => boolean}
 */
const isShared = (records, both) => step => records[step]?.[1].some((/** @type {string} */ p) => both.has(p));

/**
 * @param {(step: string) => boolean} test
 * @returns {(step: string) => boolean}
 */
const isNot = test => step => !test(step);

/**
 * The side somebody takes on an answer; one that only a step of the map makes is told where they are `opposed` by it.
 * @param {import("../../page/static/lens.js").Lens | undefined} lens
 * @param {string} answer
 * @param {string[]} opposed
 */
function sideOf(lens, answer, opposed) {
  const [side = "", added = false] = lens?.sides[answer] || [];
  return added && !opposed.includes(answer) ? "" : side;
}

/**
 * @param {Pair} pair
 * @param {string} answer
 */
const isOpposed = (pair, answer) => (pair.opposed.includes(answer) ? "opposed" : "");

/**
 * @param {string[]} sides
 * @param {string[]} names
 */
const tellSides = (sides, names) =>
  sides[0] === sides[1]
    ? phrase("pair.both-take", {side: phrase(`picture.stand.${sides[0]}`)})
    : sides
        .map((side, n) => phrase("pair.takes", {name: names[n], side: phrase(`picture.stand.${side || "silent"}`)}))
        .join(" · ");

/**
 * @param {string[]} silent
 * @param {(id: string) => string} name
 */
const drawBothSilent = (silent, name) =>
  element("p", {class: "silent"}, phrase("pair.both-silent", {names: join(silent.map(name))}));

const SIDE_WORDS = /** @type {Record<string, string>} */ ({
  for: "pair.holds",
  against: "pair.rejects",
  both: "pair.holds-and-rejects",
});
const SIGNS = /** @type {Record<string, string>} */ ({for: "+", against: "−", both: "±"});

/** @param {string} side */
const drawSign = side => element("span", {class: `sign ${side}`, "aria-hidden": "true"}, SIGNS[side]);

/**
 * What both speak to, with what each does with it at its side.
 * @param {Records} records
 * @param {Shared[]} shared
 */
function drawShared(records, shared) {
  /** @param {string} side */
  const tie = side =>
    element(
      "p",
      {class: `tie ${side}`},
      element("span", {class: `stance ${side}`}, phrase(SIDE_WORDS[side])),
      drawSign(side),
    );
  const rows = shared.map(([claim, one, other]) =>
    row(
      one === other ? "shared" : "shared differ",
      tie(one),
      element("div", {class: "card"}, drawWords(records, claim, true)),
      tie(other),
    ),
  );
  return fold(rows);
}

/**
 * The first in sight, the others behind how many they are.
 * @param {HTMLElement[]} all
 */
const fold = all => [
  all.slice(0, SHOWN),
  all.length > SHOWN &&
    element(
      "details",
      {class: "more-rows"},
      element("summary", {}, phrase("who.more", {n: all.length - SHOWN})),
      all.slice(SHOWN),
    ),
];

/**
 * Claims of one that contradict a claim of the other, or are argued against it.
 * @param {Records} records
 * @param {Pair} pair
 */
function drawClashes(records, pair) {
  /** @param {string[]} claims */
  const cards = claims => claims.map(claim => element("div", {class: "card"}, drawWords(records, claim, false)));
  const contradicting = pair.contradictions.map(([one, other]) =>
    row("clash", cards([one]), element("p", {class: "stance"}, `≠ ${phrase("pair.contradicting")}`), cards([other])),
  );
  const argued = pair.against.map(([by, step, added]) => {
    const [target, premises, bearing] = records[step];
    const aims = cards(typeof records[target]?.[2] === "string" ? records[target][1] : [target]);
    const from = cards(premises);
    const words = `− ${phrase(`relation.${bearing}`)}${added ? ` (${phrase("added.note")})` : ""}`;
    return row(
      `clash from-${by}`,
      by === "a" ? from : aims,
      element("p", {class: "stance against"}, words),
      by === "a" ? aims : from,
    );
  });
  return fold([...contradicting, ...argued]);
}

/**
 * What only one of them speaks to and that leads to no answer that is drawn.
 * @param {Records} records
 * @param {Drawing[]} drawings
 * @param {string[][]} only
 * @param {string[]} names
 */
function drawRest(records, drawings, only, names) {
  const left = only.map((claims, n) => claims.filter(claim => !drawings[n].met.has(claim) && records[claim]));
  if (!left.some(claims => claims.length)) return null;
  const lists = left.map((claims, n) => named(names[n], drawCards(records, claims)));
  return row("rest", lists[0], element("p", {class: "silent"}, phrase("pair.beside")), lists[1]);
}

/**
 * @param {Records} records
 * @param {string[]} claims
 */
function drawCards(records, claims) {
  const cards = claims.map(claim => element("li", {class: "card"}, drawWords(records, claim, false)));
  return cards.length ? foldList(cards, "cards") : null;
}

/**
 * Two answers: the reasons and objections of each at its side, what speaks to both between them.
 * @param {People} people
 * @param {Pair} pair
 * @param {Two} two
 */
export function drawAnswers({records, answers}, pair, {a, b, name}) {
  const shared = [...pair.agreed, ...pair.disputed].filter(([claim]) => records[claim]);
  const both = new Set(shared.map(([claim]) => claim));
  const [one, other] = [a, b].map(answer => {
    const steps = Object.keys(records).filter(each => isStepTo(records[each], answer));
    const own = steps.flatMap(step => records[step][1]);
    return startDrawing(records, steps.filter(isNot(isShared(records, both))), own);
  });
  const question = Object.keys(answers).find(each => answers[each].includes(a)) || "";
  return element(
    "section",
    {class: "drawn versus", "aria-label": `${name(a)}, ${name(b)}`},
    row(
      "answers",
      drawOne(one, a),
      [question && drawQuestion(records, question), drawBoth(records, shared, [a, b])],
      drawOne(other, b),
    ),
  );
}

/**
 * An answer with what speaks to it alone.
 * @param {Drawing} drawing
 * @param {string} answer
 */
const drawOne = (drawing, answer) => [
  drawAnswer(drawing.records, answer, "opposed", ""),
  drawSteps(drawing, answer, "steps sub") || element("p", {class: "silent"}, phrase("pair.nothing-alone")),
];

/**
 * What speaks to both answers, with how it speaks to each.
 * @param {Records} records
 * @param {Shared[]} shared
 * @param {string[]} answers
 */
function drawBoth(records, shared, answers) {
  const cards = shared.map(([claim, ...sides]) =>
    element(
      "div",
      {class: "card"},
      drawWords(records, claim, true),
      sides.map((side, n) =>
        element(
          "p",
          {class: `bears ${side}`},
          drawSign(side),
          element("span", {class: `stance ${side}`}, phrase(`picture.stand.${side}`)),
          element("span", {dir: "auto"}, records[answers[n]]?.[0]),
        ),
      ),
    ),
  );
  return [element("h3", {}, phrase(cards.length ? "pair.speak-to-both" : "pair.nothing-to-both")), fold(cards)];
}

/**
 * @param {any[]} record
 * @param {string} answer
 */
const isStepTo = (record, answer) => record[0] === answer && typeof record[2] === "string";
