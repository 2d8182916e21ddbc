/* The debate sheet as the reader works with it. The document has drawn it; here it is chosen from, unfolded, and told
 * again where a what-if changes what counts.
 */
import {element, find, findAll, findTarget} from "../../page/static/elements.js";
import {join, phrase, quote} from "../../page/static/words.js";
import {rankOf} from "./answer-ranking.js";
import {ancestorsOf, findNear, inOrder} from "./card-tree.js";
import {underList} from "./points-beneath.js";
import {markSheetCase} from "./sheet-case.js";
import {listenToPeeks} from "./sheet-peek.js";
import {listenToTwins} from "./sheet-twins.js";
import {tellSupposed} from "./sheet-what-if.js";

/** @import {App} from "./app.js" */
/** @import {Lens} from "../../page/static/lens.js" */
/** @import {Card, Debate} from "./card-tree.js" */
/** @import {AnswerState} from "./sheet-what-if.js" */

/** What a reason or an objection is in a what-if. @typedef {"live" | "unresolved" | "answered" | "aside"} Standing */

const CASE = "[data-step]";
const STANDINGS = ["live", "unresolved", "answered", "aside"];
/** Of so many cards that somebody is heard on, all are brought into sight. */
const UNCOVERED = 8;

export class DebateSheet {
  root = find("debate");
  boards = findAll(this.root, ".board");

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** How each case stands in the map. @type {Map<HTMLElement, Standing>} */
    this.inMap = new Map(this.cases().map(each => [each, standingOf(each)]));
    /** What counts for and against each claim in the map. @type {Map<string, {pro: number, con: number}>} */
    this.counted = new Map(app.debate.claims.map(claim => [claim.id, countsOf(claim)]));
    listenToPeeks(app, this.root);
    listenToTwins(this.root);
    for (const part of [this.root, find("debate-foot")]) part.addEventListener("click", event => this.click(event));
  }

  cases() {
    return findAll(this.root, `.case${CASE}`);
  }

  board() {
    return this.boards.find(board => !board.hidden) || this.boards[0];
  }

  /* ---- what a click asks for ---- */

  /** @param {MouseEvent} event */
  click(event) {
    const asked = findTarget(event, "a, button");
    if (!asked || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const {go, n, aside, issue} = asked.dataset;
    if (issue !== undefined) this.app.act.ask(issue);
    else if (go !== undefined) this.goTo(go);
    else if (n !== undefined) this.app.act.show(n);
    else if (aside !== undefined) this.app.act.setAside(JSON.parse(aside));
    else if (asked.dataset.fold !== undefined) this.turnFold(asked.dataset.fold, asked);
    else return;
    event.preventDefault();
  }

  /**
   * Shows the board of a question.
   * @param {string | null} issue the first where it has none
   */
  ask(issue) {
    const asked = this.boards.find(board => board.dataset.issue === issue) || this.boards[0];
    for (const board of this.boards) board.hidden = board !== asked;
    for (const link of findAll(find("debate-foot"), "a[data-issue]")) {
      link.parentElement?.toggleAttribute("hidden", link.dataset.issue === asked.dataset.issue);
    }
  }

  /**
   * Goes to where a reason stands in full.
   * @param {string} step
   */
  goTo(step) {
    const target = findAll(this.board(), CASE).find(each => each.dataset.step === step);
    if (!target) return;
    this.uncover(target);
    target.scrollIntoView({block: "center"});
    target.querySelector("a")?.focus({preventScroll: true});
  }

  /**
   * Unfolds a side of an answer or what bears on a reason, or folds it.
   * @param {string} key
   * @param {HTMLElement} asked what was pressed: it stays where it is when what is above it is folded
   */
  turnFold(key, asked) {
    const {unfolded} = this.app.state;
    const {top} = asked.getBoundingClientRect();
    const folds = unfolded.delete(key);
    if (!folds) unfolded.add(key);
    this.app.act.unfoldSheet();
    if (folds) scrollBy(0, asked.getBoundingClientRect().top - top);
  }

  /** Shows what the state says is unfolded. */
  showFolds() {
    const {unfolded} = this.app.state;
    for (const band of findAll(this.root, ".slim")) {
      band.classList.toggle("opened", unfolded.has(`slim:${band.dataset.answer}`));
    }
    for (const button of findAll(this.root, "[data-fold]")) {
      const key = button.dataset.fold || "";
      const open = unfolded.has(key);
      button.setAttribute("aria-expanded", String(open));
      if (key.startsWith("on:")) this.unfold(/** @type {HTMLElement} */ (button.closest(CASE)), open);
      else button.closest(".wing")?.classList.toggle("unfolded", open);
    }
  }

  /**
   * Shows what bears on a reason, or no longer.
   * @param {HTMLElement} holder
   * @param {boolean} open
   */
  unfold(holder, open) {
    const card = holder.querySelector(":scope > .block");
    const under = card?.querySelector(":scope > .under");
    if (Boolean(under) === open) return;
    if (under) under.remove();
    else card?.append(...[underList(this.app.debate, holder.dataset.step || "")].filter(each => each !== null));
  }

  /**
   * Brings an element into the drawing that is folded away.
   * @param {Element} target
   */
  uncover(target) {
    const {act, state} = this.app;
    const board = /** @type {HTMLElement | null} */ (target.closest(".board"));
    if (board?.hidden) act.ask(board.dataset.issue || "");
    const band = /** @type {HTMLElement | null} */ (target.closest(".band"));
    if (band?.matches(".slim")) state.unfolded.add(`slim:${band.dataset.answer}`);
    this.showFolds();
    const folded = target.closest(".folded, .ample");
    if (!folded || folded.checkVisibility()) return;
    const button = /** @type {HTMLElement | null} */ (folded.closest(".wing")?.querySelector(".unfold"));
    if (button) state.unfolded.add(button.dataset.fold || "");
    this.showFolds();
  }

  /**
   * Shows the debate as the case of a person, or as everybody's.
   * @param {Lens | null} lens
   * @param {string | null} id
   */
  showCase(lens, id) {
    markSheetCase(this.root, lens, id);
  }

  /* ---- choosing ---- */

  /**
   * Lights a record with its way up to the question; the rest loses its colour.
   * @param {string | null} id
   */
  select(id) {
    for (const each of findAll(this.root, ".lit, .chosen")) each.classList.remove("lit", "chosen");
    const chosen = id === null ? null : this.find(id);
    const lit = chosen ? wayUp(chosen) : this.near(id);
    this.root.classList.toggle("choosing", lit.length > 0);
    for (const each of lit) each.classList.add("lit");
    find("panel").dataset.side = liesAtEnd(chosen ? [chosen] : lit) ? "start" : "end";
    if (!chosen) return;
    this.uncover(chosen);
    chosen.classList.add("chosen");
    const {top, bottom} = chosen.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) chosen.scrollIntoView({block: "center"});
  }

  /**
   * The drawn element of a record; what lies beneath a reason is unfolded for it.
   * @param {string} id
   */
  find(id) {
    const step = this.cases().find(each => each.dataset.step === id);
    const drawn = step || this.drawn(id);
    const node = this.app.debate.nodes.get(id);
    if (drawn || !node) return drawn;
    for (const above of ancestorsOf(node).reverse()) {
      const holder = this.drawn(above.id)?.closest(`.case${CASE}`);
      if (!(holder instanceof HTMLElement)) continue;
      this.app.state.unfolded.add(`on:${holder.dataset.step}`);
      this.showFolds();
      return this.drawn(id);
    }
    return null;
  }

  /**
   * The place where a claim is drawn in full, on the board in sight if it is there.
   * @param {string} id
   * @returns {HTMLElement | null}
   */
  drawn(id) {
    const links = findAll(this.root, "a.title").filter(link => link.dataset.n === id);
    /** @param {HTMLElement} link */
    const worth = link =>
      Number(!link.closest("[hidden]")) * 2 + Number(!link.closest(".elsewhere, .answering, .near"));
    const [best] = links.sort((a, b) => worth(b) - worth(a));
    return /** @type {HTMLElement | null} */ (
      best?.closest(".under li, .near li, .answering li, .case, .answer, .question") || null
    );
  }

  /**
   * What a person or a concept is near to: unfolded where it lies beneath a card.
   * @param {string | null} id
   */
  near(id) {
    const {debate} = this.app;
    const near = id === null || debate.nodes.has(id) ? null : findNear(debate, id);
    if (!near) return [];
    for (const each of near) if (this.isBeneath(each)) this.find(each);
    const lit = this.holding(near);
    if (lit.length <= UNCOVERED)
      for (const each of lit) if (each.closest(".board") === this.board()) this.uncover(each);
    return lit;
  }

  /**
   * Whether a claim lies beneath a card of the board in sight and is not drawn there.
   * @param {string} id
   */
  isBeneath(id) {
    const node = this.app.debate.nodes.get(id);
    return (
      Boolean(node) &&
      !this.drawn(id) &&
      ancestorsOf(/** @type {Card} */ (node)).some(above => above.id === this.board().dataset.issue)
    );
  }

  /**
   * The cases and answers that name one of `ids`.
   * @param {ReadonlySet<string>} ids
   */
  holding(ids) {
    const links = findAll(this.root, "a.title").filter(link => ids.has(link.dataset.n || ""));
    const held = links.flatMap(link => [
      link.closest(".under li, .near li, .answering li"),
      link.closest(".case, .answer"),
    ]);
    return [...new Set(held)].filter(each => each !== null);
  }

  /**
   * Marks what a search found.
   * @param {ReadonlySet<string> | null} ids
   */
  light(ids) {
    for (const each of findAll(this.root, ".hit")) each.classList.remove("hit");
    for (const each of ids ? this.holding(ids) : []) each.classList.add("hit");
  }

  /**
   * Marks what the filters leave out.
   * @param {(node: Card) => boolean} isOut
   */
  dim(isOut) {
    for (const each of findAll(this.root, ".case, .answer")) {
      const nodes = findAll(each, ":scope > .block > .point .title, :scope > h3 .title").map(link =>
        this.app.debate.nodes.get(link.dataset.n || ""),
      );
      each.classList.toggle("out", nodes.length > 0 && nodes.every(node => node && isOut(node)));
    }
  }

  /* ---- what if ---- */

  /** Tells again what counts, how much, and in which order. */
  restate() {
    for (const link of findAll(this.root, "a.title")) {
      link.classList.toggle("gone", Boolean(this.app.debate.nodes.get(link.dataset.n || "")?.moved?.aside));
    }
    for (const [each, was] of this.inMap) restateCase(this.app.debate, each, was);
    for (const board of this.boards) this.restateBoard(board);
  }

  /** @param {HTMLElement} board */
  restateBoard(board) {
    const issue = this.app.debate.nodes.get(board.dataset.issue || "");
    const rows = board.querySelector(".rows");
    if (!issue?.ranking || !rows) return;
    const bands = new Map(findAll(board, ".band").map(band => [band.dataset.answer || "", band]));
    const placed = inOrder(issue).flatMap(answer => bands.get(answer.id) ?? []);
    if (placed.some((band, n) => band !== findAll(rows, ".band")[n])) rows.append(...placed);
    for (const [id, band] of bands) restateAnswer(this.app.debate, issue, id, band);
    const answers = inOrder(issue).map(({id}) => ({
      id,
      was: this.stateIn(issue, id, "was"),
      now: this.stateIn(issue, id, "now"),
    }));
    tellSupposed(this.app, board, issue, answers);
  }

  /**
   * How an answer stands in the map, or as the reader supposes it.
   * @param {Card} issue
   * @param {string} id
   * @param {"was" | "now"} when
   * @returns {AnswerState}
   */
  stateIn(issue, id, when) {
    const ranking = (when === "was" ? issue.inMap : issue.ranking) || [];
    const node = this.app.debate.nodes.get(id);
    const isGone = when === "now" && Boolean(node?.moved?.aside);
    const counts = when === "was" || !node ? this.counted.get(id) : countsOf(node);
    const place = ranking.length > 1 || isGone ? placeWords({ranking}, rankOf(ranking, id), "") : "";
    return {place, pro: 0, con: 0, ...(isGone ? {} : counts)};
  }
}

