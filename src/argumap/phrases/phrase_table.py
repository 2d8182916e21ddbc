"""Phrases by key in one language, with named places to fill in, and a form for none, one, two and many."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

HERE = Path(__file__).parent
LANGUAGE_FILES: Mapping[str, Path] = {path.stem: path for path in sorted(HERE.glob("*.toml"))}
"""The languages that argumap speaks, by their code."""

MANY = "many"
FORMS: Mapping[object, str] = {0: "none", 1: "one", 2: "two"}
"""The forms of a phrase that counts, by the number; what has no form of its own is told like ``MANY``."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
_WRITTEN_LEFTWARDS = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})


class Phrases:
    """All phrases of the language ``code``: a text, or its forms where it counts. Its file is read when needed."""

    def __init__(self, code: str, phrases: Mapping[str, str | Mapping[str, str]] | None = None) -> None:
        self.code = code
        self._given = phrases

    @cached_property
    def phrases(self) -> Mapping[str, str | Mapping[str, str]]:
        """Every phrase by its key."""
        return _read(self.code) if self._given is None else self._given

    def say(self, key: str, **values: object) -> str:
        """The phrase ``key`` with ``values`` in its places; the number ``n`` chooses its form.

        >>> get_phrases("de").say("counts.claims", n=2000)
        '2.000 Aussagen'
        """
        pattern = self.get_pattern(key, values.get("n"))
        return pattern.format(**self.write(values)) if values else pattern

    def get_pattern(self, key: str, count: object = None) -> str:
        """The phrase as it stands in the file, in the form for ``count``."""
        phrase = self.phrases.get(key)
        if phrase is None:
            raise KeyError(
                f"no phrase is called {key!r}: write it into {', '.join(map(str, LANGUAGE_FILES.values()))}"
            )
        if isinstance(phrase, str):
            return phrase
        return phrase.get(FORMS.get(count, MANY), phrase[MANY])

    def write(self, values: Mapping[str, object]) -> dict[str, object]:
        """``values`` with numbers as the language writes them."""
        return {
            name: self.write_number(value) if isinstance(value, (int, float)) else value
            for name, value in values.items()
        }

    def write_number(self, number: float) -> str:
        """``number`` with the language's marks between thousands and before decimals."""
        text = f"{number:,}" if isinstance(number, int) else f"{number:,g}"
        marks = str.maketrans({",": self.say("grammar.thousands"), ".": self.say("grammar.decimal")})
        return text.translate(marks)

    def write_date(self, date: str) -> str:
        """A date, or the beginning of one, as ISO 8601 has it, in the language's words; what is none stays.

        >>> get_phrases("en").write_date("2027-04-17"), get_phrases("de").write_date("2027-04")
        ('17 April 2027', 'April 2027')
        """
        if not _DATE.fullmatch(date):
            return date
        year, month, day = (*date.split("-"), "", "")[:3]
        if not month:
            return year
        name = self.say("dates.months").split()[int(month) - 1]
        return self.say("dates.day" if day else "dates.month", year=year, month=name, day=day.lstrip("0"))

    def join(self, words: Sequence[str], last: str = "grammar.and") -> str:
        """``a``, ``a and b``, ``a, b and c``; nothing for no words."""
        *rest, end = words or [""]
        return self.say(last, first=self.say("grammar.comma").join(rest), last=end) if rest else end

    def quote(self, words: str) -> str:
        """``words`` between the language's quotation marks; marks of their own become the inner ones."""
        marks = self.say("grammar.quotes")
        return f"{marks[0]}{words.translate(str.maketrans('“”', marks[2:]))}{marks[1]}"

    def pick(self, keys: frozenset[str]) -> dict[str, str | Mapping[str, str]]:
        """The phrases called one of ``keys``, or as one begins that ends with a full stop, as plain data."""
        beneath = tuple(key for key in keys if key.endswith("."))
        return {key: phrase for key, phrase in self.phrases.items() if key in keys or key.startswith(beneath)}


def find_direction(tag: str) -> str:
    """``rtl`` for the tag of a language that is written from right to left, else ``ltr``."""
    first, *parts = tag.casefold().split("-")
    leftwards = first in _WRITTEN_LEFTWARDS or not {"arab", "hebr"}.isdisjoint(parts)
    return "rtl" if leftwards and "latn" not in parts else "ltr"


def get_phrases(tag: str) -> Phrases:
    """The phrases for the tag of a language: those of ``de`` for ``de-AT``, English where there are none."""
    code = tag.casefold().partition("-")[0]
    return Phrases(code) if code in LANGUAGE_FILES else ENGLISH


ENGLISH = Phrases("en")


@lru_cache
def _read(code: str) -> Mapping[str, str | Mapping[str, str]]:
    from tomllib import loads

    return dict(_flatten(loads(LANGUAGE_FILES[code].read_text(encoding="utf-8"))))


def _flatten(table: Mapping[str, object], path: str = "") -> Iterator[tuple[str, str | Mapping[str, str]]]:
    for name, value in table.items():
        if isinstance(value, str) or (isinstance(value, dict) and MANY in value):
            yield path + name, value
        elif isinstance(value, dict):
            yield from _flatten(value, f"{path}{name}.")
