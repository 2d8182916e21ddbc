"""The draft of a whole article: sound, anchored, the same twice, and inventing nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.draft import draft_map
from argumap.errors import Severity
from argumap.mapfile import parse_map, write_map
from argumap.model import Act, Argument, Bearing, Claim, Issue, Stakeholder
from argumap.text import parse_article, read_article, tokens

ARTICLES = sorted(Path("tests/articles/open").glob("*/article.*"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_a_draft_is_a_sound_map_in_the_articles_order(path: Path) -> None:
    article = read_article(path)
    draft = draft_map(article, file=path.name)
    reading = parse_map(write_map(draft.map))
    assert not [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    assert reading.map == parse_map(write_map(reading.map)).map
    order = [article.index.covered(claim.at[0].at)[0] for claim in reading.map.claims if not claim.answers]
    assert order == sorted(order)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_what_a_draft_states_stands_in_the_article_word_for_word(path: Path) -> None:
    article = read_article(path)
    for claim in draft_map(article).map.claims:
        if not claim.about:
            assert set(tokens(claim.text)) <= set(tokens(article.normal_of(claim.at[0].at)))


def test_the_same_article_gives_the_same_bytes() -> None:
    article = read_article(ARTICLES[0])
    assert write_map(draft_map(article).map) == write_map(draft_map(read_article(ARTICLES[0])).map)


def test_every_item_says_which_rule_proposes_it() -> None:
    record = draft_map(read_article(ARTICLES[-1])).map
    items: tuple[Issue | Claim | Argument | Stakeholder, ...] = (
        *record.issues,
        *record.claims,
        *record.arguments,
        *record.stakeholders,
    )
    rules = [item.unseen for item in items]
    assert all(rule is not None and rule.startswith("draft, by ") for rule in rules)


@pytest.mark.parametrize(
    ("text", "bearing", "premise", "target"),
    [
        ("The dike is unsafe. For example, it leaked in May.", Bearing.SUPPORTS, "leaked", "unsafe"),
        ("The dike leaked in May. Therefore it must be rebuilt.", Bearing.SUPPORTS, "leaked", "rebuilt"),
        (
            "The guild says that trade would suffer. That is not true: the cafés have won.",
            Bearing.ATTACKS,
            "cafés",
            "suffer",
        ),
    ],
)
def test_a_step_is_drawn_where_a_word_shows_it(text: str, bearing: Bearing, premise: str, target: str) -> None:
    record = draft_map(parse_article(text, "txt")).map
    texts = {claim.id: claim.text for claim in record.claims}
    (argument,) = record.arguments
    assert argument.bearing is bearing
    assert premise in texts[argument.premises[0]]
    assert target in texts[argument.target]


@pytest.mark.parametrize("word", ["But", "However,", "And", "Meanwhile"])
def test_no_step_is_guessed(word: str) -> None:
    assert not draft_map(parse_article(f"The dike is old. {word} the pumps are new.", "txt")).map.arguments


def test_headings_make_answers_and_sides() -> None:
    text = "## The case for a dike\n\nIt is quick to build.\n\n## Drawbacks of a dike\n\nIt costs a fortune.\n"
    record = draft_map(parse_article(text)).map
    assert [argument.bearing for argument in record.arguments] == [Bearing.SUPPORTS, Bearing.ATTACKS]
    assert {argument.target for argument in record.arguments} == {record.claims[0].id}
    acts = {attribution.of: attribution.act for attribution in record.attributions}
    assert [acts[argument.premises[0]] for argument in record.arguments] == [Act.PRESENTS, Act.ASSERTS]


def test_a_language_without_cues_says_so() -> None:
    draft = draft_map(
        parse_article("Kaupunki rakentaa sillan. Pormestari sanoo, että se on kallis.", "txt", language="fi")
    )
    assert not draft.known
    assert len(draft.map.claims) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Holes\n\n*Imke Darrow*\n\nHoles slow the traffic down.", id="above it"),
        pytest.param("Sir,\n\nHoles slow the traffic down.\n\nImke Darrow\n", id="signed"),
        pytest.param("By Imke Darrow\n\nHoles slow the traffic down.", id="by"),
    ],
)
def test_a_name_that_stands_alone_is_the_authors(text: str) -> None:
    assert draft_map(parse_article(text, language="en")).map.stakeholders[0].name == "Imke Darrow"


def test_a_few_words_of_another_language_are_not_taken_for_english() -> None:
    draft = draft_map(parse_article("Kaupunki rakentaa sillan.", "txt"))
    assert (draft.known, draft.map.language) == (False, None)
    assert draft_map(parse_article("The town builds a bridge.", "txt")).known


@given(st.text(alphabet="aAbB .,;:!?\"“”„«»'’\n-—()Héß漢字ا", max_size=200))
def test_no_text_breaks_a_draft(text: str) -> None:
    full = f"{text}\n\nThe guild says that it is so."
    record = draft_map(parse_article(full, "txt")).map
    assert not [p for p in parse_map(write_map(record)).problems if p.severity is Severity.ERROR]


def test_whoever_only_reports_in_a_talk_is_there_as_well() -> None:
    said = "VANCE: The mayor said that it was late.\n\n"
    talk = f"Q: Why?\n\n{said}Q: And now?\n\n{said.replace('late', 'dear')}"
    record = draft_map(parse_article(talk, "txt", language="en")).map
    assert {said.via for said in record.attributions} == {("vance",)}
    assert "Vance" in {person.name for person in record.stakeholders}


def test_a_press_release_is_its_issuers() -> None:
    text = (
        "Pellin Dairies brings back the bottle. Pellin expects each bottle to make forty trips.\n\n"
        "About Pellin Dairies.\n\nNotes to editors. Contact: Pellin Dairies, press office.\n"
    )
    record = draft_map(parse_article(text, "txt", language="en")).map
    (author,) = record.stakeholders
    assert (author.name, record.sources[0].author) == ("Pellin Dairies", author.id)


FRONT = """---
title: Night ferry
author: Ana Brook
date: 2031-03-15
---

