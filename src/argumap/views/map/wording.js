/* What the page says of a claim: who says it, what survives, what it is called. */

import {join, phrase, quote, termOf, writeDecimal} from "../../page/static/words.js";
import {tellBeneath, titleOf} from "./card-tree.js";
import {leadersOf, tellLeaders} from "./answer-ranking.js";
import {markOf, spelt} from "./claim-words.js";

/** @import {Card, Debate} from "./card-tree.js" */
/** @import {Counts} from "./claim-words.js" */
/** @import {Legend, Voice} from "./payload.js" */

/** A line of small print on a card. @typedef {{words: string, tail?: string, mark?: string, tone?: string}} Line */

/**
 * Whose voice, in words: who holds a claim, who is only reported to, and who lays it out without holding it.
 * @param {Debate} debate
 * @param {{voices: Voice[]}} node
 * @param {{reporters?: boolean}} [options] whether the reporters are named
 */
export function voiceWords(debate, node, {reporters = false} = {}) {
  /** @param {string} id */
  const name = id => debate.stakeholders.get(id)?.name || id;
  /** @type {Map<string, {act: string, via: string | null, names: Set<string>, many: boolean}>} */
  const groups = new Map();
  for (const voice of node.voices) {
    const via = reportersOf(voice, name, reporters);
    const key = `${voice.act}\u0001${via}`;
    const group = groups.get(key) || {act: voice.act, via, names: new Set(), many: false};
    group.names.add(name(voice.by));
    group.many = group.names.size > 1 || Boolean(debate.stakeholders.get(voice.by)?.many);
    groups.set(key, group);
  }
  /** @type {Map<string, {who: string, acts: string[], via: string | null}>} */
  const sayings = new Map();
  for (const {act, via, names, many} of groups.values()) {
    const key = `${[...names].join("\u0001")}\u0001${via}`;
    const saying = sayings.get(key) || {who: listed([...names]), acts: [], via};
    saying.acts.push(many ? termOf("map.act-of-several.", act) : termOf("act.", act));
    sayings.set(key, saying);
  }
  return [...sayings.values()].map(sayingWords).join("; ");
}

/**
 * @param {{who: string, acts: string[], via: string | null}} saying
 */
function sayingWords({who, acts, via}) {
  const told = {who, acts: join(acts)};
  if (via === null) return phrase("map.card.said", told);
  return via ? phrase("map.card.said-via", {...told, via}) : phrase("map.card.said-reported", told);
}

/**
 * By whom it is known; null in one's own voice, "" where they are not to be named.
 * @param {Voice} voice
 * @param {(id: string) => string} name
 * @param {boolean} reporters
 */
function reportersOf(voice, name, reporters) {
  if (voice.voice !== "reported" && !voice.via?.some(each => each !== voice.by)) return null;
  return reporters && voice.via?.length ? chainWords(voice.via, name) : "";
}

/**
 * The chain of reporters.
 * @param {string[]} via
 * @param {(id: string) => string} name
 */
export const chainWords = (via, name) =>
  phrase("map.card.via", {chain: via.map(name).join(phrase("map.card.via-then"))});

/** @param {string[]} names */
function listed(names) {
  if (names.length < 4) return join(names);
  const first = names.slice(0, 2).join(phrase("grammar.comma"));
  return phrase("map.card.and-more", {names: first, n: names.length - 2});
}

/**
 * What a card says of survival in words: on positions and full cards, and wherever a what-if moved something.
 * Strength is told unasked only where the map's author weighed.
 * @param {{weighed?: boolean}} debate
 * @param {Pick<Card, "moved" | "word" | "pros" | "cons" | "strength" | "role">} node
 * @param {{full?: boolean}} [options]
 * @returns {Line[]}
 */
export function survivalLines(debate, node, {full = false} = {}) {
  if (node.moved?.aside) return [{words: phrase("map.card.set-aside"), tone: "ink-soft"}];
  const lines = [wordLine(node, full), strengthLine(node, full && Boolean(debate.weighed))];
  if (node.moved?.doubt !== undefined)
    lines.push(soft(phrase("map.card.doubted", {score: writeDecimal(node.moved.doubt)})));
  return lines.filter(line => line !== null);
}