/**
 * An element with what lies between it and the answer; all that is said of it, where it is an answer itself.
 * @param {HTMLElement} chosen
 * @returns {Element[]}
 */
function wayUp(chosen) {
  const band = chosen.closest(".band");
  if (!band) return [];
  if (chosen.classList.contains("answer")) return [chosen, ...band.querySelectorAll(".case")];
  /** @type {Element[]} */
  const way = [...band.querySelectorAll(".answer")];
  for (let at = /** @type {Element | null} */ (chosen); at && at !== band; at = at.parentElement) {
    if (at.matches("li")) way.push(at);
  }
  return way;
}

/**
 * Whether most of what is shown stands at the end, which the panel must leave free.
 * @param {Element[]} shown
 */
function liesAtEnd(shown) {
  const atEnd = shown.filter(each => each.closest(".wing.con")).length;
  return atEnd > shown.filter(each => each.closest(".wing.pro")).length;
}

/** @param {Card} claim */
const countsOf = ({pros, cons}) => ({pro: pros?.[0] ?? 0, con: cons?.[0] ?? 0});

/** @param {HTMLElement} each */
function standingOf(each) {
  return /** @type {Standing} */ (STANDINGS.find(standing => each.classList.contains(standing)) || "live");
}

/**
 * How a reason or an objection stands now.
 * @param {Debate} debate
 * @param {string} id of a step, or of a rival claim
 * @returns {Standing | null} null where the map tells nothing of it
 */
