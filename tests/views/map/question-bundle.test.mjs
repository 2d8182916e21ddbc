import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {isTopIssue, readDebate} from "../../../src/argumap/views/map/card-tree.js";
import {FURTHER} from "../../../src/argumap/views/map/question-bundle.js";
import {AS_AT_START} from "../../../src/argumap/views/map/portions.js";
import {openAtStart, shownCards} from "../../../src/argumap/views/map/unfolding.js";

/** A debate of so many questions, each with an answer and a reason. */
function debateOf(count, questions) {
  const places = Array.from({length: count}, (_, n) => n);
  const nodes = places.flatMap(n => [
    {id: `q${n}`, kind: "issue", title: `Question ${n}`},
    {id: `a${n}`, kind: "claim", title: `Answer ${n}`, role: "position", relation: "answers", parent: `q${n}`},
    {id: `r${n}`, kind: "claim", title: `Reason ${n}`, relation: "supports", parent: `a${n}`},
  ]);
  return readDebate({version: 1, nodes: [...nodes, {id: "+untied", kind: "group", title: "Untied"}], questions});
}
const ids = cards => cards.map(({id}) => id);

test("few questions stand beside each other, the main one first", () => {
  assert.deepEqual(ids(debateOf(3, ["q2", "q0", "q1"]).roots), ["q2", "q0", "q1", "+untied"]);
  assert.deepEqual(ids(debateOf(3, undefined).roots), ["q0", "q1", "q2", "+untied"]);
});

test("of many the main ones stand on the map, and one card holds the others", () => {
  const order = Array.from({length: 40}, (_, n) => `q${39 - n}`);
  const {roots, nodes} = debateOf(40, order);
  assert.deepEqual(ids(roots), [...order.slice(0, 8), FURTHER, "+untied"]);
  const further = nodes.get(FURTHER);
  assert.equal(further.title, "32 more questions");
  assert.deepEqual(ids(further.children), order.slice(8));
  assert.equal(further.below, 96);
  assert.deepEqual([nodes.get("q0").depth, nodes.get("r0").depth], [1, 3]);
  assert.ok(isTopIssue(nodes.get("q0")));
});

test("no card holds a single question", () => {
  assert.equal(debateOf(9, undefined).nodes.has(FURTHER), false);
  assert.equal(debateOf(10, undefined).nodes.get(FURTHER).children.length, 2);
});

test("the main question is open at the start, and not the largest", () => {
  const {roots} = debateOf(40, ["q7"]);
  const open = openAtStart(roots, tried => [...shownCards(roots, tried, AS_AT_START)].length < 13);
  assert.ok(open.has("q7"));
  assert.ok(!open.has("q0"));
});
