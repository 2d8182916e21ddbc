"""Abstract argumentation frameworks (P. M. Dung, Artificial Intelligence 77, 1995) in the text formats of solvers.

An argument of a framework has a name and no words: it becomes a claim that says its name. An attack becomes a step
from one claim to the other, a self-attack too, for what it decides would be decided otherwise without it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from argumap.errors import OtherTool
from argumap.formats._foreign import Foreign, Imported, Loss, LossKind, join_lines, keep_lines
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title, name_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Origin
from argumap.semantics import build_framework
from argumap.text import Slugs, get_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from argumap.formats import Export

KIN: Final = ("af", "apx", "tgf")
"""The formats whose files are frameworks."""

Pair: TypeAlias = tuple[str, str]
Fact: TypeAlias = tuple[str, ...]
"""That there is an argument, ``("argument", key)``, or a relation, ``("attacks", key, key)``."""
_LANGUAGE: Final = "en"


@dataclass(slots=True)
class FrameworkFile:
    """A framework as a file has it: what each argument is called by its key, and who attacks and supports whom.

    ``facts`` are those that each of the ``lines`` tells, by its number from 0.
    """

    lines: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    relations: dict[Fact, None] = field(default_factory=dict)
    facts: defaultdict[int, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    losses: list[Loss] = field(default_factory=list)

    def name(self, line: int, key: str, name: str) -> None:
        """Note an argument that a line declares."""
        if key in self.names:
            self.losses.append(Loss(LossKind.ASIDE, "an argument that is declared already", key))
        self.names.setdefault(key, name)
        self.facts[line].append(("argument", key))

    def relate(self, line: int, bearing: Bearing, start: str, end: str) -> None:
        """Note a relation that a line tells, or why it is none."""
        fact = (str(bearing), start, end)
        told = f"{start} → {end}"
        if start not in self.names or end not in self.names:
            self.losses.append(Loss(LossKind.ASIDE, "a relation of what is no argument of the framework", told))
        elif start == end and bearing is Bearing.SUPPORTS:
            self.losses.append(Loss(LossKind.ASIDE, "a support of an argument by itself", told))
        else:
            self.facts[line].append(fact)
            if fact in self.relations:
                self.losses.append(Loss(LossKind.ASIDE, "a relation that is told already", told))
            self.relations[fact] = None


_WORDLESS = (
    "these are names and what attacks what, no words of anybody; `argumap extensions -m MAP` tells which can "
    "stand together, and a claim gets its words in the map's `text:`"
)


def read_framework(foreign: Foreign, file: FrameworkFile) -> Imported:
    """The map of a framework."""
    slugs = Slugs(get_language(_LANGUAGE), taken=())
    ids = {key: slugs.make(name, names=True) for key, name in file.names.items()}
    why = "an argument without words, held by its name"
    wordless = [Loss(LossKind.NEARLY, why, key) for key, name in file.names.items() if " " not in name]
    step_ids = StepIds(slugs)
    record = ArgumentMap(
        title=name_map(foreign.name),
        claims=tuple(
            Claim(ids[key], name, title=make_title(name), origin=Origin(id=key))
            for key, name in file.names.items()
        ),
        arguments=tuple(
            Argument(
                # One argument may both attack and support another.
                step_ids.make([ids[start]], ids[end], f"for {ids[end]}"),
                (ids[start],),
                Bearing(bearing),
                ids[end],
                origin=Origin(id=f"{start} → {end}"),
            )
            for bearing, start, end in file.relations
        ),
    )
    told = (_WORDLESS,) if len(wordless) == len(file.names) else ()
    return Imported(record, keep_lines(foreign.text), (*wordless, *file.losses), told=told)


def parse_kept(export: Export, parse: Callable[[Foreign], FrameworkFile]) -> FrameworkFile | None:
    """The file that a map came from, of its lines; None where there are none, or they are no file any more."""
    if not export.kept:
        return None
    try:
        return parse(Foreign("kept", join_lines(export.kept)))
    except OtherTool:
        return None


@dataclass(frozen=True, slots=True)
class FlatMap:
    """A map as a framework: its arguments by id, with the words of those that are claims, and its relations.

    ``origins`` are the keys that claims have in the file that they came from. Supports are only there where the
    map came from a framework that has them, for solvers know none.
    """

    words: Mapping[str, str]
    origins: Mapping[str, str]
    relations: Sequence[Fact]


def flatten_map(export: Export, format_name: str) -> FlatMap:
    """A map as the framework that its statuses without standards are worked out on.

    Where all that tells is attacks from one claim on another, as in every framework that came in, these are the
    whole of it; else each step, and each lack of a premise, is an argument of its own.
    """
    record = export.map
    framework = build_framework(record)
    claims = {claim.id: claim.text for claim in record.claims}
    origins = _find_origins(record, format_name)
    steps = _find_plain_steps(record, set(framework.arguments) - claims.keys())
    if steps is None:
        words = {name: claims.get(name, "") for name in framework.arguments}
        return FlatMap(words, origins, [("attacks", *pair) for pair in framework.attacks])
    attacks = dict.fromkeys((step.premises[0], step.target) for step in steps)
    attacks |= dict.fromkeys(pair for pair in framework.attacks if claims.keys() >= set(pair))
    return FlatMap(claims, origins, [*(("attacks", *pair) for pair in attacks), *_find_supports(record)])


def _find_origins(record: ArgumentMap, format_name: str) -> dict[str, str]:
    came = record.origin.format if record.origin else None
    own = ((claim.id, claim.origin) for claim in record.claims if claim.origin and claim.origin.id)
    return {name: origin.id or "" for name, origin in own if (origin.format or came) == format_name}


def _find_plain_steps(record: ArgumentMap, telling: AbstractSet[str]) -> list[Argument] | None:
    """The steps that tell, if each attacks from one claim and is not undercut; None where anything else tells."""
    hit = {step.target for step in record.arguments}
    steps = [step for step in record.arguments if step.id in telling]
    lacks = sum(name.startswith("not:") for name in telling)
    plain = all(
        step.bearing is Bearing.ATTACKS and len(step.premises) == 1 and step.id not in hit for step in steps
    )
    return steps if plain and len(steps) + lacks == len(telling) else None


def _find_supports(record: ArgumentMap) -> list[Fact]:
    if record.origin is None or record.origin.format not in KIN:
        return []
    return [
        ("supports", step.premises[0], step.target)
        for step in record.arguments
        if step.bearing is Bearing.SUPPORTS and len(step.premises) == 1
    ]


def merge_framework(
    file: FrameworkFile, names: Mapping[str, str], relations: Iterable[Fact], render: Callable[[Fact], str]
) -> str:
    """The lines of a file with what is no more taken out, new arguments behind the last one, new relations last.

    ``render`` writes a fact as a line has it. What is no fact stays as it was.
    """
    now = dict.fromkeys([*(("argument", key) for key in names), *relations])
    known = set(chain.from_iterable(file.facts.values()))
    new = [fact for fact in now if fact not in known]
    arguments = [render(fact) for fact in new if fact[0] == "argument"]
    others = [render(fact) for fact in new if fact[0] != "argument"]
    last = max((n for n, facts in file.facts.items() if facts[0][0] == "argument"), default=-1)
    whole: list[str] = []
    for n, line in enumerate(file.lines):
        whole += _revise_line(line, file.facts.get(n, []), now, render)
        whole += arguments if n == last else ()
    end = len(whole)
    while end and not whole[end - 1].strip():
        end -= 1
    return "\n".join([*whole[:end], *others, *(whole[end:] or [""])])


def _revise_line(
    line: str, facts: Sequence[Fact], now: Mapping[Fact, None], render: Callable[[Fact], str]
) -> Iterator[str]:
    stay = [fact for fact in facts if fact in now]
    if len(stay) == len(facts):
        yield line
    elif stay:
        yield " ".join(map(render, stay))


def call_arguments(flat: FlatMap, propose: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """A key for each argument of a flat map: that of its file, else the first proposed that is free."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for name in flat.words:
        origin = flat.origins.get(name, "")
        if origin and origin not in taken:
            keys[name] = origin
            taken.add(origin)
    for name in flat.words:
        if name not in keys:
            proposed = [*propose(name)]
            made, n = next((each for each in proposed if each not in taken), proposed[-1]), 2
            while made in taken:
                made, n = f"{proposed[-1]}_{n}", n + 1
            keys[name] = made
            taken.add(made)
    return keys
