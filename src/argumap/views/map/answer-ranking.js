/* Which answers to an issue lead: found by the rules of Python's ranking, also in a what-if. Nothing here meets the
 * document.
 */
import {join, phrase, quote} from "../../page/static/words.js";
import {placeOf} from "./places.js";
import {isSupposing} from "./state.js";

/** @import {Card, Debate} from "./card-tree.js" */
/** @import {Equations} from "./payload.js" */
/** @import {Supposed} from "./state.js" */

/**
 * An answer with the weight of what is live for it and against it.
 * @typedef {[id: string, pro: number, con: number]} Ranked
 */
/**
 * An issue on which others lead than in the map.
 * @typedef {{issue: Card, now: string[], was: string[]}} LeaderChange
 */

/** Margins nearer to each other than this tells apart are level. */
const DIGITS = 1e9;
const NAMED = 4;

/**
 * A sum as it would be written: three tenths are no more than one and two.
 * @param {number} sum
 */
const asWritten = sum => Number(sum.toPrecision(15));

/** @param {Ranked} answer */
const marginOf = ([, pro, con]) => Math.round((pro - con) * DIGITS) / DIGITS;

/**
 * The answers with the largest margin, of answers that are ranked.
 * @param {readonly Ranked[]} ranking
 */
export function leadersOf(ranking) {
  return ranking.filter(answer => marginOf(answer) === marginOf(ranking[0])).map(([id]) => id);
}

/**
 * The place of an answer among others, from 1, as Python has it: all that lead are first, others level only where as
 * much speaks for them; 0 where it has none, for it is set aside.
 * @param {readonly Ranked[]} ranking
 * @param {string} id
 */
export function rankOf(ranking, id) {
  const own = ranking.find(([each]) => each === id);
  if (!own) return 0;
  if (leadersOf(ranking).includes(id)) return 1;
  return ranking.findIndex(each => marginOf(each) === marginOf(own) && each[1] === own[1]) + 1;
}

/**
 * A function that ranks answers by what is live for and against them; those that are set aside are left out.
 * @param {Equations} equations
 * @param {readonly number[]} label the label of each place: 1, 0 or -1
 * @param {readonly string[]} setAside
 * @returns {(answers: readonly string[]) => Ranked[]}
 */
export function rankBy(equations, label, setAside) {
  const aside = new Set(setAside);
  /**
   * What is live of some steps; what contradicts a claim is none.
   * @param {readonly number[]} [nodes]
   */
  const sum = (nodes = []) =>
    asWritten(
      nodes.filter(n => label[n] === 1 && n >= equations.claims).reduce((all, n) => all + (equations.base[n] ?? 1), 0),
    );
  return answers =>
    answers
      .filter(id => !aside.has(id))
      .map(id => ({id, n: placeOf(equations, id)}))
      .sort((a, b) => a.n - b.n)
      .map(({id, n}) => /** @type {Ranked} */ ([id, sum(equations.supporters[n]), sum(equations.attackers[n])]))
      .sort((a, b) => marginOf(b) - marginOf(a) || b[1] - a[1]);
}

/**
 * The issues on which others lead than in the map, by what the reader supposes.
 * @param {Debate} debate
 * @param {Supposed} supposed
 * @returns {LeaderChange[]}
 */
export function findLeaderChanges(debate, supposed) {
  if (!isSupposing(supposed)) return [];
  return debate.issues
    .map(issue => ({issue, now: leadersOf(issue.ranking || []), was: leadersOf(issue.inMap || [])}))
    .filter(({now, was}) => now.length !== was.length || now.some(id => !was.includes(id)));
}

/**
 * Who leads, or would lead: ``“A” leads``, ``“A” and “B” would be level``.
 * @param {readonly string[]} titles
 * @param {boolean} [supposed]
 */
export function tellLeaders(titles, supposed = false) {
  const named = titles.map(quote);
  if (named.length > NAMED)
    named.splice(NAMED - 1, named.length, phrase("counts.others", {n: titles.length - NAMED + 1}));
  const form = named.length > 1 ? "several" : named.length ? "one" : "none";
  return phrase(supposed ? `would-lead.${form}` : `leads.${form}`, {names: join(named)});
}

/**
 * Who would lead where another does now; on which question, where the map has several.
 * @param {Debate} debate
 * @param {LeaderChange} change
 */
export function tellChange(debate, {issue, now, was}) {
  /** @param {readonly string[]} ids */
  const titles = ids => ids.map(id => debate.nodes.get(id)?.title || id);
  const told = {would: tellLeaders(titles(now), true), leads: tellLeaders(titles(was))};
  if (debate.issues.length < 2) return phrase("map.lead-change.told", told);
  return phrase("map.lead-change.on-question", {...told, question: quote(issue.title)});
}

/**
 * Who would lead, in few words; where that changes on several questions, on how many.
 * @param {Debate} debate
 * @param {readonly LeaderChange[]} changes
 */
export function tellChangesBriefly(debate, changes) {
  if (changes.length > 1) return phrase("map.lead-change.brief", {n: changes.length});
  return tellLeaders(
    changes[0].now.map(id => debate.nodes.get(id)?.title || id),
    true,
  );
}
