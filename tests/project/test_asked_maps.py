from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from argumap.errors import CallError, NotFound
from argumap.project.asked_maps import AskedMaps, ask_maps
from argumap.query import SourcePlace, who
from places import ARTICLE, write_map

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_map(tmp_path / "graph" / "bridge")
    return tmp_path


@pytest.fixture
def one(here: Path) -> AskedMaps:
    return ask_maps(["bridge"])


@pytest.fixture
def two(here: Path) -> AskedMaps:
    """The same map twice, its article at hand for the first alone."""
    write_map(here / "graph" / "copy", article=None)
    return ask_maps()


def test_one_map_is_asked_as_it_is_and_several_as_one(one: AskedMaps, two: AskedMaps) -> None:
    assert "close-it" in one.index.claims
    assert {"bridge#close-it", "copy#close-it"} <= set(two.index.claims)


def test_a_passage_is_found_by_its_place(one: AskedMaps, two: AskedMaps) -> None:
    state = one.passage(SourcePlace("article", "s3.p1.s3", None))
    assert state is not None
    assert state.text == "But the new ring road opens in spring."
    assert two.passage(SourcePlace("bridge#article", "s3.p1.s3", None)) == state
    assert two.passage(SourcePlace("copy#article", "s3.p1.s3", None)) is None
    assert one.passage(SourcePlace("article", "s9.p1.s1", None)) is None


def test_an_answer_has_the_words_of_its_passages_where_they_are_wanted(one: AskedMaps) -> None:
    answer = who(one.index, "slower-trade")
    plain: Any = one.write_answer(answer)
    quoted: Any = one.write_answer(answer, words=True)
    assert set(plain["node"]["at"][0]) == {"source", "at", "quote"}
    assert quoted["node"]["at"][0]["words"].startswith("The carters' union argues")
    assert quoted["node"]["at"][0]["state"] == "exact"


def test_open_sentences_are_told_with_their_map(one: AskedMaps, two: AskedMaps) -> None:
    assert one.uncited == ()
    assert two.uncited == []
    assert ask_maps(["graph/copy"]).uncited is None


def test_a_text_with_more_in_it_leaves_more_open(here: Path) -> None:
    (here / "graph/bridge/bridge.md").write_text(ARTICLE + "\nNobody cites this.\n", encoding="utf-8")
    write_map(here / "graph" / "copy")
    assert [(passage.source, passage.at) for passage in ask_maps().uncited or ()] == [
        ("bridge#article", "s3.p2.s1")
    ]


def test_claims_are_supposed_away_by_any_of_their_names(one: AskedMaps) -> None:
    assert one.suppose(set_aside=["ring"]).to_dict() == one.suppose(set_aside=["ring-road"]).to_dict()
    moved = one.suppose(doubt=[("new-cracks", 0.1)])
    assert not moved.to_dict()["status"]
    with pytest.raises(NotFound):
        one.suppose(set_aside=["nobody"])


def test_an_evaluation_takes_a_stakeholders_side_by_name(one: AskedMaps) -> None:
    assert one.evaluate(as_="Carters' union").strength == one.evaluate(as_="union").strength
    assert one.evaluate(as_="union").strength != one.evaluate().strength


def test_cruxes_are_of_a_claim_or_of_two_stakeholders(one: AskedMaps) -> None:
    assert one.find_cruxes(["close-it"]).to_dict() == one.evaluate().cruxes("close-it").to_dict()
    between = one.find_cruxes(["author", "Carters"])
    assert between.to_dict() == one.evaluate().cruxes_between("author", "union").to_dict()
    with pytest.raises(CallError, match="not 3 names"):
        one.find_cruxes(["a", "b", "c"])


@pytest.mark.parametrize(("semantics", "status"), [("qe", "falls"), (None, None)])
def test_the_tables_have_figures_where_they_are_asked_for(
    one: AskedMaps, semantics: str | None, status: str | None
) -> None:
    connection = one.open_database(semantics)
    try:
        rows = connection.execute("select status from claims where id like '%slower-trade'").fetchall()
    finally:
        connection.close()
    assert rows == [(status,)]


def test_one_name_asks_for_the_cruxes_of_one_thing(one: AskedMaps) -> None:
    assert one.find_cruxes("ring-road") == one.find_cruxes(["ring-road"])
