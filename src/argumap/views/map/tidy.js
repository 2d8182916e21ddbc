/* Places cards of different sizes as a tidy tree, without a browser.
 *
 *   layOut(tree, options) → {boxes: Map(id → {x, y, w, h, depth, hang, side}), x, y, w, h}
 *   chooseLayout(tree, stage, options) → the layout that shows its cards largest on the stage
 *
 * A tree has roots, children(id), size(id, width, depth) → {w, h} and, where cards need room above them for a
 * word, lead(id). Modes: "right" (columns from left to right), "both" (from the middle to both sides), "down"
 * (rows, whose last one breaks into newspaper columns) and "list". Only the first `columns` levels get a column
 * or row of their own; what lies deeper hangs under its parent as an indented list, so that a single deep leaf
 * never widens the map. In rows, several roots stand side by side, on shelves below the first,
 * beside it, or nested into its gaps. Siblings are packed by contours: a short branch slides under a long one.
 */

const GAP = 12,
  APART = 44,
  ROWS = 32,
  SHELVES = 36,
  NARROWEST = 88;
const indentOf = width => Math.max(14, Math.round(width * 0.09));

/* A card with all that hangs under it, as one block whose upper left corner is 0, 0. */
function hang(tree, id, width, depth, gap) {
  const boxes = [];
  let y = 0,
    widest = 0;
  const step = indentOf(width),
    most = Math.floor(Math.max(0, width - NARROWEST) / step);
  const waiting = [[id, 0, depth]];
  while (waiting.length) {
    const [next, level, at] = waiting.pop();
    const indent = Math.min(level, most) * step;
    if (level) y += gap + lead(tree, next);
    const {w, h} = tree.size(next, width - indent, at);
    boxes.push({id: next, x: indent, y, w, h, depth: at, hang: level > 0, stacked: level > most});
    widest = Math.max(widest, indent + w);
    y += h;
    const children = tree.children(next);
    for (let i = children.length - 1; i >= 0; i--) waiting.push([children[i], level + 1, at + 1]);
  }
  return {boxes, w: widest, h: y, card: boxes[0]};
}

/* A headline over as many columns as keep its branches within `reach`. */
function columns(tree, id, width, depth, gap, reach, headline) {
  const indent = indentOf(width);
  const blocks = tree
    .children(id)
    .map(child => ({lead: lead(tree, child), block: hang(tree, child, width - indent, depth + 1, gap)}));
  const rows = [[]];
  let tall = 0;
  for (const piece of blocks) {
    const more = gap + piece.lead + piece.block.h;
    if (rows.at(-1).length && tall + more > reach) {
      rows.push([]);
      tall = 0;
    }
    rows.at(-1).push(piece);
    tall += more;
  }
  const spread = rows.length * width + (rows.length - 1) * GAP * 2;
  const size = tree.size(id, headline ? Math.min(spread, width * 4) : width, depth);
  const boxes = [{id, x: 0, y: 0, w: size.w, h: size.h, depth, hang: false, spread}];
  let tallest = size.h,
    widest = size.w;
  rows.forEach((row, n) => {
    let y = size.h;
    for (const {lead: above, block} of row) {
      y += gap + above;
      for (const box of block.boxes) {
        const x = n * (width + GAP * 2) + indent + box.x;
        boxes.push({...box, x, y: y + box.y, hang: true});
        widest = Math.max(widest, x + box.w);
      }
      y += block.h;
    }
    tallest = Math.max(tallest, y);
  });
  return {boxes, w: widest, h: tallest, card: boxes[0]};
}

const gapOf = options => options.gap ?? GAP;
const lead = (tree, id) => (tree.lead ? tree.lead(id) : 0);

