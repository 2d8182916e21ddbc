/* What a pointer does on the map. */

/** @import {Stage} from "./stage.js" */

/** @typedef {{fold: (id: string) => void, show: (id: string | null) => void, rest: () => void}} Pointing */

const SETTLING = 250;

/**
 * @param {Stage} stage
 * @param {Pointing} pointing
 */
export function listenToPointer(stage, {fold, show, rest}) {
  const {network, canvas, holder} = stage;
  let settling = 0;
  network.on("click", event => {
    const {id, badge} = stage.at(event.pointer.DOM);
    holder.focus({preventScroll: true});
    if (badge) fold(badge);
    else show(id ?? null);
  });
  network.on("doubleClick", event => {
    const {id} = stage.at(event.pointer.DOM);
    if (id) fold(id);
  });
  network.on("hoverNode", ({node}) => {
    stage.hovered = node.slice(2);
    canvas.style.cursor = "pointer";
    canvas.title = "";
    stage.redraw();
  });
  network.on("blurNode", () => {
    stage.hovered = null;
    canvas.style.cursor = "";
    stage.redraw();
  });
  for (const name of /** @type {const} */ (["dragEnd", "zoom"])) {
    network.on(name, () => {
      clearTimeout(settling);
      settling = setTimeout(rest, SETTLING);
    });
  }
}
