"""What a file says of the article in it beside its text: title, authors, day, address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What is known of a document; empty is what nobody says. ``published`` is a date as maps have it.

    What is said ``aside``, in front matter or a file's properties, gives way to what the article itself says.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    publisher: str = ""
    doi: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """The text that a reader found in a file that is no plain text, as ``kind``: ``md`` or ``txt``.

    ``left_out`` are the pieces that are no part of the article, each with what it is. ``fragments`` say where in
    the file the text stands from a place on (``page=2`` of a PDF, ``t=75`` of a recording): a place in ``text``
    and a fragment as an address of the file has it.
    """

    text: str
    kind: str
    facts: SourceFacts = SourceFacts()
    left_out: tuple[tuple[str, str], ...] = ()
    fragments: tuple[tuple[int, str], ...] = ()
