from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.authoring import add_issue
from argumap.errors import CallError, NotFound
from argumap.project import load
from places import write_map
from reviewed import DRAFTED

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_map(tmp_path / "bridge", DRAFTED)


def test_a_question_comes_with_its_answers_whom_somebody_has_then_seen(folder: Path) -> None:
    told = add_issue(load(folder), " Who  pays? ", ["ring-road"])
    assert told == "added the issue who-pays; ring-road answers it"
    record = load(folder).sound().record
    assert [i.question for i in record.issues][-1] == "Who pays?"
    [claim] = [c for c in record.claims if c.id == "ring-road"]
    assert claim.answers[-1] == "who-pays"
    assert claim.unseen is None


@pytest.mark.parametrize("name", ["bridge", "Should cars cross the Mill Bridge?"])
def test_a_question_that_is_asked_gets_the_answers(name: str, folder: Path) -> None:
    before = load(folder).record.issues
    assert add_issue(load(folder), name, ["ring-road", "new-cracks"]) == (
        "bridge is asked; ring-road and new-cracks answer it"
    )
    opened = load(folder).sound()
    assert opened.record.issues == before
    assert {"ring-road", "new-cracks"} <= {claim.id for claim in opened.index.answering["bridge"]}


def test_what_is_no_claim_or_no_question_is_refused(folder: Path) -> None:
    before = (folder / "map.yaml").read_bytes()
    with pytest.raises(NotFound):
        add_issue(load(folder), "Who pays?", ["nobody"])
    with pytest.raises(CallError, match="needs words"):
        add_issue(load(folder), "  ")
    assert (folder / "map.yaml").read_bytes() == before
