/* All that is drawn, as plain shapes with their colours: a canvas paints them, and a picture writes the same. */
import {phrase, writeDecimal} from "../../page/static/words.js";
import {ancestorsOf, cardOf, findNear, findReasons, targetOf} from "./card-tree.js";
import {isLeftOut} from "./facets.js";
import {ghostId, hasBeneath} from "./ghosts.js";
import {hiddenBelow} from "./portions.js";
import {badgeBox, bowPath, bracketPath, elsewhereBox, jointOf, speechPath, stepPath, tiePath} from "./geometry.js";
import {lookOf, seriesOf, toneName} from "./looks.js";
import {focusOf} from "./state.js";

/** @import {Arrangement, PersonBox} from "./arrangement.js" */
/** @import {Card, Debate, Step} from "./card-tree.js" */
/** @import {Facet} from "./facets.js" */
/** @import {Path, Point} from "./geometry.js" */
/** @import {Colours, Look, Series} from "./looks.js" */
/** @import {Legend, Voice} from "./payload.js" */
/** @import {State} from "./state.js" */
/** @import {Box, Rect} from "./tidy.js" */

/** @typedef {{node: Card, box: Box, look: Look, dim: boolean, ring: boolean, hit: boolean}} CardShape */
/** @typedef {{id: string, name: string, box: PersonBox, dim: boolean, ring: boolean}} PersonShape */
/**
 * A tie hangs where it has a trunk in the colour of edges.
 * @typedef {{path: Path, tone: string, dash: number[], width: number, dim: boolean, hang: boolean}} Tie
 */
/** @typedef {{path: Path, tone: string, width: number, dim: boolean}} Bracket */
/** @typedef {{path: Path, tone: string, dash: number[], chosen: boolean, act: string, start: Point}} Speech */
/** @typedef {{path: Path, tone: string, dash: number[], start: Point, sign: string, added: boolean}} Cross */
/**
 * A sign stands in a dashed ring where the map added the step.
 * @typedef {{at: Point, sign: string, tone: string, dim: boolean, box: Box, added: boolean}} Sign
 */
/**
 * A pill on a card: quiet where nothing is hidden, other where it counts what stands elsewhere.
 * @typedef {{id: string, words: string, quiet: boolean, other: boolean, badge: Rect, dim: boolean, box: Box}} Badge
 */
/** @typedef {{x: number, y: number, anchor: "start" | "end", words: string, tone: string, dim: boolean}} Label */
/**
 * @typedef {{bounds: Rect, colours: Colours, full: boolean, cards: Map<string, CardShape>, people: Map<string,
 *   PersonShape>,
 *   ties: Tie[], brackets: Bracket[], crosses: Cross[], speeches: Speech[], signs: Sign[],
 *   badges: Badge[], labels: Label[]}} Scene
 */
/**
 * What a scene is made of. `lit` are the cards that the search found, `hovered` the one under the pointer.
 * @typedef {{debate: Debate, legend: Legend, facets: readonly Facet[], state: State, placed: Arrangement, colours:
 *   Colours,
 *   lit: Set<string> | null, hovered: string | null}} Subject
 */

const TIE_WIDTH = 1.7;
/** Of the way from what is selected up to the question. */
const LIT_WIDTH = 3;
const BRACKET_WIDTH = 4;
/** More lines than these would be a tangle; the cards then only count what bears on them from elsewhere. */
const MOST_SHARED = 12;
const SHARED_WIDTH = 1.4;
/**
 * The colour and dash of each stance; others are drawn through, in the colour of stakeholders.
 * @type {Record<string, [tone: string, dash: number[]]>}
 */
const SPEECH = {
  disputes: ["attacks", [9, 5]],
  questions: ["undecided", [2, 4]],
  presents: ["edge", [2, 4]],
  supposes: ["edge", [2, 4]],
};

/**
 * The scene that the state shows.
 * @param {Subject} subject
 * @returns {Scene}
 */
export function buildScene(subject) {
  const {placed, colours, state} = subject;
  const common = findCommon(subject);
  const shared = sharedOf(subject, common);
  return {
    colours,
    full: state.full,
    bounds: {x: placed.x, y: placed.y - 20, w: placed.w, h: placed.h + 20},
    cards: new Map(common.shown.map(each => [each.id, cardShape(subject, common, each)])),
    people: new Map([...placed.people].map(([id, box]) => [id, personShape(subject, common, id, box)])),
    ties: [...shared.ties, ...tiesOf(subject, common)],
    brackets: bracketsOf(subject, common),
    crosses: crossesOf(subject),
    speeches: placed.people.size ? speechesOf(subject, common) : [],
    signs: [...shared.signs, ...signsOf(subject, common)],
    badges: badgesOf(subject, common),
    labels: focusOf(state) ? focusLabels(subject, common) : labelsOf(subject, common),
  };
}

