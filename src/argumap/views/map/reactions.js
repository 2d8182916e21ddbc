/* The page of the map as a whole: what follows on it when something is selected, folded, left or supposed. */
import {phrase} from "../../page/static/words.js";
import {address, carryAddress, carryAs} from "../../page/static/address.js";
import {onTheme} from "../../page/static/core.js";
import {followLens} from "../../page/static/lens.js";
import {element, find, findAll} from "../../page/static/elements.js";
import {notice, say} from "../../page/static/notices.js";
import {isInView, rootsOf} from "./arrangement.js";
import {PAD, TEXT_SIZE, cardSize, forgetTexts, readFonts} from "./card-text.js";
import {listenToCommands, showKeys} from "./commands.js";
import {ancestorsOf, isWithin, readDebate} from "./card-tree.js";
import {DebateSheet} from "./debate-sheet.js";
import {showDetail} from "./detail.js";
import {hasBeneath} from "./ghosts.js";
import {offerMap} from "./handed-on.js";
import {hiddenBelow, shownChildren} from "./portions.js";
import {buildFacets, countFacets, isFiltering, isLeftOut, matchesFacets} from "./facets.js";
import {countMatching, showFilters} from "./filter-pane.js";
import {showLegend} from "./legend.js";
import {Listing} from "./list.js";
import {colourChoices} from "./looks.js";
import {ARROWS, findNeighbour} from "./arrow-keys.js";
import {
  MANY_ROOTS,
  MOST_CARDS,
  countShown,
  openAtStart,
  openTo,
  openWhole,
  shownCards,
  startDepth,
} from "./unfolding.js";
import {listenToPointer} from "./pointer.js";
import {listenToPrint} from "./print.js";
import {SearchBox, buildDebateSearch} from "./search.js";
import {Stage} from "./stage.js";
import {FIELDS, NETWORK_KEYS, createState, readState, writeState} from "./state.js";
import {showSheet} from "./sheets.js";
import {createSupposer} from "./supposed-status.js";
import {isSheetUp, listenToTabs, lowerSheet, narrow, raiseTab, togglePanel} from "./tabs.js";
import {layOut} from "./tidy.js";
import {showControls, showCounts, showTrail} from "./whereabouts.js";
import {showBanner} from "./what-if.js";
import {spokenWords} from "./wording.js";
import {plainText} from "./wrapping.js";

/** @import {Lens} from "../../page/static/lens.js" */
/** @import {App} from "./app.js" */
/** @import {Shown} from "./commands.js" */
/** @import {Card} from "./card-tree.js" */
/** @import {Legend, Payload} from "./payload.js" */
/** @import {Held} from "./stage.js" */
/** @import {Known, Layout, Sheet, State, Tab, View} from "./state.js" */

const MOST_IN_BRANCH = 400;
const RESIZING = 80;
/** Where each button moves the map to, and by what part of what is in view. @type {Record<string, [number, number]>} */
const PANS = {left: [-1, 0], up: [0, -1], down: [0, 1], right: [1, 0]};
const PANNED = 0.4;
/** So many of a person's claims are unfolded at once. */
const MOST_OF_A_CASE = 30;
/** So many matches are unfolded at once. */
const MOST_MATCHES = 60;
/** What is open at the start depends on all others, and where the camera is on what is open. */
const BEFORE_START = FIELDS.map(field => field.name).filter(name => name !== "open" && name !== "camera");

export class MapPage {
  /** What is open at the start. @type {Set<string>} */
  first = new Set();
  /** @type {Listing | null} */
  outline = null;
  /** @type {Listing | null} */
  list = null;
  isRestoring = false;
  /** What the network is made of, once it was shown. @type {Held | null} */
  held = null;
  /** @type {Stage | null} */
  made = null;
  /** Whether what the reader did waits to be written, and as a step of its own. @type {"no" | "here" | "step"} */
  unwritten = "no";

