/* The order in which the debate stands on paper: what bears on a claim step by step, linked premises together. Nothing
 * here meets the document.
 */

/** @import {Card, Debate} from "./card-tree.js" */

/**
 * A claim in its place, in `full`, or named where it bears on something else as well.
 * @typedef {{card: Card, full: boolean}} Mention
 */
/**
 * What bears on a claim in one step: its premises, and what denies the step. A card that takes no step stands alone.
 * @typedef {{relation: string, mentions: Mention[], denials: Bearing[]}} Bearing
 */

const SIDES = ["answers", "supports", "attacks", "rebuts", "undercuts", "contradicts"];

/**
 * Tells of each card what stands beneath it; asked from the roots on, every claim is in full once.
 * @param {Debate} debate
 */
export function startTelling(debate) {
  /** @type {Set<string>} */
  const told = new Set();
  /** @param {Card} card @param {readonly (Card | null)[]} homes */
  const mention = (card, homes) => {
    const full = !told.has(card.id) && homes.includes(card.parentNode);
    if (full) told.add(card.id);
    return {card, full};
  };
  /**
   * @param {string} target a claim's id or a step's
   * @param {readonly Card[]} homes
   * @returns {Bearing[]}
   */
  const bearingOn = (target, homes) =>
    (debate.onTarget.get(target) || []).map(step => {
      const cards = step.premises.map(id => debate.nodes.get(id)).filter(isCard);
      const mentions = cards.map(card => mention(card, homes));
      return {relation: step.relation, mentions, denials: bearingOn(step.id, [...homes, ...cards])};
    });
  /**
   * @param {Card} card
   * @returns {Bearing[]}
   */
  return card => {
    const bearings = bearingOn(card.id, [card]).filter(({mentions}) => mentions.length);
    for (const child of card.children) {
      if (!told.has(child.id))
        bearings.push({relation: child.relation, mentions: [mention(child, [card])], denials: []});
    }
    for (const rival of rivalsOf(debate, card)) {
      if (!bearings.some(({relation, mentions}) => relation === "contradicts" && mentions[0]?.card === rival))
        bearings.push({relation: "contradicts", mentions: [{card: rival, full: false}], denials: []});
    }
    const place = new Map(card.children.map(({id}, n) => [id, n]));
    /** @param {Bearing} bearing */
    const rank = ({mentions}) => Math.min(...mentions.map(each => place.get(each.card.id) ?? card.children.length));
    return bearings.sort((a, b) => SIDES.indexOf(a.relation) - SIDES.indexOf(b.relation) || rank(a) - rank(b));
  };
}

/**
 * @param {Debate} debate
 * @param {Card} card
 */
const rivalsOf = (debate, card) =>
  card.links
    .filter(link => link.relation === "contradicts")
    .map(link => debate.nodes.get(link.from === card.id ? link.to : link.from))
    .filter(isCard);

/**
 * @param {Card | undefined} card
 * @returns {card is Card}
 */
const isCard = card => card !== undefined;
