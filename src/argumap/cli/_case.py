"""The case for a claim and the case against it: one command in two directions, and how a case is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from argumap.cli._asking import SIGNS, STYLES, asking, named, quotes, stance_line
from argumap.cli._console import line, padded
from argumap.model import ADDED_STEP, quoted
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.tree import Tree

    from argumap.cli._asking import Asked
    from argumap.cli._console import Line, Part
    from argumap.query import Case, CaseReason, Point

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
        if unattacked or formerly:
            asked.answer(case.unattacked, partial(_points_told, case))
        else:
            asked.answer(case, _listed if flat else _told)

    return command


def _top(case: Case) -> Line:
    return line((f"The case {case.side} {quoted(case.claim.label)}", "bold"), (f" [{case.claim.id}]", "dim"))


def _nothing(case: Case) -> Line:
    hidden = f"{counted(case.hidden, 'argument')} at depth 1" if case.hidden else "Nothing in this map"
    return padded(line(f"{hidden}."), 2)


def _points_told(case: Case, asked: Asked, points: Iterable[Point]) -> Iterator[Line]:
    yield _top(case)
    if not case.reasons:
        yield _nothing(case)
    elif not points:
        yield line("Every point is attacked, or a step from it undercut.")
    else:
        yield line(f"{counted(len(case.unattacked), 'point')} {case.side} it that nothing here attacks:")
    for point in points:
        yield from _point(asked, point, case.side)


def _listed(asked: Asked, case: Case) -> Iterator[Line]:
    yield _top(case)
    if not case.reasons:
        yield _nothing(case)
    for reason in case.nearest_first:
        on = _called(asked, reason.target) if reason.depth > 1 else None
        yield padded(_reason(asked, reason, on=on), 2)
        yield from _proof(asked, reason, 6)


def _told(asked: Asked, case: Case) -> Iterator[Line | Tree]:
    if case.reasons:
        yield _tree(asked, case)
    else:
        yield _top(case)
        yield _nothing(case)


def _tree(asked: Asked, case: Case) -> Tree:
    from rich.console import Group
    from rich.tree import Tree

    tree = Tree(_top(case), guide_style="dim")
    branches: dict[str | None, Tree] = {None: tree}
    unclear = case.unclear
    for reason in case.reasons:
        on = _called(asked, reason.target) if reason.argument in unclear else None
        said = Group(_reason(asked, reason, on=on), *_proof(asked, reason, 2))
        branches[reason.argument] = branches[reason.parent].add(said)
        if reason.hidden:
            branches[reason.argument].add(
                line((f"… {counted(reason.hidden, 'more argument')} below; raise --depth", "dim"))
            )
    return tree


_DOES = {
    "supports": ("supports", "support"),
    "attacks": ("objects to", "object to"),
    "undercuts": ("undercuts", "undercut"),
}


def _called(asked: Asked, target: str) -> str:
    return quoted(asked.label(target)) if target in asked.index.claims else asked.label(target)


def _reason(asked: Asked, reason: CaseReason, *, on: str | None = None) -> Line:
    """One argument: its sign, its premises, what it does; ``on`` is the target that its place does not show."""
    sign = {"supports": "+", "attacks": "−", "undercuts": "/"}[reason.bearing]
    parts: list[Part] = [(f"{sign} ", STYLES[reason.side])]
    for n, point in enumerate(reason.premises):
        parts += [(" and ", "bold"), *named(point.claim)] if n else named(point.claim)
        if point.elsewhere:
            parts.append((" (told elsewhere)", "dim"))
    several = len(reason.premises) > 1
    if several or on is not None or reason.bearing == "undercuts":
        together = ", together," if several else ""
        it = on or ("this step" if reason.bearing == "undercuts" else "it")
        parts.append(f"{together} {_DOES[reason.bearing][several]} {it}")
    if reason.inferred:
        parts.append((f" ({ADDED_STEP})", "dim"))
    return line(*parts)


def _proof(asked: Asked, reason: CaseReason, indent: int) -> list[Line]:
    """Who stands behind the premises and the step, and the words of the passages."""
    told: list[Line] = []
    for stances in (*(point.stances for point in reason.premises), reason.stances):
        told += [padded(stance_line(asked, stance), indent) for stance in stances]
    places = dict.fromkeys(place for point in reason.premises for place in point.claim.at)
    return told + quotes(asked, places, indent)


def _point(asked: Asked, point: Point, side: str) -> list[Line]:
    told: list[Line] = [padded(line((f"{SIGNS[side]} ", STYLES[side]), *named(point.claim)), 2)]
    told += [padded(stance_line(asked, stance), 6) for stance in point.stances]
    return told + quotes(asked, point.claim.at, 6)
