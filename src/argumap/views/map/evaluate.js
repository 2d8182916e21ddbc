/* Status (grounded) and strength (quadratic energy) of a map from its compiled equations, as Python has them. */

import {placeOf} from "./places.js";
import {Scale} from "./standards.js";

/** @import {Equations} from "./payload.js" */

/**
 * The equations with rows that are never missing.
 * @typedef {{claims: number, size: number, order: Equations["order"], attackers: Row, supporters: Row, premises:
 *   Row, requires: Set<number>}} Opened
 */
/** What stands in a row of the equations, by place. @typedef {(n: number) => readonly number[]} Row */
/**
 * Words and figures by id, the label of each place (1, 0 or -1), what went with what was set aside, and the circles
 * that nothing brought to rest.
 * @typedef {{status: Record<string, string>, strength: Record<string, number>, label: number[], removed: string[],
 *   converged: boolean, unsettled: string[][]}} Evaluated
 */

const TOLERANCE = 1e-9;
const PLAIN_SWEEPS = 300;
const ALL_SWEEPS = 1500;
const STEP = 0.1;
const STEPS = 20000;
const WORK = 2000000;

/** @type {readonly never[]} */
const NONE = [];
const CLAIM_STATUS = ["falls", "undecided", "stands"];
const ARGUMENT_STATUS = ["blocked", "undecided", "applies"];

/**
 * @param {Equations} equations
 * @param {{setAside?: readonly string[], doubt?: Record<string, number>}} [supposed]
 * @returns {Evaluated}
 */
export function evaluateMap(equations, {setAside = [], doubt = {}} = {}) {
  const find = (/** @type {string} */ id) => {
    const n = placeOf(equations, id);
    if (n < 0) throw new RangeError(`the map has no claim or argument ${id}`);
    return n;
  };
  const map = open(equations);
  const silent = new Set([...equations.void, ...setAside.map(find)]);
  const base = equations.base.slice();
  for (const id of Object.keys(doubt)) {
    if (!(doubt[id] >= 0 && doubt[id] <= 1)) throw new RangeError(`a score lies between 0 and 1, not ${doubt[id]}`);
    base[find(id)] = doubt[id];
  }
  // A step of weight 0 counts as set aside.
  for (let n = map.claims; n < map.size; n++) if (base[n] === 0) silent.add(n);
  const label = labelClaims(map, silent, equations, base);
  const {strength, unsettled} = solve(map, base, label, silent);
  const status = Object.create(null);
  const figures = Object.create(null);
  equations.ids.forEach((id, n) => {
    status[id] = (n < map.claims ? CLAIM_STATUS : ARGUMENT_STATUS)[label[n] + 1];
    figures[id] = strength[n];
  });
  return {
    status,
    strength: figures,
    label,
    removed: findRemoved(map, setAside.map(find)).map(n => equations.ids[n]),
    converged: unsettled.length === 0,
    unsettled: unsettled.map(part => part.map(n => equations.ids[n])),
  };
}

/**
 * @param {Equations} equations
 * @returns {Opened}
 */
function open(equations) {
  /** @type {(rows: Record<string, number[]>) => Row} */
  const row = rows => n => rows[n] || NONE;
  return {
    claims: equations.claims,
    size: equations.ids.length,
    order: equations.order,
    attackers: row(equations.attackers),
    supporters: row(equations.supporters),
    premises: row(equations.premises),
    requires: new Set(equations.requires),
  };
}

/**
 * @param {Opened} map
 * @param {Set<number>} silent
 * @param {Equations} equations
 * @param {readonly number[]} base
 */
function labelClaims(map, silent, equations, base) {
  /** @type {number[]} */
  const label = new Array(map.size).fill(0);
  for (const n of silent) label[n] = -1;
  const scale = equations.standards ? new Scale(equations, base, label) : null;
  /** @type {(nodes: readonly number[], sign: number, start: number) => number} */
  const least = (nodes, sign, start) => nodes.reduce((low, n) => Math.min(low, sign * label[n]), start);
  const value = (/** @type {number} */ n) => {
    if (scale && n < map.claims) {
      const rivals = map.attackers(n).filter(other => other < map.claims);
      return rivals.reduce((low, other) => Math.min(low, -scale.strikes(other, n)), scale.test(n));
    }
    let low = least(map.attackers(n), -1, 1);
    if (n >= map.claims) return least(map.premises(n), 1, low);
    if (map.requires.has(n))
      low = Math.min(
        low,
        map.supporters(n).reduce((high, s) => Math.max(high, label[s]), -1),
      );
    return low;
  };
  for (const part of map.order) settleLabels(Array.isArray(part) ? part : [part], label, value);
  return label;
}

/**
 * Labels what depends on each other, until nothing more follows.
 * @param {readonly number[]} nodes
 * @param {number[]} label
 * @param {(n: number) => number} value
 */
function settleLabels(nodes, label, value) {
  for (let changed = true; changed;) {
    changed = false;
    for (const n of nodes.filter(each => label[each] === 0)) {
      label[n] = value(n);
      changed = changed || (label[n] !== 0 && nodes.length > 1);
    }
  }
}

