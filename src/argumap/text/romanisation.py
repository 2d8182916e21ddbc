"""Letters of other scripts in those of English: Cyrillic, Greek, Arabic, Hebrew, kana, Hangul and Latin ones."""

from __future__ import annotations

from functools import cache
from typing import Final
from unicodedata import category, combining, name, normalize

# By pronunciation, as names of places are commonly written; an id is to be read, not to be turned back. A letter
# without a sound of its own has a stroke.
_WRITTEN: Final = """
    а a  б b  в v  г g  д d  е e  ж zh  з z  и i  й y  к k  л l  м m  н n  о o  п p  р r  с s  т t  у u
    ф f  х kh  ц ts  ч ch  ш sh  щ shch  ъ _  ы y  ь _  э e  ю yu  я ya  і i  ї yi  є ye  ґ g  ў u  ј j
    љ lj  њ nj  ћ c  ђ dj  џ dz  ѕ dz  ќ k  ѓ g
    α a  β v  γ g  δ d  ε e  ζ z  η i  θ th  ι i  κ k  λ l  μ m  ν n  ξ x  ο o  π p  ρ r  σ s  τ t  υ y
    φ f  χ ch  ψ ps  ω o  ς s
    ا a  ب b  ت t  ث th  ج j  ح h  خ kh  د d  ذ dh  ر r  ز z  س s  ش sh  ص s  ض d  ط t  ظ z  ع a  غ gh
    ف f  ق q  ك k  ل l  م m  ن n  ه h  و w  ي y  ى a  ة a  ء _  أ a  إ i  آ a  ؤ w  ئ y  پ p  چ ch  ژ zh
    گ g  ک k
    א a  ב b  ג g  ד d  ה h  ו v  ז z  ח ch  ט t  י y  כ k  ך k  ל l  מ m  ם m  נ n  ן n  ס s  ע a  פ p
    ף f  צ ts  ץ ts  ק k  ר r  ש sh  ת t
    ø o  ł l  đ d  ð d  þ th  æ ae  œ oe  ı i  ħ h  ŋ ng
"""
_LETTERS: Final = dict(zip(_WRITTEN.split()[::2], _WRITTEN.split()[1::2], strict=True))
# The names of kana and of Hangul syllables end in how they sound: HIRAGANA LETTER KA.
_SOUNDED: Final = ("HIRAGANA LETTER ", "KATAKANA LETTER ", "HANGUL SYLLABLE ")


def romanise(text: str) -> str:
    """``text`` in small English letters as far as its own have a sound; the others, such as Han, stay."""
    return text if text.isascii() else "".join(map(_sound, text.casefold()))


@cache
def _sound(letter: str) -> str:
    if letter.isascii() or category(letter)[0] not in "LM":
        return letter
    bare = "".join(c for c in normalize("NFKD", letter) if not combining(c)).casefold()
    found = _LETTERS.get(letter) or _LETTERS.get(bare)
    if found is not None:
        return found.replace("_", "")
    told = name(letter, "")
    sound = next((told.removeprefix(kind) for kind in _SOUNDED if told.startswith(kind)), "")
    return sound.removeprefix("SMALL ").casefold() or letter