  /**
   * @param {Payload} payload
   * @param {Legend} legend
   * @param {() => Promise<Held>} loadHeld
   */
  constructor(payload, legend, loadHeld) {
    const debate = readDebate(payload);
    this.supposeAll = createSupposer(debate);
    /** @type {App} */
    this.app = {
      debate,
      legend,
      facets: buildFacets(debate, legend),
      state: createState(),
      isList: () => this.state.layout === "list",
      foldedMatches: () => this.foldedMatches(),
      act: {
        show: (id, how) => this.show(id, how),
        fold: id => this.fold(id),
        focus: id => this.inNetwork(() => this.focus(id)),
        branch: id => this.inNetwork(() => this.branch(id)),
        filter: (key, value) => this.filter(key, value),
        clearFilters: () => this.clearFilters(),
        unfold: ids => this.unfold(ids),
        suppose: how => this.suppose(how),
        setAside: ids => this.setAside(ids),
        unfoldSheet: () => this.unfoldSheet(),
        ask: issue => this.ask(issue),
      },
    };
    this.debate = debate;
    this.state = this.app.state;
    this.loadHeld = loadHeld;
    // A step is shown by itself here alone: elsewhere the claim that it starts from is.
    carryAs(id => debate.steps.get(id)?.premises[0] ?? id);
    /** The debate as it is drawn in the document, where it has answers. */
    this.sheet = document.getElementById("debate") ? new DebateSheet(this.app) : null;
    this.find = buildDebateSearch(debate);
    this.searchBox = new SearchBox(debate, legend, this.find, {
      light: ids => this.light(ids),
      pick: id => this.pickHit(id),
      leave: () => this.focusSheet(),
      folded: ids => (this.isNetwork() ? this.foldedOf(ids.flatMap(id => this.debate.nodes.get(id) ?? [])) : []),
      unfold: ids => this.unfold(ids),
    });
  }

  /** The canvas of the network, made when it is first asked for. */
  get stage() {
    if (!this.held) throw new Error("the network is not ready");
    if (!this.made) {
      readFonts();
      this.made = new Stage(this.app, this.held, () => this.rest());
      listenToPointer(this.made, {
        fold: id => this.fold(id),
        show: id => this.show(id),
        elsewhere: id => this.showElsewhere(id),
        rest: () => this.rest(),
      });
    }
    return this.made;
  }

  /** Whether the cards of the network are drawn: not on the other sheet, nor where they are a list. */
  isDrawing() {
    return this.isNetwork() && !this.app.isList();
  }

  isNetwork() {
    return this.state.sheet === "network";
  }

  /** @param {string} id */
  nodeOf(id) {
    return /** @type {Card} */ (this.debate.nodes.get(id));
  }

  /**
   * Turns to the network, and does what only that can show.
   * @param {() => void} act
   */
  async inNetwork(act) {
    if (!this.isNetwork()) await this.turnTo("network");
    act();
  }

  /* ---- showing everything that the state says ---- */

  /** @param {{choose?: boolean, refit?: boolean}} [how] choose the arrangement anew, fit it to the stage anew */
  present({choose = false, refit = false} = {}) {
    showSheet(this.state.sheet);
    this.sheet?.ask(this.state.issue);
    this.sheet?.showFolds();
    if (!this.isNetwork()) return;
    const asList = this.app.isList();
    find("canvas-holder").hidden = asList;
    find("nothing").hidden = this.debate.roots.length > 0;
    find("list").hidden = !asList;
    document.body.classList.toggle("as-list", asList);
    showLegend(this.app, this.stage.colours);
    this.showTrail();
    if (asList) {
      this.showList();
      this.stage.drawMini();
    } else {
      this.stage.takeRoom();
      if (refit) this.stage.openKey();
      if (choose) this.stage.chooseAnew();
      this.stage.arrange();
      if (refit) this.stage.fit();
      this.stage.redraw();
    }
    showCounts(this.app, this.stage.placed);
    showControls(this.app);
  }

  showTrail() {
    showTrail(this.app, view => this.go(view));
  }

  /** @param {Card} node */
  isOut(node) {
    const {inCase} = this.debate;
    const isBeside = inCase !== null && !inCase.has(node.id);
    return isBeside || isLeftOut(node, this.app.facets, this.state.chosen);
  }

  /** @param {boolean} cardy */
  makeListing(cardy) {
    const {debate, legend} = this.app;
    const pick = (/** @type {Card} */ node) => this.show(node.id);
    const opened = (/** @type {Card} */ node, /** @type {boolean} */ open) => {
      this.setOpen(node.id, open);
      this.write();
      showCounts(this.app, this.stage.placed);
    };
    return cardy
      ? new Listing(debate, legend, {label: phrase("map.told.list"), cardy, pick, opened})
      : new Listing(debate, legend, {label: phrase("map.told.tree"), ids: true, pick});
  }

