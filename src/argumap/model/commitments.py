"""What stakeholders are committed to, by saying it or by arguing from it.

* A committing act (asserts, argues, endorses, concedes) on a claim commits to the claim.
* A committing act on an argument commits to its step and to each of its premises.
* Arguing a claim also commits to its step: a stakeholder *makes* an argument who commits to it, or who
  argues one of its premises and commits to all of them, unless the map only added it.

Nobody is committed to what they argue for by that alone: a reason may be granted and outweighed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from argumap.model.records import Act

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.model.argument_map import Index
    from argumap.model.records import Attribution


def build_commitments(index: Index, stakeholder: str) -> Mapping[str, tuple[str, ...]]:
    """The claims that ``stakeholder`` is committed to, each with the arguments it follows from.

    An empty tuple: the commitment is to the claim itself. In the order of speech.
    """
    commitments: dict[str, tuple[str, ...]] = {}
    for attribution in index.speech[stakeholder]:
        if attribution.act.commits and attribution.of not in index.arguments:
            commitments[attribution.of] = ()
    for attribution in index.speech[stakeholder]:
        argument = index.arguments.get(attribution.of)
        if argument is None or not attribution.act.commits:
            continue
        for premise in argument.premises:
            because = commitments.setdefault(premise, (argument.id,))
            if because and argument.id not in because:
                commitments[premise] = (*because, argument.id)
    return commitments


def build_made(index: Index, stakeholder: str) -> frozenset[str]:
    """The arguments that ``stakeholder`` makes."""
    speech = index.speech[stakeholder]
    commitments = build_commitments(index, stakeholder)
    made = {a.of for a in speech if a.act.commits and a.of in index.arguments}
    for attribution in speech:
        if attribution.act is not Act.ARGUES:
            continue
        for argument in index.with_premise[attribution.of]:
            if argument.id not in index.added and all(premise in commitments for premise in argument.premises):
                made.add(argument.id)
    return frozenset(made)


def build_conceded(index: Index, stakeholder: str) -> frozenset[str]:
    """The claims and arguments that ``stakeholder`` commits to by conceding them alone: granted, and not pressed.

    Who argues from a claim presses it, whatever else they say of it.
    """
    acts: defaultdict[str, set[Act]] = defaultdict(set)
    for attribution in index.speech[stakeholder]:
        if not attribution.act.commits:
            continue
        argument = index.arguments.get(attribution.of)
        for node in (attribution.of, *(argument.premises if argument else ())):
            acts[node].add(attribution.act)
    return frozenset(node for node, done in acts.items() if done == {Act.CONCEDES})


def find_arguing_from(index: Index, claim: str) -> tuple[Attribution, ...]:
    """The attributions that commit somebody to an argument from ``claim``, and so to ``claim``.

    Those who commit to the claim itself are left out.
    """
    outright = {a.by for a in index.voices[claim] if a.act.commits}
    return tuple(
        attribution
        for argument in index.with_premise[claim]
        for attribution in index.voices[argument.id]
        if attribution.act.commits and attribution.by not in outright
    )
