"""What stands above a Markdown text between ``---`` (YAML) or ``+++`` (TOML): title, authors, day, address."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from argumap.text.source_facts import SourceFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MARKS: Final = {"---": {"---", "..."}, "+++": {"+++"}}
_KEY: Final = re.compile(r"(?P<key>[A-Za-z][\w-]*)\s*:(?:\s+(?P<value>.*))?")
_ITEM: Final = re.compile(r"\s*-\s+(?:name\s*:\s*)?(?P<value>.*)")
_NAME: Final = re.compile(r"\s+name\s*:\s*(?P<value>.+)")
_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_BETWEEN: Final = re.compile(r"\s*;\s*|\s+(?:and|und|et|y|&)\s+")


class FrontMatter(NamedTuple):
    """So many ``lines`` at the beginning of a text, marks included, and what they say."""

    lines: int
    facts: SourceFacts


def find_front_matter(lines: Sequence[str]) -> FrontMatter | None:
    """The front matter that a text begins with; None where it has none.

    Of YAML only what a person writes there is read: one line a key, lists in brackets or one item a line.
    """
    mark = lines[0].strip() if lines else ""
    if mark not in _MARKS:
        return None
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() in _MARKS[mark]), 0)
    held = lines[1:end]
    if not end or (mark == "---" and any(_is_prose(line) for line in held)):
        return None
    told = dict(_read_yaml(held)) if mark == "---" else _read_toml(held)
    return None if told is None else FrontMatter(end + 1, _make_facts(told))


def _is_prose(line: str) -> bool:
    bare = line.strip()
    return bool(bare) and ":" not in bare and not bare.startswith(("-", "#"))


def _read_yaml(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    key, values = "", list[str]()
    for line in lines:
        if match := _KEY.fullmatch(line.rstrip()):
            yield key, values
            key, values = match["key"].casefold(), _split(match["value"] or "")
        elif match := _ITEM.fullmatch(line) or _NAME.fullmatch(line):
            values = [*values, _bare(match["value"])]
    yield key, values


def _split(value: str) -> list[str]:
    plain = value.strip()
    if plain.startswith("[") and plain.endswith("]"):
        return [bare for part in plain[1:-1].split(",") if (bare := _bare(part))]
    return [bare] if (bare := _bare(plain)) else []


def _bare(value: str) -> str:
    plain = value.strip()
    quoted = len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'"
    return plain[1:-1] if quoted else plain.partition(" #")[0].strip()


def _read_toml(lines: Sequence[str]) -> dict[str, list[str]] | None:
    try:
        written: Mapping[str, object] = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return None
    return {
        key.casefold(): [str(part) for part in (value if isinstance(value, list) else [value])]
        for key, value in written.items()
        if not isinstance(value, dict)
    }


def _make_facts(told: Mapping[str, list[str]]) -> SourceFacts:
    def one(*keys: str) -> str:
        return next((told[key][0] for key in keys if told.get(key)), "")

    authors = next((told[key] for key in ("authors", "author", "by", "byline") if told.get(key)), [])
    names = tuple(name for each in authors for name in _BETWEEN.split(each) if name)
    return SourceFacts(
        title=one("title"),
        authors=names,
        published=_find_day(one("date", "published", "pubdate")),
        url=one("canonical_url", "canonical", "url")
        if one("canonical_url", "canonical", "url")[:4] == "http"
        else "",
        publisher=one("publisher", "publication"),
        aside=True,
    )


def _find_day(written: str) -> str:
    match = _DAY.match(written)
    if match and len(match[0]) == len("2031-01-02"):
        try:
            return date.fromisoformat(match[0]).isoformat()
        except ValueError:
            return ""
    return match[0] if match else ""
