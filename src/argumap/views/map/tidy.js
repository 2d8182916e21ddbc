/* Places cards of different sizes as a tidy tree, without a browser.
 *
 *   layOut(tree, options) → {boxes: Map(id → {x, y, w, h, depth, hang, side}), x, y, w, h}
 *   chooseLayout(tree, stage, options) → the layout that shows its cards largest on the stage
 *   canFit(tree, stage, options) → whether any layout shows them as large as is asked
 *
 * A tree has roots, children(id), size(id, width, depth) → {w, h} and, where cards need room above them for a
 * word, lead(id). Modes: "right" (columns from left to right), "both" (from the middle to both sides), "down"
 * (rows, whose last one breaks into newspaper columns) and "list". Only the first `columns` levels get a column
 * or row of their own; what lies deeper hangs under its parent as an indented list, so that a single deep leaf
 * never widens the map. In rows, several roots stand side by side, on shelves below the first,
 * beside it, or nested into its gaps. Siblings are packed by contours: a short branch slides under a long one.
 */

/** @typedef {{w: number, h: number}} Size */
/** @typedef {Size & {x: number, y: number}} Rect */
/** @typedef {"right" | "both" | "down" | "list"} Mode */
/**
 * A card's place. It may hang under its parent, and be stacked where it cannot be indented any more; side is -1 to
 * the left.
 * @typedef {Rect & {id: string, depth: number, hang: boolean, side: number, stacked?: boolean, spread?: number}} Box
 */
/**
 * @typedef {{roots: string[], children: (id: string) => string[], size: (id: string, width: number, depth?: number)
 *   => Size, lead?: (id: string) => number}} Tree
 */
/**
 * @typedef {{mode: Mode, width: number, columns: number, reach?: number, gap?: number, headline?: boolean, shelves?:
 *   string, broad?: number, side?: (id: string) => number, hung?: Hung}} Options
 */
/** @typedef {Rect & {boxes: Map<string, Box>, mode: Mode}} Placed */
/** A card with all that is laid out with it. @typedef {Size & {boxes: Box[], card: Box}} Block */
/**
 * A block in the tree of blocks; shift, at and anchor are its place across the levels, low and high its contour.
 * @typedef {{id: string, depth: number, block: Block, children: Branch[], shift: number, at: number, anchor: number,
 *   low: number[], high: number[]}} Branch
 */
/**
 * A half of what hangs on a root, or all of it: where its levels begin, and how far it is moved across them.
 * @typedef {{node: Branch, cross: Axis, starts: number[], shift: number, side: number}} Wing
 */
/** What hangs on a root with the room it takes; its cards are settled when they are asked for. */
/** @typedef {{boxes: () => Box[], around: Rect, anchor: number}} Part */
/** @typedef {"w" | "h"} Axis */
/** What hangs under a card at a width, by both, as arrangements share it. @typedef {Map<string, Block>} Hung */

const GAP = 12;
const APART = 44;
const ROWS = 32;
const SHELVES = 36;
const NARROWEST = 88;
/** So many columns a headline covers whole; its words would be lost over more. */
const MOST_HEADED = 4;

/** @param {number} width */
const indentOf = width => Math.max(14, Math.round(width * 0.09));

/**
 * A card with all that hangs under it, as one block whose upper left corner is 0, 0.
 * @param {Tree} tree
 * @param {string} id
 * @param {number} width
 * @param {number} depth
 * @param {Options} options
 * @returns {Block}
 */
function hang(tree, id, width, depth, options) {
  const key = `${width} ${id}`;
  const block = options.hung?.get(key) || hangAnew(tree, id, width, depth, gapOf(options));
  options.hung?.set(key, block);
  return block;
}

/**
 * @param {Tree} tree
 * @param {string} id
 * @param {number} width
 * @param {number} depth
 * @param {number} gap
 * @returns {Block}
 */
function hangAnew(tree, id, width, depth, gap) {
  /** @type {Box[]} */
  const boxes = [];
  let y = 0;
  let widest = 0;
  const step = indentOf(width);
  const most = Math.floor(Math.max(0, width - NARROWEST) / step);
  const waiting = [{next: id, level: 0, at: depth}];
  for (let top = waiting.pop(); top; top = waiting.pop()) {
    const {next, level, at} = top;
    const indent = Math.min(level, most) * step;
    if (level) y += gap + lead(tree, next);
    const {w, h} = tree.size(next, width - indent, at);
    boxes.push({id: next, x: indent, y, w, h, depth: at, hang: level > 0, stacked: level > most, side: 0});
    widest = Math.max(widest, indent + w);
    y += h;
    const children = tree.children(next);
    for (const child of [...children].reverse()) waiting.push({next: child, level: level + 1, at: at + 1});
  }
  return {boxes, w: widest, h: y, card: boxes[0]};
}

