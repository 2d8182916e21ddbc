/* The pieces that the panel is made of: buttons that lead to a record, steps, passages, voices. */
import {element, find, findAll} from "../../page/static/elements.js";
import {phrase, quote, termOf} from "../../page/static/words.js";
import {isSaidByNobody, tellBeneath, verdictWords} from "./card-tree.js";
import {findLeaderChanges, tellChange} from "./answer-ranking.js";
import {markOf, spelt, tellLive} from "./claim-words.js";
import {chainWords, wordAndScore} from "./wording.js";

/** @import {Child} from "../../page/static/child.js" */
/** @import {App} from "./app.js" */
/** @import {Card, Step} from "./card-tree.js" */
/** @import {Legend, Voice, Where} from "./payload.js" */

/**
 * The mark of a claim, beside its word.
 * @param {string} mark
 */
export const verdictMark = mark => element("span", {class: `verdict ${mark}`, "aria-hidden": "true"});

/**
 * The sign of a relation, or another where there is none.
 * @param {Legend} legend
 * @param {string} relation
 * @param {string} [otherwise]
 */
export function signMark(legend, relation, otherwise = "·") {
  return element("span", {class: "sign", "aria-hidden": "true"}, legend.relations[relation]?.sign || otherwise);
}

/**
 * A word for a relation, which leads to what it is called in the literature.
 * @param {string} relation
 * @param {string} words
 */
export const termButton = (relation, words) => plainButton(() => showTerm(relation), words);

/** @param {string} relation */
function showTerm(relation) {
  const glossary = find("glossary", HTMLDialogElement);
  glossary.showModal();
  glossary.scrollTop = 0; /* its one button has the focus, and that stands at the end */
  for (const entry of findAll(glossary, "[data-term]")) {
    entry.classList.toggle("lit", entry.dataset.term === relation);
    if (entry.dataset.term === relation) entry.scrollIntoView({block: "nearest"});
  }
}

/**
 * @param {string} text
 * @param {number} [count]
 */
export function heading(text, count) {
  return element("h3", {}, text, count === undefined ? null : element("span", {class: "tally"}, ` ${count}`));
}

/**
 * A section with its heading, or nothing where it would be empty.
 * @param {string} title
 * @param {readonly Child[]} parts
 */
export function sectionList(title, parts) {
  const shown = parts.filter(Boolean);
  return shown.length ? element("section", {}, heading(title, parts.length), shown) : null;
}

/**
 * A button that leads somewhere within a line of text.
 * @param {() => void} onclick
 * @param {...Child} words
 */
export const plainButton = (onclick, ...words) =>
  element("button", {type: "button", class: "plain", onclick}, ...words);

/**
 * @param {App} app
 * @param {Card} node
 * @param {string} relation
 * @param {string} [word] in front of the title; that of the relation where none is given
 */
export function nodeButton(app, node, relation, word = app.legend.relations[relation]?.word || "") {
  return element(
    "button",
    {type: "button", class: `entry is-${relation}`, onclick: () => app.act.show(node.id)},
    signMark(app.legend, relation),
    element(
      "span",
      {class: "what"},
      word ? element("span", {class: "relation"}, `${word} `) : null,
      element("bdi", {}, node.title),
    ),
  );
}

/**
 * A step: its premises under one bracket, and a note on what the source does not say itself.
 * @param {App} app
 * @param {Step} step
 * @param {string} [relation]
 */
export function stepEntry(app, step, relation = step.relation) {
  const premises = step.premises.map(id => app.debate.nodes.get(id)).filter(node => node !== undefined);
  if (!premises.length) return null;
  const notes = [
    step.inferred ? phrase("step.added") : null,
    step.status === "blocked"
      ? phrase("map.record.step-verdict", {verdict: verdictWords(app.debate, step) || ""})
      : null,
    step.warrant ? phrase("map.record.because", {warrant: step.warrant}) : null,
    step.scheme ? phrase("map.record.scheme", {scheme: step.scheme}) : null,
  ].filter(Boolean);
  return element(
    "div",
    {class: premises.length > 1 ? `linked is-${relation}` : ""},
    premises.map((node, i) =>
      nodeButton(app, node, relation, i ? phrase("map.record.and") : app.legend.relations[relation]?.word),
    ),
    notes.length ? element("p", {class: "note"}, notes.join(" · ")) : null,
  );
}

