/* The panel on one thing: a card, a stakeholder, a step or a concept; without one, how to read the map. */
import {safeLink} from "../../page/static/core.js";
import {element, find, flatten} from "../../page/static/elements.js";
import {join, phrase, phraseAround, termOf} from "../../page/static/words.js";
import {speaksOf, targetOf} from "./card-tree.js";
import {nodeButton, plainButton, sectionList, stepEntry, voiceEntry} from "./panel-pieces.js";
import {nodeDetail} from "./node-detail.js";
import {passagePane} from "./passage-pane.js";
import {welcome} from "./empty-panel.js";

/** @import {Child} from "../../page/static/child.js" */
/** @import {App} from "./app.js" */
/** @import {Card, Step} from "./card-tree.js" */
/** @import {Concept, Stakeholder, Voice} from "./payload.js" */

const STANCES = ["disputes", "questions", "concedes"];

/**
 * Shows a record in the panel.
 * @param {App} app
 * @param {string | null} id
 */
export function showDetail(app, id) {
  const holder = find("detail");
  const wasEmpty = !holder.firstChild;
  holder.replaceChildren(...flatten(partsOf(app, id || "")));
  // What is filled for the first time stands at its top: to say so would have the page laid out once more.
  if (!wasEmpty) holder.scrollTop = 0;
}

/**
 * @param {App} app
 * @param {string} id
 * @returns {Child[]}
 */
function partsOf(app, id) {
  const {nodes, stakeholders, steps, concepts} = app.debate;
  const node = nodes.get(id);
  if (node) return nodeDetail(app, node);
  const who = stakeholders.get(id);
  if (who) return stakeholderDetail(app, who);
  const step = steps.get(id);
  if (step) return stepDetail(app, step);
  const concept = concepts.get(id);
  return concept ? conceptDetail(app, concept) : welcome(app);
}

/**
 * @param {App} app
 * @param {Stakeholder} who
 * @returns {Child[]}
 */
function stakeholderDetail(app, who) {
  const {debate, legend, state, act} = app;
  const isChosen = state.chosen.get("by")?.has(who.id);
  const said = debate.claims.filter(claim => speaksOf(claim, who.id));
  const touched = debate.claims.flatMap(claim =>
    claim.concerns
      .filter(([id]) => id === who.id)
      .map(([, effect]) => nodeButton(app, claim, claim.relation, termOf("map.effect.", effect))),
  );
  return [
    element("p", {class: "kicker"}, phrase("map.record.stakeholder", {type: legend.types[who.type] || who.type})),
    element("h2", {dir: "auto"}, who.name),
    ...factsOf(app, who),
    element(
      "div",
      {class: "actions"},
      element(
        "button",
        {type: "button", class: "button", onclick: () => act.filter("by", who.id)},
        phrase(isChosen ? "map.record.all-claims" : "map.record.their-claims"),
      ),
    ),
    ...[...groupByStance(said, who.id)].map(([title, claims]) =>
      sectionList(
        title,
        [...claims].map(claim => nodeButton(app, claim, claim.relation, "")),
      ),
    ),
    said.length
      ? null
      : element("p", {class: "note"}, silenceWords(touched.length > 0 || Boolean(who.interests?.length))),
    sectionList(phrase("map.record.stake-in"), touched),
  ];
}

/** @param {boolean} hasStake */
const silenceWords = hasStake => phrase(hasStake ? "map.record.has-stake" : "map.record.only-named");

/**
 * @param {App} app
 * @param {Stakeholder} who
 * @returns {Child[]}
 */
function factsOf({debate, act}, {role, affiliation = [], interests = [], aliases = [], link}) {
  const safe = safeLink(link);
  const groups = affiliation.map((id, i) => [
    i ? phrase("grammar.comma") : "",
    plainButton(() => act.show(id), debate.stakeholders.get(id)?.name || id),
  ]);
  return [
    role ? element("p", {dir: "auto"}, role) : null,
    groups.length ? element("p", {class: "small"}, phraseAround("map.record.belongs-to", {groups})) : null,
    interests.length
      ? element("p", {class: "small"}, phrase("map.record.interests", {interests: join(interests)}))
      : null,
    aliases.length
      ? element("p", {class: "small quiet"}, phrase("map.record.also-called", {names: join(aliases)}))
      : null,
    link
      ? element("p", {class: "small"}, safe ? element("a", {href: safe, rel: "noopener noreferrer"}, link) : link)
      : null,
  ];
}

/**
 * The claims that somebody stands on, each once under each way to stand to it.
 * @param {readonly Card[]} claims
 * @param {string} who
 */
function groupByStance(claims, who) {
  /** @type {Map<string, Set<Card>>} */
  const groups = new Map();
  for (const claim of claims) {
    for (const voice of claim.voices.filter(each => each.by === who)) {
      const stance = stanceOf(voice);
      groups.set(stance, (groups.get(stance) || new Set()).add(claim));
    }
  }
  return groups;
}

/** @param {Voice} voice */
function stanceOf({act, voice}) {
  const stance = voice === "presented" ? "presents" : STANCES.includes(act) ? act : "holds";
  return phrase(`map.stands.${stance}`);
}

/**
 * @param {App} app
 * @param {Step} step
 * @returns {Child[]}
 */
function stepDetail(app, step) {
  const target = targetOf(app.debate, step);
  const leads = phrase(step.relation === "undercuts" ? "map.record.step-leads-to" : "map.record.bears-on");
  const voices = step.voices.map(voice => voiceEntry(app, voice));
  return [
    element("p", {class: "kicker"}, phrase("map.record.step")),
    element("h2", {}, phrase(step.premises.length > 1 ? "map.record.linked" : "map.record.one-reason")),
    stepEntry(app, step),
    target ? sectionList(leads, [nodeButton(app, target, "none", "")]) : null,
    voices.length ? element("ul", {class: "voices"}, voices) : null,
    passagePane(app, step.id, step.where),
    sectionList(
      phrase("map.record.denied-by"),
      (app.debate.onTarget.get(step.id) || []).map(each => stepEntry(app, each)),
    ),
  ];
}

/**
 * @param {App} app
 * @param {Concept} concept
 * @returns {Child[]}
 */
function conceptDetail(app, concept) {
  const about = app.debate.claims.filter(claim => claim.concepts.includes(concept.id));
  return [
    element("p", {class: "kicker"}, [phrase("map.record.concept"), concept.type].filter(Boolean).join(" · ")),
    element("h2", {dir: "auto"}, concept.label),
    sectionList(
      phrase("map.record.about-it"),
      about.map(claim => nodeButton(app, claim, claim.relation, "")),
    ),
  ];
}
