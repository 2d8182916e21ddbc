"""Parts what a draft gives to somebody by what they do say there, though the gold map has no claim of theirs.

Only totals leave this file: ``python tests/draft_voices.py FOLDER...`` shows no sentence.
`tests/articles/README.md` tells what the lists beside the gold maps hold.
"""

from __future__ import annotations

import re
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
from argumap.scoring.placed_map import place_maps
from argumap.scoring.same_speakers import find_same_speakers
from argumap.text import read_article
from draft_rules import UNREAD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.anchoring import Lock
    from argumap.model import ArgumentMap

FILE = "voices.toml"
ARTICLES = frozenset(("a", "an", "the", "die", "der", "das", "la", "le", "une"))
FAULT = "given to somebody who says nothing there"
Said: TypeAlias = "Mapping[str, Sequence[str]]"
"""For each person, by id or by a name that the gold map does not know, the locators of sentences."""
Voices: TypeAlias = "Mapping[str, Said]"
"""Under ``says`` what they say as well or to no argument's end, under ``retells`` what they tell as another's;
under ``called`` no locators, but what the article calls them besides their names.
"""


@dataclass(frozen=True)
class Given:
    """How much a draft gives to others than the author, by who says it.

    ``right``: the gold map has it of them, or of somebody who belongs to them. ``renamed``: the same, but the
    draft does not know who it is and calls them "the vet". ``says``: they do say it, but it argues nothing, or
    the gold map has it of another alone. ``retells``: they tell it as what another says. ``never``: none of these.
    """

    right: int = 0
    renamed: int = 0
    says: int = 0
    retells: int = 0
    never: int = 0

    def __add__(self, other: Given) -> Given:
        return Given(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        return (
            f"right {self.right}, right under another name {self.renamed}, said but argues nothing {self.says}, "
            f"retold {self.retells}, never said by them {self.never}, of {sum(astuple(self))}"
        )


def read_voices(folder: Path) -> Voices:
    """The list beside a gold map; without a file there is nobody to be listed."""
    file = folder / FILE
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def widen(gold: ArgumentMap, voices: Voices) -> ArgumentMap:
    """The gold map with a claim more for each sentence listed, said by whom the list names."""
    (source,) = gold.sources
    known = {stakeholder.id for stakeholder in gold.stakeholders}
    kinds = [kind for name, kind in voices.items() if name != "called"]
    said = [(by, at) for kind in kinds for by, locators in kind.items() for at in locators]
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


def find_words(name: str) -> frozenset[str]:
    """The words of a name or of a description, articles left out."""
    return frozenset(re.findall(r"\w+", name.casefold())) - ARTICLES


def _guess_type(name: str) -> StakeholderType:
    """Whom the text names begins with a capital; all others go by place, as in a gold map."""
    return StakeholderType.GROUP if name[0].islower() else StakeholderType.PERSON


def name_again(draft: Index, draft_lock: Lock, gold: Index, gold_lock: Lock, called: Said) -> Index:
    """The draft with whom it calls by a description under the name by which the gold map knows them."""
    same = find_same_speakers(*place_maps(draft, draft_lock, gold, gold_lock))
    ours = {theirs: one for one, theirs in same.items()}
    phrases = [(find_words(phrase), by) for by, those in called.items() for phrase in those]
    again, renamed = {}, []
    for one in draft.map.stakeholders:
        theirs = next((by for words, by in phrases if one.id not in same and find_words(one.name) <= words), None)
        if theirs in ours:
            again[one.id] = ours[theirs]
        elif theirs:
            renamed.append(replace(one, name=gold.stakeholders[theirs].name))
            ours[theirs] = one.id
    return Index(
        replace(
            draft.map,
            stakeholders=tuple({one.id: one for one in (*draft.map.stakeholders, *renamed)}.values()),
            attributions=tuple(replace(a, by=again.get(a.by, a.by)) for a in draft.map.attributions),
        )
    )


def part_given(draft: Index, draft_lock: Lock, gold: Index, gold_lock: Lock, voices: Voices) -> Given:
    """What the draft gives to others than the author, by who says it."""
    named = name_again(draft, draft_lock, gold, gold_lock, voices.get("called", {}))
    says = {kind: said for kind, said in voices.items() if kind == "says"}
    strict, true, wide, widest = (
        score_draft(index, draft_lock, Index(widen(gold.map, heard)), gold_lock).faults[FAULT]
        for index, heard in ((draft, {}), (named, {}), (named, says), (named, voices))
    )
    return Given(
        right=strict.of - strict.count,
        renamed=strict.count - true.count,
        says=true.count - wide.count,
        retells=wide.count - widest.count,
        never=widest.count,
    )


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
