/* Why a claim or a step has its status: found by the rules of Python's verdicts, told in the words that come with the
 * page.
 */
import {join, phrase} from "../../page/static/words.js";
import {findAside, placeOf} from "./places.js";
import {Scale} from "./standards.js";

/** @import {Equations} from "./payload.js" */

/** A reason, and what it holds by: the reason alone where there is nothing. @typedef {(string | string[])[]} Ground */
/** A reason and the places it holds by. @typedef {[reason: string, by: readonly number[]]} PlacedGround */

/** @type {readonly never[]} */
const NONE = [];

/**
 * A function that gives the grounds of an id, objections first.
 * @param {Equations} equations
 * @param {readonly number[]} label the label of each place: 1, 0 or -1
 * @param {readonly string[]} [setAside]
 * @returns {(id: string) => Ground[]}
 */
export function judgeBy(equations, label, setAside = NONE) {
  const judge = new Judge(equations, label, findAside(equations, setAside));
  return id => judge.why(placeOf(equations, id)).map(([reason, by]) => [reason, by.map(n => equations.ids[n])]);
}

class Judge {
  /**
   * @param {Equations} equations
   * @param {readonly number[]} label
   * @param {ReadonlySet<number>} aside
   */
  constructor(equations, label, aside) {
    this.label = label;
    this.aside = aside;
    this.claims = equations.claims;
    this.lacking = new Set(equations.void);
    this.attackers = row(equations.attackers);
    this.supporters = row(equations.supporters);
    this.premises = row(equations.premises);
    this.scale = new Scale(equations, equations.base, label);
    this.isArgument = (/** @type {number} */ n) => n >= this.claims;
    this.isClaim = (/** @type {number} */ n) => n < this.claims;
  }

  /**
   * @param {number} n
   * @returns {readonly PlacedGround[]}
   */
  why(n) {
    if (this.aside.has(n)) return [["set-aside", NONE]];
    const [first, ...others] = this.label[n] > 0 ? this.whyIn(n) : this.label[n] < 0 ? this.whyOut(n) : this.whyOpen(n);
    const standard = this.scale.standards[n];
    return standard ? [first, ...others, [`by-${standard}`, NONE]] : [first, ...others];
  }

  /**
   * @param {readonly number[]} nodes
   * @param {number} value
   */
  labelled(nodes, value) {
    return nodes.filter(n => this.label[n] === value);
  }

  /** @param {number} argument */
  isGone(argument) {
    return this.aside.has(argument) || this.premises(argument).some(p => this.aside.has(p));
  }

  /** @param {number} n */
  lacksSupport(n) {
    return this.scale.needsReason(n) && this.supporters(n).every(s => this.label[s] === -1);
  }

  /**
   * What answers an objection: an undercut of its step, or what denies a premise.
   * @param {number} objection
   * @returns {number | undefined}
   */
  answerOf(objection) {
    const denials = this.premises(objection).flatMap(p => this.labelled(this.attackers(p), 1).filter(this.isArgument));
    return this.labelled(this.attackers(objection), 1)[0] ?? denials[0];
  }

  /**
   * @param {number} n
   * @returns {PlacedGround[]}
   */
  whyIn(n) {
    const all = this.attackers(n).filter(a => this.isArgument(a) && !this.isGone(a));
    const objections = this.labelled(all, -1);
    const open = objections.filter(each => this.answerOf(each) === undefined);
    /** @param {number} objection */
    const isUnsupported = objection => this.premises(objection).some(p => this.lacksSupport(p));
    const found = filled([
      ["outweighed", all.filter(each => !objections.includes(each))],
      ["answered", objections.map(each => this.answerOf(each)).filter(answer => answer !== undefined)],
      ["objection-unsupported", open.filter(isUnsupported)],
      ["objection-incomplete", open.filter(each => !isUnsupported(each))],
      ["contrary-falls", this.attackers(n).filter(c => this.isClaim(c) && !this.aside.has(c))],
    ]);
    return found.length ? found : [["unchallenged", NONE]];
  }

