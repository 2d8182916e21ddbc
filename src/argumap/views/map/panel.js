/* The panel beside the map: one thing in detail, and the filters. */
import {encodeId} from "../../page/static/address.js";
import {safeLink} from "../../page/static/core.js";
import {element} from "../../page/static/elements.js";
import {findReasons, targetOf, verdictWords} from "./debate.js";
import {verdictMark} from "./list.js";

const VIA = {
  asserts: "asserts it",
  argues: "argues it",
  endorses: "endorses it",
  concedes: "concedes it",
  disputes: "disputes it",
  questions: "questions it",
  supposes: "supposes it",
  presents: "presents it, without commitment",
};

export function createPanel(app) {
  const {map, legend} = app;
  const name = id => map.stakeholders.get(id)?.name || id;

  const heading = (text, count) =>
    element("h3", {}, text, count === undefined ? null : element("span", {class: "tally"}, ` ${count}`));
  const relationLine = (relation, text) =>
    element(
      "p",
      {class: `tie is-${relation}`},
      element("span", {class: "sign", "aria-hidden": "true"}, legend.relations[relation]?.sign || "·"),
      " ",
      element("span", {class: "relation"}, text),
    );
  function nodeButton(node, relation, word = legend.relations[relation]?.word || "") {
    return element(
      "button",
      {type: "button", class: `entry is-${relation}`, onclick: () => app.show(node.id)},
      element("span", {class: "sign", "aria-hidden": "true"}, legend.relations[relation]?.sign || "·"),
      element(
        "span",
        {class: "what"},
        word ? element("span", {class: "relation"}, word + " ") : null,
        element("bdi", {}, node.title),
      ),
    );
  }
  /* A step: its premises under one bracket, a note on what the source does not say itself. */
  function stepEntry(step, relation = step.relation) {
    const premises = step.premises.map(id => map.nodes.get(id)).filter(Boolean);
    if (!premises.length) return null;
    const word = legend.relations[relation]?.word;
    const notes = [
      step.inferred ? "step added by the map's author" : null,
      step.status === "blocked" ? `step ${verdictWords(map, step)}` : null,
      step.warrant ? `because ${step.warrant}` : null,
      step.scheme ? `scheme: ${step.scheme}` : null,
    ].filter(Boolean);
    const entries = premises.map((node, i) => nodeButton(node, relation, i ? "and" : word));
    return element(
      "div",
      {class: premises.length > 1 ? `linked is-${relation}` : ""},
      entries,
      notes.length ? element("p", {class: "note"}, notes.join(" · ")) : null,
    );
  }
  function sectionList(title, parts, count = parts.length) {
    const shown = parts.filter(Boolean);
    return shown.length ? element("section", {}, heading(title, count), shown) : null;
  }

  function passage(place) {
    const source = map.sources.get(place.source),
      section = map.sections.get(place.section);
    const where = [source?.title, section?.title || (section ? `section ${section.at}` : null), place.at].filter(
      Boolean,
    );
    return element(
      place.text ? "blockquote" : "div",
      {class: "passage", dir: "auto"},
      place.text ? element("p", {dir: "auto"}, place.text) : null,
      element(
        "footer",
        {},
        element("bdi", {}, where.join(" · ")),
        place.state && !["exact", "cosmetic"].includes(place.state) ? ` · passage ${place.state}` : "",
      ),
    );
  }
  function voiceEntry(voice) {
    const who = map.stakeholders.get(voice.by);
    const reported = voice.via?.length ? `reported by ${voice.via.map(name).join(", who has it from ")}` : null;
    const notes = [
      VIA[voice.act] || voice.act,
      voice.loosely ? "in similar words" : null,
      reported,
      voice.cue ? `“${voice.cue}”` : null,
      voice.date,
    ].filter(Boolean);
    return element(
      "li",
      {class: `voice ${voice.voice}`},
      element("span", {class: "mouth", "aria-hidden": "true"}),
      element(
        "span",
        {},
        element(
          "button",
          {type: "button", class: "plain", onclick: () => app.show(voice.by)},
          element("bdi", {}, name(voice.by)),
        ),
        who && who.type !== "person" ? element("small", {}, ` ${legend.types[who.type] || who.type}`) : null,
        element("small", {class: "stance"}, notes.join(" · ")),
      ),
    );
  }

  function actions(node) {
    const buttons = [
      element(
        "button",
        {type: "button", class: "button", onclick: () => app.focus(node.id), title: "This and what it is tied to (x)"},
        "Focus",
      ),
    ];
    if (node.children.length)
      buttons.push(
        element(
          "button",
          {
            type: "button",
            class: "button",
            onclick: () => app.branch(node.id),
            title: "Only this and what hangs under it (o)",
          },
          app.isBranch(node.id) ? "Whole debate" : "Only this branch",
        ),
      );
    if (node.children.length && !app.isList())
      buttons.push(
        element(
          "button",
          {type: "button", class: "button", onclick: () => app.fold(node.id), title: "Space"},
          app.isOpen(node.id) ? "Fold" : `Unfold ${node.below}`,
        ),
      );
    return element("div", {class: "actions"}, buttons);
  }

  function ofNode(node) {
    if (node.kind !== "claim") return ofQuestion(node);
    const step = map.steps.get(node.step),
      parent = node.parentNode;
    const {for: pro, against: con, denied, bears} = findReasons(map, node.id);
    const others = node.links.filter(link => !link.step);
    const words = verdictWords(map, node);
    const facts = [node.type, node.date, node.implicit ? "implicit: the source does not say it outright" : null].filter(
      Boolean,
    );
    return [
      relationLine(
        node.relation,
        parent && parent.kind !== "group"
          ? app.wordOf(node)
          : node.role === "untied"
            ? "not tied to an issue"
            : app.wordOf(node),
      ),
      element("h2", {dir: "auto"}, node.title),
      node.text && node.text !== node.title ? element("p", {class: "statement", dir: "auto"}, node.text) : null,
      facts.length ? element("p", {class: "facts"}, facts.join(" · ")) : null,
      words
        ? element(
            "p",
            {class: `status ${app.isSetAside(node.id) ? "aside" : node.status}`},
            app.isSetAside(node.id) || !node.status ? null : verdictMark(node.status),
            element("bdi", {}, words),
          )
        : null,
      node.strength !== undefined
        ? element(
            "details",
            {class: "strength"},
            element("summary", {}, "Strength in this map"),
            element(
              "p",
              {},
              element("meter", {min: 0, max: 1, value: node.strength}),
              ` ${node.strength.toFixed(2)}. `,
              map.weighed
                ? "It weighs what this map holds for and against the claim; it says nothing about the truth."
                : "The map's author set no scores, so it only counts points; it says nothing about the truth.",
            ),
          )
        : null,
      actions(node),
      app.whatIf ? app.whatIf(node) : null,
      node.where.length
        ? element(
            "section",
            {class: "passages"},
            heading(node.where.some(place => place.text) ? "In the source" : "Where it stands"),
            node.where.map(passage),
            element(
              "p",
              {class: "small"},
              element("a", {href: "sections.html#n=" + encodeId(node.id)}, "Read it in its section"),
            ),
          )
        : null,
      node.voices.length
        ? element("section", {}, heading("Who says it"), element("ul", {class: "voices"}, node.voices.map(voiceEntry)))
        : element("section", {}, heading("Who says it"), element("p", {class: "note"}, "Nobody in this map.")),
      sectionList(
        "Bears on",
        bears.map(each => {
          const target = targetOf(map, each);
          if (!target) return null;
          const with_ = each.premises
            .filter(id => id !== node.id && map.nodes.has(id))
            .map(id => map.nodes.get(id).title);
          return element(
            "div",
            {},
            nodeButton(target, each.relation, each.relation === "undercuts" ? "undercuts a step towards" : undefined),
            with_.length
              ? element("p", {class: "note"}, "together with: ", element("bdi", {}, with_.join("; ")))
              : null,
            each.inferred ? element("p", {class: "note"}, "step added by the map's author") : null,
          );
        }),
      ),
      sectionList(
        "For",
        pro.map(each => stepEntry(each)),
      ),
      sectionList(
        "Against",
        con.map(each => stepEntry(each)),
      ),
      sectionList(
        "Denies its step",
        denied.map(each => stepEntry(each, "undercuts")),
      ),
      sectionList(
        "Also",
        others.map(link => {
          const other = map.nodes.get(link.from === node.id ? link.to : link.from);
          if (!other) return null;
          const word =
            link.from === node.id || link.relation === "contradicts"
              ? legend.relations[link.relation].word
              : `${legend.relations[link.relation].word} (from there)`;
          return nodeButton(other, link.relation, word);
        }),
      ),
      sectionList(
        "Touches the interest of",
        node.concerns.map(([who, effect]) =>
          element(
            "p",
            {class: "small"},
            element(
              "button",
              {type: "button", class: "plain", onclick: () => app.show(who)},
              element("bdi", {}, name(who)),
            ),
            ` ${{benefits: "benefits", harms: "is harmed", wants: "wants it"}[effect] || effect}`,
          ),
        ),
      ),
      node.concepts.length
        ? element(
            "section",
            {},
            heading("About"),
            element(
              "p",
              {class: "chips"},
              node.concepts.map(id =>
                element(
                  "button",
                  {type: "button", class: "chip", onclick: () => app.show(id)},
                  map.concepts.get(id)?.label || id,
                ),
              ),
            ),
          )
        : null,
      node.tags.length
        ? element(
            "section",
            {},
            heading("Tags"),
            element(
              "p",
              {class: "chips"},
              node.tags.map(tag =>
                element(
                  "button",
                  {type: "button", class: "chip", onclick: () => app.filter("tag", tag)},
                  element("bdi", {}, tag),
                ),
              ),
            ),
          )
        : null,
    ];
  }

  function ofQuestion(node) {
    const answers = node.children;
    return [
      element(
        "p",
        {class: "kicker"},
        node.kind === "group" ? "Group" : node.compares ? "Point of comparison" : "Issue",
      ),
      element("h2", {dir: "auto"}, node.title),
      node.text !== node.title ? element("p", {dir: "auto"}, node.text) : null,
      actions(node),
      node.where.length ? node.where.map(passage) : null,
      answers.length
        ? sectionList(
            node.kind === "group" ? "It holds" : node.compares ? "Findings" : "Positions",
            answers.slice(0, 200).map(child => balance(child, node)),
            answers.length,
          )
        : element("p", {class: "note"}, "No claim answers this yet."),
    ];
  }
  /* A position with the weight of what speaks for and against it, counted, never judged. */
  function balance(node, parent) {
    const {for: pro, against: con} = findReasons(map, node.id);
    const entry = nodeButton(node, node.relation, parent.kind === "issue" ? "" : undefined);
    if (node.kind === "claim" && (pro.length || con.length)) {
      const sum = pro.length + con.length;
      entry
        .querySelector(".what")
        .append(
          element(
            "span",
            {class: "balance"},
            element(
              "span",
              {class: "weights", "aria-hidden": "true"},
              element("i", {class: "pro", style: `flex:${pro.length / sum}`}),
              element("i", {class: "con", style: `flex:${con.length / sum}`}),
            ),
            element(
              "small",
              {},
              node.status ? [verdictMark(node.status), ` ${node.status} · `] : null,
              `${pro.length} ${pro.length === 1 ? "reason" : "reasons"} for · ${con.length} against${node.below ? ` · ${node.below} beneath` : ""}`,
            ),
          ),
        );
    }
    return entry;
  }

  function ofStakeholder(who) {
    const said = map.claims.filter(claim => claim.voices.some(voice => voice.by === who.id));
    const touched = map.claims.flatMap(claim =>
      claim.concerns.filter(([id]) => id === who.id).map(([, effect]) => [claim, effect]),
    );
    const link = safeLink(who.link);
    const acts = new Map();
    for (const claim of said)
      for (const voice of claim.voices)
        if (voice.by === who.id) {
          const key =
            voice.voice === "presented"
              ? "Presents"
              : {disputes: "Disputes", questions: "Questions", concedes: "Concedes"}[voice.act] || "Holds";
          if (!acts.has(key)) acts.set(key, new Set());
          acts.get(key).add(claim);
        }
    return [
      element("p", {class: "kicker"}, `Stakeholder · ${legend.types[who.type] || who.type}`),
      element("h2", {dir: "auto"}, who.name),
      who.role ? element("p", {dir: "auto"}, who.role) : null,
      who.affiliation?.length
        ? element(
            "p",
            {class: "small"},
            "Belongs to ",
            who.affiliation.map((id, i) => [
              i ? ", " : "",
              element("button", {type: "button", class: "plain", onclick: () => app.show(id)}, name(id)),
            ]),
          )
        : null,
      who.interests?.length ? element("p", {class: "small"}, `Interests: ${who.interests.join(", ")}`) : null,
      who.aliases?.length ? element("p", {class: "small quiet"}, `Also called ${who.aliases.join(", ")}`) : null,
      who.link
        ? element(
            "p",
            {class: "small"},
            link ? element("a", {href: link, rel: "noopener noreferrer"}, who.link) : who.link,
          )
        : null,
      element(
        "div",
        {class: "actions"},
        element(
          "button",
          {type: "button", class: "button", onclick: () => app.filter("by", who.id)},
          app.isFiltered("by", who.id) ? "Show all claims" : "Only their claims",
        ),
      ),
      [...acts].map(([title, claims]) =>
        sectionList(
          title,
          [...claims].map(claim => nodeButton(claim, claim.relation, "")),
        ),
      ),
      said.length
        ? null
        : element(
            "p",
            {class: "note"},
            touched.length || who.interests?.length
              ? "Says nothing in this map, but has a stake."
              : "Named, without voice or stake.",
          ),
      sectionList(
        "Has a stake in",
        touched.map(([claim, effect]) => nodeButton(claim, claim.relation, effect)),
      ),
    ];
  }
  function ofStep(step) {
    const target = targetOf(map, step);
    return [
      element("p", {class: "kicker"}, "Step of an argument"),
      element("h2", {}, step.premises.length > 1 ? "Linked premises" : "One reason"),
      stepEntry(step),
      target
        ? sectionList(step.relation === "undercuts" ? "The step it denies leads to" : "Bears on", [
            nodeButton(target, "none", ""),
          ])
        : null,
      step.voices.length ? element("ul", {class: "voices"}, step.voices.map(voiceEntry)) : null,
      step.where.map(passage),
      sectionList(
        "Denied by",
        (map.onTarget.get(step.id) || []).map(each => stepEntry(each)),
      ),
    ];
  }
  function ofConcept(concept) {
    const about = map.claims.filter(claim => claim.concepts.includes(concept.id));
    return [
      element("p", {class: "kicker"}, `Concept${concept.type ? ` · ${concept.type}` : ""}`),
      element("h2", {dir: "auto"}, concept.label),
      sectionList(
        "Claims about it",
        about.map(claim => nodeButton(claim, claim.relation, "")),
      ),
    ];
  }

  /* Nothing is selected: how to read the map, and what it holds. */
  function welcome() {
    const issues = [...map.nodes.values()].filter(node => node.kind === "issue" && !node.parentNode);
    const used = ["supports", "attacks", "rebuts", "undercuts"].filter(relation =>
      map.claims.some(claim => claim.relation === relation),
    );
    const survives = ["stands", "undecided", "falls"].filter(status =>
      map.claims.some(claim => claim.status === status),
    );
    const meaning = {
      supports: "a reason for what it hangs on",
      attacks: "an objection to it",
      rebuts: "an answer to an objection",
      undercuts: "denies the step, not the fact",
    };
    return [
      app.missing.map(text => element("p", {class: "missing"}, text)),
      issues.slice(0, 24).map(issue =>
        element(
          "section",
          {},
          element("p", {class: "kicker"}, issues.length > 1 ? "Issue" : "The question"),
          element(
            "h2",
            {class: "question", dir: "auto"},
            element("button", {type: "button", class: "plain", onclick: () => app.show(issue.id)}, issue.title),
          ),
          issue.children.map(position => balance(position, issue)),
        ),
      ),
      used.length
        ? element(
            "section",
            {},
            heading("How to read it"),
            element(
              "ul",
              {class: "key"},
              used.map(relation =>
                element(
                  "li",
                  {class: `is-${relation}`},
                  element("span", {class: "sign", "aria-hidden": "true"}, legend.relations[relation].sign),
                  element(
                    "span",
                    {},
                    element("b", {class: "relation"}, legend.relations[relation].word),
                    ` ${meaning[relation]}`,
                  ),
                ),
              ),
            ),
          )
        : null,
      survives.length
        ? element(
            "section",
            {},
            heading("What survives in this map"),
            element(
              "ul",
              {class: "key"},
              survives.map(status =>
                element(
                  "li",
                  {},
                  verdictMark(status),
                  element("span", {}, element("b", {class: status}, status), ` ${map.verdictWords.statuses[status]}`),
                ),
              ),
            ),
          )
        : null,
      issues.length &&
      map.claims.some(claim => claim.links.some(link => link.step && link.to === claim.id)) &&
      !app.isList()
        ? element(
            "p",
            {class: "small quiet"},
            "↗ 2 on a card tells that two reasons or objections bear on it that hang elsewhere in the map.",
          )
        : null,
      !map.claims.length
        ? null
        : element(
            "p",
            {class: "small quiet"},
            app.isList()
              ? "Choose a claim to see who says it, where, and what speaks for and against it. +3 tells that three more hang beneath."
              : "Choose a card to see who says it, where, and what speaks for and against it. The number on a card tells how many are folded beneath; choose it to unfold them.",
          ),
      map.snapshot ? element("p", {class: "small quiet"}, `Built from snapshot ${map.snapshot.slice(0, 16)}`) : null,
    ];
  }

  function detail(id) {
    const holder = document.getElementById("detail");
    const parts = map.nodes.has(id)
      ? ofNode(map.nodes.get(id))
      : map.stakeholders.has(id)
        ? ofStakeholder(map.stakeholders.get(id))
        : map.steps.has(id)
          ? ofStep(map.steps.get(id))
          : map.concepts.has(id)
            ? ofConcept(map.concepts.get(id))
            : welcome();
    holder.replaceChildren(...parts.flat(2).filter(Boolean));
    holder.scrollTop = 0;
  }

  function filters() {
    const holder = document.getElementById("filters");
    const open = new Set([...holder.querySelectorAll("details[open]")].map(each => each.dataset.facet));
    const count = map.claims.filter(app.matches).length;
    const top = element(
      "div",
      {class: "filter-top"},
      element(
        "p",
        {"aria-live": "polite"},
        app.isFiltering() ? `${count} of ${map.claims.length} claims match` : `${map.claims.length} claims`,
      ),
      app.isFiltering()
        ? element("button", {type: "button", class: "button", onclick: app.clearFilters}, "Clear")
        : null,
    );
    const groups = app.facets.map((facet, i) => {
      const chosen = app.chosen.get(facet.key) || new Set();
      return element(
        "details",
        {"data-facet": facet.key, open: open.has(facet.key) || chosen.size > 0 || (!open.size && i < 4)},
        element(
          "summary",
          {},
          facet.label,
          chosen.size ? element("span", {class: "tally"}, ` ${chosen.size} chosen`) : null,
        ),
        element(
          "div",
          {class: "chips"},
          facet.values
            .slice(0, 400)
            .map(value =>
              element(
                "button",
                {
                  type: "button",
                  class: "chip",
                  "aria-pressed": String(chosen.has(value)),
                  "data-value": value,
                  onclick: () => app.filter(facet.key, value),
                },
                element("bdi", {}, facet.name(value)),
                element("span", {class: "tally"}, ` ${facet.counts.get(value) || 0}`),
              ),
            ),
        ),
      );
    });
    holder.replaceChildren(top, ...groups);
  }

  return {detail, filters};
}
