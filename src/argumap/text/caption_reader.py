"""WebVTT and SubRip: cues of one voice make a paragraph that opens with its name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Final

from argumap.text.decoding import decode
from argumap.text.source_facts import ExtractedText, SourceFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TIMES = re.compile(r"(?P<start>\d[\d:.,]*)[ \t]*-->[ \t]*(?P<end>\d[\d:.,]*)")
_VOICE = re.compile(r"<v(?:\.[^ >]*)?[ \t]+(?P<who>[^>]+)>")
_TITLE = re.compile(r"\s*WEBVTT[ \t]+(?:[-–—:][ \t]*)?(?P<title>[^\n]*\S)")
_TAG = re.compile(r"<[^>]*>")
_LABEL = re.compile(r"[^\W\d_][^:.!?]{0,40}: ")
# Two who speak in one cue each have a line that a dash opens.
_DASH = re.compile(r"^[-–—]\s*")
# A pause of so many seconds opens a paragraph where nobody is named.
_PAUSE: Final = 2.0


@dataclass(slots=True)
class _Cue:
    start: float
    end: float
    lines: list[str]


@dataclass(slots=True)
class _Turn:
    who: str
    said: list[tuple[float, str]] = field(default_factory=list)


def read_captions(data: bytes, name: str) -> ExtractedText:
    """The turns of a recording, with the second that each part of them is said at."""
    turns: list[_Turn] = []
    ended = 0.0
    text = decode(data, name)
    for cue in _without_repeats(list(_read_cues(text))):
        for who, words, opens in _find_voices(cue.lines):
            last = turns[-1] if turns else None
            goes_on = last is not None and not opens and (last.who == who if who else cue.start - ended < _PAUSE)
            if last is None or not goes_on:
                last = _Turn(who)
                turns.append(last)
            last.said.append((cue.start, words))
        ended = max(ended, cue.end)
    headed = _TITLE.match(text)
    return _write(turns, SourceFacts(title=" ".join(headed["title"].split()) if headed else ""))


def _write(turns: Sequence[_Turn], facts: SourceFacts) -> ExtractedText:
    text = ""
    fragments: list[tuple[int, str]] = []
    for turn in turns:
        text += "\n\n" if text else ""
        label = f"{turn.who}: " if turn.who else ""
        for n, (start, words) in enumerate(turn.said):
            fragment = f"t={int(start)}"
            if not fragments or fragments[-1][1] != fragment:
                fragments.append((len(text) + bool(n), fragment))
            text += f" {words}" if n else f"{label}{words}"
    return ExtractedText(text, "txt", facts, fragments=tuple(fragments))


def _find_voices(lines: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """Who says what in a cue, and whether it surely opens a turn."""
    text = " ".join(lines)
    if _VOICE.search(text):
        # What stands before the first voice is nobody's.
        before, *voiced = _VOICE.split(text)
        pairs = [("", before), *zip(voiced[::2], voiced[1::2], strict=True)]
        found = [(" ".join(unescape(who).split()), _plain(words), False) for who, words in pairs]
    elif len(lines) > 1 and all(_DASH.match(line) for line in lines):
        found = [("", _plain(_DASH.sub("", line)), True) for line in lines]
    else:
        plain = _plain(text)
        found = [("", plain.removeprefix(">>").strip(), plain.startswith(">>") or bool(_LABEL.match(plain)))]
    return ((who, words, opens) for who, words, opens in found if words)


def _plain(words: str) -> str:
    return " ".join(unescape(_TAG.sub("", words)).split())


def _without_repeats(cues: Sequence[_Cue]) -> Iterator[_Cue]:
    """The cues without the lines that a rolling caption shows once more."""
    shown: list[str] = []
    for cue in cues:
        plain = [_plain(line) for line in cue.lines]
        again = next((n for n in range(min(len(shown), len(plain)), 0, -1) if shown[-n:] == plain[:n]), 0)
        # Somebody may well say the same thing twice; a caption that rolls shows it again at once, with more.
        if again and (again < len(plain) or len(plain[0].split()) > 3):
            yield _Cue(cue.start, cue.end, cue.lines[again:])
        else:
            yield cue
        shown = plain


def _read_cues(text: str) -> Iterator[_Cue]:
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        at = next((n for n, line in enumerate(lines[:2]) if _TIMES.match(line)), None)
        times = _TIMES.match(lines[at]) if at is not None else None
        if at is not None and times is not None:
            yield _Cue(_seconds(times["start"]), _seconds(times["end"]), lines[at + 1 :])


def _seconds(time: str) -> float:
    """The seconds of ``01:02:03.400``, with a comma in SubRip; 0 for what is no time."""
    parts = re.findall(r"\d{1,6}(?:[.,]\d{1,6})?", time)[-3:]
    return sum(float(part.replace(",", ".")) * 60.0**n for n, part in enumerate(reversed(parts)))
