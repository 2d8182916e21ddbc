import assert from "node:assert/strict";
import test from "node:test";
import {canFit, chooseLayout, layOut} from "../../../src/argumap/views/map/tidy.js";

/* A tree from nested arrays: ["root", ["a", ["a1"]], ["b"]]. Heights grow as widths shrink, as texts do. */
function tree(...nested) {
  const kids = new Map();
  const read = ([id, ...children]) => {
    kids.set(
      id,
      children.map(child => child[0]),
    );
    children.forEach(read);
  };
  nested.forEach(read);
  return {
    roots: nested.map(each => each[0]),
    ids: [...kids.keys()],
    children: id => kids.get(id),
    size: (id, width) => ({w: width, h: 20 + Math.ceil((id.length * 1500) / width)}),
  };
}

/* The same pseudo-random tree every time. */
function grown(n, seed) {
  let state = seed;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const kids = new Map([["c0", []]]);
  for (let i = 1; i < n; i++) {
    const parent = "c" + Math.floor(next() ** 2 * i);
    kids.set("c" + i, []);
    kids.get(parent).push("c" + i);
  }
  return {
    roots: ["c0"],
    ids: [...kids.keys()],
    children: id => kids.get(id),
    size: (id, width) => ({w: width, h: 30 + ((Number(id.slice(1)) * 37) % 90)}),
    lead: id => (id === "c1" ? 22 : 0),
  };
}

function overlaps(boxes) {
  const all = [...boxes].sort((a, b) => a.x - b.x);
  let found = 0;
  all.forEach((a, i) => {
    for (let j = i + 1; j < all.length && all[j].x < a.x + a.w - 0.01; j++) {
      const b = all[j];
      if (b.y < a.y + a.h - 0.01 && a.y < b.y + b.h - 0.01) found++;
    }
  });
  return found;
}

const MODES = ["right", "both", "down", "list"];
for (const mode of MODES) {
  for (const columns of [1, 2, 3, 5]) {
    test(`${mode} with ${columns} columns places every card once and none upon another`, () => {
      for (const seed of [1, 2, 3, 4]) {
        const t = grown(160, seed);
        const made = layOut(t, {mode, columns, width: 190, reach: 700});
        assert.equal(made.boxes.size, t.ids.length);
        assert.equal(overlaps(made.boxes.values()), 0);
        for (const box of made.boxes.values()) {
          assert.ok(box.x >= made.x - 0.01 && box.x + box.w <= made.x + made.w + 0.01);
          assert.ok(box.y >= made.y - 0.01 && box.y + box.h <= made.y + made.h + 0.01);
        }
      }
    });
  }
}

test("several roots do not overlap in any mode", () => {
  const t = tree(["a", ["a1"], ["a2", ["a3"]]], ["b"], ["c", ["c1"]]);
  for (const mode of MODES) assert.equal(overlaps(layOut(t, {mode, columns: 3, width: 150}).boxes.values()), 0);
});

test("reading order is kept: siblings stand in their order from top to bottom", () => {
  const {boxes} = layOut(tree(["r", ["a", ["a1"]], ["b"], ["c", ["c1"], ["c2"]]]), {
    mode: "right",
    columns: 4,
    width: 100,
  });
  assert.ok(boxes.get("a").y < boxes.get("b").y && boxes.get("b").y < boxes.get("c").y);
  assert.ok(boxes.get("r").x < boxes.get("a").x && boxes.get("a").x < boxes.get("a1").x);
});

test("both sides: the first branches go left, the wings are of like height, children lie outwards", () => {
  const {boxes} = layOut(tree(["r", ["a", ["a1"]], ["b", ["b1"]], ["c"], ["d"]]), {
    mode: "both",
    columns: 4,
    width: 100,
  });
  const r = boxes.get("r");
  assert.ok(boxes.get("a").x < r.x && boxes.get("a1").x < boxes.get("a").x);
  assert.ok(boxes.get("d").x > r.x);
  assert.equal(boxes.get("a").side, -1);
  assert.equal(boxes.get("d").side, 1);
});

