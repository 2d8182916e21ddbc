import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {arrange, chooseOptions, treeOf} from "../../../src/argumap/views/map/arrangement.js";
import {readDebate} from "../../../src/argumap/views/map/card-tree.js";
import {buildFacets} from "../../../src/argumap/views/map/facets.js";
import {colourChoices, lookOf, seriesOf} from "../../../src/argumap/views/map/looks.js";
import {buildScene, dimmer} from "../../../src/argumap/views/map/scene.js";
import {createState} from "../../../src/argumap/views/map/state.js";
import {LEGEND, SIZES, town} from "./debates.mjs";

/* Each colour is its own name. */
const COLOURS = new Proxy({}, {get: (_, name) => name});

function sceneOf(changes = {}, more = {}) {
  const debate = more.debate || town();
  const facets = buildFacets(debate, LEGEND);
  const state = {...createState(), open: new Set(["cars", "close", "trade"]), ...changes};
  const tree = treeOf(debate, state, SIZES);
  const placed = arrange(tree, debate, state, chooseOptions(tree, debate, state, {w: 1000, h: 700}).options, SIZES);
  return buildScene({
    debate,
    legend: LEGEND,
    facets,
    state,
    placed,
    colours: COLOURS,
    lit: null,
    hovered: null,
    ...more,
  });
}

test("every card but the first is tied to its parent, in the colour of its relation", () => {
  const {ties, cards} = sceneOf();
  assert.equal(ties.length, cards.size - 1);
  assert.deepEqual(ties.map(tie => tie.tone).sort(), [
    "answers",
    "answers",
    "attacks",
    "rebuts",
    "supports",
    "supports",
  ]);
});

test("linked premises have one bracket, and one sign between them", () => {
  const {brackets, signs} = sceneOf();
  assert.equal(brackets.length, 1);
  assert.deepEqual(
    signs.map(({sign}) => sign).filter(sign => sign === "+" || sign === "&"),
    ["+", "&"],
  );
});

test("in focus linked premises are one reason as well, with its sign once", () => {
  const {brackets, signs} = sceneOf({view: {kind: "focus", id: "close"}, selected: "close"});
  assert.equal(brackets.length, 1);
  assert.deepEqual(
    signs.map(({sign}) => sign).filter(sign => sign === "+" || sign === "&"),
    ["+", "&"],
  );
});

test("what denies a step is tied to the sign of that step, not to its card", () => {
  const debate = town();
  debate.nodes.get("towns").relation = "undercuts";
  const {ties, signs} = sceneOf({}, {debate});
  const tie = ties.find(({tone}) => tone === "undercuts");
  const trade = signs.find(({sign}) => sign === "−");
  assert.deepEqual(tie.path[0], ["M", trade.at.x, trade.at.y]);
});

test("beside a person's case the rest steps back, until something is selected", () => {
  const debate = town();
  debate.inCase = new Set(["air", "close", "cars"]);
  const lit = changes => [...sceneOf(changes, {debate}).cards].filter(([, card]) => !card.dim).map(([id]) => id);
  assert.deepEqual(lit({}).sort(), ["air", "cars", "close"]);
  assert.ok(lit({selected: "towns"}).includes("trade"));
});

test("what is folded is counted on its card; what can be folded says so under the pointer", () => {
  const words = (...given) => sceneOf(...given).badges.map(({id, words: told}) => [id, told]);
  assert.deepEqual(words({open: new Set(["cars"])}), [["close", "+4"]]);
  assert.deepEqual(words({}, {hovered: "trade"}), [["trade", "−"]]);
  assert.deepEqual(words({selected: "towns"}), []);
});

test("a selected card has a ring, and what is far from it steps back", () => {
  const {cards, ties} = sceneOf({selected: "towns"});
  assert.ok(cards.get("towns").ring && !cards.get("close").dim && cards.get("air").dim);
  assert.deepEqual([ties.filter(tie => tie.dim).length, ties.length], [3, 6]);
  assert.deepEqual(new Set(ties.filter(tie => tie.dim).map(tie => tie.tone)), new Set(["edge"]));
  assert.deepEqual(cards.get("air").look, {fill: "paper", edge: "edge"});
});

