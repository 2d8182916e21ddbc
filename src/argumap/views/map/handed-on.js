/* What the map hands on: its picture, the quotation of what is chosen, and the claims in sight as a table. */
import {drawPart} from "../../page/static/element-picture.js";
import {find, findAll} from "../../page/static/elements.js";
import {offer} from "../../page/static/share.js";
import {phrase, quote} from "../../page/static/words.js";
import {roleWords, voiceWords, wordAndScore} from "./wording.js";

/** @import {App} from "./app.js" */
/** @import {Card} from "./card-tree.js" */
/** @import {Where} from "./payload.js" */
/** @import {Stage} from "./stage.js" */

/**
 * @param {App} app
 * @param {() => Stage | null} stageOf the network, where it is what is looked at
 */
export function offerMap(app, stageOf) {
  offer({
    canvas: () => stageOf()?.toCanvas() || drawPart(app.state.sheet === "debate" ? "#debate" : "#list"),
    svg() {
      const stage = stageOf();
      return stage && (() => stage.toSvg());
    },
    quotation: () => quotationOf(app),
    rows: () => rowsOf(app, inSight(app, stageOf())),
  });
}

/** @param {App} app */
function quotationOf({debate, state}) {
  const node = debate.nodes.get(state.selected || "");
  if (node?.kind !== "claim") return null;
  return {
    claim: node.text || node.title,
    who: node.voices.length ? voiceWords(debate, node, {reporters: true}) : "",
    passages: node.where.map(place => placeWords(debate.sources.get(place.source || "")?.title, place)).filter(Boolean),
  };
}

/**
 * @param {string | undefined} source
 * @param {Where} place
 */
function placeWords(source, {at, text}) {
  const where = [source, at].filter(Boolean).join(", ");
  return text ? `${quote(text)} (${where})` : where;
}

/**
 * The claims that are shown, each once, in their order.
 * @param {App} app
 * @param {Stage | null} stage
 * @returns {Card[]}
 */
function inSight({debate}, stage) {
  const ids = stage
    ? stage.shownIds()
    : findAll(find("debate"), "a.title[data-n]")
        .filter(each => each.offsetParent)
        .map(each => each.dataset.n || "");
  return [...new Set(ids)].flatMap(id => debate.nodes.get(id) ?? []).filter(node => node.kind === "claim");
}

/**
 * @param {App} app
 * @param {Card[]} nodes
 */
function rowsOf({debate, legend}, nodes) {
  const heads = ["share.claim", "share.part", "share.who", "share.verdict", "share.place"].map(key => phrase(key));
  return [
    heads,
    ...nodes.map(node => [
      node.text || node.title,
      roleWords(legend, node),
      node.voices.length ? voiceWords(debate, node, {reporters: true}) : "",
      node.word ? wordAndScore({...node, word: node.word}).replaceAll("\u00A0", " ") : "",
      node.where
        .map(place => place.at || "")
        .filter(Boolean)
        .join("; "),
    ]),
  ];
}
