/* What if: a claim is doubted or set aside, the page works out what moves, and one click undoes it. */
"use strict";
const wondering = (() => {
  const {element} = argumap;

  function create(app) {
    const {map} = app;
    let doubts = null;

    function whatIf(node) {
      const now = doubts || {setAside: new Set(), doubt: new Map()};
      const aside = now.setAside.has(node.id), doubted = now.doubt.has(node.id);
      const changes = wonder();
      return element("section", {class: "what-if"},
        element("h3", {}, "What if"),
        element("div", {class: "actions"},
          element("button", {type: "button", class: "button", "aria-pressed": String(doubted), title: "Lower its base: moves strength alone", onclick: () => change(node.id, "doubt")}, "Doubt it"),
          element("button", {type: "button", class: "button", "aria-pressed": String(aside), title: "As if nobody had said it", onclick: () => change(node.id, "setAside")}, "Set it aside"),
          doubts ? element("button", {type: "button", class: "button", onclick: undoDoubts}, "Undo all") : null),
        doubts ? element("div", {class: "changes", role: "status"}, changes.length
          ? [element("p", {class: "small"}, `${changes.length === 1 ? "One claim moves" : `${changes.length} claims move`}:`), element("ul", {}, changes.slice(0, 30).map(each =>
            element("li", {}, element("button", {type: "button", class: "plain", onclick: () => app.show(each.id)}, element("bdi", {}, app.titleOf(each.id))), " ", element("small", {}, each.words))))]
          : element("p", {class: "small"}, "Nothing else moves.")) : null);
    }
    function change(id, kind) {
      doubts ??= {setAside: new Set(), doubt: new Map()};
      if (kind === "setAside") doubts.setAside.has(id) ? doubts.setAside.delete(id) : doubts.setAside.add(id);
      else doubts.doubt.has(id) ? doubts.doubt.delete(id) : doubts.doubt.set(id, 0);
      if (!doubts.setAside.size && !doubts.doubt.size) doubts = null;
      applyDoubts();
    }
    function undoDoubts() { doubts = null; applyDoubts(); }
    const before = new Map(map.claims.map(claim => [claim.id, {status: claim.status, strength: claim.strength}]));
    let baseline = null;
    const look = (values, id) => values instanceof Map ? values.get(id) : Object.hasOwn(values || {}, id) ? values[id] : undefined;
    function evaluated() {
      const given_ = doubts || {setAside: new Set(), doubt: new Map()};
      return evaluateMap(map.equations, {setAside: [...given_.setAside], doubt: Object.fromEntries(given_.doubt)});
    }
    function applyDoubts() {
      const found = doubts ? evaluated() : null;
      for (const claim of map.claims) {
        const was = before.get(claim.id);
        claim.status = found ? look(found.status, claim.id) ?? was.status : was.status;
        claim.strength = found ? look(found.strength, claim.id) ?? was.strength : was.strength;
      }
      document.body.classList.toggle("is-wondering", Boolean(doubts));
      app.changed();
      argumap.say(doubts ? `${wonder().length} claims move` : "Undone");
    }
    function wonder() {
      if (!doubts) return [];
      return map.claims.flatMap(claim => {
        const was = before.get(claim.id);
        const words = [];
        if (was.status !== claim.status) words.push(`${was.status} → ${claim.status}`);
        if (was.strength !== undefined && Math.abs(was.strength - claim.strength) >= .005) words.push(`${was.strength.toFixed(2)} → ${claim.strength.toFixed(2)}`);
        return words.length ? [{id: claim.id, words: words.join(", ")}] : [];
      });
    }

    return {section: whatIf, isSetAside: id => Boolean(doubts?.setAside.has(id))};
  }

  const isPossible = map => Boolean(map.equations) && typeof evaluateMap === "function";
  return {create, isPossible};
})();