function standingNow(debate, id) {
  const step = debate.steps.get(id);
  const premises = step ? step.premises : [id];
  if (premises.some(each => debate.nodes.get(each)?.moved?.aside)) return "aside";
  if (step) return step.status ? STATUSES[step.status] || null : null;
  const word = debate.nodes.get(id)?.word;
  if (!word) return null;
  return word === "unresolved" ? "unresolved" : STANDING_WORDS.has(word) ? "live" : "answered";
}

/** @type {Record<string, Standing>} */
const STATUSES = {applies: "live", undecided: "unresolved", blocked: "answered"};
const STANDING_WORDS = new Set(["unchallenged", "answered"]);

/**
 * @param {Debate} debate
 * @param {HTMLElement} each
 * @param {Standing} was
 */
function restateCase(debate, each, was) {
  const now = standingNow(debate, each.dataset.step || "") || was;
  each.classList.remove(...STANDINGS);
  each.classList.add(now);
  each.classList.toggle("moved", now !== was);
  each.querySelector(":scope > .change")?.remove();
  if (now === was) return;
  each.append(element("p", {class: "change"}, phrase(`debate.then.${now}`)));
}

/**
 * @param {Debate} debate
 * @param {Card} issue
 * @param {string} id
 * @param {HTMLElement} band
 */
