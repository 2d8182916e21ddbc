"""What holds of every language, and of those that nobody wrote down."""

from __future__ import annotations

from hashlib import sha256

import pytest

from argumap.text import LANGUAGES, Language, get_language, tokens

OURS = ["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pt", "zh"]


def test_there_are_ten() -> None:
    assert list(LANGUAGES) == OURS


@pytest.mark.parametrize("code", OURS)
def test_a_language_is_known_and_called_by_its_file(code: str) -> None:
    language = LANGUAGES[code]
    assert (language.code, language.known, get_language(code)) == (code, True, language)
    assert language.name.istitle()


@pytest.mark.parametrize("code", [code for code in OURS if LANGUAGES[code].spaced])
def test_words_are_written_as_they_are_looked_up(code: str) -> None:
    language = LANGUAGES[code]
    for word in (*language.stop_words, *language.negators, *language.number_words):
        assert tokens(word) == [word]
    for words in (language.before_names, language.before_numbers, language.may_end):
        assert [word for word in words if word not in {word.casefold(), word.title()} or word.endswith(".")] == []


@pytest.mark.parametrize("code", OURS)
def test_a_value_is_a_number_above_nothing(code: str) -> None:
    assert [word for word, value in LANGUAGES[code].number_words.items() if value <= 0] == []


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        pytest.param("de", "de", id="a language"),
        pytest.param("de-AT", "de", id="with its country"),
        pytest.param("zh-Hant-TW", "zh", id="with its script"),
        pytest.param("PT-br", "pt", id="in other letters"),
        pytest.param("hi", "hi", id="one that nobody wrote down"),
        pytest.param("tlh", "tlh", id="one of another world"),
        pytest.param("und-Deva", "und-Deva", id="a script"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_language_is_found_by_its_tag(tag: str, code: str) -> None:
    language = get_language(tag)
    assert language.code == code
    assert language.known is (code in OURS)
    assert get_language(tag) is language


def test_of_an_unknown_language_figures_alone_are_seen() -> None:
    unknown = Language("hi")
    assert unknown.find_negators(["not", "nicht"]) == []
    assert unknown.find_numbers(["three", "3", "१४"]) == ["3", "१४"]


# What decides where sentences end may not change under the texts that were split by it: it makes a new splitter.
WORDS = {
    "ar": "6a8c97b3ea0bacf1",
    "de": "ba0920f3ef7fd2d0",
    "en": "5887c3e1ad8ffc10",
    "es": "21da4a2593263053",
    "fr": "52768b0ffb880eb8",
    "it": "605b0a047de9d6e6",
    "ja": "118b265bf5528d29",
    "nl": "82dae5ea2096ba43",
    "pt": "c4ddf27b60c8aab3",
    "zh": "dc8e802616bf11d4",
}


@pytest.mark.parametrize("code", OURS)
def test_the_words_that_end_sentences_are_those_of_the_newest_splitter(code: str) -> None:
    language = LANGUAGES[code]
    words = (language.before_names, language.before_numbers, language.may_end, language.opening_words)
    rest = (language.abbreviated_endings, language.ordinals, language.clipped, language.after_quote)
    decides = (*map(sorted, (*words, language.lone_letters)), *rest)
    assert sha256(repr(decides).encode()).hexdigest()[:16] == WORDS[code]


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("de", "elfmal", "zwölfmal"),
        ("de", "zehnmal", "zwanzigmal"),
        ("de", "hundertmal", "tausendmal"),
        ("de", "elften", "zwölften"),
        ("de", "siebter", "achter"),
        ("de", "dreißigsten", "vierzigsten"),
        ("de", "dreifacher", "vierfacher"),
        ("de", "vervierfacht", "verfünffacht"),
        ("de", "sechstel", "siebtel"),
        ("de", "zweitens", "drittens"),
        ("de", "dreijährige", "vierjährige"),
        ("de", "zweieinhalb", "dreieinhalb"),
        ("nl", "elfmaal", "twaalfmaal"),
        ("nl", "derde", "vierde"),
        ("nl", "twintigste", "dertigste"),
        ("nl", "drievoudige", "viervoudige"),
        ("nl", "verviervoudigd", "vervijfvoudigd"),
        ("fr", "onzième", "douzième"),
        ("fr", "neuvième", "huitième"),
        ("fr", "quadruplé", "quintuplé"),
        ("fr", "quinzaine", "trentaine"),
        ("es", "tercera", "cuarta"),
        ("es", "séptimo", "octavo"),
        ("es", "cuadruplicar", "quintuplicar"),
        ("it", "undicesima", "dodicesima"),
        ("it", "ventitreesimo", "ventiquattresimo"),
        ("it", "settimo", "ottavo"),
        ("it", "quadruplicato", "quintuplicato"),
        ("pt", "terceira", "quarta"),
        ("pt", "sétimo", "oitavo"),
        ("pt", "quadruplicado", "quintuplicado"),
    ],
)
def test_numbers_with_an_ending_are_told_apart(code: str, one: str, other: str) -> None:
    language = LANGUAGES[code]
    first, second = language.find_numbers(tokens(one)), language.find_numbers(tokens(other))
    assert len(first) == len(second) == 1
    assert first != second


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("de", "elfte elften elfter elftes"),
        ("de", "dreifach dreifache dreifachen dreifacher"),
        ("de", "vervierfacht vervierfachte vervierfachten"),
        ("nl", "drievoudig drievoudige"),
        ("fr", "onzième onzièmes"),
        ("fr", "triplé triplée triplés"),
        ("es", "séptimo séptima séptimas"),
        ("it", "undicesimo undicesima undicesimi"),
        ("pt", "sétimo sétima sétimos"),
    ],
)
def test_another_case_is_no_other_number(code: str, forms: str) -> None:
    language = LANGUAGES[code]
    assert len({tuple(language.find_numbers([form])) for form in tokens(forms)}) == 1


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", "einfach einmal manchmal vielfach achten beachten unter weiter Verkehr Mittel Ordner sieben"),
        ("nl", "aarde waarde eenvoudig eenmaal laatste maal tal einde"),
        ("fr", "problème système centre entier premier"),
        ("es", "primero segundo centro nosotros cuarentena"),
        ("it", "primo secondo nessuno non terzino"),
        ("pt", "primeiro segundo não centro"),
    ],
)
def test_words_that_only_look_like_numbers_are_none(code: str, words: str) -> None:
    language = LANGUAGES[code]
    found = [word for word in tokens(words) if language.find_numbers([word]) and word not in language.number_words]
    assert found == []
