"""The words of a point in an outline: on which side it stands, what it says, who says it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from argumap.formats._acts import find_act
from argumap.formats._sides import find_side
from argumap.model import Act, Bearing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

JOINTLY: Final = "jointly"
_TOGETHER = "jointly|together|linked|gemeinsam|zusammen|ensemble|juntos|juntas"
_MARK = r"(?:[+\-−–]|[^\W\d_][^\W\d_’']*(?:[ ’'][^\W\d_]+){0,2})"
_STARS = r"[*_]{0,3}"
_BRACKETED = re.compile(rf"{_STARS}[\[(]\s*({_MARK})\s*[\])]{_STARS}\s*:?{_STARS}\s*")
_COLON = re.compile(
    rf"{_STARS}({_MARK})(?:\s*,\s*({_TOGETHER}))?(?:\s*\(([^()]{{1,60}})\))?{_STARS}\s*:{_STARS}\s*",
    re.IGNORECASE,
)
_SIGN = re.compile(r"([+\-−–])\s+")
_ALONE = re.compile(rf"{_STARS}({_MARK})(?:\s*,\s*({_TOGETHER}))?{_STARS}\s*", re.IGNORECASE)
_TWICE = re.compile(rf"{_STARS}({_MARK}){_STARS}\s*\(({_MARK})\){_STARS}\s*:?{_STARS}\s*")
# As records of architecture decisions have them (MADR): *Good, because …*, *Bad, because …*.
_BECAUSE = re.compile(rf"{_STARS}(good|bad){_STARS},?\s+because{_STARS}\s+", re.IGNORECASE)
_JUDGED = {"good": Bearing.SUPPORTS, "bad": Bearing.ATTACKS}
_BEHIND = re.compile(rf"\s*[\[(]\s*({_MARK})\s*[\])]$")
_LONGEST_MARK = 80
_NAMED = r"\*[^*]{1,80}\*(?:\s*\([^\W\d_]{1,20}\))?"
_MARKED_SPEAKERS = re.compile(rf"\s+[—–]\s*({_NAMED}(?:\s*[,;]\s*{_NAMED})*)$")
_SPEAKER = re.compile(r"\*([^*]+)\*(?:\s*\(([^\W\d_]+)\))?")
_PLAIN_SPEAKER = re.compile(r"(?<=[.!?…\"”»’)])\s+[—–]\s*([^\W\d_][^.!?;:*]{0,58})$")
_TAIL = 2000  # no list of speakers is longer, and to look for one costs no more
_STRESS = re.compile(r"(\*\*|__)(?=\S)([^\\*_]{1,2000}?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|(&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)")
_LINK = re.compile(r"(\[[^\[\]]{0,500}\]\(https?://[^\s()\[\]]{1,2000}\))")
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&—–]")
_ENTITIES = {"&": "&amp;", "—": "&mdash;", "–": "&ndash;"}
_LEADING = re.compile(r"[-+#=−]|\d{1,9}[.)](?=\s|$)")
_TELLING = frozenset("()[]:+-−–—*&")
_ASKING = re.compile("[?？]$")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class PointWords:
    """What a point says: its ``text`` stands from ``start`` to ``end`` of its words as they are written.

    Without text it is a side under which others stand, which bear ``jointly`` where that is said.
    """

    side: Bearing | None
    text: str
    start: int
    end: int
    jointly: bool = False
    speakers: tuple[tuple[str, Act], ...] = ()
    asks: bool = False


def read_words(written: str, sign: str = "", *, marked: bool = True) -> PointWords:
    """What a point says. ``sign`` is its bullet where bullets are sides; ``marked`` text is Markdown."""
    side, start, jointly, speaker = _find_front(written)
    end, speakers = _find_speakers(written, start)
    if side is None and (behind := _BEHIND.search(written, max(start, end - _LONGEST_MARK), end)):
        side = find_side(behind[1])
        end = behind.start() if side else end
    side = side or (find_side(sign) if sign else None)
    core = written[start:end]
    said = ((speaker, Act.ASSERTS),) if speaker else ()
    asks = side is None and core.endswith(("?", "？"))
    text = read_text(core, marked=marked)
    return PointWords(side, text, start, end, jointly=jointly, speakers=(*said, *speakers), asks=asks)


def _find_front(written: str) -> tuple[Bearing | None, int, bool, str]:
    """The side that words begin with, where they go on, whether jointly, and who is named with the side."""
    if (found := _ALONE.fullmatch(written)) and (side := find_side(found[1])):
        return side, len(written), bool(found[2]), ""
    if (found := _TWICE.fullmatch(written)) and (side := find_side(found[1])) and side is find_side(found[2]):
        return side, len(written), False, ""
    if found := _BECAUSE.match(written):
        return _JUDGED[found[1].casefold()], found.end(), False, ""
    if (found := _COLON.match(written)) and (side := find_side(found[1])):
        return side, found.end(), bool(found[2]), " ".join((found[3] or "").split())
    for form in (_BRACKETED, _SIGN):
        if (found := form.match(written)) and (side := find_side(found[1])):
            return side, found.end(), False, ""
    return None, 0, False, ""


def _find_speakers(written: str, start: int) -> tuple[int, list[tuple[str, Act]]]:
    """Where the words of a point end, and who is named behind them."""
    from_ = max(start, len(written) - _TAIL)
    if found := _MARKED_SPEAKERS.search(written, from_):
        names = [(read_text(name), act) for name, act in _SPEAKER.findall(found[1])]
        return found.start(), [(n, find_act(act) or Act.ASSERTS) for n, act in names if n]
    if found := _PLAIN_SPEAKER.search(written, from_):
        return found.start(), [(" ".join(found[1].split()), Act.ASSERTS)]
    return len(written), []


def read_text(written: str, *, marked: bool = True) -> str:
    """A text in one line, with what Markdown escapes and stresses as it is shown."""
    text = _ESCAPE.sub(_show, _STRESS.sub(r"\2", written)) if marked else written
    return _UNWRITABLE.sub("", " ".join(text.split()))


def _show(found: re.Match[str]) -> str:
    return found[1] or html.unescape(found[2])


def write_text(text: str) -> str:
    """A text that `read_words` reads as it is, whatever stands in it; links stay links."""
    parts = _LINK.split(" ".join(text.split()))
    written = "".join(part if n % 2 else _SPECIAL.sub(_escape, part) for n, part in enumerate(parts))
    if _LEADING.match(written):
        written = f"&#{ord(written[0])};{written[1:]}"
    if written.endswith(("?", "？")):
        written = f"{written[:-1]}&#{ord(written[-1])};"
    again = read_words(written)
    if again.side is not None or again.speakers or again.text != " ".join(text.split()):
        # What looks like a side or a speaker: each sign that could be of one is written by its number.
        plain = " ".join(text.split())
        written = "".join(
            _hide(c) if n == 0 or c in _TELLING else _SPECIAL.sub(_escape, c) for n, c in enumerate(plain)
        )
        written = _ASKING.sub(lambda mark: f"&#{ord(mark[0])};", written)
    return written


def _hide(sign: str) -> str:
    return f"&#{ord(sign)};"


def _escape(sign: re.Match[str]) -> str:
    return _ENTITIES.get(sign[0], f"\\{sign[0]}")


def write_speakers(speakers: Iterable[tuple[str, Act]]) -> str:
    """Who says a point, as it stands behind its words."""
    named = [*_name(speakers)]
    return f" — {', '.join(named)}" if named else ""


def _name(speakers: Iterable[tuple[str, Act]]) -> Iterator[str]:
    for name, act in speakers:
        plain = "".join(f"&#{ord(c)};" if c in "*\\`<&[]()_" else c for c in " ".join(name.split()))
        yield f"*{plain}*" if act is Act.ASSERTS else f"*{plain}* ({act})"
