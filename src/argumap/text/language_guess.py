"""Which language a text is written in: told by its script, and by the share of a language's small words in it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from argumap.text.languages import LANGUAGES
from argumap.text.other_languages import SMALL_WORDS
from argumap.text.sentence_splitter import ENGLISH

# So many characters tell the language of a text, and so many words are needed to tell it at all.
_SAMPLE = 20_000
_FEW = 8
_ENOUGH = 25
# In running text a third to a half of the words are small ones; names and figures leave some of that.
_SHARE = 0.16
_SHARE_OF_A_FEW = 0.25
_SURE = 0.25
# A word of Chinese or Japanese has one or two characters, one in an alphabet five or six.
_WEIGHT = 3

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_MARKS = re.compile(r"<[^<>]{1,300}>|https?://\S+")
_LATIN_SCRIPT: Final = "und-Latn"
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_NOT_LATIN = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u2c80-\U0003ffff]")
_SCRIPTS: Final = {
    _LATIN_SCRIPT: _LATIN,
    "zh": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\u1100-\u11ff\uac00-\ud7af]"),
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "und-Cyrl": re.compile("[\u0400-\u052f]"),
    "hy": re.compile("[\u0530-\u058f]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "und-Deva": re.compile("[\u0900-\u097f]"),
    "und-Beng": re.compile("[\u0980-\u09ff]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "te": re.compile("[\u0c00-\u0c7f]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "my": re.compile("[\u1000-\u109f]"),
    "und-Ethi": re.compile("[\u1200-\u137f]"),
    "km": re.compile("[\u1780-\u17ff]"),
}
_KANA_SHARE = 0.05
_PERSIAN = re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc]")
_URDU = re.compile("[\u0679\u0688\u0691\u06ba\u06d2]")
_ARABIC = re.compile("[\u0643\u0629\u0649\u064a]")


def guess_language(text: str) -> str:
    """The BCP 47 tag of the language that ``text`` is written in, "" where it is too short to tell.

    Where only the script is known, the tag is ``und`` (some language) with that of the script.
    """
    sample = _MARKS.sub(" ", text[:_SAMPLE])
    script = _find_script(sample)
    if script == _LATIN_SCRIPT:
        return _find_latin([word.casefold() for word in _WORD.findall(sample)])
    return _find_arabic(sample) if script == "ar" else script


def _find_script(sample: str) -> str:
    foreign = len(_NOT_LATIN.findall(sample))
    if _WEIGHT * foreign < len(_LATIN.findall(sample)):
        return _LATIN_SCRIPT
    counts = {script: len(letters.findall(sample)) for script, letters in _SCRIPTS.items()}
    kana = counts.pop("ja")
    counts["zh"] = _WEIGHT * (counts["zh"] + kana)
    script = max(counts, key=counts.__getitem__)
    return "ja" if script == "zh" and kana > _KANA_SHARE * counts["zh"] / _WEIGHT else script


def _find_latin(words: list[str]) -> str:
    if len(words) < _FEW:
        return ""
    counts = Counter(words)

    def share(small: frozenset[str]) -> float:
        return sum(counts[word] for word in small & counts.keys()) / len(words)

    # Most texts are English, and then the words of the others need not be read.
    if len(words) >= _ENOUGH and share(LANGUAGES[ENGLISH].stop_words) >= _SURE:
        return ENGLISH
    known = {code: language.stop_words for code, language in LANGUAGES.items() if language.spaced}
    others = {code: frozenset(small.split()) for code, small in SMALL_WORDS.items()}
    shares = {code: share(small) for code, small in (known | others).items()}
    # Of two that fit alike it is one of ours, whose lists are longer for that.
    best = max(shares, key=lambda code: (shares[code], code in known))
    if len(words) < _ENOUGH:
        return best if shares[best] >= _SHARE_OF_A_FEW else ""
    return best if shares[best] >= _SHARE else _LATIN_SCRIPT


def _find_arabic(sample: str) -> str:
    """Arabic, unless letters that only Persian or Urdu write outnumber those that only Arabic does."""
    persian, urdu = len(_PERSIAN.findall(sample)), len(_URDU.findall(sample))
    if persian + urdu <= len(_ARABIC.findall(sample)):
        return LANGUAGES["ar"].code
    return "ur" if urdu else "fa"