/* The tree over blocks: each node has its block, its children's nodes, and its place across the levels. */
function grow(tree, id, depth, options) {
  const last = depth >= options.columns - 1;
  const own = last ? null : tree.children(id);
  if (last || !own.length) {
    const block =
      options.mode === "down" && last
        ? columns(tree, id, options.width, depth, gapOf(options), options.reach ?? Infinity, options.headline ?? true)
        : hang(tree, id, options.width, depth, gapOf(options));
    return {id, depth, block, children: []};
  }
  const {w, h} = tree.size(id, options.width, depth);
  const card = {id, x: 0, y: 0, w, h, depth, hang: false};
  return {
    id,
    depth,
    block: {boxes: [card], w, h, card},
    children: own.map(child => grow(tree, child, depth + 1, options)),
  };
}

/* Packs the children of a node along the cross axis by their contours, and the node over their middle. */
function pack(tree, node, cross, gap) {
  const low = [],
    high = [];
  let previous = null;
  for (const child of node.children) {
    pack(tree, child, cross, gap);
    let shift = 0;
    if (previous) {
      const space = gap + (previous.children.length || child.children.length ? gap / 2 : 0);
      shift = -Infinity;
      for (let d = child.depth; d < child.low.length && d < high.length; d++) {
        if (high[d] !== undefined && child.low[d] !== undefined)
          shift = Math.max(shift, high[d] + space - child.low[d]);
      }
      if (shift === -Infinity) shift = 0;
    }
    child.shift = shift;
    for (let d = child.depth; d < child.low.length; d++) {
      low[d] = Math.min(low[d] ?? Infinity, child.low[d] + shift);
      high[d] = Math.max(high[d] ?? -Infinity, child.high[d] + shift);
    }
    previous = child;
  }
  const size = node.block[cross];
  if (node.children.length) {
    const first = node.children[0],
      final = node.children.at(-1);
    const middle = (first.shift + first.anchor + final.shift + final.anchor) / 2;
    node.at = middle - size / 2;
  } else {
    node.at = 0;
  }
  node.anchor = node.at + (cross === "h" ? node.block.card.h : node.block.w) / 2;
  low[node.depth] = node.at - (cross === "h" ? lead(tree, node.id) : 0);
  high[node.depth] = node.at + size;
  node.low = low;
  node.high = high;
  node.shift ??= 0;
}

function levels(node, main, sizes) {
  const size = main === "w" ? node.block.w : node.block.card.h;
  sizes[node.depth] = Math.max(sizes[node.depth] ?? 0, size);
  for (const child of node.children) levels(child, main, sizes);
}

function settle(node, cross, starts, shift, side, boxes) {
  const across = shift + node.at,
    along = starts[node.depth];
  for (const box of node.block.boxes) {
    boxes.push(
      cross === "h"
        ? {...box, x: along + box.x, y: across + box.y, side}
        : {...box, x: across + box.x, y: along + box.y, side: 0},
    );
  }
  for (const child of node.children) settle(child, cross, starts, shift + child.shift, side, boxes);
}

function startsOf(sizes, gap) {
  const starts = [];
  let at = 0;
  for (const size of sizes) {
    starts.push(at);
    at += (size ?? 0) + gap;
  }
  return starts;
}

/* One root with its branches; its card's upper left corner may lie anywhere. */
function arrange(tree, root, options) {
  const cross = options.mode === "down" ? "w" : "h";
  const node = grow(tree, root, 0, options);
  if (options.mode === "both" && node.children.length > 1) return spreadBoth(tree, node, options);
  pack(tree, node, cross, cross === "w" ? GAP * 2.4 : gapOf(options));
  const sizes = [];
  levels(node, cross === "h" ? "w" : "h", sizes);
  const boxes = [];
  settle(node, cross, startsOf(sizes, cross === "h" ? APART : ROWS), 0, 1, boxes);
  return boxes;
}

function spreadBoth(tree, node, options) {
  const wings = split(tree, node, options.side);
  const boxes = [];
  for (const [side, children] of [
    [-1, wings[0]],
    [1, wings[1]],
  ]) {
    const half = {...node, children, shift: 0};
    pack(tree, half, "h", gapOf(options));
    const sizes = [];
    levels(half, "w", sizes);
    sizes[0] = node.block.w;
    const wing = [];
    settle(half, "h", startsOf(sizes, APART), -half.anchor, side, wing);
    if (side < 0) for (const box of wing) box.x = node.block.w - box.x - box.w;
    boxes.push(...(side < 0 ? wing : wing.slice(1)));
  }
  return boxes;
}

