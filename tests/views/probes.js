/* What the tests of the map ask of an open page. */
"use strict";
globalThis.probe = {
  placed: () => argumapPage.placed(),
  shown: () => argumapPage.placed().shown.filter(id => argumapPage.map.nodes.has(id)),
  /* All that a page says: its texts, what its attributes say, and what is drawn. */
  told() {
    const all = [...document.body.querySelectorAll("*")].filter(each => !each.closest("script, style, noscript"));
    const own = all.flatMap(each => [...each.childNodes].filter(node => node.nodeType === 3).map(node => node.data));
    const names = ["title", "aria-label", "placeholder", "aria-roledescription"];
    const attributes = all.flatMap(each => names.map(name => each.getAttribute(name) || ""));
    const isDrawn = argumapPage.state.sheet === "network" && argumapPage.state.layout !== "list";
    const drawn = isDrawn ? argumapPage.toSvg().replace(/<style.*?<\/style>|<[^>]*>/gs, " ") : "";
    return [...own, ...attributes, drawn].join("\n");
  },
  pixels: () => argumapPage.network.getScale() * argumapPage.TEXT_SIZE,
  title: id =>
    argumapPage.plainText((argumapPage.map.nodes.get(id) ?? argumapPage.map.ghosts.get(id)).title).replace(/ /g, ""),
  folded: () =>
    argumapPage
      .badges()
      .filter(badge => !badge.other && !badge.quiet)
      .map(badge => [badge.id, badge.words]),

  overlaps() {
    const boxes = [...argumapPage.placed().boxes];
    const found = [];
    boxes.forEach(([a, p], i) =>
      boxes.slice(i + 1).forEach(([b, q]) => {
        if (p.x < q.x + q.w - 0.1 && q.x < p.x + p.w - 0.1 && p.y < q.y + q.h - 0.1 && q.y < p.y + p.h - 0.1)
          found.push([a, b]);
      }),
    );
    return found;
  },
  cut() {
    const ctx = document.createElement("canvas").getContext("2d");
    return probe.shown().filter(id => {
      const text = argumapPage.textOf(id);
      const box = argumapPage.placed().boxes.get(id);
      ctx.font = text.style.font;
      return (
        text.lines.join("").replace(/ /g, "") !== probe.title(id) ||
        text.h > box.h + 0.5 ||
        text.lines.some(line => ctx.measureText(line).width > box.w - 2 * argumapPage.PAD + 0.5)
      );
    });
  },
  allInView() {
    const rect = document.getElementById("net").getBoundingClientRect();
    const network = argumapPage.network;
    return [...argumapPage.placed().boxes.values()].every(box => {
      const a = network.canvasToDOM({x: box.x, y: box.y});
      const b = network.canvasToDOM({x: box.x + box.w, y: box.y + box.h});
      return a.x >= -1 && a.y >= -1 && b.x <= rect.width + 1 && b.y <= rect.height + 1;
    });
  },
  onScreen(x, y) {
    const rect = document.getElementById("net").getBoundingClientRect();
    const at = argumapPage.network.canvasToDOM({x, y});
    return [at.x + rect.x, at.y + rect.y];
  },
  middle(id) {
    const box = argumapPage.placed().boxes.get(id);
    return probe.onScreen(box.x + box.w / 2, box.y + box.h / 2);
  },
  rect(id) {
    const {x, y, w, h} = argumapPage.placed().boxes.get(id);
    return [...probe.onScreen(x, y), ...probe.onScreen(x + w, y + h)];
  },
  /* The size of the smallest text that is drawn, in pixels. */
  leastText() {
    const sizes = probe.shown().flatMap(id => {
      const {style, small} = argumapPage.textOf(id);
      return [style.font, ...small.map(line => line.font)].map(font => Number(/([\d.]+)px/.exec(font)[1]));
    });
    return Math.min(...sizes) * argumapPage.network.getScale();
  },
  /* How many lines lead across the tree, from what counts in several places. */
  crossings: () => argumapPage.scene().ties.filter(tie => tie.width === 1.4).length,
  /* Cards that begin on the stage and yet lie under its bar or beyond its start. */
  hiddenByBars() {
    const bar = document.querySelector(".bar").getBoundingClientRect();
    const [first] = argumapPage.placed().shown;
    return probe.rect(first)[1] < bar.bottom - 1 ? [first] : [];
  },
  /* Whether some of a card is seen: nothing lies over it there. */
  isUncovered(id) {
    const [x, y, right, bottom] = probe.rect(id);
    const points = [0.2, 0.5, 0.8].flatMap(part =>
      [0.3, 0.7].map(down => [x + (right - x) * part, y + (bottom - y) * down]),
    );
    return points.some(([a, b]) => document.elementFromPoint(a, b)?.closest("#net"));
  },
  /* What has the focus, and whether all of it is hidden by something else. */
  focused() {
    const at = document.activeElement;
    const {left, top, right, bottom} = at.getBoundingClientRect();
    const points = [0.05, 0.5, 0.95].flatMap(x =>
      [0.1, 0.5, 0.9].map(y => [left + (right - left) * x, top + (bottom - top) * y]),
    );
    const isSeen = points.some(([x, y]) => {
      const found = document.elementFromPoint(x, y);
      return found && (at.contains(found) || found.contains(at) || found.closest("label")?.contains(at));
    });
    return [at.id || at.textContent.trim().slice(0, 30) || at.tagName, at !== document.body && !isSeen];
  },
  isOnStage(id) {
    const [x, y, right, bottom] = probe.rect(id);
    const stage = document.getElementById("net").getBoundingClientRect();
    return x < stage.right && right > stage.left && y < stage.bottom && bottom > stage.top;
  },
  badge(id) {
    const {badge} = argumapPage.badges().find(each => each.id === id && !each.other);
    return probe.onScreen(badge.x + badge.w / 2, badge.y + badge.h / 2);
  },
  held() {
    const nodes = argumapPage.network.body.nodes;
    return Object.fromEntries(
      probe.shown().map(id => {
        const node = nodes["n:" + id];
        return [id, [node.x, node.y, node.options.shape, node.options.physics]];
      }),
    );
  },
  edges: () => Object.values(argumapPage.network.body.edges).map(edge => [edge.fromId.slice(2), edge.toId.slice(2)]),
  ties: () =>
    probe
      .shown()
      .map(id => [id, argumapPage.map.nodes.get(id).parent])
      .filter(([, parent]) => parent),
  pictureScale() {
    const canvas = argumapPage.toCanvas();
    const placed = argumapPage.placed();
    return [canvas.width / placed.w, canvas.height / placed.h];
  },
  unfoldOutline() {
    for (const twist of document.querySelectorAll("#outline .row[aria-expanded=false] > .twist")) twist.click();
  },
  outlineLevels: () =>
    [...document.querySelectorAll("#outline .item")].map(item => [
      item.id.slice(2),
      Number(item.firstElementChild.ariaLevel),
    ]),
  unnamed: () =>
    [...document.querySelectorAll("button, input, select, [role=tab]")]
      .filter(each => !(each.ariaLabel || each.textContent.trim() || each.labels?.length))
      .map(each => each.outerHTML),
  smallTargets: () =>
    [...document.querySelectorAll("button, a, input, summary, [role=treeitem]")]
      .filter(each => each.checkVisibility() && !each.closest(".unseen") && !each.classList.contains("skip"))
      .map(each => [
        each.id || each.textContent.trim().slice(0, 30),
        (each.closest("label") ?? each).getBoundingClientRect().height,
      ])
      .filter(([, height]) => height && height < 43.5),
  visitBranch() {
    const position = [...argumapPage.map.nodes.values()].find(
      node => node.role === "position" && node.children.some(child => child.children.length),
    );
    argumapPage.branch(position.id);
    argumapPage.fold(position.children.find(child => child.children.length).id);
    argumapPage.show(position.children[0].id);
  },
  view() {
    const {selected, view, open, colour, people} = argumapPage.state;
    const shown = [...probe.shown()].sort();
    return [selected, view, shown.filter(id => open.has(id)), colour, people, shown];
  },
  state: () => {
    const {selected, view, open, layout, colour, full, people, links, whole, supposed, chosen} = argumapPage.state;
    const filters = [...chosen].map(([key, values]) => [key, [...values].sort()]);
    const folds = [...open].sort();
    const {aside, doubt} = supposed;
    return [selected, view, folds, layout, colour, full, people, links, whole, [...aside], [...doubt], filters];
  },
  everything() {
    const {camera} = argumapPage.state;
    const places = argumapPage.isList() ? [] : [...argumapPage.placed().boxes].map(([id, {x, y}]) => [id, x, y]);
    return JSON.stringify([probe.state(), camera, argumapPage.isList() ? "" : probe.at(), places]);
  },
  at() {
    const {x, y} = argumapPage.network.getViewPosition();
    return [x, y, argumapPage.network.getScale() * 1000].map(Math.round).join();
  },
  inSight() {
    const {clientWidth: w, clientHeight: h} = document.getElementById("net");
    return [...argumapPage.placed().boxes.values()].filter(box => {
      const a = argumapPage.network.canvasToDOM({x: box.x, y: box.y});
      const b = argumapPage.network.canvasToDOM({x: box.x + box.w, y: box.y + box.h});
      return a.x < w - 8 && b.x > 8 && a.y < h - 8 && b.y > 8;
    }).length;
  },
  nearMiddle() {
    const middle = argumapPage.network.getViewPosition();
    const far = ([, box]) =>
      Math.hypot(
        Math.max(box.x - middle.x, 0, middle.x - box.x - box.w),
        Math.max(box.y - middle.y, 0, middle.y - box.y - box.h),
      );
    return [...argumapPage.placed().boxes].sort((a, b) => far(a) - far(b))[0][0];
  },
  arrangedFor: () =>
    document.querySelector("#net canvas").clientWidth +
    " " +
    JSON.stringify([argumapPage.placed().w, argumapPage.placed().h]),
  survival: id => argumapPage.textOf(id).small.map(line => line.words + line.tail),
  figures: () =>
    ["word", "strength"].map(what => Object.fromEntries(argumapPage.map.claims.map(claim => [claim.id, claim[what]]))),
  speech: id =>
    Object.values(argumapPage.network.body.edges)
      .filter(edge => edge.fromId === "n:" + id)
      .map(edge => [edge.toId, argumapPage.network.body.data.edges.get(edge.id).relation]),
  /* Every record is shown and supposed away once; what is left behind that no page of ours has. */
  visitAll() {
    const {map, show} = argumapPage;
    const lost = [];
    for (const id of [...map.nodes.keys(), ...map.stakeholders.keys(), ...map.concepts.keys(), ...map.steps.keys()]) {
      show(id);
      if (!document.querySelector("#detail h2")) lost.push(id);
      if (map.nodes.get(id)?.index % 30 === 3) document.querySelector("#detail .what-if button")?.click();
    }
    return [
      lost,
      [...document.querySelectorAll("#detail a")].filter(
        link => !/^(https?:|mailto:|sections\.html)/.test(link.getAttribute("href")),
      ).length,
    ];
  },
  strangers: () =>
    [...document.querySelectorAll("body *")]
      .filter(
        each =>
          (/^(script|img|svg|iframe|object|embed|form|video|meta|link|base|style|math|x|plaintext|template)$/i.test(
            each.localName,
          ) &&
            each.type !== "application/json" &&
            !each.closest("#theme, #help, #share, #glossary") &&
            !each.matches("#print-all > svg") &&
            !(each.localName === "script" && each.parentElement === document.body)) ||
          each.getAttributeNames().some(name => name.startsWith("on")),
      )
      .map(each => each.outerHTML.slice(0, 80)),
  animated: () =>
    [...document.querySelectorAll("*")]
      .filter(each => ["transitionDuration", "animationDuration"].some(what => getComputedStyle(each)[what] !== "0s"))
      .map(each => each.id || each.tagName),
  async stillMoving() {
    const network = argumapPage.network;
    const where = () => JSON.stringify([network.getViewPosition(), network.getScale()]);
    const before = where();
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    return where() !== before;
  },
  openEveryOther(most) {
    const parents = [...argumapPage.map.nodes.values()].filter(node => node.children.length);
    argumapPage.state.layout = "list";
    for (const node of parents.slice(0, most)) if (node.index % 3) argumapPage.state.open.add(node.id);
    argumapPage.show("c3");
  },
  relativeWidth() {
    const boxes = [...argumapPage.placed().boxes.values()];
    return argumapPage.placed().w / Math.max(...boxes.filter(box => box.depth).map(box => box.w));
  },
};
