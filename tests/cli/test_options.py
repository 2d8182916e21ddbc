"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from argumap.cli._options import parse_files

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMAND = click.Command("any")


@pytest.mark.parametrize(
    ("values", "files"),
    [
        pytest.param(("a.md",), {"": Path("a.md")}, id="the only source"),
        pytest.param(("column=a.md", "reply=b.md"), {"column": Path("a.md"), "reply": Path("b.md")}, id="by name"),
        pytest.param(("x=y.md",), {"": Path("x=y.md")}, id="a file whose name has an equals sign"),
        pytest.param((), {}, id="none"),
    ],
)
def test_files_go_by_the_name_before_the_sign(
    values: tuple[str, ...], files: Mapping[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x=y.md").write_text("There is such a file.", encoding="utf-8")
    assert parse_files(click.Context(COMMAND), click.Argument(["sources"]), values) == files


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            ("a.md", "b.md"),
            "a.md and b.md are both given for one source; name one; where a map has several, write NAME=",
        ),
        (("column=a.md", "column=b.md"), "a.md and b.md are both given for the source column; name one"),
    ],
)
def test_two_files_for_one_source_are_refused(values: tuple[str, ...], told: str) -> None:
    with pytest.raises(click.UsageError, match=told):
        parse_files(click.Context(COMMAND), click.Argument(["sources"]), values)
