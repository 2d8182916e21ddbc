from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME
from argumap.authoring import drop, set_aside, undo
from argumap.errors import CallError, NotAtHand
from argumap.project import draft_further, load, lock_articles, repair_anchors
from places import ARTICLE, MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

SAID = ARTICLE.replace(
    "opens in spring.",
    "opens in spring. The carters' union says that fuel is dear. Tolls would pay for the repair.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_map(tmp_path / "bridge", article=SAID)
    lock_articles(load(folder))
    return folder


def test_what_is_there_stays_and_the_rest_comes_behind_it(folder: Path) -> None:
    drafted = draft_further(load(folder))
    after = load(folder)
    text = (folder / "map.yaml").read_text(encoding="utf-8")
    assert text.startswith(MAP)
    added = [after.index.claims[claim] for claim in drafted.claims]
    assert [[p.at for p in claim.at] for claim in added] == [["s3.p1.s4"], ["s3.p1.s5"]]
    assert all(claim.unseen for claim in added)
    assert not [p for p in after.check() if p.severity == "error"]
    assert after.uncited == ()


def test_a_speaker_whom_the_map_knows_is_the_same(folder: Path) -> None:
    drafted = draft_further(load(folder))
    after = load(folder)
    assert drafted.stakeholders == ()
    assert [[a.by for a in after.index.voices[claim]] for claim in drafted.claims] == [["union"], ["author"]]


def test_a_second_time_there_is_nothing_to_draft(folder: Path) -> None:
    draft_further(load(folder))
    before = (folder / "map.yaml").read_bytes()
    assert draft_further(load(folder)).claims == ()
    assert (folder / "map.yaml").read_bytes() == before
    undo(load(folder))
    assert (folder / "map.yaml").read_text(encoding="utf-8") == MAP


def test_what_was_dropped_comes_again_and_what_was_set_aside_does_not(folder: Path) -> None:
    one, other = draft_further(load(folder)).claims
    drop(load(folder), one)
    set_aside(load(folder), other)
    assert draft_further(load(folder)).claims == (one,)


def test_an_id_that_is_taken_is_not_given_again(folder: Path) -> None:
    (claim, _) = draft_further(load(folder)).claims
    undo(load(folder))
    text = MAP.replace("new-cracks", claim)
    (folder / "map.yaml").write_text(text, encoding="utf-8")
    assert draft_further(load(folder)).claims[0] == f"{claim}-2"


def test_new_sentences_get_a_draft_once_the_anchors_followed(folder: Path) -> None:
    draft_further(load(folder))
    changed = SAID.replace("widens them.", "widens them. The railings rust as well.")
    (folder / "bridge.md").write_text(changed, encoding="utf-8")
    with pytest.raises(CallError, match="anchor relocate"):
        draft_further(load(folder))
    repair_anchors(load(folder), ["safe"])
    after = draft_further(load(folder))
    claims = load(folder).index.claims
    assert [claims[claim].text for claim in after.claims] == ["The railings rust as well."]


def test_without_the_article_there_is_nothing_to_read(folder: Path) -> None:
    (folder / "bridge.md").unlink()
    assert (folder / LOCK_NAME).exists()
    with pytest.raises(NotAtHand):
        draft_further(load(folder))
