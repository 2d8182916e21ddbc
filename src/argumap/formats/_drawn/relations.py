"""What the words and colours on arrows and nodes mean; a word that is not here means nothing."""

from __future__ import annotations

import re
from colorsys import rgb_to_hls
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from argumap.formats._acts import ACT_WORDS
from argumap.formats._sides import find_side
from argumap.model import Act, Bearing, Effect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SIGNS: Final = frozenset(map(str, Bearing))
ACTS: Final = frozenset(map(str, Act))
EFFECTS: Final = frozenset(map(str, Effect))

_MEANINGS: Final = {
    "supports": (
        "backs|justifies|proves|evidence for|therefore|so|hence|thus|implies|entails|agrees with|confirms|"
        "✓|✔|👍|also|daher|deshalb|folglich|"
        "spricht für|begründet|donc|por tanto|por lo tanto|dunque|quindi|dus|portanto"
    ),
    "attacks": (
        "objects to|disagrees with|disputes|denies|challenges|but|however|conflict|counters|✗|✘|👎|"
        "aber|spricht gegen|widerlegt|mais|réfute|pero|ma|maar|mas"
    ),
    "undercuts": "undermines",
    "premise": "premise|premises|prämisse|prémisse|premisa|premessa",
    "answers": "answer|answers|answers to|responds to|response to|position on|antwortet auf|répond à|responde a",
    "about": "about|is about|concerning|über",
    "contradicts": (
        "contradicts|contradiction|contradictory|contrary|contrary to|conflicts|conflicts with|"
        "incompatible|incompatible with|widerspricht|contredit|contradice|spreekt tegen"
    ),
    "rephrases": "rephrases|rephrase|restates|paraphrases|same as|equivalent|equivalent to|rephrasing of",
    "compares": "compares|compare",
    "broader": "broader|is a|part of|kind of",
    "affiliation": "affiliation|member of|belongs to|works for",
    "in": "in|source|cites|see|from",
    # The words of the others say what a claim does to a claim as well.
    **{act: words for act, words in ACT_WORDS.items() if act not in {"endorses", "disputes"}},
    "endorses": "endorses|agrees that|accepts",
    "benefits": "benefits",
    "harms": "harms",
    "wants": "wants",
}
# An arrow that bears one of these leads from what is argued for to the reason.
_TURNED: Final = {
    "supports": "supported by|is supported by|because|since|weil|denn|parce que|car|porque|perché|omdat",
    "attacks": "attacked by|is attacked by|opposed by|refuted by|rebutted by",
    "undercuts": "undercut by|is undercut by",
    "answers": "answered by|is answered by",
    "asserts": "asserted by|said by|stated by|claimed by|according to",
}
_KINDS: Final = {
    "claim": (
        "claim|statement|proposition|atom|position|conclusion|idea|thesis|pro|con|i|i-node|answer|evidence|"
        "supporting point|objection|rebuttal|fact|value|policy|prediction|definition"
    ),
    "step": "step|inference|scheme|ra|ca|ra-node|ca-node|relation",
    "issue": "issue|question",
    "stakeholder": "stakeholder|person|speaker|participant|author|organisation|organization|group of people",
    "concept": "concept|topic",
    "source": "source|reference",
}


def _turn_round(meanings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for meaning, words in meanings.items():
        yield from ((word, meaning) for word in words.split("|"))


_MEANING: Final = dict(_turn_round(_MEANINGS))
_MEANING_TURNED: Final = dict(_turn_round(_TURNED))
_KIND: Final = dict(_turn_round(_KINDS))
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINT = re.compile(r"(?<=\w)[_-](?=\w)")
_NUMBER = re.compile(r"[+−-]?[\d.,]+")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE | re.ASCII)
_LONGEST = 60
# Hues of a circle of one; paler and darker ones are grey to the eye.
_REDS, _GREENS = (0.94, 0.055), (0.22, 0.47)
_PALEST = 0.25


def read_relation(word: str) -> tuple[str, bool]:
    """What a word on an arrow means, and whether the arrow is to be read against its direction.

    The meaning is a kind of edge of the exchange shape, "" for a word that is not known.
    """
    plain = _plain(word)
    if plain in _MEANING_TURNED:
        return _MEANING_TURNED[plain], True
    if meaning := _MEANING.get(plain):
        return meaning, False
    side = None if _NUMBER.fullmatch(plain) else find_side(plain)  # a figure on an arrow is a weight
    return str(side or ""), False


def read_kind(word: str) -> str:
    """What kind of node a word names: ``claim``, ``step``, ``issue``, …; "" for a word that is not known."""
    return _KIND.get(_plain(word), "")


def _plain(word: str) -> str:
    if len(word) > _LONGEST:
        return ""
    parted = _JOINT.sub(" ", _HUMP.sub(" ", normalize("NFKC", word)))
    return " ".join(parted.casefold().split()).strip(" .,:;!…\ufe0e\ufe0f")


def read_colour(colour: str) -> str:
    """The bearing that a colour stands for: green supports, red attacks, and any other says nothing."""
    if colour in {"1", "4"}:  # red and green of a canvas
        return "attacks" if colour == "1" else "supports"
    found = _HEX.fullmatch(colour.strip())
    if found is None:
        return ""
    digits = found[1] if len(found[1]) > 3 else "".join(2 * digit for digit in found[1])
    red, green, blue = (int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, _, saturation = rgb_to_hls(red, green, blue)
    if saturation < _PALEST:
        return ""
    if hue >= _REDS[0] or hue <= _REDS[1]:
        return "attacks"
    return "supports" if _GREENS[0] <= hue <= _GREENS[1] else ""
