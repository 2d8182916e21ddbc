/* Two people, or two answers, side by side: what both share between them, and what hangs on what they say. */
import {address, encodeId} from "../../page/static/address.js";
import {element} from "../../page/static/elements.js";
import {join, phrase, phraseAround} from "../../page/static/words.js";
import {drawAnswers, drawPeople} from "./versus.js";

/** @import {Pair, People, Shared} from "./people.js" */

const NAMED = 3; /* so many are named in a sentence */

/**
 * The pair as it is kept, the two turned where it is kept the other way.
 * @param {People} people
 * @param {string[]} two
 * @returns {Pair | null}
 */
export function findPair({pairs}, [a, b]) {
  const straight = pairs[`${a},${b}`];
  const turned = pairs[`${b},${a}`];
  if (straight || !turned) return straight || null;
  return {
    ...turned,
    agreed: turned.agreed.map(turn),
    disputed: turned.disputed.map(turn),
    contradictions: turned.contradictions.map(([one, other]) => [other, one]),
    against: turned.against.map(([by, step, added]) => [by === "a" ? "b" : "a", step, added]),
    only: [turned.only[1], turned.only[0]],
  };
}

/**
 * @param {Shared} shared
 * @returns {Shared}
 */
const turn = ([claim, one, other]) => [claim, other, one];

/**
 * @param {People} people
 * @param {string[]} two
 */
export function buildPair(people, two) {
  const {lenses, records} = people;
  const [a, b] = two;
  const pair = findPair(people, two);
  /** @param {string} id */
  const name = id => lenses.get(id)?.name || records[id]?.[0] || id;
  const speaking = lenses.has(a) && lenses.has(b);
  const draw = speaking ? drawPeople : drawAnswers;
  const upshot = pair && (speaking ? tell(pair, name) : tellAnswers(people, pair, {a, b, name}));
  return element(
    "article",
    {class: "pair"},
    buildKinds(people, two),
    element("h2", {}, phraseAround("pair.of", {a: chooser(people, two, 0), b: chooser(people, two, 1)})),
    pair
      ? [
          element("p", {class: "upshot"}, upshot, " ", tellCruxes(people, pair)),
          draw(people, pair, {a, b, name}),
          buildCruxes(people, pair),
        ]
      : element("p", {class: "upshot"}, tellMissing(people, two)),
  );
}

/**
 * Why two are not side by side: an id that is nobody's and no answer's, one of each, or two that nobody compared.
 * @param {People} people
 * @param {string[]} two
 */
function tellMissing({lenses, records, answers}, two) {
  const all = Object.values(answers).flat();
  const odd = two.find(id => !lenses.has(id) && !all.includes(id));
  if (odd && records[odd]) return phrase("pair.no-answer", {name: `“${records[odd][0]}”`});
  if (odd) return phrase("page.nothing-called", {id: odd.slice(0, 60)});
  return phrase(lenses.has(two[0]) === lenses.has(two[1]) ? "pair.not-kept" : "pair.one-of-each");
}

/**
 * The way back, to two people where two answers are shown, and to two answers where two people are.
 * @param {People} people
 * @param {string[]} two
 */
function buildKinds({lenses, pairs}, [a]) {
  const speaking = lenses.has(a);
  const other = Object.keys(pairs).find(both => lenses.has(both.split(",")[0]) !== speaking);
  return element(
    "nav",
    {class: "people", "aria-label": phrase("who.compare")},
    element("a", {href: "#open="}, phrase("who.everybody")),
    other &&
      element(
        "a",
        {href: `#compare=${other.split(",").map(encodeId).join(",")}`},
        phrase(speaking ? "pair.answers" : "pair.people"),
      ),
    speaking && element("a", {href: `#who=${encodeId(a)}`, dir: "auto"}, tellCase(lenses, a)),
  );
}

/**
 * @param {People["lenses"]} lenses
 * @param {string} id
 */
const tellCase = (lenses, id) => phrase("lens.of", {name: lenses.get(id)?.name || ""});

/**
 * @param {People} people
 * @param {string[]} two
 * @param {number} place
 */
