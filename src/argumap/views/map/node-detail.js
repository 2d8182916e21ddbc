/* The panel on a card: a claim with who says it, where, and what speaks for and against it; or a question. */
import {element} from "../../page/static/elements.js";
import {phrase, phraseAround, termOf, writeDecimal} from "../../page/static/words.js";
import {findReasons, inOrder, isSaidByNobody, targetOf, verdictWords} from "./card-tree.js";
import {markOf} from "./claim-words.js";
import {
  balanceEntry,
  heading,
  leadEntry,
  nodeButton,
  plainButton,
  sectionList,
  signMark,
  stepEntry,
  verdictMark,
  voiceEntry,
} from "./panel-pieces.js";
import {passagePane} from "./passage-pane.js";
import {FURTHER} from "./question-bundle.js";
import {questionFinder} from "./question-list.js";
import {roleWords} from "./wording.js";
import {whatIfSection} from "./what-if.js";

/** @import {Child} from "../../page/static/child.js" */
/** @import {App} from "./app.js" */
/** @import {Card, Step} from "./card-tree.js" */
/** @import {Link} from "./payload.js" */

const MOST_ANSWERS = 200;

/**
 * @param {App} app
 * @param {Card} node
 * @returns {Child[]}
 */
export function nodeDetail(app, node) {
  return node.kind === "claim" ? claimDetail(app, node) : questionDetail(app, node);
}

/**
 * @param {App} app
 * @param {Card} node
 * @returns {Child[]}
 */
function claimDetail(app, node) {
  const reasons = findReasons(app.debate, node.id);
  const linked = node.links.filter(link => !link.step);
  return [
    ...claimHead(app, node),
    passagePane(app, node.id, node.where),
    strength(app, node),
    actions(app, node),
    whatIfSection(app, node),
    voices(app, node),
    sectionList(
      phrase("map.record.bears-on"),
      reasons.bears.map(step => bearingEntry(app, node, step)),
    ),
    sectionList(
      phrase("map.record.for"),
      reasons.for.map(step => stepEntry(app, step)),
    ),
    sectionList(
      phrase("map.record.against"),
      reasons.against.map(step => stepEntry(app, step)),
    ),
    sectionList(
      phrase("map.record.denies-step"),
      reasons.denied.map(step => stepEntry(app, step, "undercuts")),
    ),
    sectionList(
      phrase("map.record.also"),
      linked.map(link => linkEntry(app, node, link)),
    ),
    sectionList(phrase("map.record.touches"), concerns(app, node)),
    ...chips(app, node),
  ];
}

/**
 * @param {App} app
 * @param {Card} node
 * @returns {Child[]}
 */
function claimHead(app, node) {
  const {legend} = app;
  const implicit = phrase(isSaidByNobody(node) ? "map.record.nobody" : "map.record.implicit");
  const facts = [node.type && termOf("claim-type.", node.type), node.date, node.implicit ? implicit : null];
  const told = facts.filter(Boolean).join(" · ");
  return [
    element(
      "p",
      {class: `tie is-${node.relation}`},
      signMark(legend, node.relation),
      " ",
      element("span", {class: "relation"}, tieWords(app, node)),
    ),
    element("h2", {dir: "auto"}, node.title),
    node.text && node.text !== node.title ? element("p", {class: "statement", dir: "auto"}, node.text) : null,
    told ? element("p", {class: "facts"}, told) : null,
    verdict(app, node),
  ];
}

/**
 * @param {App} app
 * @param {Card} node
 */
function tieWords({legend}, node) {
  const isTied = node.parentNode && node.parentNode.kind !== "group";
  return !isTied && node.role === "topic" ? phrase("map.card.tied-to-no-question") : roleWords(legend, node);
}

/**
 * @param {App} app
 * @param {Card} node
 */
function verdict({debate, legend}, node) {
  if (!node.word) return null;
  const because = verdictWords(debate, node);
  return element(
    "p",
    {class: `status ${markOf(node)}`},
    verdictMark(markOf(node)),
    element("b", {}, legend.words[node.word].word),
    because ? [" ", element("bdi", {class: "because"}, because)] : null,
  );
}

/**
 * @param {App} app
 * @param {Card} node
 */
function strength({debate}, node) {
  if (node.strength === undefined) return null;
  const caution = phrase(debate.weighed ? "map.record.weighed" : "map.record.only-counted");
  return element(
    "details",
    {class: "strength"},
    element("summary", {}, phrase("map.record.strength")),
    element(
      "p",
      {},
      element("meter", {min: 0, max: 1, value: node.strength}),
      ` ${writeDecimal(node.strength)}. `,
      caution,
    ),
  );
}

/**
 * @param {App} app
 * @param {Card} node
 */
