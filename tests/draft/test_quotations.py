"""What stands between quotation marks."""

from __future__ import annotations

import pytest

from argumap.draft import quotations
from argumap.draft.quotations import find_quotations, find_quoted_blocks, is_all_quoted, strip_marks
from argumap.text import parse_article


def quoted(text: str) -> list[tuple[str, ...]]:
    article = parse_article(text, "txt")
    found = find_quotations([block for section in article.sections for block in section.blocks])
    return [tuple(unit.text[a:b] for a, b in found[unit.locator].spans) for unit in article.units]


@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” she said.",
        '"It is late," she said.',
        "„Es ist spät“, sagte sie.",
        "»Es ist spät«, sagte sie.",
        "«Il est tard», dit-elle.",
    ],
)
def test_every_kind_of_mark_is_read(text: str) -> None:
    ((span,),) = quoted(text)
    assert strip_marks(span) in {"It is late", "Es ist spät", "Il est tard"}


def test_a_quotation_of_two_sentences_goes_on() -> None:
    assert quoted("“The dike is old. It will not hold.”") == [("“The dike is old.",), ("It will not hold.”",)]


def test_an_open_mark_closes_with_its_paragraph() -> None:
    assert quoted("“The dike is old.\n\nNobody knows.") == [("“The dike is old.",), ()]


def test_a_paragraph_that_opens_again_goes_on() -> None:
    article = parse_article("“The dike is old.\n\n“It will not hold,” he said.", "txt")
    found = find_quotations([block for section in article.sections for block in section.blocks])
    assert [found[unit.locator].carried for unit in article.units] == [False, True]


def test_words_set_apart_are_no_speech() -> None:
    article = parse_article("The so-called “reform” failed.\n\n“We were never asked.”", "txt")
    found = find_quotations([block for section in article.sections for block in section.blocks])
    assert [found[u.locator].holds_speech(u.text) for u in article.units] == [False, True]
    assert [is_all_quoted(u.text, found[u.locator]) for u in article.units] == [False, True]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("‘We don’t know,’ she said. It’s so.", [("‘We don’t know,’",), ()]),
        ("‘It fits,’ she adds, ‘and it’s simple.’", [("‘It fits,’", "‘and it’s simple.’")]),
        ("The workers’ union had ‘many postcards’, it said.", [("‘many postcards’",)]),
        ("'No,' he said. It's 'not' so.", [("'No,'",), ("'not'",)]),
        ("It was a 'terrible accident'. He ran.", [("'terrible accident'",), ()]),
        ("The owners' wall and the dogs' bowls fell.", [()]),
        ("The dogs’ owners say ‘tis so.", [()]),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, spans: list[tuple[str, ...]]) -> None:
    assert quoted(text) == spans


def test_paragraphs_set_off_are_quoted_as_a_whole() -> None:
    text = "They replied:\n\n> We are sorry. So we are.\n>\n> Really.\n\nWell.\n"
    article = parse_article(text, "md")
    found = find_quoted_blocks([block for section in article.sections for block in section.blocks], text)
    assert [(u.text, found[u.locator].carried) for u in article.units if u.locator in found] == [
        ("We are sorry.", False),
        ("So we are.", True),
        ("Really.", True),
    ]


def test_whether_a_mark_closes_is_asked_of_each_sentence_of_a_paragraph_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = 0

    def count(text: str, at: int, closing: str) -> int:
        nonlocal read
        read += 1
        return find_end(text, at, closing)

    find_end = quotations._find_end
    monkeypatch.setattr(quotations, "_find_end", count)
    many = 60
    quoted("The wall was built in the early '90s and leaks. " * many)
    assert read <= 3 * many
