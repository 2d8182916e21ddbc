/* What if: a claim is doubted or set aside, the page works out what moves, and one click undoes it. */
import {element, find, flatten} from "../../page/static/elements.js";
import {phrase, phraseAround, writeDecimal} from "../../page/static/words.js";
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
    element("h3", {}, phrase("map.supposing.head")),
    element(
      "div",
      {class: "actions"},
      toggle("set-aside", aside.has(node.id), () => suppose(app, () => setAside(state.supposed, node.id))),
      toggle("doubt", doubted !== undefined, () =>
        suppose(app, () => believe(state.supposed, node.id, doubted === undefined ? DOUBTED : null)),
      ),
      isSupposing(state.supposed)
        ? element(
            "button",
            {type: "button", class: "button", onclick: () => undo(app)},
            phrase("map.supposing.undo-all"),
          )
        : null,
    ),
    doubted === undefined ? null : slider(app, node, doubted, list),
    list,
  );
}

/**
 * @param {"set-aside" | "doubt"} what
 * @param {boolean} pressed
 * @param {() => void} onclick
 */
function toggle(what, pressed, onclick) {
  const hint = `${what}-hint`;
  return element(
    "div",
    {class: "supposing"},
    element(
      "button",
      {
        type: "button",
        class: "button",
        "aria-pressed": String(pressed),
        "aria-describedby": hint,
        "data-supposes": what,
        onclick,
      },
      phrase(`map.supposing.${what}`),
    ),
    element("small", {id: hint, class: "quiet"}, phrase(`map.supposing.${what}-hint`)),
  );
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
  const moving = phrase("map.supposing.moving", {n: count});
  say(isSupposing(state.supposed) ? [...leads, moving].join(" ") : phrase("map.supposing.undone"));
}

/**
 * How much a doubted claim is believed.
 * @param {App} app
 * @param {Card} node
 * @param {number} doubted
 * @param {HTMLElement} list where the changes are told
 */
function slider(app, node, doubted, list) {
  const figure = element("output", {}, writeDecimal(doubted));
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
    figure.textContent = writeDecimal(score);
    app.state.supposed.doubt.set(node.id, score);
    app.act.suppose({keepDetail: true});
    list.replaceChildren(...flatten(changes(app)));
  });
  return element("label", {class: "belief"}, phrase("map.supposing.believed"), input, figure);
}

/**
 * @param {App} app
 * @returns {Child[]}
 */
function changes(app) {
  const {debate, state} = app;
  if (!isSupposing(state.supposed)) {
    return [element("p", {class: "small quiet"}, phrase("map.supposing.invitation"))];
  }
  const moved = findConsequences(debate, state.supposed);
  const leads = findLeaderChanges(debate, state.supposed).map(change =>
    element("p", {class: "leads"}, tellChange(debate, change)),
  );
  if (!moved.length) return [...leads, element("p", {class: "small"}, phrase("map.supposing.nothing"))];
  const more = moved.length - LISTED;
  return [
    ...leads,
    element("p", {class: "small"}, phrase("map.supposing.these-move", {n: moved.length})),
    element(
      "ul",
      {},
      moved.slice(0, LISTED).map(claim => consequence(app, claim)),
    ),
    more > 0 ? element("p", {class: "small quiet"}, phrase("map.supposing.more", {n: more})) : null,
    debate.weighed ? null : element("p", {class: "small quiet"}, phrase("map.supposing.only-points")),
  ];
}

/**
 * @param {App} app
 * @param {Card} claim
 */
function consequence({act}, claim) {
  const {id, title, word, strength, moved} = claim;
  const words = [
    moved?.word ? phrase("map.supposing.turned", {was: spelt(moved.word), now: spelt(word || "")}) : null,
    moved?.strength !== undefined
      ? phrase("map.card.strength-moved", {was: writeDecimal(moved.strength), now: writeDecimal(strength ?? 0)})
      : null,
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
  const named = ids.slice(0, NAMED).map(id => supposition(app, id));
  const more = ids.length > NAMED ? [phrase("map.supposing.more", {n: ids.length - NAMED})] : [];
  banner.replaceChildren(
    element(
      "p",
      {},
      phraseAround("map.supposing.banner", {claims: enumerate([...named, ...more])}),
      element("span", {class: "quiet"}, ` · ${movesWords(app)}`),
    ),
    element(
      "button",
      {type: "button", class: "button", id: "undo", onclick: () => undo(app)},
      phrase("map.supposing.undo"),
    ),
  );
}

/**
 * What may be elements, as a sentence enumerates it.
 * @param {Child[]} parts
 * @returns {Child}
 */
function enumerate(parts) {
  const last = parts.at(-1);
  const rest = parts.slice(0, -1).map((part, i) => [i ? phrase("grammar.comma") : "", part]);
  return rest.length ? phraseAround("grammar.and", {first: rest, last}) : last;
}

/**
 * @param {App} app
 * @param {string} id
 */
function supposition({debate, state, act}, id) {
  const [open, close] = phrase("grammar.quotes");
  const title = plainButton(() => act.show(id), open, element("bdi", {}, titleOf(debate, id)), close);
  const isAside = state.supposed.aside.has(id);
  return phraseAround(isAside ? "map.supposing.is-aside" : "map.supposing.is-doubted", {title});
}

/** @param {App} app */
function movesWords({debate, state}) {
  const turned = findLeaderChanges(debate, state.supposed);
  if (turned.length) return tellChangesBriefly(debate, turned);
  return phrase("map.supposing.moves", {n: findConsequences(debate, state.supposed).length});
}
