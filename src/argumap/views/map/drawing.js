/* What the map looks like: the colours of cards, ties, signs, badges and labels, and how all of it is drawn. */
import {
  TEXT_SIZE,
  badgeBox,
  bowPath,
  drawBadge,
  drawCard,
  drawPerson,
  drawSign,
  elsewhereBox,
  fonts,
  jointOf,
  roundBox,
  tiePath,
  tracePath,
} from "./cards.js";
import {GROUP, ancestorsOf, findReasons, linkedWith, matchesFacets, targetOf} from "./debate.js";

export function createDrawing(app) {
  const {map, facets, legend, state, now, heads, lead, describe, network, canvas} = app;
  const nodeOf = id => map.nodes.get(id);

  /* ---------------- looks ---------------- */
  const NAMES = [
    "paper",
    "surface",
    "wash",
    "ink",
    "ink-soft",
    "line",
    "edge",
    "accent",
    "hit",
    "issue-ground",
    "issue-ink",
    "stakeholder",
    "stakeholder-tint",
    "supports",
    "attacks",
    "rebuts",
    "undercuts",
    "answers",
    "contradicts",
    "rephrases",
    "stands",
    "falls",
    "undecided",
    "supports-tint",
    "attacks-tint",
    "rebuts-tint",
    "undercuts-tint",
    "stands-tint",
    "falls-tint",
    "undecided-tint",
    ...Array.from({length: 8}, (_, i) => [`series-${i}`, `series-${i}-tint`]).flat(),
  ];
  function readColours() {
    const css = getComputedStyle(document.documentElement);
    now.colours = Object.fromEntries(NAMES.map(name => [name, css.getPropertyValue("--" + name).trim()]));
  }
  const toneName = relation =>
    ["supports", "attacks", "rebuts", "undercuts", "contradicts", "rephrases"].includes(relation)
      ? relation
      : "answers";
  const toneOf = node =>
    node.kind === "claim" ? (toneName(node.relation) === "answers" ? "answers" : node.relation) : "none";
  const seriesOf = () => {
    const facet = facets.find(
      each => each.key === {section: "section", tag: "tag", stakeholder: "by", concept: "concept"}[state.colour],
    );
    if (!facet) return null;
    const most = new Set([...facet.values].sort((a, b) => facet.counts.get(b) - facet.counts.get(a)).slice(0, 8));
    return {facet, values: facet.values.filter(value => most.has(value))};
  };
  function lookOf(node) {
    const plain = {fill: now.colours.surface, edge: now.colours.edge};
    if (node.moved?.aside) return {fill: now.colours.paper, edge: now.colours["ink-soft"]};
    if (node.kind === "issue" && !node.parentNode)
      return {fill: now.colours["issue-ground"], edge: now.colours["issue-ground"]};
    if (node.kind !== "claim") return {fill: now.colours.wash, edge: now.colours.edge};
    if (state.colour === "status")
      return node.status ? {fill: now.colours[node.status + "-tint"], edge: now.colours[node.status]} : plain;
    if (now.series) {
      const n = now.series.values.findIndex(value => now.series.facet.of(node).includes(value));
      return n < 0 ? plain : {fill: now.colours[`series-${n}-tint`], edge: now.colours[`series-${n}`]};
    }
    const relation = relationAt(node.id);
    if (node.role === "position" || toneName(relation) === "answers")
      return {fill: now.colours.surface, edge: node.role === "position" ? now.colours.ink : now.colours.edge};
    return {fill: now.colours[relation + "-tint"] || now.colours.surface, edge: now.colours[toneName(relation)]};
  }
  const isFiltering = () => [...state.chosen.values()].some(values => values.size);
  const matches = node => matchesFacets(node, facets, state.chosen);
  const isDim = id => {
    if (now.near && !now.near.has(id)) return true;
    if (!isFiltering() || map.stakeholders.has(id)) return false;
    const node = nodeOf(id);
    return node.kind === "claim" && !matches(node);
  };
  function markNear() {
    now.near = null;
    const id = state.selected;
    if (!id) return;
    if (map.nodes.has(id)) {
      const node = nodeOf(id);
      now.near = new Set([
        id,
        ...ancestorsOf(node).map(each => each.id),
        ...node.children.map(each => each.id),
        ...linkedWith(map, node),
      ]);
      for (const link of node.links) {
        now.near.add(link.from);
        now.near.add(link.to);
      }
      for (const voice of node.voices) now.near.add(voice.by);
      if ((node.kind === "issue" && !node.parentNode) || node.kind === GROUP) now.near = null;
    } else if (map.stakeholders.has(id)) {
      now.near = new Set([
        id,
        ...map.claims.filter(claim => claim.voices.some(voice => voice.by === id)).map(claim => claim.id),
      ]);
    } else if (map.steps.has(id)) {
      const step = map.steps.get(id),
        target = targetOf(map, step);
      now.near = new Set([...step.premises, target?.id]);
    } else if (map.concepts.has(id)) {
      now.near = new Set(map.claims.filter(claim => claim.concepts.includes(id)).map(claim => claim.id));
    }
  }

  /* ---------------- drawing ---------------- */
  let pass = {scale: 1, ctx: null};
  function drawOne(ctx, id, box) {
    const dim = isDim(id),
      ring = state.selected === id;
    if (now.placed.people.has(id))
      return drawPerson(ctx, map.stakeholders.get(id).name, box, {
        colours: now.colours,
        dim,
        ring,
        scale: pass.scale,
        dashed: map.stakeholders.get(id).type === "unspecified",
      });
    const node = nodeOf(id);
    drawCard(ctx, node, box, {
      ...lookOf(node),
      colours: now.colours,
      dim,
      ring,
      hit: now.lit?.has(id),
      scale: pass.scale,
      full: state.full,
      describe,
    });
  }
  const relationAt = id => {
    const node = nodeOf(id);
    if (state.view?.kind === "focus" && id !== state.view.id) return focusRelation(id);
    return node.relation;
  };
  function focusRelation(id) {
    const centre = nodeOf(state.view.id),
      {for: pro, against: con, denied, bears} = findReasons(map, centre.id);
    const step = now.placed.left?.has(id)
      ? bears.find(each => targetOf(map, each)?.id === id)
      : [...pro, ...con, ...denied].find(each => each.premises.includes(id));
    if (step) return step.relation;
    const link = centre.links.find(each => !each.step && (each.from === id || each.to === id));
    return link ? link.relation : now.placed.left?.has(id) ? centre.relation : nodeOf(id).relation;
  }
  const parentBox = id =>
    state.view?.kind === "focus"
      ? id === state.view.id
        ? null
        : now.placed.boxes.get(state.view.id)
      : now.placed.boxes.get(nodeOf(id).parent);

  function tiesOf() {
    const ties = [];
    for (const [id, box] of now.placed.boxes) {
      const parent = parentBox(id);
      if (!parent) continue;
      const relation = relationAt(id),
        tone = now.colours[toneName(relation)];
      ties.push({
        id,
        path: tiePath(parent, box, now.placed.mode),
        tone,
        width: 1.7,
        dash: box.hang ? [] : legend.relations[relation]?.dash || [],
        relation,
        hang: box.hang,
      });
    }
    return ties;
  }
  function drawTies(ctx) {
    for (const tie of tiesOf()) {
      ctx.globalAlpha = isDim(tie.id) ? 0.3 : 1;
      ctx.lineWidth = tie.width;
      if (tie.hang) {
        ctx.setLineDash([]);
        ctx.strokeStyle = now.colours.edge;
        tracePath(ctx, tie.path.slice(0, 2));
        ctx.stroke();
        ctx.strokeStyle = tie.tone;
        tracePath(ctx, [["M", ...tie.path[1].slice(1)], tie.path[2]]);
        ctx.stroke();
        continue;
      }
      ctx.setLineDash(tie.dash);
      ctx.strokeStyle = tie.tone;
      tracePath(ctx, tie.path);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    for (const bracket of bracketsOf()) {
      ctx.globalAlpha = bracket.ids.some(isDim) ? 0.3 : 1;
      ctx.strokeStyle = bracket.tone;
      ctx.lineWidth = 4;
      tracePath(ctx, bracket.path);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }
  /* Linked premises that stand together are joined by a thick line: they only work together. */
  function bracketsOf() {
    const groups = new Map();
    if (state.view?.kind === "focus") return [];
    for (const id of now.placed.shown) {
      const node = nodeOf(id);
      if (!node.step || (map.steps.get(node.step)?.premises.length || 0) < 2) continue;
      if (!groups.has(node.step)) groups.set(node.step, []);
      groups.get(node.step).push(id);
    }
    return [...groups.values()]
      .filter(ids => ids.length > 1)
      .map(ids => ({
        ids,
        tone: now.colours[toneName(nodeOf(ids[0]).relation)],
        path: bracket(ids.map(id => jointOf(now.placed.boxes.get(id), now.placed.mode))),
      }));
  }
  /* Only what stands in one column or row can be joined by a straight line. */
  const bracket = joints =>
    joints.flatMap((at, i) => {
      const last = joints[i - 1];
      const straight = last && (Math.abs(last.x - at.x) < 1 || Math.abs(last.y - at.y) < 1);
      return straight ? [["L", at.x, at.y]] : [["M", at.x, at.y]];
    });
  function signsOf() {
    const started = new Set();
    return now.placed.shown.filter(parentBox).map(id => {
      const node = nodeOf(id),
        relation = relationAt(id);
      const linked = state.view?.kind !== "focus" && linkedWith(map, node).length > 0;
      const sign = linked && started.has(node.step) ? "&" : legend.relations[relation]?.sign || "·";
      if (linked) started.add(node.step);
      return {id, at: jointOf(now.placed.boxes.get(id), now.placed.mode), sign, tone: now.colours[toneName(relation)]};
    });
  }
  const hiddenBelow = id => (state.view?.kind === "focus" ? 0 : state.open.has(id) ? 0 : nodeOf(id).below);
  /* Steps that bear on a card but hang elsewhere in the tree. */
  const elsewhereOn = node => node.links.filter(link => link.step && link.to === node.id).length;
  function badgesOf() {
    const badges = [];
    for (const id of now.placed.shown) {
      const below = hiddenBelow(id);
      const elsewhere = state.view?.kind === "focus" ? 0 : elsewhereOn(nodeOf(id));
      const box = now.placed.boxes.get(id),
        canFold =
          nodeOf(id).children.length && state.view?.kind !== "focus" && (id === state.selected || id === now.hovered);
      const words = below ? "+" + below : canFold ? "−" : null,
        badge = words && badgeBox(box, words);
      if (badge) badges.push({id, words, quiet: !below, badge});
      if (elsewhere)
        badges.push({
          id,
          words: "↗ " + elsewhere,
          quiet: true,
          other: true,
          badge: elsewhereBox(box, "↗ " + elsewhere, badge),
        });
    }
    return badges;
  }
  function labelsOf() {
    if (state.view?.kind === "focus") return focusLabels();
    return now.placed.shown
      .filter(id => lead(id))
      .map(id => {
        const box = now.placed.boxes.get(id),
          words = heads.get(id);
        return {
          id,
          x: box.side < 0 ? box.x + box.w - 2 : box.x + 2,
          y: box.y - 6,
          anchor: box.side < 0 ? "end" : "start",
          words,
          tone: now.colours[words === "For" ? "supports" : "attacks"],
        };
      });
  }
  function focusLabels() {
    const sides = [
      ["Bears on", id => now.placed.left.has(id)],
      ["What bears on it", id => !now.placed.left.has(id) && id !== state.view.id],
    ];
    return sides.flatMap(([words, on]) => {
      const boxes = now.placed.shown.filter(on).map(id => now.placed.boxes.get(id));
      if (!boxes.length) return [];
      const first = boxes.reduce((a, b) => (b.y < a.y ? b : a));
      return [{x: first.x, y: first.y - 14, anchor: "start", words, tone: now.colours["ink-soft"]}];
    });
  }
  /* A second step between a card and the one it hangs from would only double the line that is there. */
  const runsBeside = ({from, to, relation}) =>
    map.nodes.get(from).parent === to && map.nodes.get(from).relation === relation;
  function crossOf() {
    if (state.view?.kind === "focus") return [];
    const links = state.links ? map.links : map.nodes.get(state.selected)?.links || [];
    return links
      .filter(
        link =>
          now.placed.boxes.has(link.from) &&
          now.placed.boxes.has(link.to) &&
          link.from !== link.to &&
          !runsBeside(link),
      )
      .map(link => ({
        ...link,
        ...bowPath(now.placed.boxes.get(link.from), now.placed.boxes.get(link.to)),
        tone: now.colours[toneName(link.relation)],
        dash: legend.relations[link.relation]?.dash || [],
      }));
  }
  const SPEECH = {
    disputes: ["attacks", [9, 5]],
    questions: ["undecided", [2, 4]],
    presents: ["edge", [2, 4]],
    supposes: ["edge", [2, 4]],
  };
  function speechOf() {
    const lines = [];
    for (const [id, box] of now.placed.boxes)
      for (const voice of nodeOf(id).voices) {
        const person = now.placed.people.get(voice.by);
        if (!person) continue;
        const [tone, dash] = SPEECH[voice.act] || ["stakeholder", []];
        const chosen = state.selected === voice.by || state.selected === id;
        const start = {x: person.x, y: person.y + person.h / 2},
          end = {x: box.x + box.w, y: box.y + box.h / 2};
        lines.push({
          path: [
            ["M", start.x, start.y],
            ["C", start.x - 60, start.y, end.x + 60, end.y, end.x, end.y],
          ],
          tone: now.colours[tone],
          dash,
          chosen,
          act: voice.act,
          start,
          end,
        });
      }
    return lines;
  }
  function drawSpeech(ctx) {
    if (!now.placed.people.size) return;
    const lines = speechOf(),
      any = lines.some(line => line.chosen);
    for (const line of lines) {
      ctx.globalAlpha = line.chosen ? 1 : any ? 0.06 : 0.32;
      ctx.strokeStyle = line.tone;
      ctx.lineWidth = line.chosen ? 2.2 : 1.2;
      ctx.setLineDash(line.dash);
      tracePath(ctx, line.path);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    if (pass.scale * 12 < 7) return;
    const words = new Map(
      lines.filter(line => line.chosen).map(line => [line.start.x + "," + line.start.y + line.act, line]),
    );
    for (const line of words.values()) drawWord(ctx, line.start.x - 46, line.start.y, line.act, line.tone);
  }
  function drawWord(ctx, x, y, words, tone) {
    ctx.font = `600 12px ${fonts().sans}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    const wide = ctx.measureText(words).width + 10;
    ctx.fillStyle = now.colours.paper;
    roundBox(ctx, x - wide / 2, y - 9, wide, 18, 4);
    ctx.fill();
    ctx.fillStyle = tone;
    ctx.fillText(words, x, y + 0.5);
  }
  /* Cross links run under the cards, so that no line goes through a title. */
  function drawCross(ctx) {
    ctx.lineWidth = 2.2;
    for (const cross of crossOf()) {
      ctx.strokeStyle = cross.tone;
      ctx.setLineDash(cross.dash);
      tracePath(ctx, cross.path);
      ctx.stroke();
    }
    ctx.setLineDash([]);
  }
  function drawOver(ctx) {
    const readable = pass.scale * TEXT_SIZE >= 3.4;
    for (const cross of crossOf()) {
      if (readable)
        drawSign(ctx, cross.start, legend.relations[cross.relation]?.sign || "·", cross.tone, now.colours, pass.scale);
    }
    if (!readable) return;
    for (const {id, at, sign, tone} of signsOf()) {
      const box = now.placed.boxes.get(id);
      if (outside(box)) continue;
      ctx.globalAlpha = isDim(id) ? 0.3 : 1;
      drawSign(ctx, at, sign, tone, now.colours, pass.scale);
    }
    ctx.globalAlpha = 1;
    for (const {id, words, quiet, badge} of badgesOf())
      if (!outside(now.placed.boxes.get(id))) {
        ctx.globalAlpha = isDim(id) ? 0.34 : 1;
        drawBadge(ctx, badge, words, now.colours, quiet);
      }
    ctx.globalAlpha = 1;
    ctx.textBaseline = "alphabetic";
    ctx.direction = "ltr";
    for (const {x, y, anchor, words, tone, id} of labelsOf()) {
      ctx.globalAlpha = id && isDim(id) ? 0.34 : 1;
      ctx.textAlign = anchor;
      ctx.font = `700 ${TEXT_SIZE}px ${fonts().sans}`;
      ctx.fillStyle = tone;
      ctx.fillText(words, x, y);
    }
    ctx.globalAlpha = 1;
  }
  let frame = null;
  const outside = box =>
    frame && (box.x > frame.x1 || box.x + box.w < frame.x0 || box.y > frame.y1 || box.y + box.h < frame.y0);
  network.on("beforeDrawing", ctx => {
    const rect = canvas.getBoundingClientRect();
    const a = network.DOMtoCanvas({x: 0, y: 0}),
      b = network.DOMtoCanvas({x: rect.width, y: rect.height});
    frame = {x0: a.x - 20, y0: a.y - 20, x1: b.x + 20, y1: b.y + 20};
    pass = {scale: network.getScale()};
    if (!now.placed) return;
    drawTies(ctx);
    drawCross(ctx);
    drawSpeech(ctx);
  });
  let settling = null;
  network.on("afterDrawing", ctx => {
    if (!now.placed) return;
    drawOver(ctx);
    clearTimeout(settling);
    settling = setTimeout(app.settled, 40);
  });
  function paintAll(ctx) {
    const kept = [pass, frame, state.selected, now.near];
    pass = {scale: 1};
    frame = null;
    state.selected = null;
    now.near = null;
    drawTies(ctx);
    drawCross(ctx);
    drawSpeech(ctx);
    for (const [id, box] of [...now.placed.boxes, ...now.placed.people]) drawOne(ctx, id, box);
    drawOver(ctx);
    [pass, frame, state.selected, now.near] = kept;
  }

  function scene() {
    const kept = [state.selected, now.near];
    state.selected = null;
    now.near = null;
    const made = {
      title: map.title,
      bounds: {x: now.placed.x, y: now.placed.y - 20, w: now.placed.w, h: now.placed.h + 20},
      colours: now.colours,
      cards: now.placed.shown.map(id => ({
        node: nodeOf(id),
        box: now.placed.boxes.get(id),
        look: {...lookOf(nodeOf(id)), full: state.full, describe},
      })),
      ties: [
        ...speechOf().map(line => ({path: line.path, tone: line.tone, dash: line.dash, width: 1.2})),
        ...tiesOf(),
        ...bracketsOf().map(each => ({...each, dash: [], width: 4})),
        ...crossOf().map(each => ({...each, width: 2})),
      ],
      signs: signsOf(),
      badges: badgesOf(),
      labels: labelsOf(),
      people: [...now.placed.people].map(([id, box]) => ({id, box, name: map.stakeholders.get(id).name})),
    };
    [state.selected, now.near] = kept;
    return made;
  }

  return {
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
  };
}
