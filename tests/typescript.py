"""Types of a payload's records as TypeScript declares them, and data held against the types."""

from __future__ import annotations

import types
import typing
from typing import TYPE_CHECKING, Any, Literal, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

if TYPE_CHECKING:
    from types import ModuleType

_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean"}


def declare(module: ModuleType) -> str:
    """The declarations of all record types of ``module``, in its order."""
    records = [each for each in vars(module).values() if is_typeddict(each) and each.__module__ == module.__name__]
    lines = [f"/* Written anew from {module.__name__}; change that, and the test says how. */", ""]
    for record in records:
        lines += [f"export interface {_name(record)} {{"]
        for key, kind in get_type_hints(record, include_extras=True).items():
            optional = get_origin(kind) is NotRequired
            lines.append(f"  {key}{'?' if optional else ''}: {spell(get_args(kind)[0] if optional else kind)};")
        lines += ["}", ""]
    return "\n".join(lines[:-1]) + "\n"


def _name(record: Any) -> str:
    """Its own name in Python tells it from the record that it is the data of; the scripts know only data."""
    return str(record.__name__).removesuffix("Data")


def spell(kind: Any) -> str:
    """A Python type in TypeScript's words."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if is_typeddict(kind):
        return _name(kind)
    if origin is Literal:
        return " | ".join(f'"{each}"' for each in arguments)
    if origin is list:
        inner = spell(arguments[0])
        return f"({inner})[]" if _is_choice(arguments[0]) else f"{inner}[]"
    if origin is tuple:
        return f"[{', '.join(map(spell, arguments))}]"
    if origin is dict:
        return f"Record<{spell(arguments[0])}, {spell(arguments[1])}>"
    if origin in {types.UnionType, typing.Union}:
        return " | ".join(map(spell, arguments))
    raise TypeError(f"no TypeScript for {kind!r}")


def _is_choice(kind: Any) -> bool:
    return get_origin(kind) in {types.UnionType, typing.Union, Literal}


def find_misfits(value: Any, kind: Any, where: str = "$") -> list[str]:
    """Where ``value``, as JSON has it, is not what ``kind`` says: a path and what is wrong there."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_typeddict(kind):
        return _record_misfits(value, kind, where)
    if origin is list:
        return _not_a(list, value, where) or [
            m for n, each in enumerate(value) for m in find_misfits(each, arguments[0], f"{where}[{n}]")
        ]
    if origin is tuple:
        wrong = _not_a(list, value, where)
        if wrong or len(value) != len(arguments):
            return wrong or [f"{where}: {len(value)} values"]
        return [m for n, each in enumerate(value) for m in find_misfits(each, arguments[n], f"{where}[{n}]")]
    if origin is dict:
        return _not_a(dict, value, where) or [
            m for key, each in value.items() for m in find_misfits(each, arguments[1], f"{where}.{key}")
        ]
    if origin in {types.UnionType, typing.Union}:
        fits = any(not find_misfits(value, each, where) for each in arguments)
        return [] if fits else [f"{where}: {value!r} is none of {kind}"]
    if origin is Literal:
        return [] if value in arguments else [f"{where}: {value!r}"]
    return _not_a((int, float) if kind is float else kind, value, where)


def _record_misfits(value: Any, kind: Any, where: str) -> list[str]:
    wrong = _not_a(dict, value, where)
    if wrong:
        return wrong
    hints = get_type_hints(kind)
    # With annotations kept as texts, the class itself cannot tell which of its keys may be missing.
    marked = get_type_hints(kind, include_extras=True)
    required = {key for key, each in marked.items() if get_origin(each) is not NotRequired}
    missing = [f"{where}: no {key}" for key in sorted(required - value.keys())]
    unknown = [f"{where}: unknown {key}" for key in sorted(value.keys() - hints.keys())]
    inner = [
        m for key, each in value.items() if key in hints for m in find_misfits(each, hints[key], f"{where}.{key}")
    ]
    return [*missing, *unknown, *inner]


def _not_a(kind: Any, value: Any, where: str) -> list[str]:
    fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    return [] if fits else [f"{where}: {value!r}"]
