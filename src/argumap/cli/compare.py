"""``argumap compare``: two stakeholders, or two positions, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking, named, objection_line, quotes
from argumap.cli._console import heading, line, padded, styled
from argumap.model import mention, quoted
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.table import Table

    from argumap.cli._asking import Asked
    from argumap.cli._console import Line, Part
    from argumap.query import AnswerNode, Comparison, Leaning, OpposingArgument, Shared


@click.command("compare", short_help="Tell where two stakeholders, or two positions, agree and differ.")
@click.argument("a")
@click.argument("b")
@asking
def command(asked: Asked, a: str, b: str) -> None:
    """Compare A and B, two stakeholders or two positions.

    Told are the positions on which they lean apart, the claims they agree and differ on, how one's points
    attack the other's, and what only one speaks to.

    \b
    Example: argumap compare altman lecun -m open-vs-closed-ai
    """
    from argumap.query import compare

    asked.answer(compare(asked.index, a, b), _told, of_speech=True)


def _told(asked: Asked, comparison: Comparison) -> Iterator[Line | Table]:
    a, b = comparison.a.label, comparison.b.label
    yield heading(f"{a} and {mention(b)}")
    opposed = [quoted(p.position.label) for p in comparison.positions if p.opposed]
    apart = not comparison.agreed and not comparison.disputed
    if opposed and apart:
        yield line(f"They oppose each other on {' and '.join(opposed)}, and never take a side on the same claim.")
    yield from _leanings(a, b, comparison.positions)
    yield from _shared(asked, "They agree on", a, b, comparison.agreed)
    yield from _shared(asked, "They differ on", a, b, comparison.disputed)
    if apart and not opposed:
        yield from _section("There is no claim that both take a side on")
    if comparison.contradictions:
        yield from _section("They hold claims that contradict each other")
        for pair in comparison.contradictions:
            yield padded(line(f"{a}: {quoted(pair.a.label)} ≠ {b}: {quoted(pair.b.label)}"), 2)
    yield from _attacks(asked, a, b, comparison.attacks)
    yield from _only(asked, a, comparison.only_a)
    yield from _only(asked, b, comparison.only_b)


def _section(title: str) -> Iterator[Line]:
    yield line("")
    yield heading(title)


def _leanings(a: str, b: str, positions: Iterable[Leaning]) -> Iterator[Line | Table]:
    opposed = [p for p in positions if p.opposed]
    other = [p for p in positions if not p.opposed]
    if opposed:
        yield from _section("They speak for opposite sides of")
        yield _table(a, b, opposed)
    if other:
        yield from _section("Other positions they speak to")
        yield _table(a, b, other)
    if not opposed and not other:
        return
    yield line(("  + points for, − points against", "dim"))


def _table(a: str, b: str, positions: Iterable[Leaning]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2))
    for column in ("", a, b):
        table.add_column(styled(column))
    for p in positions:
        table.add_row(
            styled(f"  {p.position.label}", (f" [{p.position.id}]", "dim")),
            styled(_counts(p.a_for, p.a_against)),
            styled(_counts(p.b_for, p.b_against)),
        )
    return table


def _counts(speaking_for: int, against: int) -> str:
    return " ".join(f"{sign}{n}" for sign, n in (("+", speaking_for), ("−", against)) if n) or "–"


def _shared(asked: Asked, title: str, a: str, b: str, shared: tuple[Shared, ...]) -> Iterator[Line]:
    if shared:
        yield from _section(title)
    for one in shared:
        yield padded(
            line(
                *named(one.claim),
                f": {mention(a)} {_SIDE[one.a]}, {mention(b)} {_SIDE[one.b]}",
                *_where(asked, one.claim),
            ),
            2,
        )
        yield from quotes(asked, one.claim.at, 4)


def _where(asked: Asked, node: AnswerNode) -> list[Part]:
    return [(f"  {asked.places(node.at)}", "cyan")] if node.at else []


_SIDE = {"for": "for", "against": "against", "both": "for and against"}


def _attacks(asked: Asked, a: str, b: str, attacks: tuple[OpposingArgument, ...]) -> Iterator[Line]:
    for by, (attacker, attacked) in {"a": (a, b), "b": (b, a)}.items():
        clashes = [clash for clash in attacks if clash.by == by]
        if clashes:
            yield from _section(f"Points of {mention(attacker)} against points of {mention(attacked)}")
        for clash in clashes:
            told, places = objection_line(asked, clash)
            yield padded(told, 2)
            yield from quotes(asked, places, 4)


def _only(asked: Asked, name: str, nodes: tuple[AnswerNode, ...]) -> Iterator[Line]:
    if nodes:
        yield from _section(f"Only {mention(name)} speaks to {counted(len(nodes), 'claim')}")
    for node in nodes:
        yield padded(line(*named(node), *_where(asked, node)), 2)
        yield from quotes(asked, node.at, 4)


PLUGIN = CommandEntry("ask", command)