{}The ferry is late each night. It costs too much.
"""


def test_front_matter_tells_who_wrote_it_and_is_no_claim(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FRONT.format(""), encoding="utf-8")
    record = draft_map(read_article(tmp_path / "a.md")).map
    (source,) = record.sources
    assert (source.title, source.author, source.published) == ("Night ferry", "ana-brook", "2031-03-15")
    assert [claim.text for claim in record.claims] == ["The ferry is late each night.", "It costs too much."]


def test_what_the_article_says_itself_goes_before_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FRONT.format("# The late ferry\n\nBy Leo Marsh\n\n"), encoding="utf-8")
    record = draft_map(read_article(tmp_path / "a.md")).map
    assert (record.sources[0].title, record.sources[0].author) == ("The late ferry", "leo-marsh")


def test_a_claim_without_letters_that_sound_is_called_by_its_sentence() -> None:
    article = parse_article("水坝很旧，已经不安全了。应该马上修理水坝。", "txt", language="zh")
    assert [claim.id for claim in draft_map(article).map.claims] == ["claim-s0-p1-s1", "claim-s0-p1-s2"]


def test_a_name_in_letters_that_do_not_sound_is_called_a_speaker() -> None:
    record = draft_map(parse_article("这座桥很旧。我们应该关闭它。", "txt", language="zh"), author="王芳").map
    assert [(person.id, person.name) for person in record.stakeholders] == [("speaker", "王芳")]


def test_a_stand_that_is_told_in_a_turn_goes_by_whoever_has_the_word() -> None:
    text = (
        "BROOK: I think the dam is old and I know it well.\n\nMARSH: It is not safe for us, and I say so.\n\n"
        "BROOK: Cllr Teague said that the dam must be closed. Cllr Sayer agreed.\n\n"
        "MARSH: It was a good evening for the town and for me."
    )
    said = {(a.by, a.act): a.via for a in draft_map(parse_article(text, "txt", language="en")).map.attributions}
    assert said["sayer", Act.ENDORSES] == ("brook",)


@pytest.mark.parametrize(
    ("text", "language", "question"),
    [
        (
            "The town holds a vote on whether the bridge should close.",
            "en",
            "Whether the bridge should close?",
        ),
        ("Es geht um die Frage, ob die Brücke gesperrt wird. Sie ist alt.", "de", "Ob die Brücke gesperrt wird?"),
        ("Die Brücke ist alt und sie ist schmal.", "de", "Worüber wird gestritten?"),
    ],
)
def test_the_question_is_asked_in_the_language_of_the_article(text: str, language: str, question: str) -> None:
    assert [i.question for i in draft_map(parse_article(text, "txt", language=language)).map.issues] == [question]