/**
 * A card with the step that ties it, null where none does.
 * @typedef {{id: string, node: Card, box: Box, parent: Box | null, step: Step | null, relation: string, tone: string,
 *   dash: number[], added: boolean}} Shown
 */
/**
 * @typedef {{shown: Shown[], isDim: (id: string) => boolean, isFocus: boolean, mode: Arrangement["mode"], series:
 *   Series | null}} Common
 */

/**
 * What the parts of a scene have in common: each card with what it is tied to, and whether it steps back.
 * @param {Subject} subject
 * @returns {Common}
 */
function findCommon(subject) {
  const {debate, legend, placed, colours, state} = subject;
  const centre = debate.nodes.get(focusOf(state) || "");
  const isDim = dimmer(subject);
  const shown = placed.shown.map(id => {
    const node = /** @type {Card} */ (cardOf(debate, id));
    const box = /** @type {Box} */ (placed.boxes.get(id));
    const {relation, step} = tieOf(subject, centre && node !== centre ? centre : null, node);
    const above = centre ? (node === centre ? "" : centre.id) : node.parent || "";
    const dash = box.hang ? [] : legend.relations[relation]?.dash || [];
    return {
      id,
      node,
      box,
      relation,
      dash,
      step,
      added: Boolean(step?.inferred),
      parent: placed.boxes.get(above) || null,
      tone: isDim(id) ? colours.edge : colours[toneName(relation)],
    };
  });
  return {shown, isDim, isFocus: Boolean(centre), mode: placed.mode, series: seriesOf(state.colour, subject.facets)};
}

/**
 * Whether a card or stakeholder steps back: behind what is near the selected one, behind the case of the person that
 * the reader chose, or behind what the filters leave.
 * What moves in a what-if never does.
 * @param {Pick<Subject, "debate" | "facets" | "state">} subject
 * @returns {(id: string) => boolean}
 */
export function dimmer({debate, facets, state}) {
  const near = findNear(debate, state.selected) ?? debate.inCase;
  return id => {
    const node = cardOf(debate, id);
    if (node?.moved) return false;
    const ghost = node?.ghostOf;
    if (near && !(ghost ? near.has(ghost.id) && near.has(node.parent || "") : near.has(id))) return true;
    return node !== undefined && !debate.stakeholders.has(id) && isLeftOut(node, facets, state.chosen);
  };
}

/**
 * What a card is to the one it is tied to, the middle one where there is one, and by which step.
 * @param {Subject} subject
 * @param {Card | null} centre
 * @param {Card} node
 */
function tieOf({debate, placed}, centre, node) {
  const step = centre ? focusStep(debate, placed, centre, node) : debate.steps.get(node.step || "");
  const relation = centre ? step?.relation || focusRelation(placed, centre, node) : node.relation;
  return {relation, step: step || null};
}

/**
 * The step between the middle card and one beside it.
 * @param {Debate} debate
 * @param {Arrangement} placed
 * @param {Card} centre
 * @param {Card} node
 */
function focusStep(debate, placed, centre, node) {
  const reasons = findReasons(debate, centre.id);
  return placed.left.has(node.id)
    ? reasons.bears.find(each => targetOf(debate, each)?.id === node.id)
    : [...reasons.for, ...reasons.against, ...reasons.denied].find(each => each.premises.includes(node.id));
}

/**
 * What a card beside the middle one is to it where there is no step between them.
 * @param {Arrangement} placed
 * @param {Card} centre
 * @param {Card} node
 */
function focusRelation(placed, centre, node) {
  const isLeft = placed.left.has(node.id);
  const link = centre.links.find(each => !each.step && (each.from === node.id || each.to === node.id));
  return link ? link.relation : isLeft ? centre.relation : node.relation;
}

/**
 * @param {Subject} subject
 * @param {Common} common
 * @param {Shown} shown
 * @returns {CardShape}
 */
function cardShape({state, colours, lit}, {series, isDim}, {id, node, box, relation}) {
  const dim = isDim(id);
  return {
    node,
    box,
    look:
      dim || node.ghostOf
        ? {fill: colours.paper, edge: colours.edge}
        : lookOf(node, {colour: state.colour, series, colours, relation}),
    dim,
    ring: state.selected === id,
    hit: Boolean(lit?.has(id)),
  };
}

/**
 * @param {Subject} subject
 * @param {Common} common
 * @param {string} id
 * @param {PersonBox} box
 * @returns {PersonShape}
 */
