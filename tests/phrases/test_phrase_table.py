from __future__ import annotations

import re
from pathlib import Path

import pytest

import argumap
from argumap.phrases import ENGLISH, LANGUAGE_FILES, Phrases, find_direction, get_phrases

SOURCES = Path(argumap.__file__).parent
KEY = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+")
PLACE = re.compile(r"\{(\w*)\}")
CODE = {path: path.read_text("utf-8") for path in SOURCES.rglob("*") if path.suffix in {".py", ".j2", ".js"}}
NAMED = {
    key for text in CODE.values() for key in re.findall(r"""["'`]([a-z][a-z-]*\.(?:[a-z-]+\.?)*)["'`{$]""", text)
}
SAYING = {".py": r"\.say\(", ".j2": r"\bphrase\(", ".js": r"\bphrase(?:Around)?\("}
SAID = {key for path, text in CODE.items() for key in re.findall(SAYING[path.suffix] + r'\s*"([^"]*)"', text)}
CODES = sorted(LANGUAGE_FILES)


def patterns(phrases: Phrases, key: str) -> list[str]:
    phrase = phrases.phrases[key]
    return [phrase] if isinstance(phrase, str) else [*phrase.values()]


def places(phrases: Phrases, key: str) -> set[str]:
    """The places of a phrase that are in each form that must tell of them: ``n`` may go without saying."""
    return set().union(*(PLACE.findall(pattern) for pattern in patterns(phrases, key)))


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_the_same_phrases_with_the_same_places(code: str) -> None:
    phrases = get_phrases(code)
    assert {*phrases.phrases} == {*ENGLISH.phrases}
    differing = {key for key in ENGLISH.phrases if places(phrases, key) != places(ENGLISH, key)}
    assert differing == set()


@pytest.mark.parametrize("code", CODES)
def test_what_counts_in_one_language_counts_in_each(code: str) -> None:
    phrases = get_phrases(code).phrases
    counting = {key for key, phrase in phrases.items() if not isinstance(phrase, str)}
    assert counting == {key for key, phrase in ENGLISH.phrases.items() if not isinstance(phrase, str)}
    odd = [key for key in counting if not {"many"} <= {*phrases[key]} <= {"none", "one", "two", "many"}]
    assert odd == []


@pytest.mark.parametrize("code", CODES)
def test_a_phrase_has_a_plain_name_plain_places_and_something_to_say(code: str) -> None:
    phrases = get_phrases(code)
    assert [key for key in phrases.phrases if not KEY.fullmatch(key)] == []
    for key in phrases.phrases:
        for pattern in patterns(phrases, key):
            assert pattern.strip(), key
            assert "{" not in re.sub(r"\{[a-z][a-z_]*\}", "", pattern), key


@pytest.mark.parametrize("code", CODES)
def test_no_phrase_but_those_of_the_glossary_uses_a_word_that_only_experts_know(code: str) -> None:
    phrases = get_phrases(code)
    expert = re.compile(r"\b(undercut\w*|rebut\w*|IBIS|QE|grounded|defeat\w*|position)\b", re.IGNORECASE)
    told = [key for key in phrases.phrases if any(map(expert.search, patterns(phrases, key)))]
    assert {key.partition(".")[0] for key in told} == {"glossary"}


def test_every_phrase_is_said_somewhere() -> None:
    beneath = tuple(key for key in NAMED if key.endswith((".", "-")))
    unused = [key for key in ENGLISH.phrases if key not in NAMED and not key.startswith(beneath)]
    assert unused == []


def test_every_phrase_that_is_said_is_there() -> None:
    assert sorted(key for key in SAID - {*ENGLISH.phrases} if not key.endswith((".", "-"))) == []


def test_the_number_chooses_the_form_and_is_written_as_the_language_does() -> None:
    phrases = Phrases("de", {**get_phrases("de").phrases, "a.b": {"none": "keins", "one": "eins", "many": "{n}"}})
    assert [phrases.say("a.b", n=n) for n in (0, 1, 2000)] == ["keins", "eins", "2.000"]
    assert phrases.write_number(1234.5) == "1.234,5"


def test_words_are_joined_and_quoted_as_the_language_does() -> None:
    german = get_phrases("de")
    assert [german.join(words) for words in ((), ("a",), ("a", "b", "c"))] == ["", "a", "a, b und c"]
    assert german.quote("Was “offen” heißt") == "„Was ‚offen‘ heißt“"
    assert ENGLISH.quote("What “open” means") == "“What ‘open’ means”"


def test_a_language_that_is_not_spoken_is_answered_in_english() -> None:
    assert [get_phrases(tag).code for tag in ("de", "de-AT", "fa", "", "en-GB")] == ["de", "de", "en", "en", "en"]


def test_a_phrase_that_is_not_there_is_told_with_where_to_write_it() -> None:
    with pytest.raises(KeyError, match=r"outline\.gone.*en\.toml"):
        ENGLISH.say("outline.gone")


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("fa-IR", "rtl"),
        ("he", "rtl"),
        ("az-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("de", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_direction_of_a_language(tag: str, direction: str) -> None:
    assert find_direction(tag) == direction


def test_only_the_phrases_asked_for_are_picked() -> None:
    assert ENGLISH.pick(frozenset({"pages.map", "grammar."})) == {
        key: phrase for key, phrase in ENGLISH.phrases.items() if key == "pages.map" or key.startswith("grammar.")
    }


SINGULAR = {
    "en": (
        r"\b1 (?:more |further |unanswered )?"
        r"(?:reason|objection|claim|answer|point|voice|section|item|cell|map)s\b"
    ),
    "de": r"\b1 (?:weitere |unbeantwortete )?(?:Gründe|Einwände|Punkte|Einträge|Abschnitte|Aussagen|Zellen)\b",
}

# What is told of two is chosen by name: these have a phrase called `both`.
CHOSEN = (
    "map.level",
    "map.would-be-level",
    "shared.reasons",
    "shared.objections",
    "verdict.all-steps",
    "verdict.until-all",
)


def _has_one(phrase: object) -> bool:
    return isinstance(phrase, dict) and "one" in phrase


@pytest.mark.parametrize("code", CODES)
def test_one_and_two_are_told_as_people_tell_them(code: str) -> None:
    phrases = get_phrases(code)
    wrong = re.compile(r"\ball [12]\b|\b[Aa]lle [12]\b|\bnone of the [12]\b|\bkeiner der [12]\b")
    odd: dict[str, list[str]] = {}
    for key in phrases.phrases:
        chosen = {*CHOSEN} & {key.rpartition("-")[0], key.rpartition(".")[0]}
        counts = [] if chosen else [1, 2] if _has_one(phrases.phrases[key]) else [2]
        said = [phrases.get_pattern(key, n).replace("{n}", str(n)) for n in counts]
        found = [words for words in said if wrong.search(words) or re.search(SINGULAR[code], words)]
        odd |= {key: found} if found else {}
    assert odd == {}