  /**
   * @param {number} n
   * @returns {PlacedGround[]}
   */
  whyOut(n) {
    const against = this.labelled(this.attackers(n), 1);
    if (this.isArgument(n)) {
      const grounds = filled([
        ["undercut", against],
        ["premise-falls", this.labelled(this.premises(n), -1)],
      ]);
      return this.lacking.has(n) ? [...grounds, ["incomplete", NONE]] : grounds;
    }
    const grounds = filled([
      [this.scale.isWeighed(n) ? "not-outweighed" : "objected", this.decisive(n, against.filter(this.isArgument))],
      ["contradicted", against.filter(c => this.isClaim(c) && this.scale.strikes(c, n) === 1)],
    ]);
    return this.lacksSupport(n) ? [...grounds, ["unsupported", NONE]] : grounds;
  }

  /**
   * @param {number} n
   * @returns {PlacedGround[]}
   */
  whyOpen(n) {
    const objections = this.decisive(n, this.labelled(this.attackers(n), 0).filter(this.isArgument));
    const rivals = this.attackers(n).filter(c => this.isClaim(c) && this.isClaim(n) && this.scale.strikes(c, n) === 0);
    /** @param {number} a */
    const isOwn = a => a === n || this.premises(a).includes(n);
    /** @param {number} target */
    const speaksAgainst = target =>
      this.attackers(target).some(a => a === n || (this.label[a] === 0 && this.premises(a).includes(n)));
    /** @param {number} a */
    const isMutual = a => speaksAgainst(a) || this.premises(a).some(speaksAgainst);
    const others = objections.filter(a => !isOwn(a));
    const mutual = others.filter(isMutual);
    const told = new Set(mutual.flatMap(a => this.premises(a)));
    const grounds = filled([
      ["conflict", mutual],
      ["rivalry", rivals.filter(c => !told.has(c))],
      ["open-objection", others.filter(a => !isMutual(a))],
      ["open-premise", this.labelled(this.premises(n), 0)],
      ["open-support", this.openSupport(n)],
    ]);
    return objections.some(isOwn) ? [["objects-to-itself", NONE], ...grounds] : grounds;
  }

  /**
   * The supports that the status of a claim waits for: any of them, or all where they are weighed.
   * @param {number} n
   */
  openSupport(n) {
    const supporters = this.supporters(n);
    if (this.scale.isWeighed(n)) return this.decisive(n, this.labelled(supporters, 0));
    return this.scale.needsReason(n) && !this.labelled(supporters, 1).length ? this.labelled(supporters, 0) : NONE;
  }

  /**
   * The arguments, where a claim has its label by what they weigh and not by what contradicts it alone.
   * @param {number} n
   * @param {readonly number[]} steps
   */
  decisive(n, steps) {
    return this.scale.isWeighed(n) && this.scale.test(n) !== this.label[n] ? NONE : steps;
  }
}

/**
 * @param {Record<string, number[]>} rows
 * @returns {(n: number) => readonly number[]}
 */
const row = rows => n => rows[n] || NONE;

/**
 * Without the reasons that nothing holds by.
 * @param {PlacedGround[]} grounds
 */
const filled = grounds => grounds.filter(([, by]) => by.length);

/** What stands between the reasons that are told of one claim. */
export const JOINER = "; ";
/** Reasons that tell of objections to the claim. */
const OF_OBJECTIONS = new Set(["answered", "objection-unsupported", "objection-incomplete"]);

/**
 * Grounds in words; `named` gives the titles that an id of a claim or a step is known by, `isAdded` tells whether an id
 * is of a step that the map added.
 * @param {readonly Ground[]} grounds
 * @param {(id: string) => string[]} named
 * @param {(id: string) => boolean} isAdded
 */
export function tellGrounds(grounds, named, isAdded) {
  const told = grounds.map(([reason, by = NONE]) => ({reason: String(reason), by: [...by]}));
  // Those that are left unanswered are others as well.
  const ofObjections = told.filter(({reason}) => reason === "outweighed" || OF_OBJECTIONS.has(reason));
  const kind = ofObjections.length < 2 ? "all-objections" : "some-objections";
  const lines = told.map(({reason, by}) => {
    const n = by.length || 1;
    const line = phrase(`because.${reason}`, {n, objections: phrase(`because-of.${kind}`, {n})});
    const after = by.length && isAdded(by[0]) ? ` (${phrase("step.added")})` : "";
    return by.length ? `${line} ${join(named(by[0]))}${after}` : line;
  });
  return lines.join(JOINER);
}
