from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.anchoring import LOCK_NAME, Lock, build_lock, encode_lock, parse_lock, read_lock, write_lock
from argumap.anchoring.drift import Flag
from argumap.errors import DamagedFile, OtherFormat
from argumap.text import parse_article, read_article, tokens

ARTICLES = {path.stem: path for path in sorted((Path(__file__).parent.parent / "articles").glob("[a-z]*.*"))}
HEX = set("0123456789abcdef")
STRUCTURE = set(re.findall(r"[a-z]+", encode_lock(build_lock({"s": parse_article("A.")}))))


def lock_of(text: str) -> Lock:
    return build_lock({"column": parse_article(text)})


@pytest.mark.parametrize("path", ARTICLES.values(), ids=ARTICLES)
def test_a_lock_reads_back_equal_and_is_written_the_same_twice(path: Path) -> None:
    lock = build_lock({"column": read_article(path)})
    assert parse_lock(encode_lock(lock)) == lock
    assert encode_lock(lock) == encode_lock(build_lock({"column": read_article(path)}))


@pytest.mark.parametrize("path", ARTICLES.values(), ids=ARTICLES)
def test_no_word_of_our_texts_stands_in_their_lock(path: Path) -> None:
    article = read_article(path)
    kept = encode_lock(build_lock({"s": article})).casefold()
    words = {word for unit in article.units for word in tokens(unit.text)}
    found = {word for word in words if len(word) > 2 and not set(word) <= HEX and word in kept}
    assert {word for word in found if not any(word in key for key in STRUCTURE)} == set()


@given(st.lists(st.text(alphabet="ghijklmnopqrstuvwxyz", min_size=6, max_size=12), min_size=1, max_size=30))
def test_no_word_of_any_text_stands_in_its_lock(words: list[str]) -> None:
    kept = encode_lock(lock_of(" ".join(words).capitalize() + "."))
    assert [word for word in words if word in kept and word not in STRUCTURE] == []


def test_one_unit_stands_on_one_line() -> None:
    before = encode_lock(lock_of("The gates stay open. Nobody shuts them. It rains.")).splitlines()
    after = encode_lock(lock_of("The gates stay open. Everybody shuts them. It rains.")).splitlines()
    changed = [new for old, new in zip(before, after, strict=False) if old != new and '"at"' in new]
    assert [json.loads(line.rstrip(","))["at"] for line in changed] == ["s0.p1.s2"]


def test_each_source_keeps_the_rules_that_it_was_locked_with() -> None:
    german = parse_article("Der Rat schweigt, z. B. im Mai.", language="de")
    old = parse_article("The council rests.", version=1)
    lock = build_lock({"new": german, "old": old})
    assert [(s.splitter, s.language) for s in lock.sources.values()] == [(2, "de"), (1, "en")]
    written = encode_lock(lock)
    assert parse_lock(written) == lock
    # An argumap that knows no splitter 2 has to see at the head of the file that it cannot read it.
    assert (written.count('"seg": 2'), written.count('"seg": 1'), written.count('"language"')) == (1, 1, 1)
    again = encode_lock(build_lock({"old": old}))
    assert '"seg": 1,\n"sources"' in again
    assert "language" not in again


def test_the_locks_that_are_shipped_were_made_by_the_first_rules() -> None:
    for path in (Path(__file__).parents[2] / "graph").glob("*/anchors.lock.json"):
        text = path.read_text(encoding="utf-8")
        assert encode_lock(parse_lock(text)) == text
        assert {source.splitter for source in parse_lock(text).sources.values()} == {1}


def test_locking_one_source_keeps_the_others() -> None:
    lock = build_lock({"b": parse_article("One.")})
    both = build_lock({"a": parse_article("Two.")}, lock)
    assert list(both.sources) == ["a", "b"]
    assert both.sources["b"] == lock.sources["b"]


def test_a_lock_without_sources_reads_back() -> None:
    assert parse_lock(encode_lock(Lock())) == Lock()


def test_a_lock_is_written_and_read_as_a_file(tmp_path: Path) -> None:
    lock = lock_of("The gates stay open.")
    assert read_lock(write_lock(tmp_path / LOCK_NAME, lock)) == lock


GOOD = encode_lock(lock_of("The 3 gates stay open."))


