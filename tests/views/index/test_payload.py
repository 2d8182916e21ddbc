"""The front page as data: figures that agree with the query room, and what is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from argumap.anchoring import build_coverage
from argumap.model import Act, ArgumentMap, Attribution, Claim, Index, Issue, Stakeholder, UnreadableSpeech
from argumap.query import stats
from argumap.semantics import evaluate
from argumap.text import parse_article
from argumap.verdicts import build_issue_verdict
from argumap.views.index.payload import (
    build_page,
    build_parts,
    build_questions,
    build_speakers,
    find_missing,
    tell_map,
)
from debates import debate
from maps import MAPS, TOWN
from pages import given, grown


def test_the_question_that_most_claims_bear_on_comes_first() -> None:
    argument_map = ArgumentMap(
        issues=(Issue("small", "A small one?"), Issue("large", "A large one?")),
        claims=(
            Claim("a", "A.", answers=("small",)),
            *(Claim(f"b{n}", "B.", answers=("large",)) for n in range(3)),
        ),
    )
    assert [question.issue.id for question in build_questions(given(argument_map))] == ["large", "small"]


def test_speakers_are_told_by_voice_and_the_most_committed_stance_counts() -> None:
    bars = {bar.id: (bar.own, bar.reported, bar.presented) for bar in build_speakers(Index(TOWN))}
    assert bars == {"editor": (3, 0, 2), "shops": (0, 2, 0)}
    twice = ArgumentMap(
        claims=(Claim("a", "A."),),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=(Attribution("ann", Act.PRESENTS, "a"), Attribution("ann", Act.ENDORSES, "a")),
    )
    (bar,) = build_speakers(Index(twice))
    assert (bar.own, bar.presented) == (1, 0)


@pytest.mark.parametrize("argument_map", [*MAPS.values(), grown(100)], ids=[*MAPS, "100"])
def test_speakers_have_the_counts_of_the_query(argument_map: ArgumentMap) -> None:
    told = {bar.id: bar.spoken for bar in build_speakers(Index(argument_map))}
    assert all(told[count.by.id] == count.spoken for count in stats(Index(argument_map)).most_spoken)


@pytest.mark.parametrize(
    ("argument_map", "words"),
    [
        pytest.param(ArgumentMap(), ["No claims yet", "No question"], id="nothing"),
        pytest.param(MAPS["one claim"], ["No question", "No argument", "No voices"], id="one claim"),
        pytest.param(
            ArgumentMap(issues=(Issue("q", "What now?"),), claims=(Claim("a", "A."),)),
            ["No claim answers", "No argument", "No voices"],
            id="no answer",
        ),
        pytest.param(TOWN, [], id="whole"),
    ],
)
def test_what_is_missing_is_said_with_its_remedy(argument_map: ArgumentMap, words: list[str]) -> None:
    missing = find_missing(given(argument_map))
    assert len(missing) == len(words)
    assert all(line.startswith(word) for line, word in zip(missing, words, strict=True))
    assert all(line in build_page(given(argument_map)) for line in missing)


def test_a_map_is_told_in_one_sentence() -> None:
    assert tell_map(Index(TOWN)) == "6 claims, 4 arguments, 2 voices, on 2 answers to 1 question."
    assert tell_map(Index(ArgumentMap())) == "This map holds no claims yet."


def test_coverage_is_told_section_by_section() -> None:
    article = parse_article("# Why now\n\nOne. Two. Three.\n", "md")
    made: dict[str, Any] = {"articles": {"column": article}}
    made["coverage"] = build_coverage(TOWN, {"column": article})
    (part,) = build_parts(given(TOWN, **made))
    assert (part.title, part.cited, part.skipped, part.open) == ("Why now", 1, 0, 2)
    assert build_parts(given(TOWN)) == ()


def test_the_files_built_beside_it_and_the_snapshot_are_named() -> None:
    html = build_page(given(TOWN, files=("adjacency.md", "snapshot.jsonl"), snapshot="sha256-abc"))
    assert 'href="./adjacency.md"' in html
    assert 'href="./snapshot.jsonl"' in html
    assert "sha256-abc" in html


def test_the_page_says_who_leads_what_would_turn_it_and_what_remains() -> None:
    html = build_page(given(TOWN, evaluation=evaluate(TOWN)))
    words = " ".join(re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]+>", "", html, flags=re.DOTALL).split())
    for line in build_issue_verdict(evaluate(TOWN), "cars").text().splitlines()[2:]:
        if not line.startswith(("  ", "Order: ", "Where nobody is named")):
            assert line in words
    assert "in order of the reasons that stand less the objections that are open" in words
    assert "answered by" in words
    assert "what is true is another matter" in words


def test_a_caution_comes_before_who_leads() -> None:
    hanging = debate("a supports x %; b supports x %; c supports y", "x y")
    html = build_page(given(hanging, evaluation=evaluate(hanging)))
    assert html.index("Take care: who leads hangs on steps that the map added.") < html.index(" in this map:")


def test_pips_that_the_page_has_are_explained_and_no_others() -> None:
    def key(relations: str) -> str:
        argument_map = debate(relations, "x y")
        html = build_page(given(argument_map, evaluation=evaluate(argument_map)))
        return html[html.index('<ul class="pip-key') :].partition("</ul>")[0]

    assert "a reason that stands" in key("a supports x")
    assert "an objection" not in key("a supports x")
    assert "by a step that the map added" in key("a attacks x %")
    assert "answered: counts no longer" in key("a attacks x; b attacks a")
    assert "a premise of the one before" in key("a,b attacks x; a,c attacks x")


def test_a_large_map_has_no_list_of_all_claims_and_says_so() -> None:
    html = build_page(given(grown(2_000)))
    assert "All claims, A to Z" not in html
    assert "too long for this page" in html


def test_a_step_that_the_map_added_is_told_as_the_maps() -> None:
    drawn_by_the_map = replace(TOWN, arguments=tuple(replace(a, inferred=True) for a in TOWN.arguments))
    words = "a step added by the map"
    assert words in build_page(given(drawn_by_the_map, evaluation=evaluate(drawn_by_the_map)))
    assert words not in build_page(given(TOWN, evaluation=evaluate(TOWN)))


def test_speech_that_cannot_be_read_is_told_at_its_claim() -> None:
    broken = replace(TOWN, unreadable=(UnreadableSpeech("close-it", 7),))
    assert "said: unreadable (line 7)" in build_page(given(broken))


def test_an_answer_that_nobody_gives_does_not_look_safe() -> None:
    drawn = debate("a supports x; b attacks x", "x y")
    drawn = replace(drawn, claims=tuple(replace(c, implicit=c.id == "y") for c in drawn.claims))
    html = build_page(given(drawn, evaluation=evaluate(drawn)))
    assert html.count("Nobody says this outright; the map makes it explicit.") == 1
    assert '<span class="status bare"><span aria-hidden="true">◦</span> unchallenged</span>' in html


def test_the_answers_with_word_and_score_come_right_behind_who_leads() -> None:
    drawn = debate("a supports x; b attacks x; c supports x", "y x")
    html = build_page(given(drawn, evaluation=evaluate(drawn)))
    body = html[html.index("<main") :]
    standings = body[body.index('<ol class="standings"') :].partition("</ol>")[0]
    words = " ".join(re.sub("<[^>]+>", "", standings.partition(">")[2]).split())
    assert words == "Claim x. leads ◑ contested 2 : 1Claim y. ◦ unchallenged 0 : 0"
    assert body.index('class="lead"') < body.index('class="standings"')
    assert body.index('class="standings"') < body.index("What would turn it")
    assert body.index("3 arguments") > body.index("In figures")


def test_objections_that_are_answered_are_not_listed_as_unanswered() -> None:
    drawn = debate("a attacks x; b attacks a; c attacks x", "x y")
    html = build_page(given(drawn, evaluation=evaluate(drawn)))
    assert 'Unanswered objections <span class="tally">2</span>' in html
    section = html[html.index('<h2 id="unattacked">') :].partition("</section>")[0]
    assert [f'dir="auto">Claim {c}.</a>' in section for c in "abc"] == [False, True, True]
    assert "Objections that nothing attacks" in build_page(given(drawn))