/**
 * @param {Pick<Card, "moved" | "word" | "pros" | "cons" | "role">} node
 * @param {boolean} full
 * @returns {Line | null}
 */
function wordLine({moved, word, pros, cons, role}, full) {
  if (!word) return null;
  const mark = markOf({word, pros});
  const tone = mark === "bare" ? "ink-soft" : word;
  if (moved?.word)
    return {mark, tone, words: phrase("map.supposing.turned", {was: spelt(moved.word), now: spelt(word)})};
  return full || role === "position" ? {mark, tone, words: wordAndScore({word, role, pros, cons})} : null;
}

/**
 * What became of a claim with what is live on its two sides: `contested 6 : 1`. Where nothing is said for it or against
 * it, an answer to a question is `not argued`; of any other claim its word says enough, as on the other pages.
 * @param {{word: string, role?: string, pros?: Counts, cons?: Counts}} claim
 */
export function wordAndScore({word, role, pros, cons}) {
  const untouched = word === "unchallenged" && pros && cons && ![...pros, ...cons].some(Boolean);
  if (untouched) return role === "position" ? phrase("place.not-argued") : spelt(word);
  return spelt(word) + scoreWords(pros, cons);
}

/**
 * Two figures that no line breaks between.
 * @param {number} pro
 * @param {number} con
 */
const scoreOf = (pro, con) => `${pro}\u00A0:\u00A0${con}`;

/**
 * What is live on the two sides of a claim, as ` 6 : 1`; nothing where neither side has anything.
 * @param {Counts} [pros]
 * @param {Counts} [cons]
 */
const scoreWords = (pros, cons) => (pros || cons ? ` ${scoreOf(pros?.[0] ?? 0, cons?.[0] ?? 0)}` : "");

/**
 * Of what holds and is answered all the same, as it no longer bears on what it was said for: that it is.
 * @param {Debate} debate
 * @param {Card} node
 */
function stepWords({steps, onTarget}, {step = "", moved}) {
  const undercut = (onTarget.get(step) || []).some(by => by.relation === "undercuts" && by.status !== "blocked");
  return undercut && !moved?.aside && steps.get(step)?.status === "blocked" ? phrase("debate.key.undercut") : "";
}

/**
 * @param {Pick<Card, "moved" | "strength">} node
 * @param {boolean} asked
 * @returns {Line | null}
 */
function strengthLine({moved, strength}, asked) {
  if (strength === undefined) return null;
  const now = writeDecimal(strength);
  if (moved?.strength !== undefined)
    return soft(phrase("map.card.strength-moved", {was: writeDecimal(moved.strength), now}));
  return asked ? soft(phrase("map.card.strength", {now})) : null;
}

/**
 * @param {string} words
 * @returns {Line}
 */
const soft = words => ({tone: "ink-soft", words});

/**
 * The small print of a card.
 * @param {Debate} debate
 * @param {Legend} legend
 * @param {Card} node
 * @param {boolean} full
 * @returns {Line[]}
 */
export function describeCard(debate, legend, node, full) {
  if (node.kind !== "claim") return leadLines(debate, node);
  if (node.ghostOf) return [{words: standsWords(node.ghostOf)}];
  const survival = survivalLines(debate, node, {full});
  if (!full) return [...survival, ...whoLine(debate, node)];
  const kind = [legend.relations[node.relation]?.word, node.type && termOf("claim-type.", node.type)]
    .filter(Boolean)
    .join(" · ");
  const marked = survival.length > 0 && Boolean(survival[0].mark);
  const first = marked ? {...survival[0], tail: kind && ` · ${kind}`} : {words: kind};
  return [first, {words: voiceWords(debate, node)}, ...survival.slice(Number(marked))].filter(({words}) => words);
}

/** Who only lays out a claim, doubts or denies it is not named as one who says it. */
const SAYING = ["asserts", "argues", "endorses"];

/**
 * Who says the reasons and objections that bear on an answer directly, apart from the authors of the sources.
 * @param {Debate} debate
 * @param {Card} node
 * @returns {Line[]}
 */
