/* The debate as the page works with it: nodes with their children, what bears on what, facets to filter by.
 * Nothing here touches the document.
 */
import {tellGrounds} from "./verdicts.js";

export const GROUP = "group";

/* The payload with everything that is looked up by id in Maps: ids come from outside. */
export function readDebate(payload) {
  const list = name => payload[name] || [];
  const nodes = new Map();
  list("nodes").forEach((given, index) => {
    nodes.set(given.id, {
      relation: "none",
      voices: [],
      where: [],
      tags: [],
      concepts: [],
      concerns: [],
      ...given,
      index,
      children: [],
      parentNode: null,
      depth: 0,
      below: 0,
      links: [],
    });
  });
  const roots = [];
  for (const node of nodes.values()) {
    const parent = nodes.get(node.parent);
    if (!parent) {
      roots.push(node);
      continue;
    }
    node.parentNode = parent;
    node.depth = parent.depth + 1;
    parent.children.push(node);
  }
  for (const node of [...nodes.values()].reverse()) {
    if (node.parentNode) node.parentNode.below += node.below + 1;
  }
  for (const link of list("links")) {
    nodes.get(link.from)?.links.push(link);
    if (link.to !== link.from) nodes.get(link.to)?.links.push(link);
  }
  const steps = new Map(list("arguments").map(step => [step.id, {voices: [], where: [], ...step}]));
  const map = {
    title: payload.title || "",
    name: payload.name || "argument-map",
    snapshot: payload.snapshot || null,
    nodes,
    roots,
    steps,
    links: list("links"),
    equations: payload.equations || null,
    weighed: Boolean(payload.weighed),
    verdictWords: payload.verdictWords || null,
    judge: null,
    stakeholders: byId(list("stakeholders")),
    concepts: byId(list("concepts")),
    sources: byId(list("sources")),
    sections: byId(list("sections")),
    claims: [...nodes.values()].filter(node => node.kind === "claim"),
    onTarget: group(steps.values(), step => [step.target]),
    ofPremise: group(steps.values(), step => step.premises),
  };
  map.hasStatus = map.claims.some(claim => claim.status);
  map.deepest = Math.max(0, ...sample(map.claims.map(claim => claim.depth)));
  return map;
}
const byId = records => new Map(records.map(record => [record.id, record]));
const sample = numbers => (numbers.length ? [numbers.reduce((a, b) => Math.max(a, b), 0)] : []);
function group(records, keys) {
  const groups = new Map();
  for (const record of records)
    for (const key of keys(record)) {
      if (groups.has(key)) groups.get(key).push(record);
      else groups.set(key, [record]);
    }
  return groups;
}

/* What speaks for and against a claim, each step once; a step that is denied carries what denies it. */
export function findReasons(map, id) {
  const on = map.onTarget.get(id) || [];
  return {
    for: on.filter(step => step.relation === "supports"),
    against: on.filter(step => step.relation === "attacks" || step.relation === "rebuts"),
    denied: (map.ofPremise.get(id) || []).flatMap(step => map.onTarget.get(step.id) || []),
    bears: map.ofPremise.get(id) || [],
  };
}
/* The claim that a step bears on in the end: an undercut's target is a step. */
export function targetOf(map, step) {
  let target = step.target;
  const seen = new Set();
  while (map.steps.has(target) && !map.nodes.has(target) && !seen.has(target)) {
    seen.add(target);
    target = map.steps.get(target).target;
  }
  return map.nodes.get(target) || null;
}

export const ancestorsOf = node => {
  const path = [];
  for (let at = node.parentNode; at; at = at.parentNode) path.unshift(at);
  return path;
};
export function* branchOf(node) {
  const waiting = [node];
  while (waiting.length) {
    const next = waiting.pop();
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i]);
  }
}
export const sectionOf = node => node.where.find(place => place.section)?.section || null;
/* Linked premises: the siblings that bear together, by one step. */
export const linkedWith = (map, node) => {
  const step = map.steps.get(node.step);
  return step && step.premises.length > 1 ? step.premises.filter(id => id !== node.id) : [];
};

export const ROLE_WORDS = {
  position: "position",
  "supporting point": "supporting point",
  objection: "objection",
  rebuttal: "rebuttal",
  finding: "finding",
  untied: "not tied",
};

