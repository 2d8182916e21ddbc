from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.anchoring import (
    Guard,
    build_lock,
    check_own_words,
    copied_runs,
    find_copies,
    find_sampled,
    find_verbatim,
    longest_shared_run,
)
from argumap.anchoring.copied_runs import LONGEST_OWN, _longest_run, _may_share
from argumap.errors import Severity
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Issue, Passage, Source
from argumap.text import parse_article, read_article, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ARTICLES = {
    path.stem: read_article(path) for path in sorted((Path(__file__).parent.parent / "articles").glob("[a-z]*.*"))
}
SAMPLES = {name: source.sample for name, source in build_lock(ARTICLES).sources.items()}
ARTICLE = parse_article("The council of Ambrel votes in May on who may enter the old town by car. Nobody cheers.")


def words_of(name: str) -> list[str]:
    return [word for unit in ARTICLES[name].units for word in tokens(unit.text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("Who may enter is decided in May.", [], id="own words"),
        pytest.param("He says: votes in May on who may.", [], id="six words"),
        pytest.param("He says: votes in May on who may enter!", [(1, 7)], id="seven words"),
        pytest.param(
            "note: >\n  the Council of AMBREL\n  votes — in “May”, I hear", [(2, 7)], id="over two lines"
        ),
        pytest.param(
            "by car. Nobody cheers. The council of Ambrel votes in May on who", [(1, 9)], id="the longest run"
        ),
        pytest.param(
            "the old town by car nobody cheers\n\nenter the old town by car nobody",
            [(1, 7), (3, 7)],
            id="two runs",
        ),
    ],
)
def test_copied_runs_are_found_with_the_source(text: str, runs: list[tuple[int, int]]) -> None:
    assert [(run.line, run.words) for run in Guard([ARTICLE]).find(text)] == runs


@pytest.mark.parametrize("name", ARTICLES)
def test_every_copy_of_eight_words_is_found_with_the_source(name: str) -> None:
    words, rng = words_of(name), Random(name)
    others = words_of("homework" if name != "homework" else "waterworks")
    guard = Guard([ARTICLES[name]])
    for _ in range(10):
        n, at = rng.randrange(len(words) - 8), rng.randrange(len(others))
        planted = " ".join([*others[:at], *words[n : n + 8], *others[at:]])
        assert any(" ".join(words[n : n + 8]) in run.text for run in guard.find(planted))


@pytest.mark.parametrize("name", ARTICLES)
def test_no_text_of_ours_is_taken_for_a_copy_of_another(name: str) -> None:
    text = "\n".join(unit.text for unit in ARTICLES[name].units)
    for other, article in ARTICLES.items():
        if other != name:
            assert Guard([article]).find(text) == []
            assert find_sampled(text, SAMPLES[other]) == []


def test_most_copies_of_sixteen_words_are_found_without_the_source() -> None:
    rng = Random(7)
    found = planted = 0
    for name, sample in SAMPLES.items():
        words = words_of(name)
        for _ in range(20):
            n = rng.randrange(len(words) - 16)
            planted += 1
            found += bool(find_sampled(" ".join(words[n : n + 16]), sample))
    assert found >= 0.85 * planted


def test_trigrams_scattered_over_a_text_are_no_copy() -> None:
    words = words_of("homework")
    scattered = [f"{' '.join(words[n : n + 3])} then something else was said in words" for n in range(0, 300, 3)]
    assert find_sampled(" ".join(scattered), SAMPLES["homework"]) == []


def test_a_whole_sentence_without_the_source_is_told_with_its_line() -> None:
    text = "Own words first.\n\n" + " ".join(words_of("homework")[10:60])
    (run,) = find_sampled(text, SAMPLES["homework"])
    assert run.line == 3
    assert 30 <= run.words <= 52


def test_the_longest_shared_run() -> None:
    assert longest_shared_run("He says who may enter the town", "on who may enter the old town") == [
        "who", "may", "enter", "the"
    ]  # fmt: skip
    assert longest_shared_run("", "anything") == []


COPIED = ArgumentMap(
    claims=(
        Claim("own", "The vote is due in May.", at=(Passage("column", "s0.p1.s1"),)),
        Claim("copied", "It votes in May on who may enter, they say.", at=(Passage("column", "s0.p1.s1"),)),
        Claim("elsewhere", "It votes in May on who may enter.", at=(Passage("column", "s0.p1.s2"),)),
    ),
    arguments=(
        Argument("a", ("own",), Bearing.SUPPORTS, "copied", warrant="on who may enter the old town by car"),
    ),
)  # fmt: skip


def test_a_statement_that_repeats_its_passage_is_shown_the_run() -> None:
    (problem,) = check_own_words(COPIED, {"column": ARTICLE}, lambda node: (f"{node}.yaml", 4, 7))
    assert str(problem).startswith("copied.yaml:4:7: warning AM230 copied shares 7 words in a row")
    assert "“votes in may on who may enter”" in problem.message
    assert problem.severity is Severity.WARNING


def test_statements_are_compared_with_the_whole_source() -> None:
    assert [(record_id, run.words) for record_id, run in find_copies(COPIED, Guard([ARTICLE]))] == [
        ("copied", 7),
        ("elsewhere", 7),
        ("a", 9),
    ]


