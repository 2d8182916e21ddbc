"""Parts what a draft gives to somebody by what they do say there, though the gold map has no claim of theirs.

Only totals leave this file: ``python tests/draft_voices.py FOLDER...`` shows no sentence.
`tests/articles/README.md` tells what the lists beside the gold maps hold.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from argumap.anchoring import build_lock
from argumap.draft import draft_map
from argumap.model import Act, Attribution, Claim, Index, Passage, Stakeholder, StakeholderType
from argumap.project import load
from argumap.scoring import score_draft
from argumap.text import read_article
from draft_rules import UNREAD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.anchoring import Lock
    from argumap.model import ArgumentMap

FILE = "voices.toml"
FAULT = "given to somebody who says nothing there"
Said: TypeAlias = "Mapping[str, Sequence[str]]"
"""For each person, by id or by a name that the gold map does not know, the locators of sentences."""
Voices: TypeAlias = "Mapping[str, Said]"
"""Under ``says`` what they say as well or to no argument's end, under ``retells`` what they tell as another's."""


@dataclass(frozen=True)
class Given:
    """How much a draft gives to others than the author, by who says it.

    ``right``: the gold map has it of them, or of somebody who belongs to them. ``says``: they do say it, but it
    argues nothing, or the gold map has it of another alone. ``retells``: they tell it as what another says.
    ``never``: they do not say it.
    """

    right: int = 0
    says: int = 0
    retells: int = 0
    never: int = 0

    def __add__(self, other: Given) -> Given:
        return Given(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        return (
            f"right {self.right}, said but argues nothing {self.says}, retold {self.retells}, "
            f"never said by them {self.never}, of {sum(astuple(self))}"
        )


def read_voices(folder: Path) -> Voices:
    """The list beside a gold map; without a file there is nobody to be listed."""
    file = folder / FILE
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def widen(gold: ArgumentMap, voices: Voices) -> ArgumentMap:
    """The gold map with a claim more for each sentence listed, said by whom the list names."""
    (source,) = gold.sources
    known = {stakeholder.id for stakeholder in gold.stakeholders}
    said = [(by, at) for kind in voices.values() for by, locators in kind.items() for at in locators]
    new = {by: f"voice-{n}" for n, by in enumerate(dict.fromkeys(by for by, _ in said if by not in known))}
    claims = [Claim(f"heard-{n}", "…", at=(Passage(source.id, at),)) for n, (_, at) in enumerate(said)]
    return replace(
        gold,
        stakeholders=(*gold.stakeholders, *(Stakeholder(i, name, _guess_type(name)) for name, i in new.items())),
        claims=(*gold.claims, *claims),
        attributions=(
            *gold.attributions,
            *(Attribution(new.get(by, by), Act.ASSERTS, c.id) for c, (by, _) in zip(claims, said, strict=True)),
        ),
    )


def _guess_type(name: str) -> StakeholderType:
    """Whom the text names begins with a capital; all others go by place, as in a gold map."""
    return StakeholderType.GROUP if name[0].islower() else StakeholderType.PERSON


def part_given(draft: Index, draft_lock: Lock, gold: Index, gold_lock: Lock, voices: Voices) -> Given:
    """What the draft gives to others than the author, by who says it."""
    says = {kind: said for kind, said in voices.items() if kind == "says"}
    strict, wide, widest = (
        score_draft(draft, draft_lock, Index(widen(gold.map, heard)), gold_lock).faults[FAULT]
        for heard in ({}, says, voices)
    )
    return Given(strict.of - strict.count, strict.count - wide.count, wide.count - widest.count, widest.count)


def measure(sets: Sequence[Path]) -> Given:
    """All articles of these folders, drafted by the rules as they are."""
    total = Given()
    for folder in sorted(path.parent for base in sets for path in base.glob("*/map.yaml")):
        gold = load(str(folder))
        (file,) = folder.glob("article.*")
        article = read_article(file)
        record = draft_map(article).map
        assert gold.lock is not None
        lock = build_lock({source.id: article for source in record.sources})
        total += part_given(Index(record), lock, gold.index, gold.lock, read_voices(folder))
    return total


if __name__ == "__main__":
    for base in map(Path, sys.argv[1:] or map(str, UNREAD)):
        sys.stdout.write(f"{base}: {measure([base])}\n")
