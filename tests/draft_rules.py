"""Measures each rule of the draft on articles that nobody read who made the rules, and writes the figures.

Only totals leave this file: ``python tests/draft_rules.py`` shows no sentence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.anchoring import build_lock
from argumap.draft import draft_map
from argumap.draft.rule_figures import RuleFigure
from argumap.model import Index
from argumap.project import load
from argumap.scoring import score_draft
from argumap.text import read_article

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

UNREAD = (Path("tests/articles/held-out"), Path("tests/articles/held-out-2"))
OPEN_SPEAKER = "open-speaker"
FILE = Path("src/argumap/draft/rule_figures.toml")
HEAD = (
    "# By `python tests/draft_rules.py` on the articles held out, which nobody read who made the rules:\n"
    "# of each rule's proposals those right, and all.\n"
)


def rules_of(record: ArgumentMap) -> dict[str, ArgumentMap]:
    """The draft as it is with each rule alone: what it gives to somebody, and what it ties."""
    claims = {claim.id: claim.unseen or "" for claim in record.claims}
    said = {(a.unseen or claims[a.of]).rpartition(" ")[2] for a in record.attributions}
    tied = {(a.unseen or "").rpartition(" ")[2] for a in record.arguments}
    return {
        rule: replace(
            record,
            attributions=tuple(
                a for a in record.attributions if (a.unseen or claims[a.of]).rpartition(" ")[2] == rule
            ),
            arguments=tuple(a for a in record.arguments if (a.unseen or "").rpartition(" ")[2] == rule),
        )
        for rule in sorted(said | tied)
    }


def measure() -> dict[str, RuleFigure]:
    """Of each rule how many of its attributions and steps the gold maps have, voice and sign included."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for folder in sorted(path.parent for unread in UNREAD for path in unread.glob("*/map.yaml")):
        gold = load(str(folder))
        (file,) = folder.glob("article.*")
        article = read_article(file)
        record = draft_map(article).map
        assert gold.lock is not None
        lock = build_lock({source.id: article for source in record.sources})
        for rule, alone in rules_of(record).items():
            scores = score_draft(Index(alone), lock, gold.index, gold.lock).scores
            for figure in ("attributions to others", "the author's own words", "attachment"):
                of[rule] += scores[figure].drafted
                right[rule] += scores["sign" if figure == "attachment" else figure].right
    # What stays open is given to nobody, so it is neither right nor wrong.
    return {rule: RuleFigure(right[rule], of[rule]) for rule in sorted(of) if of[rule] and rule != OPEN_SPEAKER}


def write() -> str:
    """The figures as the file holds them."""
    return HEAD + "".join(f"{rule} = [{figure.right}, {figure.of}]\n" for rule, figure in measure().items())


if __name__ == "__main__":
    FILE.write_text(write(), encoding="utf-8")
