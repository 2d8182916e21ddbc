/* Where a claim bears on more than one thing it has its place under the first; under an answer, or beside the premises
 * that it is linked with, it is drawn again, lighter: a ghost that leads to where it stands. Nothing here meets the
 * document.
 */

import {shownChildren} from "./portions.js";

/** @import {Card, Step} from "./card-tree.js" */
/** @import {Link} from "./payload.js" */
/** @import {State} from "./state.js" */

const MOST_UNDER_A_CARD = 6;

/**
 * What the ghost of a link is called.
 * @param {Link} link
 */
export const ghostId = ({step, from, to}) => `${step}⇢${from}⇢${to}`;

/**
 * Gives cards their ghosts; all of them by id.
 * @param {ReadonlyMap<string, Card>} nodes
 * @param {readonly Link[]} links
 * @param {ReadonlyMap<string, Step>} steps
 */
export function raiseGhosts(nodes, links, steps) {
  /** @type {Map<string, Card>} */
  const ghosts = new Map();
  for (const link of links) {
    const from = nodes.get(link.from);
    const to = nodes.get(link.to);
    if (!from || !to || from === to || !link.step || !isDrawnAgain(nodes, steps, link, to)) continue;
    const id = ghostId(link);
    if (ghosts.has(id) || to.ghosts.length >= MOST_UNDER_A_CARD) continue;
    /** @type {Card} */
    const ghost = {
      ...from,
      id,
      ghostOf: from,
      relation: link.relation,
      step: link.step,
      parent: to.id,
      parentNode: to,
      depth: to.depth + 1,
      children: [],
      ghosts: [],
      links: [],
      below: 0,
      moved: null,
    };
    ghosts.set(id, ghost);
    to.ghosts.push(ghost);
  }
  return ghosts;
}

/**
 * @param {ReadonlyMap<string, Card>} nodes
 * @param {ReadonlyMap<string, Step>} steps
 * @param {Link} link
 * @param {Card} to
 */
function isDrawnAgain(nodes, steps, {from, step = ""}, to) {
  if (to.role === "position") return true;
  const others = steps.get(step)?.premises.filter(id => id !== from) || [];
  return others.some(id => nodes.get(id)?.step === step && nodes.get(id)?.parentNode === to);
}

/**
 * All that hangs under a card as it is drawn: the children that are shown, and its ghosts beside what they are linked
 * with, or after what is on their side. Where every card is to be seen at once none stands twice.
 * @param {Card} node
 * @param {Pick<State, "whole" | "all">} state
 */
export function hangingOn(node, state) {
  const {ghosts} = node;
  const children = shownChildren(node, state);
  if (state.whole || !ghosts.length) return children;
  const all = [...children];
  for (const ghost of ghosts) {
    const linked = all.findLastIndex(each => each.step === ghost.step);
    const alike = all.findLastIndex(each => each.relation === ghost.relation);
    const last = linked < 0 ? alike : linked;
    const isReason = ghost.relation === "supports";
    all.splice(last < 0 ? (isReason ? 0 : all.length) : last + 1, 0, ghost);
  }
  return all;
}

/** Whether anything can be unfolded under a card. @param {Card} node */
export const hasBeneath = ({children, ghosts}) => children.length + ghosts.length > 0;
