/* The panel's list of many questions, which a word finds. */
import {element} from "../../page/static/elements.js";
import {buildSearch} from "../../page/static/text-search.js";
import {phrase} from "../../page/static/words.js";
import {heading, plainButton} from "./panel-pieces.js";
import {leadLines} from "./wording.js";

/** @import {App} from "./app.js" */
/** @import {Card} from "./card-tree.js" */

/** So many are listed before a word is asked for. */
const MOST_LISTED = 40;

/**
 * @param {App} app
 * @param {readonly Card[]} issues
 * @param {string} title
 */
export function questionFinder(app, issues, title) {
  const find = buildSearch(issues.map(issue => ({id: issue.id, title: issue.title, text: ""})));
  const list = element("ul", {class: "questions"});
  const told = element("p", {class: "small quiet", role: "status"});
  const show = (/** @type {string} */ words) => {
    const found = words.trim() ? find(words, issues.length).flatMap(id => app.debate.nodes.get(id) ?? []) : issues;
    const left = found.length - MOST_LISTED;
    list.replaceChildren(...found.slice(0, MOST_LISTED).map(issue => questionEntry(app, issue)));
    told.textContent = !found.length
      ? phrase("map.told.nothing-found")
      : left > 0
        ? phrase("map.record.questions-left", {n: left})
        : "";
  };
  const field = element("input", {
    class: "field",
    type: "search",
    autocomplete: "off",
    "aria-label": phrase("map.record.find-question"),
    placeholder: phrase("map.record.find-question"),
    oninput: (/** @type {Event} */ event) => show(/** @type {HTMLInputElement} */ (event.target).value),
  });
  show("");
  return element("section", {}, heading(title, issues.length), field, list, told);
}

/**
 * A question with who leads on it, in two lines.
 * @param {App} app
 * @param {Card} issue
 */
function questionEntry(app, issue) {
  const leads = leadLines(app.debate, issue).map(line => line.words);
  return element(
    "li",
    {},
    plainButton(() => app.act.show(issue.id), element("bdi", {}, issue.title)),
    leads.length ? element("small", {}, ...leads) : null,
  );
}