function chooser({lenses, records, pairs}, two, place) {
  const kept = new Set(Object.keys(pairs).flatMap(each => each.split(",")));
  const speaking = lenses.has(two[0]);
  const choices = [...kept].filter(id => lenses.has(id) === speaking && id !== two[1 - place]);
  const choose = () => {
    const changed = place ? [two[0], select.value] : [select.value, two[1]];
    address.set({compare: changed.join(",")}, {push: true});
    dispatchEvent(new PopStateEvent("popstate"));
  };
  const select = element(
    "select",
    {class: "button", onchange: choose, "aria-label": phrase(place ? "pair.second" : "pair.first")},
    choices.includes(two[place]) ? null : element("option", {value: "", selected: true, disabled: true}, "…"),
    choices.map(id =>
      element(
        "option",
        {value: id, dir: "auto", selected: id === two[place]},
        lenses.get(id)?.name || records[id]?.[0],
      ),
    ),
  );
  return select;
}

/**
 * @param {Pair} pair
 * @param {(id: string) => string} name
 */
function tell(pair, name) {
  const apart = !pair.agreed.length && !pair.disputed.length;
  const told = [];
  if (pair.opposed.length) told.push(phrase("pair.oppose", {names: join(pair.opposed.map(id => `“${name(id)}”`))}));
  if (pair.agreed.length) told.push(phrase("pair.agree-on", {n: pair.agreed.length}));
  if (pair.disputed.length) told.push(phrase("pair.differ-on", {n: pair.disputed.length}));
  if (apart) told.push(phrase(told.length ? "pair.never-same" : "pair.nothing-common"));
  return element("b", {}, told.join(" "));
}

/**
 * What parts two answers: the first claim that speaks for one and against the other, with who says it.
 * @param {People} people
 * @param {Pair} pair
 * @param {import("./versus.js").Two} two
 */
function tellAnswers(people, pair, {a, b, name}) {
  const told = [];
  const parting = pair.disputed.filter(([, one, other]) => one !== "both" && other !== "both");
  const first = parting.find(([claim]) => isDirect(people.records, claim, [a, b])) || parting[0];
  if (first) {
    const [claim, one] = first;
    const [pro, con] = (one === "for" ? [a, b] : [b, a]).map(id => `“${name(id)}”`);
    told.push(phrase("pair.parts", {claim: `“${name(claim)}”`, who: tellSpeakers(people, claim), pro, con}));
    if (parting.length > 1) told.push(phrase("pair.part-more", {n: parting.length - 1}));
  } else if (pair.disputed.length) told.push(phrase("pair.differ-on", {n: pair.disputed.length}));
  if (pair.agreed.length) told.push(phrase("pair.speak-alike", {n: pair.agreed.length}));
  return element("b", {}, told.join(" ") || `${phrase("pair.nothing-to-both")}`);
}

/**
 * Whether a claim bears on either answer itself.
 * @param {People["records"]} records
 * @param {string} claim
 * @param {string[]} answers
 */
const isDirect = (records, claim, answers) =>
  Object.values(records).some(step => answers.includes(step[0]) && Array.isArray(step[1]) && step[1].includes(claim));

/**
 * Who holds a claim, the first few by name.
 * @param {People} people
 * @param {string} claim
 */
function tellSpeakers({lenses}, claim) {
  const names = [...lenses.values()].filter(lens => lens.holds.includes(claim)).map(lens => lens.name);
  const more = names.length > NAMED ? [phrase("who.more", {n: names.length - NAMED})] : [];
  return names.length ? phrase("upshot.who", {names: join([...names.slice(0, NAMED), ...more])}) : "";
}

/**
 * Whether a claim of theirs would change by itself who leads, and which.
 * @param {People} people
 * @param {Pair} pair
 */
const tellCruxes = ({records}, pair) =>
  pair.cruxes.length
    ? phrase("pair.hangs-on", {
        n: pair.cruxes.length,
        names: join(pair.cruxes.slice(0, NAMED).map(id => `“${records[id]?.[0] || id}”`)),
      })
    : phrase("pair.no-cruxes");

/**
 * @param {People} people
 * @param {Pair} pair
 */
const buildCruxes = ({records}, pair) =>
  pair.cruxes.length > 0 &&
  element(
    "section",
    {class: "cruxes"},
    element("h3", {}, phrase("pair.cruxes")),
    element(
      "ul",
      {class: "plain"},
      pair.cruxes.map(claim =>
        element(
          "li",
          {},
          element(
            "a",
            {href: `map.html#view=network&aside=${encodeId(claim)}`},
            phrase("pair.crux", {name: `“${records[claim]?.[0] || claim}”`}),
          ),
        ),
      ),
    ),
  );