test("filters leave claims out, never the question", () => {
  const {cards} = sceneOf({chosen: new Map([["tag", new Set(["money"])]])});
  assert.deepEqual(
    [...cards].filter(([, card]) => !card.dim).map(([id]) => id),
    ["cars", "trade"],
  );
});

test("cross links are drawn when asked for, or those of the selected card", () => {
  assert.equal(sceneOf().crosses.length, 0);
  assert.equal(sceneOf({links: true}).crosses.length, 1);
  assert.equal(sceneOf({selected: "keep"}).crosses.length, 1);
  assert.equal(sceneOf({view: {kind: "focus", id: "trade"}, links: true}).crosses.length, 0);
});

test("stakeholders are joined to what they say", () => {
  const {people, speeches} = sceneOf({people: true, selected: "guild"});
  assert.deepEqual([...people.keys()], ["guild"]);
  assert.deepEqual(
    speeches.map(({act, chosen}) => [act, chosen]),
    [["argues", true]],
  );
});

test("a focus is labelled by its sides and has no badges", () => {
  const {labels, badges} = sceneOf({view: {kind: "focus", id: "trade"}});
  assert.deepEqual(
    labels.map(({words}) => words),
    ["Bears on", "What bears on it"],
  );
  assert.deepEqual(badges, []);
});

test("a card is coloured by its relation, its word or the value of a facet", () => {
  const debate = town();
  const facets = buildFacets(debate, LEGEND);
  const edge = (id, colour) => {
    const node = debate.nodes.get(id);
    return lookOf(node, {colour, series: seriesOf(colour, facets), colours: COLOURS, relation: node.relation}).edge;
  };
  assert.deepEqual([edge("trade", "relation"), edge("close", "relation")], ["attacks", "ink"]);
  assert.deepEqual([edge("close", "status"), edge("trade", "status")], ["answered", "edge"]);
  assert.deepEqual([edge("trade", "tag"), edge("air", "tag")], ["series-0", "edge"]);
  assert.deepEqual(
    colourChoices(facets, true).map(({value}) => value),
    ["relation", "stakeholder", "tag", "status"],
  );
});

test("what moves in a what-if never steps back", () => {
  const debate = town();
  const dims = () => dimmer({debate, facets: [], state: {selected: "air", chosen: new Map()}});
  assert.equal(dims()("keep"), true);
  debate.nodes.get("keep").moved = {word: "opposed"};
  assert.equal(dims()("keep"), false);
});

test("the sign of a step that the map added is told apart", () => {
  const debate = town();
  debate.steps.get("trade/close").inferred = true;
  const {signs} = sceneOf({}, {debate});
  assert.deepEqual(
    signs.filter(({added}) => added).map(({sign}) => sign),
    ["−"],
  );
});

test("what counts in several places is tied to each that is shown, in grey, a step with its sign once", () => {
  const debate = town();
  const link = (from, to, step) => ({from, relation: "attacks", to, step});
  debate.links.push(link("towns", "keep", "towns+air/keep"), link("air", "keep", "towns+air/keep"));
  const grey = changes => {
    const {ties, signs} = sceneOf(changes, {debate});
    return [ties, signs].map(all => all.filter(({tone}) => tone === "edge"));
  };
  const [ties, signs] = grey();
  assert.deepEqual(
    signs.map(({sign}) => sign),
    ["−", "&"],
  );
  assert.equal(ties.length, 2);
  const [folded] = grey({open: new Set(["cars", "close"])});
  assert.equal(folded.length, 1);
  const many = Array.from({length: 30}, (_, n) => link("towns", "keep", `s${n}`));
  debate.links.push(...many);
  assert.deepEqual(grey(), [[], []]);
});

test("where a ghost shows a link no line across the cards does", () => {
  const given = town();
  const nodes = [...given.nodes.values()].map(({id, kind, title, parent, relation, role, step}) => {
    return {id, kind, title, parent, relation, role, step};
  });
  const debate = readDebate({
    version: 1,
    nodes,
    links: [{from: "trade", relation: "supports", to: "keep", step: "trade/keep"}],
    arguments: [...given.steps.values(), {id: "trade/keep", premises: ["trade"], relation: "supports", target: "keep"}],
  });
  const crosses = open => sceneOf({selected: "trade", open: new Set(open)}, {debate}).crosses.length;
  assert.deepEqual([crosses(["cars", "close"]), crosses(["cars", "close", "keep"])], [1, 0]);
});