/**
 * @param {Opened} map
 * @param {number[]} base
 * @param {readonly number[]} label
 * @param {Set<number>} aside
 */
function solve(map, base, label, aside) {
  const isSilent = (/** @type {number} */ n) => aside.has(n) || (n >= map.claims && label[n] === -1);
  const strength = base.map((score, n) => (isSilent(n) ? 0 : score));
  const value = (/** @type {number} */ n) => {
    if (isSilent(n)) return 0;
    const against = map.attackers(n);
    if (n >= map.claims) {
      let step = base[n] * map.premises(n).reduce((least, p) => Math.min(least, strength[p]), 1);
      for (const u of against) step *= 1 - strength[u];
      return step;
    }
    let alpha = 0;
    for (const s of map.supporters(n)) alpha += strength[s];
    for (const a of against) if (a >= map.claims || label[a] !== -1) alpha -= strength[a];
    const pull = (alpha * alpha) / (1 + alpha * alpha);
    return alpha > 0 ? base[n] + (1 - base[n]) * pull : base[n] - base[n] * pull;
  };
  /** @type {number[][]} */
  const unsettled = [];
  for (const part of map.order) {
    if (!Array.isArray(part)) strength[part] = value(part);
    else if (!settle(map, part, strength, value)) unsettled.push(part);
  }
  return {strength, unsettled};
}

/**
 * Plain iteration, then half steps, then Runge-Kutta on s' = f(s) − s; false where nothing brings it to rest.
 * @param {Opened} map
 * @param {number[]} part
 * @param {number[]} strength worked out in place
 * @param {(n: number) => number} value
 */
function settle(map, part, strength, value) {
  const [inline, state] = split(map, part);
  const image = (/** @type {readonly number[]} */ at) => {
    state.forEach((n, i) => {
      strength[n] = at[i];
    });
    for (const n of inline) strength[n] = value(n);
    return state.map(value);
  };
  const distance = (/** @type {readonly number[]} */ a, /** @type {readonly number[]} */ b) =>
    a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i])), 0);
  let now = state.map(n => strength[n]);
  for (let sweep = 0; sweep < ALL_SWEEPS; sweep++) {
    const next = image(now);
    if (distance(next, now) < TOLERANCE) return true;
    now = sweep < PLAIN_SWEEPS ? next : next.map((x, i) => (x + now[i]) / 2);
  }
  const slope = (/** @type {readonly number[]} */ at) => image(at).map((x, i) => x - at[i]);
  const along = (/** @type {readonly number[]} */ k, /** @type {number} */ step) => now.map((x, i) => x + step * k[i]);
  const limit = Math.min(STEPS, Math.floor(WORK / now.length));
  for (let step = 0; step < limit; step++) {
    const k1 = slope(now);
    if (k1.every(x => Math.abs(x) < TOLERANCE)) return true;
    const k2 = slope(along(k1, STEP / 2));
    const k3 = slope(along(k2, STEP / 2));
    const k4 = slope(along(k3, STEP));
    now = now.map((x, i) => x + (STEP / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
  }
  image(now);
  return false;
}

/**
 * The arguments that follow from the rest, each after those that undercut it; and the rest.
 * @param {Opened} map
 * @param {number[]} part
 * @returns {[inline: number[], rest: number[]]}
 */
function split(map, part) {
  const within = new Set(part.filter(n => n >= map.claims));
  /** @type {Map<number, number>} */
  const waiting = new Map();
  /** @type {Map<number, number[]>} */
  const undercuts = new Map();
  for (const n of within) {
    const inner = map.attackers(n).filter(u => within.has(u));
    waiting.set(n, inner.length);
    for (const u of inner) undercuts.set(u, [...(undercuts.get(u) || NONE), n]);
  }
  const inline = [...within].filter(n => waiting.get(n) === 0);
  for (const n of inline) {
    for (const target of undercuts.get(n) || NONE) {
      const left = (waiting.get(target) ?? 0) - 1;
      waiting.set(target, left);
      if (left === 0) inline.push(target);
    }
  }
  const follows = new Set(inline);
  return [inline, part.filter(n => !follows.has(n))];
}

/**
 * What goes when nodes are set aside: they, and every argument that needs one of them or bears on one.
 * @param {Opened} map
 * @param {number[]} aside
 */
function findRemoved(map, aside) {
  const gone = new Set(aside);
  /** @type {Map<number, number[]>} */
  const needing = new Map();
  for (let n = map.claims; n < map.size; n++) {
    for (const p of map.premises(n)) needing.set(p, [...(needing.get(p) || NONE), n]);
  }
  for (const n of gone) {
    const bearing = map.attackers(n).filter(a => a >= map.claims);
    for (const a of [...(needing.get(n) || NONE), ...map.supporters(n), ...bearing]) gone.add(a);
  }
  return [...gone].sort((a, b) => a - b);
}
