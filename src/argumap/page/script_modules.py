"""The modules of a page's script joined into one text, which is the only script that a page may run.

A module is a file of ours in plain JavaScript: static imports of names, `import {a, b as c} from "./x.js";`, and
exports before what they name, `export function a…` or `export const b…`. Each becomes a function called at once,
so that no two modules share a private name. What only the type checker reads is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_IMPORT = re.compile(r"^import\s*\{([^{}]*)\}\s*from\s*\"([^\"\n]+)\";$", re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function\*?|class) (?P<made>[\w$]+)|const (?P<bound>[\w$]+)(?: =|;))", re.MULTILINE
)
_STATEMENT = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_NAME = re.compile(r"[\w$]+")
_FOR_THE_TYPE_CHECKER = re.compile(r"^[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.MULTILINE)


class ScriptError(ValueError):
    """A module that cannot be joined; the message names the file and what to write instead."""


@dataclass(frozen=True, slots=True)
class _Import:
    module: Path
    names: tuple[tuple[str, str], ...]
    """Pairs of the name that the module exports and the one it has here."""


@dataclass(frozen=True, slots=True)
class _Module:
    path: Path
    imports: tuple[_Import, ...]
    exports: tuple[str, ...]
    body: str


def join_modules(entry: Path, folders: Sequence[Path]) -> str:
    """One classic script that does what the module ``entry`` does with all that it imports.

    A module may stand in one of ``folders`` and nowhere else. The same files give the same text. Raises
    `ScriptError` for a cycle of imports, a file that is missing or stands elsewhere, a name that is not
    exported, and any form of import or export but the two named above.
    """
    roots = [folder.resolve() for folder in folders]
    modules = _in_order(entry.resolve(), roots)
    names = {module.path: f"module{n}" for n, module in enumerate(modules)}
    wrapped = [_wrap(module, names) for module in modules]
    return "\n".join(['"use strict";', "(() => {", *wrapped, "})();", ""])


def _in_order(entry: Path, roots: Sequence[Path]) -> list[_Module]:
    """All that ``entry`` needs, each module after those that it imports."""
    done: dict[Path, _Module] = {}

    def visit(path: Path, importers: tuple[Path, ...]) -> None:
        if path in importers:
            circle = " → ".join(each.name for each in (*importers[importers.index(path) :], path))
            raise ScriptError(f"modules import each other in a circle: {circle}")
        if path in done:
            return
        module = _read(path, roots, importers[-1] if importers else None)
        for each in module.imports:
            visit(each.module, (*importers, path))
            _check_names(module, each, done[each.module])
        done[path] = module

    visit(entry, ())
    return list(done.values())


def _read(path: Path, roots: Sequence[Path], importer: Path | None) -> _Module:
    asked = f" (imported by {importer.name})" if importer else ""
    if path.parent not in roots:
        raise ScriptError(f"{path.name} stands outside the page's own scripts{asked}")
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise ScriptError(f"there is no script {path.name} in {path.parent.name}{asked}") from missing
    text = _FOR_THE_TYPE_CHECKER.sub("", text)
    imports = tuple(_parse_import(path, found[1], found[2]) for found in _IMPORT.finditer(text))
    exports = tuple(found["made"] or found["bound"] for found in _EXPORT.finditer(text))
    body = _EXPORT.sub("", _IMPORT.sub("", text)).strip("\n")
    if other := _STATEMENT.search(body):
        raise ScriptError(
            f"{path.name}: {other[0]!r} cannot be joined; write 'import {{name}} from \"./file.js\";', and "
            "'export' before a function, a class or a single const"
        )
    return _Module(path, imports, exports, body)


def _parse_import(path: Path, names: str, address: str) -> _Import:
    if not address.startswith(("./", "../")):
        raise ScriptError(f"{path.name} imports {address!r}; only files of ours, './…' or '../…', can be joined")
    pairs = [_parse_name(path, each) for each in names.split(",") if each.strip()]
    return _Import((path.parent / address).resolve(), tuple(pairs))


def _parse_name(path: Path, name: str) -> tuple[str, str]:
    theirs, _, ours = (part.strip() for part in name.partition(" as "))
    for each in (theirs, ours or theirs):
        if not _NAME.fullmatch(each) or each == "default":
            raise ScriptError(f"{path.name} imports {name.strip()!r}; import names, each as it is or 'a as b'")
    return theirs, ours or theirs


def _check_names(module: _Module, wanted: _Import, given: _Module) -> None:
    for name, _ in wanted.names:
        if name not in given.exports:
            known = ", ".join(given.exports) or "nothing"
            raise ScriptError(f"{given.path.name} exports no {name!r}, which {module.path.name} imports: {known}")


def _wrap(module: _Module, names: dict[Path, str]) -> str:
    parts = [f"/* {module.path.name} */"]
    body = [*_destructure(module.imports, names), module.body]
    if module.exports:
        body.append(f"return {{{', '.join(module.exports)}}};")
    start = f"const {names[module.path]} = (() => {{" if module.exports else "(() => {"
    return "\n".join([*parts, start, *body, "})();"])


def _destructure(imports: Iterable[_Import], names: dict[Path, str]) -> list[str]:
    lines = []
    for each in imports:
        pairs = [theirs if theirs == ours else f"{theirs}: {ours}" for theirs, ours in each.names]
        if pairs:
            lines.append(f"const {{{', '.join(pairs)}}} = {names[each.module]};")
    return lines