function personShape({debate, state}, common, id, box) {
  const who = debate.stakeholders.get(id);
  return {id, box, name: who?.name || id, dim: common.isDim(id), ring: state.selected === id};
}

/**
 * @param {Subject} subject
 * @param {Common} common
 * @returns {Tie[]}
 */
function tiesOf({debate, state}, {shown, isDim, isFocus, mode}) {
  const selected = debate.nodes.get(state.selected || "");
  const lit = new Set(selected ? [selected, ...ancestorsOf(selected)] : []);
  return shown.flatMap(({id, node, box, parent, relation, tone, dash}) => {
    if (!parent) return [];
    const width = lit.has(node) ? LIT_WIDTH : TIE_WIDTH;
    const onStep = relation === "undercuts" && !isFocus;
    const path = onStep ? stepPath(parent, box, mode) : tiePath(parent, box, mode);
    return [{path, tone, dash, width, dim: isDim(id), hang: box.hang && !onStep}];
  });
}

/**
 * Linked premises that stand together are joined by a thick line: they only work together.
 * @param {Subject} subject
 * @param {Common} common
 * @returns {Bracket[]}
 */
function bracketsOf({placed}, {shown, isDim, mode}) {
  /** @type {Map<string, Shown[]>} */
  const groups = new Map();
  for (const each of shown) {
    const {step} = each;
    if (!step || step.premises.length < 2 || placed.left.has(each.id)) continue;
    const group = groups.get(step.id) || [];
    group.push(each);
    groups.set(step.id, group);
  }
  const standing = [...groups.values()].filter(group => group.length > 1);
  return standing.map(group => ({
    tone: group[0].tone,
    width: BRACKET_WIDTH,
    path: bracketPath(group.map(({box}) => jointOf(box, mode))),
    dim: group.some(({id}) => isDim(id)),
  }));
}

/**
 * The sign of each tie; of linked premises the first has it, the others a plain "and".
 * @param {Subject} subject
 * @param {Common} common
 * @returns {Sign[]}
 */
function signsOf({placed, legend}, {shown, isDim, mode}) {
  const started = new Set();
  return shown
    .filter(({parent, relation}) => parent && relation !== "none")
    .map(({id, box, step, relation, tone, added}) => {
      const linked = step !== null && step.premises.length > 1 && !placed.left.has(id);
      const sign = linked && started.has(step) ? "&" : legend.relations[relation]?.sign || "·";
      if (linked) started.add(step);
      return {at: jointOf(box, mode), sign, tone, dim: isDim(id), box, added};
    });
}

/**
 * What is hidden beneath a card, or that it can be folded; and how many steps bear on it that hang elsewhere.
 * @param {Subject} subject
 * @param {Common} common
 * @returns {Badge[]}
 */
function badgesOf({state, hovered}, {shown, isDim, isFocus}) {
  if (isFocus) return [];
  /** @type {Badge[]} */
  const badges = [];
  for (const {id, node, box} of shown) {
    const below = hiddenBelow(node, state);
    const canFold = hasBeneath(node) && (id === state.selected || id === hovered);
    const words = below ? `+${below < 1000 ? below : writeDecimal(below, 0)}` : canFold ? "−" : "";
    const badge = words ? badgeBox(box, words) : null;
    const on = {id, dim: isDim(id), box};
    if (badge) badges.push({...on, words, quiet: !below, other: false, badge});
    const elsewhere = countElsewhere(node, state);
    const told = `↗ ${elsewhere}`;
    if (elsewhere > 0)
      badges.push({...on, words: told, quiet: true, other: true, badge: elsewhereBox(box, told, badge)});
  }
  return badges;
}

/**
 * How many steps bear on a card whose premises stand elsewhere, and are not drawn again here.
 * @param {Card} node
 * @param {State} state
 */
function countElsewhere({id, links, ghosts}, {open, whole}) {
  const again = open.has(id) && !whole ? ghosts.length : 0;
  return links.filter(link => link.step && link.to === id).length - again;
}

/**
 * @param {Subject} subject
 * @param {Common} common
 * @returns {Label[]}
 */
function labelsOf({placed, colours}, {shown, isDim}) {
  return shown.flatMap(({id, box}) => {
    const side = placed.heads.get(id);
    if (!side) return [];
    const isLeft = box.side < 0;
    const x = isLeft ? box.x + box.w - 2 : box.x + 2;
    const tone = colours[isDim(id) ? "ink-soft" : side === "for" ? "supports" : "attacks"];
    const words = phrase(`map.card.${side}`);
    return [{x, y: box.y - 6, anchor: isLeft ? "end" : "start", words, tone, dim: isDim(id)}];
  });
}

