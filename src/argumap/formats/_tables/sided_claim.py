"""What a list of reasons for and against is about, where the table has no claim: a title above it, or its name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from argumap.text import guess_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats._tables.grid import GridRow
    from argumap.formats._tables.sheets import Sheet

_YES = {"de": "Ja", "es": "Sí", "fr": "Oui", "it": "Sì", "nl": "Ja", "pt": "Sim"}
_SAMPLE = 20
_ASKS = ("?", "？")


@dataclass(frozen=True, slots=True)
class SidedClaim:
    """The claim that no row writes out, the ``question`` that it answers, and how it was ``told``.

    ``row`` is the one above the headings that was its title; without one the claim is the mapper's. ``place`` is
    the sheet, where there are several: words change, so a newer table is known by where they stood.
    """

    text: str
    question: str
    told: str
    row: GridRow | None = None
    place: str = ""

    @property
    def origin(self) -> str:
        """What the claim is called where it came from; "" where that is its words."""
        return f"#title {self.place}".rstrip() if self.row else ""

    @property
    def question_origin(self) -> str:
        """The same of the question."""
        return f"#question {self.place}".rstrip()


def find_sided_claim(sheet: Sheet, file: str) -> SidedClaim | None:
    """What the reasons of a table bear on where it has no place for that; None for another table."""
    if not _is_list(sheet.columns):
        return None
    titles = [row for row in sheet.above if sum(bool(cell.strip()) for cell in row.cells) == 1]
    if titles:
        return _read_title(sheet, titles[-1])
    name = " ".join((sheet.grid.name or _name(file)).split())
    if not any(map(str.isalnum, name)):
        return None
    place = f"the sheet {sheet.grid.name!r}" if sheet.grid.name else "the file"
    told = f"no cell says what they are for and against, so a claim was made from the name of {place}: {name!r}"
    return SidedClaim(name, f"{name}?", told, place=sheet.grid.name)


def _is_list(columns: Mapping[str, int]) -> bool:
    """Whether columns tell reasons for and against, and nothing that they are for or against."""
    sides = {"pro", "con"} <= columns.keys() and "text" not in columns
    stated = {"text", "relation"} <= columns.keys()
    return (sides or stated) and {"id", "parent", "parent-text", "question"}.isdisjoint(columns)


def _read_title(sheet: Sheet, row: GridRow) -> SidedClaim:
    place = sheet.grid.name
    words = next(row.cell(n) for n, cell in enumerate(row.cells) if cell.strip())
    if not words.endswith(_ASKS):
        return SidedClaim(
            words, "", f"{row.where} is the claim that they are for and against: {words!r}", row, place
        )
    reasons = (each.cell(n) for each in sheet.rows[:_SAMPLE] for n in sheet.columns.values())
    yes = _YES.get(guess_language(" ".join((words, *reasons))) or "", "Yes")
    told = f"{row.where} is a question, so a claim was made that answers it, for them to bear on: {yes!r}"
    return SidedClaim(f"{yes}: {words}", words, told, row, place)


def _name(file: str) -> str:
    """The name of a file as words: with capitals and spaces as people write them."""
    stem = PurePath(file).stem
    words = stem if " " in stem else stem.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]