  showOutline() {
    const selected = this.debate.nodes.get(this.state.selected || "");
    if (!this.outline) {
      this.outline = this.makeListing(false);
      find("outline").append(this.outline.tree);
      const few = this.debate.roots.length <= MANY_ROOTS;
      this.outline.show(this.debate.roots, node => node.depth < 1 && few);
      this.outline.dim(node => this.isOut(node));
    }
    if (selected) this.outline.select(selected);
  }

  showList() {
    if (!this.list) {
      this.list = this.makeListing(true);
      find("list").append(this.list.tree);
    }
    this.list.show(rootsOf(this.debate, this.state), node => this.state.open.has(node.id));
    this.list.dim(node => this.isOut(node));
    const selected = this.debate.nodes.get(this.state.selected || "");
    if (selected) this.list.select(selected, {scroll: false});
  }

  /* ---- selecting ---- */

  /**
   * @param {string | null} id
   * @param {{keepPanel?: boolean}} [how]
   */
  show(id, {keepPanel = false} = {}) {
    this.state.selected = id;
    const node = this.debate.nodes.get(id || "") || null;
    this.bringInView(id, node);
    if (this.outline && !find("outline").hidden) this.outline.select(node);
    showDetail(this.app, id);
    document.body.classList.toggle("has-selection", id !== null);
    if (id !== null) {
      if (!keepPanel && this.state.panel !== "outline") this.openTab("detail");
      this.uncover();
      say(spokenWords(this.debate, this.app.legend, id));
    }
    this.write();
  }

  /**
   * @param {string | null} id
   * @param {Card | null} node
   */
  bringInView(id, node) {
    if (!this.isNetwork()) {
      this.sheet?.select(id);
      return;
    }
    const changed = node !== null && this.openAround(node);
    if (this.app.isList()) {
      if (changed || !this.list) this.present();
      this.list?.select(node);
      return;
    }
    if (changed) this.stage.arrange();
    if (id !== null) this.stage.reveal(id);
    this.stage.redraw();
    if (!changed) return;
    showCounts(this.app, this.stage.placed);
    this.showTrail();
  }

  /** Brings what is selected in view again where the panel came up over it. */
  uncover() {
    if (this.isDrawing() && isSheetUp()) this.withSelected(id => this.stage.reveal(id));
  }

  /**
   * Leaves a view that does not hold a card, and opens what is above it; whether that changed anything.
   * @param {Card} node
   */
  openAround(node) {
    const {state} = this;
    const leaves = state.view !== null && !isInView(node, state, this.stage.placed);
    if (leaves) {
      state.view = null;
      this.stage.chooseAnew();
    }
    if (state.view?.kind === "focus") return leaves;
    const closed = ancestorsOf(node).filter(each => !state.open.has(each.id));
    for (const each of closed) state.open.add(each.id);
    return this.showAmong(node) || leaves || closed.length > 0;
  }

  /**
   * Shows all that hangs beside a card and those above it, where that is needed to show them; whether it was.
   * @param {Card} node
   */
  showAmong(node) {
    const {state} = this;
    const hidden = [...ancestorsOf(node), node].filter(
      ({parentNode}, n, path) => parentNode && !shownChildren(parentNode, state).includes(path[n]),
    );
    for (const {parentNode} of hidden) if (parentNode) state.all.add(parentNode.id);
    return hidden.length > 0;
  }

  /** @param {Set<string> | null} ids */
  light(ids) {
    if (!this.isNetwork()) {
      this.sheet?.light(ids);
      return;
    }
    this.stage.lit = ids;
    if (!this.app.isList()) this.stage.redraw();
  }

  /** @param {string} id */
  pickHit(id) {
    this.show(id);
    if (!this.app.isList()) this.focusSheet();
  }

  focusSheet() {
    const place = this.isNetwork() ? find("net") : document.querySelector(".chosen a, .board:not([hidden]) h2 a");
    if (place instanceof HTMLElement) place.focus({preventScroll: true});
  }

  /**
   * Goes to the board of a question.
   * @param {string} issue
   */
  ask(issue) {
    this.state.issue = issue;
    this.sheet?.ask(issue);
    this.write();
  }

  unfoldSheet() {
    this.sheet?.showFolds();
    this.write();
  }

  /* ---- folding ---- */

  /**
   * @param {string} id
   * @param {boolean} open
   */
  setOpen(id, open) {
    if (open) this.state.open.add(id);
    else this.state.open.delete(id);
  }

