"""What the commands that ask share: the maps asked, the words of passages, and answers told to a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from rich.console import RenderableType
    from rich.text import Text

    from argumap.anchoring import AnchorState
    from argumap.model import Index
    from argumap.project import Map
    from argumap.query import Case, Node, Other, Place, Point, Reason, Speaker, Stance

F = TypeVar("F", bound="Callable[..., Any]")

SIGNS = {"for": "+", "against": "−", "both": "±"}
STYLES = {"for": "green", "against": "red", "both": "yellow"}


def quote_option(function: F) -> F:
    return click.option(
        "--quote", "quoted", is_flag=True, help="Print the words of each passage; the article must be at hand."
    )(function)


def case_options(function: F) -> F:
    """How much of a case is told, and how."""
    for option in (
        click.option("--unanswered", is_flag=True, help="Only the points that nothing answers."),
        click.option("--flat", is_flag=True, help="A list, the nearest arguments first, instead of a tree."),
        click.option("--depth", type=click.IntRange(1), metavar="N", help="At most N arguments away."),
    ):
        function = option(function)
    return function


@dataclass(frozen=True)
class Asked:
    """The maps that a question goes to, as one, and the words of their passages where those are wanted."""

    maps: Mapping[str, Map]
    index: Index
    quoted: bool

    def place(self, place: Place) -> str:
        """A passage as a person names it: its source is left out where its map has only one."""
        at = place.at or f"“{place.quote}”"
        name, _, source = place.source.rpartition("#")
        beside = [s for s in self.index.map.sources if s.id.rpartition("#")[0] == name]
        return at if len(beside) < 2 else f"{source}#{at}"

    def places(self, places: Iterable[Place]) -> str:
        return ", ".join(self.place(place) for place in places)

    def label(self, id: str) -> str:
        from argumap.query import get_node

        return get_node(self.index, id).label

    @cached_property
    def _anchors(self) -> Mapping[tuple[str, str], AnchorState]:
        """The passages of the articles at hand, by source (``map#source`` where several maps are asked)."""
        prefixes = {name: f"{name}#" if len(self.maps) > 1 else "" for name in self.maps}
        return {
            (f"{prefixes[name]}{state.source}", state.at): state
            for name, map in self.maps.items()
            for state in map.anchor_states
        }

    def passage(self, place: Place) -> AnchorState | None:
        """The passage as it stands in the article; None where it is not wanted, not at hand or not there."""
        state = self._anchors.get((place.source, place.at)) if self.quoted else None
        return state if state and state.text else None

    def to_json(self, answer: object) -> object:
        """The answer as plain data; where words are wanted, each passage has its ``words`` and its ``state``."""
        from argumap.query import to_json

        data = to_json(answer)
        if self.quoted:
            _add_words(data, self)
        return data


def _add_words(data: object, asked: Asked) -> None:
    from argumap.query import Place

    stack = [data]
    while stack:
        item = stack.pop()
        if isinstance(item, list):
            stack += item
        elif isinstance(item, dict):
            stack += item.values()
            if item.keys() == {"source", "at", "quote"}:
                passage = asked.passage(Place(**item))
                item["words"] = passage.text if passage else None
                item["state"] = str(passage.state) if passage else None


def ask(map_paths: Sequence[str], sources: Mapping[str, Path] | None = None, *, quoted: bool = False) -> Asked:
    """Open the maps and join them. Their problems are counted on stderr and do not stand in the way."""
    from argumap.model import Index
    from argumap.project import load_all
    from argumap.query import build_atlas

    maps = load_all(map_paths, sources)
    for map in maps.values():
        if map.problems:
            many = len(map.problems) != 1
            click.echo(
                f"{map.name} has {len(map.problems)} problem{'s' if many else ''}; see argumap check {map.name}",
                err=True,
            )
    if quoted and not any(map.articles for map in maps.values()):
        click.echo("no article is at hand; give it with --source FILE", err=True)
    if len(maps) == 1:
        return Asked(maps, next(iter(maps.values())).index, quoted)
    return Asked(maps, Index(build_atlas({name: map.record for name, map in maps.items()})), quoted)


def show(*parts: RenderableType) -> None:
    """Print the parts. They are rendered first and written at once, so that a closed pipe is met in one place."""
    from argumap.cli._console import console

    terminal = console()
    with terminal.capture() as captured:
        for part in parts:
            terminal.print(part)
    click.echo("\n".join(row.rstrip() for row in captured.get().split("\n")), nl=False)


def clean(text: str) -> str:
    """Text from outside on one line: what would steer a terminal or turn its writing around is shown as �."""
    return "".join(c if c.isprintable() or c == "\u200d" else " " if c.isspace() else "�" for c in text)


def line(*parts: tuple[str, str] | str, indent: int = 0) -> Text:
    """One line of parts, each a text or a text and its style, wrapped under its own indent."""
    from rich.text import Text

    text = Text(" " * indent)
    for part in parts:
        content, style = (part, "") if isinstance(part, str) else part
        text.append(clean(content), style=style)
    return text


def padded(text: Text, indent: int) -> RenderableType:
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, indent))


