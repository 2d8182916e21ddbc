/* What bears on a claim or a step as a nested list: premises that count only together on one line, under one sign, and
 * what stands elsewhere named once more and not repeated.
 */
import {encodeId} from "../../page/static/address.js";
import {element} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";

/** @import {Child} from "../../page/static/child.js" */
/** @import {Card, Debate, Step} from "./card-tree.js" */

/** @type {Record<string, string>} */
const WORDS = {
  supports: "debate.because",
  attacks: "debate.not-so",
  rebuts: "debate.not-so",
  undercuts: "debate.even-if-so",
};

/**
 * What bears on the premises of a step and on the step itself.
 * @param {Debate} debate
 * @param {string} id of a step, or of a claim
 * @returns {HTMLElement | null} null where nothing does
 */
export function underList(debate, id) {
  const step = debate.steps.get(id);
  const claims = step ? step.premises : [id];
  const steps = [...claims, ...(step ? [id] : [])].flatMap(each => debate.onTarget.get(each) || []);
  if (!steps.length) return null;
  return element(
    "ul",
    {class: "under"},
    steps.map(each => item(debate, each)),
  );
}

/**
 * @param {Debate} debate
 * @param {Step} step
 */
function item(debate, step) {
  const premises = step.premises.flatMap(id => debate.nodes.get(id) ?? []);
  const isHere = premises.some(node => node.step === step.id);
  const side = step.relation === "supports" ? "pro" : "con";
  const standing = step.status === "blocked" ? "answered" : "live";
  return element(
    "li",
    {class: `${side} ${standing}${isHere ? "" : " elsewhere"}`, "data-step": step.id},
    element("i", {class: `pip ${side}`, "aria-hidden": "true"}),
    element("em", {}, phrase(WORDS[step.relation])),
    " ",
    premises.map((node, n) => [n ? [" ", element("em", {}, phrase("debate.and")), " "] : null, title(node)]),
    element("span", {class: "by"}, tellWho(debate, premises), step.inferred ? ` · ${phrase("added.note")}` : null),
    isHere ? null : element("span", {class: "by"}, ` ${phrase("debate.elsewhere")}`),
    isHere ? underList(debate, step.id) : null,
  );
}

/** So many who say a thing are named. */
const NAMED = 3;

/**
 * Who brings claims up.
 * @param {Debate} debate
 * @param {Card[]} claims
 * @returns {Child}
 */
function tellWho(debate, claims) {
  const who = [...new Set(claims.flatMap(claim => claim.voices.map(voice => voice.by)))];
  return who
    .slice(0, NAMED)
    .map((id, n) => [
      n ? "; " : " · ",
      element("a", {class: "speaker", href: `#n=${encodeId(id)}`, "data-n": id, dir: "auto"}, nameOf(debate, id)),
    ]);
}

/**
 * @param {Debate} debate
 * @param {string} id
 */
function nameOf({sources, stakeholders}, id) {
  const authors = new Set([...sources.values()].map(source => source.author));
  return authors.size === 1 && authors.has(id) ? phrase("overview.author") : stakeholders.get(id)?.name || id;
}

/**
 * @param {Card} node
 * @returns {Child}
 */
const title = node =>
  element("a", {class: "title", href: `#n=${encodeId(node.id)}`, "data-n": node.id, dir: "auto"}, node.title);
