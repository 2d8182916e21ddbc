"""Argument maps that can be trusted, asked and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.project import Map, load

__all__ = ["Map", "__version__", "load"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """``argumap.load`` and ``argumap.Map`` come from ``project`` when first asked for."""
    if name in {"Map", "load"}:
        from argumap import project

        return getattr(project, name)
    raise AttributeError(f"module 'argumap' has no attribute {name!r}")