  /**
   * Opens a card, shows the rest of one that shows the best few, or folds it; whether it is open then.
   * @param {Card} node
   */
  turnFold(node) {
    const {state} = this;
    const {id} = node;
    const wasPart = state.open.has(id) && hiddenBelow(node, state) > 0;
    const open = wasPart || !state.open.has(id);
    this.setOpen(id, open);
    if (wasPart) state.all.add(id);
    else state.all.delete(id);
    const chosen = this.debate.nodes.get(state.selected || "");
    if (!open && chosen && isWithin(chosen, id)) state.selected = id;
    return open;
  }

  /** @param {string} id */
  fold(id) {
    const node = this.debate.nodes.get(id);
    if (!node || !hasBeneath(node) || this.state.view?.kind === "focus") return;
    const open = this.turnFold(node);
    if (this.app.isList()) this.present();
    else this.stage.arrangeAround(id);
    if (open && !this.app.isList()) this.stage.showAny(shownChildren(node, this.state).map(child => child.id));
    this.state.whole = false;
    showCounts(this.app, this.stage.placed);
    showControls(this.app);
    showDetail(this.app, this.state.selected);
    showFilters(this.app);
    const n = open ? node.children.length : node.below;
    say(phrase(open ? "map.told.shown-beneath" : "map.told.folded-beneath", {n, title: node.title}));
    this.write();
  }

  /**
   * Goes to what bears on a card and hangs elsewhere; where that is several, shows how each leads here.
   * @param {string} id
   */
  showElsewhere(id) {
    const links = this.nodeOf(id).links.filter(link => link.step && link.to === id);
    const sources = [...new Set(links.map(link => this.nodeOf(link.from)))];
    if (sources.length === 1) {
      this.show(sources[0].id);
      return;
    }
    for (const source of sources) this.openAround(source);
    this.stage.arrangeAround(id);
    this.show(id);
    this.stage.showTogether([id, ...sources.map(source => source.id)]);
    showCounts(this.app, this.stage.placed);
    say(phrase("map.told.from-elsewhere", {titles: sources.map(source => source.title).join("; ")}));
  }

  /**
   * Lights one person's case with its way to the questions, and unfolds what they say; null shows everybody's.
   * @param {Lens | null} lens
   * @param {string | null} id
   */
  showCase(lens, id) {
    const {debate, state} = this;
    if (!lens && !debate.inCase) return;
    this.sheet?.showCase(lens, id);
    const said = lens ? [...lens.holds, ...lens.rejects] : [];
    debate.inCase = lens && new Set([id || "", ...said, ...lens.open, ...lens.path, ...lens.beyond]);
    const wasRestoring = this.isRestoring;
    this.isRestoring = true;
    for (const each of said.slice(0, MOST_OF_A_CASE).flatMap(claim => this.openAbove(claim))) state.open.add(each);
    if (this.made) this.present({choose: true, refit: true});
    this.refilter();
    this.isRestoring = wasRestoring;
  }

  /* ---- overview, whole map, branch, focus ---- */

  /** What is open at the start, as the state has everything else. */
  openAtStart() {
    const {debate, state} = this;
    this.stage.openKey();
    return openAtStart(debate.roots, open => this.stage.canBeRead({...state, open}));
  }

  overview() {
    Object.assign(this.state, {view: null, whole: false, camera: null, all: new Set()});
    this.showPanel(true);
    this.state.open = this.openAtStart();
    this.present({choose: true, refit: true});
    const {selected} = this.state;
    if (selected && this.debate.nodes.has(selected) && !this.stage.placed?.boxes.has(selected)) this.show(null);
    this.write();
    say(phrase("map.main-points"));
  }

  whole() {
    const {state} = this;
    const {open, depth} = openWhole(rootsOf(this.debate, state));
    if (state.view?.kind === "focus") state.view = null;
    if (depth < Infinity) {
      const many = phrase("map.told.too-many", {n: this.debate.claims.length});
      notice(`${many} ${phrase("map.told.levels", {n: depth})}`);
    }
    state.open = open;
    state.whole = true;
    this.showPanel(false);
    this.present({choose: true, refit: true});
    this.write();
    say(phrase("map.whole"));
  }

  /**
   * Goes to a branch, a focus, or with null back to the whole debate.
   * @param {View | null} view
   */
  go(view) {
    const {state} = this;
    state.view = view;
    state.whole = false;
    if (view?.kind === "branch") state.open = new Set([...state.open, ...this.openInBranch(this.nodeOf(view.id))]);
    else if (!view) state.open = new Set([...this.openAtStart(), ...this.openAbove(state.selected)]);
    this.present({choose: true, refit: true});
    showDetail(this.app, state.selected);
    this.write();
    if (!view) say(phrase("map.record.whole-debate"));
    else {
      const title = this.nodeOf(view.id).title;
      say(phrase(view.kind === "focus" ? "map.told.focus-on" : "map.told.branch", {title}));
    }
  }

