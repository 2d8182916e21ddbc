/* Where a map has very many questions the main ones stand on the map, and one card holds the others. Nothing here meets
 * the document.
 */
import {phrase} from "../../page/static/words.js";

/** @import {Card} from "./card-tree.js" */

/** The kind of a card that only holds others together. */
export const GROUP = "group";
/** The card that holds the questions which do not stand on the map by themselves. */
export const FURTHER = "+questions";
/** So many questions stand on the map by themselves. */
const MOST_APART = 8;

/**
 * The roots of a debate, the questions in the order of their boards before all else.
 * @param {Map<string, Card>} nodes gets the card that holds others
 * @param {readonly Card[]} roots
 * @param {readonly string[]} [questions] in order, the main one first
 */
export function bundleQuestions(nodes, roots, questions = []) {
  const place = new Map(questions.map((id, n) => [id, n]));
  const main = nodes.get(questions[0] || "");
  if (main) main.isMain = true;
  const issues = roots
    .filter(root => root.kind === "issue")
    .sort((a, b) => (place.get(a.id) ?? place.size) - (place.get(b.id) ?? place.size));
  const others = roots.filter(root => root.kind !== "issue");
  if (issues.length <= MOST_APART + 1) return [...issues, ...others];
  const further = hold(issues.slice(MOST_APART), nodes.size);
  nodes.set(FURTHER, further);
  return [...issues.slice(0, MOST_APART), further, ...others];
}

/**
 * @param {Card[]} issues
 * @param {number} index
 */
function hold(issues, index) {
  const title = phrase("map.group.questions", {n: issues.length});
  const text = phrase("map.group.questions-mean");
  const below = issues.reduce((sum, issue) => sum + issue.below + 1, 0);
  const bare = {voices: [], where: [], tags: [], concepts: [], concerns: [], ghosts: [], links: []};
  /** @type {Card} */
  const further = {
    ...{id: FURTHER, kind: GROUP, title, text, relation: "none", ...bare},
    ...{index, children: issues, parentNode: null, depth: 0, below},
  };
  for (const issue of issues) {
    issue.parent = FURTHER;
    issue.parentNode = further;
  }
  const deeper = [...issues];
  for (const card of deeper) {
    card.depth++;
    deeper.push(...card.children);
  }
  return further;
}