def heading(text: str) -> Text:
    return line((text, "bold"))


def named(node: Node, *, id: bool = True) -> list[tuple[str, str] | str]:
    """A node's title, and its id so that the next question can name it."""
    return [node.label, (f" [{node.id}]", "dim")] if id and node.kind != "argument" else [node.label]


def speaker(by: Speaker) -> str:
    return by.name if by.type != "unspecified" else f"{by.name} (not named)" if by.name != by.id else by.id


def voice(stance: Stance) -> str:
    """What is done and in whose voice: "argues, as the author reports"."""
    loosely = "loosely " if stance.loosely else ""
    if not stance.via:
        return f"{loosely}{stance.act}"
    reporters = [reporter.name for reporter in stance.via]
    first = f"{loosely}{stance.act}, as {reporters[0]} reports"
    return first + "".join(f", who has it from {name}" for name in reporters[1:])


def stance_line(asked: Asked, stance: Stance, *, who: bool = True) -> Text:
    parts: list[tuple[str, str] | str] = [(f"{speaker(stance.by)} ", "bold")] if who else []
    parts.append(voice(stance))
    if stance.cue:
        parts.append((f"  (“{stance.cue}”)", "dim"))
    if stance.date:
        parts.append((f"  {stance.date}", "dim"))
    if stance.at:
        parts.append((f"  {asked.places(stance.at)}", "cyan"))
    return line(*parts)


def quotes(asked: Asked, places: Iterable[Place], indent: int) -> list[RenderableType]:
    """The words of the passages, one line each; what is no longer as it was pinned says so."""
    told = []
    for place in places:
        passage = asked.passage(place)
        if passage:
            changed = "" if passage.state in _UNCHANGED else f" ({passage.state} since it was pinned)"
            words = " ".join(passage.text.split())
            told.append(
                padded(line((f"{asked.place(place)}: ", "cyan"), (f"“{words}”", "italic"), changed), indent)
            )
    return told


_UNCHANGED = {"exact", "cosmetic", "moved"}


_VERDICTS = {
    "agrees": "agrees",
    "disagrees": "disagrees",
    "mixed": "agrees in part and disagrees in part",
    "open": "takes no side",
    "reports": "only reports it",
}


def other_line(asked: Asked, other: Other) -> Text:
    parts: list[tuple[str, str] | str] = [(f"{speaker(other.by)} ", "bold"), _VERDICTS[other.verdict]]
    if other.stances:
        parts.append(f": {'; '.join(voice(stance) for stance in other.stances)}")
        at = list(dict.fromkeys(place for stance in other.stances for place in stance.at))
        parts.append((f"  {asked.places(at)}", "cyan"))
    return line(*parts)


def counted(number: int, word: str, plural: str | None = None) -> str:
    return f"{number} {word if number == 1 else plural or word + 's'}"