  /**
   * What is open above a record that is shown.
   * @param {string | null} id
   */
  openAbove(id) {
    const node = this.debate.nodes.get(id || "");
    return node ? ancestorsOf(node).map(each => each.id) : [];
  }

  /** @param {Card} node */
  openInBranch(node) {
    const asList = this.app.isList();
    /** @param {Set<string>} open */
    const fits = open => asList || this.stage.canBeRead({...this.state, open});
    return openTo([node], Math.max(1, startDepth([node], MOST_IN_BRANCH, fits)));
  }

  /** @param {string} id */
  branch(id) {
    if (!this.debate.nodes.has(id)) return;
    const {view} = this.state;
    this.go(view?.kind === "branch" && view.id === id ? null : {kind: "branch", id});
  }

  /** @param {string} id */
  focus(id) {
    const {state} = this;
    if (!this.debate.nodes.has(id)) return;
    if (state.view?.kind === "focus" && state.view.id === id) {
      this.go(null);
      return;
    }
    if (this.app.isList()) state.layout = "both";
    state.selected = id;
    this.go({kind: "focus", id});
    this.show(id);
  }

  /* ---- filters and what-ifs ---- */

  /**
   * @param {string} key
   * @param {string} value
   */
  filter(key, value) {
    const values = this.state.chosen.get(key) || new Set();
    this.state.chosen.set(key, values);
    if (!values.delete(value)) values.add(value);
    this.refilter();
  }

  clearFilters() {
    this.state.chosen.clear();
    this.refilter();
  }

  /** What the filters leave and is folded away. */
  foldedMatches() {
    const {debate, facets, state} = this.app;
    if (!this.isNetwork() || !isFiltering(state.chosen)) return [];
    return this.foldedOf(debate.claims.filter(claim => matchesFacets(claim, facets, state.chosen)));
  }

  /**
   * Those of some cards that are folded away.
   * @param {readonly Card[]} cards
   */
  foldedOf(cards) {
    const {debate, state} = this;
    const shown = this.app.isList()
      ? new Set([...shownCards(rootsOf(debate, state), state.open, {all: new Set(), whole: true})].map(({id}) => id))
      : this.stage.arrangement().boxes;
    return cards.filter(({id}) => !shown.has(id)).map(({id}) => id);
  }

  /**
   * Unfolds what some cards are folded under; what was in the middle stays, unless none of them is seen then.
   * @param {readonly string[]} ids
   */
  unfold(ids) {
    const {stage, state} = this;
    const some = ids.slice(0, MOST_MATCHES);
    const kept = this.app.isList() ? null : state.selected || stage.middle();
    for (const id of some) this.openAround(this.nodeOf(id));
    if (this.app.isList()) this.present();
    else {
      stage.arrangeAround(kept || "");
      stage.showTogether(some);
      stage.showAny(some);
    }
    showCounts(this.app, stage.placed);
    showFilters(this.app);
    showControls(this.app);
    this.write();
    say(phrase("map.filter.unfolded", {n: some.length}));
  }

  refilter() {
    const filtering = isFiltering(this.state.chosen);
    showFilters(this.app);
    showDetail(this.app, this.state.selected);
    this.outline?.dim(node => this.isOut(node));
    this.list?.dim(node => this.isOut(node));
    this.sheet?.dim(node => this.isOut(node));
    document.body.classList.toggle("is-filtering", filtering);
    find("tab-filters").textContent = filtering
      ? phrase("map.filter.on-tab", {n: countMatching(this.app)})
      : phrase("map.filters");
    if (this.isDrawing()) this.stage.redraw();
    this.write();
  }

  /**
   * A what-if changes what cards say, and so how tall they are; what the reader looks at stays where it is.
   * @param {{keepDetail?: boolean}} [how]
   */
  suppose({keepDetail = false} = {}) {
    const {debate, state} = this;
    this.supposeAll(state.supposed);
    showBanner(this.app);
    forgetTexts();
    countFacets(debate, this.app.facets);
    this.outline?.restate();
    this.sheet?.restate();
    if (this.isNetwork()) this.redrawSupposed();
    showFilters(this.app);
    this.write({step: !keepDetail});
    if (!keepDetail) showDetail(this.app, state.selected);
  }

