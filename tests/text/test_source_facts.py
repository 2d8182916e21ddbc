"""What a file says of its article."""

from __future__ import annotations

from argumap.text import SourceFacts


def test_nothing_is_known_where_nobody_says_it() -> None:
    assert SourceFacts() == SourceFacts("", (), "", "", "", "")