/**
 * A headline over as many columns as keep its branches within `reach`.
 * @param {Tree} tree
 * @param {string} id
 * @param {number} depth
 * @param {Options} options
 * @returns {Block}
 */
function columns(tree, id, depth, options) {
  const {width, reach = Infinity, headline = true} = options;
  const gap = gapOf(options);
  const indent = indentOf(width);
  const blocks = tree
    .children(id)
    .map(child => ({lead: lead(tree, child), block: hang(tree, child, width - indent, depth + 1, options)}));
  const rows = breakRows(blocks, gap, reach);
  /** @param {number} count */
  const across = count => count * width + (count - 1) * GAP * 2;
  const spread = across(rows.length);
  const size = tree.size(id, headline ? Math.min(spread, across(MOST_HEADED)) : width, depth);
  /** @type {Box[]} */
  const boxes = [{id, x: 0, y: 0, w: size.w, h: size.h, depth, hang: false, spread, side: 0}];
  let tallest = size.h;
  let widest = size.w;
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

/**
 * Blocks in columns of at most `reach`; each has one at least.
 * @template {{lead: number, block: Block}} T
 * @param {T[]} blocks
 * @param {number} gap
 * @param {number} reach
 */
function breakRows(blocks, gap, reach) {
  /** @type {T[]} */
  let row = [];
  const rows = [row];
  let tall = 0;
  for (const piece of blocks) {
    const more = gap + piece.lead + piece.block.h;
    if (row.length && tall + more > reach) {
      row = [];
      rows.push(row);
      tall = 0;
    }
    row.push(piece);
    tall += more;
  }
  return rows;
}

/** @param {Pick<Options, "gap">} options */
const gapOf = options => options.gap ?? GAP;

/**
 * @param {Tree} tree
 * @param {string} id
 */
const lead = (tree, id) => (tree.lead ? tree.lead(id) : 0);

/**
 * The tree over blocks: each node has its block, its children's nodes, and its place across the levels.
 * @param {Tree} tree
 * @param {string} id
 * @param {number} depth
 * @param {Options} options
 * @returns {Branch}
 */
function grow(tree, id, depth, options) {
  const last = depth >= options.columns - 1;
  const own = last ? [] : tree.children(id);
  const unplaced = {shift: 0, at: 0, anchor: 0, low: [], high: []};
  if (!own.length) {
    const block =
      options.mode === "down" && last
        ? columns(tree, id, depth, options)
        : hang(tree, id, options.width, depth, options);
    return {id, depth, block, children: [], ...unplaced};
  }
  const {w, h} = tree.size(id, options.width, depth);
  const card = {id, x: 0, y: 0, w, h, depth, hang: false, side: 0};
  return {
    id,
    depth,
    block: {boxes: [card], w, h, card},
    children: own.map(child => grow(tree, child, depth + 1, options)),
    ...unplaced,
  };
}

/**
 * Packs the children of a node along the cross axis by their contours, and the node over their middle.
 * @param {Tree} tree
 * @param {Branch} node
 * @param {Axis} cross
 * @param {number} gap
 */
function pack(tree, node, cross, gap) {
  node.low = [];
  node.high = [];
  for (const [n, child] of node.children.entries()) {
    pack(tree, child, cross, gap);
    const previous = node.children[n - 1];
    const space = gap + (previous?.children.length || child.children.length ? gap / 2 : 0);
    child.shift = previous ? clearance(node.high, child, space) : 0;
    widen(node, child);
  }
  const size = node.block[cross];
  node.at = node.children.length ? middleOf(node.children) - size / 2 : 0;
  node.anchor = node.at + (cross === "h" ? node.block.card.h : node.block.w) / 2;
  node.low[node.depth] = node.at - (cross === "h" ? lead(tree, node.id) : 0);
  node.high[node.depth] = node.at + size;
}

/**
 * How far a branch must be moved to stay clear of those before it.
 * @param {number[]} high their contour
 * @param {Branch} child
 * @param {number} space
 */
function clearance(high, child, space) {
  let shift = -Infinity;
  for (let d = child.depth; d < Math.min(child.low.length, high.length); d++) {
    if (high[d] !== undefined && child.low[d] !== undefined) shift = Math.max(shift, high[d] + space - child.low[d]);
  }
  return shift === -Infinity ? 0 : shift;
}

/**
 * Takes a child's contour into that of its parent.
 * @param {Branch} node
 * @param {Branch} child
 */
function widen(node, child) {
  for (let d = child.depth; d < child.low.length; d++) {
    node.low[d] = Math.min(node.low[d] ?? Infinity, child.low[d] + child.shift);
    node.high[d] = Math.max(node.high[d] ?? -Infinity, child.high[d] + child.shift);
  }
}

/** @param {Branch[]} children */
function middleOf(children) {
  const first = children[0];
  const final = children[children.length - 1];
  return (first.shift + first.anchor + final.shift + final.anchor) / 2;
}

/**
 * @param {Branch} node
 * @param {Axis} main
 * @param {number[]} sizes what each level needs, filled in
 */
function levels(node, main, sizes) {
  const size = main === "w" ? node.block.w : node.block.card.h;
  sizes[node.depth] = Math.max(sizes[node.depth] ?? 0, size);
  for (const child of node.children) levels(child, main, sizes);
}

/**
 * @param {Branch} node
 * @param {Axis} cross
 * @param {number[]} starts
 * @param {number} shift
 * @param {number} side
 * @param {Box[]} boxes what is settled, filled in
 */
function settle(node, cross, starts, shift, side, boxes) {
  const across = shift + node.at;
  const along = starts[node.depth];
  for (const box of node.block.boxes) {
    boxes.push(
      cross === "h"
        ? {...box, x: along + box.x, y: across + box.y, side}
        : {...box, x: across + box.x, y: along + box.y, side: 0},
    );
  }
  for (const child of node.children) settle(child, cross, starts, shift + child.shift, side, boxes);
}

/**
 * @param {number[]} sizes
 * @param {number} gap
 */
function startsOf(sizes, gap) {
  /** @type {number[]} */
  const starts = [];
  let at = 0;
  for (const size of sizes) {
    starts.push(at);
    at += (size ?? 0) + gap;
  }
  return starts;
}

/**
 * One root with its branches, packed: its wings, of which all but the first leave the root's card to that.
 * @param {Tree} tree
 * @param {string} root
 * @param {Options} options
 * @returns {Wing[]}
 */
function arrange(tree, root, options) {
  const cross = options.mode === "down" ? "w" : "h";
  const node = grow(tree, root, 0, options);
  if (options.mode === "both" && node.children.length > 1) return spreadBoth(tree, node, options);
  pack(tree, node, cross, cross === "w" ? GAP * 2.4 : gapOf(options));
  /** @type {number[]} */
  const sizes = [];
  levels(node, cross === "h" ? "w" : "h", sizes);
  return [{node, cross, starts: startsOf(sizes, cross === "h" ? APART : ROWS), shift: 0, side: 1}];
}

/**
 * @param {Tree} tree
 * @param {Branch} node
 * @param {Options} options
 * @returns {Wing[]}
 */
function spreadBoth(tree, node, options) {
  const [left, right] = split(tree, node, options.side);
  return [
    {side: -1, children: left},
    {side: 1, children: right},
  ].map(({side, children}) => {
    const half = {...node, children, shift: 0};
    pack(tree, half, "h", gapOf(options));
    /** @type {number[]} */
    const sizes = [];
    levels(half, "w", sizes);
    sizes[0] = node.block.w;
    return {node: half, cross: "h", starts: startsOf(sizes, APART), shift: -half.anchor, side};
  });
}

/**
 * The cards of a root with its branches; the upper left corner of its own may lie anywhere.
 * @param {Wing[]} wings
 */
function settleAll(wings) {
  return wings.flatMap(({node, cross, starts, shift, side}, n) => {
    /** @type {Box[]} */
    const wing = [];
    settle(node, cross, starts, shift, side, wing);
    if (side < 0) for (const box of wing) box.x = node.block.w - box.x - box.w;
    return n ? wing.slice(1) : wing;
  });
}

/**
 * The room that these cards take, without any of them.
 * @param {Wing[]} wings
 * @returns {Rect}
 */
function roomOf(wings) {
  const edge = {x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity};
  for (const {node, cross, starts, shift, side} of wings) {
    const wide = node.block.w;
    stretch(node, cross, starts, shift, (x, y, {w, h}) => {
      const left = side < 0 ? wide - x - w : x;
      edge.x0 = Math.min(edge.x0, left);
      edge.y0 = Math.min(edge.y0, y);
      edge.x1 = Math.max(edge.x1, left + w);
      edge.y1 = Math.max(edge.y1, y + h);
    });
  }
  return {x: edge.x0, y: edge.y0, w: edge.x1 - edge.x0, h: edge.y1 - edge.y0};
}

/**
 * Tells where the block of each node stands.
 * @param {Branch} node
 * @param {Axis} cross
 * @param {number[]} starts
 * @param {number} shift
 * @param {(x: number, y: number, block: Block) => void} tell
 */
function stretch(node, cross, starts, shift, tell) {
  const across = shift + node.at;
  const along = starts[node.depth];
  if (cross === "h") tell(along, across, node.block);
  else tell(across, along, node.block);
  for (const child of node.children) stretch(child, cross, starts, shift + child.shift, tell);
}

/**
 * Children keep their order: the first ones go left, so many that the two wings are about equally tall.
 * @param {Tree} tree
 * @param {Branch} node
 * @param {Options["side"]} side
 */
function split(tree, node, side) {
  if (side) return [node.children.filter(c => side(c.id) < 0), node.children.filter(c => side(c.id) >= 0)];
  const tall = node.children.map(child => {
    const probe = {...node, children: [child], shift: 0};
    pack(tree, probe, "h", GAP);
    return Math.max(...probe.high.filter(Number.isFinite)) - Math.min(...probe.low.filter(Number.isFinite));
  });
  const all = tall.reduce((a, b) => a + b, 0);
  let best = 1;
  let least = Infinity;
  let left = 0;
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

/**
 * @param {readonly Rect[]} boxes
 * @returns {Rect}
 */
const bounds = boxes => {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (const box of boxes) {
    x0 = Math.min(x0, box.x);
    y0 = Math.min(y0, box.y);
    x1 = Math.max(x1, box.x + box.w);
    y1 = Math.max(y1, box.y + box.h);
  }
  return boxes.length ? {x: x0, y: y0, w: x1 - x0, h: y1 - y0} : {x: 0, y: 0, w: 0, h: 0};
};

/** @param {Size[]} sizes */
function pile(sizes) {
  let y = 0;
  return sizes.map(({h}) => {
    const corner = {x: 0, y};
    y += h + APART;
    return corner;
  });
}

/**
 * Upper left corners of several debates: in one row, on shelves below the widest, or in columns as tall as the tallest.
 * @param {Size[]} sizes
 * @param {string | undefined} shelves
 */
function shelve(sizes, shelves) {
  if (shelves === "beside") return stack(sizes, "y", Math.max(0, ...sizes.map(size => size.h)));
  return stack(sizes, "x", shelves === "below" ? Math.max(0, ...sizes.map(size => size.w)) : Infinity);
}

/**
 * Corners along an axis, a new row or column where the next would reach beyond `most`.
 * @param {Size[]} sizes
 * @param {"x" | "y"} axis
 * @param {number} most
 */
function stack(sizes, axis, most) {
  const gap = axis === "x" ? APART : SHELVES;
  const between = axis === "x" ? SHELVES : APART;
  let along = 0;
  let across = 0;
  let thick = 0;
  return sizes.map(({w, h}) => {
    const [long, wide] = axis === "x" ? [w, h] : [h, w];
    if (along && along + long > most) {
      across += thick + between;
      along = thick = 0;
    }
    const corner = axis === "x" ? {x: along, y: across} : {x: across, y: along};
    along += long + gap;
    thick = Math.max(thick, wide);
    return corner;
  });
}

/**
 * Each debate stands as high as the ones before it allow, at most `broad` times the first one's width: a small debate
 * slides under a short column of a large one.
 * @param {Part[]} parts
 * @param {number} broad
 */
function nest(parts, broad) {
  if (!parts.length) return [];
  const STEP = 12;
  const limit = Math.max(...parts.map(part => part.around.w), parts[0].around.w * broad);
  const floor = new Array(Math.ceil(limit / STEP) + 1).fill(0);
  return parts.map(({boxes, around}) => {
    const cells = Math.ceil(around.w / STEP);
    let best = {x: 0, y: Infinity};
    for (let at = 0; at + cells < floor.length + 1 && at * STEP + around.w <= limit + STEP; at++) {
      let y = 0;
      for (let i = at; i < at + cells && i < floor.length; i++) y = Math.max(y, floor[i]);
      if (y < best.y) best = {x: at * STEP, y};
    }
    for (const box of boxes()) {
      const left = best.x + box.x - around.x;
      const under = best.y + box.y - around.y + box.h + SHELVES;
      const first = Math.max(0, Math.floor((left - GAP) / STEP));
      const last = Math.min(floor.length - 1, Math.floor((left + box.w + GAP * 2) / STEP));
      for (let i = first; i <= last; i++) floor[i] = Math.max(floor[i], under);
    }
    return best;
  });
}

/**
 * @param {Options} options
 * @returns {Options}
 */
const settingsOf = options => (options.mode === "list" ? {...options, columns: 1, headline: false} : options);

/**
 * @param {Tree} tree
 * @param {Options} options
 * @returns {Part[]}
 */
const partsOf = (tree, options) => tree.roots.map(root => partOf(tree, root, options));

/**
 * @param {Tree} tree
 * @param {string} root
 * @param {Options} options
 * @returns {Part}
 */
function partOf(tree, root, options) {
  const wings = arrange(tree, root, settingsOf(options));
  const around = roomOf(wings);
  /** @type {Box[] | undefined} */
  let settled;
  return {boxes: () => (settled ??= settleAll(wings)), around, anchor: options.mode === "both" ? 0 : around.x};
}

/**
 * @param {Part[]} parts
 * @param {Options} options
 */
function cornersOf(parts, {mode, shelves, broad}) {
  const sizes = parts.map(part => part.around);
  if (mode !== "down") return pile(sizes);
  return shelves === "nested" ? nest(parts, broad ?? 1) : shelve(sizes, shelves);
}

/**
 * @param {Tree} tree
 * @param {Options} options
 * @returns {Placed}
 */
export function layOut(tree, options) {
  const parts = partsOf(tree, options);
  const corners = cornersOf(parts, options);
  /** @type {Map<string, Box>} */
  const placed = new Map();
  parts.forEach(({boxes, around, anchor}, n) => {
    for (const box of boxes())
      placed.set(box.id, {...box, x: box.x + corners[n].x - anchor, y: box.y + corners[n].y - around.y});
  });
  return {boxes: placed, mode: options.mode, ...bounds([...placed.values()])};
}

const REACHES = [Infinity, 200, 280, 360, 440, 520, 640, 760, 900, 1100, 1500, 2200, 3200, 5000, 8000, 13000];
/** What is read at once is worth more than what is read from top to bottom, and that than what lies all about. */
const WHOLLY = 1e6;
const ACROSS = 1e3;
const FINE = Array.from({length: 44}, (_, n) => Math.round(200 * 1.1 ** n));

/**
 * All arrangements worth trying, the most readable first; `shelves` only moves whole debates about.
 * @param {{modes: Mode[], widths: number[], deep: number, fine: boolean}} range
 * @returns {Options[]}
 */
function candidates({modes, widths, deep, fine}) {
  return modes.flatMap(mode =>
    widths.flatMap(width => (mode === "down" ? inRows(width, deep, fine) : inColumns(mode, width, deep))),
  );
}

/**
 * @param {Mode} mode
 * @param {number} width
 * @param {number} deep
 * @returns {Options[]}
 */
function inColumns(mode, width, deep) {
  const most = Math.min(deep, 6);
  return Array.from({length: most - Math.min(deep, 2) + 1}, (_, n) => ({mode, width, columns: most - n}));
}

/**
 * @param {number} width
 * @param {number} deep
 * @param {boolean} fine
 * @returns {Options[]}
 */
function inRows(width, deep, fine) {
  const levelled = [...new Set([Math.min(deep, 2), Math.min(deep, 3)])];
  const reaches = fine ? FINE : REACHES;
  return levelled.flatMap(level => reaches.map(reach => ({mode: "down", width, columns: level, reach})));
}

/**
 * @param {Pick<Options, "mode">} options
 * @param {number} roots
 * @param {boolean} fine
 * @returns {Partial<Options>[]}
 */
function shelvings({mode}, roots, fine) {
  if (mode !== "down" || roots < 2) return [{}];
  const nested = fine ? [1, 1.25, 1.5, 1.8].map(broad => ({shelves: "nested", broad})) : [];
  return [{}, {shelves: "below"}, ...(roots > 2 ? [{shelves: "beside"}] : []), ...nested];
}

/**
 * @param {Part[]} parts
 * @param {{x: number, y: number}[]} corners
 */
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

/** @param {Tree} tree */
function depthOf(tree) {
  let deepest = 0;
  const waiting = tree.roots.map(id => ({id, depth: 1}));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    deepest = Math.max(deepest, next.depth);
    for (const child of tree.children(next.id)) waiting.push({id: child, depth: next.depth + 1});
  }
  return deepest;
}

/**
 * What a layout is chosen from.
 * @typedef {{modes: Mode[], widths: number[], side?: Options["side"], gap?: number, fine: boolean}} Range
 */

/** @type {Range & {most: number, least: number}} */
const USUAL = {modes: ["down", "both", "right"], widths: [200], most: 1.15, least: 0, fine: false};

/**
 * The layout with the largest scale on a stage of w × h pixels, at most `most`; earlier candidates win ties. Where
 * none has the scale `least`, the one that has it across, so that one reads it from top to bottom.
 * @param {Tree} tree
 * @param {Size} stage
 * @param {Partial<Range & {most: number, least: number}>} [asked]
 * @returns {Placed & {options: Options, scale: number}}
 */
export function chooseLayout(tree, stage, asked = {}) {
  const range = {...USUAL, ...asked};
  const ahead = range.fine ? 1 : 1.02;
  /** @type {{options: Options, scale: number, worth: number} | null} */
  let best = null;
  for (const {options, size} of arrangements(tree, range)) {
    const across = stage.w / size.w;
    const scale = Math.min(range.most, across, stage.h / size.h);
    const worth = scale >= range.least ? WHOLLY * scale : across >= range.least ? ACROSS * scale : scale;
    if (!best || worth > best.worth * ahead) best = {options, scale, worth};
  }
  if (!best) throw new RangeError("there is no mode or no width to choose from");
  return {...layOut(tree, {...best.options, side: range.side}), options: best.options, scale: best.scale};
}

/**
 * Whether any layout on the stage has the scale `least`. The first that has it is enough, so that to ask this of one
 * more card costs a fraction of choosing.
 * @param {Tree} tree
 * @param {Size} stage
 * @param {Partial<Range & {most: number, least: number}>} [asked]
 */
export function canFit(tree, stage, asked = {}) {
  const range = {...USUAL, ...asked};
  for (const {size} of arrangements(tree, range, stage.h / range.least)) {
    if (Math.min(range.most, stage.w / size.w, stage.h / size.h) >= range.least) return true;
  }
  return false;
}

/**
 * Every arrangement that is worth trying, with the room it takes. Columns that may be taller than `most` either are, or
 * stand as those that are never broken.
 * @param {Tree} tree
 * @param {Range} range
 * @param {number} [most]
 * @returns {Generator<{options: Options, size: Size}>}
 */
function* arrangements(tree, {modes, widths, side, gap, fine}, most = Infinity) {
  const deep = Math.max(1, depthOf(tree));
  const seen = new Set();
  /** @type {Hung} */
  const hung = new Map();
  /** Where no column is broken, by width and levels. @type {Map<string, Part[]>} */
  const whole = new Map();
  for (const base of candidates({modes, widths, deep, fine})) {
    if (base.reach && base.reach > most && base.reach < Infinity) continue;
    const options = {...base, side, gap, hung};
    const unbroken = whole.get(`${base.width} ${base.columns}`);
    const parts = tree.roots.map((root, n) =>
      // No column is taller than all of them together: with such a reach nothing breaks.
      base.reach && unbroken && unbroken[n].around.h <= base.reach ? unbroken[n] : partOf(tree, root, options),
    );
    if (base.reach === Infinity) whole.set(`${base.width} ${base.columns}`, parts);
    if (fine && parts.length > 1) {
      // To nest parts costs more than to tell that others of their size were nested.
      const shape = [base.mode, ...parts.map(({around}) => `${around.w}×${around.h}`)].join();
      if (seen.has(shape)) continue;
      seen.add(shape);
    }
    for (const shelving of shelvings(base, parts.length, fine)) {
      const shelved = {...base, ...shelving, gap};
      yield {options: shelved, size: extent(parts, cornersOf(parts, shelved))};
    }
  }
}
