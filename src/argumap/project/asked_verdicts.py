"""Verdicts on what a person names: an issue, a claim, or all issues."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from argumap.errors import CallError, NotFound
from argumap.model import Standard
from argumap.query import get_id
from argumap.suggestions import suggest
from argumap.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argumap.model import Index
    from argumap.semantics import Addition, EvaluatedMap, Evaluation
    from argumap.verdicts import ClaimVerdict, IssueTable, IssueVerdict, Supposition

    AnyVerdict: TypeAlias = IssueVerdict | ClaimVerdict | IssueTable

EVERYBODY = "all"


def find_verdict(
    evaluation: Evaluation,
    name: str | None = None,
    *,
    standard: str | None = None,
    lights: Sequence[str] = (),
    own_steps: bool = False,
) -> AnyVerdict:
    """The verdict on the issue or the claim that ``name`` means, or on every issue; see ``Map.verdict``."""
    from argumap.verdicts import build_claim_verdict, build_issue_table, build_issue_verdict

    index = evaluation.index
    asked = _parse_standard(standard)
    if name is None:
        if lights or asked:
            option = "--lights" if lights else "--standard"
            raise CallError(f"{option} belongs to one issue: name it as well, one of {', '.join(_issues(index))}")
        return build_issue_table(evaluation, own_steps=own_steps)
    node = get_id(index, name, "issue", "claim")
    if node in index.issues:
        whose = _find_whose(index, node, lights)
        return build_issue_verdict(evaluation, node, asked, lights=whose, own_steps=own_steps)
    if lights:
        raise CallError(f"--lights compares the answers to an issue, and {node!r} is a claim")
    return build_claim_verdict(evaluation, node, asked, own_steps=own_steps)


def find_supposition(
    evaluated: EvaluatedMap,
    set_aside: Iterable[str] = (),
    doubt: Iterable[tuple[str, float]] = (),
    add: Addition | Sequence[Addition] = (),
) -> Supposition:
    """What would change, and who would lead, with claims by any of their names; see ``Map.what_if``."""
    from argumap.verdicts import build_supposition

    index = evaluated.index
    delta = evaluated.what_if(
        set_aside=[get_id(index, claim, "claim", "argument") for claim in listed(set_aside)],
        doubt={get_id(index, claim, "claim"): score for claim, score in doubt},
        add=add,
    )
    return build_supposition(evaluated, delta)


def _issues(index: Index) -> list[str]:
    return [issue.id for issue in index.debates] or ["none, for this map has no issue"]


def _parse_standard(standard: str | None) -> Standard | None:
    if standard is None:
        return None
    try:
        return Standard(standard)
    except ValueError:
        hint = suggest(standard, list(Standard), "did you mean {}? ")
        raise NotFound(f"there is no standard {standard!r}; {hint}there are {', '.join(Standard)}") from None


def _find_whose(index: Index, issue: str, lights: Sequence[str]) -> list[str]:
    """The stakeholders that are named; all are those who speak in the map of the issue."""
    from argumap.verdicts import find_speaking

    found: list[str] = []
    for who in listed(lights):
        found += find_speaking(index, issue) if who == EVERYBODY else [get_id(index, who, "stakeholder")]
    return list(dict.fromkeys(found))
