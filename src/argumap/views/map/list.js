/* The debate as a tree of list items: the outline beside the map, and the map itself where cards fill the width.
 * Children are made when their parent is first opened; long lists come in portions.
 */
import {element} from "../../page/static/elements.js";
import {isRightToLeft, plainText} from "./cards.js";
import {ancestorsOf, survivalLines, voiceWords} from "./debate.js";

const PORTION = 200;

export function createListing({
  map,
  legend,
  label,
  ids = false,
  cardy = false,
  wordOf,
  toneOf,
  pick,
  opened = () => {},
}) {
  const tree = element("ul", {role: "tree", "aria-label": label, class: cardy ? "listing cardy" : "listing"});
  const items = new Map();
  let selected = null,
    dimmed = () => false;

  const told = node =>
    survivalLines(map, node, {full: true})
      .map(line => line.words)
      .join(", ");
  const standing = node =>
    node.kind === "claim" && (node.status || node.moved)
      ? element(
          "span",
          {class: node.moved ? "standing moved" : "standing"},
          node.status && !node.moved?.aside ? verdictMark(node.status) : null,
          told(node),
        )
      : null;
  const says = node =>
    element(
      "span",
      {class: "what", dir: isRightToLeft(plainText(node.title)) ? "rtl" : "ltr"},
      element("bdi", {}, node.title),
      cardy
        ? element(
            "small",
            {class: "by"},
            standing(node),
            " ",
            node.voices.length ? element("bdi", {}, voiceWords(map, node)) : null,
          )
        : null,
    );
  const nameOf = node =>
    [
      `${wordOf(node)}: ${plainText(node.title)}`,
      node.kind === "claim" ? told(node) : "",
      node.below ? `${node.below} beneath` : "",
    ]
      .filter(Boolean)
      .join(", ");

  function item(node, level) {
    const open = node.children.length ? "false" : null;
    const row = element(
      "div",
      {class: "row"},
      node.children.length
        ? element("span", {class: "twist", "aria-hidden": "true"})
        : element("span", {class: "twist none", "aria-hidden": "true"}),
      element(
        "span",
        {class: "sign", "aria-hidden": "true"},
        legend.relations[node.relation]?.sign || (node.kind === "issue" ? "?" : "·"),
      ),
      says(node),
      !cardy && node.status ? verdictMark(node.status) : null,
      node.below ? element("span", {class: "count", "aria-hidden": "true"}, "+" + node.below) : null,
    );
    const made = element(
      "li",
      {
        role: "treeitem",
        tabindex: "-1",
        "aria-level": level,
        "aria-expanded": open,
        "aria-selected": "false",
        "aria-label": nameOf(node),
        id: ids ? "n=" + node.id : null,
        class: `is-${toneOf(node)} kind-${node.kind} role-${(node.role || "none").replace(/\s/g, "-")}`,
      },
      row,
    );
    made.node = node;
    items.set(node.id, made);
    if (dimmed(node)) made.classList.add("out");
    return made;
  }
  function fill(parent, nodes, level, from = 0) {
    parent.querySelector(":scope>.more")?.remove();
    for (const node of nodes.slice(from, from + PORTION)) parent.append(item(node, level));
    const left = nodes.length - from - PORTION;
    if (left > 0) {
      parent.append(
        element(
          "li",
          {role: "none", class: "more"},
          element(
            "button",
            {class: "button", type: "button", onclick: () => fill(parent, nodes, level, from + PORTION)},
            `Show ${Math.min(left, PORTION)} more of ${left}`,
          ),
        ),
      );
    }
  }
  function expand(made, open = true) {
    const node = made.node;
    if (!node.children.length || (made.getAttribute("aria-expanded") === "true") === open) return;
    let group = made.querySelector(":scope>ul");
    if (open && !group) {
      group = element("ul", {role: "group"});
      made.append(group);
      fill(group, node.children, Number(made.getAttribute("aria-level")) + 1);
    }
    made.setAttribute("aria-expanded", String(open));
    group.hidden = !open;
  }
  function toggle(made) {
    const open = made.getAttribute("aria-expanded") !== "true";
    expand(made, open);
    opened(made.node, open);
  }
  function show(roots, isOpen = () => false) {
    tree.replaceChildren();
    items.clear();
    fill(tree, roots, 1);
    const waiting = roots.map(root => root.id);
    while (waiting.length) {
      const made = items.get(waiting.pop());
      if (made && isOpen(made.node)) {
        expand(made);
        waiting.push(...made.node.children.map(child => child.id));
      }
    }
    const first = tree.querySelector("[role=treeitem]");
    if (first) first.tabIndex = 0;
  }
  /* Opens what is above a node so that its item exists. */
  function reach(node) {
    for (const above of ancestorsOf(node)) {
      const made = items.get(above.id);
      if (!made) continue;
      expand(made);
      const group = made.querySelector(":scope>ul");
      const next = [...ancestorsOf(node), node].find(each => each.parentNode === above);
      while (!items.has(next.id) && group.querySelector(":scope>.more"))
        fill(group, above.children, above.depth + 2, group.querySelectorAll(":scope>[role=treeitem]").length);
    }
    return items.get(node.id);
  }
  function select(node, {scroll = true} = {}) {
    if (selected) {
      selected.setAttribute("aria-selected", "false");
    }
    selected = node ? reach(node) : null;
    if (!selected) return;
    selected.setAttribute("aria-selected", "true");
    rove(selected);
    if (scroll && tree.offsetParent)
      selected
        .querySelector(".row")
        .scrollIntoView({block: cardy && matchMedia("(max-width: 760px)").matches ? "start" : "nearest"});
  }
  function rove(made) {
    for (const other of tree.querySelectorAll("[role=treeitem][tabindex='0']")) other.tabIndex = -1;
    made.tabIndex = 0;
  }
  const shown = () =>
    [...tree.querySelectorAll("[role=treeitem]")].filter(made => !made.parentElement.closest("[hidden]"));
  function move(event, made) {
    const all = shown(),
      at = all.indexOf(made),
      expanded = made.getAttribute("aria-expanded");
    const above = made.parentElement.closest("[role=treeitem]");
    const rtl = getComputedStyle(tree).direction === "rtl";
    const inward = rtl ? "ArrowLeft" : "ArrowRight",
      outward = rtl ? "ArrowRight" : "ArrowLeft";
    let to = null;
    if (event.key === "ArrowDown") to = all[at + 1];
    else if (event.key === "ArrowUp") to = all[at - 1];
    else if (event.key === "Home") to = all[0];
    else if (event.key === "End") to = all.at(-1);
    else if (event.key === inward) {
      if (expanded === "false") toggle(made);
      else to = made.querySelector(":scope>ul>[role=treeitem]");
    } else if (event.key === outward) {
      if (expanded === "true") toggle(made);
      else to = above;
    } else if (event.key === "Enter") pick(made.node);
    else if (event.key === " ") toggle(made);
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (to) {
      rove(to);
      to.focus();
    }
  }
  tree.addEventListener("keydown", event => {
    const made = event.target.closest("[role=treeitem]");
    if (made && !event.ctrlKey && !event.metaKey && !event.altKey) move(event, made);
  });
  tree.addEventListener("click", event => {
    const made = event.target.closest("[role=treeitem]");
    if (!made || event.target.closest(".more")) return;
    if (event.target.closest(".twist:not(.none), .count")) return toggle(made);
    rove(made);
    pick(made.node);
  });
  function dim(test) {
    dimmed = test;
    for (const made of items.values()) made.classList.toggle("out", test(made.node));
  }
  /* After a what-if: what the items say of survival, told again. */
  function restate() {
    for (const made of items.values()) {
      const {node} = made,
        row = made.querySelector(":scope>.row");
      if (node.kind !== "claim") continue;
      row.querySelector(".what").replaceWith(says(node));
      if (!cardy && node.status) row.querySelector(".verdict")?.replaceWith(verdictMark(node.status));
      made.setAttribute("aria-label", nameOf(node));
    }
  }
  return {tree, show, select, dim, restate, expand: id => items.has(id) && expand(items.get(id)), items};
}

/* The mark of a status: full, half or empty, beside its word. */
export const verdictMark = status => element("span", {class: `verdict ${status}`, "aria-hidden": "true"});
