/* One person's case: what they hold and reject, where it leads, on what they are silent, what the map makes of it. */
import {encodeId} from "../../page/static/address.js";
import {element} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";

/** @import {People, Records} from "./people.js" */

/**
 * @param {People} people
 * @param {string} id
 */
export function buildCase({lenses, records, answers}, id) {
  const lens = lenses.get(id);
  if (!lens) return null;
  const others = [...lenses.keys()].filter(who => who !== id);
  const questions = lens.path.filter(each => answers[each]);
  const silent = questions.flatMap(each => answers[each]).filter(each => !(each in lens.sides));
  return element(
    "article",
    {class: "person"},
    element(
      "nav",
      {class: "people", "aria-label": phrase("lens.whose")},
      element("a", {href: "#open="}, phrase("who.everybody")),
      [...lenses].map(([who, each]) =>
        element("a", {href: `#who=${encodeId(who)}`, "aria-current": who === id && "true", dir: "auto"}, each.name),
      ),
    ),
    element("h2", {dir: "auto"}, lens.name, lens.role && element("span", {class: "role"}, lens.role)),
    element("p", {class: "upshot"}, element("b", {}, lens.told), " ", lens.report),
    questions.map(question => element("p", {class: "asked", dir: "auto"}, records[question][0])),
    element(
      "div",
      {class: "columns"},
      buildSteps(lens.steps, records, lens.holds),
      list("case.rejects", lens.rejects, records),
      silent.length ? list("case.silent", silent, records) : null,
      lens.open.length ? list("case.open", lens.open, records) : null,
    ),
    lens.added.length
      ? element("div", {class: "apart"}, buildAdded(lens.added, records, [...lens.holds, ...lens.rejects]))
      : null,
    element(
      "p",
      {class: "ways"},
      element("a", {class: "button", href: `map.html#who=${encodeId(id)}`}, phrase("case.on-map")),
      others.length > 0 &&
        element(
          "a",
          {class: "button", href: `#compare=${encodeId(id)},${encodeId(others[0])}`},
          phrase("case.compare-with"),
          " ",
          lenses.get(others[0])?.name,
        ),
    ),
  );
}

/**
 * What they hold, each with the steps that lead on from it.
 * @param {string[]} steps
 * @param {Records} records
 * @param {string[]} holds
 */
function buildSteps(steps, records, holds) {
  return element(
    "section",
    {},
    element("h3", {}, phrase("case.holds")),
    holds.length
      ? element(
          "ul",
          {class: "cards"},
          holds.map(claim => card(claim, records, leadsTo(claim, steps, records))),
        )
      : element("p", {}, phrase("case.nothing")),
  );
}

/**
 * What a claim speaks for and against by some steps, each with its sign.
 * @param {string} claim
 * @param {string[]} steps
 * @param {Records} records
 */
const leadsTo = (claim, steps, records) =>
  withoutTwins(steps, records)
    .filter(step => records[step]?.[1]?.includes(claim))
    .map(step => tellStep(step, records));

/**
 * The steps without those that say of a claim what another says: from more premises, or other ones.
 * @param {string[]} steps
 * @param {Records} records
 */
const withoutTwins = (steps, records) =>
  steps.filter((step, n) => steps.findIndex(each => isTwin(records[each], records[step])) === n);

/**
 * @param {any[] | undefined} one
 * @param {any[] | undefined} other
 */
const isTwin = (one, other) =>
  one === other || (one?.[0] === other?.[0] && one?.[2] === other?.[2] && one?.[1][0] === other?.[1][0]);

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
 * @param {string} claim
 * @param {Records} records
 * @param {HTMLElement[]} more
 */
export function card(claim, records, more = []) {
  const [label, text, places = []] = records[claim] || [claim];
  return element(
    "li",
    {class: "card"},
    element("a", {class: "label", href: `outline.html#n=${encodeId(claim)}`, dir: "auto"}, label),
    text && text !== label && element("p", {dir: "auto"}, text),
    places.length > 0 &&
      element(
        "p",
        {class: "meta"},
        element("a", {class: "place", href: `sections.html#n=${encodeId(claim)}`}, places.join(", ")),
      ),
    more,
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
      ? element(
          "ul",
          {class: "cards"},
          claims.map(claim => card(claim, records)),
        )
      : element("p", {}, phrase("case.nothing")),
  );

/**
 * @param {string[]} steps
 * @param {Records} records
 * @param {string[]} own
 */
function buildAdded(steps, records, own) {
  const theirs = steps.filter(step => own.some(claim => records[step]?.[1]?.includes(claim)));
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