def unit_with(**changes: object) -> str:
    data = json.loads(GOOD)
    data["sources"]["column"]["units"][0] |= changes
    return json.dumps(data)


def pending_with(**changes: object) -> str:
    data = json.loads(GOOD)
    anchor = {"node": "gates", "at": "s0.p1", "now": None, "state": "lost", "flags": ["number"], "was": "00" * 8}
    data["sources"]["column"]["pending"] = [anchor | changes]
    return json.dumps(data)


def source_with(**values: object) -> str:
    """The good lock with another value or two in its source."""
    data = json.loads(GOOD)
    data["sources"]["column"] |= values
    return json.dumps(data)


TWICE = GOOD.replace('"units": [\n', '"units": [\n' + GOOD.splitlines()[8] + ",\n")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("", "damaged (line 1 is no JSON)", id="empty"),
        pytest.param(GOOD[: len(GOOD) // 2], "is damaged", id="cut off"),
        pytest.param("[" * 100_000, "is damaged", id="nested without end"),
        pytest.param("[]", "no lock file of argumap", id="another kind of JSON"),
        pytest.param('{"argumap_lock": 1, "norm": 1, "seg": 1}', "is damaged", id="no sources"),
        pytest.param(GOOD.replace('"argumap_lock": 1', '"argumap_lock": 2'), "newer argumap", id="newer"),
        pytest.param(GOOD.replace('"seg": 2', '"seg": 9'), "(seg 9, known is 2)", id="newer rules"),
        pytest.param(GOOD.replace('"seg": 2', '"seg": 0'), "older rules (seg 0)", id="rules that never were"),
        pytest.param(source_with(seg=9), "there is no splitter 9", id="a source of rules that are not known"),
        pytest.param(source_with(seg=True), "there is no splitter True", id="a truth for a version"),
        pytest.param(source_with(language="the tongue"), "is no language", id="a language that is none"),
        pytest.param(source_with(language=5), "is no language", id="a number for a language"),
        pytest.param(GOOD.replace('"norm": 1', '"norm": 0'), "older rules (norm 0)", id="older rules"),
        pytest.param(GOOD.replace('"norm": 1,\n', ""), "norm is missing", id="a version left out"),
        pytest.param(f"<<<<<<< HEAD\n{GOOD}=======\n{GOOD}>>>>>>> other\n", "conflict (line 1)", id="conflict"),
        pytest.param(
            GOOD.replace('"units": [\n', '"units": [\n<<<<<<< a\n'), "conflict (line 9)", id="conflict inside"
        ),
        pytest.param(unit_with(at="s0.p1.x1"), "is damaged", id="a locator that is none"),
        pytest.param(unit_with(at="s0.p1.s1-s2"), "no locator of a unit", id="a range"),
        pytest.param(TWICE, "a locator stands twice", id="a locator twice"),
        pytest.param(unit_with(at=5), "no locator of a unit", id="a number for a locator"),
        pytest.param(unit_with(n=-1), "are no numbers", id="a negative count"),
        pytest.param(unit_with(g=True), "are no numbers", id="a truth for a count"),
        pytest.param(unit_with(x="xyz"), "is no hash", id="a hash that is none"),
        pytest.param(unit_with(x="00"), "is damaged", id="a hash too short"),
        pytest.param(unit_with(k="00020001"), "out of order", id="a sketch out of order"),
        pytest.param(unit_with(d=None), "is no hash", id="no numbers"),
        pytest.param(pending_with(flags=["colour"]), "is damaged", id="a flag that is none"),
    ],
)
def test_a_bad_lock_earns_one_plain_sentence_with_the_remedy(text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).write_text(text)
    with pytest.raises((DamagedFile, OtherFormat)) as caught:
        read_lock(tmp_path / LOCK_NAME)
    assert sentence in str(caught.value)
    assert LOCK_NAME in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (tmp_path / LOCK_NAME).read_text() == text


def test_what_is_still_to_be_accepted_keeps_its_flags() -> None:
    (pending,) = parse_lock(pending_with()).sources["column"].pending
    assert pending.flags == (Flag.NUMBER,)


def test_a_lock_that_is_not_utf8_is_damaged(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).write_bytes(b"\xff\xfe{}")
    with pytest.raises(DamagedFile, match="not UTF-8"):
        read_lock(tmp_path / LOCK_NAME)