  /**
   * Supposes claims away, and nothing else.
   * @param {readonly string[]} ids
   */
  setAside(ids) {
    this.state.supposed = {aside: new Set(ids), doubt: new Map()};
    this.suppose();
  }

  redrawSupposed() {
    const {state, stage} = this;
    stage.takeRoom({corner: true});
    if (this.app.isList()) this.list?.restate();
    else if (state.selected && stage.placed?.boxes.has(state.selected)) stage.arrangeAround(state.selected);
    else {
      stage.arrange();
      stage.redraw();
    }
    showLegend(this.app, stage.colours);
  }

  /* ---- the panel ---- */

  /** @param {Tab} name */
  openTab(name) {
    this.state.panel = name;
    this.state.bare = false;
    raiseTab(name);
    if (name === "outline") this.showOutline();
    if (name === "filters") showFilters(this.app);
  }

  /** @param {boolean} [open] */
  showPanel(open) {
    this.state.bare = open === undefined ? !this.state.bare : !open;
    togglePanel(!this.state.bare);
    this.made?.takeRoom();
  }

  /** Brings the panel in sight or puts it away. */
  turnPanel() {
    if (narrow.matches) {
      if (isSheetUp()) lowerSheet();
      else this.openTab(this.state.panel);
      return;
    }
    this.showPanel();
    this.fit();
    this.write({step: false});
  }

  /** On the debate sheet the panel is there for what is chosen; on a phone it is a sheet that is lowered. */
  closePanel() {
    lowerSheet();
    if (this.isNetwork()) return;
    this.openTab("detail");
    this.show(null);
  }

  /** @param {Tab} name */
  chooseTab(name) {
    if (narrow.matches && this.state.panel === name && isSheetUp()) {
      lowerSheet();
      return;
    }
    this.openTab(name);
    this.write({step: false});
  }

  /* ---- the address ---- */

  /** @returns {Known} */
  known() {
    const colours = this.colours().map(({value}) => value);
    return {debate: this.debate, facets: this.app.facets, colours, start: this.first};
  }

  colours() {
    return colourChoices(this.app.facets, this.debate.isJudged);
  }

  /**
   * Writes the state to the address once all that the reader's doing led to is done.
   * @param {{step?: boolean}} [how] whether the browser's way back undoes it
   */
  write({step = true} = {}) {
    if (this.isRestoring) return;
    if (this.unwritten === "no") queueMicrotask(() => this.writeNow());
    if (step || this.unwritten === "no") this.unwritten = step ? "step" : "here";
  }

  writeNow() {
    if (this.made && this.isDrawing()) this.made.rememberCamera();
    const changes = writeState(this.state, this.known());
    // What an address says of a network that was not shown yet is left to it.
    if (!this.made) for (const key of NETWORK_KEYS) delete changes[key];
    address.set(changes, {push: this.unwritten === "step"});
    this.unwritten = "no";
  }

  /** Shows what the address says. */
  async restore() {
    this.isRestoring = true;
    const {state, debate} = this;
    const {get} = address;
    forgetTexts();
    Object.assign(state, readState(BEFORE_START, get, this.known()));
    if (!this.sheet) state.sheet = "network";
    this.supposeAll(state.supposed);
    this.sheet?.restate();
    showBanner(this.app);
    countFacets(debate, this.app.facets);
    this.outline?.restate();
    this.showPanel(!state.bare);
    if (this.isNetwork()) await this.restoreNetwork();
    else this.present();
    this.refilter();
    this.showSelected();
    this.recallCamera();
    this.isRestoring = false;
    if (!this.made) return;
    this.made.isResting = false;
    if (this.isDrawing()) this.made.redraw();
  }

  async restoreNetwork() {
    const {state, debate} = this;
    this.held ??= await this.loadHeld();
    // Only what is shown has a size to be fitted to.
    showSheet(state.sheet);
    this.stage.isResting = this.isRestoring;
    // The key takes of their room.
    showLegend(this.app, this.stage.colours);
    this.first = this.openAtStart();
    const {open} = readState(["open"], address.get, this.known());
    const chosen = debate.nodes.get(state.selected || "");
    if (chosen) this.showAmong(chosen);
    const tooMany = countShown(debate.roots, open, state) > MOST_CARDS * 1.5 && !this.app.isList();
    state.open = new Set([...(tooMany ? this.first : open), ...this.openAbove(state.selected)]);
    this.present({choose: true, refit: true});
  }