def test_only_a_statement_that_shares_a_run_is_compared_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Sequence[str]] = []

    def count(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
        compared.append(ours)
        return _longest_run(ours, theirs)

    monkeypatch.setattr(copied_runs, "_longest_run", count)
    assert len(list(check_own_words(COPIED, {"column": ARTICLE}, lambda _node: ("", 0, 0)))) == 1
    assert len(compared) == 1


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abcd"), max_size=30))
def test_what_is_told_at_a_glance_to_share_no_run_shares_none(ours: list[str], theirs: list[str]) -> None:
    if not _may_share(ours, " ".join(theirs)):
        assert len(_longest_run(ours, theirs)) <= LONGEST_OWN


def test_a_long_run_is_shown_by_its_beginning_and_its_end() -> None:
    text = " ".join(f"word{n}" for n in range(300))
    copied = ArgumentMap(claims=(Claim("long", text, at=(Passage("column", "s0.p1.s1"),)),))
    (problem,) = check_own_words(copied, {"column": parse_article(text)}, lambda _node: ("map.yaml", 1, 1))
    assert "long shares 300 words in a row with its passage: “word0 word1 " in problem.message
    assert " … " in problem.message
    assert " word298 word299”; say it" in problem.message
    assert len(problem.message) < 300


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_the_longest_run_is_that_of_each_word_against_each(ours: list[str], theirs: list[str]) -> None:
    def shared(size: int) -> list[list[str]]:
        runs = [theirs[n : n + size] for n in range(len(theirs) - size + 1)]
        return [ours[n : n + size] for n in range(len(ours) - size + 1) if ours[n : n + size] in runs]

    longest = max(size for size in range(len(ours) + 1) if size == 0 or shared(size))
    assert _longest_run(ours, theirs) == shared(longest)[0]


@pytest.mark.parametrize("period", [1, 2, 7, 5000])
def test_what_repeats_itself_takes_no_longer_than_its_length_allows(period: int) -> None:
    words = CountedWords([f"w{n % period}" for n in range(5000)])
    assert len(_longest_run(words, words)) == 5000
    assert words.looked_at < 100 * len(words)


class CountedWords(list[str]):
    """Words that count how many of them were looked at, one by one or as a stretch."""

    looked_at = 0

    def __getitem__(self, place: Any) -> Any:  # Any: as a list's own, for a number or a slice
        found = super().__getitem__(place)
        self.looked_at += len(found) if isinstance(place, slice) else 1
        return found

    def __iter__(self) -> Iterator[str]:
        self.looked_at += len(self)
        return super().__iter__()


def test_drafted_claims_that_are_the_articles_words_get_one_hint_together() -> None:
    article = parse_article("Walkers tire on the long way round. Nobody sits. The path is steep and wet there.")
    claims = [
        Claim("a", "Walkers tire on the long way round.", at=(Passage("note", "s0.p1.s1"),), unseen="draft"),
        Claim("b", "Nobody sits!", at=(Passage("note", "s0.p1.s2"),), unseen="draft"),
        Claim("c", "The path is steep and wet there.", at=(Passage("note", "s0.p1.s3"),)),
        Claim("d", "It is a steep one.", at=(Passage("note", "s0.p1.s3"),), unseen="draft"),
    ]
    drafted = ArgumentMap(sources=(Source("note", "N"),), claims=tuple(claims))
    found = list(check_own_words(drafted, {"note": article}, lambda _: ("map.yaml", 1, 1)))
    assert [(p.code, p.severity, p.at) for p in found] == [("AM245", "hint", "a"), ("AM230", "warning", "c")]
    assert found[0].message.startswith("2 drafted claims are still the article's words, word for word: a and b;")
    assert find_verbatim(drafted.claims, {"note": article}) == ["a", "b", "c"]
    assert find_verbatim(drafted.claims, {}) == []


@pytest.mark.parametrize(
    ("text", "borrowed"),
    [
        pytest.param("The path is steep and slippery in winter.", True, id="around who says it"),
        pytest.param("The path is steep and wet in winter.", False, id="another word"),
        pytest.param("Slippery in winter, the path is steep.", False, id="turned round"),
        pytest.param("The path is long.", False, id="a few words at the beginning"),
    ],
)
def test_words_from_which_some_were_left_out_are_the_articles(text: str, borrowed: bool) -> None:
    article = parse_article("The path is steep, the warden said, and slippery in winter.")
    claim = Claim("a", text, at=(Passage("note", "s0.p1.s1"),), unseen="draft")
    assert find_verbatim([claim], {"note": article}) == (["a"] if borrowed else [])


def test_a_question_that_is_the_title_copies_nothing() -> None:
    asked = "Should the old mill pond be drained and filled this year?"
    article = parse_article(f"# {asked}\n\nYes.")
    issue = Issue("pond", asked, at=(Passage("note", "s1.h"),))
    titled = ArgumentMap(sources=(Source("note", asked),), issues=(issue,))
    assert not list(check_own_words(titled, {"note": article}, lambda _: ("map.yaml", 1, 1)))
    other = replace(titled, sources=(Source("note", "The pond"),))
    assert [p.code for p in check_own_words(other, {"note": article}, lambda _: ("map.yaml", 1, 1))] == ["AM230"]
