"""What the maps are called that foreign files become: each otherwise, and the same when the call is made again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from argumap.wording import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_SUFFIX = re.compile(r"(\.(x?aif|kialo|arggraph|arguebuf|carneades))?\.([a-z0-9]+)$")
_NONE = re.compile(r"[\W_]+")


def name_maps(files: Sequence[Path]) -> dict[Path, str]:
    """A name for the map of each file: the file's, in small letters.

    Files of one name are told apart by the folders that they lie in, else by their endings, else by a number.
    """
    names = {file: _plain(_SUFFIX.sub("", fold(file.name))) or "imported" for file in files}
    for depth in range(1, max((len(file.parts) for file in files), default=1)):
        taken = Counter(names.values())
        names = {file: _addfolder(file, name, depth) if taken[name] > 1 else name for file, name in names.items()}
    ended = {file: _add_ending(file, name) for file, name in names.items()}
    taken, told = Counter(names.values()), Counter(ended.values())
    names = {
        file: ended[file] if taken[name] > 1 and told[ended[file]] == 1 else name for file, name in names.items()
    }
    return _number(names, Counter(file.name for file in files))


def _addfolder(file: Path, name: str, depth: int) -> str:
    """The name with the folder before it that lies ``depth`` above the file."""
    folders = file.parts[:-1]
    folder = _plain(fold(folders[-depth])) if depth <= len(folders) else ""
    return f"{folder}-{name}" if folder else name


def _add_ending(file: Path, name: str) -> str:
    found = _SUFFIX.search(fold(file.name))
    return f"{name}-{found[3]}" if found else name


def _number(names: Mapping[Path, str], shared: Mapping[str, int]) -> dict[Path, str]:
    """Each name once; what is called by its file alone keeps its name before others get it."""
    made: dict[Path, str] = {}
    used: set[str] = set()
    for file in sorted(names, key=lambda each: shared[each.name] > 1):
        name, n = names[file], 2
        while name in used:
            name, n = f"{names[file]}-{n}", n + 1
        used.add(name)
        made[file] = name
    return {file: made[file] for file in names}


def _plain(text: str) -> str:
    return _NONE.sub("-", text).strip("-")