function restateAnswer(debate, issue, id, band) {
  const answer = debate.nodes.get(id);
  const card = band.querySelector(".answer");
  if (!answer || !card) return;
  const isSet = Boolean(answer.moved?.aside);
  for (const [side, counts] of /** @type {const} */ ([
    ["pro", answer.pros],
    ["con", answer.cons],
  ])) {
    const live = isSet ? 0 : (counts?.[0] ?? 0);
    restateSide(band, side, live);
  }
  restateExclusion(debate, card);
  const [rank] = findAll(card, ".rank");
  if (!rank) return;
  const place = rankOf(issue.ranking || [], id);
  const was = rankOf(issue.inMap || [], id);
  const before = placeWords({ranking: issue.inMap}, was, "");
  restateRank(rank, placeWords(issue, place, "") === before ? "" : placeWords(issue, place, "then-"));
  card.classList.toggle("ahead", place === 1);
  band.classList.toggle("ahead", place === 1);
  band.classList.toggle("moved", place !== was);
}

/**
 * @param {HTMLElement} rank
 * @param {string} words where it would be; empty where that is as it is told in the map
 */
function restateRank(rank, words) {
  rank.dataset.was ??= rank.textContent || "";
  rank.textContent = words || rank.dataset.was;
}

/**
 * Tells what keeps an answer from standing: a claim that contradicts it, and stands or is undecided.
 * @param {Debate} debate
 * @param {Element} card
 */
