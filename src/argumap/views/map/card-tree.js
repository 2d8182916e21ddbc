/* The debate as the page works with it: its cards as a tree, and what bears on what. Nothing here meets the
 * document.
 */
import {phrase} from "../../page/static/words.js";
import {tellReasons} from "./claim-words.js";
import {raiseGhosts} from "./ghosts.js";
import {FURTHER, GROUP, bundleQuestions} from "./question-bundle.js";
import {JOINER, tellGrounds} from "./verdict-reasons.js";

/** @import {Concept, Equations, Link, Node, Payload, Section} from "./payload.js" */
/** @import {Source, Stakeholder, Step as GivenStep, VerdictRules, Voice, Where} from "./payload.js" */
/** @import {Ranked} from "./answer-ranking.js" */
/** @import {Ground} from "./verdict-reasons.js" */

/**
 * What a what-if did to a claim: what it was before, or what the reader supposed.
 * @typedef {{aside?: boolean, doubt?: number, word?: string, status?: string, strength?: number}} Moved
 */
/**
 * An issue, a claim or a group, with its place in the tree and the links that the tree has no room for.
 * @typedef {Omit<Node, "relation" | "voices" | "where" | "tags" | "concepts" | "concerns"> & Required<Pick<Node,
 *   "relation" | "voices" | "where" | "tags" | "concepts" | "concerns">> & {index: number, children: Card[],
 *   parentNode: Card | null, depth: number, below: number, links: Link[], ghosts: Card[],
 *   ghostOf?: Card, isMain?: boolean, moved?: Moved | null,
 *   inMap?: Ranked[]}} Card
 */
/** @typedef {GivenStep & {voices: Voice[], where: Where[], moved?: Moved | null, strength?: number}} Step */
/**
 * All by id: ids come from outside, and a plain object has names of its own.
 * @typedef {{title: string, name: string, snapshot: string | null, nodes: Map<string, Card>,
 *   ghosts: Map<string, Card>, roots: Card[],
 *   steps: Map<string, Step>, links: Link[], equations: Equations | null, weighed: boolean,
 *   verdictRules: VerdictRules | null, judge: ((id: string) => Ground[]) | null,
 *   stakeholders: Map<string, Stakeholder>, concepts: Map<string, Concept>, sources: Map<string, Source>,
 *   sections: Map<string, Section>, texts: Record<string, string[][]>, claims: Card[],
 *   issues: Card[], onTarget: Map<string, Step[]>,
 *   ofPremise: Map<string, Step[]>, isJudged: boolean,
 *   inCase: Set<string> | null}} Debate
 */

/**
 * The payload with everything that is looked up by id in Maps.
 * @param {Payload} payload
 * @returns {Debate}
 */
export function readDebate(payload) {
  readPassages(payload);
  const {nodes, roots: grown} = growTree(payload.nodes || [], payload.links || []);
  const roots = bundleQuestions(nodes, grown, payload.questions);
  const steps = byId((payload.arguments || []).map(step => ({voices: [], where: [], ...step})));
  const claims = [...nodes.values()].filter(node => node.kind === "claim");
  const issues = [...nodes.values()].filter(node => node.ranking);
  for (const issue of issues) {
    issue.inMap = issue.ranking;
    issue.children = inOrder(issue);
    orderReasons(issue);
  }
  return {
    title: payload.title || "",
    name: payload.name || "argument-map",
    snapshot: payload.snapshot || null,
    nodes,
    ghosts: raiseGhosts(nodes, payload.links || [], steps),
    roots,
    steps,
    claims,
    issues,
    links: payload.links || [],
    equations: payload.equations || null,
    weighed: Boolean(payload.weighed),
    verdictRules: payload.verdictRules || null,
    judge: null,
    inCase: null,
    isJudged: claims.some(claim => claim.word),
    onTarget: groupBy(steps.values(), step => [step.target]),
    ofPremise: groupBy(steps.values(), step => step.premises),
    ...readNamed(payload),
  };
}