function whoLine({stakeholders, sources}, {parentNode, voices}) {
  if (parentNode?.role !== "position") return [];
  const authors = [...sources.values()].map(source => source.author);
  const said = voices.filter(voice => SAYING.includes(voice.act) && !authors.includes(voice.by));
  const names = new Set(said.map(voice => stakeholders.get(voice.by)?.name || voice.by));
  return names.size ? [{tone: "stakeholder", words: listed([...names])}] : [];
}

/**
 * Where a card that is drawn again stands.
 * @param {Card} node
 */
const standsWords = ({parentNode}) =>
  parentNode ? phrase("map.card.stands-under", {title: quote(parentNode.title)}) : phrase("map.card.stands-elsewhere");

/**
 * Who leads on an issue, in a line; nothing where fewer than two answer it.
 * @param {Debate} debate
 * @param {Card} issue
 * @returns {Line[]}
 */
export function leadLines(debate, {ranking = [], inMap = ranking}) {
  if (ranking.length < 2) return [];
  const leaders = leadersOf(ranking);
  const was = leadersOf(inMap);
  const supposed = leaders.length !== was.length || leaders.some(id => !was.includes(id));
  if (leaders.length === 1) {
    const [[id, pro, con]] = ranking;
    const told = tellLeaders([debate.nodes.get(id)?.title || id], supposed);
    return [{tone: "issue-ink", words: phrase("map.card.leads", {leaders: told, score: scoreOf(pro, con)})}];
  }
  const all = leaders.length === ranking.length;
  const form = !all ? "some" : ranking.length === 2 ? "both" : "all";
  const key = supposed ? `map.would-be-level.${form}` : `map.level.${form}`;
  return [{tone: "issue-ink", words: phrase(key, {n: leaders.length, all: ranking.length})}];
}

/**
 * What a card is in the debate, in a word or two.
 * @param {Legend} legend
 * @param {Card} node
 */
export function roleWords(legend, node) {
  if (node.kind === "issue") return phrase(node.compares ? "part.criterion" : "part.issue");
  if (node.kind !== "claim") return phrase("map.group.name");
  if (node.role === "position") return phrase("part.answers");
  const tied = legend.relations[node.relation]?.word;
  if (tied || !node.role) return tied || phrase("map.card.claim");
  return node.role === "untied" ? phrase("map.card.tied-to-nothing") : termOf("role.", node.role.replace(" ", "-"));
}

/**
 * What a record is, whatever it is.
 * @param {Debate} debate
 * @param {Legend} legend
 * @param {string} id
 */
export function kindWords(debate, legend, id) {
  const node = debate.nodes.get(id);
  if (node) return roleWords(legend, node);
  if (debate.stakeholders.has(id)) return phrase("map.card.stakeholder");
  return phrase(debate.steps.has(id) ? "map.card.step" : "map.card.concept");
}

/**
 * The words that a card is found by.
 * @param {Debate} debate
 * @param {Card} node
 */
export function searchEntry(debate, node) {
  const places = [...node.where.map(place => place.text || ""), ...node.where.map(place => place.at || "")];
  const names = node.voices.map(voice => debate.stakeholders.get(voice.by)?.name || voice.by);
  return {id: node.id, title: node.title, text: [node.text, node.id, ...places, ...names, ...node.tags].join(" ")};
}

/**
 * What a screen reader hears of a record: what it is to what, its verdict, who says it, and how much hangs beneath.
 * @param {Debate} debate
 * @param {Legend} legend
 * @param {string} id
 */
export function spokenWords(debate, legend, id) {
  const told = `${kindWords(debate, legend, id)}: ${titleOf(debate, id)}`;
  const node = debate.nodes.get(id);
  if (!node) return told;
  const above = node.parentNode ? phrase("map.card.on", {title: quote(node.parentNode.title)}) : "";
  const lines = node.kind === "claim" ? survivalLines(debate, node, {full: true}) : leadLines(debate, node);
  const verdict = lines.map(line => line.words);
  const who = node.voices.length ? voiceWords(debate, node) : "";
  return [told, above, ...verdict, stepWords(debate, node), who, tellBeneath(debate, node)].filter(Boolean).join(", ");
}
