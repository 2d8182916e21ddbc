/* What if: a claim is doubted or set aside, the page works out what moves, and one click undoes it. */
import {element, find, flatten} from "../../page/static/elements.js";
import {say} from "../../page/static/notices.js";
import {markOf, spelt} from "./claim-words.js";
import {findLeaderChanges, tellChange, tellChangesBriefly} from "./answer-ranking.js";
import {titleOf} from "./card-tree.js";
import {plainButton, verdictMark} from "./panel-pieces.js";
import {isSupposing} from "./state.js";
import {findConsequences} from "./supposed-status.js";

/** @import {Child} from "../../page/static/child.js" */
/** @import {App} from "./app.js" */
/** @import {Card} from "./card-tree.js" */
/** @import {Supposed} from "./state.js" */

const DOUBTED = 0.2;
const LISTED = 30;
const NAMED = 2;

/**
 * The part of the panel on a claim where a reader supposes something of it; nothing where the map was not evaluated.
 * @param {App} app
 * @param {Card} node
 */
export function whatIfSection(app, node) {
  const {debate, state} = app;
  const {aside, doubt} = state.supposed;
  if (!debate.equations?.ids.includes(node.id)) return null;
  const doubted = doubt.get(node.id);
  const list = element("div", {class: "changes", role: "status"}, changes(app));
  return element(
    "section",
    {class: "what-if"},
    element("h3", {}, "What if"),
    element(
      "div",
      {class: "actions"},
      toggle("Set it aside", "As if nobody had said it: moves status and strength", aside.has(node.id), () =>
        suppose(app, () => setAside(state.supposed, node.id)),
      ),
      toggle("Doubt it", "Believe it less: moves strength alone", doubted !== undefined, () =>
        suppose(app, () => believe(state.supposed, node.id, doubted === undefined ? DOUBTED : null)),
      ),
      isSupposing(state.supposed)
        ? element("button", {type: "button", class: "button", onclick: () => undo(app)}, "Undo all")
        : null,
    ),
    doubted === undefined ? null : slider(app, node, doubted, list),
    list,
  );
}

/**
 * @param {string} words
 * @param {string} title
 * @param {boolean} pressed
 * @param {() => void} onclick
 */
function toggle(words, title, pressed, onclick) {
  return element("button", {type: "button", class: "button", "aria-pressed": String(pressed), title, onclick}, words);
}

/**
 * @param {Supposed} supposed
 * @param {string} id
 */
function setAside({aside, doubt}, id) {
  doubt.delete(id);
  if (!aside.delete(id)) aside.add(id);
}

/**
 * @param {Supposed} supposed
 * @param {string} id
 * @param {number | null} score null for that of the map
 */
function believe({aside, doubt}, id, score) {
  aside.delete(id);
  if (score === null) doubt.delete(id);
  else doubt.set(id, score);
}

/** @param {App} app */
function undo(app) {
  suppose(app, () => {
    app.state.supposed.aside.clear();
    app.state.supposed.doubt.clear();
  });
}

/**
 * @param {App} app
 * @param {() => void} change
 */
function suppose(app, change) {
  change();
  app.act.suppose();
  tell(app);
}

/** @param {App} app */
function tell({debate, state}) {
  const count = findConsequences(debate, state.supposed).length;
  const leads = findLeaderChanges(debate, state.supposed).map(change => tellChange(debate, change));
  const moving = count === 1 ? "One claim moves" : `${count} claims move`;
  say(isSupposing(state.supposed) ? [...leads, moving].join(" ") : "Undone: the map as it was read");
}

/**
 * How much a doubted claim is believed.
 * @param {App} app
 * @param {Card} node
 * @param {number} doubted
 * @param {HTMLElement} list where the changes are told
 */
