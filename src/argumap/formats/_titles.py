"""Titles of claims that came without one."""

from __future__ import annotations

MOST = 60


def make_title(text: str) -> str | None:
    """The first words of a text that is too long for a card; None where it fits as it is."""
    if len(text) <= MOST:
        return None
    cut = text[: MOST - 1]
    words = cut.rpartition(" ")[0] if " " in cut[MOST // 2 :] else cut
    return f"{words.rstrip(' ,;:–-')}…"
