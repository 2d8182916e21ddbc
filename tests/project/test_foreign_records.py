from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argumap.errors import DamagedFile, OtherFormat
from argumap.formats import Kept
from argumap.project.foreign_records import RECORDS_FILE, ForeignRecords, read_records

if TYPE_CHECKING:
    from pathlib import Path

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.builds(Kept, st.text(max_size=8), JSON), max_size=5))
def test_records_come_back_as_they_were_kept(tmp_path: Path, kept: list[Kept]) -> None:
    records = ForeignRecords("aif", "a.json", "sha256:00", tuple(kept))
    (tmp_path / RECORDS_FILE).write_bytes(records.encode().encode("utf-8"))
    assert read_records(tmp_path) == records


def test_half_a_surrogate_pair_is_kept(tmp_path: Path) -> None:
    records = ForeignRecords("aif", "a.json", "sha256:00", (Kept("/x", "\ud83d"),))
    (tmp_path / RECORDS_FILE).write_text(records.encode(), encoding="utf-8")
    assert read_records(tmp_path) == records


def test_a_map_from_nowhere_has_none(tmp_path: Path) -> None:
    assert read_records(tmp_path) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", 1),
        ("[]", 1),
        ('{"argumap_origin": 1}', 1),
        ('{"argumap_origin": 1, "format": "aif", "file": "a", "digest": "d"}\n{"record": 1}', 2),
        ('{"argumap_origin": 1, "format": "aif", "file": "a", "digest": "d"}\nx', 2),
    ],
)
def test_a_damaged_file_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / RECORDS_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(DamagedFile, match="delete it") as caught:
        read_records(tmp_path)
    assert caught.value.line == line


def test_a_newer_file_is_told(tmp_path: Path) -> None:
    (tmp_path / RECORDS_FILE).write_text('{"argumap_origin": 2}', encoding="utf-8")
    with pytest.raises(OtherFormat, match="newer argumap"):
        read_records(tmp_path)
