/* The panel while nothing is selected: what is missing, the questions, and how to read the map. */
import {element} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";
import {markOf, spelt, tellLive} from "./claim-words.js";
import {findMissing, inOrder, isTopIssue} from "./card-tree.js";
import {FURTHER} from "./question-bundle.js";
import {questionFinder} from "./question-list.js";
import {balanceEntry, heading, leadEntry, plainButton, signMark, termButton, verdictMark} from "./panel-pieces.js";

/** @import {Child} from "../../page/static/child.js" */
/** @import {App} from "./app.js" */
/** @import {Card, Debate} from "./card-tree.js" */

/** More of them are a list, beneath the main one. */
const MOST_ISSUES = 8;
const RELATIONS = ["supports", "attacks", "rebuts", "undercuts"];
/** How reasons and objections are counted beside a word, for a key. */
export const SCORE = "6 : 1";

/**
 * The relations that the map has cards of, in the order of a legend.
 * @param {readonly Card[]} claims
 */
export const usedRelations = claims => RELATIONS.filter(relation => claims.some(claim => claim.relation === relation));

/**
 * The marks that claims of the map have, each with its words and what it means, in the order of a key.
 * @param {Debate} debate
 */
export function usedMarks({verdictRules, claims}) {
  const marks = (verdictRules?.words ?? []).map(word => {
    return {mark: word, words: spelt(word), meaning: phrase(`word-meaning.${word}`)};
  });
  const bare = {mark: "bare", words: phrase("map.legend.bare"), meaning: phrase("map.legend.bare-means")};
  const [first, ...others] = marks;
  return (first ? [first, bare, ...others] : []).filter(({mark}) => claims.some(claim => markOf(claim) === mark));
}

/** What that score says in words. */
export const scoreMeaning = () => tellLive({pros: [6, 0, 0], cons: [1, 0, 0]});

/**
 * @param {App} app
 * @returns {Child[]}
 */
export function welcome(app) {
  const {debate} = app;
  const issues = debate.roots.flatMap(root => (root.id === FURTHER ? root.children : root)).filter(isTopIssue);
  const kicker = phrase(issues.length > 1 ? "part.issue" : "map.record.the-question");
  return [
    findMissing(debate).map(text => element("p", {class: "missing"}, text)),
    issues.length > MOST_ISSUES ? manyQuestions(app, issues) : issues.map(issue => issueEntry(app, issue, kicker)),
    relationKey(app),
    wordKey(app),
    ...hints(app, issues.length > 0),
    debate.snapshot
      ? element("p", {class: "small quiet"}, phrase("map.hint.snapshot", {id: debate.snapshot.slice(0, 16)}))
      : null,
  ];
}

/**
 * The main question, and all others as a list that a word finds.
 * @param {App} app
 * @param {readonly Card[]} issues
 */
const manyQuestions = (app, [main, ...others]) => [
  issueEntry(app, main, phrase("overview.main-question")),
  questionFinder(app, others, phrase("map.record.other-questions")),
];

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
      element(
        "span",
        {},
        element("b", {class: "relation"}, termButton(relation, legend.relations[relation].word)),
        ` ${phrase(`map.legend.${relation}`)}`,
      ),
    ),
  );
  return element("section", {}, heading(phrase("map.legend.how-to-read")), element("ul", {class: "key"}, entries));
}

/** @param {App} app */
function wordKey({debate}) {
  const used = usedMarks(debate);
  if (!used.length) return null;
  const entries = used.map(({mark, words, meaning}) =>
    element("li", {}, verdictMark(mark), element("span", {}, element("b", {class: mark}, words), ` ${meaning}`)),
  );
  const score = phrase("map.legend.score", {score: SCORE, told: scoreMeaning()});
  return element(
    "section",
    {},
    heading(phrase("map.legend.what-became")),
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
  const told = [];
  if (hasIssues && elsewhere && !isList()) told.push("map.hint.elsewhere");
  if (debate.claims.length)
    told.push(
      ...(isList()
        ? ["map.hint.choose-claim", "map.hint.more-beneath"]
        : ["map.hint.choose-card", "map.hint.folded-beneath"]),
    );
  return told.map(key => element("p", {class: "small quiet"}, phrase(key)));
}