/* Children keep their order: the first ones go left, so many that the two wings are about equally tall. */
function split(tree, node, side) {
  if (side) return [node.children.filter(c => side(c.id) < 0), node.children.filter(c => side(c.id) >= 0)];
  const tall = node.children.map(child => {
    const probe = {...node, children: [child], shift: 0};
    pack(tree, probe, "h", GAP);
    return Math.max(...probe.high.filter(Number.isFinite)) - Math.min(...probe.low.filter(Number.isFinite));
  });
  const all = tall.reduce((a, b) => a + b, 0);
  let best = 1,
    least = Infinity,
    left = 0;
  for (let i = 1; i < tall.length; i++) {
    left += tall[i - 1];
    const worse = Math.abs(all - 2 * left);
    if (worse < least) {
      least = worse;
      best = i;
    }
  }
  return [node.children.slice(0, best), node.children.slice(best)];
}

const bounds = boxes => {
  let x0 = Infinity,
    y0 = Infinity,
    x1 = -Infinity,
    y1 = -Infinity;
  for (const box of boxes) {
    x0 = Math.min(x0, box.x);
    y0 = Math.min(y0, box.y);
    x1 = Math.max(x1, box.x + box.w);
    y1 = Math.max(y1, box.y + box.h);
  }
  return boxes.length ? {x: x0, y: y0, w: x1 - x0, h: y1 - y0} : {x: 0, y: 0, w: 0, h: 0};
};

function pile(sizes) {
  let y = 0;
  return sizes.map(({h}) => {
    const corner = {x: 0, y};
    y += h + APART;
    return corner;
  });
}
/* Upper left corners of several debates: in one row, on shelves below the widest, or in columns as tall as the tallest. */
function shelve(sizes, shelves) {
  const broad = shelves === "below" ? Math.max(0, ...sizes.map(size => size.w)) : Infinity;
  const tall = shelves === "beside" ? Math.max(0, ...sizes.map(size => size.h)) : 0;
  let x = 0,
    y = 0,
    row = 0,
    column = 0;
  return sizes.map(({w, h}) => {
    if (shelves === "beside") {
      if (y && y + h > tall) {
        x += column + APART;
        y = column = 0;
      }
      const corner = {x, y};
      y += h + SHELVES;
      column = Math.max(column, w);
      return corner;
    }
    if (x && x + w > broad) {
      y += row + SHELVES;
      x = row = 0;
    }
    const corner = {x, y};
    x += w + APART;
    row = Math.max(row, h);
    return corner;
  });
}

/* Each debate stands as high as the ones before it allow, at most `broad` times the first one's width: a small
   debate slides under a short column of a large one. */
function nest(parts, broad) {
  if (!parts.length) return [];
  const STEP = 12,
    limit = Math.max(...parts.map(part => part.around.w), parts[0].around.w * broad);
  const floor = new Array(Math.ceil(limit / STEP) + 1).fill(0);
  return parts.map(({boxes, around}) => {
    const cells = Math.ceil(around.w / STEP);
    let best = null;
    for (let at = 0; at + cells < floor.length + 1 && at * STEP + around.w <= limit + STEP; at++) {
      let y = 0;
      for (let i = at; i < at + cells && i < floor.length; i++) y = Math.max(y, floor[i]);
      if (!best || y < best.y) best = {x: at * STEP, y};
    }
    for (const box of boxes) {
      const left = best.x + box.x - around.x,
        under = best.y + box.y - around.y + box.h + SHELVES;
      for (
        let i = Math.max(0, Math.floor((left - GAP) / STEP));
        i <= (left + box.w + GAP * 2) / STEP && i < floor.length;
        i++
      )
        floor[i] = Math.max(floor[i], under);
    }
    return best;
  });
}

