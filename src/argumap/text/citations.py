"""Citations as reference managers hand them out, BibTeX and CSL JSON, and what they say of a document."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from argumap.errors import CallError
from argumap.text.source_facts import SourceFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_FIELD = re.compile(r"\s*([A-Za-z][\w:.+-]*)\s*=\s*")
_KEY = re.compile(r"\s*([^\s,{}()=\"#%]+)\s*(?:,|(?=[})]))")
_SPACE = re.compile(r"\s*")
_BARE = re.compile(r"[^\s,#{}()\"]+")
_ACCENT = re.compile(r"\\([`'^\"~=.uvHcdbkr])\s*\{?\s*(\\?[A-Za-z])\s*\}?")
_LETTER = re.compile(r"\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|th|TH|dh|DH)(?![A-Za-z])\s*(?:\{\})?")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DEEPEST: Final = 100
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ACCENTS: Final = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328",
    "r": "\u030a",
}  # fmt: skip
_LETTERS: Final = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð",
}  # fmt: skip
_PUBLISHERS: Final = (
    "publisher",
    "journal",
    "journaltitle",
    "institution",
    "school",
    "organization",
    "howpublished",
)


@dataclass(frozen=True, slots=True)
class SourceCitation:
    """What a file of references says of one document, under the ``key`` that it has there."""

    key: str
    facts: SourceFacts


def parse_citations(text: str, name: str) -> list[SourceCitation]:
    """The citations of a text, BibTeX or CSL JSON as its first sign tells.

    Raises `CallError` with a line for each mistake: file, line, what is wrong and how to put it right.
    """
    body = text.removeprefix("\ufeff")
    if body.lstrip()[:1] in {"[", "{"}:
        return _parse_csl(body, name)
    reader = _BibtexReader(body, name)
    found = [SourceCitation(key, _from_bibtex(fields)) for key, fields in reader.read()]
    if not found and not reader.mistakes:
        reader.mistakes.append(f"{name}: there is no entry, as `@article{{key, title = {{…}}}}`, nor CSL JSON")
    if reader.mistakes:
        raise CallError("\n".join(reader.mistakes))
    return found


@dataclass
class _BibtexReader:
    text: str
    name: str
    mistakes: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=lambda: {month: month for month in _MONTHS})

    def read(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        at = 0
        while entry := _ENTRY.search(self.text, at):
            at = entry.end()
            kind, closing = entry[1].casefold(), "}" if entry[2] == "{" else ")"
            if kind in {"comment", "preamble"}:
                continue
            key = None if kind == "string" else _KEY.match(self.text, at)
            if kind != "string" and key is None:
                self._complain(at, f"the entry has no key; write `@{kind}{{key, title = {{…}}}}`")
                continue
            fields, at = self._fields(key.end() if key else at, closing)
            if kind == "string":
                self.words |= fields
            elif key is not None:
                yield key[1], fields

    def _fields(self, at: int, closing: str) -> tuple[dict[str, str], int]:
        fields: dict[str, str] = {}
        while found := _FIELD.match(self.text, at):
            value, at = self._value(found.end(), found[1])
            fields[found[1].casefold()] = value
            comma = re.compile(r"\s*,").match(self.text, at)
            if comma is None:
                break
            at = comma.end()
        end = re.compile(r"\s*" + re.escape(closing)).match(self.text, at)
        if end is None:
            self._complain(
                at, f"the entry is not closed, or a comma is missing between two fields; end it with {closing}"
            )
            return fields, max(at, 0)
        return fields, end.end()

    def _value(self, at: int, name: str) -> tuple[str, int]:
        parts: list[str] = []
        while True:
            at = _end_of(_SPACE, self.text, at)
            sign = self.text[at : at + 1]
            if sign in {"{", '"'}:
                end = self._end(at, sign)
                if end < 0:
                    self._complain(
                        at, f"the value of {name} is not closed; end it with {'}' if sign == '{' else sign}"
                    )
                    return "", len(self.text)
                parts.append(self.text[at + 1 : end])
                at = end + 1
            elif bare := _BARE.match(self.text, at):
                parts.append(self.words.get(bare[0].casefold(), bare[0]))
                at = bare.end()
            else:
                self._complain(at, f"{name} has no value; write `{name} = {{…}}`")
                return "", at
            more = re.compile(r"\s*#\s*").match(self.text, at)
            if more is None:
                return "".join(parts), at
            at = more.end()

    def _end(self, at: int, sign: str) -> int:
        """Where the value that opens at ``at`` ends, over what is nested in it; -1 where it does not."""
        depth = 0
        for n in range(at + 1, len(self.text)):
            letter = self.text[n]
            if self.text[n - 1] == "\\" and letter in "{}":
                continue
            if depth == 0 and letter == ("}" if sign == "{" else '"'):
                return n
            depth += (letter == "{") - (letter == "}")
            if depth < 0 or depth > _DEEPEST:
                return -1
        return -1

    def _complain(self, at: int, what: str) -> None:
        before = self.text[:at]
        line, column = before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
        self.mistakes.append(f"{self.name}:{line}:{column}: {what}")


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _from_bibtex(fields: Mapping[str, str]) -> SourceFacts:
    def plain(name: str) -> str:
        return _plain(fields.get(name, ""))

    title = ": ".join(filter(None, (plain("title"), plain("subtitle"))))
    year, month, day = plain("year"), plain("month").casefold()[:3], plain("day")
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
    return SourceFacts(
        title=title,
        authors=tuple(_find_names(fields.get("author") or fields.get("editor") or "")),
        published=_find_date(plain("date")) or _write_date(year, number, int(day) if day.isdigit() else 0),
        url=_find_url(plain("url") or plain("howpublished")),
        publisher=next((plain(name) for name in _PUBLISHERS if plain(name) and not _find_url(plain(name))), ""),
        doi=_find_doi(plain("doi")),
    )


def _find_names(written: str) -> Iterator[str]:
    for name in re.split(r"\s+and\s+(?![^{]*\})", " ".join(written.split())):
        if name.startswith("{") and name.endswith("}"):  # a body has no first name
            yield _plain(name)
            continue
        last, *rest = (_plain(part) for part in re.split(r",\s*(?![^{]*\})", name))
        # "von Brook, Jr., Ana": the first name comes last.
        if told := " ".join(filter(None, [rest[-1] if rest else "", last, *rest[:-1]])):
            yield "and others" if told == "others" else told


def _plain(written: str) -> str:
    """The words of a value without the marks of TeX; letters with accents are made whole."""
    told = _ACCENT.sub(lambda m: normalize("NFC", m[2].removeprefix("\\") + _ACCENTS[m[1]]), written)
    told = _LETTER.sub(lambda m: _LETTERS[m[1]], told)
    told = re.sub(r"\\([&%$#_{}])", r"\1", told) if "{" not in told else re.sub(r"\\([&%$#_])", r"\1", told)
    told = _COMMAND.sub("", told).replace("---", "—").replace("--", "–").replace("~", " ")
    told = told.replace("``", "“").replace("''", "”")
    return " ".join(re.sub(r"[{}]", "", told).split())


def _find_date(written: str) -> str:
    found = re.match(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?", written)
    return _write_date(found[1], int(found[2] or 0), int(found[3] or 0)) if found else ""


def _write_date(year: str, month: int, day: int) -> str:
    if not re.fullmatch(r"\d{4}", year):
        return ""
    month = month if 1 <= month <= 12 else 0
    return year + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and 1 <= day <= 31 else "")


def _find_url(written: str) -> str:
    found = re.search(r"https?://[^\s{}]+", written)
    return found[0] if found else ""


def _find_doi(written: str) -> str:
    found = _DOI.search(written)
    return found[0] if found else ""


# CSL JSON -----------------------------------------------------------------------------------------------------


def _parse_csl(text: str, name: str) -> list[SourceCitation]:
    try:
        data: object = json.loads(text)
    except RecursionError:
        raise CallError(f"{name} nests too deep to be a list of references") from None
    except ValueError as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        raise CallError(
            f"{name}:{line}:{column}: this is no JSON; export the references as CSL JSON again"
        ) from error
    listed = data if isinstance(data, list) else [data]
    items = [item for item in listed if isinstance(item, dict) and item.get("title")]
    if not items or len(items) < len(listed):
        raise CallError(f"{name}: each reference of CSL JSON has a `title`, and one of these has none; add it")
    return [SourceCitation(str(item.get("id", "")), _from_csl(item)) for item in items]


def _from_csl(item: Mapping[str, object]) -> SourceFacts:
    def told(name: str) -> str:
        value = item.get(name)
        return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""

    return SourceFacts(
        title=told("title"),
        authors=tuple(_csl_names(item.get("author") or item.get("editor"))),
        published=_csl_date(item.get("issued")),
        url=_find_url(told("URL")),
        publisher=told("publisher") or told("container-title"),
        doi=_find_doi(told("DOI")),
    )


def _csl_names(people: object) -> Iterator[str]:
    for person in people if isinstance(people, list) else []:
        if not isinstance(person, dict):
            continue
        parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
        name = person.get("literal") or " ".join(str(person[part]) for part in parts if person.get(part))
        if told := " ".join(str(name).split()):
            yield told


def _csl_date(issued: object) -> str:
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(part) for part in first if str(part).isdigit()][:3]
    if numbers:
        year, month, day = (*numbers, 0, 0)[:3]
        return _write_date(str(year), month, day)
    return _find_date(str(issued.get("raw") or issued.get("literal") or ""))
