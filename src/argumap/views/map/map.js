/* The argument map: its state, how the state is shown on the canvas or as a list, and what the reader can do. */
import {address, followAddress} from "../../page/static/address.js";
import {onTheme, readPayload, startPage} from "../../page/static/core.js";
import {element} from "../../page/static/elements.js";
import {notice, say} from "../../page/static/notices.js";
import {LARGEST, LEGIBLE, createCamera} from "./camera.js";
import {PAD, TEXT_SIZE, cardSize, cardText, forgetTexts, personSize, plainText, readFonts} from "./cards.js";
import {
  GROUP,
  ancestorsOf,
  buildFacets,
  countFacets,
  countShown,
  findReasons,
  openTo,
  readDebate,
  startDepth,
  survivalLines,
  targetOf,
  voiceWords,
} from "./debate.js";
import {createDrawing} from "./drawing.js";
import {paintCanvas, saveBlob, writeSvg} from "./export.js";
import {readFolds, readList, writeFolds, writeList} from "./folds.js";
import {listenToHands} from "./hands.js";
import {createListing, verdictMark} from "./list.js";
import {createPanel} from "./panel.js";
import {listenToPrint} from "./print.js";
import {createSearch} from "./search.js";
import {chooseLayout, layOut} from "./tidy.js";
import {createWhatIf, isPossible} from "./what-if.js";

