"""A map file made to say other data, where every byte that says the same stays as it is.

Whoever changes a map changes its data, and need not know how YAML is written: what differs is found key by key,
and only these keys are written anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from argumap.errors import DoesNotFit
from argumap.mapfile.yaml_edits import find_deleted, find_spans, join_splices, write_like
from argumap.mapfile.yaml_scalars import prose, scalar
from argumap.mapfile.yaml_tree import parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.mapfile.locations import ValuePath
    from argumap.mapfile.yaml_edits import Span
    from argumap.mapfile.yaml_tree import YamlNode

_BOM = "\ufeff"
# A map, its sections and their entries are blocks; what an entry says of itself stands on one line a key.
_BLOCKS = 2
_INDENT = 2
# What a person reads is quoted even where it is one plain word.
_PROSE = frozenset(
    {
        *("title", "text", "also", "question", "label", "name", "role", "aliases", "interests", "tags"),
        *("cue", "warrant", "reason", "quote", "unseen"),
    }
)


def read_data(text: str) -> dict[str, YamlNode]:
    """The data of a map's file, empty where it holds no mapping."""
    data = parse_tree(text.removeprefix(_BOM), "").data
    return data if isinstance(data, dict) else {}


def rewrite(text: str, wanted: dict[str, YamlNode], before: dict[str, YamlNode] | None = None) -> str:
    """``text`` saying ``wanted``; raises `DoesNotFit` where that cannot be written without touching more.

    ``before`` is what it says now, where that is known.
    """
    body = text.removeprefix(_BOM)
    said = parse_tree(body, "").data if before is None else before
    if said == wanted:
        return text
    if not isinstance(said, dict):
        raise DoesNotFit("this is no map that could be changed; edit it by hand")
    rewriting = _Rewriting(body, said, wanted)
    changed = join_splices(body, rewriting.splices())
    after = parse_tree(changed, "")
    if after.data != wanted or (after.problems and len(after.problems) > len(parse_tree(body, "").problems)):
        raise DoesNotFit("this cannot be changed without touching more than was meant; edit it by hand")
    return text[: len(text) - len(body)] + changed


@dataclass(frozen=True, slots=True)
class _Splice:
    """``text`` takes the place of a stretch; ``depth`` is how deep in the data it stands."""

    start: int
    end: int
    depth: int
    text: str

    @property
    def order(self) -> tuple[int, int, int]:
        return self.start, self.end, -self.depth


class _Rewriting:
    def __init__(self, text: str, before: dict[str, YamlNode], wanted: dict[str, YamlNode]) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.before, self.wanted = before, wanted
        self.spans: dict[ValuePath, Span] = find_spans(text)

    def splices(self) -> list[tuple[int, int, str]]:
        """The stretches to be replaced, in their order; of two keys put in one place the inner one first."""
        found = sorted(self._mapping(self.before, self.wanted, ()), key=lambda splice: splice.order)
        return [(splice.start, splice.end, splice.text) for splice in found]

    def _value(self, old: YamlNode, new: YamlNode, path: ValuePath) -> Iterator[_Splice]:
        if old == new:
            return
        if isinstance(old, dict) and isinstance(new, dict) and old and new:
            yield from self._mapping(old, new, path)
        elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
            for n, (one, other) in enumerate(zip(old, new, strict=True)):
                yield from self._value(one, other, (*path, n))
        elif isinstance(old, list) and isinstance(new, list) and _can_shorten(old, new):
            for n in _find_gone(old, new):
                yield self._deletion((*path, n))
        else:
            yield self._replacement(new, path)

    def _mapping(self, old: dict[str, YamlNode], new: dict[str, YamlNode], path: ValuePath) -> Iterator[_Splice]:
        gone, come = [key for key in old if key not in new], [key for key in new if key not in old]
        if self._at(path).flow and len(gone) + len(come) > 1:
            yield self._replacement(new, path)
            return
        for key in gone:
            yield self._deletion((*path, key))
        last = ""
        for key, value in new.items():
            if key in old:
                yield from self._value(old[key], value, (*path, key))
                last = key
            else:
                yield self._insertion(path, last or next(iter(old)), key, value)

    def _deletion(self, path: ValuePath) -> _Splice:
        start, end = find_deleted(self.text, self._at(path), self._at(path[:-1]))
        return _Splice(start, end, len(path), "")

    def _insertion(self, path: ValuePath, after: str, key: str, value: YamlNode) -> _Splice:
        span = self._at((*path, after))
        if self._at(path).flow:
            return _Splice(span.last, span.last, len(path), f", {scalar(key)}: {_flow(key, value)}")
        indent = span.key - (self.text.rfind("\n", 0, span.key) + 1)
        end = self.text.find("\n", max(span.last - 1, span.key)) + 1
        rows = self.newline.join(_block(key, value, indent, len(path)))
        if end:
            return _Splice(end, end, len(path), f"{rows}{self.newline}")
        return _Splice(len(self.text), len(self.text), len(path), f"{self.newline}{rows}")

    def _replacement(self, new: YamlNode, path: ValuePath) -> _Splice:
        span = self._at(path)
        old = self.text[span.start : span.end]
        if isinstance(new, str) and span.scalar and old:
            return _Splice(span.start, span.end, len(path), write_like(old, new))
        name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        if not isinstance(path[-1], str) or self._at(path[:-1]).flow:
            return _Splice(span.start, span.last, len(path), _flow(name, new))
        indent = span.key - (self.text.rfind("\n", 0, span.key) + 1)
        rows = self.newline.join(_block(name, new, indent, len(path) - 1))[indent + len(scalar(name)) :]
        ending = self.newline if self.text[span.key : span.last].endswith("\n") else ""
        return _Splice(span.key_end, span.last, len(path), f"{rows}{ending}")

    def _at(self, path: ValuePath) -> Span:
        if path not in self.spans:
            raise DoesNotFit(f"{'.'.join(map(str, path))} stands behind an alias; write it out first")
        return self.spans[path]


def _can_shorten(old: Sequence[YamlNode], new: Sequence[YamlNode]) -> bool:
    """Whether ``new`` is ``old`` without one item; of several the list is written anew, as their places touch."""
    return bool(new) and len(old) - len(new) == 1 == len(_find_gone(old, new))


def _find_gone(old: Sequence[YamlNode], new: Sequence[YamlNode]) -> list[int]:
    """The places of what ``new`` leaves out, where it is ``old`` without some of its items."""
    gone, n = [], 0
    for place, item in enumerate(old):
        if n < len(new) and item == new[n]:
            n += 1
        else:
            gone.append(place)
    return gone


def _block(key: str, value: YamlNode, indent: int, depth: int) -> Iterator[str]:
    blank = " " * indent
    if depth < _BLOCKS and _is_mapping(value):
        yield f"{blank}{scalar(key)}:"
        for inner, each in value.items():
            yield from _block(inner, each, indent + _INDENT, depth + 1)
    elif key == "said" and isinstance(value, list) and len(value) > 1:
        yield f"{blank}said:"
        yield from (f"{blank}  - {_flow(key, each)}" for each in value)
    else:
        yield f"{blank}{scalar(key)}: {_flow(key, value)}"


def _is_mapping(value: YamlNode) -> TypeGuard[dict[str, YamlNode]]:
    return isinstance(value, dict) and bool(value)


def _flow(key: str, value: YamlNode) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{scalar(name)}: {_flow(name, each)}' for name, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(key, each) for each in value)}]"
    text = value or ""
    return prose(text) if key in _PROSE else scalar(text)
