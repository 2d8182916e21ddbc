"""What a room offers comes from its modules when it is first asked for: a door that costs nothing to open."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def export_lazily(package: str, exports: Mapping[str, str]) -> Callable[[str], object]:
    """A package's ``__getattr__``; ``exports`` names, for each of its modules, what comes from there.

    The package imports the same names under ``TYPE_CHECKING``, for readers and type checkers, and lists them in
    ``__all__``. No name may be that of a module of the package: importing the module would hide it.
    """
    home = {name: module for module, names in exports.items() for name in names.split()}

    def get(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{home[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return get
