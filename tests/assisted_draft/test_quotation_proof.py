"""No altered quotation is taken: not one in which a word was added, left out, changed, moved or cut off."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.assisted_draft.quotation_proof import QuotedPassage, QuoteFault, prove_quote, stands_in
from argumap.assisted_draft.sentence_windows import NumberedSentence, number_sentences
from argumap.draft import get_cue_words
from argumap.text import get_language, normalise, parse_article, read_article, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ARTICLES = sorted((Path(__file__).parents[1] / "articles" / "open").glob("*/*.*"))
CORPUS = [path for path in ARTICLES if path.suffix in {".md", ".txt", ".html"}]


def sentences_of(text: str) -> tuple[NumberedSentence, ...]:
    return number_sentences(parse_article(text))


def prove(
    quote: str, cited: Sequence[NumberedSentence], others: Sequence[NumberedSentence] = (), language: str = "en"
) -> QuotedPassage | QuoteFault:
    return prove_quote(quote, cited, others, get_language(language), get_cue_words(language))


def negate(words: list[str]) -> Iterator[list[str]]:
    for n in range(1, len(words)):
        yield [*words[:n], "not", *words[n:]]
    if "not" in words:
        yield [word for word in words if word != "not"]


def swap_numbers(words: list[str]) -> Iterator[list[str]]:
    for n, word in enumerate(words):
        if any(map(str.isdigit, word)):
            yield [*words[:n], re.sub(r"\d", lambda d: str((int(d[0]) + 1) % 10), word), *words[n + 1 :]]


def cut_middle(words: list[str]) -> Iterator[list[str]]:
    for n in range(1, len(words) - 1):
        yield [*words[:n], *words[n + 1 :]]


def reorder(words: list[str]) -> Iterator[list[str]]:
    for n in range(len(words) - 1):
        if tokens(words[n]) != tokens(words[n + 1]):
            yield [*words[:n], words[n + 1], words[n], *words[n + 2 :]]


def change_letters(words: list[str]) -> Iterator[list[str]]:
    for n, word in enumerate(words):
        for ours, theirs in (("a", "а"), ("o", "ο"), ("e", "е"), ("i", "і")):  # Cyrillic and Greek
            if ours in word:
                yield [*words[:n], word.replace(ours, theirs, 1), *words[n + 1 :]]


def invent(words: list[str]) -> Iterator[list[str]]:
    half = len(words) // 2
    yield [*words[:half], "as", "everybody", "in", "town", "has", "known", "for", "years."]
    yield ["It", "was", "always", "plain", "to", "all", *words[half:]]


ALTERATIONS: dict[str, Callable[[list[str]], Iterator[list[str]]]] = {
    "negated": negate,
    "numbers swapped": swap_numbers,
    "a word left out": cut_middle,
    "reordered": reorder,
    "letters of another alphabet": change_letters,
    "half invented": invent,
}


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_a_sentence_proves_itself(path: Path) -> None:
    article = read_article(path)
    language = article.language
    for sentence in number_sentences(article):
        found = prove_quote(sentence.unit.text, [sentence], (), language, get_cue_words(language.code))
        assert isinstance(found, QuotedPassage), sentence.unit.text
        straight = sentence.unit.text.replace("“", '"').replace("”", '"').replace("’", "'")
        assert isinstance(prove_quote(straight, [sentence], (), language, get_cue_words("en")), QuotedPassage)


@pytest.mark.parametrize("alter", ALTERATIONS.values(), ids=ALTERATIONS)
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_no_altered_sentence_is_taken(path: Path, alter: Callable[[list[str]], Iterator[list[str]]]) -> None:
    article = read_article(path)
    tried = 0
    for sentence in number_sentences(article):
        whole = normalise(sentence.unit.text)
        for words in alter(sentence.unit.text.split()):
            altered = " ".join(words)
            if normalise(altered) == whole or not tokens(altered):
                continue
            found = prove_quote(altered, [sentence], (), article.language, get_cue_words(article.language.code))
            assert isinstance(found, QuoteFault), altered
            tried += 1
    assert tried or alter is swap_numbers


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_no_two_sentences_merged_into_one_are_taken(path: Path) -> None:
    article = read_article(path)
    sentences = number_sentences(article)
    for one, other in pairwise(sentences):
        first, second = one.unit.text.split(), other.unit.text.split()
        for merged in (
            [*first[: len(first) // 2], *second[len(second) // 2 :]],
            [*first[:-1], first[-1].rstrip(".!?") + ",", *second],
            [*first[:-1], first[-1].rstrip(".!?"), "and", *second],
        ):
            found = prove_quote(
                " ".join(merged), [one, other], (), article.language, get_cue_words(article.language.code)
            )
            half = " ".join(merged) in f"{one.unit.text} {other.unit.text}"
            assert half or isinstance(found, QuoteFault), merged


BRIDGE = (
    "It is not true that the bridge is safe. The dam leaks, Lunn denied. He said that costs rose, but rents fell."
)


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        pytest.param("the bridge is safe.", "quote-cut", id="what is denied, without the denial"),
        pytest.param("that the bridge is safe", "quote-cut", id="its clause"),
        pytest.param("true that the bridge is safe", "quote-cut", id="cut behind a not"),
        pytest.param("It is not true that the bridge is safe.", "", id="the whole of it"),
        pytest.param("It is not true that the", "quote-cut", id="cut before the end"),
        pytest.param("The dam leaks", "quote-too-short|quote-cut", id="what is denied behind it"),
        pytest.param("The dam leaks, Lunn denied.", "", id="with the denial"),
        pytest.param("rents fell.", "quote-too-short", id="two words"),
        pytest.param("but rents fell.", "", id="behind a but"),
        pytest.param("that costs rose", "", id="a clause"),
        pytest.param("costs rose, but rents", "quote-cut", id="cut within a clause"),
        pytest.param("is safe. The dam leaks", "quote-cut", id="over the end of a sentence"),
        pytest.param("", "quote-missing", id="nothing"),
        pytest.param("…", "quote-not-found", id="three dots"),
        pytest.param("the bridge ... is safe", "quote-not-found", id="with dots between"),
    ],
)
def test_a_quotation_is_a_whole_clause_with_what_denies_it(quote: str, code: str) -> None:
    found = prove(quote, sentences_of(BRIDGE))
    assert re.fullmatch(code, "" if isinstance(found, QuotedPassage) else found.code)


def test_the_fewest_sentences_are_the_passage() -> None:
    sentences = sentences_of("One bird sings here. Two birds sing there. Three birds sleep.")
    found = prove("Two birds sing there.", sentences)
    assert isinstance(found, QuotedPassage)
    assert found.at == ("s0.p1.s2",)
    both = prove("Two birds sing there. Three birds sleep.", sentences)
    assert isinstance(both, QuotedPassage)
    assert both.at == ("s0.p1.s2", "s0.p1.s3")


def test_words_of_another_sentence_are_told_by_its_number() -> None:
    sentences = sentences_of("One bird sings here. Two birds sing there.")
    found = prove("Two birds sing there.", sentences[:1], sentences[1:])
    assert isinstance(found, QuoteFault)
    assert (found.code, "sentence 2" in found.hint) == ("quote-elsewhere", True)


def test_sentences_that_do_not_follow_each_other_are_no_passage() -> None:
    sentences = sentences_of("One bird sings here. Two birds sing there. Three birds sleep.")
    found = prove("One bird sings here.", [sentences[0], sentences[2]])
    assert isinstance(found, QuoteFault)
    assert found.code == "quote-scattered"


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("12", "It costs 120 crowns.", False),
        ("cost", "It costs 120 crowns.", False),
        ("costs 120", "It costs 120 crowns.", True),
        ("河水", "河水上涨了。", True),
        ("  ", "Anything.", False),
    ],
)
def test_no_word_or_figure_is_cut(words: str, text: str, stands: bool) -> None:
    assert stands_in(words, text) is stands


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10_000), st.text(st.characters(categories=("L", "N")), min_size=1, max_size=4))
def test_whatever_is_put_between_two_words_no_sentence_has_it(seed: int, put: str) -> None:
    text = "The harbour board of Elm wants three new piers before 2031, and the fishermen say no."
    sentences = sentences_of(text)
    words = text.split()
    at = random.Random(seed).randrange(1, len(words))
    found = prove(" ".join([*words[:at], put, *words[at:]]), sentences)
    assert isinstance(found, QuoteFault)