function restateExclusion(debate, card) {
  const told = findAll(card, ".excluded")[0];
  if (!told) return;
  /** @type {string[]} */
  const rivals = JSON.parse(told.dataset.rivals || "[]");
  /** @param {Standing} standing */
  const named = standing => rivals.filter(id => standingNow(debate, id) === standing);
  const words = /** @type {const} */ ([
    ["rivals.excluded", named("live")],
    ["rivals.undecided", named("unresolved")],
  ]).filter(([, ids]) => ids.length);
  told.textContent = words
    .map(([key, ids]) =>
      phrase(key, {n: ids.length, names: join(nameFew(ids.map(id => quote(debate.nodes.get(id)?.title || id))))}),
    )
    .join(". ");
}

/** So many are named; of more the first, and the others are counted. */
const NAMED = 2;

/** @param {string[]} names */
const nameFew = names =>
  names.length > NAMED ? [...names.slice(0, NAMED - 1), phrase("counts.others", {n: names.length - NAMED + 1})] : names;

/**
 * @param {Pick<Card, "ranking">} issue
 * @param {number} place
 * @param {"" | "then-"} when
 */
function placeWords({ranking = []}, place, when) {
  if (!place) return phrase("debate.then.aside");
  const level = ranking.filter(([id]) => rankOf(ranking, id) === 1).length > 1;
  if (place > 1) return when ? phrase("debate.then-place", {place: tellOrdinal(place)}) : tellOrdinal(place);
  return phrase(level ? `debate.${when}level` : `debate.${when}leads`);
}

/** The words for places, from the second on. */
const ORDINALS = /** @type {const} */ ([
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
]);

/** How the words for places beyond those end, by the last digit. */
const LAST = ["", "-first", "-second", "-third"];

/** @param {number} place */
function tellOrdinal(place) {
  const word = ORDINALS[place - 2];
  if (word) return phrase(`place.${word}`);
  const last = Math.floor(place / 10) % 10 === 1 ? "" : LAST[place % 10] || "";
  return phrase(`place.further${last}`, {n: place});
}

/**
 * @param {HTMLElement} band
 * @param {"pro" | "con"} side
 * @param {number} live
 */
function restateSide(band, side, live) {
  const [holder] = findAll(band, `.answer .side.${side}`);
  if (!holder) return;
  for (const count of findAll(holder, ".count")) {
    const now = phrase(side === "pro" ? "counts.reasons" : "counts.objections", {n: live});
    count.textContent = String(live) === count.dataset.live ? (count.dataset.was ?? now) : now;
  }
  for (const figure of findAll(holder, ".figure")) figure.textContent = `${side === "pro" ? "+" : "−"}${live}`;
  for (const ticks of findAll(holder, ".ticks")) ticks.style.setProperty("--n", String(live));
  const cases = findAll(band, `.wing.${side} > .case`);
  for (const pips of findAll(holder, ".pips")) {
    const drawn = cases.slice(0, pips.childElementCount);
    pips.replaceChildren(...drawn.map(each => pipOf(each, side)));
  }
}

/**
 * The sign of a reason or an objection as it stands now: a ring where it no longer counts.
 * @param {HTMLElement} each
 * @param {"pro" | "con"} side
 */
function pipOf(each, side) {
  const drawn = each.querySelector(":scope > .block > .pip");
  const standing = standingOf(each);
  if (standing === "live" && drawn) return drawn.cloneNode();
  return element("i", {class: `pip ${side} ${standing === "unresolved" ? "open" : "spent"}`});
}