test("a caller may say which side a branch goes to", () => {
  const {boxes} = layOut(tree(["r", ["a"], ["b"], ["c"]]), {
    mode: "both",
    columns: 2,
    width: 100,
    side: id => (id === "c" ? -1 : 1),
  });
  assert.ok(boxes.get("c").x < boxes.get("r").x && boxes.get("a").x > boxes.get("r").x);
});

test("a single deep leaf hangs under its parent and does not widen the map", () => {
  const flat = tree(["r", ["a", ["a1"], ["a2"]], ["b", ["b1"]]]);
  const deep = tree(["r", ["a", ["a1"], ["a2", ["deep", ["deeper"]]]], ["b", ["b1"]]]);
  const options = {mode: "right", columns: 3, width: 200};
  assert.equal(layOut(deep, options).w, layOut(flat, options).w);
  const {boxes} = layOut(deep, options);
  assert.ok(boxes.get("deep").hang && boxes.get("deep").x > boxes.get("a2").x);
});

test("a short branch slides under a long one", () => {
  const t = tree(["r", ["a", ["a1"], ["a2"], ["a3"], ["a4"]], ["b"], ["c"], ["d"]]);
  const {boxes} = layOut(t, {mode: "right", columns: 3, width: 150});
  assert.ok(boxes.get("b").y < boxes.get("a4").y + boxes.get("a4").h, "b did not wait for the end of a's children");
});

test("rows break into newspaper columns that stay within reach", () => {
  const many = ["p", ...Array.from({length: 12}, (_, i) => ["reason" + i])];
  const one = layOut(tree(["r", many]), {mode: "down", columns: 2, width: 180, reach: Infinity});
  const three = layOut(tree(["r", many]), {mode: "down", columns: 2, width: 180, reach: one.h / 3});
  assert.ok(three.w > one.w * 2 && three.h < one.h * 0.6);
  assert.ok(three.boxes.get("p").w > 180 * 2, "the position is a headline over its columns");
});

test("a very long chain keeps readable widths", () => {
  const t = {
    roots: ["c0"],
    children: id => {
      const n = Number(id.slice(1));
      return n < 1500 ? ["c" + (n + 1)] : [];
    },
    size: (id, width) => ({w: width, h: 30}),
  };
  const made = layOut(t, {mode: "right", columns: 3, width: 200});
  assert.equal(made.boxes.size, 1501);
  assert.ok(Math.min(...[...made.boxes.values()].map(box => box.w)) >= 88);
});

test("cousins keep the room that a word above them needs", () => {
  const t = {...tree(["r", ["a", ["a1"], ["a2"]], ["b", ["b1"]]]), lead: id => (id === "b1" ? 20 : 0)};
  const {boxes} = layOut(t, {mode: "right", columns: 3, width: 150});
  assert.ok(boxes.get("b1").y - boxes.get("a2").y - boxes.get("a2").h >= 20);
});

test("shelves put small debates beneath the largest", () => {
  const t = tree(["big", ["p", ["x"]], ["q", ["y"]], ["r", ["z"]]], ["s", ["s1"]], ["t", ["t1"]]);
  const {boxes, w} = layOut(t, {mode: "down", columns: 2, width: 150, reach: 300, shelves: "below"});
  assert.ok(boxes.get("s").y > boxes.get("z").y && boxes.get("t").y === boxes.get("s").y);
  assert.ok(w < layOut(t, {mode: "down", columns: 2, width: 150, reach: 300}).w);
  assert.equal(overlaps(boxes.values()), 0);
  const tall = tree(["big", ["p", ["x1"], ["x2"], ["x3"], ["x4"], ["x5"]]], ["s"], ["t"]);
  const beside = layOut(tall, {mode: "down", columns: 2, width: 150, reach: 900, shelves: "beside"}).boxes;
  assert.ok(
    beside.get("s").x > beside.get("x1").x + 100 &&
      beside.get("t").y > beside.get("s").y &&
      beside.get("t").x === beside.get("s").x,
  );
  assert.equal(overlaps(beside.values()), 0);
  const gap = tree(["big", ["p", ["x1"], ["x2"], ["x3"], ["x4"], ["x5"]], ["q"]], ["s", ["s1"]]);
  const nested = layOut(gap, {mode: "down", columns: 2, width: 150, reach: 900, shelves: "nested", broad: 1}).boxes;
  assert.ok(nested.get("s").y < nested.get("x5").y && nested.get("s").y > nested.get("q").y, "it slid under q");
  assert.equal(overlaps(nested.values()), 0);
  for (const seed of [1, 2, 3]) {
    const t3 = {...grown(60, seed), roots: ["c0"]};
    const forest = {
      ...t3,
      roots: ["c0", "d0", "e0"],
      children: id => t3.children("c" + id.slice(1)).map(c => id[0] + c.slice(1)),
      size: (id, width) => t3.size("c" + id.slice(1), width),
    };
    for (const broad of [1, 1.5, 3])
      assert.equal(
        overlaps(
          layOut(forest, {mode: "down", columns: 2, width: 150, reach: 500, shelves: "nested", broad}).boxes.values(),
        ),
        0,
      );
  }
});

