"""Every selector hits the text at hand, by words and by code points, where UTF-16 and bytes count otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argumap.formats import Export
from argumap.model import ArgumentMap, Claim, Passage, Quote, Source
from argumap.project import export_map, load
from places import ARTICLE, MAP, write_map
from triples import write

if TYPE_CHECKING:
    from argumap.project import Map

GRAPH = Path(__file__).parents[3] / "graph"
# Code points beyond the first plane, a combining accent, line ends of Windows, and a sentence that stands twice.
TRAPPED = (
    ARTICLE.replace("for good.", "for good 🚗🚗.")
    .replace("cracking", "cracking 👩‍👩‍👧 a\u0301nd")
    .replace("Every lorry", "𝔗 Every lorry")
    .replace("But the new", "That is true of today's\nroad. But the new")
    .replace("\n", "\r\n")
)


def find_targets(opened: Map) -> list[dict[str, Any]]:
    """The targets of all passages, each with its selectors in their place."""
    things = {thing["@id"]: thing for thing in json.loads(export_map(opened, "json-ld").single())["@graph"]}
    targets = [thing for thing in things.values() if thing["@type"] == "oa:SpecificResource"]
    return [
        {
            "source": target["oa:hasSource"]["@id"],
            **{things[s["@id"]]["@type"]: things[s["@id"]] for s in selectors},
        }
        for target in targets
        for selectors in [target.get("oa:hasSelector", [])]
    ]


def say(value: object) -> str:
    return str(value["@value"]) if isinstance(value, dict) else str(value or "")


def assert_all_hit(opened: Map, least: int) -> None:
    targets = find_targets(opened)
    assert len(targets) >= least
    for target in targets:
        text = opened.articles[target["source"].removeprefix("#source/")].text
        start, end = (int(target["oa:TextPositionSelector"][f"oa:{name}"]["@value"]) for name in ("start", "end"))
        selector = target["oa:TextQuoteSelector"]
        prefix, exact, suffix = (say(selector.get(f"oa:{name}")) for name in ("prefix", "exact", "suffix"))
        assert text[start:end] == exact
        assert text.count(prefix + exact + suffix) == 1
        assert text.index(prefix + exact + suffix) + len(prefix) == start


@pytest.mark.parametrize("text", [ARTICLE, TRAPPED], ids=["plain", "trapped"])
def test_every_passage_is_hit(text: str, tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", MAP, None)
    (folder / "bridge.md").write_bytes(text.encode())
    opened = load(folder)
    assert_all_hit(opened, 6)


def test_every_passage_of_a_shipped_map_is_hit() -> None:
    assert_all_hit(load(GRAPH / "old-town-cars"), 20)


def test_without_the_text_a_passage_has_its_locator_and_its_quote() -> None:
    record = ArgumentMap(
        sources=(Source("letter", "A letter", language="fr"),),
        claims=(
            Claim("a", "A.", at=(Passage("letter", "s1.p1.s1"),)),
            Claim("b", "B.", at=(Passage("letter", quote=Quote("bon", "c'est ", " et")),)),
        ),
    )
    things = {thing["@id"]: thing for thing in json.loads(write("json-ld", Export(record)))["@graph"]}
    assert things["#passage/claim/a/letter,s1.p1.s1;target"]["dcterms:identifier"] == "s1.p1.s1"
    assert "oa:hasSelector" not in things["#passage/claim/a/letter,s1.p1.s1;target"]
    assert things["#passage/claim/b/letter,quote-1;target;quote"]["oa:exact"] == {
        "@value": "bon",
        "@language": "fr",
    }
