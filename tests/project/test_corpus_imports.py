"""Every file of the corpus beside us is taken over by the command, or refused in plain words; none breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from argumap.cli import run
from argumap.project import load
from foreign_files import CORPUS, corpus

# What is no map, holds no claim, or is an archive.
UNREAD = (
    *("MANIFEST", "expected/", "ref/", "sadface/minimal.json", "brat/sciarg_A01.txt", "carneades/yaml/empty.yml"),
    *("argdown/snippets_with_oracle.jsonl", "aif/us-2016_merged.json.gz"),
)


@pytest.mark.parametrize("path", corpus("MANIFEST.tsv", "*/**/*.*"))
def test_a_file_comes_in_or_is_told_why_not(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code = run(["import", str(path), "--as", "taken"])
    told = capfd.readouterr()
    if path.relative_to(CORPUS).as_posix().startswith(UNREAD):
        assert (code, Path("graph/taken").exists()) == (2, False)
        assert path.name in told.err
    else:
        assert code == 0, told.err
        assert load("graph/taken").sound().record.claims
