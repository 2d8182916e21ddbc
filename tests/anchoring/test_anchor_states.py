from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from argumap.anchoring import (
    AnchorState,
    Lock,
    State,
    build_anchor_table,
    build_lock,
    build_source_checks,
    build_unlocked_check,
    check_anchors,
    check_states,
    find_citations,
)
from argumap.errors import OtherText, Severity
from argumap.model import Act, Argument, ArgumentMap, Attribution, Bearing, Claim, Issue, Passage, Section, Source
from argumap.text import Article, parse_article, read_article

TEXT = """# Gates

The council of Ambrel votes in May on the gates. Nobody denies that the lanes are full. They were built for carts.

Tolm closed its centre in 2019 and counted a third more walkers. Walkers spend money too.

# Shops

The guild wants the gates to stay open to all. Its chair argues that shops lose trade without drivers.
"""
OTHER = read_article(Path(__file__).parent.parent / "articles" / "homework.md")


def at(*locators: str, source: str = "column") -> tuple[Passage, ...]:
    return tuple(Passage(source, locator) for locator in locators)


def town(*locators: str) -> ArgumentMap:
    """A map with one claim that cites ``locators``."""
    claim = Claim("full", "The lanes are crowded.", at=at(*locators))
    return ArgumentMap(sources=(Source("column", "Gates"),), claims=(claim,))


def article(text: str = TEXT) -> Article:
    return parse_article(text)


LOCK = build_lock({"column": article()})


def states(text: str, *locators: str, old: str | None = None) -> list[AnchorState]:
    before = {"column": article(old)} if old else None
    return check_anchors(town(*locators), LOCK, {"column": article(text)}, before)


def told(text: str, *locators: str) -> list[tuple[str, str | None, str]]:
    return [(state.at, state.now, str(state.state)) for state in states(text, *locators)]


@pytest.mark.parametrize(
    ("change", "locator", "now", "state"),
    [
        pytest.param(("", ""), "s1.p1.s2", "s1.p1.s2", "exact", id="a sentence untouched"),
        pytest.param(("", ""), "s1", "s1", "exact", id="a section untouched"),
        pytest.param(
            ("Tolm closed", "Wait. Tolm closed"), "s1.p2.s1", "s1.p2.s2", "exact", id="counted otherwise"
        ),
        pytest.param(
            ("Tolm closed", "Wait. Tolm closed"), "s1.p2.s1-s2", "s1.p2.s2-s3", "exact", id="a range shifted"
        ),
        pytest.param(("Tolm closed", "Wait. Tolm closed"), "s1.p2", "s1.p2", "edited", id="a paragraph that grew"),
        pytest.param(
            ("# Gates\n", "# First\n\nBread is dear.\n\n# Gates\n"), "s2", "s3", "exact", id="a section shifted"
        ),
        pytest.param(
            ("# Gates\n", "# First\n\nBread is dear.\n\n# Gates\n"), "s2.h", "s3.h", "exact", id="a heading"
        ),
        pytest.param(("lanes are full", "lanes are often full"), "s1.p1.s2", "s1.p1.s2", "edited", id="edited"),
        pytest.param(
            ("lanes are full", "lanes are often full"), "s1.p1.s1-s2", "s1.p1.s1-s2", "edited", id="in a range"
        ),
        pytest.param((" Walkers spend money too.", ""), "s1.p2.s2", None, "lost", id="lost"),
        pytest.param(
            (" Walkers spend money too.", ""), "s1.p2.s1-s2", "s1.p2.s1", "reworded", id="half a range lost"
        ),
        pytest.param(
            (" They were built for carts.", ""), "s1.p1.s1-s3", "s1.p1.s1-s2", "edited", id="a third lost"
        ),
        pytest.param(
            ("2019 and counted", "2019. It counted"), "s1.p2.s1", "s1.p2.s1-s2", "edited", id="split in two"
        ),
    ],
)
def test_what_an_anchor_is_told(change: tuple[str, str], locator: str, now: str | None, state: str) -> None:
    assert told(TEXT.replace(*change), locator) == [(locator, now, state)]