/** @param {Payload} payload */
function readNamed(payload) {
  return {
    stakeholders: byId(payload.stakeholders || []),
    concepts: byId(payload.concepts || []),
    sources: byId(payload.sources || []),
    sections: byId(payload.sections || []),
    texts: payload.texts || {},
  };
}

/**
 * Gives passages that stand in a text of the payload their words.
 * @param {Payload} payload
 */
function readPassages({texts = {}, nodes = [], arguments: steps = []}) {
  const units = new Map(Object.entries(texts).map(([id, blocks]) => [id, blocks.flatMap(([, ...words]) => words)]));
  for (const place of [...nodes, ...steps].flatMap(each => each.where || [])) {
    if (place.units)
      place.text ??= units
        .get(place.source || "")
        ?.slice(place.units[0], place.units[1] + 1)
        .join(" ");
  }
}

/** @type {WeakMap<Card, number>} */
const counted = new WeakMap();

/**
 * How many claims bear on a record, directly or through others: the figure that every page has for it. Beneath a
 * question all hang that answer it; of an answer those are left out that stand beside it, its reasons, its objections
 * and the other answers.
 * @param {Debate} debate
 * @param {Card} node
 */
export function countBeneath(debate, node) {
  if (node.kind !== "claim") return node.below;
  const known = counted.get(node) ?? countBearing(debate, node);
  counted.set(node, known);
  return known;
}

/**
 * @param {Debate} debate
 * @param {Card} node
 */
function countBearing(debate, node) {
  const found = bearingOn(debate, node);
  if (!isAnswer(node)) return found.size;
  for (const {premises} of debate.onTarget.get(node.id) || []) premises.forEach(premise => found.delete(premise));
  for (const [answer] of node.parentNode?.ranking || []) found.delete(answer);
  return found.size;
}

/** @param {Card} node */
const isAnswer = node => node.parentNode?.kind === "issue";

/**
 * How many claims there are beneath a record, in words; nothing where there is none.
 * @param {Debate} debate
 * @param {Card} node
 */
export function tellBeneath(debate, node) {
  const n = countBeneath(debate, node);
  return n ? phrase(isAnswer(node) ? "map.card.further-beneath" : "map.card.beneath", {n}) : "";
}

/**
 * @param {Debate} debate
 * @param {Card} node
 */
function bearingOn(debate, node) {
  const walked = new Set([node.id, ...(node.step ? [node.step] : [])]);
  /** @type {Set<string>} */
  const found = new Set();
  for (const id of walked) {
    for (const {id: step, premises} of debate.onTarget.get(id) || []) {
      for (const each of [step, ...premises]) walked.add(each);
      premises.filter(premise => debate.nodes.has(premise)).forEach(premise => found.add(premise));
    }
  }
  found.delete(node.id);
  return found;
}

/**
 * @param {Node[]} given a parent before its children
 * @param {Link[]} links
 */
function growTree(given, links) {
  const none = {relation: "none", voices: [], where: [], tags: [], concepts: [], concerns: []};
  const nodes = byId(
    given.map((node, index) => {
      const place = {index, children: [], ghosts: [], parentNode: null, depth: 0, below: 0, links: []};
      return /** @type {Card} */ ({...none, ...node, ...place});
    }),
  );
  const roots = [...nodes.values()].filter(node => !adopt(nodes, node));
  for (const node of [...nodes.values()].reverse()) {
    if (node.parentNode) node.parentNode.below += node.below + 1;
  }
  for (const link of links) {
    nodes.get(link.from)?.links.push(link);
    if (link.to !== link.from) nodes.get(link.to)?.links.push(link);
  }
  return {nodes, roots};
}

/**
 * Whether a node has a parent, which then has it among its children.
 * @param {Map<string, Card>} nodes
 * @param {Card} node
 */
function adopt(nodes, node) {
  const parent = nodes.get(node.parent || "");
  if (!parent) return false;
  node.parentNode = parent;
  node.depth = parent.depth + 1;
  parent.children.push(node);
  return true;
}

