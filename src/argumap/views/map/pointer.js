/* What a pointer does on the map. */
import {find} from "../../page/static/elements.js";
import {cardOf} from "./card-tree.js";
import {HoverCard} from "./hover-card.js";

/** @import {Stage} from "./stage.js" */

/** @typedef {{fold: (id: string) => void, show: (id: string | null) => void,
 *   elsewhere: (id: string) => void, rest: () => void}} Pointing */

const SETTLING = 250;
/** How many pixels a line and a page of a wheel are. */
const WHEEL_UNITS = [1, 16, 400];
/** How much nearer a pixel of a pinch or of a wheel with ctrl comes. */
const NEARER = 0.0075;

/**
 * @param {Stage} stage
 * @param {Pointing} pointing
 */
export function listenToPointer(stage, {fold, show, elsewhere, rest}) {
  const {network, canvas, holder} = stage;
  const hover = new HoverCard(stage.app, find("hover"));
  let settling = 0;
  network.on("click", event => {
    const {id, badge, elsewhere: told} = stage.at(event.pointer.DOM);
    holder.focus({preventScroll: true});
    if (badge) fold(badge);
    else if (told) elsewhere(told);
    else show(id ?? null);
  });
  network.on("doubleClick", event => {
    const {id} = stage.at(event.pointer.DOM);
    if (id) fold(id);
  });
  network.on("hoverNode", ({node}) => {
    const id = node.slice(2);
    stage.hovered = id;
    canvas.style.cursor = "pointer";
    canvas.title = "";
    stage.redraw();
    const card = cardOf(stage.app.debate, id);
    if (card) hover.show(card, () => stage.onScreen(id));
  });
  network.on("blurNode", () => {
    stage.hovered = null;
    canvas.style.cursor = "";
    stage.redraw();
    hover.leave();
  });
  holder.addEventListener("pointerdown", () => hover.hide());
  document.addEventListener("keydown", () => hover.hide());
  const settle = () => {
    stage.keepInSight();
    clearTimeout(settling);
    settling = setTimeout(rest, SETTLING);
  };
  network.on("dragEnd", settle);
  network.on("zoom", settle);
  /* vis-network would zoom at every wheel: two fingers on a trackpad pan, a pinch (which is told as ctrl) zooms. */
  holder.addEventListener(
    "wheel",
    event => {
      event.preventDefault();
      event.stopPropagation();
      hover.hide();
      const unit = WHEEL_UNITS[event.deltaMode] ?? 1;
      if (event.ctrlKey || event.metaKey) {
        const {x, y} = holder.getBoundingClientRect();
        const at = {x: event.clientX - x, y: event.clientY - y};
        stage.zoomBy(Math.exp(-limited(event.deltaY * unit) * NEARER), at);
      } else if (event.shiftKey && !event.deltaX) stage.panBy(event.deltaY * unit, 0);
      else stage.panBy(event.deltaX * unit, event.deltaY * unit);
      settle();
    },
    {capture: true, passive: false},
  );
}

/**
 * A wheel's step may be far larger than a trackpad's.
 * @param {number} delta
 */
const limited = delta => Math.max(-60, Math.min(60, delta));
