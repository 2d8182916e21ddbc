/* Two people, or two answers, side by side: what both share between them, and what hangs on what they say. */
import {address, encodeId} from "../../page/static/address.js";
import {element} from "../../page/static/elements.js";
import {join, phrase, phraseAround} from "../../page/static/words.js";
import {drawAnswers, drawPeople} from "./versus.js";

/** @import {Pair, People, Shared} from "./people.js" */

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
  const draw = lenses.has(a) && lenses.has(b) ? drawPeople : drawAnswers;
  return element(
    "article",
    {class: "pair"},
    buildKinds(people, two),
    element("h2", {}, phraseAround("pair.of", {a: chooser(people, two, 0), b: chooser(people, two, 1)})),
    pair
      ? [element("p", {class: "upshot"}, tell(pair, name)), draw(people, pair, {a, b, name}), buildCruxes(people, pair)]
      : element("p", {class: "upshot"}, phrase("pair.not-kept")),
  );
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
 * @param {People} people
 * @param {Pair} pair
 */
const buildCruxes = ({records}, pair) =>
  element(
    "section",
    {class: "cruxes"},
    element("h3", {}, phrase("pair.cruxes")),
    pair.cruxes.length
      ? element(
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
        )
      : element("p", {}, phrase("pair.no-cruxes")),
  );
