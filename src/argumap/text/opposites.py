"""Words by which a sentence turns: *rise* and *fall*, *most* and *few*, *first* and *second*; what *denies* it.

A language has its list in ``languages/CODE.opposites.txt``. Where there is none, nothing is known of its words.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argumap.text.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.text.languages import Language

# Words that were looked up stay at hand; a text in which every word is a new one does not fill the memory.
_KNOWN = 50_000


class TurningWord(NamedTuple):
    """A word of a class of opposites: words of one class and another ``side`` turn the sentence.

    A word that denies by itself is of the class "".
    """

    opposites: str
    side: int = 0


DENIAL = TurningWord("")

# Endings that a plain form is found beneath, and what stood in their place.
_ENDINGS = (
    ("'s", ("",)),
    ("ies", ("y", "ie")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y", "ie")),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("iest", ("y",)),
    ("est", ("", "e")),
    ("ier", ("y",)),
    ("er", ("", "e")),
    ("ily", ("y",)),
    ("ly", ("", "le")),
)
_LEAST_STEM = 2


def find_turning_words(words: Sequence[str], language: str) -> list[TurningWord] | None:
    """The turning words among the tokens of a sentence, in order; None for a language without a list."""
    known = read_opposites(language)
    if known is None:
        return None
    found: list[TurningWord] = []
    skip = False
    for word, after in zip(words, [*words[1:], ""], strict=True) if words else ():
        if skip:
            skip = False
        elif after in known.seconds and (pair := known.find_pair(word, after)):
            found += pair
            skip = True
        else:
            found += known.find(word)
    return found


def find_denials(words: Sequence[str], language: Language) -> list[str]:
    """The tokens of a sentence that deny something: its negators, and words that deny by themselves."""
    found = set(language.find_negators(words))
    return [w for w in words if w in found or DENIAL in (find_turning_words([w], language.code) or ())]


def find_turned(ours: Sequence[str], theirs: Sequence[str], language: Language) -> tuple[str, str] | None:
    """A word of each of two sentences that are opposites, where neither sentence has both."""
    a, b = _sides(ours, language), _sides(theirs, language)
    for (opposites, side), word in a.items():
        against = [(turn, other) for turn, other in b.items() if turn[0] == opposites and turn[1] != side]
        if against and (opposites, side) not in b and against[0][0] not in a:
            return word, against[0][1]
    return None


def _sides(words: Sequence[str], language: Language) -> dict[tuple[str, int], str]:
    return {
        (turn.opposites, turn.side): word
        for word in words
        for turn in find_turning_words([word], language.code) or ()
        if turn.opposites
    }


@cache
def read_opposites(language: str) -> Opposites | None:
    """The list of a language, None where there is none."""
    path = Path(__file__).parent / "languages" / f"{language}.opposites.txt"
    return Opposites(path.read_text("utf-8")) if language in LANGUAGES and path.is_file() else None


class Opposites:
    """The turning words of a language; ``seconds`` are those that a pair of words may end with.

    ``looked_up`` keeps what was found of words in any form, for a while.
    """

    def __init__(self, text: str) -> None:
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        denials, exceptions = lines.index("[denials]"), lines.index("[no denials]")
        self.words: dict[str, tuple[TurningWord, ...]] = {}
        for line in lines[1:denials]:
            sides = line.split("|")
            name = sides[0].split()[0]
            for side, listed in enumerate(sides):
                self._add(listed.split(), TurningWord(name, side))
        self._add(" ".join(lines[denials + 1 : exceptions]).split(), DENIAL)
        self._plain = frozenset(" ".join(lines[exceptions + 1 :]).split())
        self.seconds = frozenset(word.partition("_")[2] for word in self.words if "_" in word)
        self.looked_up: dict[str, tuple[TurningWord, ...]] = {}

    def _add(self, words: Sequence[str], turning: TurningWord) -> None:
        for word in words:
            self.words[word] = (*self.words.get(word, ()), turning)

    def find(self, word: str) -> tuple[TurningWord, ...]:
        """What ``word`` turns, in any of its forms."""
        found = self.looked_up.get(word)
        if found is None:
            if len(self.looked_up) >= _KNOWN:
                self.looked_up.clear()
            found = self.looked_up[word] = self._search(word)
        return found

    def find_pair(self, word: str, after: str) -> tuple[TurningWord, ...]:
        """What two words turn together, as *turned down* does."""
        return next((self.words[p] for f in base_forms(word) if (p := f"{f}_{after}") in self.words), ())

    def _search(self, word: str) -> tuple[TurningWord, ...]:
        forms = dict.fromkeys(base_forms(word))
        found = tuple(dict.fromkeys(turning for form in forms for turning in self.words.get(form, ())))
        for amount, prefix in enumerate(("over", "under")):
            if word.startswith(prefix) and word != prefix:
                found = (*found, TurningWord(f"over {word.removeprefix(prefix)}", amount))
        if DENIAL not in found and self._is_denied(word):
            found = (*found, DENIAL)
        return found

    def _is_denied(self, word: str) -> bool:
        if not word.startswith("un") or word.startswith("under") or len(word) <= len("under"):
            return False
        return self._plain.isdisjoint(base_forms(word))


def base_forms(word: str) -> Iterator[str]:
    """``word``, then the words that it may be a form of: *stopped* of *stop*, *safer* of *safe*."""
    yield word
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST_STEM:
            yield from (stem + letters for letters in instead)
            if stem[-1] == stem[-2]:
                yield stem[:-1]