test("the chosen layout is the largest that fits, and the same every time", () => {
  const t = grown(60, 7);
  const stage = {w: 1080, h: 800};
  const best = chooseLayout(t, stage, {widths: [150, 200]});
  assert.ok(best.w * best.scale <= stage.w + 0.01 && best.h * best.scale <= stage.h + 0.01);
  for (const mode of ["right", "both", "down"]) {
    const other = layOut(t, {mode, columns: 3, width: 200});
    assert.ok(best.scale * 1.03 >= Math.min(1.15, stage.w / other.w, stage.h / other.h));
  }
  assert.deepEqual([...chooseLayout(t, stage, {widths: [150, 200]}).boxes], [...best.boxes]);
});

test("fifty thousand cards are placed without trouble", () => {
  const t = grown(50000, 3);
  assert.equal(layOut(t, {mode: "right", columns: 4, width: 200}).boxes.size, 50000);
});

test("no root, no trouble", () => {
  assert.deepEqual(chooseLayout({roots: [], children: () => []}, {w: 100, h: 100}).boxes.size, 0);
});

test("what cannot be read at once is read from top to bottom rather than all about", () => {
  const ids = Array.from({length: 30}, (_, n) => `c${n}`);
  const fan = {roots: ["q"], children: id => (id === "q" ? ids : []), size: () => ({w: 200, h: 60})};
  const stage = {w: 460, h: 600};
  const asked = {modes: ["down", "both", "right"], widths: [200]};
  const wide = chooseLayout(fan, stage, asked);
  const tall = chooseLayout(fan, stage, {...asked, least: 0.9});
  assert.ok(wide.w * 0.9 > stage.w);
  assert.ok(tall.w * 0.9 <= stage.w);
  assert.ok(tall.h > wide.h);
});

test("whether anything fits is what the chosen layout says, and the first that does is enough", () => {
  let sized = 0;
  for (const count of [5, 20, 60, 120]) {
    const t = grown(count, 7);
    const counted = {...t, size: (...asked) => (sized++, t.size(...asked))};
    for (const least of [0.4, 0.8, 1.1]) {
      const stage = {w: 1080, h: 800};
      const asked = {modes: ["down", "both", "right"], widths: [150, 200], least};
      sized = 0;
      const {scale} = chooseLayout(counted, stage, asked);
      const whole = sized;
      sized = 0;
      assert.equal(canFit(counted, stage, asked), scale >= least, `${count} cards at ${least}`);
      assert.ok(sized <= whole);
      if (scale >= least) assert.ok(sized < whole, `${sized} of ${whole}`);
    }
  }
});

test("a headline covers its columns whole, up to four of them", () => {
  const many = ["p", ...Array.from({length: 12}, (_, i) => ["reason" + i])];
  const one = layOut(tree(["r", many]), {mode: "down", columns: 2, width: 180, reach: Infinity});
  const four = layOut(tree(["r", many]), {mode: "down", columns: 2, width: 180, reach: one.h / 4});
  const head = four.boxes.get("p");
  const last = Math.max(...[...four.boxes.values()].map(box => box.x + box.w));
  assert.ok(head.w > 180 * 3, "there are four columns");
  assert.ok(head.x + head.w >= last - 1, `the headline ends at ${head.x + head.w}, its columns at ${last}`);
});
