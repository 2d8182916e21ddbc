/* The map on paper. */
import {element} from "../../page/static/elements.js";
import {voiceWords} from "./debate.js";

const $ = id => document.getElementById(id);

export function listenToPrint(app) {
  const {map, legend, toneOf, wordOf} = app;

  /* On paper the map is its whole outline: every claim, who says it and where. */
  function fillPrint() {
    const item = node =>
      element(
        "li",
        {class: `is-${toneOf(node)}`},
        element(
          "p",
          {},
          node.kind === "claim"
            ? element("span", {class: "relation"}, `${legend.relations[node.relation]?.sign || ""} ${wordOf(node)}: `)
            : null,
          element("bdi", {}, node.text || node.title),
          node.voices.length ? element("small", {}, ` — ${voiceWords(map, node, {reporters: true})}`) : null,
          node.status ? element("small", {}, ` — ${legend.statuses[node.status].sign} ${node.status}`) : null,
          node.where.length
            ? element(
                "small",
                {},
                ` [${node.where
                  .map(place => place.at)
                  .filter(Boolean)
                  .join(", ")}]`,
              )
            : null,
        ),
      );
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
}
