/* The small map of where one is; it is shown while not all of the map is in view. */
import {find} from "../../page/static/elements.js";

/** @import {Arrangement} from "./arrangement.js" */
/** @import {Point} from "./geometry.js" */
/** @import {Scene} from "./scene.js" */
/** @import {Rect} from "./tidy.js" */

const MARGIN = 12;

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
   */
  draw(placed, scene, inView) {
    this.canvas.hidden = !placed.boxes.size || holds(inView, placed);
    const ctx = this.canvas.getContext("2d");
    if (this.canvas.hidden || !ctx) return;
    const {width, height} = this.canvas;
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
 * Whether all of `inner` lies in `outer`, but for a pixel.
 * @param {Rect} outer
 * @param {Rect} inner
 */
function holds(outer, inner) {
  const across = outer.x <= inner.x + 1 && outer.x + outer.w >= inner.x + inner.w - 1;
  return across && outer.y <= inner.y + 1 && outer.y + outer.h >= inner.y + inner.h - 1;
}
