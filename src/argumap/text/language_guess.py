"""Which language a text is written in: told by its script, and by the share of a language's small words in it."""

from __future__ import annotations

import re
from typing import Final

from argumap.text.languages import LANGUAGES, Language

# So many characters tell the language of a text, and so many words are needed to tell it at all.
_SAMPLE = 20_000
_FEW = 8
_ENOUGH = 25
# In running text a third to a half of the words are small ones; names and figures leave some of that.
_SHARE = 0.16
_SHARE_OF_A_FEW = 0.25
# A word of Chinese or Japanese has one or two characters, one in an alphabet five or six.
_WEIGHT = 3

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_MARKS = re.compile(r"<[^<>]{1,300}>|https?://\S+")
_SCRIPTS: Final = {
    "und-Latn": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
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

# Languages that are told from those of ours, lest one of them be taken for its neighbour.
_OTHERS: Final = {
    "af": "die en van het is in nie dat op vir met was sy hy ek jy ons hulle deur aan maar ook word om te as by",
    "ca": (
        "el la els les i de que en un una per amb no és són del al dels als va ser com més però aquest "
        "aquesta hi ha"
    ),
    "cs": (
        "a se na v je že s z do i o k jsem jako by ale pro od za po si tak jeho není jsou byl byla bylo které "
        "který"
    ),
    "da": (
        "og i at det er en til på de som for af den med der ikke har et var jeg vi kan men om så sig fra ved eller"
    ),
    "fi": (
        "ja on ei että se oli hän mutta ovat kun niin kuin myös joka tai jos vain sen ole mitä nyt olla hänen sitä"
    ),
    "gl": (
        "o a os as e de do da que en un unha non é por para con se na no máis pero como foi dos das á ao unha son"
    ),
    "hr": "i je u na se da za su od s a o kao koji koja koje nije bi ali iz do ne te što sam ili bio bila bilo",
    "hu": "a az és hogy nem is egy van volt de ez ha csak azt már meg mint még ki vagy lesz ezt el nincs akkor",
    "id": "yang dan di dengan untuk tidak ini itu dari dalam akan pada juga ke karena ada oleh kami mereka atau",
    "no": (
        "og i at det er en til på som for av den med ikke har et var jeg vi kan men om så seg fra ved eller de"
    ),
    "pl": (
        "i w nie na się z do to że jest o jak ale po co tak od za przez są był była było oraz dla czy tylko "
        "już ich"
    ),
    "ro": (
        "și în de la a cu pe nu o un că din se este mai pentru sau care au fost sunt dar ce al ale lui către prin"
    ),
    "sv": (
        "och i att det är en till på de som för av den med inte har ett var jag vi kan men om så sig från vid "
        "eller"
    ),
    "tr": "ve bir bu da de için ile çok daha olarak gibi olan ne en ama kadar sonra var değil her o ki mi mı",
    "vi": "và của là có không được cho với các một những này trong người đã khi từ đến như để thì ở ra về",
}


def guess_language(text: str) -> str:
    """The BCP 47 tag of the language that ``text`` is written in, "" where it is too short to tell.

    Where only the script is known, the tag is ``und`` (some language) with that of the script.
    """
    sample = _MARKS.sub(" ", text[:_SAMPLE])
    script = _find_script(sample)
    if script == "und-Latn":
        return _find_latin([word.casefold() for word in _WORD.findall(sample)])
    return _find_arabic(sample) if script == "ar" else script


def _find_script(sample: str) -> str:
    if sample.isascii():
        return "und-Latn"
    counts = {script: len(letters.findall(sample)) for script, letters in _SCRIPTS.items()}
    kana = counts.pop("ja")
    counts["zh"] = _WEIGHT * (counts["zh"] + kana)
    script = max(counts, key=counts.__getitem__)
    return "ja" if script == "zh" and kana > _KANA_SHARE * counts["zh"] / _WEIGHT else script


def _find_latin(words: list[str]) -> str:
    if len(words) < _FEW:
        return ""
    known = {code: language.stop_words for code, language in LANGUAGES.items() if language.spaced}
    others = {code: frozenset(listed.split()) for code, listed in _OTHERS.items()}
    shares = {code: sum(word in small for word in words) / len(words) for code, small in (known | others).items()}
    # Of two that fit alike it is one of ours, whose lists are longer for that.
    best = max(shares, key=lambda code: (shares[code], code in known))
    if len(words) < _ENOUGH:
        return best if shares[best] >= _SHARE_OF_A_FEW else ""
    return best if shares[best] >= _SHARE else "und-Latn"


def _find_arabic(sample: str) -> str:
    """Arabic, unless letters that only Persian or Urdu write outnumber those that only Arabic does."""
    persian, urdu = len(_PERSIAN.findall(sample)), len(_URDU.findall(sample))
    if persian + urdu <= len(_ARABIC.findall(sample)):
        return LANGUAGES["ar"].code
    return "ur" if urdu else "fa"


def name_language(language: Language) -> str:
    """What English calls a language, or its tag where that is not known."""
    return language.name or f"the language {language.code}"