/* What the map can be filtered and coloured by: key, heading, the values of a node, and a value's name. */
export function buildFacets(map, legend) {
  const section = id => {
    const s = map.sections.get(id);
    return s ? (s.title ? `${s.at} ${s.title}` : `Section ${s.at}`) : id;
  };
  const all = [
    {
      key: "by",
      label: "Who says it",
      of: node => node.voices.map(voice => voice.by),
      name: id => map.stakeholders.get(id)?.name || id,
    },
    {key: "act", label: "How they stand to it", of: node => node.voices.map(voice => voice.act), name: act => act},
    {
      key: "voice",
      label: "Whose voice",
      of: node => node.voices.map(voice => voice.voice),
      name: voice => legend.voices[voice] || voice,
    },
    {
      key: "relation",
      label: "Relation",
      of: node => [node.relation],
      name: relation => legend.relations[relation]?.word || "stands alone",
    },
    {
      key: "role",
      label: "Part in the debate",
      of: node => (node.role ? [node.role] : []),
      name: role => ROLE_WORDS[role] || role,
    },
    {key: "type", label: "Kind of claim", of: node => (node.type ? [node.type] : []), name: type => type},
    {
      key: "section",
      label: "Section",
      of: node => node.where.map(place => place.section).filter(Boolean),
      name: section,
    },
    {key: "status", label: "What survives", of: node => (node.status ? [node.status] : []), name: status => status},
    {key: "concept", label: "About", of: node => node.concepts, name: id => map.concepts.get(id)?.label || id},
    {key: "tag", label: "Tag", of: node => node.tags, name: tag => tag},
  ];
  countFacets(map, all);
  for (const facet of all) {
    const order = {by: map.stakeholders, section: map.sections, concept: map.concepts}[facet.key];
    facet.values = order ? [...order.keys()].filter(value => facet.counts.has(value)) : [...facet.counts.keys()];
    facet.known = new Set(facet.values);
  }
  return all.filter(facet => facet.values.length);
}
/* How many claims have each value; again after a what-if, which moves statuses. */
export function countFacets(map, facetList) {
  for (const facet of facetList) {
    facet.counts = new Map();
    for (const claim of map.claims)
      for (const value of new Set(facet.of(claim))) facet.counts.set(value, (facet.counts.get(value) || 0) + 1);
  }
}
/* Or within a facet, and between facets. */
export function matchesFacets(node, facetList, chosen) {
  return facetList.every(facet => {
    const wanted = chosen.get(facet.key);
    return !wanted || !wanted.size || facet.of(node).some(value => wanted.has(value));
  });
}

/* Whose voice, in words: who holds a claim, who is only reported to, and who lays it out without holding it. */
export function voiceWords(map, node, {reporters = false} = {}) {
  const name = id => map.stakeholders.get(id)?.name || id;
  const groups = new Map();
  for (const voice of node.voices) {
    const told = voice.voice === "reported" || voice.via?.some(each => each !== voice.by);
    const end = !told
      ? ""
      : reporters && voice.via?.length
        ? `, reported by ${voice.via.map(name).join(", who has it from ")}`
        : " (reported)";
    const key = voice.act + "\u0001" + end;
    if (!groups.has(key)) groups.set(key, {act: voice.act, end, names: new Set()});
    groups.get(key).names.add(name(voice.by));
  }
  const sayings = new Map();
  for (const {act, end, names} of groups.values()) {
    const key = [...names].join("\u0001") + end;
    if (!sayings.has(key)) sayings.set(key, {who: listed([...names]), acts: [], end});
    sayings.get(key).acts.push(names.size > 1 ? act.replace(/s$/, "") : act);
  }
  return [...sayings.values()].map(({who, acts, end}) => `${who} ${listed(acts)}${end}`).join("; ");
}
function listed(names) {
  if (names.length > 3) return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join("");
}

/* What a card says of survival in words: on positions and full cards, and wherever a what-if moved something.
 * Strength is told unasked only where the map's author weighed.
 */
export function survivalLines(map, node, {full = false} = {}) {
  const {moved, status} = node;
  if (moved?.aside) return [{words: "set aside", tone: "ink-soft"}];
  const lines = [];
  if (moved?.status) lines.push({mark: status, tone: status, words: `${moved.status} → ${status}`});
  else if (status && (full || node.role === "position")) lines.push({mark: status, tone: status, words: status});
  if (moved?.strength !== undefined)
    lines.push({tone: "ink-soft", words: `strength ${moved.strength.toFixed(2)} → ${node.strength.toFixed(2)}`});
  else if (full && map.weighed && node.strength !== undefined)
    lines.push({tone: "ink-soft", words: `strength ${node.strength.toFixed(2)}`});
  if (moved?.doubt !== undefined) lines.push({tone: "ink-soft", words: `doubted: believed ${moved.doubt.toFixed(2)}`});
  return lines;
}

/* Why a claim or a step has its status, in words about this map; in a what-if, as that has it. */
export function verdictWords(map, record) {
  const grounds = map.judge ? map.judge(record.id) : record.verdict;
  const named = id => (map.steps.get(id)?.premises || [id]).map(each => map.nodes.get(each)?.title || each);
  return grounds ? tellGrounds(map.verdictWords, grounds, named) : null;
}

/* Words to search in. */
export const searchEntry = (map, node) => ({
  id: node.id,
  title: node.title,
  text: [
    node.text,
    node.id,
    ...node.where.map(place => place.text || ""),
    ...node.where.map(place => place.at || ""),
    ...node.voices.map(voice => map.stakeholders.get(voice.by)?.name || voice.by),
    ...node.tags,
  ].join(" "),
});

/* How many levels may be open at first: the deepest that `fits`, at most `limit` cards. */
export function startDepth(map, roots, limit, fits) {
  let depth = 0;
  const deepest = roots.reduce((most, root) => {
    for (const node of branchOf(root)) most = Math.max(most, node.depth - root.depth);
    return most;
  }, 0);
  while (depth < deepest) {
    const open = openTo(roots, depth + 1),
      shown = countShown(roots, open);
    if (shown > limit || !fits(open, shown)) break;
    depth++;
  }
  return depth;
}
export function openTo(roots, depth) {
  const open = new Set();
  const waiting = roots.map(root => [root, 0]);
  while (waiting.length) {
    const [node, level] = waiting.pop();
    if (level >= depth || !node.children.length) continue;
    open.add(node.id);
    for (const child of node.children) waiting.push([child, level + 1]);
  }
  return open;
}
export function countShown(roots, open) {
  let shown = 0;
  const waiting = [...roots];
  while (waiting.length) {
    const node = waiting.pop();
    shown++;
    if (open.has(node.id)) waiting.push(...node.children);
  }
  return shown;
}