  /** Looks at what the address says. */
  recallCamera() {
    if (!this.isDrawing()) return;
    this.state.camera = readState(["camera"], address.get, this.known()).camera;
    this.stage.recallCamera();
  }

  /**
   * Turns to the other sheet; what is selected, filtered and supposed stays.
   * @param {Sheet} sheet
   */
  async turnTo(sheet) {
    const {state} = this;
    if (state.sheet === sheet) return;
    state.sheet = sheet;
    const isNew = sheet === "network" && !this.made;
    if (isNew) await this.restoreNetwork();
    else this.present();
    this.bringInView(state.selected, this.debate.nodes.get(state.selected || "") || null);
    if (isNew) this.recallCamera();
    showDetail(this.app, state.selected);
    this.write();
  }

  /** Shows the selected record where it is and in the panel, after an address was read. */
  showSelected() {
    const {selected, panel} = this.state;
    const named = address.get("n");
    if (named && !selected) notice(phrase("page.nothing-called", {id: named.slice(0, 60)}));
    const isUp = isSheetUp();
    this.show(selected, {keepPanel: true});
    if (!this.state.bare) this.openTab(panel);
    this.uncover();
    if (!isUp && !selected && panel === "detail") lowerSheet();
    carryAddress();
  }

  /** Moves the map by a part of what is in view, for those who do not drag it. @param {string} way */
  panTo(way) {
    const {w, h} = this.stage.taken;
    const [x, y] = PANS[way];
    this.stage.panBy(x * w * PANNED, y * h * PANNED);
    this.stage.keepInSight();
    this.rest();
  }

  /** After the reader moved the map. */
  rest() {
    this.write({step: false});
  }

  /* ---- starting ---- */

  async start() {
    this.prepareControls();
    this.listen();
    onTheme(() => {
      this.made?.recolour();
      this.present();
    });
    addEventListener("popstate", () => this.restore());
    await this.restore();
    await followLens((lens, id) => this.showCase(lens, id));
    this.listenToResize();
    globalThis.argumapPage = this.forTests();
    document.documentElement.dataset.ready = "true";
  }

  prepareControls() {
    showKeys();
    const choices = this.colours().map(({value, words}) => element("option", {value}, words));
    find("colour").append(...choices);
    const layout = find("layout", HTMLSelectElement);
    layout.addEventListener("change", () => {
      this.state.layout = /** @type {Layout} */ (layout.value);
      this.present({choose: true, refit: true});
      this.write();
    });
    const colour = find("colour", HTMLSelectElement);
    colour.addEventListener("change", () => {
      this.state.colour = colour.value;
      this.present({refit: !this.state.camera});
      this.write();
    });
    find("print").addEventListener("click", () => globalThis.print());
    offerMap(this.app, () => (this.isDrawing() ? this.stage : null));
  }

  listen() {
    listenToCommands(this.hands());
    for (const button of findAll(document, ".sheets button")) {
      button.addEventListener("click", () => this.turnTo(/** @type {Sheet} */ (button.dataset.sheet)));
    }
    for (const button of findAll(document, "#pan button")) {
      button.addEventListener("click", () => this.panTo(button.dataset.pan || ""));
    }
    find("sheet-close").addEventListener("click", () => this.closePanel());
    listenToTabs(
      name => this.chooseTab(name),
      name => {
        this.openTab(name);
        find(`tab-${name}`).focus();
      },
    );
    listenToPrint(this.debate, this.app.legend, () => this.drawForPaper());
  }

  /** The network in the colours of paper; nothing where the reader looks at the other sheet. */
  drawForPaper() {
    if (find("work").dataset.sheet !== "network") return "";
    const root = document.documentElement;
    const theme = root.dataset.theme;
    root.dataset.theme = "light";
    this.stage.recolour();
    const svg = this.stage.toSvg();
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    this.stage.recolour();
    return svg;
  }

  listenToResize() {
    let resizing = 0;
    addEventListener("resize", () => {
      clearTimeout(resizing);
      resizing = setTimeout(() => this.arrangeForRoom(), RESIZING);
    });
  }

  /** Arranges anew for a stage of another size; what was in the middle stays there. */
  arrangeForRoom() {
    if (!this.made || !this.isDrawing()) return;
    const {state, stage} = this;
    const near = state.selected || stage.middle() || "";
    stage.takeRoom();
    const {camera} = state;
    const isFirst = !camera && this.first.size === state.open.size && [...this.first].every(id => state.open.has(id));
    this.first = this.openAtStart();
    if (isFirst && !state.view) state.open = new Set([...this.first, ...this.openAbove(state.selected)]);
    this.present({choose: true, refit: true});
    state.camera = camera;
    if (camera) stage.recallCamera();
    else stage.reveal(near);
    this.write({step: false});
  }

