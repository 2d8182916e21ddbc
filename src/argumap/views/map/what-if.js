/* What if: a claim is doubted or set aside, the page works out what moves, and one click undoes it. */
import {element} from "../../page/static/elements.js";
import {say} from "../../page/static/notices.js";
import {evaluateMap} from "./evaluate.js";
import {verdictMark} from "./list.js";
import {judgeBy} from "./verdicts.js";

const DOUBTED = 0.2,
  LISTED = 30;

/* What a supposition does: status and strength of what was there before, what was said of what moved, and a function
 * that gives the grounds of each status.
 */
export function suppose(equations, before, {aside, doubt}) {
  const found = evaluateMap(equations, {setAside: [...aside], doubt: Object.fromEntries(doubt)});
  const after = new Map();
  for (const [id, was] of before) {
    const status = found.status[id] ?? was.status,
      strength = found.strength[id] ?? was.strength;
    const moved = {};
    if (aside.has(id)) moved.aside = true;
    if (doubt.has(id)) moved.doubt = doubt.get(id);
    if (status !== was.status) moved.status = was.status;
    if (was.strength !== undefined && strength.toFixed(2) !== was.strength.toFixed(2)) moved.strength = was.strength;
    after.set(id, {status, strength, moved: Object.keys(moved).length ? moved : null});
  }
  return {after, judge: judgeBy(equations, found.label, [...aside])};
}