FIRST, SECOND = TEXT.split("\n\n")[1:3]
SWAPPED = (f"{FIRST}\n\n{SECOND}", f"{SECOND}\n\n{FIRST}")


@pytest.mark.parametrize(
    ("change", "locator", "now", "state"),
    [
        pytest.param(SWAPPED, "s1.p2.s1-s2", "s1.p1.s1-s2", "moved", id="a paragraph's whole range"),
        pytest.param(SWAPPED, "s1.p1.s2-s3", "s1.p2.s2-s3", "exact", id="the end of another"),
        pytest.param(
            ("Nobody denies that the lanes are full. They were", "They were"),
            "s1.p1.s2-s3",
            "s1.p1.s2",
            "reworded",
            id="its first sentence gone",
        ),
        pytest.param(
            ("Tolm closed", "They say much. Nobody knows. Tolm closed"),
            "s1.p1.s2-s3",
            "s1.p1.s2-s3",
            "exact",
            id="what came elsewhere",
        ),
        pytest.param(
            ("are full. They", "are full. We know. They"),
            "s1.p1.s2-s3",
            "s1.p1.s2-s4",
            "edited",
            id="one between",
        ),
        pytest.param(
            ("# Gates\n", "# First\n\nBread is dear.\n\n# Gates\n"), "s1-s2", "s2-s3", "exact", id="sections"
        ),
    ],
)
def test_a_range_is_followed_with_both_its_ends(
    change: tuple[str, str], locator: str, now: str | None, state: str
) -> None:
    text = TEXT.replace(*change)
    assert told(text, locator) == [(locator, now, state)]
    (found,) = states(text, locator)
    assert found.start is not None
    assert text[found.start : found.end].replace("# ", "").split() == found.text.split()


def test_a_range_whose_halves_went_to_two_paragraphs_is_where_most_of_it_is() -> None:
    text = TEXT.replace(" They were built for carts.", "").replace("Walkers", "They were built for carts. Walkers")
    assert told(text, "s1.p1.s1-s3") == [("s1.p1.s1-s3", "s1.p1.s1-s2", "moved")]


def test_what_left_a_range_for_another_section_does_not_widen_it() -> None:
    text = TEXT.replace(" They were built for carts.", "").rstrip() + " They were built for carts.\n"
    assert told(text, "s1.p1.s1-s3") == [("s1.p1.s1-s3", "s1.p1.s1-s2", "moved")]


def test_a_range_whose_sentences_stand_in_three_paragraphs_names_no_passage() -> None:
    text = TEXT.replace(" Nobody denies", "\n\nNobody denies").replace(" They were built", "\n\nThey were built")
    assert told(text, "s1.p1.s1-s3") == [("s1.p1.s1-s3", None, "ambiguous")]


@pytest.mark.parametrize(
    ("between", "now", "state"), [(3, "s1.p1.s1-s5", "edited"), (4, None, "ambiguous")], ids=["as much", "more"]
)
def test_a_range_takes_in_as_much_again_and_one_but_no_more(between: int, now: str | None, state: str) -> None:
    lines = " ".join(f"The baker of street {n} closed her door." for n in range(between))
    text = TEXT.replace("Nobody denies", f"{lines} Nobody denies")
    assert told(text, "s1.p1.s1-s2") == [("s1.p1.s1-s2", now, state)]


def test_a_section_is_named_and_not_quoted() -> None:
    sections = ArgumentMap(sources=(Source("column", "Gates"),), sections=(Section("column", "s1"),))
    edited = TEXT.replace("lanes are full", "lanes are not full")
    for text, now, state in ((edited, "s1", State.EXACT), (f"# New\n\nWait.\n\n{edited}", "s2", State.MOVED)):
        (found,) = check_anchors(sections, LOCK, {"column": article(text)})
        assert (found.now, found.state, found.flags) == (now, state, ())