def show_case(asked: Asked, case: Case, *, flat: bool, unanswered: bool) -> None:
    """A case as a tree, as a list with the nearest first, or only the points on its side that nothing answers."""
    parts: list[tuple[str, str] | str] = [
        (f"The case {case.side} “", "bold"),
        (case.claim.label, "bold"),
        ("”", "bold"),
    ]
    top = line(*parts, (f" [{case.claim.id}]", "dim"))
    if not case.reasons:
        nothing = f"{counted(case.hidden, 'argument')} at depth 1" if case.hidden else "Nothing in this map"
        show(top, padded(line(f"{nothing}."), 2))
    elif unanswered:
        points = case.unanswered
        count = counted(len(points), "point")
        show(
            top,
            line(f"{count} {case.side} it that nothing here answers:" if points else "Every point is answered."),
        )
        show(*(part for point in points for part in _point(asked, point, case.side)))
    elif flat:
        reasons = sorted(case.reasons, key=lambda reason: reason.depth)
        show(
            top,
            *(
                part
                for reason in reasons
                for part in (padded(_reason(asked, reason), 2), *_proof(asked, reason, 6))
            ),
        )
    else:
        show(_tree(asked, case, top))


def _tree(asked: Asked, case: Case, top: Text) -> RenderableType:
    from rich.console import Group
    from rich.tree import Tree

    tree = Tree(top, guide_style="dim")
    branches: dict[str | None, Tree] = {None: tree}
    linked = {reason.argument: len(reason.premises) > 1 for reason in case.reasons}
    for reason in case.reasons:
        on = reason.target if reason.parent and linked[reason.parent] and reason.bearing != "undercuts" else None
        said = Group(_reason(asked, reason, on=on), *_proof(asked, reason, 2))
        branches[reason.argument] = branches[reason.parent].add(said)
        if reason.hidden:
            branches[reason.argument].add(
                line((f"… {counted(reason.hidden, 'more argument')} below; raise --depth", "dim"))
            )
    return tree


_DOES = {"supports": "supports", "attacks": "objects to", "undercuts": "undercuts"}


def _reason(asked: Asked, reason: Reason, *, on: str | None = None) -> Text:
    """One argument: its sign, its premises, what it does, who says so and where."""
    sign = {"supports": "+", "attacks": "−", "undercuts": "/"}[reason.bearing]
    parts: list[tuple[str, str] | str] = [(f"{sign} ", STYLES[reason.side])]
    for n, point in enumerate(reason.premises):
        parts += [(" and ", "bold"), *named(point.claim)] if n else named(point.claim)
        if point.elsewhere:
            parts.append((" (told elsewhere)", "dim"))
    linked = ", together," if len(reason.premises) > 1 else ""
    if reason.bearing == "undercuts":
        parts.append(f"{linked} undercut{'' if linked else 's'} this step" if reason.parent else linked)
    elif on is not None:
        parts.append(f"{linked} {_DOES[reason.bearing]} “{asked.label(on)}”")
    elif linked:
        parts.append(f"{linked} {'support it' if reason.bearing == 'supports' else 'object to it'}")
    if reason.inferred:
        parts.append((" (a step added by the map)", "dim"))
    return line(*parts)


def _proof(asked: Asked, reason: Reason, indent: int) -> list[RenderableType]:
    """Who stands behind the premises and the step, and the words of the passages."""
    told: list[RenderableType] = []
    for stances in (*(point.stances for point in reason.premises), reason.stances):
        told += [padded(stance_line(asked, stance), indent) for stance in stances]
    places = dict.fromkeys(place for point in reason.premises for place in point.claim.at)
    return told + quotes(asked, places, indent)


def _point(asked: Asked, point: Point, side: str) -> list[RenderableType]:
    told: list[RenderableType] = [padded(line((f"{SIGNS[side]} ", STYLES[side]), *named(point.claim)), 2)]
    told += [padded(stance_line(asked, stance), 6) for stance in point.stances]
    return told + quotes(asked, point.claim.at, 6)
