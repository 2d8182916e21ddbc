/* The drawn map: vis-network holds what is shown and where, and moves the camera; the scene is painted by us. */
import {find} from "../../page/static/elements.js";
import {arrange, canBeRead, chooseOptions, heldPlaces, stillHolds, treeOf} from "./arrangement.js";
import {TEXT_SIZE, cardSize, cardText, personSize} from "./card-text.js";
import {READABLE, fitCamera, isSameCamera, keepCamera, keepInSight, recallCamera, revealCamera} from "./camera.js";
import {cardOf} from "./card-tree.js";
import {isInside} from "./geometry.js";
import {readColours} from "./looks.js";
import {Minimap, holds} from "./minimap.js";
import {paintCard, paintOver, paintPerson, paintUnder} from "./painting.js";
import {drawCanvas, writeSvg} from "./picture.js";
import {buildScene, dimmer} from "./scene.js";
import {withinScales} from "./state.js";
import {describeCard} from "./wording.js";

/** @import {App} from "./app.js" */
/** @import {Arranged, Arrangement, Sizes} from "./arrangement.js" */
/** @import {Camera} from "./camera.js" */
/** @import {Describe} from "./card-text.js" */
/** @import {Card} from "./card-tree.js" */
/** @import {Point} from "./geometry.js" */
/** @import {HeldEdge, HeldNode} from "./payload.js" */
/** @import {Pass} from "./painting.js" */
/** @import {Scene} from "./scene.js" */
/** @import {Box, Options, Rect, Size} from "./tidy.js" */

/**
 * What pyvis holds of the map, and the options of its network.
 * @typedef {{nodes: HeldNode[], edges: HeldEdge[], options: object}} Held
 */

const AROUND = 36;
const LEAST_STAGE = {w: 200, h: 160};
const LEGEND_HEIGHT = 48;
/** On a stage of this size the key to the signs is open from the start. */
const ROOMY = {w: 800, h: 560};
/** What is drawn beyond the screen, so that nothing is cut off at its edge. */
const BEYOND = 20;
const SETTLING = 40;
/** How long cards take to their new places, in milliseconds; more of them than these go at once. */
const GLIDE = 240;
const MOST_GLIDING = 300;
const still = matchMedia("(prefers-reduced-motion: reduce)");
/** How near to a badge a pointer may be. */
const NEAR_BADGE = {x: 5, above: 4, below: 6};

export class Stage {
  holder = find("net");
  key = find("key", HTMLDetailsElement);
  panel = find("panel");
  pan = find("pan");
  colours = readColours();
  /** @type {Arrangement | null} */
  placed = null;
  /** A choice once made stays, so that folding does not turn the map around. @type {Options | null} */
  options = null;
  /** @type {Set<string> | null} */
  lit = null;
  /** Whether the reader opened or closed the key themselves. */
  ownKey = false;
  /** @type {string | null} */
  hovered = null;
  /** Kept until what it shows has changed. @type {Scene | null} */
  scene = null;
  settling = 0;
  unheld = 0;
  /** While a page is restored it is drawn once, at the end. */
  isResting = false;
  /** Where cards come from, and since when. @type {{from: Map<string, Point>, since: number} | null} */
  gliding = null;
  /** What is painted in this frame. @type {Scene | null} */
  frame = null;
  /** vis-network draws at every change of what it holds; nothing is painted before all of it has changed. */
  isHolding = false;

  /**
   * @param {App} app
   * @param {Held} held
   * @param {() => void} rest after the reader moved the map
   */
  constructor(app, held, rest) {
    this.app = app;
    this.rest = rest;
    this.held = new Map(held.nodes.map(node => [node.id, node]));
    this.edgesAt = edgesByEnd(held.edges);
    this.nodes = new vis.DataSet([]);
    this.edges = new vis.DataSet([]);
    const options = {...held.options, autoResize: false};
    this.network = new vis.Network(this.holder, {nodes: this.nodes, edges: this.edges}, options);
    // The holder has the focus: vis-network's own frame would be a second stop that says nothing.
    for (const frame of this.holder.querySelectorAll("[tabindex]")) frame.removeAttribute("tabindex");
    this.taken = {w: this.holder.clientWidth, h: this.holder.clientHeight};
    this.key.open = isRoomy(this.taken);
    this.key.querySelector("summary")?.addEventListener("click", () => (this.ownKey = true));
    this.canvas = /** @type {HTMLCanvasElement} */ (this.holder.querySelector("canvas"));
    this.mini = new Minimap(position => this.network.moveTo({position, animation: false}), rest);
    /** @type {Describe} */
    this.describe = (node, full) => describeCard(app.debate, app.legend, node, full);
    /** @type {Sizes} */
    this.sizes = {card: (node, width, full) => cardSize(node, width, full, this.describe), person: personSize};
    new ResizeObserver(() => this.takeRoom()).observe(this.holder);
    this.network.on("beforeDrawing", ctx => this.paintBefore(ctx));
    this.network.on("afterDrawing", ctx => this.paintAfter(ctx));
  }

