/* Beside the card under the pointer: its full sentence, who says it, and the passage. */
import {element} from "../../page/static/elements.js";
import {passageEntry} from "./panel-pieces.js";
import {roleWords, voiceWords} from "./wording.js";

/** @import {App} from "./app.js" */
/** @import {Card} from "./card-tree.js" */
/** @import {Rect, Size} from "./tidy.js" */

const PATIENCE = 350;
const GRACE = 200;
const GAP = 10;

export class HoverCard {
  /** What is awaited, to be shown or to go. */
  waiting = 0;

  /**
   * @param {App} app
   * @param {HTMLElement} holder
   */
  constructor(app, holder) {
    this.app = app;
    this.holder = holder;
    this.holder.addEventListener("pointerenter", () => clearTimeout(this.waiting));
    this.holder.addEventListener("pointerleave", () => this.leave());
  }

  /**
   * After the pointer has rested on a card.
   * @param {Card} node
   * @param {() => {box: Rect, room: Size} | null} place where the card then lies on the screen
   */
  show(node, place) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      const at = place();
      if (!at) return;
      this.holder.replaceChildren(...this.partsOf(node));
      this.holder.hidden = false;
      const {x, y} = besideBox(at.box, {w: this.holder.offsetWidth, h: this.holder.offsetHeight}, at.room);
      this.holder.style.left = `${x}px`;
      this.holder.style.top = `${y}px`;
    }, PATIENCE);
  }

  /** The pointer left; it may be on its way over here. */
  leave() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.hide(), GRACE);
  }

  hide() {
    clearTimeout(this.waiting);
    this.holder.hidden = true;
  }

  /** @param {Card} node */
  partsOf(node) {
    const {debate, legend} = this.app;
    const [place] = node.where.filter(each => each.text).concat(node.where);
    const who = node.voices.length ? voiceWords(debate, node, {reporters: true}) : "";
    return [
      element("p", {class: "small quiet"}, roleWords(legend, node)),
      element("p", {class: "statement", dir: "auto"}, node.text || node.title),
      who ? element("p", {class: "small"}, element("bdi", {}, who)) : "",
      place ? passageEntry(this.app, place) : "",
    ];
  }
}

/**
 * Where something lies beside a box without covering it: to the right, to the left, below or above, within the room.
 * @param {Rect} box
 * @param {Size} size
 * @param {Size} room
 */
export function besideBox(box, {w, h}, room) {
  const within = (/** @type {number} */ at, /** @type {number} */ most) => Math.max(0, Math.min(at, most));
  const y = within(box.y, room.h - h);
  if (box.x + box.w + GAP + w <= room.w) return {x: box.x + box.w + GAP, y};
  if (box.x - GAP - w >= 0) return {x: box.x - GAP - w, y};
  const x = within(box.x, room.w - w);
  const below = box.y + box.h + GAP;
  return {x, y: below + h <= room.h ? below : within(box.y - GAP - h, room.h - h)};
}