export function createWhatIf(app) {
  const {map, titleOf} = app;
  const judged = [...map.claims, ...map.steps.values()];
  const before = new Map(judged.map(each => [each.id, {status: each.status, strength: each.strength}]));
  const aside = new Set(),
    doubt = new Map();
  const isWondering = () => aside.size + doubt.size > 0;
  const knows = id => before.has(id) && map.equations.ids.includes(id);

  function apply() {
    const supposed = isWondering() ? suppose(map.equations, before, {aside, doubt}) : null;
    for (const each of judged) Object.assign(each, {moved: null}, (supposed?.after || before).get(each.id));
    map.judge = supposed?.judge || null;
    showBanner();
  }
  function tell() {
    const count = consequences().length;
    say(isWondering() ? `${count === 1 ? "One claim moves" : `${count} claims move`}` : "Undone: the map as it stands");
  }
  function change() {
    apply();
    app.changed();
    tell();
  }
  function setAside(id) {
    doubt.delete(id);
    aside.has(id) ? aside.delete(id) : aside.add(id);
    change();
  }
  function believe(id, score) {
    aside.delete(id);
    score === null ? doubt.delete(id) : doubt.set(id, score);
    change();
  }
  function undo() {
    aside.clear();
    doubt.clear();
    change();
  }

  /* What moves apart from what the reader supposed; what changes its status first. */
  const consequences = () =>
    map.claims
      .filter(
        claim =>
          claim.moved &&
          !aside.has(claim.id) &&
          !doubt.has(claim.id) &&
          (claim.moved.status || claim.moved.strength !== undefined),
      )
      .sort(
        (a, b) =>
          Boolean(b.moved.status) - Boolean(a.moved.status) ||
          Math.abs(b.strength - b.moved.strength) - Math.abs(a.strength - a.moved.strength) ||
          a.index - b.index,
      );
  const words = ({moved, status, strength}) =>
    [
      moved.status ? `${moved.status} → ${status}` : null,
      moved.strength !== undefined ? `strength ${moved.strength.toFixed(2)} → ${strength.toFixed(2)}` : null,
    ]
      .filter(Boolean)
      .join(", ");
  const button = id =>
    element("button", {type: "button", class: "plain", onclick: () => app.show(id)}, element("bdi", {}, titleOf(id)));
  const quoted = id =>
    element(
      "button",
      {type: "button", class: "plain", onclick: () => app.show(id)},
      "“",
      element("bdi", {}, titleOf(id)),
      "”",
    );

  function changes() {
    if (!isWondering())
      return [
        element(
          "p",
          {class: "small quiet"},
          "Try the map without this claim, or with less trust in it. The map itself stays as it is.",
        ),
      ];
    const moved = consequences();
    if (!moved.length) return [element("p", {class: "small"}, "Nothing else moves.")];
    return [
      element("p", {class: "small"}, moved.length === 1 ? "One claim moves:" : `${moved.length} claims move:`),
      element(
        "ul",
        {},
        moved
          .slice(0, LISTED)
          .map(claim =>
            element(
              "li",
              {class: claim.moved.status ? "turned" : ""},
              button(claim.id),
              element("small", {}, claim.moved.status ? verdictMark(claim.status) : null, words(claim)),
            ),
          ),
      ),
      moved.length > LISTED ? element("p", {class: "small quiet"}, `and ${moved.length - LISTED} more`) : null,
      map.weighed
        ? null
        : element("p", {class: "small quiet"}, "Strength here only counts points: nobody weighed them."),
    ];
  }
  function section(node) {
    if (!knows(node.id)) return null;
    const doubted = doubt.get(node.id);
    const figure = element("output", {}, (doubted ?? 0).toFixed(2));
    const list = element("div", {class: "changes", role: "status"}, changes());
    const slide = event => {
      const score = Number(event.target.value);
      figure.textContent = score.toFixed(2);
      doubt.set(node.id, score);
      apply();
      app.changed({keepDetail: true});
      list.replaceChildren(...changes().filter(Boolean));
    };
    return element(
      "section",
      {class: "what-if"},
      element("h3", {}, "What if"),
      element(
        "div",
        {class: "actions"},
        element(
          "button",
          {
            type: "button",
            class: "button",
            "aria-pressed": String(aside.has(node.id)),
            title: "As if nobody had said it: moves status and strength",
            onclick: () => setAside(node.id),
          },
          "Set it aside",
        ),
        element(
          "button",
          {
            type: "button",
            class: "button",
            "aria-pressed": String(doubted !== undefined),
            title: "Believe it less: moves strength alone",
            onclick: () => believe(node.id, doubted === undefined ? DOUBTED : null),
          },
          "Doubt it",
        ),
        isWondering() ? element("button", {type: "button", class: "button", onclick: undo}, "Undo all") : null,
      ),
      doubted === undefined
        ? null
        : element(
            "label",
            {class: "belief"},
            "Believed",
            element("input", {
              type: "range",
              min: 0,
              max: 1,
              step: 0.05,
              value: doubted,
              oninput: slide,
              onchange: tell,
            }),
            figure,
          ),
      list,
    );
  }

  /* Over the map as long as something is supposed: what, what follows, and the way back. */
  function showBanner() {
    const banner = document.getElementById("supposed");
    banner.hidden = !isWondering();
    document.body.classList.toggle("is-wondering", isWondering());
    if (banner.hidden) return banner.replaceChildren();
    const count = consequences().length,
      first = [...aside, ...doubt.keys()];
    banner.replaceChildren(
      element(
        "p",
        {},
        element("b", {}, "What if "),
        first
          .slice(0, 2)
          .map((id, i) => [i ? " and " : "", quoted(id), " ", aside.has(id) ? "is set aside" : "is doubted"]),
        first.length > 2 ? ` and ${first.length - 2} more` : "",
        element(
          "span",
          {class: "quiet"},
          ` · ${count === 0 ? "nothing else moves" : count === 1 ? "one claim moves" : `${count} claims move`}`,
        ),
      ),
      element("button", {type: "button", class: "button", id: "undo", onclick: undo}, "Undo"),
    );
  }

  /* For the address: what is supposed, and supposing it again. */
  const kept = () => ({aside: [...aside], doubt: [...doubt].map(([id, score]) => `${score}:${id}`)});
  function restore(asideIds, doubted) {
    aside.clear();
    doubt.clear();
    for (const id of asideIds) if (knows(id)) aside.add(id);
    for (const each of doubted) {
      const [, score, id] = /^(0|1|0?\.\d+|1\.0+):(.*)$/s.exec(each) || [];
      if (id && knows(id)) doubt.set(id, Number(score));
    }
    apply();
  }
  return {section, isSetAside: id => aside.has(id), kept, restore};
}

export const isPossible = map => Boolean(map.equations) && typeof evaluateMap === "function";