  /* ---- arranging ---- */

  /**
   * The room that the map has.
   * @returns {Size}
   */
  room() {
    const {width, height} = this.holder.getBoundingClientRect();
    return {
      w: Math.max(LEAST_STAGE.w, width - AROUND),
      h: Math.max(LEAST_STAGE.h, height - AROUND - Math.max(LEGEND_HEIGHT, this.coveredBy(this.key))),
    };
  }

  /** How much of the stage, from its foot upwards, the key and what stands beside it lie over. */
  foot() {
    return Math.max(0, ...[this.key, this.panel].map(each => this.coveredBy(each)));
  }

  /**
   * How much of the stage something lies over that reaches up from its foot; nothing where it stands beside it.
   * @param {HTMLElement} cover
   */
  coveredBy(cover) {
    const stage = this.holder.getBoundingClientRect();
    const {top, left, right, height} = cover.getBoundingClientRect();
    return height && left < stage.right && right > stage.left ? Math.max(0, stage.bottom - top) : 0;
  }

  /**
   * Whether all that would be shown can be read at once.
   * @param {Arranged} state
   */
  canBeRead(state) {
    const {debate} = this.app;
    return canBeRead(treeOf(debate, state, this.sizes), debate, state, this.room());
  }

  /** Opens the key where there is room for it, unless the reader opened or closed it themselves. */
  openKey() {
    if (!this.ownKey) this.key.open = isRoomy(this.taken);
  }

  /** Forgets the way in which cards are laid out, so that the next time it is chosen anew. */
  chooseAnew() {
    this.options = null;
  }

  /** Lays out what is open. */
  arrange() {
    const {debate, state} = this.app;
    const tree = treeOf(debate, state, this.sizes);
    if (!this.options || !stillHolds(this.options, state)) {
      this.options = chooseOptions(tree, debate, state, this.room()).options;
    }
    this.placed = arrange(tree, debate, state, this.options, this.sizes);
    this.scene = null;
    this.hold(this.placed);
  }

  /**
   * Lets vis-network hold what is shown, and nothing else.
   * @param {Arrangement} placed
   */
  hold(placed) {
    const places = heldPlaces(placed);
    const ctxRenderer = (/** @type {{ctx: CanvasRenderingContext2D, id: string}} */ {ctx, id}) => this.render(ctx, id);
    this.isHolding = true;
    this.nodes.remove(this.nodes.getIds().filter(id => !places.has(id)));
    this.nodes.update(
      [...places].map(([id, at]) => ({...(this.held.get(id) || {id, label: "", shape: "custom"}), ...at, ctxRenderer})),
    );
    this.isHolding = false;
    // They are drawn by us: that they are held may wait until the page can be used.
    clearTimeout(this.unheld);
    this.unheld = setTimeout(() => this.holdEdges(), SETTLING);
  }

  /** Lets vis-network hold the edges between what is shown. */
  holdEdges() {
    clearTimeout(this.unheld);
    if (!this.placed) return;
    const {boxes, people} = this.placed;
    const edges = new Map();
    const shown = new Set([...boxes.keys(), ...people.keys()].map(id => `n:${id}`));
    for (const edge of [...shown].flatMap(id => this.edgesAt.get(id) || [])) {
      if (shown.has(edge.from) && shown.has(edge.to)) edges.set(edge.id, {...edge, hidden: true});
    }
    const gone = this.edges.getIds().filter(id => !edges.has(id));
    const come = [...edges.values()].filter(edge => !this.edges.get(edge.id));
    if (!gone.length && !come.length) return;
    this.isHolding = true;
    this.edges.remove(gone);
    this.edges.update(come);
    this.isHolding = false;
    this.network.redraw();
  }

  /* ---- painting ---- */

  /** @returns {Scene} */
  getScene() {
    const {debate, legend, facets, state} = this.app;
    const {colours, lit, hovered} = this;
    this.scene ??= buildScene({debate, legend, facets, state, colours, lit, hovered, placed: this.arrangement()});
    return this.scene;
  }

  /** @returns {Arrangement} */
  arrangement() {
    if (!this.placed) this.arrange();
    return /** @type {Arrangement} */ (this.placed);
  }