function actions({state, isList, act}, node) {
  /**
   * @param {string} words
   * @param {string} title
   * @param {() => void} onclick
   */
  const button = (words, title, onclick) => element("button", {type: "button", class: "button", onclick, title}, words);
  const isBranch = state.view?.kind === "branch" && state.view.id === node.id;
  const folding = state.open.has(node.id) ? phrase("map.record.fold") : phrase("map.record.unfold");
  return element(
    "div",
    {class: "actions"},
    button(phrase("map.record.focus"), phrase("map.record.focus-hint"), () => act.focus(node.id)),
    node.children.length
      ? button(
          phrase(isBranch ? "map.record.whole-debate" : "map.record.branch"),
          phrase("map.record.branch-hint"),
          () => act.branch(node.id),
        )
      : null,
    node.children.length && !isList() ? button(folding, phrase("command.space"), () => act.fold(node.id)) : null,
  );
}

/**
 * @param {App} app
 * @param {Card} node
 */
function voices(app, node) {
  const said = element(
    "ul",
    {class: "voices"},
    node.voices.map(voice => voiceEntry(app, voice)),
  );
  const lost = (node.unreadable || []).map(words => element("p", {class: "note"}, words));
  const nobody = lost.length ? null : element("p", {class: "note"}, phrase("map.record.nobody-here"));
  return element("section", {}, heading(phrase("map.record.who")), node.voices.length ? said : nobody, lost);
}

/**
 * A step that the claim is a premise of.
 * @param {App} app
 * @param {Card} node
 * @param {Step} step
 */
function bearingEntry(app, node, step) {
  const target = targetOf(app.debate, step);
  if (!target) return null;
  const others = step.premises.filter(id => id !== node.id).map(id => app.debate.nodes.get(id)?.title);
  const together = others.filter(title => title !== undefined).join("; ");
  const word = step.relation === "undercuts" ? phrase("map.record.objects-to-step") : undefined;
  return element(
    "div",
    {},
    nodeButton(app, target, step.relation, word),
    together
      ? element("p", {class: "note"}, phraseAround("map.record.together", {others: element("bdi", {}, together)}))
      : null,
    step.inferred ? element("p", {class: "note"}, phrase("step.added")) : null,
  );
}

/**
 * @param {App} app
 * @param {Card} node
 * @param {Link} link
 */
function linkEntry(app, node, link) {
  const other = app.debate.nodes.get(link.from === node.id ? link.to : link.from);
  if (!other) return null;
  const {word} = app.legend.relations[link.relation];
  const isOurs = link.from === node.id || link.relation === "contradicts";
  return nodeButton(app, other, link.relation, isOurs ? word : phrase("map.record.from-there", {word}));
}

/**
 * @param {App} app
 * @param {Card} node
 */
function concerns({debate, act}, node) {
  return node.concerns.map(([who, effect]) =>
    element(
      "p",
      {class: "small"},
      plainButton(() => act.show(who), element("bdi", {}, debate.stakeholders.get(who)?.name || who)),
      ` ${termOf("map.effect.", effect)}`,
    ),
  );
}

/**
 * @param {App} app
 * @param {Card} node
 */
function chips({debate, act}, node) {
  /**
   * @param {string} title
   * @param {HTMLElement[]} made
   */
  const section = (title, made) =>
    made.length ? element("section", {}, heading(title), element("p", {class: "chips"}, made)) : null;
  const concepts = node.concepts.map(id =>
    element(
      "button",
      {type: "button", class: "chip", onclick: () => act.show(id)},
      debate.concepts.get(id)?.label || id,
    ),
  );
  const tags = node.tags.map(tag =>
    element("button", {type: "button", class: "chip", onclick: () => act.filter("tag", tag)}, element("bdi", {}, tag)),
  );
  return [section(phrase("map.record.about"), concepts), section(phrase("map.record.tags"), tags)];
}

/**
 * @param {App} app
 * @param {Card} node
 * @returns {Child[]}
 */
function questionDetail(app, node) {
  const isGroup = node.kind === "group";
  const holdsQuestions = node.id === FURTHER;
  const answers = (holdsQuestions ? [] : inOrder(node))
    .slice(0, MOST_ANSWERS)
    .map(child => balanceEntry(app, child, node));
  const title = phrase(isGroup ? "map.group.holds" : node.compares ? "map.record.findings" : "map.record.answers");
  return [
    element("p", {class: "kicker"}, roleWords(app.legend, node)),
    element("h2", {dir: "auto"}, node.title),
    node.text !== node.title ? element("p", {dir: "auto"}, node.text) : null,
    leadEntry(app, node),
    node.exclusive && answers.length > 1 ? element("p", {class: "note"}, phrase("map.record.exclusive")) : null,
    actions(app, node),
    passagePane(app, node.id, node.where),
    holdsQuestions
      ? questionFinder(app, node.children, phrase("map.record.questions"))
      : answers.length
        ? element("section", {}, heading(title, node.children.length), answers)
        : element("p", {class: "note"}, phrase("map.record.no-answer")),
  ];
}
