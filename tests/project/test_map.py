from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import argumap
from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.anchoring.fingerprint import hashed
from argumap.errors import CallError, NotFound, UnreadableMap
from argumap.project import Map, load
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


def codes(opened: Map) -> list[str]:
    return [problem.code for problem in opened.check()]


def test_load_gives_the_handle_that_people_hold(tmp_path: Path) -> None:
    opened = argumap.load(write_map(tmp_path / "bridge"))
    assert isinstance(opened, argumap.Map)
    assert opened.record.title == "The Mill Bridge"
    assert opened.problems == ()
    assert opened.graph().has_node("claim:close-it")
    assert opened.evaluate().status["close-it"] == "stands"
    assert [stance.by.id for stance in opened.who("slower-trade").stances] == ["union"]
    assert opened.says("union").groups[0].said
    assert repr(opened) == "<Map 'bridge': 4 claims, 0 problems>"


def test_a_node_of_the_graph_carries_its_passage_with_the_text_at_hand(tmp_path: Path) -> None:
    node = load(write_map(tmp_path / "bridge")).graph().nodes["claim:close-it"]
    (anchor,) = node["anchors"]
    assert ARTICLE[anchor["start"] : anchor["end"]] == anchor["text"]
    assert anchor["text"].startswith("The Mill Bridge should be closed")
    assert (anchor["at"], anchor["state"], node["status"]) == ("s2.p1.s1", "exact", "stands")


def test_without_the_text_everything_else_still_works(tmp_path: Path) -> None:
    opened = load(write_map(tmp_path / "bridge", article=None))
    assert opened.graph().nodes["claim:close-it"]["anchors"][0]["at"] == "s2.p1.s1"
    assert opened.coverage is None
    assert codes(opened) == []
    assert opened.notes == [
        "bridge: bridge.md, which the map names as the text of article, is not there; passages are unverified "
        "(--source FILE)."
    ]


def test_a_map_with_errors_is_read_and_is_not_sound(tmp_path: Path) -> None:
    opened = load(write_map(tmp_path / "bridge", MAP.replace("attacks: slower-trade", "attacks: nothing")))
    assert len(opened.record.claims) == 4
    with pytest.raises(UnreadableMap, match="nothing"):
        opened.sound()


def test_another_document_is_one_plain_error(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge")

    write_lock(folder / LOCK_NAME, build_lock(load(folder).articles))
    (folder / "bridge.md").write_text("# Bees\n\nBees sleep in winter. They wake in March.\n", encoding="utf-8")
    found = [problem for problem in load(folder).check() if problem.code.startswith("AM21")]
    assert [problem.code for problem in found] == ["AM218"]
    assert "a different document" in found[0].message


@pytest.mark.parametrize("broken", ["title: Open: on Sundays", "title: T\n\tclaims: {}"], ids=["colon", "tab"])
@pytest.mark.parametrize("name", ["", "article"])
def test_a_map_that_cannot_be_read_tells_so_though_texts_are_given(tmp_path: Path, broken: str, name: str) -> None:
    (tmp_path / "map.yaml").write_text(f"argumap: 1\n{broken}\n", encoding="utf-8")
    given = {name: tmp_path / "map.yaml"}
    (problem,) = load(tmp_path, given, given).check()
    assert (problem.code, problem.severity) == ("AM002", "error")


def test_a_name_for_a_source_of_a_map_without_any_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("argumap: 1\ntitle: T\nclaims: {}\n", encoding="utf-8")
    with pytest.raises(NotFound, match="has no source 'article', nor any other"):
        _ = load(tmp_path, {"article": tmp_path / "map.yaml"}).articles


@pytest.mark.parametrize("sources", ["", "sources: {one: {title: A}, two: {title: B}}\n"])
def test_a_text_needs_exactly_one_source_or_a_name(tmp_path: Path, sources: str) -> None:
    (tmp_path / "map.yaml").write_text(f"argumap: 1\ntitle: T\n{sources}claims: {{}}\n", encoding="utf-8")
    with pytest.raises(CallError, match="write --source NAME=FILE"):
        _ = load(tmp_path, {"": tmp_path / "map.yaml"}).articles


def test_a_notebook_shows_the_map_in_a_frame_that_cannot_reach_out(tmp_path: Path) -> None:
    html = load(write_map(tmp_path / "bridge"))._repr_html_()
    assert html.startswith('<iframe title="The Mill Bridge"')
    assert 'sandbox="allow-scripts"' in html
    assert "<script" not in html


def test_a_record_without_a_file_is_opened_with_the_texts_of_its_folder(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    opened = Map.of(load(folder).record, "bridge@then", folder)
    assert (opened.name, opened.problems) == ("bridge@then", ())
    assert [state.state for state in opened.anchor_states] == [state.state for state in load(folder).anchor_states]


def test_a_record_may_not_name_a_text_outside_its_folder(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    (tmp_path / "secret.md").write_text(ARTICLE, encoding="utf-8")
    record = load(folder).record
    away = tuple(replace(source, file="../secret.md") for source in record.sources)
    assert Map.of(replace(record, sources=away), "bridge", folder).articles == {}


def test_what_stands_as_it_was_locked_is_known_by_one_hash_a_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_map(tmp_path / "bridge")
    hashes: list[str] = []

    def count(text: str, size: int) -> int:
        hashes.append(text)
        return hashed(text, size)

    monkeypatch.setattr("argumap.anchoring.fingerprint.hashed", count)
    unlocked = load(folder)
    assert all(state.settled for state in unlocked.anchor_states)
    assert hashes == []
    write_lock(folder / LOCK_NAME, build_lock(unlocked.articles))
    hashes.clear()
    locked = load(folder)
    assert all(state.settled for state in locked.anchor_states)
    assert len(hashes) == len(locked.articles["article"].units)


def test_two_files_for_the_only_source_are_refused(tmp_path: Path) -> None:
    opened = load(write_map(tmp_path / "bridge"), {"": "a.md", "article": "b.md"})
    with pytest.raises(CallError, match=r"a\.md and b\.md are both given for the source article; name one"):
        _ = opened.source_files