/**
 * @param {App} app
 * @param {Where} place
 */
export function passageEntry({debate}, place) {
  const source = debate.sources.get(place.source || "");
  const section = debate.sections.get(place.section || "");
  const part = section?.title || (section ? phrase("map.record.section", {at: section.at}) : null);
  const where = [source?.title, part, place.at].filter(Boolean).join(" · ");
  const drifted = driftWords(place.state);
  return element(
    place.text ? "blockquote" : "div",
    {class: "passage", dir: "auto"},
    place.text ? element("p", {dir: "auto"}, place.text) : null,
    element("footer", {}, element("bdi", {}, where), drifted ? ` · ${drifted}` : ""),
  );
}

/**
 * What became of a passage; nothing where it stands as it was.
 * @param {string} [state]
 */
function driftWords(state = "exact") {
  if (["exact", "cosmetic"].includes(state)) return "";
  return phrase("map.record.passage", {state: termOf("anchor.", state.replace("?", ""))});
}

/**
 * @param {App} app
 * @param {Voice} voice
 */
export function voiceEntry({debate, legend, act}, voice) {
  /** @param {string} id */
  const name = id => debate.stakeholders.get(id)?.name || id;
  const who = debate.stakeholders.get(voice.by);
  const notes = [
    termOf(who?.many ? "map.act-of-several." : "act.", voice.act),
    voice.voice === "presented" ? phrase("voice.presented") : null,
    voice.loosely ? phrase("map.record.similar-words") : null,
    voice.via?.length ? chainWords(voice.via, name) : null,
    voice.cue ? quote(voice.cue) : null,
    voice.date,
  ];
  return element(
    "li",
    {class: `voice ${voice.voice}`},
    element("span", {class: "mouth", "aria-hidden": "true"}),
    element(
      "span",
      {},
      plainButton(() => act.show(voice.by), element("bdi", {}, name(voice.by))),
      who && who.type !== "person" ? element("small", {}, ` ${legend.types[who.type] || who.type}`) : null,
      element("small", {class: "stance"}, notes.filter(Boolean).join(" · ")),
    ),
  );
}

/**
 * A position with its word and what is live for and against it, counted, never judged.
 * @param {App} app
 * @param {Card} node
 * @param {Card} parent
 */
export function balanceEntry(app, node, parent) {
  const entry = nodeButton(app, node, node.relation, parent.kind === "issue" ? "" : undefined);
  if (node.kind !== "claim" || !node.word) return entry;
  const ranked = parent.ranking?.find(([id]) => id === node.id);
  const counts = tellLive(node, ranked ? [ranked[1], ranked[2]] : undefined);
  const nobody = isSaidByNobody(node) ? ` · ${phrase("map.record.said-by-nobody")}` : "";
  const told = tellStanding({...node, word: node.word}, counts);
  entry
    .querySelector(".what")
    ?.append(
      element(
        "small",
        {class: "balance"},
        verdictMark(markOf(node)),
        ` ${told}${nobody}`,
        beneath(tellBeneath(app.debate, node)),
      ),
    );
  return entry;
}

/**
 * A claim's word, with its counts where anything bears on it and it is not set aside.
 * @param {Card & {word: string}} claim
 * @param {string} counts
 */
function tellStanding(claim, counts) {
  if (claim.word === "set-aside") return spelt(claim.word);
  const argued = [...(claim.pros ?? []), ...(claim.cons ?? [])].some(Boolean);
  return argued ? [spelt(claim.word), counts].filter(Boolean).join(" · ") : wordAndScore(claim);
}

/** @param {string} told */
const beneath = told => (told ? ` · ${told}` : "");

/**
 * Who leads on an issue, what to beware of first; in a what-if, who would.
 * @param {App} app
 * @param {Card} issue
 */
export function leadEntry({debate, state}, issue) {
  const change = findLeaderChanges(debate, state.supposed).find(each => each.issue === issue);
  if (change) return element("p", {class: "leads"}, phrase("map.record.what-if", {change: tellChange(debate, change)}));
  return [
    (issue.cautions || []).map(told => element("p", {class: "leads caution"}, told)),
    issue.leads ? element("p", {class: "leads"}, issue.leads) : null,
  ];
}