/**
 * @template {{id: string}} T
 * @param {readonly T[]} records
 * @returns {Map<string, T>}
 */
const byId = records => new Map(records.map(record => [record.id, record]));

/**
 * Records under each of their keys, in their order.
 * @template T
 * @param {Iterable<T>} records
 * @param {(record: T) => Iterable<string>} keys
 */
export function groupBy(records, keys) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const record of records) {
    for (const key of keys(record)) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

/**
 * The steps for and against a claim, those that deny a step of its own, and those that it is a premise of.
 * @param {Debate} debate
 * @param {string} id
 */
export function findReasons(debate, id) {
  const on = debate.onTarget.get(id) || [];
  const bears = debate.ofPremise.get(id) || [];
  return {
    for: on.filter(step => step.relation === "supports"),
    against: on.filter(step => step.relation === "attacks" || step.relation === "rebuts"),
    denied: bears.flatMap(step => debate.onTarget.get(step.id) || []),
    bears,
  };
}

/**
 * The claim that a step bears on in the end: an undercut's target is a step.
 * @param {Debate} debate
 * @param {Step} step
 */
export function targetOf(debate, step) {
  let target = step.target;
  const seen = new Set();
  for (let next = debate.steps.get(target); next && !debate.nodes.has(target) && !seen.has(target);) {
    seen.add(target);
    target = next.target;
    next = debate.steps.get(target);
  }
  return debate.nodes.get(target) || null;
}

/**
 * The answers to an issue, best first; those that are not ranked, as one that is set aside, come last.
 * @param {Card} issue
 */
export function inOrder({children, ranking = []}) {
  const place = new Map(ranking.map(([id], n) => [id, n]));
  /** @param {Card} node */
  const at = node => place.get(node.id) ?? place.size;
  return [...children].sort((a, b) => at(a) - at(b));
}

/**
 * Puts what hangs under the answers to an issue in the order of its board: reasons first, the best of each side before
 * others.
 * @param {Card} issue
 */
function orderReasons({children, order = []}) {
  const place = new Map(order.map((step, n) => [step, n]));
  /** @param {Card} node */
  const at = ({relation, step = ""}) => (relation === "supports" ? 0 : place.size) + (place.get(step) ?? place.size);
  for (const answer of children) answer.children.sort((a, b) => at(a) - at(b));
}

/** @param {Card} claim */
export const isSaidByNobody = ({implicit, voices}) => Boolean(implicit) && !voices.length;

/**
 * What a card hangs under, from the root downwards.
 * @param {Card} node
 */
export function ancestorsOf(node) {
  /** @type {Card[]} */
  const path = [];
  for (let at = node.parentNode; at; at = at.parentNode) path.unshift(at);
  return path;
}

/**
 * Whether a card hangs under another, or is that.
 * @param {Card} node
 * @param {string} id
 */
export function isWithin(node, id) {
  return node.id === id || ancestorsOf(node).some(each => each.id === id);
}

/**
 * Linked premises: the others that bear together with a card, by one step.
 * @param {Debate} debate
 * @param {Card} node
 */
export function linkedWith(debate, node) {
  const step = debate.steps.get(node.step || "");
  return step && step.premises.length > 1 ? step.premises.filter(id => id !== node.id) : [];
}

/** @param {Card} node */
export const isTopIssue = ({kind, parentNode}) => kind === "issue" && (!parentNode || parentNode.id === FURTHER);

/**
 * What belongs to a record so closely that the rest may step back; null where nothing does.
 * @param {Debate} debate
 * @param {string | null} id
 * @returns {Set<string> | null}
 */
export function findNear(debate, id) {
  if (!id) return null;
  const node = debate.nodes.get(id);
  if (node) return isTopIssue(node) || node.kind === GROUP ? null : nearCard(debate, node);
  if (debate.stakeholders.has(id)) return new Set([id, ...idsOf(debate.claims.filter(claim => speaksOf(claim, id)))]);
  const step = debate.steps.get(id);
  if (step) return nearStep(debate, step);
  return debate.concepts.has(id) ? new Set(idsOf(debate.claims.filter(claim => claim.concepts.includes(id)))) : null;
}

/**
 * @param {Debate} debate
 * @param {Card} node
 */
function nearCard(debate, node) {
  const kin = [node, ...ancestorsOf(node), ...node.children];
  const linked = node.links.flatMap(link => [link.from, link.to]);
  return new Set([...idsOf(kin), ...linkedWith(debate, node), ...linked, ...node.voices.map(voice => voice.by)]);
}

/**
 * The premises of a step and of those that deny it, and the way from what it bears on to the question.
 * @param {Debate} debate
 * @param {Step} step
 */
function nearStep(debate, step) {
  const target = targetOf(debate, step);
  const denying = (debate.onTarget.get(step.id) || []).flatMap(each => each.premises);
  return new Set([...step.premises, ...denying, ...idsOf(target ? [target, ...ancestorsOf(target)] : [])]);
}

/** @param {readonly Card[]} nodes */
const idsOf = nodes => nodes.map(node => node.id);

/**
 * Whether somebody stands somewhere on a claim.
 * @param {Card} claim
 * @param {string} who
 */
export const speaksOf = (claim, who) => claim.voices.some(voice => voice.by === who);

/**
 * A card as it is drawn: one of the tree, or a ghost.
 * @param {Pick<Debate, "nodes" | "ghosts">} debate
 * @param {string} id
 */
export const cardOf = ({nodes, ghosts}, id) => nodes.get(id) ?? ghosts.get(id);

/**
 * What people call a record, whatever it is.
 * @param {Debate} debate
 * @param {string} id
 */
export function titleOf(debate, id) {
  const step = debate.steps.get(id);
  const named = debate.nodes.get(id)?.title || debate.stakeholders.get(id)?.name || debate.concepts.get(id)?.label;
  if (named || !step) return named || id;
  return step.premises.map(each => debate.nodes.get(each)?.title || each).join("; ");
}

/**
 * Whether the map has a record of that id.
 * @param {Debate} debate
 * @param {string} id
 */
export function knows(debate, id) {
  return [debate.nodes, debate.stakeholders, debate.steps, debate.concepts].some(records => records.has(id));
}

/**
 * Why a claim has its word or a step its status, in words about this map; in a what-if, as that has it.
 * @param {Debate} debate
 * @param {Card | Step} record
 */
export function verdictWords(debate, record) {
  const rules = debate.verdictRules;
  const grounds = debate.judge ? debate.judge(record.id) : record.verdict;
  if (!grounds || !rules) return null;
  /** @param {string} id */
  const named = id => (debate.steps.get(id)?.premises || [id]).map(each => debate.nodes.get(each)?.title || each);
  /** @param {string} id */
  const isAdded = id => Boolean(debate.steps.get(id)?.inferred);
  const claim = "kind" in record ? record : null;
  const told = grounds.filter(([reason]) => reason !== rules.saidByWord[claim?.word || ""]);
  const reasons = claim ? tellReasons(rules, claim) : "";
  return [reasons, tellGrounds(told, named, isAdded)].filter(Boolean).join(JOINER);
}

/**
 * What is still missing in a map that has little, each with what to do.
 * @param {Debate} debate
 */
export function findMissing({claims, roots}) {
  const said = [];
  if (!claims.length) said.push(phrase("missing.claims"));
  if (!roots.some(root => root.kind === "issue")) said.push(phrase("missing.question"));
  else if (!claims.some(claim => claim.role === "position")) said.push(phrase("missing.answer"));
  if (claims.length === 1) said.push(phrase("map.lack.one-claim"));
  const untied = claims.filter(claim => claim.role === "untied").length;
  if (untied && claims.length > 1) said.push(phrase("map.lack.untied", {n: untied}));
  return said;
}
