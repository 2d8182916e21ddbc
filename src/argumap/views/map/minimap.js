/* The small map of where one is; it is shown while not all of the map is in view. */
import {find} from "../../page/static/elements.js";

/** @import {Arrangement} from "./arrangement.js" */
/** @import {Point} from "./geometry.js" */
/** @import {Scene} from "./scene.js" */
/** @import {Rect, Size} from "./tidy.js" */

const MARGIN = 12;
/** From the edge of the drawing; its foot has the key and the buttons to move and zoom. */
const EDGE = 12;
const FOOT = 112;

export class Minimap {
  canvas = find("mini", HTMLCanvasElement);
  /** How a point of the map is found on the small one. */
  place = {scale: 1, x: 0, y: 0};

  /**
   * @param {(to: Point) => void} move
   * @param {() => void} rest after the reader let go
   */
  constructor(move, rest) {
    this.canvas.addEventListener("pointerdown", event => {
      this.canvas.setPointerCapture(event.pointerId);
      const go = (/** @type {PointerEvent} */ each) => move(this.pointOf(each));
      go(event);
      this.canvas.onpointermove = go;
      this.canvas.onpointerup = () => {
        this.canvas.onpointermove = null;
        rest();
      };
    });
  }

  hide() {
    this.canvas.hidden = true;
  }

  /**
   * The point of the map that a pointer is over.
   * @param {PointerEvent} event
   */
  pointOf(event) {
    const rect = this.canvas.getBoundingClientRect();
    const {scale, x, y} = this.place;
    return {x: (event.clientX - rect.left - x) / scale, y: (event.clientY - rect.top - y) / scale};
  }

  /**
   * @param {Arrangement} placed
   * @param {Scene} scene
   * @param {Rect} inView
   * @param {Size} room of the drawing
   */
  draw(placed, scene, inView, room) {
    const {width, height} = this.canvas;
    const shapes = [...scene.cards.values(), ...scene.people.values()].map(({box}) => box);
    const corner = findFree(onScreen(shapes, inView, room), {w: width, h: height}, room);
    this.canvas.hidden = !corner || !placed.boxes.size || holds(inView, placed);
    const ctx = this.canvas.getContext("2d");
    if (this.canvas.hidden || !corner || !ctx) return;
    this.canvas.style.left = `${corner.x}px`;
    this.canvas.style.top = `${corner.y}px`;
    const scale = Math.min((width - MARGIN) / placed.w, (height - MARGIN) / placed.h);
    const x = (width - placed.w * scale) / 2 - placed.x * scale;
    const y = (height - placed.h * scale) / 2 - placed.y * scale;
    this.place = {scale, x, y};
    ctx.clearRect(0, 0, width, height);
    for (const {box, look} of scene.cards.values()) this.fill(ctx, box, look.edge);
    for (const {box} of scene.people.values()) this.fill(ctx, box, scene.colours.stakeholder);
    ctx.strokeStyle = scene.colours.accent;
    ctx.lineWidth = 2;
    ctx.strokeRect(inView.x * scale + x, inView.y * scale + y, inView.w * scale, inView.h * scale);
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Rect} box
   * @param {string} tone
   */
  fill(ctx, box, tone) {
    const {scale, x, y} = this.place;
    ctx.fillStyle = tone;
    ctx.fillRect(box.x * scale + x, box.y * scale + y, Math.max(1, box.w * scale), Math.max(1, box.h * scale));
  }
}

/**
 * Boxes of the map as they lie on the screen.
 * @param {readonly Rect[]} boxes
 * @param {Rect} inView
 * @param {Size} room
 */
function onScreen(boxes, inView, room) {
  const scale = room.w / inView.w;
  return boxes.map(({x, y, w, h}) => ({
    x: (x - inView.x) * scale,
    y: (y - inView.y) * scale,
    w: w * scale,
    h: h * scale,
  }));
}

/**
 * A corner of the drawing where nothing would be covered; null where there is none.
 * @param {readonly Rect[]} boxes
 * @param {Size} size
 * @param {Size} room
 * @returns {Point | null}
 */
export function findFree(boxes, {w, h}, room) {
  const right = room.w - w - EDGE;
  const corners = [
    {x: right, y: room.h - h - FOOT},
    {x: right, y: EDGE},
    {x: EDGE, y: EDGE},
    {x: EDGE, y: room.h - h - FOOT},
  ];
  const fits = right >= EDGE && room.h - h - FOOT >= EDGE;
  /** @param {Point} corner */
  const isFree = ({x, y}) =>
    boxes.every(box => box.x > x + w || box.x + box.w < x || box.y > y + h || box.y + box.h < y);
  return (fits && corners.find(isFree)) || null;
}

/**
 * Whether all of `inner` lies in `outer`, but for a pixel.
 * @param {Rect} outer
 * @param {Rect} inner
 */
export function holds(outer, inner) {
  const across = outer.x <= inner.x + 1 && outer.x + outer.w >= inner.x + inner.w - 1;
  return across && outer.y <= inner.y + 1 && outer.y + outer.h >= inner.y + inner.h - 1;
}
