/* The argument map: its state, how the state is shown on the canvas or as a list, and what the reader can do. */
"use strict";
(async () => {
  const {element, address} = argumap;
  const $ = id => document.getElementById(id);
  const [payload, netNodes, netEdges, optionText, legend] = await Promise.all(
    ["payload", "map-nodes", "map-edges", "map-options", "legend-marks"].map(id => argumap.payload(id)));
  const map = debate.read(payload);
  const facets = debate.facets(map, legend);

  const LEGIBLE = 13, START_CARDS = 60, MOST_CARDS = 2000, LARGEST = 1.15, MANY_ROOTS = 6;
  const narrow = matchMedia("(max-width: 760px)");
  const state = {selected: null, view: null, open: new Set(), layout: "auto", full: false, people: false, links: false, colour: "relation",
    chosen: new Map(), panel: "detail", camera: null, whole: false};
  const trips = {past: [], coming: []};
  let placed = null, settings = null, colours = {};

  const roots = map.roots;
  const missing = findMissing();
  function findMissing() {
    if (!map.claims.length && !roots.length) return ["This map is empty: it has no issue and no claim yet."];
    const said = [];
    if (!roots.some(root => root.kind === "issue")) said.push("No issue yet: add the question that the claims answer.");
    else if (!map.claims.some(claim => claim.role === "position")) said.push("No position yet: no claim answers the issue.");
    if (!map.claims.length) said.push("No claims yet.");
    else if (map.claims.length === 1) said.push("Only one claim so far: add what speaks for or against it.");
    const untied = map.nodes.get("+untied");
    if (untied && roots.length > 1) said.push(`${untied.below === 1 ? "One claim is" : `${untied.below} claims are`} tied to no issue.`);
    return said;
  }

  /* ---------------- what is on show ---------------- */
  const isList = () => state.layout === "list" || (state.layout === "auto" && (narrow.matches || startsAsList));
  let startsAsList = roots.length > MANY_ROOTS;
  function viewTree() {
    const people = node => node.id;
    const size = (id, width) => cards.size(nodeOf(id), width, state.full, describe);
    if (state.view?.kind === "focus") return focusTree(map.nodes.get(state.view.id), size);
    const heads = state.view ? [map.nodes.get(state.view.id)] : roots;
    return {roots: heads.map(people), children: id => state.open.has(id) ? map.nodes.get(id).children.map(people) : [], size, lead};
  }
  /* A node in the middle: to the left what it bears on, to the right what bears on it. */
  function focusTree(node, size) {
    const {for: pro, against: con, denied, bears} = debate.reasons(map, node.id);
    const left = new Set(), right = new Set();
    for (const step of bears) { const target = debate.targetOf(map, step); if (target) left.add(target.id); }
    if (node.parentNode && node.parentNode.kind !== debate.VIRTUAL) left.add(node.parentNode.id);
    for (const link of node.links.filter(each => !each.step)) left.add(link.from === node.id ? link.to : link.from);
    for (const step of [...pro, ...con, ...denied]) for (const premise of step.premises) if (map.nodes.has(premise)) right.add(premise);
    for (const child of node.children) right.add(child.id);
    left.delete(node.id); right.delete(node.id);
    for (const id of left) right.delete(id);
    const around = [...left, ...right];
    return {roots: [node.id], children: id => id === node.id ? around : [], size, side: id => left.has(id) ? -1 : 1, left};
  }
  const nodeOf = id => map.nodes.get(id);
  const speakersOf = node => listing.speakers(map, node);
  function describe(node) {
    if (node.kind !== "claim") return [];
    return [[legend.relations[node.relation]?.word, node.type].filter(Boolean).join(" · "), speakersOf(node)].filter(Boolean);
  }
  /* The first reason and the first objection under a position are headed by a word. */
  function headed(id) {
    const node = nodeOf(id), parent = node.parentNode;
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
    return {w: Math.max(200, holder.width - 36), h: Math.max(160, holder.height - 36 - Math.max(48, $("legend").offsetHeight))};
  };
  function chooseLayout(tree, most = LARGEST) {
    const count = debate.countShown(tree.roots.map(nodeOf), state.view?.kind === "focus" ? new Set() : state.open);
    const modes = state.view?.kind === "focus" ? ["both"] : state.layout === "auto" || state.layout === "list" ? ["down", "both", "right"] : [state.layout];
    const fine = state.whole && count < 150;
    const widths = count > 600 ? [200] : count > 200 ? [170, 220] : fine ? [240, 220, 205, 192, 180, 170, 162, 154, 147] : [240, 210, 195, 180, 168, 156];
    const {w, h} = stage(), room = {w: state.people ? w * .74 : w, h};
    return tidy.choose(tree, room, {modes, widths, most: state.view?.kind === "focus" ? 1.3 : most, side: tree.side,
      fine, gap: state.whole ? 9 : undefined});
  }
  /* Lays out what is open. A choice once made stays, so that folding does not turn the map around. */
  function arrange({choose = false} = {}) {
    heads.clear();
    const tree = viewTree();
    if (choose || !settings || (state.layout !== "auto" && state.layout !== "list" && settings.mode !== state.layout)) settings = chooseLayout(tree).options;
    placed = tidy.layout(tree, {...settings, side: tree.side});
    placed.left = tree.left;
    placed.shown = [...placed.boxes.keys()];
    if (state.people) placePeople();
    else placed.people = new Map();
    hold();
  }

  /* Stakeholders stand in columns to the right, near the height of what they say. */
  function placePeople() {
    const height = new Map();
    for (const id of placed.shown) for (const voice of nodeOf(id).voices) {
      if (!map.stakeholders.has(voice.by)) continue;
      const box = placed.boxes.get(id);
      if (!height.has(voice.by)) height.set(voice.by, []);
      height.get(voice.by).push(box.y + box.h / 2);
    }
    const mean = values => values.reduce((a, b) => a + b, 0) / values.length;
    const order = [...height].sort((a, b) => mean(a[1]) - mean(b[1]));
    const sizes = order.map(([id]) => [id, cards.personSize(map.stakeholders.get(id).name)]);
    const tall = sizes.reduce((sum, [, size]) => sum + size.h + 12, 0);
    const columns = Math.max(1, Math.ceil(tall / Math.max(placed.h, 420)));
    const reach = tall / columns;
    placed.people = new Map();
    let x = placed.x + placed.w + 110, y = placed.y, widest = 0;
    for (const [id, size] of sizes) {
      if (y > placed.y && y - placed.y + size.h > reach + 20) { x += widest + 24; y = placed.y; widest = 0; }
      placed.people.set(id, {...size, x, y, side: 0});
      widest = Math.max(widest, size.w);
      y += size.h + 12;
    }
    const all = [...placed.boxes.values(), ...placed.people.values()];
    placed.w = Math.max(...all.map(box => box.x + box.w)) - placed.x;
    placed.h = Math.max(...all.map(box => box.y + box.h)) - placed.y;
  }

  /* ---------------- vis-network holds what is shown; we draw it ---------------- */
  const given = {nodes: new Map(netNodes.map(node => [node.id, node])), edges: netEdges};
  const nodeSet = new vis.DataSet([]), edgeSet = new vis.DataSet([]);
  const network = new vis.Network($("net"), {nodes: nodeSet, edges: edgeSet}, {...JSON.parse(optionText), autoResize: true});
  const canvas = $("net").querySelector("canvas");
  const edgesAt = new Map();
  for (const edge of given.edges) for (const end of [edge.from, edge.to]) {
    if (!edgesAt.has(end)) edgesAt.set(end, []);
    edgesAt.get(end).push(edge);
  }
  function hold() {
    const want = new Map();
    for (const [id, box] of [...placed.boxes, ...placed.people]) want.set("n:" + id, box);
    const gone = nodeSet.getIds().filter(id => !want.has(id));
    const put = [...want].map(([id, box]) => ({...given.nodes.get(id), x: box.x + box.w / 2, y: box.y + box.h / 2, ctxRenderer: renderer}));
    const ties = new Map();
    for (const id of want.keys()) for (const edge of edgesAt.get(id) || []) {
      if (want.has(edge.from) && want.has(edge.to)) ties.set(edge.id, {...edge, hidden: true});
    }
    edgeSet.remove(edgeSet.getIds().filter(id => !ties.has(id)));
    nodeSet.remove(gone);
    nodeSet.update(put);
    edgeSet.update([...ties.values()].filter(edge => !edgeSet.get(edge.id)));
  }
  function renderer({ctx, id}) {
    const key = id.slice(2), box = placed.boxes.get(key) || placed.people.get(key);
    if (!box) return {drawNode() {}, nodeDimensions: {width: 1, height: 1}};
    return {drawNode: () => drawOne(ctx, key, box), nodeDimensions: {width: box.w, height: box.h}};
  }

  /* ---------------- looks ---------------- */
  const NAMES = ["paper", "surface", "wash", "ink", "ink-soft", "line", "edge", "accent", "hit", "issue-ground", "issue-ink", "stakeholder", "stakeholder-tint",
    "supports", "attacks", "rebuts", "undercuts", "answers", "contradicts", "rephrases", "stands", "falls", "undecided", "supports-tint", "attacks-tint", "rebuts-tint", "undercuts-tint",
    "stands-tint", "falls-tint", "undecided-tint", ...Array.from({length: 8}, (_, i) => [`series-${i}`, `series-${i}-tint`]).flat()];
  function readColours() {
    const css = getComputedStyle(document.documentElement);
    colours = Object.fromEntries(NAMES.map(name => [name, css.getPropertyValue("--" + name).trim()]));
  }
  const toneName = relation => ["supports", "attacks", "rebuts", "undercuts", "contradicts", "rephrases"].includes(relation) ? relation : "answers";
  const toneOf = node => node.kind === "claim" ? toneName(node.relation) === "answers" ? "answers" : node.relation : "none";
  const seriesOf = () => {
    const facet = facets.find(each => each.key === {section: "section", tag: "tag", stakeholder: "by", concept: "concept"}[state.colour]);
    if (!facet) return null;
    const most = new Set([...facet.values].sort((a, b) => facet.counts.get(b) - facet.counts.get(a)).slice(0, 8));
    return {facet, values: facet.values.filter(value => most.has(value))};
  };
  let series = null;
  function lookOf(node) {
    const plain = {fill: colours.surface, edge: colours.edge};
    if (node.kind === "issue" && !node.parentNode) return {fill: colours["issue-ground"], edge: colours["issue-ground"]};
    if (node.kind !== "claim") return {fill: colours.wash, edge: colours.edge};
    if (state.colour === "status") return node.status ? {fill: colours[node.status + "-tint"], edge: colours[node.status]} : plain;
    if (series) {
      const n = series.values.findIndex(value => series.facet.of(node).includes(value));
      return n < 0 ? plain : {fill: colours[`series-${n}-tint`], edge: colours[`series-${n}`]};
    }
    const relation = relationAt(node.id);
    if (node.role === "position" || toneName(relation) === "answers") return {fill: colours.surface, edge: node.role === "position" ? colours.ink : colours.edge};
    return {fill: colours[relation + "-tint"] || colours.surface, edge: colours[toneName(relation)]};
  }
  let near = null, lit = null;
  const isFiltering = () => [...state.chosen.values()].some(values => values.size);
  const matches = node => debate.matches(node, facets, state.chosen);
  const isDim = id => {
    if (near && !near.has(id)) return true;
    if (!isFiltering() || map.stakeholders.has(id)) return false;
    const node = nodeOf(id);
    return node.kind === "claim" && !matches(node);
  };
  function markNear() {
    near = null;
    const id = state.selected;
    if (!id) return;
    if (map.nodes.has(id)) {
      const node = nodeOf(id);
      near = new Set([id, ...debate.ancestors(node).map(each => each.id), ...node.children.map(each => each.id), ...debate.linkedWith(map, node)]);
      for (const link of node.links) { near.add(link.from); near.add(link.to); }
      for (const voice of node.voices) near.add(voice.by);
      if (node.kind === "issue" && !node.parentNode || node.kind === debate.VIRTUAL) near = null;
    } else if (map.stakeholders.has(id)) {
      near = new Set([id, ...map.claims.filter(claim => claim.voices.some(voice => voice.by === id)).map(claim => claim.id)]);
    } else if (map.steps.has(id)) {
      const step = map.steps.get(id), target = debate.targetOf(map, step);
      near = new Set([...step.premises, target?.id]);
    } else if (map.concepts.has(id)) {
      near = new Set(map.claims.filter(claim => claim.concepts.includes(id)).map(claim => claim.id));
    }
  }

  /* ---------------- drawing ---------------- */
  let pass = {scale: 1, ctx: null};
  function drawOne(ctx, id, box) {
    const dim = isDim(id), ring = state.selected === id;
    if (placed.people.has(id)) return cards.drawPerson(ctx, map.stakeholders.get(id).name, box, {colours, dim, ring, scale: pass.scale, dashed: map.stakeholders.get(id).type === "unspecified"});
    const node = nodeOf(id);
    cards.draw(ctx, node, box, {...lookOf(node), colours, dim, ring, hit: lit?.has(id), scale: pass.scale, full: state.full, describe,
      status: (state.colour === "status" || state.full) && node.status || null});
  }
  const relationAt = id => {
    const node = nodeOf(id);
    if (state.view?.kind === "focus" && id !== state.view.id) return focusRelation(id);
    return node.relation;
  };
  function focusRelation(id) {
    const centre = nodeOf(state.view.id), {for: pro, against: con, denied, bears} = debate.reasons(map, centre.id);
    const step = placed.left?.has(id) ? bears.find(each => debate.targetOf(map, each)?.id === id) : [...pro, ...con, ...denied].find(each => each.premises.includes(id));
    if (step) return step.relation;
    const link = centre.links.find(each => !each.step && (each.from === id || each.to === id));
    return link ? link.relation : placed.left?.has(id) ? centre.relation : nodeOf(id).relation;
  }
  const parentBox = id => state.view?.kind === "focus" ? (id === state.view.id ? null : placed.boxes.get(state.view.id)) : placed.boxes.get(nodeOf(id).parent);

  function tiesOf() {
    const ties = [];
    for (const [id, box] of placed.boxes) {
      const parent = parentBox(id);
      if (!parent) continue;
      const relation = relationAt(id), tone = colours[toneName(relation)];
      ties.push({id, path: cards.tie(parent, box, placed.mode), tone, width: 1.7, dash: box.hang ? [] : legend.relations[relation]?.dash || [], relation, hang: box.hang});
    }
    return ties;
  }
  function drawTies(ctx) {
    for (const tie of tiesOf()) {
      ctx.globalAlpha = isDim(tie.id) ? .3 : 1;
      ctx.lineWidth = tie.width;
      if (tie.hang) {
        ctx.setLineDash([]);
        ctx.strokeStyle = colours.edge;
        cards.trace(ctx, tie.path.slice(0, 2));
        ctx.stroke();
        ctx.strokeStyle = tie.tone;
        cards.trace(ctx, [["M", ...tie.path[1].slice(1)], tie.path[2]]);
        ctx.stroke();
        continue;
      }
      ctx.setLineDash(tie.dash);
      ctx.strokeStyle = tie.tone;
      cards.trace(ctx, tie.path);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    for (const bracket of bracketsOf()) {
      ctx.globalAlpha = bracket.ids.some(isDim) ? .3 : 1;
      ctx.strokeStyle = bracket.tone;
      ctx.lineWidth = 4;
      cards.trace(ctx, bracket.path);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }
  /* Linked premises that stand together are joined by a thick line: they only work together. */
  function bracketsOf() {
    const groups = new Map();
    if (state.view?.kind === "focus") return [];
    for (const id of placed.shown) {
      const node = nodeOf(id);
      if (!node.step || (map.steps.get(node.step)?.premises.length || 0) < 2) continue;
      if (!groups.has(node.step)) groups.set(node.step, []);
      groups.get(node.step).push(id);
    }
    return [...groups.values()].filter(ids => ids.length > 1).map(ids => ({ids, tone: colours[toneName(nodeOf(ids[0]).relation)],
      path: bracket(ids.map(id => cards.joint(placed.boxes.get(id), placed.mode)))}));
  }
  /* Only what stands in one column or row can be joined by a straight line. */
  const bracket = joints => joints.flatMap((at, i) => {
    const last = joints[i - 1];
    const straight = last && (Math.abs(last.x - at.x) < 1 || Math.abs(last.y - at.y) < 1);
    return straight ? [["L", at.x, at.y]] : [["M", at.x, at.y]];
  });
  function signsOf() {
    const started = new Set();
    return placed.shown.filter(parentBox).map(id => {
      const node = nodeOf(id), relation = relationAt(id);
      const linked = state.view?.kind !== "focus" && debate.linkedWith(map, node).length > 0;
      const sign = linked && started.has(node.step) ? "&" : legend.relations[relation]?.sign || "·";
      if (linked) started.add(node.step);
      return {id, at: cards.joint(placed.boxes.get(id), placed.mode), sign, tone: colours[toneName(relation)]};
    });
  }
  const hiddenBelow = id => state.view?.kind === "focus" ? 0 : state.open.has(id) ? 0 : nodeOf(id).below;
  /* Steps that bear on a card but hang elsewhere in the tree. */
  const elsewhereOn = node => node.links.filter(link => link.step && link.to === node.id).length;
  function badgesOf() {
    const badges = [];
    for (const id of placed.shown) {
      const below = hiddenBelow(id);
      const elsewhere = state.view?.kind === "focus" ? 0 : elsewhereOn(nodeOf(id));
      if (elsewhere) badges.push({id, words: "↗ " + elsewhere, quiet: true, other: true, badge: cards.elsewhereOf(placed.boxes.get(id), "↗ " + elsewhere)});
      if (below) badges.push({id, words: "+" + below, badge: cards.badgeOf(placed.boxes.get(id), "+" + below)});
      else if (nodeOf(id).children.length && state.view?.kind !== "focus" && (id === state.selected || id === hovered)) badges.push({id, words: "−", quiet: true, badge: cards.badgeOf(placed.boxes.get(id), "−")});
    }
    return badges;
  }
  function labelsOf() {
    if (state.view?.kind === "focus") return focusLabels();
    return placed.shown.filter(id => lead(id)).map(id => {
      const box = placed.boxes.get(id), words = heads.get(id);
      return {id, x: box.x + 2, y: box.y - 8, words, tone: colours[words === "For" ? "supports" : "attacks"]};
    });
  }
  function focusLabels() {
    const sides = [["Bears on", id => placed.left.has(id)], ["What bears on it", id => !placed.left.has(id) && id !== state.view.id]];
    return sides.flatMap(([words, on]) => {
      const boxes = placed.shown.filter(on).map(id => placed.boxes.get(id));
      if (!boxes.length) return [];
      const first = boxes.reduce((a, b) => b.y < a.y ? b : a);
      return [{x: first.x, y: first.y - 14, words, tone: colours["ink-soft"]}];
    });
  }
  function crossOf() {
    if (state.view?.kind === "focus") return [];
    const links = state.links ? map.links : map.nodes.get(state.selected)?.links || [];
    return links.filter(link => placed.boxes.has(link.from) && placed.boxes.has(link.to) && link.from !== link.to).map(link => ({...link, ...cards.bow(placed.boxes.get(link.from), placed.boxes.get(link.to)),
      tone: colours[toneName(link.relation)], dash: legend.relations[link.relation]?.dash || []}));
  }
  const SPEECH = {disputes: ["attacks", [9, 5]], questions: ["undecided", [2, 4]], presents: ["edge", [2, 4]], supposes: ["edge", [2, 4]]};
  function speechOf() {
    const lines = [];
    for (const [id, box] of placed.boxes) for (const voice of nodeOf(id).voices) {
      const person = placed.people.get(voice.by);
      if (!person) continue;
      const [tone, dash] = SPEECH[voice.act] || ["stakeholder", []];
      const chosen = state.selected === voice.by || state.selected === id;
      const start = {x: person.x, y: person.y + person.h / 2}, end = {x: box.x + box.w, y: box.y + box.h / 2};
      lines.push({path: [["M", start.x, start.y], ["C", start.x - 60, start.y, end.x + 60, end.y, end.x, end.y]], tone: colours[tone], dash, chosen, act: voice.act, start, end});
    }
    return lines;
  }
  function drawSpeech(ctx) {
    if (!placed.people.size) return;
    const lines = speechOf(), any = lines.some(line => line.chosen);
    for (const line of lines) {
      ctx.globalAlpha = line.chosen ? 1 : any ? .06 : .32;
      ctx.strokeStyle = line.tone;
      ctx.lineWidth = line.chosen ? 2.2 : 1.2;
      ctx.setLineDash(line.dash);
      cards.trace(ctx, line.path);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    if (pass.scale * 12 < 7) return;
    const words = new Map(lines.filter(line => line.chosen).map(line => [line.start.x + "," + line.start.y + line.act, line]));
    for (const line of words.values()) drawWord(ctx, line.start.x - 46, line.start.y, line.act, line.tone);
  }
  function drawWord(ctx, x, y, words, tone) {
    ctx.font = `600 12px ${cards.fonts().sans}`;
    ctx.textAlign = "center"; ctx.textBaseline = "middle";
    const wide = ctx.measureText(words).width + 10;
    ctx.fillStyle = colours.paper;
    cards.roundBox(ctx, x - wide / 2, y - 9, wide, 18, 4);
    ctx.fill();
    ctx.fillStyle = tone;
    ctx.fillText(words, x, y + .5);
  }
  /* Cross links run under the cards, so that no line goes through a title. */
  function drawCross(ctx) {
    ctx.lineWidth = 2.2;
    for (const cross of crossOf()) {
      ctx.strokeStyle = cross.tone;
      ctx.setLineDash(cross.dash);
      cards.trace(ctx, cross.path);
      ctx.stroke();
    }
    ctx.setLineDash([]);
  }
  function drawOver(ctx) {
    const readable = pass.scale * cards.SIZE >= 3.4;
    for (const cross of crossOf()) {
      if (readable) cards.drawSign(ctx, cross.start, legend.relations[cross.relation]?.sign || "·", cross.tone, colours, pass.scale);
    }
    if (!readable) return;
    for (const {id, at, sign, tone} of signsOf()) {
      const box = placed.boxes.get(id);
      if (outside(box)) continue;
      ctx.globalAlpha = isDim(id) ? .3 : 1;
      cards.drawSign(ctx, at, sign, tone, colours, pass.scale);
    }
    ctx.globalAlpha = 1;
    for (const {id, words, quiet, badge} of badgesOf()) if (!outside(placed.boxes.get(id))) {
      ctx.globalAlpha = isDim(id) ? .5 : 1;
      cards.drawBadge(ctx, badge, words, colours, quiet);
    }
    ctx.globalAlpha = 1;
    ctx.textAlign = "start"; ctx.textBaseline = "alphabetic"; ctx.direction = "ltr";
    for (const {x, y, words, tone, id} of labelsOf()) {
      ctx.globalAlpha = id && isDim(id) ? .34 : 1;
      ctx.font = `700 12px ${cards.fonts().sans}`; ctx.fillStyle = tone;
      ctx.fillText(words, x, y);
    }
    ctx.globalAlpha = 1;
  }
  let frame = null;
  const outside = box => frame && (box.x > frame.x1 || box.x + box.w < frame.x0 || box.y > frame.y1 || box.y + box.h < frame.y0);
  network.on("beforeDrawing", ctx => {
    const rect = canvas.getBoundingClientRect();
    const a = network.DOMtoCanvas({x: 0, y: 0}), b = network.DOMtoCanvas({x: rect.width, y: rect.height});
    frame = {x0: a.x - 20, y0: a.y - 20, x1: b.x + 20, y1: b.y + 20};
    pass = {scale: network.getScale()};
    if (!placed) return;
    drawTies(ctx);
    drawCross(ctx);
    drawSpeech(ctx);
  });
  let settling = null;
  network.on("afterDrawing", ctx => {
    if (!placed) return;
    drawOver(ctx);
    clearTimeout(settling);
    settling = setTimeout(drawMini, 40);
  });
  function paintAll(ctx) {
    const kept = [pass, frame, state.selected, near];
    pass = {scale: 1}; frame = null; state.selected = null; near = null;
    drawTies(ctx);
    drawCross(ctx);
    drawSpeech(ctx);
    for (const [id, box] of [...placed.boxes, ...placed.people]) drawOne(ctx, id, box);
    drawOver(ctx);
    [pass, frame, state.selected, near] = kept;
  }

  /* ---------------- camera ---------------- */
  const redraw = () => network.redraw();
  function fit() {
    if (!placed.boxes.size) return;
    const {w, h} = stage();
    const scale = Math.min(state.view?.kind === "focus" ? 1.3 : LARGEST, w / Math.max(1, placed.w), h / Math.max(1, placed.h));
    const least = state.whole || state.view ? 0 : (state.people ? 10 : LEGIBLE + .01) / cards.SIZE;
    const used = Math.max(scale, least);
    const holder = $("net").getBoundingClientRect();
    /* What does not fit begins at its upper left, where reading begins. */
    const across = placed.w * used > w + 1 && settings.mode !== "both" ? placed.x + (holder.width / 2 - 20) / used : placed.x + placed.w / 2;
    const down = placed.h * used > h + 1 ? placed.y + (holder.height / 2 - 16) / used : placed.y + placed.h / 2 + Math.max(24, $("legend").offsetHeight / 2) / used;
    network.moveTo({position: {x: across, y: down}, scale: used, animation: false});
    state.camera = null;
    drawMini();
  }
  function zoomBy(factor) {
    network.moveTo({scale: Math.max(.03, Math.min(4, network.getScale() * factor)), animation: false});
    rememberCamera();
  }
  function rememberCamera() {
    const {x, y} = network.getViewPosition();
    state.camera = [Math.round(x), Math.round(y), Math.round(network.getScale() * 1000) / 1000];
    writeState();
  }
  /* Moves just so far that a card is in view; zooms only where its text could not be read. */
  function reveal(id) {
    const box = placed.boxes.get(id) || placed.people.get(id);
    if (!box) return;
    const rect = $("net").getBoundingClientRect();
    let scale = network.getScale();
    const middle = {x: box.x + box.w / 2, y: box.y + box.h / 2};
    if (scale * cards.SIZE < 9.8 && !state.whole) {
      scale = LEGIBLE / cards.SIZE;
      network.moveTo({position: middle, scale, animation: false});
      return;
    }
    const a = network.canvasToDOM({x: box.x, y: box.y}), b = network.canvasToDOM({x: box.x + box.w, y: box.y + box.h});
    const pad = 26, low = rect.height - 60;
    const dx = a.x < pad ? a.x - pad : b.x > rect.width - pad ? b.x - rect.width + pad : 0;
    const dy = a.y < pad ? a.y - pad : b.y > low ? b.y - low : 0;
    if (!dx && !dy) return;
    const at = network.getViewPosition();
    network.moveTo({position: {x: at.x + dx / scale, y: at.y + dy / scale}, animation: false});
  }
  const mini = $("mini");
  function drawMini() {
    const rect = $("net").getBoundingClientRect();
    const a = network.DOMtoCanvas({x: 0, y: 0}), b = network.DOMtoCanvas({x: rect.width, y: rect.height});
    const all = !placed || !placed.boxes.size || (a.x <= placed.x + 1 && a.y <= placed.y + 1 && b.x >= placed.x + placed.w - 1 && b.y >= placed.y + placed.h - 1);
    mini.hidden = all || isList();
    if (mini.hidden) return;
    const scale = Math.min((mini.width - 12) / placed.w, (mini.height - 12) / placed.h);
    const ox = (mini.width - placed.w * scale) / 2 - placed.x * scale, oy = (mini.height - placed.h * scale) / 2 - placed.y * scale;
    const ctx = mini.getContext("2d");
    ctx.clearRect(0, 0, mini.width, mini.height);
    for (const [id, box] of placed.boxes) {
      const look = lookOf(nodeOf(id));
      ctx.fillStyle = look.edge;
      ctx.fillRect(box.x * scale + ox, box.y * scale + oy, Math.max(1, box.w * scale), Math.max(1, box.h * scale));
    }
    ctx.fillStyle = colours.stakeholder;
    for (const box of placed.people.values()) ctx.fillRect(box.x * scale + ox, box.y * scale + oy, Math.max(1, box.w * scale), Math.max(1, box.h * scale));
    ctx.strokeStyle = colours.accent;
    ctx.lineWidth = 2;
    ctx.strokeRect(a.x * scale + ox, a.y * scale + oy, (b.x - a.x) * scale, (b.y - a.y) * scale);
    mini.place = {scale, ox, oy};
  }
  mini.addEventListener("pointerdown", event => {
    mini.setPointerCapture(event.pointerId);
    const go = each => {
      const rect = mini.getBoundingClientRect(), {scale, ox, oy} = mini.place;
      network.moveTo({position: {x: (each.clientX - rect.left - ox) / scale, y: (each.clientY - rect.top - oy) / scale}, animation: false});
    };
    go(event);
    mini.onpointermove = go;
    mini.onpointerup = () => { mini.onpointermove = null; rememberCamera(); };
  });

  /* ---------------- the list, where the map is read as text ---------------- */
  const wordOf = node => {
    if (node.kind === "issue") return node.compares ? "point of comparison" : "issue";
    if (node.kind !== "claim") return "group";
    if (node.role === "position") return "position";
    return legend.relations[node.relation]?.word || (node.role === "untied" ? "not tied" : node.role || "claim");
  };
  const common = {map, legend, wordOf, toneOf, pick: node => show(node.id)};
  let outline = null, list = null;
  function makeOutline() {
    if (outline) return;
    outline = listing.create({...common, label: "Outline of the debate", ids: true});
    $("outline").append(outline.tree);
    outline.show(roots, node => node.depth < 1 && roots.length <= MANY_ROOTS);
    outline.dim(node => isFiltering() && node.kind === "claim" && !matches(node));
    if (map.nodes.has(state.selected)) outline.select(nodeOf(state.selected));
  }
  function showList() {
    if (!list) {
      list = listing.create({...common, label: "The debate as a list", cardy: true, opened: (node, open) => { state.open[open ? "add" : "delete"](node.id); writeState(); showCounts(); }});
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
    $("list").hidden = !asList;
    document.body.classList.toggle("as-list", asList);
    series = seriesOf();
    markNear();
    showLegend();
    if (asList) { showList(); mini.hidden = true; }
    else {
      arrange({choose});
      if (refit) fit();
      redraw();
    }
    showTrail();
    showCounts();
    showControls();
  }
  function showCounts() {
    const drawn = isList() ? countList() : placed ? placed.shown.filter(id => nodeOf(id).kind === "claim").length : 0;
    const total = map.claims.length;
    $("shown").textContent = !drawn && total ? `${total.toLocaleString("en")} claims, all folded` : drawn < total ? `${drawn.toLocaleString("en")} of ${total.toLocaleString("en")} claims shown` : `${total === 1 ? "1 claim" : `${total.toLocaleString("en")} claims`} shown`;
  }
  const countList = () => {
    let count = 0;
    const waiting = state.view ? [nodeOf(state.view.id)] : [...roots];
    while (waiting.length) { const node = waiting.pop(); if (node.kind === "claim") count++; if (state.open.has(node.id)) waiting.push(...node.children); }
    return count;
  };
  function showLegend() {
    const entry = (tone, sign, words, key, value) => element("li", {style: `--tone:${tone}`}, element("span", {class: "sign", "aria-hidden": "true", style: `background:${tone}`}, sign), words);
    let made = [];
    if (state.colour === "status") {
      made = ["stands", "undecided", "falls"].map(status => entry(colours[status], legend.statuses[status].sign, status));
    } else if (series) {
      made = series.values.map((value, n) => entry(colours[`series-${n}`], "", element("bdi", {}, series.facet.name(value))));
      const rest = series.facet.values.length - series.values.length;
      made.push(entry(colours.edge, "", rest > 0 ? `${rest} others, or none` : "none"));
    } else {
      made = ["supports", "attacks", "rebuts", "undercuts"].filter(relation => map.claims.some(claim => claim.relation === relation))
        .map(relation => entry(colours[relation], legend.relations[relation].sign, legend.relations[relation].word));
    }
    if (state.people) made.push(element("li", {class: "oval"}, element("span", {class: "ellipse", "aria-hidden": "true"}), "stakeholder"));
    $("legend").replaceChildren(...made);
  }
  function showTrail() {
    const trail = $("trail");
    const kind = state.view?.kind, back = trips.past.length, on = trips.coming.length;
    trail.hidden = !state.view;
    if (!state.view) return;
    const node = nodeOf(state.view.id);
    const steps = debate.ancestors(node).filter(each => each.kind !== debate.VIRTUAL);
    trail.replaceChildren(
      element("button", {type: "button", class: "button icon", id: "back", "aria-label": "Back", title: "Back ([)", disabled: !back, onclick: goBack}, "←"),
      element("button", {type: "button", class: "button icon", id: "forward", "aria-label": "Forward", title: "Forward (])", disabled: !on, onclick: goOn}, "→"),
      element("button", {type: "button", class: "button", onclick: () => go(null)}, "Whole debate"),
      ...steps.map(each => [element("span", {class: "quiet", "aria-hidden": "true"}, "›"), element("button", {type: "button", class: "plain", onclick: () => go({kind, id: each.id})}, element("bdi", {}, each.title))]).flat(),
      element("span", {class: "quiet", "aria-hidden": "true"}, "›"),
      element("b", {dir: "auto"}, node.title),
      element("span", {class: "quiet"}, kind === "focus" ? "and its neighbours" : "branch"));
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
  const kindWord = id => map.nodes.has(id) ? wordOf(nodeOf(id)) : map.stakeholders.has(id) ? "stakeholder" : map.steps.has(id) ? "step" : "concept";
  const titleOf = id => map.nodes.get(id)?.title || map.stakeholders.get(id)?.name || map.concepts.get(id)?.label || (map.steps.get(id) ? map.steps.get(id).premises.map(each => map.nodes.get(each)?.title || each).join("; ") : id);
  const knows = id => map.nodes.has(id) || map.stakeholders.has(id) || map.steps.has(id) || map.concepts.has(id);

  function show(id, {fromAddress = false, keepPanel = false} = {}) {
    state.selected = id;
    markNear();
    const node = map.nodes.get(id);
    let changed = false;
    if (node && state.view && !inView(node)) { state.view = null; changed = true; settings = null; }
    if (node && state.view?.kind !== "focus") for (const above of debate.ancestors(node)) if (!state.open.has(above.id)) { state.open.add(above.id); changed = true; }
    if (isList()) {
      if (changed || !list) present();
      if (list) list.select(node || null);
    } else {
      if (changed) arrange();
      if (id) reveal(id);
      redraw();
      if (changed) { showCounts(); showTrail(); }
    }
    if (outline && !$("outline").hidden) outline.select(node || null);
    side.detail(id);
    if (id) {
      if (!keepPanel && !fromAddress && state.panel !== "outline") openTab("detail");
      else if (fromAddress) openTab("detail");
      document.body.classList.add("has-selection");
      argumap.say(`${kindWord(id)}: ${titleOf(id)}`);
    } else document.body.classList.remove("has-selection");
    writeState();
  }
  const inView = node => {
    if (!state.view) return true;
    if (state.view.kind === "focus") return node.id === state.view.id || placed?.boxes.has(node.id);
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
    argumap.say(open ? `${node.children.length} shown beneath: ${node.title}` : `${node.below} folded beneath: ${node.title}`);
    writeState();
  }
  function keepInPlace(id, change) {
    const before = placed.boxes.get(id), was = before && network.canvasToDOM({x: before.x + before.w / 2, y: before.y});
    change();
    const after = placed.boxes.get(id);
    if (was && after) {
      const is = network.canvasToDOM({x: after.x + after.w / 2, y: after.y}), at = network.getViewPosition(), scale = network.getScale();
      network.moveTo({position: {x: at.x + (is.x - was.x) / scale, y: at.y + (is.y - was.y) / scale}, animation: false});
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
      const tree = viewTree(), chosen = chooseLayout(tree);
      state.open = kept;
      return chosen.scale * cards.SIZE >= LEGIBLE;
    };
    const depth = debate.startDepth(map, heads_, START_CARDS - (roots.length - heads_.length), fits);
    if (!depth && heads_.some(root => root.children.length)) {
      const one = debate.openTo(heads_, 1);
      if (debate.countShown(heads_, one) <= START_CARDS) return one;
      startsAsList = true;
      return startList(heads_);
    }
    return deepen(heads_, debate.openTo(heads_, depth), depth, fits);
  }
  /* Where all debates together cannot go deeper, the largest may: it opens one level more as a whole, and the
     others make room if they must. */
  function deepen(heads_, open, depth, fits) {
    const [largest, ...others] = [...heads_].sort((a, b) => b.below - a.below || a.index - b.index);
    if (!others.length) return open;
    const more = debate.openTo([largest], depth + 1);
    for (const lesser of [open, debate.openTo(others, depth - 1), new Set()]) {
      const tried = new Set([...more, ...[...lesser].filter(id => !more.has(id))]);
      if (tried.size > 1 && debate.countShown(roots, tried) <= START_CARDS && fits(tried)) return tried;
    }
    return open;
  }
  /* As a list: open as many levels as stay within the cards of a start. */
  function startList(heads_) {
    const depth = debate.startDepth(map, heads_, START_CARDS, () => true);
    return debate.openTo(heads_, Math.min(depth, 2));
  }
  function overview() {
    Object.assign(state, {view: null, whole: false, camera: null});
    startsAsList = roots.length > MANY_ROOTS;
    if (!narrow.matches) togglePanel(true);
    state.open = startOpen();
    settings = null;
    present({choose: true, refit: true});
    if (state.selected && map.nodes.has(state.selected) && !placed?.boxes.has(state.selected)) show(null);
    writeState();
    argumap.say("Main points");
  }
  function whole() {
    const heads_ = state.view ? [nodeOf(state.view.id)] : roots;
    if (state.view?.kind === "focus") state.view = null;
    let depth = Infinity;
    if (debate.countShown(heads_, debate.openTo(heads_, Infinity)) > MOST_CARDS) {
      depth = 1;
      while (debate.countShown(heads_, debate.openTo(heads_, depth + 1)) <= MOST_CARDS) depth++;
      while (depth > 0 && debate.countShown(heads_, debate.openTo(heads_, depth)) > MOST_CARDS) depth--;
      argumap.notice(`${map.claims.length.toLocaleString("en")} claims are too many to draw at once. You see the first ${depth === 1 ? "level" : `${depth} levels`}; a branch alone (o) shows more of itself.`);
    }
    state.open = debate.openTo(heads_, depth);
    state.whole = true;
    if (state.layout === "list" || isList()) { state.layout = narrow.matches ? "list" : "down"; }
    togglePanel(false);
    settings = null;
    present({choose: true, refit: true});
    writeState();
    argumap.say("The whole map");
  }
  function go(view, {travel = true} = {}) {
    if (travel) { trips.past.push(state.view && {...state.view}); trips.coming.length = 0; }
    state.view = view;
    state.whole = false;
    if (view?.kind === "branch") {
      const node = nodeOf(view.id);
      const fits = open => {
        const kept = state.open;
        state.open = open;
        heads.clear();
        const chosen = chooseLayout(viewTree());
        state.open = kept;
        return chosen.scale * cards.SIZE >= LEGIBLE;
      };
      const depth = Math.max(1, debate.startDepth(map, [node], 400, isList() ? () => true : fits));
      state.open = new Set([...state.open, ...debate.openTo([node], depth)]);
    } else if (!view) state.open = startOpen();
    settings = null;
    present({choose: true, refit: true});
    side.detail(state.selected);
    writeState({push: true});
    argumap.say(view ? `${view.kind === "focus" ? "Focus on" : "Branch"}: ${nodeOf(view.id).title}` : "Whole debate");
  }
  const branch = id => { if (map.nodes.has(id)) go(isBranch(id) ? null : {kind: "branch", id}); };
  const isBranch = id => state.view?.kind === "branch" && state.view.id === id;
  function focus(id) {
    if (!map.nodes.has(id)) return;
    if (state.view?.kind === "focus" && state.view.id === id) return go(null);
    if (isList()) { state.layout = "both"; }
    state.selected = id;
    go({kind: "focus", id});
    show(id);
  }
  function goBack() { if (!trips.past.length) return; trips.coming.push(state.view && {...state.view}); go(trips.past.pop(), {travel: false}); }
  function goOn() { if (!trips.coming.length) return; trips.past.push(state.view && {...state.view}); go(trips.coming.pop(), {travel: false}); }

  /* ---------------- filters ---------------- */
  function filter(key, value) {
    if (!state.chosen.has(key)) state.chosen.set(key, new Set());
    const values = state.chosen.get(key);
    values.has(value) ? values.delete(value) : values.add(value);
    refilter();
  }
  function clearFilters() { state.chosen.clear(); refilter(); }
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
  const whatIf = wondering.isPossible(map) ? wondering.create({map, show, titleOf, changed: () => { side.detail(state.selected); if (!isList()) redraw(); }}) : null;
  const side = panel.create({map, legend, facets, missing, show, fold, focus, branch, filter, clearFilters, wordOf, matches, isFiltering, isList, isBranch,
    chosen: state.chosen, isOpen: id => state.open.has(id), isFiltered: (key, value) => state.chosen.get(key)?.has(value) || false,
    whatIf: whatIf && whatIf.section, isSetAside: id => Boolean(whatIf && whatIf.isSetAside(id))});
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
    if (name === "outline") { makeOutline(); if (map.nodes.has(state.selected)) outline.select(nodeOf(state.selected)); }
    if (name === "filters") side.filters();
    if (focusIt) $("tab-" + name).focus();
  }
  function togglePanel(open = document.body.classList.contains("panel-hidden")) {
    document.body.classList.toggle("panel-hidden", !open);
    $("panel-toggle").setAttribute("aria-expanded", String(open));
    network.setSize("100%", "100%");
  }
  $("sheet-close").addEventListener("click", () => document.body.classList.remove("sheet-up"));
  for (const name of ["detail", "outline", "filters"]) {
    $("tab-" + name).addEventListener("click", () => {
      if (narrow.matches && state.panel === name && document.body.classList.contains("sheet-up")) return document.body.classList.remove("sheet-up");
      openTab(name);
      writeState();
    });
    $("tab-" + name).addEventListener("keydown", event => {
      const names = ["detail", "outline", "filters"], at = names.indexOf(name);
      const to = event.key === "ArrowRight" ? names[(at + 1) % 3] : event.key === "ArrowLeft" ? names[(at + 2) % 3] : null;
      if (to) { event.preventDefault(); openTab(to, true); }
    });
  }

  /* ---------------- search ---------------- */
  const query = $("query");
  const {find} = searching.create({map, legend, titleOf, kindWord,
    light: found => { lit = found; if (!isList()) redraw(); },
    pick: id => { show(id); if (!isList()) $("net").focus({preventScroll: true}); },
    leave: () => $("net").focus({preventScroll: true})});

  /* ---------------- pointer ---------------- */
  let hovered = null;
  const nodeAt = point => {
    const at = network.DOMtoCanvas(point);
    for (const {id, badge, other} of badgesOf()) if (!other && at.x >= badge.x - 5 && at.x <= badge.x + badge.w + 5 && at.y >= badge.y - 4 && at.y <= badge.y + badge.h + 6) return {badge: id};
    for (const [id, box] of [...placed.people, ...placed.boxes]) if (at.x >= box.x && at.x <= box.x + box.w && at.y >= box.y && at.y <= box.y + box.h) return {id};
    return {};
  };
  network.on("click", event => {
    const {id, badge} = nodeAt(event.pointer.DOM);
    $("net").focus({preventScroll: true});
    if (badge) return fold(badge);
    show(id || null);
  });
  network.on("doubleClick", event => { const {id} = nodeAt(event.pointer.DOM); if (id) fold(id); });
  network.on("hoverNode", ({node}) => { hovered = node.slice(2); canvas.style.cursor = "pointer"; canvas.title = ""; redraw(); });
  network.on("blurNode", () => { hovered = null; canvas.style.cursor = ""; redraw(); });
  for (const event of ["dragEnd", "zoom"]) network.on(event, () => { clearTimeout(settlingCamera); settlingCamera = setTimeout(rememberCamera, 250); });
  let settlingCamera = null;

  /* ---------------- keyboard ---------------- */
  const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
  /* The nearest card in that direction: kin first, then what stands straight ahead. */
  function neighbour(id, [dx, dy]) {
    const from = placed.boxes.get(id) || placed.people.get(id);
    if (!from) return placed.shown[0];
    const node = map.nodes.get(id), middle = box => ({x: box.x + box.w / 2, y: box.y + Math.min(box.h / 2, 30)});
    const a = middle(from);
    let best = null, least = Infinity;
    for (const [other, box] of [...placed.boxes, ...placed.people]) {
      if (other === id) continue;
      const b = middle(box), along = (b.x - a.x) * dx + (b.y - a.y) * dy, across = Math.abs((b.x - a.x) * dy) + Math.abs((b.y - a.y) * dx);
      if (along <= 4 || across > along * 3 + 60) continue;
      const near_ = map.nodes.get(other);
      const kin = node && near_ && (near_.parentNode === node || node.parentNode === near_ || near_.parentNode === node.parentNode);
      const cost = (along + across * 2) * (kin ? .55 : 1);
      if (cost < least) { least = cost; best = other; }
    }
    return best;
  }
  $("net").addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      const next = state.selected ? neighbour(state.selected, arrow) : placed.shown[0];
      if (next) show(next, {keepPanel: true});
    } else if (event.key === "Enter") { event.preventDefault(); if (state.selected) { openTab("detail"); $("detail").focus(); } }
    else if (event.key === " ") { event.preventDefault(); if (state.selected) fold(state.selected); }
  });
  const KEYS = {w: whole, e: overview, f: () => { if (!isList()) { fit(); writeState(); } }, o: () => { if (state.selected && map.nodes.has(state.selected)) branch(state.selected); else if (state.view) go(null); },
    x: () => { if (state.selected) focus(state.selected); }, "[": goBack, "]": goOn, "+": () => zoomBy(1.25), "=": () => zoomBy(1.25), "-": () => zoomBy(.8), "−": () => zoomBy(.8),
    s: () => toggle("people"), c: () => toggle("full"), l: () => toggle("links"), p: () => togglePanel(), "?": () => $("help").showModal(), "/": () => { query.focus(); query.select(); }};
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    if (event.target.closest("input,select,textarea")) return;
    if (event.key === "Escape") return escape();
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  function escape() {
    if ($("more").open) { $("more").open = false; return; }
    if (narrow.matches && document.body.classList.contains("sheet-up")) return document.body.classList.remove("sheet-up");
    if (state.selected) return show(null);
    if (state.view) go(null);
  }
  function toggle(key) {
    state[key] = !state[key];
    if (key === "full") cards.forget();
    present({choose: key === "full", refit: key !== "links"});
    writeState();
    argumap.say(`${{people: "Stakeholders", full: "Full cards", links: "Cross links"}[key]} ${state[key] ? "shown" : "hidden"}`);
  }

  /* ---------------- buttons ---------------- */
  $("whole").addEventListener("click", () => state.whole ? overview() : whole());
  $("overview").addEventListener("click", overview);
  $("people").addEventListener("click", () => toggle("people"));
  $("full").addEventListener("change", () => toggle("full"));
  $("links").addEventListener("change", () => toggle("links"));
  $("fit").addEventListener("click", () => { fit(); writeState(); });
  $("zoom-in").addEventListener("click", () => zoomBy(1.25));
  $("zoom-out").addEventListener("click", () => zoomBy(.8));
  $("panel-toggle").addEventListener("click", () => { togglePanel(); fit(); });
  $("help-open").addEventListener("click", () => { $("more").open = false; $("help").showModal(); });
  $("print").addEventListener("click", () => print());
  $("layout").addEventListener("change", () => { state.layout = $("layout").value; settings = null; present({choose: true, refit: true}); writeState(); });
  $("colour").addEventListener("change", () => { state.colour = $("colour").value; present({refit: !state.camera}); writeState(); });
  document.addEventListener("click", event => { if (!event.target.closest("#more")) $("more").open = false; });
  const COLOURS = [["relation", "relation", true], ["section", "section", facets.some(f => f.key === "section")], ["stakeholder", "stakeholder", facets.some(f => f.key === "by")],
    ["tag", "tag", facets.some(f => f.key === "tag")], ["concept", "concept", facets.some(f => f.key === "concept")], ["status", "what survives", map.hasStatus]];
  $("colour").append(...COLOURS.filter(([, , there]) => there).map(([value, words]) => element("option", {value}, words)));

  function scene() {
    const kept = [state.selected, near];
    state.selected = null; near = null;
    const made = {title: map.title, bounds: {x: placed.x, y: placed.y - 20, w: placed.w, h: placed.h + 20}, colours,
      cards: placed.shown.map(id => ({node: nodeOf(id), box: placed.boxes.get(id), look: {...lookOf(nodeOf(id)), full: state.full, describe}})),
      ties: [...speechOf().map(line => ({path: line.path, tone: line.tone, dash: line.dash, width: 1.2})), ...tiesOf(), ...bracketsOf().map(each => ({...each, dash: [], width: 4})),
        ...crossOf().map(each => ({...each, width: 2}))],
      signs: signsOf(), badges: badgesOf(), labels: labelsOf(),
      people: [...placed.people].map(([id, box]) => ({id, box, name: map.stakeholders.get(id).name}))};
    [state.selected, near] = kept;
    return made;
  }
  const toSvg = () => pictures.svg(scene());
  const toCanvas = () => pictures.canvas(scene(), paintAll);
  const fileName = (map.name || "argument-map").replace(/[^\p{L}\p{N}-]+/gu, "-");
  $("svg").addEventListener("click", () => pictures.save(new Blob([toSvg()], {type: "image/svg+xml"}), fileName + ".svg"));
  $("png").addEventListener("click", () => toCanvas().toBlob(blob => pictures.save(blob, fileName + ".png"), "image/png"));

  /* On paper the map is its whole outline: every claim, who says it and where. */
  function fillPrint() {
    const item = node => element("li", {class: `is-${toneOf(node)}`}, element("p", {}, node.kind === "claim" ? element("span", {class: "relation"}, `${legend.relations[node.relation]?.sign || ""} ${wordOf(node)}: `) : null,
      element("bdi", {}, node.text || node.title), node.voices.length ? element("small", {}, ` — ${speakersOf(node)}`) : null,
      node.where.length ? element("small", {}, ` [${node.where.map(place => place.at).filter(Boolean).join(", ")}]`) : null));
    const top = element("ul");
    const lists = new Map();
    for (const node of map.nodes.values()) {
      const made = item(node);
      lists.set(node.id, made);
      let holder = top;
      if (node.parentNode) {
        const parent = lists.get(node.parent);
        holder = parent.querySelector(":scope>ul") || parent.appendChild(element("ul"));
      }
      holder.append(made);
    }
    $("print-all").replaceChildren(top);
  }
  addEventListener("beforeprint", fillPrint);
  addEventListener("afterprint", () => $("print-all").replaceChildren());

  /* ---------------- the address holds the whole state ---------------- */
  const list_ = values => [...values].map(encodeURIComponent).join(",");
  const read_ = text => (text || "").split(",").filter(Boolean).map(value => { try { return decodeURIComponent(value); } catch { return value; } });
  let startSet = null;
  function foldState() {
    const heads_ = roots, same = startSet && startSet.size === state.open.size && [...startSet].every(id => state.open.has(id));
    if (same) return {open: null, folded: null};
    const parents = [...map.nodes.values()].filter(node => node.children.length).map(node => node.id);
    const opened = parents.filter(id => state.open.has(id));
    if (opened.length === parents.length) return {open: "*", folded: null};
    const closed = parents.length - opened.length;
    if (closed < opened.length) return {open: null, folded: list_(parents.filter(id => !state.open.has(id)).slice(0, 400))};
    return {open: opened.length > 400 ? null : list_(opened) || "-", folded: null};
  }
  function writeState({push = false} = {}) {
    if (restoring) return;
    const changes = {n: state.selected, branch: state.view?.kind === "branch" ? state.view.id : null, focus: state.view?.kind === "focus" ? state.view.id : null, ...foldState(),
      layout: state.layout === "auto" ? null : state.layout, colour: state.colour === "relation" ? null : state.colour, cards: state.full ? "full" : null,
      who: state.people ? 1 : null, links: state.links ? 1 : null, whole: state.whole ? 1 : null, at: state.camera ? state.camera.join(",") : null, tab: state.panel === "detail" ? null : state.panel};
    for (const facet of facets) changes[facet.key] = list_(state.chosen.get(facet.key) || []);
    address.set(changes, {push});
  }
  let restoring = false;
  function restore() {
    restoring = true;
    const now = address.all(), pick = (key, allowed, otherwise) => allowed.includes(now.get(key)) ? now.get(key) : otherwise;
    state.layout = pick("layout", ["down", "both", "right", "list"], "auto");
    state.colour = pick("colour", COLOURS.filter(each => each[2]).map(each => each[0]), "relation");
    if (state.full !== (now.get("cards") === "full")) { state.full = !state.full; cards.forget(); }
    state.people = now.get("who") === "1";
    state.links = now.get("links") === "1";
    state.view = null;
    for (const kind of ["branch", "focus"]) if (map.nodes.has(now.get(kind))) state.view = {kind, id: now.get(kind)};
    state.chosen.clear();
    for (const facet of facets) {
      const values = read_(now.get(facet.key)).filter(value => facet.known.has(value));
      if (values.length) state.chosen.set(facet.key, new Set(values));
    }
    startsAsList = roots.length > MANY_ROOTS;
    startSet = startOpen();
    state.open = new Set(startSet);
    const everything = () => debate.openTo(roots, Infinity);
    if (now.get("open") === "*") state.open = everything();
    else if (now.has("open")) state.open = new Set(read_(now.get("open")).filter(id => map.nodes.has(id)));
    else if (now.has("folded")) { state.open = everything(); for (const id of read_(now.get("folded"))) state.open.delete(id); }
    else if (state.view?.kind === "branch") for (const id of debate.openTo([nodeOf(state.view.id)], 2)) state.open.add(id);
    if (debate.countShown(roots, state.open) > MOST_CARDS * 1.5 && !isList()) state.open = new Set(startSet);
    state.whole = now.get("whole") === "1";
    if (state.whole && !narrow.matches) togglePanel(false);
    settings = null;
    present({choose: true, refit: true});
    const at = (now.get("at") || "").split(",").map(Number);
    if (at.length === 3 && at.every(Number.isFinite) && at[2] > .02 && at[2] < 5 && !isList()) {
      network.moveTo({position: {x: at[0], y: at[1]}, scale: at[2], animation: false});
      state.camera = at;
    }
    side.filters();
    refilter();
    if (["outline", "filters"].includes(now.get("tab"))) openTab(now.get("tab"));
    restoring = false;
  }

  /* ---------------- start ---------------- */
  cards.readFonts();
  readColours();
  argumap.onTheme(() => { readColours(); present(); });
  const again = () => restore();
  addEventListener("popstate", again);
  restore();
  if (narrow.matches) document.body.classList.remove("sheet-up");
  side.detail(null);
  argumap.follow(knows, (id, fromAddress) => {
    if (id) show(id, {fromAddress});
    else if (state.selected) show(null);
  });
  if (narrow.matches && !address.get("n")) document.body.classList.remove("sheet-up");
  let resizing = null, wasNarrow = narrow.matches;
  addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      if (wasNarrow !== narrow.matches) { wasNarrow = narrow.matches; restore(); return; }
      if (!isList() && !state.camera) fit();
    }, 80);
  });
  globalThis.argumapPage = {network, map, state, show, fold, whole, overview, focus, branch, toSvg, toCanvas, find, isList,
    placed: () => placed, look: id => ({dim: isDim(id)}), textOf: id => cards.textOf(nodeOf(id), placed.boxes.get(id).w, state.full, describe), badges: badgesOf};
  document.documentElement.dataset.ready = "true";
})();