/**
 * @param {Subject} subject
 * @param {Common} common
 * @returns {Label[]}
 */
function focusLabels({placed, state, colours}, {shown}) {
  const beside = shown.filter(({id}) => id !== focusOf(state));
  const sides = [
    {words: phrase("map.card.bears-on"), boxes: beside.filter(({id}) => placed.left.has(id))},
    {words: phrase("map.card.bearing"), boxes: beside.filter(({id}) => !placed.left.has(id))},
  ];
  return sides
    .filter(({boxes}) => boxes.length)
    .map(({words, boxes}) => {
      const first = boxes.map(({box}) => box).reduce((a, b) => (b.y < a.y ? b : a));
      return {x: first.x, y: first.y - 14, anchor: "start", words, tone: colours["ink-soft"], dim: false};
    });
}

/**
 * Where a card counts in several places, it stands under the first: from there grey lines lead to the others that are
 * shown, beneath the cards, each step with its sign once.
 * @param {Subject} subject
 * @param {Common} common
 * @returns {{ties: Tie[], signs: Sign[]}}
 */
function sharedOf(subject, {shown, isFocus, isDim}) {
  const {debate, legend, placed, colours} = subject;
  const bright = brightLinks(subject);
  const drawn = new Set(shown.map(({id, node}) => `${node.step} ${node.ghostOf?.id ?? id}`));
  const links = debate.links.filter(link => {
    const isSeen = placed.boxes.has(link.from) && placed.boxes.has(link.to) && link.from !== link.to;
    return isSeen && link.step && !bright.has(link) && !drawn.has(`${link.step} ${link.from}`);
  });
  if (isFocus || links.length > MOST_SHARED) return {ties: [], signs: []};
  const started = new Set(shown.map(({step}) => step?.id));
  const tone = colours.edge;
  /** @type {Tie[]} */
  const ties = [];
  /** @type {Sign[]} */
  const signs = [];
  for (const {from, to, relation, step} of links) {
    const box = /** @type {Box} */ (placed.boxes.get(from));
    const {path, start} = bowPath(box, /** @type {Box} */ (placed.boxes.get(to)));
    const dim = isDim(from) || isDim(to);
    const sign = started.has(step) ? "&" : legend.relations[relation]?.sign || "·";
    started.add(step);
    ties.push({path, tone, dash: [], width: SHARED_WIDTH, dim, hang: false});
    signs.push({at: start, sign, tone, dim, box, added: Boolean(debate.steps.get(step || "")?.inferred)});
  }
  return {ties, signs};
}

/**
 * The links that are drawn in their own colours: all where the reader asks for them, else those of the selected card.
 * @param {Subject} subject
 */
const brightLinks = ({debate, state}) =>
  new Set(state.links ? debate.links : debate.nodes.get(state.selected || "")?.links || []);

/**
 * Links that the tree has no room for: all, or those of the selected card. A second step between a card and the one
 * it hangs from would only double the line that is there.
 * @param {Subject} subject
 * @returns {Cross[]}
 */
function crossesOf(subject) {
  const {debate, legend, placed, state, colours} = subject;
  if (focusOf(state)) return [];
  // A ghost beside its target shows a link already.
  const links = [...brightLinks(subject)].filter(link => !placed.boxes.has(ghostId(link)));
  return links.flatMap(link => {
    const from = placed.boxes.get(link.from);
    const to = placed.boxes.get(link.to);
    const node = debate.nodes.get(link.from);
    if (!from || !to || from === to || (node?.parent === link.to && node.relation === link.relation)) return [];
    const {dash = [], sign = "·"} = legend.relations[link.relation] || {};
    return [
      {
        ...bowPath(from, to),
        tone: colours[toneName(link.relation)],
        dash,
        sign,
        added: Boolean(debate.steps.get(link.step || "")?.inferred),
      },
    ];
  });
}

/**
 * @param {Subject} subject
 * @param {Common} common
 * @returns {Speech[]}
 */
function speechesOf(subject, {shown}) {
  return shown.flatMap(({node, box}) =>
    node.voices.flatMap(voice => {
      const person = subject.placed.people.get(voice.by);
      return person ? [speechOf(subject, node, box, voice, person)] : [];
    }),
  );
}

/**
 * @param {Subject} subject
 * @param {Card} node
 * @param {Box} box
 * @param {Voice} voice
 * @param {PersonBox} person
 * @returns {Speech}
 */
function speechOf({state, colours}, node, box, voice, person) {
  const [tone, dash] = SPEECH[voice.act] || ["stakeholder", []];
  const chosen = state.selected === voice.by || state.selected === node.id;
  return {...speechPath(person, box), tone: colours[tone], dash, chosen, act: voice.act};
}
