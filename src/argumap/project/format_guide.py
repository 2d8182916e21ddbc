"""Which format a person wants: by the tool that they come from or hand a map to, and what they will miss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from argumap.formats import FORMATS
from argumap.project.fidelity import Fidelity, find_kept_of_plain_map, measure
from argumap.project.format_choice import find_formats, order_formats
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from argumap.formats import Family, Format

AREAS: Final[Mapping[str, tuple[str, ...]]] = {
    "who says what": (
        "speakers",
        "who says what",
        "what they do with it",
        "reported speech",
        "loose attributions",
        "cues",
        "dates of statements",
    ),
    "questions": ("questions", "answers"),
    "undercuts": ("undercuts",),
    "linked premises": ("linked premises",),
    "passages": ("passages", "quotations"),
    "sources": ("sources",),
    "titles": ("titles",),
    "types, dates, tags": ("types of claims", "dates of claims", "tags"),
    "claims": ("claims", "order of claims"),
    "supports": ("supports",),
    "attacks": ("attacks",),
    "contradictions": ("contradictions",),
    "rephrases": ("rephrases", "further wordings"),
    "schemes": ("schemes", "warrants"),
    "scores": ("base scores", "weights", "standards", "expectations"),
    "concepts": ("concepts",),
    "stakes": ("stakes",),
    "implicit claims": ("implicit claims", "steps added by the map"),
    "what people are": ("roles of people", "other names of people"),
}
"""The features of a map put together under plain words; what most people would miss first comes first."""
_FEW = 3


@dataclass(frozen=True, slots=True)
class FormatLine:
    """A format in one line: its name, the ``tool`` it is known from, which ways it goes, what stays behind."""

    name: str
    tool: str
    ways: str
    misses: tuple[str, ...]

    def tell_misses(self, room: int) -> str:
        """What stays behind, as far as whole words of it fit into so many letters."""
        told = ", ".join(self.misses) or "nothing"
        if len(told) <= room:
            return told
        shown = list(self.misses)
        while shown and len(", ".join(shown)) + 3 > room:
            shown.pop()
        return ", ".join([*shown, "…"])


def build_format_guide(names: Iterable[str] = FORMATS) -> dict[Family, list[FormatLine]]:
    """The formats, or some of them, in a line each under their families."""
    guide: dict[Family, list[FormatLine]] = {}
    for name in order_formats(names):
        plug_in = FORMATS[name]
        told = FormatLine(name, plug_in.tool or plug_in.title, _tell_ways(plug_in), find_misses(plug_in))
        guide.setdefault(plug_in.family, []).append(told)
    return guide


def _tell_ways(plug_in: Format) -> str:
    if plug_in.read is None:
        return "export"
    return "import" if plug_in.write is None else "both"


def tell_ways(names: Iterable[str]) -> list[str]:
    """What each of some formats reads and writes, with the calls, in plain words."""
    words = {"both": "read and written", "import": "read only", "export": "written only"}
    told = []
    for name in names:
        plug_in = FORMATS[name]
        files = "a folder of notes" if plug_in.folder else ", ".join(plug_in.suffixes)
        calls = "; ".join(call for _, call in FormatSheet(name, plug_in).tell_calls())
        told.append(f"{name}: {words[_tell_ways(plug_in)]}, {files}: {calls}")
    return told


def find_misses(plug_in: Format) -> tuple[str, ...]:
    """What stays behind on the way through a format, in the plainest words.

    Of one that is only read that is what no map holds of its files; of any other, what it does not hold of a map.
    """
    if plug_in.write is None:
        return plug_in.aside
    kept = measure(plug_in)
    if not kept:
        return plug_in.loses
    lost = [feature for feature in kept if kept[feature] is Fidelity.LOST]
    held = [feature for feature in kept if kept[feature] is not Fidelity.LOST]
    if len(held) <= _FEW:
        return (f"everything but {' and '.join(_find_areas(held, any))}",)
    return tuple(lost if len(lost) <= _FEW else _find_areas(lost, all) or lost)


def sum_up_features(features: Sequence[str]) -> list[str]:
    """Features in fewer words: an area for all that is in it, where all of it is there."""
    areas = _find_areas(features, all)
    inside = {feature for area in areas for feature in AREAS[area]}
    return [*areas, *(feature for feature in features if feature not in inside)]


def _find_areas(features: Sequence[str], whole: Callable[[Iterable[bool]], bool]) -> list[str]:
    return [area for area, inner in AREAS.items() if whole(feature in features for feature in inner)]


@dataclass(frozen=True, slots=True)
class FormatSheet:
    """All that a person may ask of one format."""

    name: str
    format: Format

    @property
    def kept(self) -> dict[Fidelity, list[str]]:
        """What a map has, by how much of it comes back; nothing for a format that goes one way."""
        measured = measure(self.format)
        found = {each: [f for f in measured if measured[f] is each] for each in Fidelity}
        return {each: sum_up_features(features) for each, features in found.items()} if measured else {}

    @property
    def plainly(self) -> list[str]:
        """What comes back only of a map that has nothing but names and attacks."""
        return find_kept_of_plain_map(self.format)

    def tell_calls(self) -> list[tuple[str, str]]:
        """The ways it goes, each with the command line."""
        calls = []
        if self.format.read:
            calls.append(("import", "argumap import FILE"))
        if self.format.write:
            place = " -o FOLDER" if self.format.folder else ""
            calls.append(("export", f"argumap export MAP --to {self.name}{place}"))
        return calls

    def tell_limits(self) -> list[str]:
        """What there is to know before it is used, sentence by sentence."""
        told = []
        if self.format.read is None:
            others = [name for name in find_formats(self.name) if FORMATS[name].read]
            instead = f"; it can from {joined(others)}" if others else ""
            told.append(f"It is written only: a map cannot be taken over from it{instead}.")
        elif self.format.write is None:
            told.append("It is read only: no map is handed on in it.")
        if self.format.read and not self.format.lasting_ids:
            told.append("Its files have no lasting ids, so a newer file comes in as a map of its own (--as).")
        if self.format.columns:
            told.append("What its columns are for is told by --dry-run and said by --columns USE=HEADING.")
        if len(self.format.suffixes) > 1:
            told.append("It takes several files, which lie beside each other.")
        return told
