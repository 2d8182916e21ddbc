/* Beside the point of the debate that the pointer or the focus rests on: its full sentence, who says it, the passage.
 * Esc closes it; a touch shows the same in the panel.
 */
import {find, findAll, findTarget} from "../../page/static/elements.js";
import {HoverCard} from "./hover-card.js";

/** @import {App} from "./app.js" */

const POINT = "a.title[data-n]";

/**
 * @param {App} app
 * @param {HTMLElement} root where the points are drawn
 */
export function listenToPeeks(app, root) {
  const holder = find("peek");
  const card = new HoverCard(app, holder);
  /** @type {HTMLElement | null} */
  let shown = null;

  /** @param {HTMLElement | null} link */
  const mark = link => {
    for (const each of findAll(root, "[aria-describedby=peek]")) each.removeAttribute("aria-describedby");
    link?.setAttribute("aria-describedby", "peek");
    shown = link;
  };
  const hide = () => {
    card.hide();
    mark(null);
  };
  /** @param {HTMLElement} link */
  const show = link => {
    const node = app.debate.nodes.get(link.dataset.n || "");
    if (!node || node.id === app.state.selected) return;
    mark(link);
    card.show(node, () => (link.isConnected && shown === link ? {box: boxOf(link), room: roomOf()} : null));
  };

  root.addEventListener("pointerover", event => {
    const link = event.pointerType === "mouse" ? findTarget(event, POINT) : null;
    if (link && link !== shown) show(link);
  });
  root.addEventListener("pointerout", event => {
    if (event.pointerType === "mouse" && findTarget(event, POINT)) card.leave();
  });
  root.addEventListener("focusin", event => {
    const link = findTarget(event, POINT);
    if (link?.matches(":focus-visible")) show(link);
  });
  root.addEventListener("focusout", () => card.leave());
  root.addEventListener("click", hide);
  addEventListener("scroll", hide, {passive: true});
  // Before the page lets go of what is chosen: the first Esc is for what lies on top.
  addEventListener(
    "keydown",
    event => {
      if (event.key !== "Escape" || holder.hidden) return;
      event.stopPropagation();
      hide();
    },
    {capture: true},
  );
}

/** @param {HTMLElement} link */
function boxOf(link) {
  const {left, top, width, height} = (
    link.closest(".block, .answer, .answering, .under li") || link
  ).getBoundingClientRect();
  return {x: left, y: top, w: width, h: height};
}

const roomOf = () => ({w: document.documentElement.clientWidth, h: innerHeight});
