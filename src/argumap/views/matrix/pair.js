/* Two people, or two answers, side by side: agree, differ, silent, and what hangs on what they say. */
import {address, encodeId} from "../../page/static/address.js";
import {element} from "../../page/static/elements.js";
import {join, phrase, phraseAround} from "../../page/static/words.js";
import {card} from "./case.js";

/** @import {Pair, People} from "./people.js" */

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
    disputed: turned.disputed.map(([claim, one, other]) => [claim, other, one]),
    contradictions: turned.contradictions.map(([one, other]) => [other, one]),
    against: turned.against.map(([by, step, added]) => [by === "a" ? "b" : "a", step, added]),
    only: [turned.only[1], turned.only[0]],
  };
}

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
  return element(
    "article",
    {class: "pair"},
    element("p", {}, element("a", {href: "#open="}, phrase("who.everybody"))),
    element("h2", {}, phraseAround("pair.of", {a: chooser(people, two, 0), b: chooser(people, two, 1)})),
    pair
      ? [element("p", {class: "upshot"}, tell(pair, name)), buildParts(people, pair, name(a), name(b))]
      : element("p", {class: "upshot"}, phrase("pair.not-kept")),
  );
}

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
      element("option", {value: id, selected: id === two[place]}, lenses.get(id)?.name || records[id]?.[0]),
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
 * @param {import("./people.js").Records} records
 * @param {string} id
 */
const linkTo = (records, id) =>
  element("a", {href: `outline.html#n=${encodeId(id)}`, dir: "auto"}, records[id]?.[0] || id);

/**
 * @param {import("./people.js").Records} records
 * @param {Pair} pair
 * @param {string} a
 * @param {string} b
 */
function listDifferences(records, pair, a, b) {
  return [
    ...pair.disputed.map(([claim, one, other]) =>
      element(
        "li",
        {},
        linkTo(records, claim),
        `: ${a} ${phrase(`picture.stand.${one}`)}, ${b} ${phrase(`picture.stand.${other}`)}`,
      ),
    ),
    ...pair.contradictions.map(([one, other]) =>
      element("li", {}, phraseAround("pair.contradict", {a: linkTo(records, one), b: linkTo(records, other)})),
    ),
    ...pair.against.map(([by, step]) => {
      const [target, premises] = records[step];
      return element(
        "li",
        {},
        phraseAround("pair.clash", {
          who: by === "a" ? a : b,
          premises: join(premises.map((/** @type {string} */ p) => `“${records[p]?.[0]}”`)),
          target: linkTo(records, target),
        }),
      );
    }),
  ];
}

/**
 * @param {People} people
 * @param {Pair} pair
 * @param {string} a
 * @param {string} b
 */
function buildParts({records}, pair, a, b) {
  /** @param {string} id */
  const label = id => records[id]?.[0] || id;
  const differ = listDifferences(records, pair, a, b);
  return [
    element(
      "div",
      {class: "columns"},
      column(
        phrase("pair.agree"),
        pair.agreed.map(claim => element("li", {}, linkTo(records, claim))),
      ),
      column(phrase("pair.differ"), differ),
      column(
        phrase("pair.cruxes"),
        pair.cruxes.map(claim =>
          element(
            "li",
            {},
            element(
              "a",
              {href: `map.html#view=network&aside=${encodeId(claim)}`},
              phrase("pair.crux", {name: `“${label(claim)}”`}),
            ),
          ),
        ),
        phrase("pair.no-cruxes"),
      ),
    ),
    element(
      "div",
      {class: "two"},
      [a, b].map((name, n) =>
        element(
          "section",
          {},
          element("h3", {}, phrase("pair.only", {name})),
          pair.only[n].length
            ? element(
                "ul",
                {class: "cards"},
                pair.only[n].map(claim => card(claim, records)),
              )
            : element("p", {}, phrase("case.nothing")),
        ),
      ),
    ),
  ];
}

/**
 * @param {string} title
 * @param {HTMLElement[]} items
 * @param {string} none
 */
const column = (title, items, none = phrase("pair.nowhere")) =>
  element(
    "section",
    {},
    element("h3", {}, title),
    items.length ? element("ul", {class: "plain"}, items) : element("p", {}, none),
  );
