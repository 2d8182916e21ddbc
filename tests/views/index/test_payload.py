"""The overview: each question with where it stands, who says what, and what is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from argumap.anchoring import build_coverage
from argumap.board import build_boards
from argumap.model import ArgumentMap, Claim, Issue
from argumap.phrases import ENGLISH, LANGUAGE_FILES
from argumap.semantics import evaluate
from argumap.text import parse_article
from argumap.verdicts import build_issue_verdict
from argumap.views.index.payload import (
    build_page,
    build_parts,
    count_in_sight,
    find_missing,
    find_turns,
    is_placed,
    is_reported,
    tell_rest,
)
from debates import SHARING, debate, said, written
from maps import MAPS, TOWN
from pages import given, grown

CHOSEN_BY_NOBODY = "Nobody is quoted choosing an answer; each is placed by what they argue."


def page_of(argument_map: ArgumentMap, **more: Any) -> str:
    return build_page(given(argument_map, evaluation=evaluate(argument_map), **more))


def words_of(html: str) -> str:
    """What the page says, from its main part on, as one line."""
    body = html[html.index("<main") :]
    return " ".join(re.sub(r"<script.*?</script>|<[^>]+>", " ", body, flags=re.DOTALL).split())


@pytest.mark.parametrize(
    ("argument_map", "missing"),
    [
        pytest.param(ArgumentMap(), ["claims", "question"], id="nothing"),
        pytest.param(MAPS["one claim"], ["question", "argument", "voices"], id="one claim"),
        pytest.param(
            ArgumentMap(issues=(Issue("q", "What now?"),), claims=(Claim("a", "A."),)),
            ["answer", "argument", "voices"],
            id="no answer",
        ),
        pytest.param(TOWN, [], id="whole"),
    ],
)
def test_what_is_missing_is_said_with_its_remedy(argument_map: ArgumentMap, missing: list[str]) -> None:
    found = find_missing(given(argument_map))
    assert found == tuple(f"missing.{each}" for each in missing)
    assert all(ENGLISH.say(each) in page_of(argument_map) for each in found)


@pytest.mark.parametrize("relations", SHARING.values(), ids=SHARING)
def test_steps_that_share_a_premise_are_drawn_however_many_they_are(relations: str) -> None:
    shown = words_of(page_of(debate(relations)))
    assert all(f"Claim {claim}." in shown for claim in "xyz")
    assert all(f"Claim p{n}." in shown for n in range(9) if f"p{n} supports x" in relations)


def test_coverage_is_told_section_by_section() -> None:
    article = parse_article("# Why now\n\nOne. Two. Three.\n", "md")
    made: dict[str, Any] = {"articles": {"column": article}}
    made["coverage"] = build_coverage(TOWN, {"column": article})
    (part,) = build_parts(given(TOWN, **made))
    assert (part.title, part.cited, part.skipped, part.open) == ("Why now", 1, 0, 2)
    assert build_parts(given(TOWN)) == ()
    assert "33 % of 3 sentences and cells: 1 cited" in words_of(page_of(TOWN, **made))


def test_the_files_built_beside_it_and_the_snapshot_are_named() -> None:
    html = page_of(TOWN, files=("adjacency.md", "snapshot.jsonl", "notes.txt"), snapshot="sha256-abc")
    assert 'href="./adjacency.md"' in html
    assert 'href="./snapshot.jsonl"' in html
    assert ">notes.txt</a>" in html
    assert "sha256-abc" in html


def test_the_page_opens_with_the_verdict_and_holds_all_of_it() -> None:
    words = words_of(page_of(TOWN))
    plain = re.sub(r"\s*[“”]\s*", " ", words)
    for line in build_issue_verdict(evaluate(TOWN), "cars").text().splitlines()[2:]:
        if not line.startswith(("  ", "Order: ", "Where nobody is named")):
            assert re.sub(r"\s*[“”]\s*", " ", line).strip() in plain
    assert "by reasons less unanswered objections" in words
    assert "Counts what is argued, not what is true" in words


def test_a_caution_comes_before_who_leads() -> None:
    words = words_of(page_of(debate("a supports x %; b supports x %; c supports y", "x y")))
    caution = words.index("Take care: who leads hangs on steps that the map added.")
    assert caution < words.index("Counts what is argued")


def test_one_figure_for_one_thing() -> None:
    html = page_of(debate("a,b supports x; c supports x; d supports a; e attacks x; f attacks e", "x y"))
    words = words_of(html)
    assert words.count("2 reasons , 1 objection, answered") == 1
    assert "2 more points beneath" in words


def test_an_answer_that_nobody_argues_has_one_word() -> None:
    words = words_of(page_of(debate("a supports x; b attacks x", "x y")))
    assert words.count("not argued") == 1
    column = words[words.index("Claim y.") :]
    assert not {"is given here", "Nobody argues", "no reason"} & {*column.split("Who speaks")[0].split(". ")}


def test_where_nothing_is_said_that_is_told_once() -> None:
    words = words_of(page_of(debate("", "x")))
    assert "“ Claim x ” is the only answer given; nothing is said for it or against it." in words
    for told in ("Counted", "By what is argued", "not argued", "Nothing is said against it"):
        assert told not in words


def test_what_the_sentences_say_would_turn_it_is_not_told_again() -> None:
    html = page_of(debate("a supports x; b supports x; c supports x; d attacks x", "x y"))
    assert "would draw level. Try it on the map ›" in words_of(html)
    assert "What would turn it" not in html
    two = "a supports x; b supports y; c attacks y; d supports x; e supports y; f attacks x"
    (board,) = build_boards(evaluate(debate(two, "x y")))
    told = board.upshot.what_if
    assert told is not None
    index = evaluate(debate(two, "x y")).index
    shown = [t.aside for a in board.answers for t in find_turns(index, board, a, ENGLISH)]
    assert shown
    assert told.aside not in shown


def test_reasons_say_who_says_them_whose_step_it_is_and_what_answers_them() -> None:
    drawn = written(
        debate("a supports x; b supports x %; c supports x; d attacks x; e attacks d; f supports x", "x y"),
        "ann argues a",
        "author presents b",
        "author asserts c",
        "bob asserts d",
        "author asserts d",
        "author asserts e",
    )
    words = words_of(page_of(drawn))
    assert "Claim a. Ann" in words
    assert "Claim b. set out by the author · the map makes it a reason here" in words
    assert "Claim c. the author" in words
    assert "Claim d. Bob ; the author answered by Claim e. the author" in words
    assert "Claim f. said by nobody" in words


def test_who_only_grants_a_point_against_their_own_side_is_told_to_do_so() -> None:
    drawn = debate("a supports x; b supports x; c attacks x; d attacks x", "x y")
    spoken = ("cora argues c", "bob concedes c", "author concedes c", "author asserts a", "author concedes d")
    words = words_of(page_of(written(drawn, *spoken)))
    assert "Claim c. Cora ; granted by Bob ; granted by the author" in words
    assert "Claim d. granted by the author" in words


def test_what_is_said_loosely_or_is_unresolved_or_lacks_something_says_so() -> None:
    drawn = written(debate("a supports x; b supports x; b attacks b; r supports c", "x y"), "ann asserts a")
    loose = tuple(replace(a, loosely=True) for a in drawn.attributions)
    html = page_of(replace(drawn, attributions=loose))
    words = words_of(html)
    assert "in similar words" not in words
    assert 'title="in similar words"' in html
    assert "Claim b. said by nobody · unresolved" in words
    needy = debate("a attacks x", "x y")
    needy = replace(needy, claims=tuple(replace(c, requires_support=c.id == "a") for c in needy.claims))
    assert "answered: it lacks the support it needs" in words_of(page_of(needy))


def test_what_shares_a_premise_is_told_once() -> None:
    words = words_of(page_of(debate("a,b attacks x; a,c attacks x", "x")))
    assert "&amp; Claim a. all of these rest on it Claim b. Claim c." in words
    assert words.count("Claim a.") == 1


@pytest.mark.parametrize(
    ("relations", "shown", "hidden"),
    [
        pytest.param("a supports x; b supports x", 2, 0, id="few"),
        pytest.param("a supports x; b supports x; c supports x; d supports x", 3, 1, id="many"),
        pytest.param("a supports x; b supports x; c attacks b; d supports x; e attacks d", 2, 1, id="answered"),
        pytest.param(
            "a supports x; b attacks a; c supports x; d attacks c; e supports x; f attacks e",
            2,
            1,
            id="all answered",
        ),
        pytest.param("", 0, 0, id="none"),
    ],
)
def test_the_best_of_a_side_stands_in_sight(relations: str, shown: int, hidden: int) -> None:
    (board,) = build_boards(evaluate(debate(relations, "x")))
    reasons = board.answers[0].reasons
    assert count_in_sight(reasons, 3) == shown
    assert len(reasons) - shown == hidden


def test_what_is_out_of_sight_is_told_by_how_it_stands() -> None:
    relations = "a supports x; b supports x %; c supports x; c attacks c; d supports x; e attacks d"
    (board,) = build_boards(evaluate(debate(relations, "x")))
    told = tell_rest(board.answers[0].reasons, "overview.more-stand", ENGLISH)
    assert told == "4 more reasons, 1 of them added by the map, 1 of them unresolved, 1 of them answered"


def test_few_people_stand_in_rows_with_where_they_stand_on_each_answer() -> None:
    drawn = written(debate("a supports x; b attacks y; c supports c", "x y"), "ann asserts a", "author asserts b")
    words = words_of(page_of(drawn))
    assert "Ann for it , with the one reason –" in words
    assert "the author – against it , with the unanswered objection" in words


def test_many_people_stand_by_name_on_the_card_of_each_answer() -> None:
    drawn = debate("a supports x; b attacks y; c supports c", "x y")
    html = page_of(written(drawn, *(f"voice{n} asserts a" for n in range(12)), "author asserts b"))
    words = words_of(html)
    assert "For it Voice0" in words
    assert "Against it the author" in words
    assert 'title="for it, with the one reason"' in html


def test_an_answer_that_nothing_is_said_on_has_a_slim_column() -> None:
    html = page_of(debate("a supports x; b supports y", "x y z"))
    assert "--columns:minmax(0,1.0fr) minmax(0,1.0fr) minmax(0,0.5fr) " in html
    assert "--narrow:2" in html
    assert "3 answers, 2 argued by reasons" in words_of(html)
    assert [html.count(f'<article class="answer{each}"') for each in (" leads", " bare", "")] == [2, 1, 0]
    assert "--narrow:3" in page_of(debate("", "x y z"))


def test_the_first_reason_stands_with_its_sentence_and_others_where_there_is_room() -> None:
    def told(reasons: int) -> int:
        drawn = debate("; ".join(f"s{n} supports x" for n in range(reasons)), "x y")
        titled = (replace(c, title=f"What {c.id} is called") for c in drawn.claims)
        return page_of(replace(drawn, claims=tuple(titled))).count('<p class="sentence"')

    assert [told(reasons) for reasons in (1, 3, 6)] == [1, 3, 6]
    assert 0 < told(30) <= 6


def test_linked_premises_are_joined_by_a_word() -> None:
    assert "Claim a. and Claim b." in words_of(page_of(debate("a,b supports x", "x")))


def test_answers_that_exclude_each_other_are_told_to_once() -> None:
    drawn = debate("a supports x; b supports x; c supports y", "x y")
    drawn = replace(drawn, issues=tuple(replace(issue, exclusive=True) for issue in drawn.issues))
    words = words_of(page_of(drawn))
    assert words.count("only one can hold") == 1
    assert "cannot hold beside" not in words


@pytest.mark.parametrize(
    ("speech", "told"),
    [
        pytest.param(["ann asserts x"], [], id="states it"),
        pytest.param(["ann asserts a"], [CHOSEN_BY_NOBODY], id="a reason alone"),
        pytest.param([], [], id="nobody"),
    ],
)
def test_what_is_true_of_all_who_speak_is_said_once(speech: list[str], told: list[str]) -> None:
    (board,) = build_boards(evaluate(said(debate("a supports x", "x"), *speech)))
    assert is_placed(board) is bool(told)
    words = words_of(page_of(said(debate("a supports x", "x"), *speech)))
    assert words.count("nobody is quoted choosing an answer") == len(told)


def test_that_all_but_the_author_are_reported_is_said() -> None:
    drawn = written(debate("a supports x", "x"), "ann asserts a", "author asserts x")
    reported = tuple(replace(a, via=("author",) if a.by == "ann" else ()) for a in drawn.attributions)
    (board,) = build_boards(evaluate(replace(drawn, attributions=reported)))
    assert is_reported(board)


@pytest.mark.parametrize(("answers", "columns", "lines"), [(1, 1, 0), (4, 4, 0), (5, 3, 2), (12, 3, 9)])
def test_many_answers_have_a_line_each(answers: int, columns: int, lines: int) -> None:
    names = [f"x{n}" for n in range(answers)]
    html = page_of(debate("; ".join(f"s{n} supports {name}" for n, name in enumerate(names)), " ".join(names)))
    assert html.count('<article class="answer') == columns
    assert html.count('<td class="place-among">') == lines


def test_many_reasons_are_ticks_and_few_are_signs() -> None:
    def ticks(reasons: int) -> bool:
        return "pips ticks" in page_of(debate("; ".join(f"s{n} supports x" for n in range(reasons)), "x y"))

    assert (ticks(8), ticks(9)) == (False, True)


def test_an_answer_that_nobody_gives_does_not_look_safe() -> None:
    drawn = debate("a supports x; b attacks x", "x y")
    drawn = replace(drawn, claims=tuple(replace(c, implicit=c.id == "y") for c in drawn.claims))
    words = words_of(page_of(drawn))
    assert words.count("Nobody gives this answer outright; the map adds it.") == 1
    drawn = debate("a supports x; b attacks y", "x y")
    drawn = replace(drawn, claims=tuple(replace(c, implicit=c.id == "y") for c in drawn.claims))
    assert words_of(page_of(drawn)).count("Nobody gives this answer outright; the map adds it.") == 1


def test_every_id_is_on_the_page_once() -> None:
    for argument_map in (*MAPS.values(), grown(60, positions=3, issues=3)):
        ids = re.findall(r' id="(n=[^"]+)"', page_of(argument_map))
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGE_FILES)
def test_every_language_has_all_the_words(language: str) -> None:
    for argument_map in (*MAPS.values(), grown(60, positions=6, issues=2)):
        assert f'<html lang="{language}"' in page_of(replace(argument_map, language=language))


def test_a_question_that_nothing_answers_says_so() -> None:
    assert "No claim of the map answers the question yet." in words_of(page_of(debate("a supports b", "")))
    assert "This map has no question under debate yet." in words_of(page_of(ArgumentMap()))


def test_what_is_out_of_sight_and_all_answered_is_told_as_more() -> None:
    (board,) = build_boards(evaluate(debate("a supports x; b attacks a; c supports x", "x y")))
    answered = [entry for entry in board.answers[0].reasons if entry.state == "answered"]
    assert tell_rest(answered, "overview.more-stand", ENGLISH) == "1 more, answered"


def test_what_the_signs_of_a_board_mean_stands_above_them() -> None:
    words = words_of(page_of(debate("a supports x; b attacks a", "x y")))
    assert words.index("answered, not counted") < words.index("by reasons less unanswered objections")
    added = debate("a supports x %; b supports x", "x y")
    plain = words_of(page_of(debate("a supports x", "x y")))
    assert words_of(page_of(added)).count("added by the map") == 2
    assert not [told for told in ("added by the map", "not counted") if told in plain]
    assert "answered, not counted" in words_of(page_of(debate("a supports x; b attacks a", "x y")))
    assert "unresolved, not counted" in words_of(page_of(debate("a supports x; a attacks a", "x y")))


def test_what_is_missing_stands_below_the_answers_and_signs_are_told_only_where_there_are_any() -> None:
    words = words_of(page_of(debate("", "x")))
    assert words.index("Claim x.") < words.index("What is missing")
    uncited = words_of(page_of(debate("a supports x", "x")))
    assert "¶" not in words + uncited


def test_the_sign_of_a_passage_promises_the_text_only_where_it_is_at_hand() -> None:
    anchors = {claim.id: [{"text": "Words of the source."}] for claim in TOWN.claims}
    without, beside = page_of(TOWN), page_of(TOWN, anchors=anchors)
    assert "Place of" in without
    assert "Passage of" not in without
    assert "Passage of" in beside
    assert "Place of" not in beside


def test_the_first_reason_of_an_answer_has_its_sentences_a_joint_one_that_of_each_claim() -> None:
    drawn = debate("a,b supports x; c supports x; d supports x; e supports y", "x y")
    titled = replace(drawn, claims=tuple(replace(c, title=f"The title of {c.id}") for c in drawn.claims))
    words = words_of(page_of(titled))
    assert "The title of a Claim a. and The title of b Claim b." in words


def test_an_answer_is_compared_with_the_next_and_who_chooses_none_is_told_to_be_placed() -> None:
    html = page_of(
        written(debate("a supports x; b supports x %; c supports y", "x y"), "ann argues a", "bob argues c")
    )
    assert "Who speaks placed by what they argue; nobody is quoted choosing an answer Compare ›" in words_of(html)
    assert 'title="Compare with “Claim y.”"' in html
    chosen = page_of(written(debate("a supports x; c supports y", "x y"), "ann asserts x", "bob argues c"))
    assert "placed by what they argue" not in words_of(chosen)


def test_whose_the_reasons_are_is_told_apart_where_that_is_not_all_one() -> None:
    drawn = debate("a supports x; b supports x; c supports x %; d supports x", "x y")
    spoken = ("author asserts a", "author presents b", "author asserts c", "ann argues d")
    words = words_of(page_of(written(drawn, *spoken)))
    assert "1 the author&#39;s own, 1 set out, 1 reported, 1 added by the map" in words
    assert "author&#39;s own" not in words_of(page_of(written(drawn, "ann argues d", "ann argues a")))