def test_a_range_that_was_scattered_names_no_passage_any_more() -> None:
    lines = " ".join(f"The baker of street {n} closed her door." for n in range(9))
    text = TEXT.replace("Nobody denies", lines + " Nobody denies")
    assert told(text, "s1.p1.s1-s2") == [("s1.p1.s1-s2", None, "ambiguous")]


def test_a_paragraph_torn_apart_names_no_passage_any_more() -> None:
    text = TEXT.replace(" Nobody denies", "\n\nNobody denies").replace(" They were built", "\n\nThey were built")
    assert told(text, "s1.p1") == [("s1.p1", None, "ambiguous")]


def test_an_anchor_knows_where_its_words_stand() -> None:
    (state,) = states(TEXT, "s1.p1.s2-s3")
    assert state.text == "Nobody denies that the lanes are full. They were built for carts."
    assert state.start is not None
    assert TEXT[state.start : state.end] == state.text


def test_a_locator_that_was_never_locked_is_unknown() -> None:
    (state,) = states(TEXT, "s9.p1.s1")
    assert (state.state, state.known, state.now) == (State.LOST, False, None)


def test_another_document_loses_every_anchor() -> None:
    found = check_anchors(town("s1.h", "s1.p1.s1", "s2"), LOCK, {"column": OTHER})
    assert {state.state for state in found} == {State.LOST}
    assert build_source_checks(LOCK, {"column": OTHER})["column"].different
    assert not build_source_checks(LOCK, {"column": article()})["column"].different


def test_a_source_without_lock_or_article_is_left_alone() -> None:
    assert check_anchors(town("s1.h"), Lock(), {"column": article()}) == []
    assert check_anchors(town("s1.h"), LOCK, {}) == []


def test_all_kinds_of_records_have_their_anchors_followed() -> None:
    argument_map = ArgumentMap(
        sources=(Source("column", "Gates", skip=("s1.p1.s3",)),),
        sections=(Section("column", "s2"),),
        issues=(Issue("who", "Who may enter?", at=at("s1.p1.s1")),),
        claims=(Claim("full", "The lanes are crowded.", at=at("s1.p1.s2", "s1.p2")),),
        arguments=(Argument("a", ("full",), Bearing.SUPPORTS, "full", at=at("s2.p1.s2")),),
        attributions=(Attribution("chair", Act.ARGUES, "full", at=at("s2.p1.s1")),),
    )
    assert [(c.kind, c.node, c.at) for c in find_citations(argument_map)] == [
        ("issue", "who", "s1.p1.s1"),
        ("claim", "full", "s1.p1.s2"),
        ("claim", "full", "s1.p2"),
        ("argument", "a", "s2.p1.s2"),
        ("attribution", "chair argues full", "s2.p1.s1"),
        ("skip", "column", "s1.p1.s3"),
        ("section", "s2", "s2"),
    ]
    found = check_anchors(argument_map, LOCK, {"column": article("Wait.\n\n# Intro\n\nBread.\n\n" + TEXT)})
    assert {state.state for state in found if state.kind != "section"} == {State.EXACT}
    assert [state.now for state in found if state.now not in {None, state.at}] == [
        "s2.p1.s1", "s2.p1.s2", "s2.p2", "s3.p1.s2", "s3.p1.s1", "s2.p1.s3", "s3"
    ]  # fmt: skip
    assert list(build_anchor_table(found)) == ["who", "full", "a", "chair argues full"]


def test_the_exchange_shape_of_an_anchor() -> None:
    table = build_anchor_table(states(TEXT.replace(" Walkers spend money too.", ""), "s1.h", "s1.p2.s2"))
    assert table == {
        "full": [
            {"source": "column", "at": "s1.h", "state": "exact", "start": 2, "end": 7, "text": "Gates"},
            {"source": "column", "at": "s1.p2.s2", "state": "lost"},
        ]
    }


