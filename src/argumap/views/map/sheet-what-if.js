/* What a supposition comes to on one question: a sentence in the place of the map's own, and what changes as a table.
 */
import {element, find, findAll} from "../../page/static/elements.js";
import {join, phrase, quote} from "../../page/static/words.js";
import {leadersOf, tellLeaders} from "./answer-ranking.js";
import {titleOf} from "./card-tree.js";
import {isSupposing} from "./state.js";

/** @import {App} from "./app.js" */
/** @import {Card} from "./card-tree.js" */

/**
 * How an answer stands: its place in words, and how many reasons and objections count.
 * @typedef {{place: string, pro: number, con: number}} AnswerState
 */

/**
 * Tells a question as it would be, or as it is where nothing is supposed.
 * @param {App} app
 * @param {HTMLElement} board
 * @param {Card} issue
 * @param {readonly {id: string, was: AnswerState, now: AnswerState}[]} answers as they are placed now
 */
export function tellSupposed(app, board, issue, answers) {
  const own = /** @type {HTMLElement} */ (board.querySelector(".lede:not(.supposed)"));
  for (const each of findAll(board, ".supposed, .now-then")) each.remove();
  const supposing = isSupposing(app.state.supposed);
  own.hidden = supposing;
  if (!supposing) return;
  const moved = answers.filter(({was, now}) => tell(was) !== tell(now));
  const sentence = element(
    "p",
    {class: "lede supposed"},
    `${tellPremise(app)} `,
    element("b", {}, moved.length ? tellOutcome(app, issue) : phrase("debate.supposed.same")),
    " ",
    element(
      "button",
      {type: "button", class: "button", onclick: () => find("undo").click()},
      phrase("map.supposing.undo"),
    ),
  );
  own.after(...(moved.length ? [sentence, table(app, moved)] : [sentence]));
}

/** @param {App} app */
function tellPremise({debate, state}) {
  const {aside, doubt} = state.supposed;
  const names = (/** @type {Iterable<string>} */ ids) => join([...ids].map(id => quote(titleOf(debate, id))));
  const told = [];
  if (aside.size) told.push(phrase("debate.supposed.aside", {n: aside.size, names: names(aside)}));
  if (doubt.size) told.push(phrase("debate.supposed.doubt", {n: doubt.size, names: names(doubt.keys())}));
  return told.join(" ");
}

/**
 * @param {App} app
 * @param {Card} issue
 */
function tellOutcome({debate}, issue) {
  const leaders = leadersOf(issue.ranking || []);
  const was = leadersOf(issue.inMap || []);
  const titles = leaders.map(id => titleOf(debate, id));
  const same = leaders.length === was.length && leaders.every(id => was.includes(id));
  return phrase(same ? "debate.supposed.still" : "debate.supposed.turns", {leads: tellLeaders(titles, true)});
}

/** @param {AnswerState} state */
const tell = ({place, pro, con}) =>
  [place, phrase("counts.reasons", {n: pro}), phrase("counts.objections", {n: con})].filter(Boolean).join(" · ");

/**
 * @param {App} app
 * @param {readonly {id: string, was: AnswerState, now: AnswerState}[]} moved
 */
function table({debate}, moved) {
  /** @param {string} key */
  const head = key => element("th", {scope: "col"}, phrase(key));
  return element(
    "table",
    {class: "now-then"},
    element(
      "thead",
      {},
      element("tr", {}, head("debate.supposed.answer"), head("debate.supposed.now"), head("debate.supposed.then")),
    ),
    element(
      "tbody",
      {},
      moved.map(({id, was, now}) =>
        element(
          "tr",
          {},
          element("th", {scope: "row", dir: "auto"}, titleOf(debate, id)),
          element("td", {}, tell(was)),
          element("td", {class: "then"}, tell(now)),
        ),
      ),
    ),
  );
}
