import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {
  findLeaderChanges,
  leadersOf,
  rankOf,
  tellChange,
  tellChangesBriefly,
  tellLeaders,
} from "../../../src/argumap/views/map/answer-ranking.js";
import {inOrder, isSaidByNobody, readDebate} from "../../../src/argumap/views/map/card-tree.js";
import {createSupposer} from "../../../src/argumap/views/map/supposed-status.js";
import {leadLines} from "../../../src/argumap/views/map/wording.js";
import {claim} from "./debates.mjs";

/* a and b speak for x, c for y. */
const debate = () =>
  readDebate({
    version: 1,
    nodes: [
      {
        id: "q",
        kind: "issue",
        title: "What now?",
        ranking: [
          ["y", 2, 0],
          ["x", 1, 0],
        ],
      },
      claim("x", "q", "answers", {role: "position", word: "unchallenged", pros: [1, 0, 0]}),
      claim("y", "q", "answers", {role: "position", word: "unchallenged", pros: [2, 0, 0]}),
      ...["a", "b", "c"].map(id => claim(id, "", "none", {word: "unchallenged"})),
    ],
    arguments: [],
    equations: {
      ids: ["x", "y", "a", "b", "c", "a/y", "b/y", "c/x"],
      claims: 5,
      base: [0.5, 0.5, 0.5, 0.5, 0.5, 1, 1, 1],
      attackers: {},
      supporters: {0: [7], 1: [5, 6]},
      premises: {5: [2], 6: [3], 7: [4]},
      requires: [],
      void: [],
      order: [2, 3, 4, 5, 6, 7, 0, 1],
    },
  });
const without = (...ids) => ({aside: new Set(ids), doubt: new Map()});

test("answers stand in the order of the ranking, and the card says who leads", () => {
  const map = debate();
  const issue = map.nodes.get("q");
  assert.deepEqual(
    inOrder(issue).map(({id}) => id),
    ["y", "x"],
  );
  assert.deepEqual(
    leadLines(map, issue).map(({words}) => words),
    ["“y” leads 2\u00A0:\u00A00"],
  );
});

test("a what-if under which another answer leads says so first, and is undone", () => {
  const map = debate();
  const suppose = createSupposer(map);
  const supposed = without("a", "b");
  suppose(supposed);
  const [change] = findLeaderChanges(map, supposed);
  assert.equal(tellChange(map, change), "“x” would lead, where now “y” leads.");
  assert.equal(leadLines(map, map.nodes.get("q"))[0].words, "“x” would lead 1\u00A0:\u00A00");
  suppose(without());
  assert.deepEqual(findLeaderChanges(map, without()), []);
  assert.equal(leadLines(map, map.nodes.get("q"))[0].words, "“y” leads 2\u00A0:\u00A00");
});

test("answers that come level are told so", () => {
  const map = debate();
  createSupposer(map)(without("a"));
  const [change] = findLeaderChanges(map, without("a"));
  assert.equal(tellChange(map, change), "“x” and “y” would be level, where now “y” leads.");
  assert.equal(leadLines(map, map.nodes.get("q"))[0].words, "both answers would be level");
});

test("an answer that is set aside is not ranked and stands last", () => {
  const map = debate();
  createSupposer(map)(without("y"));
  assert.deepEqual(
    inOrder(map.nodes.get("q")).map(({id}) => id),
    ["x", "y"],
  );
  assert.deepEqual(leadLines(map, map.nodes.get("q")), []);
});

test("where several questions are debated a change names its own, and a doubt changes none", () => {
  const map = debate();
  map.issues.push({...map.nodes.get("q"), id: "p", ranking: [], inMap: []});
  createSupposer(map)(without("a", "b"));
  const [change] = findLeaderChanges(map, without("a", "b"));
  assert.match(tellChange(map, change), /^On “What now\?” “x” would lead/);
  const doubted = {aside: new Set(), doubt: new Map([["a", 0.1]])};
  createSupposer(debate())(doubted);
  assert.deepEqual(findLeaderChanges(debate(), doubted), []);
});

test("many leaders are counted, and weights that add up to the same are level", () => {
  assert.equal(tellLeaders(["A", "B", "C", "D", "E"]), "“A”, “B”, “C” and 2 others are level");
  assert.deepEqual(
    leadersOf([
      ["a", 0.1 + 0.2, 0],
      ["b", 0.3, 0],
    ]),
    ["a", "b"],
  );
});

test("of answers that do not lead those with the same margin stand level only where as much speaks for them", () => {
  /** @type {[string, number, number][]} */
  const ranking = [
    ["a", 4, 1],
    ["b", 3, 0],
    ["c", 3, 2],
    ["d", 2, 1],
    ["e", 2, 1],
  ];
  assert.deepEqual(
    ranking.map(([id]) => rankOf(ranking, id)),
    [1, 1, 3, 4, 4],
  );
  assert.equal(rankOf(ranking, "set-aside"), 0);
});

test("a banner names who would lead, also where answers were level or come level", () => {
  const map = debate();
  createSupposer(map)(without("a"));
  const [level] = findLeaderChanges(map, without("a"));
  assert.equal(tellChangesBriefly(map, [level]), "“x” and “y” would be level");
  assert.equal(tellChangesBriefly(map, [{...level, now: ["x"], was: ["x", "y"]}]), "“x” would lead");
  assert.equal(tellChangesBriefly(map, [{...level, now: []}]), "no answer would lead");
  assert.equal(tellChangesBriefly(map, [level, level]), "who leads would change on 2 questions");
});

test("the answers hang under their question as they rank", () => {
  assert.deepEqual(
    debate()
      .nodes.get("q")
      .children.map(({id}) => id),
    ["y", "x"],
  );
});

test("an answer is said by nobody where the map made it explicit and no voice is known", () => {
  assert.equal(isSaidByNobody({implicit: true, voices: []}), true);
  assert.equal(isSaidByNobody({implicit: true, voices: [{by: "guild"}]}), false);
  assert.equal(isSaidByNobody({voices: []}), false);
});