  /** The scene as a picture shows it: nothing is selected. */
  pictured() {
    const {debate, legend, facets, state} = this.app;
    const {colours, lit, hovered} = this;
    const unselected = {...state, selected: null};
    const placed = this.arrangement();
    return buildScene({debate, legend, facets, state: unselected, colours, lit, hovered, placed});
  }

  /** The ids of the cards that are drawn. */
  shownIds() {
    return [...this.getScene().cards.keys()];
  }

  toSvg() {
    return writeSvg(this.pictured(), this.app.debate.title, this.describe);
  }

  toCanvas() {
    return drawCanvas(this.pictured(), this.describe);
  }

  /** What is drawn has changed. */
  redraw() {
    this.scene = null;
    if (!this.isResting) this.network.redraw();
  }

  /** Light and dark have changed. */
  recolour() {
    this.colours = readColours();
    this.scene = null;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @returns {Pass}
   */
  pass(ctx) {
    const {x, y, w, h} = this.inView();
    const frame = {x: x - BEYOND, y: y - BEYOND, w: w + 2 * BEYOND, h: h + 2 * BEYOND};
    return {ctx, scale: this.network.getScale(), frame, describe: this.describe};
  }

  /** The scene as it is at this moment: cards may be on their way. @returns {Scene} */
  passing() {
    const {gliding} = this;
    const done = gliding ? (performance.now() - gliding.since) / GLIDE : 1;
    if (!gliding || done >= 1) {
      this.gliding = null;
      return this.getScene();
    }
    requestAnimationFrame(() => this.network.redraw());
    const {debate, legend, facets, state} = this.app;
    const {colours, lit, hovered} = this;
    const placed = onTheWay(this.arrangement(), gliding.from, done * (2 - done));
    return buildScene({debate, legend, facets, state, colours, lit, hovered, placed});
  }

  /** @param {CanvasRenderingContext2D} ctx */
  paintBefore(ctx) {
    if (!this.placed || this.isHolding) return;
    this.frame = this.passing();
    paintUnder(this.pass(ctx), this.frame);
  }

  /** @param {CanvasRenderingContext2D} ctx */
  paintAfter(ctx) {
    if (!this.placed || this.isHolding) return;
    paintOver(this.pass(ctx), this.frame ?? this.getScene());
    this.frame = null;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.drawMini(), SETTLING);
  }

  /**
   * What vis-network draws a node with, and how large it takes it to be.
   * @param {CanvasRenderingContext2D} ctx
   * @param {string} held
   */
  render(ctx, held) {
    const id = held.slice(2);
    if (this.isHolding) return this.unpainted(id);
    const scene = this.frame ?? this.getScene();
    const shape = scene.cards.get(id) || scene.people.get(id);
    if (!shape) return {drawNode: () => {}, nodeDimensions: {width: 1, height: 1}};
    const pass = {ctx, scale: this.network.getScale(), frame: null, describe: this.describe};
    return {
      drawNode: () => ("node" in shape ? paintCard(pass, shape, scene) : paintPerson(pass, shape, scene.colours)),
      nodeDimensions: {width: shape.box.w, height: shape.box.h},
    };
  }

  /**
   * How large a node is that is held and not painted yet.
   * @param {string} id
   */
  unpainted(id) {
    const {w, h} = this.placed?.boxes.get(id) ?? this.placed?.people.get(id) ?? {w: 1, h: 1};
    return {drawNode: () => {}, nodeDimensions: {width: w, height: h}};
  }

  /* ---- the camera ---- */

  /**
   * The part of the map that is in view.
   * @returns {Rect}
   */
  inView() {
    const {width, height} = this.canvas.getBoundingClientRect();
    const from = this.network.DOMtoCanvas({x: 0, y: 0});
    const to = this.network.DOMtoCanvas({x: width, y: height});
    return {x: from.x, y: from.y, w: to.x - from.x, h: to.y - from.y};
  }

  fit() {
    if (!this.arrangement().boxes.size) return;
    this.network.moveTo({...this.fitted(), animation: false});
    this.app.state.camera = null;
    this.drawMini();
  }

  /** Where the page itself puts the camera. */
  fitted() {
    const placed = this.arrangement();
    const {width, height} = this.holder.getBoundingClientRect();
    const room = {holder: {w: width, h: height}, stage: this.room(), legend: this.coveredBy(this.key)};
    return fitCamera(placed, placed.mode, this.app.state, room);
  }

