"""Argument maps that can be trusted, asked and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.errors import (
        AlreadyThere,
        Ambiguous,
        ArgumapError,
        CallError,
        CannotRead,
        CannotWrite,
        DamagedFile,
        DoesNotFit,
        FileTrouble,
        NoMap,
        NotAtHand,
        NoText,
        NotFound,
        NotInstalled,
        OtherFormat,
        OtherText,
        Problem,
        Severity,
        TooLarge,
        TooMuchWork,
        UnreadableMap,
    )
    from argumap.model import ArgumentMap
    from argumap.project import Map, load, load_all
    from argumap.query import Filters

__all__ = [
    "AlreadyThere",
    "Ambiguous",
    "ArgumapError",
    "ArgumentMap",
    "CallError",
    "CannotRead",
    "CannotWrite",
    "DamagedFile",
    "DoesNotFit",
    "FileTrouble",
    "Filters",
    "Map",
    "NoMap",
    "NoText",
    "NotAtHand",
    "NotFound",
    "NotInstalled",
    "OtherFormat",
    "OtherText",
    "Problem",
    "Severity",
    "TooLarge",
    "TooMuchWork",
    "UnreadableMap",
    "__version__",
    "load",
    "load_all",
]
__version__ = "0.1.0"

# Asked in turn, so that `argumap.load` does not wait for the questions.
_ROOMS = ("errors", "project", "model", "query")


def __getattr__(name: str) -> object:
    """What is offered here comes from its room when it is first asked for: ``import argumap`` stays quick."""
    if name in __all__:
        from importlib import import_module

        for room in _ROOMS:
            found = getattr(import_module(f"argumap.{room}"), name, None)
            if found is not None:
                return globals().setdefault(name, found)
    raise AttributeError(f"module 'argumap' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
