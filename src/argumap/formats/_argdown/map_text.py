"""A map put together as the text of a map file, so that its own reader judges what foreign data may be."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.errors import Severity
from argumap.formats._foreign import Loss, LossKind
from argumap.mapfile import parse_map

if TYPE_CHECKING:
    from argumap.errors import Problem
    from argumap.mapfile import YamlNode
    from argumap.model import ArgumentMap

_SECTIONS = ("sources", "sections", "issues", "stakeholders", "concepts", "claims", "arguments")
# What JSON leaves as it is and YAML takes only as an escape.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
# What is dropped may be what others refer to, and so on; after that nothing foreign is left.
_ROUNDS = 4


@dataclass(slots=True)
class _MapEntry:
    """A record: what it says for sure, and what foreign data say of it in the words of a map file."""

    base: dict[str, YamlNode]
    extra: dict[str, YamlNode]
    origin: str


@dataclass(slots=True)
class MapText:
    """The records of a map in the making, by section and id; ``keys`` are those of the whole map."""

    title: str = ""
    keys: dict[str, YamlNode] = field(default_factory=dict)
    entries: dict[str, dict[str, _MapEntry]] = field(default_factory=lambda: {name: {} for name in _SECTIONS})

    def add(
        self, section: str, record_id: str, base: dict[str, YamlNode], extra: dict[str, YamlNode], origin: str
    ) -> None:
        self.entries[section][record_id] = _MapEntry(base, extra, origin)

    def extend(self, section: str, record_id: str, key: str, value: str) -> None:
        """Put ``value`` into a list of a record."""
        known = self.entries[section][record_id].base.setdefault(key, [])
        if isinstance(known, list) and value not in known:
            known.append(value)

    def read(self) -> tuple[ArgumentMap, list[Loss]]:
        """The map, and what of the foreign data it cannot hold."""
        losses: list[Loss] = []
        for n in range(_ROUNDS):
            lines, owners = self._write()
            reading = parse_map("\n".join(lines))
            errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
            if not errors:
                return reading.map, losses
            losses += self._drop(errors, owners) if n < _ROUNDS - 1 else self._drop_all(errors)
        return parse_map("\n".join(self._write()[0])).map, losses

    def _write(self) -> tuple[list[str], list[_MapEntry | str | None]]:
        """The lines of the map file, and of each the record or the key that it writes."""
        lines = ["argumap: 1", f"title: {_dump(self.title)}"]
        owners: list[_MapEntry | str | None] = [None, None]
        for key, value in self.keys.items():
            lines.append(f"{key}: {_dump(value)}")
            owners.append(key)
        for section, entries in self.entries.items():
            if entries:
                lines.append(f"{section}:")
                owners.append(None)
            for record_id, entry in entries.items():
                lines.append(f"  {_dump(record_id)}: {_dump({**entry.base, **entry.extra})}")
                owners.append(entry)
        return lines, owners

    def _drop(self, errors: list[Problem], owners: list[_MapEntry | str | None]) -> list[Loss]:
        losses: list[Loss] = []
        for problem in errors:
            owner = owners[problem.line - 1] if 0 < problem.line <= len(owners) else None
            why = f"YAML data that a map cannot hold: {problem.message}"
            if isinstance(owner, str) and owner in self.keys:
                del self.keys[owner]
                losses.append(Loss(LossKind.ASIDE, why, owner))
            elif isinstance(owner, _MapEntry) and owner.extra:
                owner.extra = {}
                losses.append(Loss(LossKind.ASIDE, why, owner.origin))
        return losses or self._drop_all(errors)

    def _drop_all(self, errors: list[Problem]) -> list[Loss]:
        told = [entry for entries in self.entries.values() for entry in entries.values() if entry.extra]
        for entry in told:
            entry.extra = {}
        self.keys = {}
        why = f"YAML data that a map cannot hold: {errors[0].message}"
        return [Loss(LossKind.ASIDE, why, entry.origin) for entry in told]


def _dump(value: YamlNode) -> str:
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))