  /**
   * Comes nearer, so that what is under a point of the drawing stays there; its middle where no point is given.
   * @param {number} factor
   * @param {Point} [at]
   */
  zoomBy(factor, at) {
    const camera = this.camera();
    const scale = withinScales(camera.scale * factor);
    const held = at ? this.network.DOMtoCanvas(at) : camera.position;
    const nearer = camera.scale / scale;
    const position = {
      x: held.x + (camera.position.x - held.x) * nearer,
      y: held.y + (camera.position.y - held.y) * nearer,
    };
    this.network.moveTo({position, scale, animation: false});
  }

  /**
   * @param {number} dx in pixels
   * @param {number} dy
   */
  panBy(dx, dy) {
    const {position, scale} = this.camera();
    this.network.moveTo({position: {x: position.x + dx / scale, y: position.y + dy / scale}, animation: false});
  }

  /** @returns {Camera} */
  camera() {
    return {position: this.network.getViewPosition(), scale: this.network.getScale()};
  }

  /** Keeps in the state what is in view, where that is not what the page chose. */
  rememberCamera() {
    const now = this.camera();
    const placed = this.arrangement();
    const {nodes} = this.app.debate;
    const boxes = new Map([...placed.boxes].filter(([id]) => nodes.has(id)));
    this.app.state.camera = isSameCamera(now, this.fitted()) ? null : keepCamera(now, boxes);
  }

  /** Goes where the state has the camera. */
  recallCamera() {
    const {camera} = this.app.state;
    const there = camera && recallCamera(camera, this.arrangement().boxes);
    if (there) this.network.moveTo({...there, animation: false});
  }

  /** Brings the map back where the reader has moved it out of sight. */
  keepInSight() {
    if (!this.placed?.boxes.size) return;
    const {width, height} = this.holder.getBoundingClientRect();
    const camera = this.camera();
    const kept = keepInSight(camera, {w: width, h: height}, this.placed.boxes.values());
    if (!isSameCamera(camera, kept)) this.network.moveTo({...kept, animation: false});
  }

  /**
   * Shows cards together, if they can be read so; else it stays.
   * @param {readonly string[]} ids
   */
  showTogether(ids) {
    const boxes = ids.flatMap(id => this.boxOf(id) || []);
    const x = Math.min(...boxes.map(box => box.x));
    const y = Math.min(...boxes.map(box => box.y));
    const w = Math.max(...boxes.map(box => box.x + box.w)) - x;
    const h = Math.max(...boxes.map(box => box.y + box.h)) - y;
    const room = this.room();
    const scale = Math.min(this.network.getScale(), room.w / w, room.h / h);
    if (scale * TEXT_SIZE < READABLE) return;
    this.network.moveTo({position: {x: x + w / 2, y: y + h / 2 + 24 / scale}, scale, animation: false});
  }

  /** @param {string} id */
  reveal(id) {
    const box = this.boxOf(id);
    if (!box) return;
    const {width, height} = this.holder.getBoundingClientRect();
    const moved = revealCamera(box, this.camera(), {w: width, h: height}, this.app.state.whole, this.foot());
    if (moved) this.network.moveTo({...moved, animation: false});
  }

  /**
   * Arranges anew while a card keeps its place on the screen, and the others glide to theirs.
   * @param {string} id
   */
  arrangeAround(id) {
    const before = this.placed?.boxes;
    const was = this.topOf(id);
    this.arrange();
    const is = this.topOf(id);
    if (was && is) {
      const at = this.network.getViewPosition();
      const by = {x: is.x - was.x, y: is.y - was.y};
      this.network.moveTo({position: {x: at.x + by.x, y: at.y + by.y}, animation: false});
      if (before) this.glide(before, by);
    }
    this.redraw();
  }

  /**
   * Lets cards move from where they stood; what was not there comes from the card that it hangs from.
   * @param {ReadonlyMap<string, Box>} before
   * @param {Point} by how far the camera went
   */
  glide(before, by) {
    const {boxes} = this.arrangement();
    if (still.matches || boxes.size > MOST_GLIDING) return;
    const {debate} = this.app;
    /** @type {Map<string, Point>} */
    const from = new Map();
    for (const id of boxes.keys()) {
      const above = from.get(cardOf(debate, id)?.parent || "");
      const box = before.get(id);
      const start = box ? {x: box.x + by.x, y: box.y + by.y} : above;
      if (start) from.set(id, start);
    }
    this.gliding = {from, since: performance.now()};
  }

  /** The card that is nearest to the middle of what is in view. */
  middle() {
    const {nodes} = this.app.debate;
    const boxes = new Map([...this.arrangement().boxes].filter(([id]) => nodes.has(id)));
    return keepCamera(this.camera(), boxes)?.near ?? null;
  }