startPage();
(async () => {
  const $ = id => document.getElementById(id);
  const [payload, netNodes, netEdges, optionText, legend] = await Promise.all(
    ["payload", "map-nodes", "map-edges", "map-options", "legend-marks"].map(id => readPayload(id)),
  );
  const map = readDebate(payload);
  const facets = buildFacets(map, legend);

  const START_CARDS = 60,
    MOST_CARDS = 2000,
    MANY_ROOTS = 6;
  const narrow = matchMedia("(max-width: 760px)");
  const state = {
    selected: null,
    view: null,
    open: new Set(),
    layout: "auto",
    full: false,
    people: false,
    links: false,
    colour: "relation",
    chosen: new Map(),
    panel: "detail",
    camera: null,
    whole: false,
  };
  const trips = {past: [], coming: []};
  /* What is on show at the moment, apart from what the address keeps. */
  const now = {placed: null, settings: null, colours: {}, series: null, near: null, lit: null, hovered: null};

  const roots = map.roots;
  const missing = findMissing();
  function findMissing() {
    if (!map.claims.length && !roots.length)
      return [
        "This map is empty: it has no issue and no claim yet. Write the question under “issues” in its file, and what answers it under “claims”.",
      ];
    const said = [];
    if (!roots.some(root => root.kind === "issue")) said.push("No issue yet: add the question that the claims answer.");
    else if (!map.claims.some(claim => claim.role === "position"))
      said.push("No position yet: no claim answers the issue.");
    if (!map.claims.length) said.push("No claims yet.");
    else if (map.claims.length === 1) said.push("Only one claim so far: add what speaks for or against it.");
    const untied = map.nodes.get("+untied");
    if (untied && roots.length > 1)
      said.push(
        `${untied.below === 1 ? "One claim is" : `${untied.below} claims are`} tied to no issue: say what they answer, support or attack.`,
      );
    return said;
  }

  /* ---------------- what is on show ---------------- */
  const isList = () => state.layout === "list" || (state.layout === "auto" && (narrow.matches || startsAsList));
  let startsAsList = roots.length > MANY_ROOTS;
  function viewTree() {
    const people = node => node.id;
    const size = (id, width) => cardSize(nodeOf(id), width, state.full, describe);
    if (state.view?.kind === "focus") return focusTree(map.nodes.get(state.view.id), size);
    const heads = state.view ? [map.nodes.get(state.view.id)] : roots;
    return {
      roots: heads.map(people),
      children: id => (state.open.has(id) ? map.nodes.get(id).children.map(people) : []),
      size,
      lead,
    };
  }
  /* A node in the middle: to the left what it bears on, to the right what bears on it. */
  function focusTree(node, size) {
    const {for: pro, against: con, denied, bears} = findReasons(map, node.id);
    const left = new Set(),
      right = new Set();
    for (const step of bears) {
      const target = targetOf(map, step);
      if (target) left.add(target.id);
    }
    if (node.parentNode && node.parentNode.kind !== GROUP) left.add(node.parentNode.id);
    for (const link of node.links.filter(each => !each.step)) left.add(link.from === node.id ? link.to : link.from);
    for (const step of [...pro, ...con, ...denied])
      for (const premise of step.premises) if (map.nodes.has(premise)) right.add(premise);
    for (const child of node.children) right.add(child.id);
    left.delete(node.id);
    right.delete(node.id);
    for (const id of left) right.delete(id);
    const around = [...left, ...right];
    return {
      roots: [node.id],
      children: id => (id === node.id ? around : []),
      size,
      side: id => (left.has(id) ? -1 : 1),
      left,
    };
  }
  const nodeOf = id => map.nodes.get(id);
  function describe(node) {
    if (node.kind !== "claim") return [];
    const survival = survivalLines(map, node, {full: state.full});
    if (!state.full) return survival;
    const kind = [legend.relations[node.relation]?.word, node.type].filter(Boolean).join(" · ");
    const [first, ...rest] = survival.length && survival[0].mark ? survival : [{}, ...survival];
    const line = first.words ? {...first, tail: kind && ` · ${kind}`} : {words: kind};
    return [line, {words: voiceWords(map, node)}, ...rest].filter(({words}) => words);
  }
  /* The first reason and the first objection under a position are headed by a word. */
  function headed(id) {
    const node = nodeOf(id),
      parent = node.parentNode;
    if (!parent || parent.role !== "position" || !state.open.has(parent.id)) return null;
    const kind = node.relation === "supports" ? "For" : "Against";
    const before = parent.children[parent.children.indexOf(node) - 1];
    return before && (before.relation === "supports" ? "For" : "Against") === kind ? null : kind;
  }
  const heads = new Map();
  function lead(id) {
    if (!heads.has(id)) heads.set(id, headed(id));
    return heads.get(id) ? 19 : 0;
  }

  /* ---------------- arranging ---------------- */
  const stage = () => {
    const holder = $("net").getBoundingClientRect();
    return {
      w: Math.max(200, holder.width - 36),
      h: Math.max(160, holder.height - 36 - Math.max(48, $("legend").offsetHeight)),
    };
  };
  function chooseSettings(tree, most = LARGEST) {
    const count = countShown(tree.roots.map(nodeOf), state.view?.kind === "focus" ? new Set() : state.open);
    const modes =
      state.view?.kind === "focus"
        ? ["both"]
        : state.layout === "auto" || state.layout === "list"
          ? ["down", "both", "right"]
          : [state.layout];
    const fine = state.whole && count < 150;
    const widths =
      count > 600
        ? [200]
        : count > 200
          ? [170, 220]
          : fine
            ? [240, 220, 205, 192, 180, 170, 162, 154, 147]
            : [240, 210, 195, 180, 168, 156];
    const {w, h} = stage(),
      room = {w: state.people ? w * 0.74 : w, h};
    return chooseLayout(tree, room, {
      modes,
      widths,
      most: state.view?.kind === "focus" ? 1.3 : most,
      side: tree.side,
      fine,
      gap: state.whole ? 9 : undefined,
    });
  }
  /* Lays out what is open. A choice once made stays, so that folding does not turn the map around. */
  function arrange({choose = false} = {}) {
    heads.clear();
    const tree = viewTree();
    if (
      choose ||
      !now.settings ||
      (state.layout !== "auto" && state.layout !== "list" && now.settings.mode !== state.layout)
    )
      now.settings = chooseSettings(tree).options;
    now.placed = layOut(tree, {...now.settings, side: tree.side});
    now.placed.left = tree.left;
    now.placed.shown = [...now.placed.boxes.keys()];
    if (state.people) placePeople();
    else now.placed.people = new Map();
    hold();
  }

  /* Stakeholders stand in columns to the right, near the height of what they say. */
  function placePeople() {
    const height = new Map();
    for (const id of now.placed.shown)
      for (const voice of nodeOf(id).voices) {
        if (!map.stakeholders.has(voice.by)) continue;
        const box = now.placed.boxes.get(id);
        if (!height.has(voice.by)) height.set(voice.by, []);
        height.get(voice.by).push(box.y + box.h / 2);
      }
    const mean = values => values.reduce((a, b) => a + b, 0) / values.length;
    const order = [...height].sort((a, b) => mean(a[1]) - mean(b[1]));
    const sizes = order.map(([id]) => [id, personSize(map.stakeholders.get(id).name)]);
    const tall = sizes.reduce((sum, [, size]) => sum + size.h + 12, 0);
    const columns = Math.max(1, Math.ceil(tall / Math.max(now.placed.h, 420)));
    const reach = tall / columns;
    now.placed.people = new Map();
    let x = now.placed.x + now.placed.w + 110,
      y = now.placed.y,
      widest = 0;
    for (const [id, size] of sizes) {
      if (y > now.placed.y && y - now.placed.y + size.h > reach + 20) {
        x += widest + 24;
        y = now.placed.y;
        widest = 0;
      }
      now.placed.people.set(id, {...size, x, y, side: 0});
      widest = Math.max(widest, size.w);
      y += size.h + 12;
    }
    const all = [...now.placed.boxes.values(), ...now.placed.people.values()];
    now.placed.w = Math.max(...all.map(box => box.x + box.w)) - now.placed.x;
    now.placed.h = Math.max(...all.map(box => box.y + box.h)) - now.placed.y;
  }

  /* ---------------- vis-network holds what is shown; we draw it ---------------- */
  const given = {nodes: new Map(netNodes.map(node => [node.id, node])), edges: netEdges};
  const nodeSet = new vis.DataSet([]),
    edgeSet = new vis.DataSet([]);
  const network = new vis.Network(
    $("net"),
    {nodes: nodeSet, edges: edgeSet},
    {...JSON.parse(optionText), autoResize: true},
  );
  const canvas = $("net").querySelector("canvas");
  const edgesAt = new Map();
  for (const edge of given.edges)
    for (const end of [edge.from, edge.to]) {
      if (!edgesAt.has(end)) edgesAt.set(end, []);
      edgesAt.get(end).push(edge);
    }
  function hold() {
    const want = new Map();
    for (const [id, box] of [...now.placed.boxes, ...now.placed.people]) want.set("n:" + id, box);
    const gone = nodeSet.getIds().filter(id => !want.has(id));
    const put = [...want].map(([id, box]) => ({
      ...given.nodes.get(id),
      x: box.x + box.w / 2,
      y: box.y + box.h / 2,
      ctxRenderer: renderer,
    }));
    const ties = new Map();
    for (const id of want.keys())
      for (const edge of edgesAt.get(id) || []) {
        if (want.has(edge.from) && want.has(edge.to)) ties.set(edge.id, {...edge, hidden: true});
      }
    edgeSet.remove(edgeSet.getIds().filter(id => !ties.has(id)));
    nodeSet.remove(gone);
    nodeSet.update(put);
    edgeSet.update([...ties.values()].filter(edge => !edgeSet.get(edge.id)));
  }
  function renderer({ctx, id}) {
    const key = id.slice(2),
      box = now.placed.boxes.get(key) || now.placed.people.get(key);
    if (!box) return {drawNode() {}, nodeDimensions: {width: 1, height: 1}};
    return {drawNode: () => drawOne(ctx, key, box), nodeDimensions: {width: box.w, height: box.h}};
  }

  const {
    readColours,
    toneOf,
    seriesOf,
    lookOf,
    matches,
    isFiltering,
    isDim,
    markNear,
    drawOne,
    badgesOf,
    paintAll,
    scene,
  } = createDrawing({
    map,
    facets,
    legend,
    state,
    now,
    heads,
    lead,
    describe,
    network,
    canvas,
    settled: () => drawMini(),
  });

  const {redraw, fit, zoomBy, rememberCamera, reveal, drawMini, mini} = createCamera({
    map,
    state,
    now,
    network,
    stage,
    lookOf,
    isList,
    writeState: () => writeState(),
  });

  /* ---------------- the list, where the map is read as text ---------------- */
  const wordOf = node => {
    if (node.kind === "issue") return node.compares ? "point of comparison" : "issue";
    if (node.kind !== "claim") return "group";
    if (node.role === "position") return "position";
    return legend.relations[node.relation]?.word || (node.role === "untied" ? "not tied" : node.role || "claim");
  };
  const common = {map, legend, wordOf, toneOf, pick: node => show(node.id)};
  let outline = null,
    list = null;
  function makeOutline() {
    if (outline) return;
    outline = createListing({...common, label: "Outline of the debate", ids: true});
    $("outline").append(outline.tree);
    outline.show(roots, node => node.depth < 1 && roots.length <= MANY_ROOTS);
    outline.dim(node => isFiltering() && node.kind === "claim" && !matches(node));
    if (map.nodes.has(state.selected)) outline.select(nodeOf(state.selected));
  }
  function showList() {
    if (!list) {
      list = createListing({
        ...common,
        label: "The debate as a list",
        cardy: true,
        opened: (node, open) => {
          state.open[open ? "add" : "delete"](node.id);
          writeState();
          showCounts();
        },
      });
      $("list").append(list.tree);
    }
    const heads_ = state.view ? [nodeOf(state.view.id)] : roots;
    list.show(heads_, node => state.open.has(node.id));
    list.dim(node => isFiltering() && node.kind === "claim" && !matches(node));
    if (map.nodes.has(state.selected)) list.select(nodeOf(state.selected), {scroll: false});
  }

  /* ---------------- showing everything that the state says ---------------- */
  function present({choose = false, refit = false} = {}) {
    const asList = isList();
    $("canvas-holder").hidden = asList;
    $("nothing").hidden = roots.length > 0;
    $("list").hidden = !asList;
    document.body.classList.toggle("as-list", asList);
    now.series = seriesOf();
    markNear();
    showLegend();
    if (asList) {
      showList();
      mini.hidden = true;
    } else {
      arrange({choose});
      if (refit) fit();
      redraw();
    }
    showTrail();
    showCounts();
    showControls();
  }
  function showCounts() {
    const drawn = isList()
      ? countList()
      : now.placed
        ? now.placed.shown.filter(id => nodeOf(id).kind === "claim").length
        : 0;
    const total = map.claims.length;
    $("shown").textContent =
      !drawn && total
        ? `${total.toLocaleString("en")} claims, all folded`
        : drawn < total
          ? `${drawn.toLocaleString("en")} of ${total.toLocaleString("en")} claims shown`
          : `${total === 1 ? "1 claim" : `${total.toLocaleString("en")} claims`} shown`;
  }
  const countList = () => {
    let count = 0;
    const waiting = state.view ? [nodeOf(state.view.id)] : [...roots];
    while (waiting.length) {
      const node = waiting.pop();
      if (node.kind === "claim") count++;
      if (state.open.has(node.id)) waiting.push(...node.children);
    }
    return count;
  };
  function showLegend() {
    const entry = (tone, sign, words, key, value) =>
      element(
        "li",
        {style: `--tone:${tone}`},
        element("span", {class: "sign", "aria-hidden": "true", style: `background:${tone}`}, sign),
        words,
      );
    let made = [];
    if (state.colour === "status") {
      made = [];
    } else if (now.series) {
      made = now.series.values.map((value, n) =>
        entry(now.colours[`series-${n}`], "", element("bdi", {}, now.series.facet.name(value))),
      );
      const rest = now.series.facet.values.length - now.series.values.length;
      made.push(entry(now.colours.edge, "", rest > 0 ? `${rest} others, or none` : "none"));
    } else {
      made = ["supports", "attacks", "rebuts", "undercuts"]
        .filter(relation => map.claims.some(claim => claim.relation === relation))
        .map(relation =>
          entry(now.colours[relation], legend.relations[relation].sign, legend.relations[relation].word),
        );
    }
    if (map.hasStatus)
      made.push(
        ...["stands", "undecided", "falls"]
          .filter(status => map.claims.some(claim => claim.status === status))
          .map((status, i) => element("li", {class: i ? null : "apart"}, verdictMark(status), status)),
      );
    if (state.people)
      made.push(
        element("li", {class: "oval"}, element("span", {class: "ellipse", "aria-hidden": "true"}), "stakeholder"),
      );
    $("legend").replaceChildren(...made);
  }
  function showTrail() {
    const trail = $("trail");
    const kind = state.view?.kind,
      back = trips.past.length,
      on = trips.coming.length;
    trail.hidden = !state.view;
    if (!state.view) return;
    const node = nodeOf(state.view.id);
    const steps = ancestorsOf(node).filter(each => each.kind !== GROUP);
    trail.replaceChildren(
      element(
        "button",
        {
          type: "button",
          class: "button icon",
          id: "back",
          "aria-label": "Back",
          title: "Back ([)",
          disabled: !back,
          onclick: goBack,
        },
        "←",
      ),
      element(
        "button",
        {
          type: "button",
          class: "button icon",
          id: "forward",
          "aria-label": "Forward",
          title: "Forward (])",
          disabled: !on,
          onclick: goOn,
        },
        "→",
      ),
      element("button", {type: "button", class: "button", onclick: () => go(null)}, "Whole debate"),
      ...steps
        .map(each => [
          element("span", {class: "quiet", "aria-hidden": "true"}, "›"),
          element(
            "button",
            {type: "button", class: "plain", onclick: () => go({kind, id: each.id})},
            element("bdi", {}, each.title),
          ),
        ])
        .flat(),
      element("span", {class: "quiet", "aria-hidden": "true"}, "›"),
      element("b", {dir: "auto"}, node.title),
      element("span", {class: "quiet"}, kind === "focus" ? "and its neighbours" : "branch"),
    );
  }
  function showControls() {
    $("people").setAttribute("aria-pressed", String(state.people));
    $("full").checked = state.full;
    $("links").checked = state.links;
    $("layout").value = state.layout;
    $("colour").value = state.colour;
    $("whole").setAttribute("aria-pressed", String(state.whole));
    for (const id of ["people", "whole", "svg", "png"]) $(id).disabled = isList() && id !== "svg" && id !== "png";
    $("svg").disabled = $("png").disabled = isList();
  }

  /* ---------------- selecting ---------------- */
  const kindWord = id =>
    map.nodes.has(id)
      ? wordOf(nodeOf(id))
      : map.stakeholders.has(id)
        ? "stakeholder"
        : map.steps.has(id)
          ? "step"
          : "concept";
  const titleOf = id =>
    map.nodes.get(id)?.title ||
    map.stakeholders.get(id)?.name ||
    map.concepts.get(id)?.label ||
    (map.steps.get(id)
      ? map.steps
          .get(id)
          .premises.map(each => map.nodes.get(each)?.title || each)
          .join("; ")
      : id);
  const knows = id => map.nodes.has(id) || map.stakeholders.has(id) || map.steps.has(id) || map.concepts.has(id);

  function show(id, {fromAddress = false, keepPanel = false} = {}) {
    state.selected = id;
    markNear();
    const node = map.nodes.get(id);
    let changed = false;
    if (node && state.view && !inView(node)) {
      state.view = null;
      changed = true;
      now.settings = null;
    }
    if (node && state.view?.kind !== "focus")
      for (const above of ancestorsOf(node))
        if (!state.open.has(above.id)) {
          state.open.add(above.id);
          changed = true;
        }
    if (isList()) {
      if (changed || !list) present();
      if (list) list.select(node || null);
    } else {
      if (changed) arrange();
      if (id) reveal(id);
      redraw();
      if (changed) {
        showCounts();
        showTrail();
      }
    }
    if (outline && !$("outline").hidden) outline.select(node || null);
    side.detail(id);
    if (id) {
      if (!keepPanel && !fromAddress && state.panel !== "outline") openTab("detail");
      else if (fromAddress) openTab("detail");
      document.body.classList.add("has-selection");
      say(`${kindWord(id)}: ${titleOf(id)}`);
    } else document.body.classList.remove("has-selection");
    writeState();
  }
  const inView = node => {
    if (!state.view) return true;
    if (state.view.kind === "focus") return node.id === state.view.id || now.placed?.boxes.has(node.id);
    for (let at = node; at; at = at.parentNode) if (at.id === state.view.id) return true;
    return false;
  };

  /* ---------------- folding ---------------- */
  function fold(id) {
    const node = map.nodes.get(id);
    if (!node || !node.children.length || state.view?.kind === "focus") return;
    const open = !state.open.has(id);
    state.open[open ? "add" : "delete"](id);
    if (isList()) present();
    else keepInPlace(id, () => arrange());
    state.whole = false;
    showCounts();
    showControls();
    side.detail(state.selected);
    say(open ? `${node.children.length} shown beneath: ${node.title}` : `${node.below} folded beneath: ${node.title}`);
    writeState();
  }
  function keepInPlace(id, change) {
    const before = now.placed.boxes.get(id),
      was = before && network.canvasToDOM({x: before.x + before.w / 2, y: before.y});
    change();
    const after = now.placed.boxes.get(id);
    if (was && after) {
      const is = network.canvasToDOM({x: after.x + after.w / 2, y: after.y}),
        at = network.getViewPosition(),
        scale = network.getScale();
      network.moveTo({
        position: {x: at.x + (is.x - was.x) / scale, y: at.y + (is.y - was.y) / scale},
        animation: false,
      });
    }
    redraw();
  }

  /* ---------------- overview, whole map, branch, focus ---------------- */
  function startOpen() {
    const first = roots.filter(root => root.kind === "issue");
    const heads_ = first.length ? first : roots;
    if (narrow.matches || startsAsList) return startList(heads_);
    const fits = open => {
      const kept = state.open;
      state.open = open;
      heads.clear();
      const tree = viewTree(),
        chosen = chooseSettings(tree);
      state.open = kept;
      return chosen.scale * TEXT_SIZE >= LEGIBLE;
    };
    const depth = startDepth(map, heads_, START_CARDS - (roots.length - heads_.length), fits);
    if (!depth && heads_.some(root => root.children.length)) {
      const [largest] = [...heads_].sort((a, b) => b.below - a.below || a.index - b.index),
        some = openTo([largest], 1);
      if (heads_.length > 1 && countShown(roots, some) <= START_CARDS && fits(some)) return some;
      const one = openTo(heads_, 1);
      if (countShown(heads_, one) <= START_CARDS) return one;
      startsAsList = true;
      return startList(heads_);
    }
    return deepen(heads_, openTo(heads_, depth), depth, fits);
  }
  /* Where all debates together cannot go deeper, the largest may: it opens one level more as a whole, and the
     others make room if they must. */
  function deepen(heads_, open, depth, fits) {
    const [largest, ...others] = [...heads_].sort((a, b) => b.below - a.below || a.index - b.index);
    if (!others.length) return open;
    const more = openTo([largest], depth + 1);
    for (const lesser of [open, openTo(others, depth - 1), new Set()]) {
      const tried = new Set([...more, ...[...lesser].filter(id => !more.has(id))]);
      if (tried.size > 1 && countShown(roots, tried) <= START_CARDS && fits(tried)) return tried;
    }
    return open;
  }
  /* As a list: open as many levels as stay within the cards of a start. */
  function startList(heads_) {
    const depth = startDepth(map, heads_, START_CARDS, () => true);
    return openTo(heads_, Math.min(depth, 2));
  }
  function overview() {
    Object.assign(state, {view: null, whole: false, camera: null});
    startsAsList = roots.length > MANY_ROOTS;
    if (!narrow.matches) togglePanel(true);
    state.open = startOpen();
    now.settings = null;
    present({choose: true, refit: true});
    if (state.selected && map.nodes.has(state.selected) && !now.placed?.boxes.has(state.selected)) show(null);
    writeState();
    say("Main points");
  }
  function whole() {
    const heads_ = state.view ? [nodeOf(state.view.id)] : roots;
    if (state.view?.kind === "focus") state.view = null;
    let depth = Infinity;
    if (countShown(heads_, openTo(heads_, Infinity)) > MOST_CARDS) {
      depth = 1;
      while (countShown(heads_, openTo(heads_, depth + 1)) <= MOST_CARDS) depth++;
      while (depth > 0 && countShown(heads_, openTo(heads_, depth)) > MOST_CARDS) depth--;
      notice(
        `${map.claims.length.toLocaleString("en")} claims are too many to draw at once. You see the first ${depth === 1 ? "level" : `${depth} levels`}; a branch alone (o) shows more of itself.`,
      );
    }
    state.open = openTo(heads_, depth);
    state.whole = true;
    if (state.layout === "list" || isList()) {
      state.layout = narrow.matches ? "list" : "down";
    }
    togglePanel(false);
    now.settings = null;
    present({choose: true, refit: true});
    writeState();
    say("The whole map");
  }
  function go(view, {travel = true} = {}) {
    if (travel) {
      trips.past.push(state.view && {...state.view});
      trips.coming.length = 0;
    }
    state.view = view;
    state.whole = false;
    if (view?.kind === "branch") {
      const node = nodeOf(view.id);
      const fits = open => {
        const kept = state.open;
        state.open = open;
        heads.clear();
        const chosen = chooseSettings(viewTree());
        state.open = kept;
        return chosen.scale * TEXT_SIZE >= LEGIBLE;
      };
      const depth = Math.max(1, startDepth(map, [node], 400, isList() ? () => true : fits));
      state.open = new Set([...state.open, ...openTo([node], depth)]);
    } else if (!view) state.open = startOpen();
    now.settings = null;
    present({choose: true, refit: true});
    side.detail(state.selected);
    writeState({push: true});
    say(view ? `${view.kind === "focus" ? "Focus on" : "Branch"}: ${nodeOf(view.id).title}` : "Whole debate");
  }
  const branch = id => {
    if (map.nodes.has(id)) go(isBranch(id) ? null : {kind: "branch", id});
  };
  const isBranch = id => state.view?.kind === "branch" && state.view.id === id;
  function focus(id) {
    if (!map.nodes.has(id)) return;
    if (state.view?.kind === "focus" && state.view.id === id) return go(null);
    if (isList()) {
      state.layout = "both";
    }
    state.selected = id;
    go({kind: "focus", id});
    show(id);
  }
  function goBack() {
    if (!trips.past.length) return;
    trips.coming.push(state.view && {...state.view});
    go(trips.past.pop(), {travel: false});
  }
  function goOn() {
    if (!trips.coming.length) return;
    trips.past.push(state.view && {...state.view});
    go(trips.coming.pop(), {travel: false});
  }

  /* ---------------- filters ---------------- */
  function filter(key, value) {
    if (!state.chosen.has(key)) state.chosen.set(key, new Set());
    const values = state.chosen.get(key);
    values.has(value) ? values.delete(value) : values.add(value);
    refilter();
  }
  function clearFilters() {
    state.chosen.clear();
    refilter();
  }
  function refilter() {
    side.filters();
    side.detail(state.selected);
    const out = node => isFiltering() && node.kind === "claim" && !matches(node);
    outline?.dim(out);
    list?.dim(out);
    document.body.classList.toggle("is-filtering", isFiltering());
    $("tab-filters").textContent = isFiltering() ? `Filters · ${map.claims.filter(matches).length}` : "Filters";
    if (!isList()) redraw();
    writeState();
  }

  /* ---------------- panel ---------------- */
  const whatIf = isPossible(map) ? createWhatIf({map, show, titleOf, changed: restate}) : null;
  /* A what-if changes what cards say, and so how tall they are; what the reader looks at stays where it is. */
  function restate({keepDetail = false} = {}) {
    forgetTexts();
    countFacets(map, facets);
    outline?.restate();
    resized();
    if (isList()) list?.restate();
    else if (state.selected && now.placed.boxes.has(state.selected)) keepInPlace(state.selected, () => arrange());
    else {
      arrange();
      redraw();
    }
    showLegend();
    side.filters();
    if (keepDetail) return;
    side.detail(state.selected);
    writeState();
  }
  const side = createPanel({
    map,
    legend,
    facets,
    missing,
    show,
    fold,
    focus,
    branch,
    filter,
    clearFilters,
    wordOf,
    matches,
    isFiltering,
    isList,
    isBranch,
    chosen: state.chosen,
    isOpen: id => state.open.has(id),
    isFiltered: (key, value) => state.chosen.get(key)?.has(value) || false,
    whatIf: whatIf && whatIf.section,
    isSetAside: id => Boolean(whatIf && whatIf.isSetAside(id)),
  });
  function openTab(name, focusIt = false) {
    state.panel = name;
    document.body.classList.remove("panel-hidden");
    document.body.classList.add("sheet-up");
    $("panel-toggle").setAttribute("aria-expanded", "true");
    for (const each of ["detail", "outline", "filters"]) {
      $("tab-" + each).setAttribute("aria-selected", String(each === name));
      $("tab-" + each).tabIndex = each === name ? 0 : -1;
      $(each).hidden = each !== name;
    }
    if (name === "outline") {
      makeOutline();
      if (map.nodes.has(state.selected)) outline.select(nodeOf(state.selected));
    }
    if (name === "filters") side.filters();
    if (focusIt) $("tab-" + name).focus();
  }
  /* The map keeps its scale and its upper left corner when its frame changes. */
  function resized() {
    const scale = network.getScale(),
      corner = network.DOMtoCanvas({x: 0, y: 0});
    network.setSize("100%", "100%");
    network.redraw();
    network.moveTo({scale, animation: false});
    const moved = network.DOMtoCanvas({x: 0, y: 0}),
      at = network.getViewPosition();
    network.moveTo({position: {x: at.x + corner.x - moved.x, y: at.y + corner.y - moved.y}, animation: false});
  }
  function togglePanel(open = document.body.classList.contains("panel-hidden")) {
    document.body.classList.toggle("panel-hidden", !open);
    $("panel-toggle").setAttribute("aria-expanded", String(open));
    network.setSize("100%", "100%");
  }
  $("sheet-close").addEventListener("click", () => document.body.classList.remove("sheet-up"));
  for (const name of ["detail", "outline", "filters"]) {
    $("tab-" + name).addEventListener("click", () => {
      if (narrow.matches && state.panel === name && document.body.classList.contains("sheet-up"))
        return document.body.classList.remove("sheet-up");
      openTab(name);
      writeState();
    });
    $("tab-" + name).addEventListener("keydown", event => {
      const names = ["detail", "outline", "filters"],
        at = names.indexOf(name);
      const to =
        event.key === "ArrowRight" ? names[(at + 1) % 3] : event.key === "ArrowLeft" ? names[(at + 2) % 3] : null;
      if (to) {
        event.preventDefault();
        openTab(to, true);
      }
    });
  }

  /* ---------------- search ---------------- */
  const query = $("query");
  const {find} = createSearch({
    map,
    legend,
    titleOf,
    kindWord,
    light: found => {
      now.lit = found;
      if (!isList()) redraw();
    },
    pick: id => {
      show(id);
      if (!isList()) $("net").focus({preventScroll: true});
    },
    leave: () => $("net").focus({preventScroll: true}),
  });

  listenToHands({
    map,
    state,
    now,
    network,
    canvas,
    trips,
    narrow,
    query,
    show,
    fold,
    whole,
    overview,
    fit,
    branch,
    focus,
    go,
    goBack,
    goOn,
    zoomBy,
    toggle,
    togglePanel,
    openTab,
    redraw,
    rememberCamera,
    badgesOf,
    isList,
    writeState,
  });

  /* ---------------- buttons ---------------- */
  function toggle(key) {
    state[key] = !state[key];
    if (key === "full") forgetTexts();
    present({choose: key === "full", refit: key !== "links"});
    writeState();
    say(
      `${{people: "Stakeholders", full: "Full cards", links: "Cross links"}[key]} ${state[key] ? "shown" : "hidden"}`,
    );
  }
  $("whole").addEventListener("click", () => (state.whole ? overview() : whole()));
  $("overview").addEventListener("click", overview);
  $("people").addEventListener("click", () => toggle("people"));
  $("full").addEventListener("change", () => toggle("full"));
  $("links").addEventListener("change", () => toggle("links"));
  $("fit").addEventListener("click", () => {
    fit();
    writeState();
  });
  $("zoom-in").addEventListener("click", () => zoomBy(1.25));
  $("zoom-out").addEventListener("click", () => zoomBy(0.8));
  $("panel-toggle").addEventListener("click", () => {
    togglePanel();
    fit();
  });
  $("help-open").addEventListener("click", () => {
    $("more").open = false;
    $("help").showModal();
  });
  $("print").addEventListener("click", () => print());
  $("layout").addEventListener("change", () => {
    state.layout = $("layout").value;
    now.settings = null;
    present({choose: true, refit: true});
    writeState();
  });
  $("colour").addEventListener("change", () => {
    state.colour = $("colour").value;
    present({refit: !state.camera});
    writeState();
  });
  document.addEventListener("click", event => {
    if (!event.target.closest("#more")) $("more").open = false;
  });
  const COLOURS = [
    ["relation", "relation", true],
    ["section", "section", facets.some(f => f.key === "section")],
    ["stakeholder", "stakeholder", facets.some(f => f.key === "by")],
    ["tag", "tag", facets.some(f => f.key === "tag")],
    ["concept", "concept", facets.some(f => f.key === "concept")],
    ["status", "what survives", map.hasStatus],
  ];
  $("colour").append(
    ...COLOURS.filter(([, , there]) => there).map(([value, words]) => element("option", {value}, words)),
  );

  const toSvg = () => writeSvg(scene());
  const toCanvas = () => paintCanvas(scene(), paintAll);
  const fileName = (map.name || "argument-map").replace(/[^\p{L}\p{N}-]+/gu, "-");
  $("svg").addEventListener("click", () => saveBlob(new Blob([toSvg()], {type: "image/svg+xml"}), fileName + ".svg"));
  $("png").addEventListener("click", () => toCanvas().toBlob(blob => saveBlob(blob, fileName + ".png"), "image/png"));

  listenToPrint({map, legend, toneOf, wordOf});

  /* ---------------- the address holds the whole state ---------------- */
  let startSet = null;
  /* Nothing where the map is as it starts; the start depends on what else is on show, so then it is told. */
  function foldState() {
    const plain =
      !state.full &&
      !state.people &&
      state.layout === "auto" &&
      !state.view &&
      !document.body.classList.contains("is-wondering");
    const same = startSet && startSet.size === state.open.size && [...startSet].every(id => state.open.has(id));
    return plain && same ? {open: null, folded: null, folds: null} : writeFolds(map, state.open);
  }
  function writeState({push = false} = {}) {
    if (restoring) return;
    const changes = {
      n: state.selected,
      branch: state.view?.kind === "branch" ? state.view.id : null,
      focus: state.view?.kind === "focus" ? state.view.id : null,
      ...foldState(),
      layout: state.layout === "auto" ? null : state.layout,
      colour: state.colour === "relation" ? null : state.colour,
      cards: state.full ? "full" : null,
      who: state.people ? 1 : null,
      links: state.links ? 1 : null,
      whole: state.whole ? 1 : null,
      at: state.camera ? state.camera.join(",") : null,
      tab: state.panel === "detail" ? null : state.panel,
    };
    for (const [key, values] of Object.entries(whatIf ? whatIf.kept() : {})) changes[key] = writeList(values);
    for (const facet of facets) changes[facet.key] = writeList([...(state.chosen.get(facet.key) || [])]);
    address.set(changes, {push});
  }
  let restoring = false;
  function restore() {
    restoring = true;
    const hash = address.all(),
      pick = (key, allowed, otherwise) => (allowed.includes(hash.get(key)) ? hash.get(key) : otherwise);
    state.layout = pick("layout", ["down", "both", "right", "list"], "auto");
    state.colour = pick(
      "colour",
      COLOURS.filter(each => each[2]).map(each => each[0]),
      "relation",
    );
    if (state.full !== (hash.get("cards") === "full")) {
      state.full = !state.full;
      forgetTexts();
    }
    state.people = hash.get("who") === "1";
    state.links = hash.get("links") === "1";
    state.view = null;
    for (const kind of ["branch", "focus"]) if (map.nodes.has(hash.get(kind))) state.view = {kind, id: hash.get(kind)};
    state.chosen.clear();
    for (const facet of facets) {
      const values = readList(hash.get(facet.key)).filter(value => facet.known.has(value));
      if (values.length) state.chosen.set(facet.key, new Set(values));
    }
    startsAsList = roots.length > MANY_ROOTS;
    if (whatIf) {
      whatIf.restore(readList(hash.get("aside")), readList(hash.get("doubt")));
      forgetTexts();
      outline?.restate();
    }
    startSet = startOpen();
    state.open = new Set(startSet);
    const told = readFolds(map, key => hash.get(key));
    if (told) state.open = told;
    else if (state.view?.kind === "branch") for (const id of openTo([nodeOf(state.view.id)], 2)) state.open.add(id);
    if (countShown(roots, state.open) > MOST_CARDS * 1.5 && !isList()) state.open = new Set(startSet);
    state.whole = hash.get("whole") === "1";
    if (state.whole && !narrow.matches) togglePanel(false);
    now.settings = null;
    present({choose: true, refit: true});
    const at = (hash.get("at") || "").split(",").map(Number);
    if (at.length === 3 && at.every(Number.isFinite) && at[2] > 0.02 && at[2] < 5 && !isList()) {
      network.moveTo({position: {x: at[0], y: at[1]}, scale: at[2], animation: false});
      state.camera = at;
    }
    side.filters();
    refilter();
    if (["outline", "filters"].includes(hash.get("tab"))) openTab(hash.get("tab"));
    restoring = false;
  }

  /* ---------------- start ---------------- */
  readFonts();
  readColours();
  onTheme(() => {
    readColours();
    present();
  });
  const again = () => restore();
  addEventListener("popstate", again);
  restore();
  if (narrow.matches) document.body.classList.remove("sheet-up");
  side.detail(null);
  followAddress(knows, (id, fromAddress) => {
    if (id) show(id, {fromAddress});
    else if (state.selected) show(null);
  });
  if (narrow.matches && !address.get("n")) document.body.classList.remove("sheet-up");
  let resizing = null,
    wasNarrow = narrow.matches;
  addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      if (wasNarrow !== narrow.matches) {
        wasNarrow = narrow.matches;
        restore();
        return;
      }
      if (!isList() && !state.camera) fit();
    }, 80);
  });
  globalThis.argumapPage = {
    TEXT_SIZE,
    PAD,
    plainText,
    cardSize,
    layOut,
    network,
    map,
    state,
    show,
    fold,
    whole,
    overview,
    focus,
    branch,
    toSvg,
    toCanvas,
    find,
    isList,
    placed: () => now.placed,
    look: id => ({dim: isDim(id)}),
    textOf: id => cardText(nodeOf(id), now.placed.boxes.get(id).w, state.full, describe),
    badges: badgesOf,
  };
  document.documentElement.dataset.ready = "true";
})();
