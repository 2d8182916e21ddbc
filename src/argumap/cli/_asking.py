"""What the commands that ask share: the maps asked, the words of passages, and answers told to a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from argumap.cli._options import json_option, map_option, source_option
from argumap.model import mention, quoted
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from rich.console import RenderableType
    from rich.text import Text

    from argumap.anchoring import AnchorState
    from argumap.model import Index
    from argumap.project import Map
    from argumap.query import Clash, Node, Objection, Other, Place, Speaker, Stance

T = TypeVar("T")
P = ParamSpec("P")

SIGNS = {"for": "+", "against": "−", "both": "±"}
STYLES = {"for": "green", "against": "red", "both": "yellow"}


def asking(function: Callable[Concatenate[Asked, P], None]) -> Callable[..., None]:
    """A command over maps: its options say which, whether passages are quoted, and how the answer is printed."""

    @map_option
    @source_option
    @click.option(
        "--quote", "quoted", is_flag=True, help="Print the words of each passage; the article must be at hand."
    )
    @json_option
    @wraps(function)
    def command(
        map_paths: tuple[str, ...],
        sources: Mapping[str, Path],
        quoted: bool,
        as_json: bool,
        *arguments: P.args,
        **options: P.kwargs,
    ) -> None:
        function(ask(map_paths, sources, quoted=quoted, as_json=as_json), *arguments, **options)

    return command


@dataclass(frozen=True)
class Asked:
    """The maps that a question goes to, as one, and the words of their passages where those are wanted."""

    maps: Mapping[str, Map]
    index: Index
    quoted: bool = False
    as_json: bool = False

    def answer(self, found: T, told: Callable[[Asked, T], Iterable[RenderableType]]) -> None:
        """Print ``found`` as JSON, or as ``told`` words it for a person."""
        if self.as_json:
            from argumap.cli._console import print_json

            print_json(self.to_json(found))
        else:
            show(*told(self, found))

    def place(self, place: Place) -> str:
        """A passage as a person names it: its source is left out where its map has only one."""
        at = place.at or quoted(place.quote or "")
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
            for name, opened in self.maps.items()
            for state in opened.anchor_states
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


def ask(
    map_paths: Sequence[str],
    sources: Mapping[str, Path] | None = None,
    *,
    quoted: bool = False,
    as_json: bool = False,
) -> Asked:
    """Open the maps and join them. Their problems are counted on stderr and do not stand in the way."""
    from argumap.model import Index
    from argumap.project import load_all
    from argumap.query import join_maps

    maps = load_all(map_paths, sources)
    for opened in maps.values():
        if opened.problems:
            problems = counted(len(opened.problems), "problem")
            click.echo(f"{opened.name} has {problems}; see argumap check {opened.name}", err=True)
    if quoted and not any(opened.articles for opened in maps.values()):
        click.echo("no article is at hand; give it with --source FILE", err=True)
    if len(maps) == 1:
        return Asked(maps, next(iter(maps.values())).index, quoted, as_json)
    return Asked(maps, Index(join_maps({name: opened.record for name, opened in maps.items()})), quoted, as_json)


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


def named(node: Node) -> list[tuple[str, str] | str]:
    """A node's title, and its id so that the next question can name it; a step says what it leads to."""
    return [f"T{node.label[1:]}"] if node.kind == "argument" else [node.label, (f" [{node.id}]", "dim")]


def speaker(by: Speaker) -> str:
    return by.name if by.type != "unspecified" else f"{by.name} (not named)" if by.name != by.id else by.id


def voice(stance: Stance) -> str:
    """What is done and in whose voice: "argues, as the author reports"."""
    loosely = "loosely " if stance.loosely else ""
    if not stance.via:
        return f"{loosely}{stance.act}"
    reporters = [mention(reporter.name) for reporter in stance.via]
    first = f"{loosely}{stance.act}, as {reporters[0]} reports"
    return first + "".join(f", who has it from {name}" for name in reporters[1:])


def stance_line(asked: Asked, stance: Stance, *, who: bool = True) -> Text:
    parts: list[tuple[str, str] | str] = [(f"{speaker(stance.by)} ", "bold")] if who else []
    parts.append(voice(stance))
    if stance.cue:
        parts.append((f"  ({quoted(stance.cue)})", "dim"))
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
                padded(line((f"{asked.place(place)}: ", "cyan"), (quoted(words), "italic"), changed), indent)
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


def objection_line(asked: Asked, objection: Objection | Clash) -> tuple[Text, Iterable[Place]]:
    """What is held against what, and where its premises are said."""
    premises = " and ".join(quoted(premise.label) for premise in objection.premises)
    does = "against" if objection.bearing == "attacks" else "undercutting"
    target = objection.target
    against = quoted(target.label) if target.kind == "claim" else target.label
    places = dict.fromkeys(place for premise in objection.premises for place in premise.at)
    return line(
        f"{premises} {does} {against}", (f" [{objection.argument}]", "dim"), (f"  {asked.places(places)}", "cyan")
    ), places