  /**
   * Brings the first of some cards in view where none of them is.
   * @param {readonly string[]} ids
   */
  showAny(ids) {
    const {x, y, w, h} = this.inView();
    const boxes = ids.flatMap(id => this.boxOf(id) || []);
    const isSeen = boxes.some(box => box.x < x + w && box.x + box.w > x && box.y < y + h && box.y + box.h > y);
    if (!isSeen && ids.length) this.reveal(ids[0]);
  }

  /**
   * Takes the room that the page gives, which vis-network by itself would answer by another scale; what stands in the
   * middle stays there, or the upper left corner where something came in above the map.
   * @param {{corner?: boolean}} [how]
   */
  takeRoom({corner = false} = {}) {
    const {clientWidth: w, clientHeight: h} = this.holder;
    const {taken} = this;
    if (!w || !h || (w === taken.w && h === taken.h)) return;
    const scale = this.network.getScale();
    const position = this.network.DOMtoCanvas(corner ? {x: w / 2, y: h / 2} : {x: taken.w / 2, y: taken.h / 2});
    this.taken = {w, h};
    this.openKey();
    this.network.setSize("100%", "100%");
    this.network.moveTo({position, scale, animation: false});
    this.redraw();
  }

  drawMini() {
    const {placed} = this;
    const isWhole = !placed || this.app.isList() || holds(this.inView(), placed);
    this.pan.hidden = isWhole;
    // The key would lie over cards.
    if (!isWhole && !this.ownKey) this.key.open = false;
    if (!placed || this.app.isList()) this.mini.hide();
    else this.mini.draw(placed, this.getScene(), this.inView(), this.taken);
  }

  /* ---- what is where ---- */

  /** @param {string} id */
  boxOf(id) {
    return this.placed?.boxes.get(id) || this.placed?.people.get(id);
  }

  /**
   * Where a card lies on the screen; null where it is not shown.
   * @param {string} id
   */
  onScreen(id) {
    const box = this.boxOf(id);
    if (!box) return null;
    const {x, y} = this.network.canvasToDOM({x: box.x, y: box.y});
    const scale = this.network.getScale();
    return {box: {x, y, w: box.w * scale, h: box.h * scale}, room: this.taken};
  }

  /**
   * @param {string} id
   * @returns {Point | undefined}
   */
  topOf(id) {
    const box = this.placed?.boxes.get(id);
    return box && {x: box.x + box.w / 2, y: box.y};
  }

  /**
   * The record under a point of the screen, the badge with what is folded beneath a card, or the one with what bears on
   * it elsewhere; a ghost is the card that it leads to.
   * @param {Point} point
   * @returns {{id?: string, badge?: string, elsewhere?: string}}
   */
  at(point) {
    const at = this.network.DOMtoCanvas(point);
    const {badges, people, cards} = this.getScene();
    const badge = badges.find(each => isInside(at, each.badge, NEAR_BADGE));
    if (badge) return badge.other ? {elsewhere: badge.id} : {badge: badge.id};
    const shape = [...people, ...cards].find(([, each]) => isInside(at, each.box));
    return shape ? {id: this.app.debate.ghosts.get(shape[0])?.ghostOf?.id ?? shape[0]} : {};
  }

  /** @param {string} id */
  isDim(id) {
    return dimmer(this.app)(id);
  }

  /**
   * The words of a card as they are set where it stands.
   * @param {Card} node
   */
  textOf(node) {
    const width = this.placed?.boxes.get(node.id)?.w ?? 0;
    return cardText(node, width, this.app.state.full, this.describe);
  }
}

/** @param {Size} room */
const isRoomy = ({w, h}) => w >= ROOMY.w && h >= ROOMY.h;

/**
 * Cards between where they come from and where they stand.
 * @param {Arrangement} placed
 * @param {ReadonlyMap<string, Point>} from
 * @param {number} done the part of the way
 * @returns {Arrangement}
 */
function onTheWay(placed, from, done) {
  const boxes = [...placed.boxes].map(([id, box]) => {
    const start = from.get(id) ?? box;
    const at = {x: start.x + (box.x - start.x) * done, y: start.y + (box.y - start.y) * done};
    return /** @type {[string, Box]} */ ([id, {...box, ...at}]);
  });
  return {...placed, boxes: new Map(boxes)};
}

/**
 * Edges by the nodes at their ends.
 * @param {readonly HeldEdge[]} edges
 */
function edgesByEnd(edges) {
  /** @type {Map<string, HeldEdge[]>} */
  const byEnd = new Map();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      const known = byEnd.get(end);
      if (known) known.push(edge);
      else byEnd.set(end, [edge]);
    }
  }
  return byEnd;
}