  /* ---- what the commands do ---- */

  /** @returns {import("./commands.js").Hands} */
  hands() {
    const ofNetwork = this.onNetwork({
      move: (/** @type {string} */ key) => this.move(key),
      fold: () => this.withSelected(id => this.fold(id)),
      whole: () => this.whole(),
      toggleWhole: () => (this.state.whole ? this.overview() : this.whole()),
      overview: () => this.overview(),
      branch: () => this.branchSelected(),
      focus: () => this.withSelected(id => this.focus(id)),
      back: () => history.back(),
      on: () => history.forward(),
      fit: () => this.fit(),
      zoom: (/** @type {number} */ factor) => {
        this.stage.zoomBy(factor);
        this.stage.keepInSight();
        this.rest();
      },
      toggle: (/** @type {Shown} */ name, /** @type {string} */ spoken) => this.toggle(name, spoken),
    });
    return {
      ...ofNetwork,
      open: () => this.openSelected(),
      search: () => this.searchBox.focus(),
      panel: () => this.turnPanel(),
      help: () => {
        find("more", HTMLDetailsElement).open = false;
        find("help", HTMLDialogElement).showModal();
      },
      letGo: () => this.letGo(),
    };
  }

  /**
   * Commands that mean nothing while the network is not in sight.
   * @template {Record<string, (...given: any[]) => void>} T
   * @param {T} commands
   * @returns {T}
   */
  onNetwork(commands) {
    const guarded = Object.entries(commands).map(([name, run]) => [
      name,
      (/** @type {any[]} */ ...given) => {
        if (this.isNetwork()) run(...given);
      },
    ]);
    return Object.fromEntries(guarded);
  }

  /** @param {(id: string) => void} act */
  withSelected(act) {
    if (this.state.selected) act(this.state.selected);
  }

  /** @param {string} key */
  move(key) {
    const next = findNeighbour(this.debate, this.stage.arrangement(), this.state.selected, ARROWS[key]);
    if (next) this.show(next, {keepPanel: true});
  }

  openSelected() {
    this.withSelected(() => {
      this.openTab("detail");
      find("detail").focus();
    });
  }

  branchSelected() {
    const {selected, view} = this.state;
    if (selected && this.debate.nodes.has(selected)) this.branch(selected);
    else if (view) this.go(null);
  }

  fit() {
    if (!this.isDrawing()) return;
    this.stage.fit();
    this.write();
  }

  /**
   * @param {Shown} name
   * @param {string} spoken
   */
  toggle(name, spoken) {
    this.state[name] = !this.state[name];
    if (name === "full") forgetTexts();
    this.present({choose: name !== "links", refit: name !== "links"});
    this.write();
    say(phrase(this.state[name] ? "map.is-shown" : "map.is-hidden", {what: phrase(spoken)}));
  }

  letGo() {
    const more = find("more", HTMLDetailsElement);
    if (more.open) more.open = false;
    else if (narrow.matches && isSheetUp()) lowerSheet();
    else if (this.state.selected) this.show(null);
    else if (this.state.view) this.go(null);
  }

  /** What the tests of the page ask. */
  forTests() {
    const {state, debate} = this;
    const stage = () => this.stage;
    return {
      TEXT_SIZE,
      PAD,
      plainText,
      cardSize,
      layOut,
      state,
      map: debate,
      get network() {
        stage().holdEdges();
        return stage().network;
      },
      turnTo: (/** @type {Sheet} */ sheet) => this.turnTo(sheet),
      show: (/** @type {string} */ id) => this.show(id),
      fold: (/** @type {string} */ id) => this.fold(id),
      branch: (/** @type {string} */ id) => this.branch(id),
      focus: (/** @type {string} */ id) => this.focus(id),
      whole: () => this.whole(),
      overview: () => this.overview(),
      toSvg: () => stage().toSvg(),
      toCanvas: () => stage().toCanvas(),
      find: this.find,
      isList: this.app.isList,
      placed: () => stage().placed,
      look: (/** @type {string} */ id) => ({dim: stage().isDim(id)}),
      textOf: (/** @type {string} */ id) => stage().textOf(this.nodeOf(id)),
      badges: () => stage().getScene().badges,
      scene: () => stage().getScene(),
      isGliding: () => stage().gliding !== null,
    };
  }
}
