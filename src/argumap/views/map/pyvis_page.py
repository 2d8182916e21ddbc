"""The network view: pyvis holds nodes, edges and options and fills our own page, which draws the map.

pyvis's own template, its bulk adders and its writer stay unused: they need the network, execute text and
cost the square of the map's size.
"""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argumap.board import tell_exclusion, tell_side_counts
from argumap.legend import RELATIONS, WORDS
from argumap.model import StakeholderType, VoiceKind, mention
from argumap.page import build_environment, link
from argumap.phrases import ENGLISH
from argumap.semantics import build_verdict, weigh
from argumap.views._lenses import pack_lenses
from argumap.views._tours import build_tour_links
from argumap.views.map.card_words import tells_more
from argumap.views.map.debate_sheet import (
    PIPS,
    PLACES,
    build_sheets,
    find_signs,
    tell_kinds,
    tell_place,
)
from argumap.views.map.payload import build_debate
from argumap.views.map.pyvis_import import import_network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.legend import Glyph
    from argumap.phrases import Phrases
    from argumap.semantics import Balance, Evaluation, Verdict
    from argumap.views import ViewInput
    from argumap.views.map.payload_types import GlyphData, HeldEdgeData, HeldNodeData, LegendData, Payload

STYLES = ("tokens.css", "share.css", "map.css", "debate.css")

# Any: the options are nested as vis-network has them, and only it knows their types.
OPTIONS: Mapping[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "dragNodes": False,
        "keyboard": False,
        "tooltipDelay": 100_000_000,
        "zoomSpeed": 0.7,
        "selectable": False,
    },
    "edges": {"chosen": False, "selectionWidth": 0, "hoverWidth": 0, "smooth": {"enabled": False}},
    "nodes": {"chosen": False},
}

PICTURE = "picture.svg"
"""The picture of the debate that a build puts beside the page."""


def build_page(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    payload = build_debate(
        given.index,
        name=given.name,
        anchors=given.anchors,
        strength=given.evaluation.strength if given.evaluation else {},
        verdicts=_verdicts(given.evaluation) if given.evaluation else {},
        balances=_balances(given.evaluation) if given.evaluation else {},
        issues=given.verdicts,
        order=_entries(given) if given.evaluation else {},
        equations=given.equations,
        snapshot=given.snapshot,
        phrases=given.phrases,
        articles=given.articles,
    )
    return _draw(given, payload)


def _verdicts(evaluation: Evaluation) -> Mapping[str, Verdict]:
    return {node_id: build_verdict(evaluation, node_id) for node_id in evaluation.status}


def _balances(evaluation: Evaluation) -> Mapping[str, Balance]:
    return {claim_id: weigh(evaluation, claim_id) for claim_id in evaluation.index.claims}


def _entries(given: ViewInput) -> Mapping[str, Sequence[str]]:
    return {board.issue.id: [entry.id for _, entry in board.walk()] for board in given.boards}


def nodes(payload: Payload) -> list[HeldNodeData]:
    """What pyvis holds of issues, claims and stakeholders. vis-network keeps ids in a plain object, where an
    id such as ``constructor`` would be lost: the prefix keeps it.
    """
    held = [(node["id"], node["title"]) for node in payload.get("nodes", [])]
    held += [(stakeholder["id"], stakeholder["name"]) for stakeholder in payload.get("stakeholders", [])]
    return [{"id": f"n:{record_id}", "label": label, "shape": "custom"} for record_id, label in held]


def edges(payload: Payload) -> list[HeldEdgeData]:
    """What pyvis holds of relations: the tree, the cross links and who speaks, each with an id of its own."""
    ties = [
        (node["id"], node.get("relation", "none"), node["parent"])
        for node in payload.get("nodes", [])
        if "parent" in node
    ]
    ties += [(link["from"], link["relation"], link["to"]) for link in payload.get("links", [])]
    ties += [
        (voice["by"], voice["act"], node["id"])
        for node in payload.get("nodes", [])
        for voice in node.get("voices", [])
    ]
    return [
        {"id": f"e:{n}", "from": f"n:{source}", "to": f"n:{target}", "relation": relation}
        for n, (source, relation, target) in enumerate(ties)
    ]


def _draw(given: ViewInput, payload: Payload) -> str:
    network = import_network()(directed=True)
    network.nodes = nodes(payload)
    network.edges = edges(payload)
    network.options = dict(OPTIONS)
    network.templateEnv = build_environment(
        {
            "page": "map",
            "pages": given.pages,
            "maps_page": given.maps_page,
            "published": given.published,
            "legend": build_legend(given.phrases),
            **_sheet_context(given),
            "picture": PICTURE if PICTURE in given.files else "",
            "lenses": pack_lenses(given),
            "tour": build_tour_links(given),
            "drafted": given.unseen,
        },
        folder=Path(__file__).parent,
        title=given.map.title,
        payload=payload,
        script="map.js",
        styles=STYLES,
        libraries=[_read_vis_network()],
        language=given.language,
    )
    network.path = "map.html.j2"
    html: str = network.generate_html(notebook=False)
    return html + "\n"


def _sheet_context(given: ViewInput) -> Mapping[str, object]:
    sheets = build_sheets(given)
    drawn = {sheet.board.issue.id for sheet in sheets}
    further = [issue for issue in given.index.debates if sheets and issue.id not in drawn]
    return {
        "sheets": sheets,
        "pips_most": PIPS,
        "places_most": PLACES,
        "further": further,
        "signs": find_signs,
        "tells_more": tells_more,
        "quote": given.phrases.quote,
        "excluded": partial(tell_exclusion, phrases=given.phrases),
        "counted": partial(tell_side_counts, phrases=given.phrases),
        "kinds": partial(tell_kinds, phrases=given.phrases),
        "place_words": partial(tell_place, phrases=given.phrases),
        "link": link,
        "mention": mention,
    }


def build_legend(phrases: Phrases = ENGLISH) -> LegendData:
    """The words, signs and dashes that the page's scripts draw with."""
    parts = {"supports", "attacks", "rebuts", "undercuts"}
    return {
        "relations": {
            name: _glyph(phrases.say(f"part.{name}" if name in parts else f"relation.{name}"), glyph)
            for name, glyph in RELATIONS.items()
        },
        "words": {name: _glyph(phrases.say(f"word.{name}"), glyph) for name, glyph in WORDS.items()},
        "types": {name: phrases.say(f"stakeholder-type.{name}") for name in StakeholderType},
        "voices": {name: phrases.say(f"voice.{name}") for name in VoiceKind},
    }


def _glyph(word: str, glyph: Glyph) -> GlyphData:
    return {"word": word, "sign": glyph.sign, "dash": list(glyph.dash)}


@lru_cache(maxsize=1)
def _read_vis_network() -> str:
    """The script of vis-network 9.1.2 that pyvis ships, without the pointer to its source map."""
    from importlib.resources import files

    path = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return path.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]
