/* The panel while nothing is selected: what is missing, the questions, and how to read the map. */
import {element} from "../../page/static/elements.js";
import {markOf, spelt} from "./claim-words.js";
import {findMissing, inOrder, isTopIssue} from "./card-tree.js";
import {balanceEntry, heading, leadEntry, plainButton, signMark, verdictMark} from "./panel-pieces.js";

/** @import {Child} from "../../page/static/child.js" */
/** @import {App} from "./app.js" */
/** @import {Card, Debate} from "./card-tree.js" */

const MOST_ISSUES = 24;
/** @type {Record<string, string>} */
const MEANINGS = {
  supports: "a reason for what it hangs on",
  attacks: "an objection to it",
  rebuts: "an answer to an objection",
  undercuts: "denies the step, not the fact",
};

/**
 * The relations that the map has cards of, in the order of a legend.
 * @param {readonly Card[]} claims
 */
export const usedRelations = claims =>
  Object.keys(MEANINGS).filter(relation => claims.some(claim => claim.relation === relation));

/**
 * The marks that claims of the map have, each with its words and what it means, in the order of a key.
 * @param {Debate} debate
 */
export function usedMarks({verdictWords, claims}) {
  const marks = (verdictWords?.words ?? []).map(([word, meaning]) => ({mark: word, words: spelt(word), meaning}));
  const bare = {mark: "bare", words: "unchallenged 0 : 0", meaning: "nothing stands against it, and nothing for it"};
  const [first, ...others] = marks;
  return (first ? [first, bare, ...others] : []).filter(({mark}) => claims.some(claim => markOf(claim) === mark));
}

export const SCORE_WORDS = "6 reasons stand, 1 objection is open";

/**
 * @param {App} app
 * @returns {Child[]}
 */
export function welcome(app) {
  const {debate} = app;
  const issues = [...debate.nodes.values()].filter(isTopIssue);
  return [
    findMissing(debate).map(text => element("p", {class: "missing"}, text)),
    issues.slice(0, MOST_ISSUES).map(issue => issueEntry(app, issue, issues.length > 1 ? "Issue" : "The question")),
    relationKey(app),
    wordKey(app),
    ...hints(app, issues.length > 0),
    debate.snapshot
      ? element("p", {class: "small quiet"}, `Built from snapshot ${debate.snapshot.slice(0, 16)}`)
      : null,
  ];
}

/**
 * @param {App} app
 * @param {Card} issue
 * @param {string} kicker
 */
function issueEntry(app, issue, kicker) {
  return element(
    "section",
    {},
    element("p", {class: "kicker"}, kicker),
    element(
      "h2",
      {class: "question", dir: "auto"},
      plainButton(() => app.act.show(issue.id), issue.title),
    ),
    leadEntry(app, issue),
    inOrder(issue).map(position => balanceEntry(app, position, issue)),
  );
}

/** @param {App} app */
function relationKey({debate, legend}) {
  const used = usedRelations(debate.claims);
  if (!used.length) return null;
  const entries = used.map(relation =>
    element(
      "li",
      {class: `is-${relation}`},
      signMark(legend, relation),
      element("span", {}, element("b", {class: "relation"}, legend.relations[relation].word), ` ${MEANINGS[relation]}`),
    ),
  );
  return element("section", {}, heading("How to read it"), element("ul", {class: "key"}, entries));
}

/** @param {App} app */
function wordKey({debate}) {
  const used = usedMarks(debate);
  if (!used.length) return null;
  const entries = used.map(({mark, words, meaning}) =>
    element("li", {}, verdictMark(mark), element("span", {}, element("b", {class: mark}, words), ` ${meaning}`)),
  );
  const score = `6 : 1 beside a word: ${SCORE_WORDS}. More of them do not make a claim truer.`;
  return element(
    "section",
    {},
    heading("What became of a claim"),
    element("ul", {class: "key"}, entries),
    element("p", {class: "small quiet"}, score),
  );
}

/**
 * @param {App} app
 * @param {boolean} hasIssues
 */
function hints({debate, isList}, hasIssues) {
  const elsewhere = debate.claims.some(claim => claim.links.some(link => link.step && link.to === claim.id));
  const asList = "Choose a claim to see who says it, where, and what speaks for and against it.";
  const asCards = "Choose a card to see who says it, where, and what speaks for and against it.";
  return [
    hasIssues && elsewhere && !isList()
      ? "↗ 2 on a card tells that two reasons or objections bear on it that hang elsewhere in the map."
      : "",
    !debate.claims.length
      ? ""
      : isList()
        ? `${asList} +3 tells that three more hang beneath.`
        : `${asCards} The number on a card tells how many are folded beneath; choose it to unfold them.`,
  ]
    .filter(Boolean)
    .map(text => element("p", {class: "small quiet"}, text));
}
