import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {
  countBeneath,
  findMissing,
  findNear,
  findReasons,
  isWithin,
  knows,
  linkedWith,
  readDebate,
  targetOf,
  titleOf,
} from "../../../src/argumap/views/map/card-tree.js";
import {town} from "./debates.mjs";

const debate = town();
const ids = steps => steps.map(step => step.id);

test("cards know their place: depth, children and how much hangs beneath", () => {
  const {depth, below, children} = debate.nodes.get("close");
  assert.deepEqual([depth, below, children.map(child => child.id)], [1, 4, ["air", "noise", "trade"]]);
  assert.deepEqual(
    debate.roots.map(root => root.id),
    ["cars"],
  );
});

test("what bears on a claim is counted alike wherever it hangs", () => {
  const count = id => countBeneath(debate, debate.nodes.get(id));
  const beneath = ["air", "noise", "trade"].map(count);
  assert.deepEqual([count("close"), ...beneath, count("cars")], [2, 0, 0, 2, debate.nodes.get("cars").below]);
  assert.equal(count("cars"), debate.nodes.get("cars").below);
});

test("reasons are sorted by what they do", () => {
  const reasons = findReasons(debate, "close");
  assert.deepEqual([ids(reasons.for), ids(reasons.against)], [["air+noise/close"], ["trade/close"]]);
  assert.deepEqual(ids(findReasons(debate, "trade").denied), ["odd"]);
});

test("an undercut bears on the claim that its step bears on", () => {
  assert.equal(targetOf(debate, debate.steps.get("odd")).id, "close");
  const circle = readDebate({
    version: 1,
    arguments: [
      {id: "a", premises: [], relation: "undercuts", target: "b"},
      {id: "b", premises: [], relation: "undercuts", target: "a"},
    ],
  });
  assert.equal(targetOf(circle, circle.steps.get("a")), null);
});

test("what is near a record is its kin, its links and who speaks", () => {
  assert.deepEqual([...findNear(debate, "air")].sort(), ["air", "cars", "close", "guild", "noise"]);
  assert.deepEqual([...findNear(debate, "guild")], ["guild", "air"]);
  assert.equal(findNear(debate, "cars"), null);
  assert.equal(findNear(debate, null), null);
});

test("a record is found and called by its title, whatever it is", () => {
  assert.deepEqual(
    ["close", "guild", "air+noise/close", "nobody"].map(id => titleOf(debate, id)),
    ["close", "The guild", "air; noise", "nobody"],
  );
  assert.deepEqual(
    ["close", "guild", "odd", "constructor"].map(id => knows(debate, id)),
    [true, true, true, false],
  );
});

test("linked premises know each other, and a card its branch", () => {
  assert.deepEqual(linkedWith(debate, debate.nodes.get("air")), ["noise"]);
  assert.ok(isWithin(debate.nodes.get("towns"), "close") && !isWithin(debate.nodes.get("keep"), "close"));
});

test("a map that has little is told what it lacks", () => {
  const told = payload => findMissing(readDebate({version: 1, ...payload}));
  assert.deepEqual(
    told({}).map(words => words.split(":")[0]),
    ["No claims yet", "No question under debate"],
  );
  assert.deepEqual(
    told({nodes: [{id: "q", kind: "issue", title: "?"}]}).map(words => words.split(":")[0]),
    ["No claims yet", "No claim answers the question"],
  );
  assert.deepEqual(findMissing(debate), []);
  const claim = (id, role) => ({id, kind: "claim", title: id, role});
  const issue = {id: "q", kind: "issue", title: "?"};
  const yes = claim("yes", "position");
  assert.deepEqual(told({nodes: [issue, yes, claim("topic", "topic")]}), []);
  assert.deepEqual(told({nodes: [issue, yes, claim("loose", "untied")]}), [
    "One claim is tied to nothing: say what it answers, supports or objects to.",
  ]);
  assert.deepEqual(told({nodes: [issue, yes, claim("loose", "untied"), claim("free", "untied")]}), [
    "2 claims are tied to nothing: say what they answer, support or object to.",
  ]);
});
