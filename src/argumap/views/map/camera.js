/* What part of the map is in view: fitting, zooming, going to a card, and the small map of where one is. */
import {TEXT_SIZE} from "./cards.js";

export const LEGIBLE = 13;
export const LARGEST = 1.15;
const $ = id => document.getElementById(id);

export function createCamera(app) {
  const {map, state, now, network, stage, lookOf, isList, writeState} = app;
  const nodeOf = id => map.nodes.get(id);

  /* ---------------- camera ---------------- */
  const redraw = () => network.redraw();
  function fit() {
    if (!now.placed.boxes.size) return;
    const {w, h} = stage();
    const scale = Math.min(
      state.view?.kind === "focus" ? 1.3 : LARGEST,
      w / Math.max(1, now.placed.w),
      h / Math.max(1, now.placed.h),
    );
    const least = state.whole || state.view ? 0 : (state.people ? 10 : LEGIBLE + 0.01) / TEXT_SIZE;
    const used = Math.max(scale, least);
    const holder = $("net").getBoundingClientRect();
    /* What does not fit begins at its upper left, where reading begins. */
    const across =
      now.placed.w * used > w + 1 && now.settings.mode !== "both"
        ? now.placed.x + (holder.width / 2 - 20) / used
        : now.placed.x + now.placed.w / 2;
    const down =
      now.placed.h * used > h + 1
        ? now.placed.y + (holder.height / 2 - 16) / used
        : now.placed.y + now.placed.h / 2 + Math.max(24, $("legend").offsetHeight / 2) / used;
    network.moveTo({position: {x: across, y: down}, scale: used, animation: false});
    state.camera = null;
    drawMini();
  }
  function zoomBy(factor) {
    network.moveTo({scale: Math.max(0.03, Math.min(4, network.getScale() * factor)), animation: false});
    rememberCamera();
  }
  function rememberCamera() {
    const {x, y} = network.getViewPosition();
    state.camera = [Math.round(x), Math.round(y), Math.round(network.getScale() * 1000) / 1000];
    writeState();
  }
  /* Moves just so far that a card is in view; zooms only where its text could not be read. */
  function reveal(id) {
    const box = now.placed.boxes.get(id) || now.placed.people.get(id);
    if (!box) return;
    const rect = $("net").getBoundingClientRect();
    let scale = network.getScale();
    const middle = {x: box.x + box.w / 2, y: box.y + box.h / 2};
    if (scale * TEXT_SIZE < 9.8 && !state.whole) {
      scale = LEGIBLE / TEXT_SIZE;
      network.moveTo({position: middle, scale, animation: false});
      return;
    }
    const a = network.canvasToDOM({x: box.x, y: box.y}),
      b = network.canvasToDOM({x: box.x + box.w, y: box.y + box.h});
    const pad = 26,
      low = rect.height - 60;
    const dx = a.x < pad ? a.x - pad : b.x > rect.width - pad ? b.x - rect.width + pad : 0;
    const dy = a.y < pad ? a.y - pad : b.y > low ? b.y - low : 0;
    if (!dx && !dy) return;
    const at = network.getViewPosition();
    network.moveTo({position: {x: at.x + dx / scale, y: at.y + dy / scale}, animation: false});
  }
  const mini = $("mini");
  function drawMini() {
    const rect = $("net").getBoundingClientRect();
    const a = network.DOMtoCanvas({x: 0, y: 0}),
      b = network.DOMtoCanvas({x: rect.width, y: rect.height});
    const all =
      !now.placed ||
      !now.placed.boxes.size ||
      (a.x <= now.placed.x + 1 &&
        a.y <= now.placed.y + 1 &&
        b.x >= now.placed.x + now.placed.w - 1 &&
        b.y >= now.placed.y + now.placed.h - 1);
    mini.hidden = all || isList();
    if (mini.hidden) return;
    const scale = Math.min((mini.width - 12) / now.placed.w, (mini.height - 12) / now.placed.h);
    const ox = (mini.width - now.placed.w * scale) / 2 - now.placed.x * scale,
      oy = (mini.height - now.placed.h * scale) / 2 - now.placed.y * scale;
    const ctx = mini.getContext("2d");
    ctx.clearRect(0, 0, mini.width, mini.height);
    for (const [id, box] of now.placed.boxes) {
      const look = lookOf(nodeOf(id));
      ctx.fillStyle = look.edge;
      ctx.fillRect(box.x * scale + ox, box.y * scale + oy, Math.max(1, box.w * scale), Math.max(1, box.h * scale));
    }
    ctx.fillStyle = now.colours.stakeholder;
    for (const box of now.placed.people.values())
      ctx.fillRect(box.x * scale + ox, box.y * scale + oy, Math.max(1, box.w * scale), Math.max(1, box.h * scale));
    ctx.strokeStyle = now.colours.accent;
    ctx.lineWidth = 2;
    ctx.strokeRect(a.x * scale + ox, a.y * scale + oy, (b.x - a.x) * scale, (b.y - a.y) * scale);
    mini.place = {scale, ox, oy};
  }
  mini.addEventListener("pointerdown", event => {
    mini.setPointerCapture(event.pointerId);
    const go = each => {
      const rect = mini.getBoundingClientRect(),
        {scale, ox, oy} = mini.place;
      network.moveTo({
        position: {x: (each.clientX - rect.left - ox) / scale, y: (each.clientY - rect.top - oy) / scale},
        animation: false,
      });
    };
    go(event);
    mini.onpointermove = go;
    mini.onpointerup = () => {
      mini.onpointermove = null;
      rememberCamera();
    };
  });

  return {redraw, fit, zoomBy, rememberCamera, reveal, drawMini, mini};
}
