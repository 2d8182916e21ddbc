/* One person's case: the way from what they hold to the question, what they reject, and what the map makes of it. */
import {address, encodeId} from "../../page/static/address.js";
import {element} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";
import {drawAnswer, drawQuestion, drawSteps, drawWords, foldList, startDrawing, withoutTwins} from "./drawing.js";

/** @import {Lens} from "../../page/static/lens.js" */
/** @import {Drawing} from "./drawing.js" */
/** @import {People, Records} from "./people.js" */

const NAMED = 12; /* of more people only the header names all */
const SILENT = 3; /* so many answers on which somebody is silent stand in sight */

/**
 * @param {People} people
 * @param {string} id
 */
export function buildCase(people, id) {
  const {lenses, records, answers} = people;
  const lens = lenses.get(id);
  if (!lens) return null;
  const drawing = startDrawing(records, lens.steps, [...lens.holds, ...lens.rejects, ...lens.open], lens.rejects);
  const spoken = Object.keys(answers).filter(question => answers[question].some(each => takesSide(lens, each)));
  const drawn = spoken.map(question => drawCase(drawing, lens, question, answers[question]));
  const left = lens.holds.filter(claim => !drawing.met.has(claim));
  return element(
    "article",
    {class: "person"},
    buildNames(people, id),
    element("h2", {dir: "auto"}, lens.name, lens.role && element("span", {class: "role"}, lens.role)),
    element("p", {class: "upshot"}, element("b", {}, lens.told), " ", lens.report),
    buildWays(people, id),
    drawn,
    element(
      "div",
      {class: "columns"},
      (left.length > 0 || !drawn.length) && list(drawn.length ? "case.beside" : "case.holds", left, records),
      list("case.rejects", lens.rejects, records),
      lens.open.length > 0 && list("case.open", lens.open, records),
    ),
    lens.added.length > 0 &&
      element("div", {class: "apart"}, buildAdded(lens.added, records, [...lens.holds, ...lens.rejects])),
  );
}

/**
 * Whether somebody speaks to an answer by their own words, not only through steps added by the map.
 * @param {Lens} lens
 * @param {string} answer
 */
const takesSide = ({sides}, answer) => answer in sides && !sides[answer][1];

/**
 * The question, its answers, and what of theirs leads to each.
 * @param {Drawing} drawing
 * @param {Lens} lens
 * @param {string} question
 * @param {string[]} answers
 */
function drawCase(drawing, lens, question, answers) {
  const silent = answers.filter(each => !takesSide(lens, each));
  const branches = answers.filter(each => takesSide(lens, each)).map(each => drawBranch(drawing, lens, each));
  const silence = silent.map(each => drawSilence(drawing.records, each));
  const more = silence.slice(SILENT);
  const folded = element(
    "details",
    {},
    element("summary", {}, phrase("case.silent-on-more", {n: more.length})),
    element("ul", {class: "within"}, more),
  );
  return element(
    "section",
    {class: "drawn", "aria-label": drawing.records[question]?.[0]},
    drawQuestion(drawing.records, question),
    element(
      "ul",
      {class: "branches"},
      branches,
      silence.slice(0, SILENT),
      more.length > 0 && element("li", {class: "branch"}, folded),
    ),
  );
}

/**
 * @param {Drawing} drawing
 * @param {Lens} lens
 * @param {string} answer
 */
function drawBranch(drawing, lens, answer) {
  const [side] = lens.sides[answer];
  const outright = lens.holds.includes(answer);
  drawing.met.add(answer);
  return element(
    "li",
    {class: "branch"},
    drawAnswer(drawing.records, answer, side, phrase(`picture.stand.${side}`) + tellOutright(outright)),
    drawSteps(drawing, answer),
  );
}

/** @param {boolean} outright */
const tellOutright = outright => (outright ? `: ${phrase("case.outright")}` : "");

/**
 * @param {Records} records
 * @param {string} answer
 */
const drawSilence = (records, answer) =>
  element("li", {class: "branch"}, drawAnswer(records, answer, "silent", phrase("picture.stand.silent")));

/**
 * @param {People} people
 * @param {string} id
 */
const buildNames = ({lenses}, id) =>
  element(
    "nav",
    {class: "people", "aria-label": phrase("lens.whose")},
    element("a", {href: "#open="}, phrase("who.everybody")),
    [...(lenses.size > NAMED ? [] : lenses)].map(([who, each]) =>
      element("a", {href: `#who=${encodeId(who)}`, "aria-current": who === id && "true", dir: "auto"}, each.name),
    ),
  );

/**
 * @param {People} people
 * @param {string} id
 */
function buildWays({lenses, pairs}, id) {
  const others = [...lenses].filter(([who]) => pairs[`${id},${who}`] || pairs[`${who},${id}`]);
  const compare = () => {
    address.set({who: null, compare: `${id},${select.value}`}, {push: true});
    dispatchEvent(new PopStateEvent("popstate"));
  };
  const select = element(
    "select",
    {class: "button", "aria-label": phrase("case.compare-with"), onchange: compare},
    element("option", {value: ""}, phrase("case.compare-with")),
    others.map(([who, {name}]) => element("option", {value: who, dir: "auto"}, name)),
  );
  return element(
    "p",
    {class: "ways"},
    element("a", {class: "button", href: `map.html#who=${encodeId(id)}`}, phrase("case.on-map")),
    others.length > 0 && select,
  );
}

/**
 * @param {string} step
 * @param {Records} records
 */
function tellStep(step, records) {
  const [target, , bearing] = records[step];
  const side = bearing === "supports" ? "for" : "against";
  const claim = typeof records[target]?.[2] === "string" ? records[target][0] : target;
  const name = element("a", {href: `outline.html#n=${encodeId(claim)}`, dir: "auto"}, records[claim]?.[0] || claim);
  const sign = element("span", {class: `sign ${side}`, "aria-hidden": "true"}, side === "for" ? "+" : "−");
  return element(
    "p",
    {class: "leads"},
    sign,
    " ",
    phrase(side === "for" ? "case.step-for" : "case.step-against", {name: ""}),
    name,
  );
}

/**
 * @param {string} key
 * @param {string[]} claims
 * @param {Records} records
 */
const list = (key, claims, records) =>
  element(
    "section",
    {},
    element("h3", {}, phrase(key)),
    claims.length
      ? foldList(
          claims.map(claim => element("li", {class: "card"}, drawWords(records, claim, true))),
          "cards",
        )
      : element("p", {}, phrase("case.nothing")),
  );

/**
 * @param {string[]} steps
 * @param {Records} records
 * @param {string[]} own
 */
function buildAdded(steps, records, own) {
  const theirs = withoutTwins(steps, records).filter(step => own.some(claim => records[step]?.[1]?.includes(claim)));
  return [
    element("h3", {}, phrase("case.added"), " ", element("span", {class: "note"}, phrase("case.added-note"))),
    theirs.map(step => {
      const line = tellStep(step, records);
      line.prepend(
        ...records[step][1]
          .filter((/** @type {string} */ claim) => own.includes(claim))
          .map((/** @type {string} */ claim) => `${records[claim]?.[0]} `),
      );
      return line;
    }),
  ];
}