const settingsOf = options => (options.mode === "list" ? {...options, columns: 1, headline: false} : options);
const partsOf = (tree, options) =>
  tree.roots.map(root => {
    const boxes = arrange(tree, root, settingsOf(options)),
      around = bounds(boxes);
    return {boxes, around, anchor: options.mode === "both" ? boxes.find(box => box.id === root).x : around.x};
  });
function cornersOf(parts, {mode, shelves, broad}) {
  const sizes = parts.map(part => part.around);
  if (mode !== "down") return pile(sizes);
  return shelves === "nested" ? nest(parts, broad) : shelve(sizes, shelves);
}

export function layOut(tree, options) {
  const parts = partsOf(tree, options),
    corners = cornersOf(parts, options),
    placed = new Map();
  parts.forEach(({boxes, around, anchor}, n) => {
    for (const box of boxes)
      placed.set(box.id, {...box, x: box.x + corners[n].x - anchor, y: box.y + corners[n].y - around.y});
  });
  return {boxes: placed, mode: options.mode, ...bounds([...placed.values()])};
}

const REACHES = [Infinity, 200, 280, 360, 440, 520, 640, 760, 900, 1100, 1500, 2200, 3200, 5000, 8000, 13000];
const FINE = Array.from({length: 44}, (_, n) => Math.round(200 * 1.1 ** n));

/* All arrangements worth trying, the most readable first; `shelves` only moves whole debates about. */
function* candidates({modes, widths, deep, fine}) {
  for (const mode of modes) {
    for (const width of widths) {
      if (mode !== "down") {
        for (let columns = Math.min(deep, 6); columns >= Math.min(deep, 2); columns--) yield {mode, width, columns};
        continue;
      }
      for (let columns = Math.min(deep, 2); columns <= Math.min(deep, 3); columns++) {
        for (const reach of fine ? FINE : REACHES) yield {mode, width, columns, reach};
      }
    }
  }
}
function shelvings({mode}, roots, fine) {
  if (mode !== "down" || roots < 2) return [{}];
  const nested = fine ? [1, 1.25, 1.5, 1.8].map(broad => ({shelves: "nested", broad})) : [];
  return [{}, {shelves: "below"}, ...(roots > 2 ? [{shelves: "beside"}] : []), ...nested];
}
function extent(parts, corners) {
  return bounds(
    parts.map(({around, anchor}, n) => ({
      x: corners[n].x + around.x - anchor,
      y: corners[n].y,
      w: around.w,
      h: around.h,
    })),
  );
}

export const depthOf = tree => {
  let deepest = 0;
  const waiting = tree.roots.map(id => [id, 1]);
  while (waiting.length) {
    const [id, depth] = waiting.pop();
    deepest = Math.max(deepest, depth);
    for (const child of tree.children(id)) waiting.push([child, depth + 1]);
  }
  return deepest;
};

/* The layout with the largest scale on a stage of w × h pixels, at most `most`; earlier candidates win ties. */
export function chooseLayout(
  tree,
  stage,
  {modes = ["down", "both", "right"], widths = [200], most = 1.15, side, gap, fine = false} = {},
) {
  const deep = Math.max(1, depthOf(tree));
  let best = null;
  const seen = new Set();
  for (const base of candidates({modes, widths, deep, fine})) {
    const parts = partsOf(tree, {...base, side, gap});
    const shape = [base.mode, ...parts.map(({around}) => `${around.w}×${around.h}`)].join();
    if (seen.has(shape)) continue;
    seen.add(shape);
    for (const shelving of shelvings(base, parts.length, fine)) {
      const options = {...base, ...shelving, gap},
        {w, h} = extent(parts, cornersOf(parts, options));
      const scale = Math.min(most, stage.w / w, stage.h / h);
      if (!best || scale > best.scale * (fine ? 1 : 1.02)) best = {options, scale};
    }
  }
  return {...layOut(tree, {...best.options, side}), ...best};
}
