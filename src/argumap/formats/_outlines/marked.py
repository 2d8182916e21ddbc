"""An outline in Markdown (CommonMark's headings and lists) as points, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.formats._outlines.points import OutlinePoint
from argumap.formats._outlines.words import PointWords, read_words
from argumap.formats._sides import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
_ITEM = re.compile(r"([ \t]*)([-+*•]|\d{1,9}[.)])(?:([ \t]+(?:\[[ xX]\][ \t]+)?)(.*))?")
_FENCE = re.compile(r"[ \t]*(```+|~~~+)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_OTHER = re.compile(r"[ \t]*(?:>|\||<!--)")
_BOX = re.compile(r"\[[ xX]\][ \t]+$")
_ERRAND = re.compile(
    r"[*_]{0,3}(?:to[ -]?do|fixme|notes?|n\.?b\.?|sources?|notiz(?:en)?|quellen?)[*_]{0,3}\s*:", re.IGNORECASE
)
# English, then German.
_ASIDE_NAMES = """
open ends, open points, open questions, loose ends, to do, to dos, todo, todos, next steps, notes, note, sources
references, bibliography, further reading
offene punkte, offene fragen, offenes, zu tun, aufgaben, nachste schritte, notizen, anmerkungen, quellen, literatur
"""
_ASIDES = frozenset(re.findall(r"[^,\n]*[^,\s]", _ASIDE_NAMES.replace(", ", ",")))
_TAB = 4
_SIGNS = frozenset({"+", "-"})


@dataclass(slots=True)
class MarkedPoint:
    """A point in its lines, counted from 0: ``prefix`` stands before its ``written`` words, ``suffix`` behind."""

    first: int
    last: int
    prefix: str
    written: str
    level: int
    bullet: str = ""
    suffix: str = ""
    words: PointWords | None = None

    @property
    def where(self) -> str:
        return f"line {self.first + 1}"


@dataclass(slots=True)
class MarkedOutline:
    """A text with its points; ``rest`` are the lines that are none, by the point that they follow (-1: none)."""

    lines: Sequence[str]
    points: list[MarkedPoint] = field(default_factory=list)
    rest: dict[int, list[int]] = field(default_factory=dict)
    title: str = ""
    roots: list[OutlinePoint] = field(default_factory=list)


def parse_outline(text: str) -> MarkedOutline:
    """The points of an outline and how they hang together."""
    outline = MarkedOutline(text.split("\n"))
    _find_points(outline)
    signs = _find_signs(outline.points) if _are_sides(outline.points) else [""] * len(outline.points)
    for point, sign in zip(outline.points, signs, strict=True):
        point.words = read_words(point.written, sign)
    _set_aside(outline)
    _hang(outline)
    return outline


def _are_sides(points: Sequence[MarkedPoint]) -> bool:
    """Whether bullets are sides: one list has both signs, or there are no bullets but a plus and a hyphen.

    A hyphen alone is only a bullet, and some change their bullets from level to level.
    """
    bullets = {point.bullet for point in points if point.bullet}
    if "+" not in bullets or bullets <= _SIGNS:
        return "+" in bullets
    lists: list[MarkedPoint] = []
    for point in points:
        while lists and lists[-1].level > point.level:
            lists.pop()
        if lists and lists[-1].level == point.level and {lists.pop().bullet, point.bullet} == _SIGNS:
            return True
        lists.append(point)
    return False


def _find_signs(points: Sequence[MarkedPoint]) -> list[str]:
    """The bullet of each point that is a side: in an outermost list only where one of it is a plus."""
    signs = [point.bullet if point.bullet in _SIGNS else "" for point in points]
    outermost: list[int] = []
    for n, point in enumerate([*points, None]):
        if point is None or point.level < 0:
            if all(signs[each] != "+" for each in outermost):
                for each in outermost:
                    signs[each] = ""
            outermost = []
        elif not outermost or point.level <= points[outermost[-1]].level:
            outermost.append(n)
    return signs


def _find_points(outline: MarkedOutline) -> None:
    lines = outline.lines
    n = _skip_front_matter(outline)
    fence, joined = "", False
    while n < len(lines):
        line = lines[n]
        found = None if fence else _find_point(lines, n)
        if fence or _FENCE.match(line):
            fence = _follow_fence(fence, line)
            _note_rest(outline, n)
            joined = False
        elif found is not None:
            outline.points.append(found)
            n = found.last
            joined = bool(found.bullet)
        elif not line.strip():
            _note_rest(outline, n)
            joined = False
        elif joined and not _OTHER.match(line) and not _RULE.fullmatch(line):
            point = outline.points[-1]
            point.written, point.last = f"{point.written} {line.strip()}".strip(), n
        else:
            _note_rest(outline, n)
        n += 1


def _follow_fence(fence: str, line: str) -> str:
    """The fence that is open after a line."""
    mark = _FENCE.match(line)
    if not fence:
        return mark[1] if mark else ""
    closes = mark is not None and mark[1].startswith(fence) and not line.strip().strip(fence[0])
    return "" if closes else fence


def _skip_front_matter(outline: MarkedOutline) -> int:
    if not outline.lines or outline.lines[0].strip() != "---":
        return 0
    for n, line in enumerate(outline.lines[1:], 1):
        if line.strip() in {"---", "..."}:
            outline.rest[-1] = [*range(n + 1)]
            return n + 1
    return 0


def _find_point(lines: Sequence[str], n: int) -> MarkedPoint | None:
    """The heading or the item that begins in a line; headings have levels below 0, for all items are deeper."""
    line = lines[n]
    if (found := _HEADING.fullmatch(line)) and found[2]:
        start, end = found.span(2)
        return MarkedPoint(n, n, line[:start], found[2], len(found[1]) - 10, suffix=line[end:])
    if _RULE.fullmatch(line):
        return None
    if (item := _ITEM.fullmatch(line)) and (item[3] or not item[4]):
        words = item[4] or ""
        prefix = line[: len(line) - len(words)] if words else f"{line.rstrip()} "
        return MarkedPoint(n, n, prefix, words.rstrip(), _width(item[1]), bullet=item[2])
    return None if not line.strip() or line.startswith((" ", "\t")) or _OTHER.match(line) else _find_bare(lines, n)


def _find_bare(lines: Sequence[str], n: int) -> MarkedPoint | None:
    """A heading by the line beneath it, or a side that stands over a list with no mark of a heading."""
    line, under = lines[n].strip(), lines[n + 1] if n + 1 < len(lines) else ""
    if _UNDERLINE.fullmatch(under):
        level = 1 if under.strip().startswith("=") else 2
        return MarkedPoint(n, n + 1, "", line, level - 10, suffix=f"\n{under}")
    words = read_words(line)
    return MarkedPoint(n, n, "", line, -1) if words.side is not None and not words.text else None


def _width(indent: str) -> int:
    width = 0
    for sign in indent:
        width += 1 if sign == " " else _TAB - width % _TAB
    return width


def _note_rest(outline: MarkedOutline, n: int) -> None:
    outline.rest.setdefault(len(outline.points) - 1, []).append(n)


def _set_aside(outline: MarkedOutline) -> None:
    """Take to-dos and notes, with all beneath them, out of the points, for they say nothing in the debate."""
    points = outline.points
    kept: list[MarkedPoint] = []
    rest = {-1: outline.rest.get(-1, [])}
    within: int | None = None
    for n, point in enumerate(points):
        if within is not None and point.level <= within:
            within = None
        if within is None and _may_be_aside(point) and not _is_argued(points, n):
            within = point.level
        lines = outline.rest.get(n, [])
        if within is None:
            kept.append(point)
        else:
            lines = [*range(point.first, point.last + 1), *lines]
        if lines:
            rest.setdefault(len(kept) - 1, []).extend(lines)
    if kept:
        outline.points, outline.rest = kept, {n: lines for n, lines in rest.items() if lines}


def _may_be_aside(point: MarkedPoint) -> bool:
    if point.level < 0:
        return plain(point.written) in _ASIDES
    if _ERRAND.match(point.written):
        return True
    return point.bullet != "+" and bool(_BOX.search(point.prefix)) and read_words(point.written).side is None


def _is_argued(points: Sequence[MarkedPoint], n: int) -> bool:
    """Whether beneath a point something is said to be for or against, or a heading stands."""
    for point in points[n + 1 :]:
        if point.level <= points[n].level:
            return False
        if point.level < 0 or read_words(point.written).side is not None:
            return True
    return False


def _hang(outline: MarkedOutline) -> None:
    """Put every point beneath the one before it that is less deep; a first heading above all may be the title."""
    open_: list[tuple[int, OutlinePoint]] = []
    hung: list[OutlinePoint] = []
    for n, point in enumerate(outline.points):
        assert point.words is not None  # noqa: S101 - `parse_outline` read them
        if point.level >= 0 and any(outline.lines[line].strip() for line in outline.rest.get(n - 1, ())):
            ends = [line for line in outline.rest[n - 1] if outline.lines[line].strip()]
            if not outline.lines[ends[-1]].startswith((" ", "\t")):  # text at the margin ends a list
                open_ = [each for each in open_ if each[0] < 0]
        while open_ and open_[-1][0] >= point.level:
            open_.pop()
        made = OutlinePoint(point.words, point.where)
        hung.append(made)
        (open_[-1][1].beneath if open_ else outline.roots).append(made)
        open_.append((point.level, made))
    _find_title(outline)


def _find_title(outline: MarkedOutline) -> None:
    """Take the only outermost heading for the title, unless it is a question or has sides right beneath it."""
    if len(outline.roots) != 1 or outline.points[0].level >= 0:
        return
    [root] = outline.roots
    if root.words.asks:
        outline.title = root.words.text
    elif root.words.side is None and _is_heading_of(root.beneath):
        outline.title = root.words.text
        outline.roots = root.beneath


def _is_heading_of(points: Sequence[OutlinePoint]) -> bool:
    """Whether a heading over ``points`` is their title and no claim: some ask, or none is for or against."""
    sided = any(point.words.side is not None for point in points)
    return bool(points) and (any(point.words.asks for point in points) or not sided)


def tell_rest(outline: MarkedOutline) -> Iterator[str]:
    """Where text stands that is no point, each paragraph once."""
    last = -2
    for n in sorted(line for lines in outline.rest.values() for line in lines):
        if outline.lines[n].strip():
            if n != last + 1:
                yield f"line {n + 1}"
            last = n


def rewrite(point: MarkedPoint, text: str) -> str:
    """The lines of a point with other words in it, as `write_text` writes them."""
    assert point.words is not None  # noqa: S101 - `parse_outline` read them
    start, end = point.words.start, point.words.end
    return f"{point.prefix}{point.written[:start]}{text}{point.written[end:]}{point.suffix}"
