"""Where maps and what is built of them lie, unless a call says otherwise: under the folder that it is made in."""

from __future__ import annotations

import os
from pathlib import Path

from argumap.errors import CallError, CannotWrite

MAPS_FOLDER = Path("graph")
OUTPUT_FOLDER = Path("output")
SNAPSHOTS = "snapshots"
SHARED_FILE = "shared.yaml"
"""What the maps of a collection share lies beside them."""


def output_folder(map_name: str) -> Path:
    """Where what is built of a map goes.

    Raises `CallError` for a name that would lead elsewhere, as ``..``, `CannotWrite` where a link does.
    """
    folder = OUTPUT_FOLDER / map_name
    if folder.parts != (*OUTPUT_FOLDER.parts, map_name) or map_name == os.pardir:
        raise CallError(f"a map cannot be called {map_name!r}; rename its file or its folder")
    return _stay_here(folder)


def snapshots_folder(map_name: str) -> Path:
    """Where the snapshots of a map are kept; raises as `output_folder` does."""
    return _stay_here(output_folder(map_name) / SNAPSHOTS)


def _stay_here(folder: Path) -> Path:
    """A folder that came with somebody else's maps may hold a link to any place of this user."""
    try:
        inside = folder.resolve().is_relative_to(Path.cwd().resolve())
    except (OSError, RuntimeError):  # links that lead to each other
        inside = False
    if not inside:
        raise CannotWrite(f"{folder} leads out of this folder through a link; name the place itself", folder)
    return folder


def find_cache_folder() -> Path:
    """``argumap`` in the user's folder for caches: ``$XDG_CACHE_HOME``, else ``~/.cache``.

    A user without a home keeps nothing: what is given then can be neither read nor written.
    """
    given = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "argumap"
    except RuntimeError:
        return Path(os.devnull) / "argumap"
