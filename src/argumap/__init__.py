"""Argument maps that can be trusted, asked and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.errors import (
        AlreadyThere,
        Ambiguous,
        ArgumapError,
        CallError,
        CannotFetch,
        CannotRead,
        CannotWrite,
        ChangedMeanwhile,
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
        OtherTool,
        Problem,
        Severity,
        StoppedWriting,
        TooLarge,
        TooMuchWork,
        UnreadableMap,
        WouldLose,
    )
    from argumap.model import ArgumentMap
    from argumap.project import Map, load, load_all
    from argumap.query import Filters
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "errors": (
                "AlreadyThere Ambiguous ArgumapError CallError CannotFetch CannotRead CannotWrite "
                "ChangedMeanwhile DamagedFile DoesNotFit FileTrouble NoMap NoText NotAtHand NotFound NotInstalled "
                "OtherFormat OtherText OtherTool Problem Severity StoppedWriting TooLarge TooMuchWork "
                "UnreadableMap WouldLose"
            ),
            "model": "ArgumentMap",
            "project": "Map load load_all",
            "query": "Filters",
        },
    )

__all__ = [
    "AlreadyThere",
    "Ambiguous",
    "ArgumapError",
    "ArgumentMap",
    "CallError",
    "CannotFetch",
    "CannotRead",
    "CannotWrite",
    "ChangedMeanwhile",
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
    "OtherTool",
    "Problem",
    "Severity",
    "StoppedWriting",
    "TooLarge",
    "TooMuchWork",
    "UnreadableMap",
    "WouldLose",
    "__version__",
    "load",
    "load_all",
]
__version__ = "0.1.0"


def __dir__() -> list[str]:
    return __all__
