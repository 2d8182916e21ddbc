/* The pointer and the keyboard on the map: every key and every click, and what they ask for. */

const $ = id => document.getElementById(id);

export function listenToHands(app) {
  const {map, state, now, network, canvas, trips, narrow, query} = app;
  const {
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
  } = app;

  /* ---------------- pointer ---------------- */
  const nodeAt = point => {
    const at = network.DOMtoCanvas(point);
    for (const {id, badge, other} of badgesOf())
      if (
        !other &&
        at.x >= badge.x - 5 &&
        at.x <= badge.x + badge.w + 5 &&
        at.y >= badge.y - 4 &&
        at.y <= badge.y + badge.h + 6
      )
        return {badge: id};
    for (const [id, box] of [...now.placed.people, ...now.placed.boxes])
      if (at.x >= box.x && at.x <= box.x + box.w && at.y >= box.y && at.y <= box.y + box.h) return {id};
    return {};
  };
  network.on("click", event => {
    const {id, badge} = nodeAt(event.pointer.DOM);
    $("net").focus({preventScroll: true});
    if (badge) return fold(badge);
    show(id || null);
  });
  network.on("doubleClick", event => {
    const {id} = nodeAt(event.pointer.DOM);
    if (id) fold(id);
  });
  network.on("hoverNode", ({node}) => {
    now.hovered = node.slice(2);
    canvas.style.cursor = "pointer";
    canvas.title = "";
    redraw();
  });
  network.on("blurNode", () => {
    now.hovered = null;
    canvas.style.cursor = "";
    redraw();
  });
  for (const event of ["dragEnd", "zoom"])
    network.on(event, () => {
      clearTimeout(settlingCamera);
      settlingCamera = setTimeout(rememberCamera, 250);
    });
  let settlingCamera = null;

  /* ---------------- keyboard ---------------- */
  const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
  /* The nearest card in that direction: kin first, then what stands straight ahead. */
  function neighbour(id, [dx, dy]) {
    const from = now.placed.boxes.get(id) || now.placed.people.get(id);
    if (!from) return now.placed.shown[0];
    const node = map.nodes.get(id),
      middle = box => ({x: box.x + box.w / 2, y: box.y + Math.min(box.h / 2, 30)});
    const a = middle(from);
    let best = null,
      least = Infinity;
    for (const [other, box] of [...now.placed.boxes, ...now.placed.people]) {
      if (other === id) continue;
      const b = middle(box),
        along = (b.x - a.x) * dx + (b.y - a.y) * dy,
        across = Math.abs((b.x - a.x) * dy) + Math.abs((b.y - a.y) * dx);
      if (along <= 4 || across > along * 3 + 60) continue;
      const near_ = map.nodes.get(other);
      const kin =
        node &&
        near_ &&
        (near_.parentNode === node || node.parentNode === near_ || near_.parentNode === node.parentNode);
      const cost = (along + across * 2) * (kin ? 0.55 : 1);
      if (cost < least) {
        least = cost;
        best = other;
      }
    }
    return best;
  }
  $("net").addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      const next = state.selected ? neighbour(state.selected, arrow) : now.placed.shown[0];
      if (next) show(next, {keepPanel: true});
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (state.selected) {
        openTab("detail");
        $("detail").focus();
      }
    } else if (event.key === " ") {
      event.preventDefault();
      if (state.selected) fold(state.selected);
    }
  });
  const KEYS = {
    w: whole,
    e: overview,
    f: () => {
      if (!isList()) {
        fit();
        writeState();
      }
    },
    o: () => {
      if (state.selected && map.nodes.has(state.selected)) branch(state.selected);
      else if (state.view) go(null);
    },
    x: () => {
      if (state.selected) focus(state.selected);
    },
    "[": goBack,
    "]": goOn,
    "+": () => zoomBy(1.25),
    "=": () => zoomBy(1.25),
    "-": () => zoomBy(0.8),
    "−": () => zoomBy(0.8),
    s: () => toggle("people"),
    c: () => toggle("full"),
    l: () => toggle("links"),
    p: () => togglePanel(),
    "?": () => $("help").showModal(),
    "/": () => {
      query.focus();
      query.select();
    },
  };
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
    if ($("more").open) {
      $("more").open = false;
      return;
    }
    if (narrow.matches && document.body.classList.contains("sheet-up"))
      return document.body.classList.remove("sheet-up");
    if (state.selected) return show(null);
    if (state.view) go(null);
  }
}
