from __future__ import annotations

import json
from pathlib import Path

import pytest

from aif_files import aif, foreign, read
from argumap.project import load
from argumap.project.exports import export_map
from argumap.project.importing import import_files

MARKED = (
    '<b>Minutes</b><br><span id="node11" class="highlighted">The dam &amp; its gate leak</span>, says Ada.<br>'
    'Another said: <span id="node4" class="highlighted">old leaks never end a dam</span>, and that was that.<br>'
)
TEXT = "Minutes\nThe dam & its gate leak, says Ada.\nAnother said: old leaks never end a dam, and that was that.\n"


def xaif(text: object = MARKED) -> dict[str, object]:
    return {"AIF": aif(), "text": text, "OVA": {"nodes": [], "edges": []}}


def test_marks_are_passages_of_claims_and_of_what_is_said() -> None:
    imported = read(xaif(), "xaif")
    assert imported.texts == {"article": TEXT}
    places = {c.origin.id: c.at[0].quote.exact for c in imported.map.claims if c.origin and c.at and c.at[0].quote}
    assert places == {"1": "The dam & its gate leak", "4": "old leaks never end a dam"}


@pytest.mark.parametrize("text", ["", "no mark", None, 7, {"txt": 7}, '<span id="node99">x</span>', "<span>"])
def test_without_marks_of_claims_there_is_no_article(text: object) -> None:
    imported = read(xaif(text), "xaif")
    assert imported.texts == {}
    assert imported.map.sources == ()


def test_a_text_that_stands_one_level_down_is_read_by_ids_as_they_are() -> None:
    plain = MARKED.replace('id="node', 'id="')
    held = {"txt": plain, "url": ""}
    imported = read(xaif(held), "xaif")
    assert imported.texts == {"article": TEXT}
    assert {c.origin.id for c in imported.map.claims if c.origin and c.at} == {"1", "4"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("The dam leaks. It is old.", True, id="no mark at all"),
        pytest.param('<span id="node99">The dam leaks.</span>', True, id="a mark of nothing that is there"),
        pytest.param(" ", False, id="no words"),
        pytest.param(MARKED, False, id="marked"),
    ],
)
def test_a_text_that_marks_no_claim_is_told(text: str, told: bool) -> None:
    assert ("a text in which no claim is marked" in {loss.why for loss in read(xaif(text), "xaif").losses}) is told


def test_a_text_comes_back_marked_also_where_its_records_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dam.json").write_bytes(foreign(xaif()).data)
    folder = import_files([Path("dam.json")]).maps[0].folder
    opened = load(folder)
    assert {str(state.state) for state in opened.anchor_states} == {"exact"}
    assert json.loads(export_map(opened, "xaif").single())["text"] == MARKED
    (folder / "origin.jsonl").unlink()
    text = json.loads(export_map(load(folder), "xaif").single())["text"]
    assert text == (
        'Minutes<br><span id="node1" class="highlighted">The dam &amp; its gate leak</span>, says Ada.<br>'
        'Another said: <span id="node4" class="highlighted">old leaks never end a dam</span>'
        ", and that was that.<br>"
    )