@pytest.mark.parametrize(
    ("change", "locator", "codes"),
    [
        pytest.param(("", ""), "s1.p1.s2", [], id="untouched"),
        pytest.param(("Tolm closed", "Wait. Tolm closed"), "s1.p2.s1", ["hint AM217"], id="counted otherwise"),
        pytest.param(("are full.", "are, full!"), "s1.p1.s2", ["hint AM217"], id="cosmetic"),
        pytest.param(("lanes are full", "lanes are often full"), "s1.p1.s2", ["warning AM215"], id="edited"),
        pytest.param((" Walkers spend money too.", ""), "s1.p2.s2", ["error AM210"], id="lost"),
        pytest.param(
            ("Walkers spend money too", "Bread is dear again"), "s1.p2.s2", ["error AM212"], id="replaced"
        ),
        pytest.param(("lanes are", "lanes are not"), "s1.p1.s2", ["warning AM215", "error AM213"], id="negation"),
        pytest.param(("in 2019", "in 2018"), "s1.p2.s1", ["warning AM215", "error AM214"], id="number"),
        pytest.param(("", ""), "s9.p1.s1", ["error AM216"], id="unknown"),
    ],
)
def test_problems(change: tuple[str, str], locator: str, codes: list[str]) -> None:
    problems = list(check_states(states(TEXT.replace(*change), locator), lambda state: ("map.yaml", 7, 9)))
    assert [f"{problem.severity} {problem.code}" for problem in problems] == codes
    assert all((problem.file, problem.line, problem.column) == ("map.yaml", 7, 9) for problem in problems)
    assert all(locator in problem.message and "full" in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("change", "node", "remedy"),
    [
        pytest.param(
            ("lanes are full", "lanes are often full"),
            "full",
            "read it again, then `argumap anchor relocate --accept full`",
            id="edited",
        ),
        pytest.param(
            ("are full.", "are, full!"),
            "full",
            "`argumap anchor relocate --accept full` follows it",
            id="cosmetic",
        ),
        pytest.param(
            ("are full.", "are, full!"), "chair argues full", "--accept 'chair argues full'`", id="an attribution"
        ),
    ],
)
def test_a_drifted_anchor_names_the_next_command(change: tuple[str, str], node: str, remedy: str) -> None:
    (state,) = states(TEXT.replace(*change), "s1.p1.s2")
    (problem,) = check_states([dataclasses.replace(state, node=node)], lambda state: ("", 0, 0))
    assert remedy in problem.message


def test_an_ambiguous_anchor_is_an_error() -> None:
    (state,) = states(TEXT, "s1.h")
    ambiguous = dataclasses.replace(state, state=State.AMBIGUOUS, now=None)
    (problem,) = check_states([ambiguous], lambda state: ("", 0, 0))
    assert (problem.code, problem.severity) == ("AM211", Severity.ERROR)


REWRITTEN = TEXT.replace(
    "Tolm closed its centre in 2019 and counted a third more walkers.",
    "Tolm shut its center in 2019, counting a third more who walked.",
)


def test_the_old_words_tell_an_edit_from_a_replacement() -> None:
    replaced = TEXT.replace("Walkers spend money too.", "Walkers spend much money.")
    assert [state.state for state in states(replaced, "s1.p2.s2", old=TEXT)] == [State.EDITED]
    assert [state.state for state in states(REWRITTEN, "s1.p2.s1", old=TEXT)] == [State.EDITED]
    gone = TEXT.replace("Walkers spend money too.", "The baker has closed her door.")
    assert [state.state for state in states(gone, "s1.p2.s2", old=TEXT)] == [State.REPLACED]


def test_an_old_text_that_was_not_locked_is_refused() -> None:
    with pytest.raises(OtherText, match="not the one that was locked"):
        states(TEXT, "s1.h", old=TEXT + "\n\nMore.")


def test_an_article_that_nothing_was_locked_of_is_what_it_is() -> None:
    check = build_unlocked_check(article())
    assert {fate.state for fate in check.fates} == {State.EXACT}
    assert not check.different
