"""Generated maps for measuring, all anchored.

`build_map` draws three relations a claim, one in a hundred linked or undercut: dense, and one large cycle.
`build_realistic_map` draws what people write: 0.85 steps a claim, a quarter of them with linked premises, and one
issue with three positions for every 70 claims. `build_article` writes the text that their locators count.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Concept,
    Issue,
    Passage,
    Source,
    Stakeholder,
    StakeholderType,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1M": 1_000_000}
_POSITIONS = 4
_SPEAKERS = 50
_CONCEPTS = 20
_CLAIMS_AN_ISSUE = 70
_SENTENCES = 5  # a paragraph
_PARAGRAPHS = 100  # a section
_LISTED = "an be cor den el far gin hol in ket lo mar nes or pra qui ras sel tor un ver wen yo zel"
_SYLLABLES = _LISTED.split()
_TYPES = list(ClaimType)


def build_map(claims: int) -> ArgumentMap:
    """A map of ``claims`` claims; the same number gives the same map."""
    random = Random(claims)
    steps = list(_steps(claims, random))
    speakers = [f"speaker-{n}" for n in range(_SPEAKERS)]
    return ArgumentMap(
        title=f"A debate of {claims} claims",
        sources=(Source("text", "A long text", author="author"),),
        issues=(Issue("issue", "What is to be done?"),),
        claims=tuple(_claim(n) for n in range(claims)),
        arguments=tuple(steps),
        stakeholders=(
            Stakeholder("author", "The author", StakeholderType.PERSON),
            *(Stakeholder(speaker, speaker.title(), StakeholderType.ORGANISATION) for speaker in speakers),
        ),
        attributions=tuple(
            Attribution(speakers[n % _SPEAKERS], Act.ARGUES, _id(n), via=("author",))
            if n % 2
            else Attribution("author", Act.ASSERTS, _id(n))
            for n in range(claims)
        ),
        concepts=tuple(Concept(f"concept-{n}", f"Concept {n}") for n in range(_CONCEPTS)),
    )


def build_realistic_map(claims: int) -> ArgumentMap:
    """A map of ``claims`` claims as people write them; the same number gives the same map."""
    random = Random(claims)
    dense = build_map(claims)
    issues = max(1, round(claims / _CLAIMS_AN_ISSUE))
    return replace(
        dense,
        title=f"A realistic debate of {claims} claims",
        issues=tuple(Issue(f"issue-{n}", f"What is to be done about matter {n}?") for n in range(issues)),
        claims=tuple(
            replace(claim, answers=(f"issue-{n // _CLAIMS_AN_ISSUE}",) if _is_position(n, issues) else ())
            for n, claim in enumerate(dense.claims)
        ),
        arguments=tuple(_realistic_steps(claims, issues, random)),
    )


def _is_position(n: int, issues: int) -> bool:
    return n % _CLAIMS_AN_ISSUE < 3 and n // _CLAIMS_AN_ISSUE < issues


def _realistic_steps(claims: int, issues: int, random: Random) -> Iterator[Argument]:
    """Trees under the positions of each issue, now and then across to another one, and a few undercuts."""
    wanted = round(0.85 * claims)
    free = [n for n in range(claims) if not _is_position(n, issues)]
    known: list[str] = []
    for place in range(wanted):
        n = free[place % len(free)]
        first = n - n % _CLAIMS_AN_ISSUE
        target = random.randrange(0 if random.random() < 0.02 else first, n)
        beside = [free[(place + 1) % len(free)]] if random.random() < 0.25 else []
        premises = tuple(_id(each) for each in dict.fromkeys([n, *beside]) if each != target)
        name = f"step-{place}"
        if known and random.random() < 0.03:
            yield Argument(name, premises, Bearing.UNDERCUTS, random.choice(known[-50:]))
            continue
        yield Argument(name, premises, random.choice((Bearing.SUPPORTS, Bearing.ATTACKS)), _id(target))
        known.append(name)


def _id(n: int) -> str:
    return f"claim-{n}"


def _locate(n: int) -> str:
    """The sentence that claim ``n`` cites."""
    paragraph, sentence = divmod(n, _SENTENCES)
    section, paragraph = divmod(paragraph, _PARAGRAPHS)
    return f"s{section + 1}.p{paragraph + 1}.s{sentence + 1}"


def _claim(n: int) -> Claim:
    return Claim(
        _id(n),
        f"Statement number {n} says of the matter at hand that it is so and not otherwise.",
        f"Statement {n}",
        _TYPES[n % len(_TYPES)],
        answers=("issue",) if n < _POSITIONS else (),
        about=(f"concept-{n % _CONCEPTS}",),
        at=(Passage("text", _locate(n)),),
    )


def _steps(claims: int, random: Random) -> Iterator[Argument]:
    """Each claim bears on up to three earlier ones; short steps first, then linked ones and undercuts."""
    known: list[tuple[str, str]] = []
    for n in range(_POSITIONS, claims):
        reach = min(n, 1000)
        targets = sorted({n - random.randint(1, reach) for _ in range(3)})
        cut = random.randint(0, len(targets))
        for place, target in enumerate(targets):
            bearing = Bearing.SUPPORTS if place < cut else Bearing.ATTACKS
            step = Argument(f"{_id(n)}/{_id(target)}", (_id(n),), bearing, _id(target))
            known.append((step.id, step.target))
            yield step
    for n in range(claims // 100):
        premises = tuple(dict.fromkeys(_id(random.randrange(_POSITIONS, claims)) for _ in range(2)))
        if n % 2:
            yield Argument(f"linked-{n}", premises, Bearing.SUPPORTS, _id(random.randrange(_POSITIONS)))
        else:
            yield Argument(f"denied-{n}", premises, Bearing.UNDERCUTS, random.choice(known)[0])


def build_text(claims: int, *, realistic: bool = False) -> str:
    """The same map as the text of a map file."""
    from argumap.mapfile import write_map

    return write_map(build_realistic_map(claims) if realistic else build_map(claims))


def build_article(claims: int) -> str:
    """The article that the claims of a map cite, a sentence each; the same number gives the same text."""
    random = Random(claims)
    vocabulary = ["".join(random.choices(_SYLLABLES, k=random.randint(2, 4))) for _ in range(4_000)]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    lines: list[str] = []
    for n in range(0, claims, _SENTENCES):
        if n % (_SENTENCES * _PARAGRAPHS) == 0:
            lines.append(f"# Part {n // (_SENTENCES * _PARAGRAPHS) + 1}")
        lines.append(" ".join(_write_sentence(random, vocabulary, weights) for _ in range(_SENTENCES)))
    return "\n\n".join(lines) + "\n"


def _write_sentence(random: Random, vocabulary: list[str], weights: list[float]) -> str:
    words = random.choices(vocabulary, weights, k=random.randint(12, 28))
    if random.random() < 0.1:
        words.insert(random.randrange(1, len(words)), str(random.randint(2, 2_000)))
    return f"{' '.join(words).capitalize()}."


def main() -> None:
    """``python benchmarks/maps.py 10k map.yaml [realistic] [article.md]`` writes a map to measure with."""
    size, target, *rest = sys.argv[1:]
    realistic = "realistic" in rest
    Path(target).write_text(build_text(SIZES[size], realistic=realistic), encoding="utf-8")
    for article in rest:
        if article != "realistic":
            Path(article).write_text(build_article(SIZES[size]), encoding="utf-8")


if __name__ == "__main__":
    main()
