// Status (grounded) and strength (quadratic energy) of a map from its compiled equations, as Python has them.

const TOLERANCE = 1e-9;
const PLAIN_SWEEPS = 300;
const ALL_SWEEPS = 1500;
const STEP = 0.1;
const STEPS = 20000;
const WORK = 2000000;
const NONE = [];
const CLAIM_STATUS = {1: "stands", 0: "undecided", "-1": "falls"};
const ARGUMENT_STATUS = {1: "applies", 0: "undecided", "-1": "blocked"};

// evaluateMap(equations, {setAside: [id, …], doubt: {id: score, …}}) gives
// {status: {id: word}, strength: {id: number}, label: [1 | 0 | -1, …] by place, removed: [id, …], converged,
// unsettled: [[id, …], …]}.
export function evaluateMap(equations, {setAside = [], doubt = {}} = {}) {
  const place = new Map(equations.ids.map((id, n) => [id, n]));
  const find = id => {
    if (!place.has(id)) throw new RangeError(`the map has no claim or argument ${id}`);
    return place.get(id);
  };
  const map = open(equations);
  const silent = new Set([...equations.void, ...setAside.map(find)]);
  const base = equations.base.slice();
  for (const id of Object.keys(doubt)) {
    if (!(doubt[id] >= 0 && doubt[id] <= 1)) throw new RangeError(`a score lies between 0 and 1, not ${doubt[id]}`);
    base[find(id)] = doubt[id];
  }
  const label = labelGrounded(map, silent);
  const {strength, unsettled} = solve(map, base, silent);
  const status = Object.create(null);
  const figures = Object.create(null);
  equations.ids.forEach((id, n) => {
    status[id] = (n < map.claims ? CLAIM_STATUS : ARGUMENT_STATUS)[label[n]];
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

function open(equations) {
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

function labelGrounded(map, silent) {
  const label = new Array(map.size).fill(0);
  for (const n of silent) label[n] = -1;
  const least = (nodes, sign, start) => nodes.reduce((low, n) => Math.min(low, sign * label[n]), start);
  const value = n => {
    let low = least(map.attackers(n), -1, 1);
    if (n >= map.claims) return least(map.premises(n), 1, low);
    if (map.requires.has(n))
      low = Math.min(
        low,
        map.supporters(n).reduce((high, s) => Math.max(high, label[s]), -1),
      );
    return low;
  };
  for (const part of map.order) {
    const nodes = Array.isArray(part) ? part : [part];
    for (let changed = true; changed;) {
      changed = false;
      for (const n of nodes) {
        if (label[n] !== 0) continue;
        label[n] = value(n);
        changed = changed || (label[n] !== 0 && nodes.length > 1);
      }
    }
  }
  return label;
}

function solve(map, base, silent) {
  const strength = base.slice();
  for (const n of silent) strength[n] = 0;
  const value = n => {
    if (silent.has(n)) return 0;
    const against = map.attackers(n);
    if (n >= map.claims) {
      let product = base[n];
      for (const p of map.premises(n)) product *= strength[p];
      for (const u of against) product *= 1 - strength[u];
      return product;
    }
    let alpha = 0;
    for (const s of map.supporters(n)) alpha += strength[s];
    for (const a of against) alpha -= strength[a];
    const pull = (alpha * alpha) / (1 + alpha * alpha);
    return alpha > 0 ? base[n] + (1 - base[n]) * pull : base[n] - base[n] * pull;
  };
  const unsettled = [];
  for (const part of map.order) {
    if (!Array.isArray(part)) strength[part] = value(part);
    else if (!settle(map, part, strength, value)) unsettled.push(part);
  }
  return {strength, unsettled};
}

// Plain iteration, then half steps, then Runge-Kutta on s' = f(s) − s; false where nothing brings it to rest.
function settle(map, part, strength, value) {
  const [inline, state] = split(map, part);
  const image = at => {
    state.forEach((n, i) => {
      strength[n] = at[i];
    });
    for (const n of inline) strength[n] = value(n);
    return state.map(value);
  };
  const distance = (a, b) => a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i])), 0);
  let now = state.map(n => strength[n]);
  for (let sweep = 0; sweep < ALL_SWEEPS; sweep++) {
    const next = image(now);
    if (distance(next, now) < TOLERANCE) return true;
    now = sweep < PLAIN_SWEEPS ? next : next.map((x, i) => (x + now[i]) / 2);
  }
  const slope = at => image(at).map((x, i) => x - at[i]);
  const along = (k, step) => now.map((x, i) => x + step * k[i]);
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

// The arguments that follow from the rest, each after those that undercut it; and the rest.
function split(map, part) {
  const within = new Set(part.filter(n => n >= map.claims));
  const waiting = new Map();
  const undercuts = new Map();
  for (const n of within) {
    const inner = map.attackers(n).filter(u => within.has(u));
    waiting.set(n, inner.length);
    for (const u of inner) undercuts.set(u, [...(undercuts.get(u) || NONE), n]);
  }
  const inline = [...within].filter(n => waiting.get(n) === 0);
  for (const n of inline) {
    for (const target of undercuts.get(n) || NONE) {
      waiting.set(target, waiting.get(target) - 1);
      if (waiting.get(target) === 0) inline.push(target);
    }
  }
  const follows = new Set(inline);
  return [inline, part.filter(n => !follows.has(n))];
}

// What goes when nodes are set aside: they, and every argument that needs one of them or bears on one.
function findRemoved(map, aside) {
  const gone = new Set(aside);
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