function slider(app, node, doubted, list) {
  const figure = element("output", {}, doubted.toFixed(2));
  const input = element("input", {
    type: "range",
    min: 0,
    max: 1,
    step: 0.05,
    value: doubted,
    onchange: () => tell(app),
  });
  input.addEventListener("input", () => {
    const score = Number(input.value);
    figure.textContent = score.toFixed(2);
    app.state.supposed.doubt.set(node.id, score);
    app.act.suppose({keepDetail: true});
    list.replaceChildren(...flatten(changes(app)));
  });
  return element("label", {class: "belief"}, "Believed", input, figure);
}

/**
 * @param {App} app
 * @returns {Child[]}
 */
function changes(app) {
  const {debate, state} = app;
  if (!isSupposing(state.supposed)) {
    const invitation = "Try the map without this claim, or with less trust in it. The map itself stays as it is.";
    return [element("p", {class: "small quiet"}, invitation)];
  }
  const moved = findConsequences(debate, state.supposed);
  const leads = findLeaderChanges(debate, state.supposed).map(change =>
    element("p", {class: "leads"}, tellChange(debate, change)),
  );
  if (!moved.length) return [...leads, element("p", {class: "small"}, "Nothing else moves.")];
  const more = moved.length - LISTED;
  return [
    ...leads,
    element("p", {class: "small"}, moved.length === 1 ? "One claim moves:" : `${moved.length} claims move:`),
    element(
      "ul",
      {},
      moved.slice(0, LISTED).map(claim => consequence(app, claim)),
    ),
    more > 0 ? element("p", {class: "small quiet"}, `and ${more} more`) : null,
    debate.weighed
      ? null
      : element("p", {class: "small quiet"}, "Strength here only counts points: nobody weighed them."),
  ];
}

/**
 * @param {App} app
 * @param {Card} claim
 */
function consequence({act}, claim) {
  const {id, title, word, strength, moved} = claim;
  const words = [
    moved?.word ? `${spelt(moved.word)} → ${spelt(word || "")}` : null,
    moved?.strength !== undefined ? `strength ${moved.strength.toFixed(2)} → ${(strength ?? 0).toFixed(2)}` : null,
  ];
  return element(
    "li",
    {class: moved?.word ? "turned" : ""},
    plainButton(() => act.show(id), element("bdi", {}, title)),
    element("small", {}, moved?.word && word ? verdictMark(markOf(claim)) : null, words.filter(Boolean).join(", ")),
  );
}

/**
 * Over the map as long as something is supposed: what, what follows, and the way back.
 * @param {App} app
 */
export function showBanner(app) {
  const {aside, doubt} = app.state.supposed;
  const banner = find("supposed");
  banner.hidden = !isSupposing(app.state.supposed);
  document.body.classList.toggle("is-wondering", !banner.hidden);
  if (banner.hidden) {
    banner.replaceChildren();
    return;
  }
  const ids = [...aside, ...doubt.keys()];
  const named = ids.slice(0, NAMED).map((id, i) => [i ? " and " : "", ...supposition(app, id)]);
  banner.replaceChildren(
    element(
      "p",
      {},
      element("b", {}, "What if "),
      named,
      ids.length > NAMED ? ` and ${ids.length - NAMED} more` : "",
      element("span", {class: "quiet"}, ` · ${movesWords(app)}`),
    ),
    element("button", {type: "button", class: "button", id: "undo", onclick: () => undo(app)}, "Undo"),
  );
}

/**
 * @param {App} app
 * @param {string} id
 */
function supposition({debate, state, act}, id) {
  const title = plainButton(() => act.show(id), "“", element("bdi", {}, titleOf(debate, id)), "”");
  return [title, " ", state.supposed.aside.has(id) ? "is set aside" : "is doubted"];
}

/** @param {App} app */
function movesWords({debate, state}) {
  const turned = findLeaderChanges(debate, state.supposed);
  if (turned.length) return tellChangesBriefly(debate, turned);
  const count = findConsequences(debate, state.supposed).length;
  if (!count) return "nothing else moves";
  return count === 1 ? "one claim moves" : `${count} claims move`;
}
