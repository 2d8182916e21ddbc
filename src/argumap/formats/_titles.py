"""Titles of claims and of maps that came without one."""

from __future__ import annotations

from pathlib import PurePath

from argumap.formats._one_line import clean

MOST = 60


def make_title(text: str) -> str | None:
    """The first words of a text that is too long for a card; None where it fits as it is."""
    if len(text) <= MOST:
        return None
    cut = text[: MOST - 1]
    words = cut.rpartition(" ")[0] if " " in cut[MOST // 2 :] else cut
    return f"{words.rstrip(' ,;:–-')}…"


def name_map(file: str) -> str:
    """The title of a map whose ``file`` has none: the file's name without its folders and its suffix."""
    return clean(PurePath(file).stem) or "Imported map"
