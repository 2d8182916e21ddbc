"""The case for a claim and the case against it: one command in two directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli._asking import asking

if TYPE_CHECKING:
    from argumap.cli._asking import Asked

_DOES_WHAT = {"for": "supports", "against": "attacks"}


def case_command(side: str, short_help: str) -> click.Command:
    """``argumap for`` or ``argumap against``."""

    @click.command(
        side,
        short_help=short_help,
        help=f"""Show what {_DOES_WHAT[side]} CLAIM, and all that bears on that.

        + supports, − objects to, / undercuts a step; premises joined by "and" bear together. Each argument stands
        once, where it is nearest to CLAIM.

        \b
        Example: argumap {side} release-weights -m open-vs-closed-ai
        """,
    )
    @click.argument("claim")
    @click.option("--depth", type=click.IntRange(1), metavar="N", help="At most N arguments away.")
    @click.option("--flat", is_flag=True, help="A list, the nearest arguments first, instead of a tree.")
    @click.option("--unattacked", is_flag=True, help="Only the points that nothing attacks.")
    @click.option("--unanswered", "formerly", is_flag=True, hidden=True)
    @asking
    def command(asked: Asked, claim: str, depth: int | None, flat: bool, unattacked: bool, formerly: bool) -> None:
        from argumap.query import case_against, case_for

        case = {"for": case_for, "against": case_against}[side](asked.index, claim, depth)
        alone = unattacked or formerly
        asked.answer(
            case,
            case.unattacked if alone else case,
            told=lambda find_words: case.lines(find_words, flat=flat, unattacked=alone),
        )

    return command
