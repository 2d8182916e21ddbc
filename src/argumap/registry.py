"""Finds the plug-ins of a room by their file names: a new file in the folder is a new plug-in."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from importlib.abc import InspectLoader
from importlib.util import find_spec
from typing import TypeVar

from argumap.errors import NotFound

T = TypeVar("T")


class Registry(Mapping[str, T]):
    """The plug-ins of ``package`` by name: what each of its modules binds to ``PLUGIN``.

    A module is imported when its plug-in is first asked for.

    A plug-in's name is its file's name, with ``-`` for ``_``; a trailing ``_`` (``for_.py``) is dropped.
    """

    def __init__(self, package: str) -> None:
        self.package = package

    @cached_property
    def _modules(self) -> dict[str, str]:
        path = import_module(self.package).__path__
        found = (info.name for info in pkgutil.iter_modules(path) if not info.name.startswith("_"))
        return {name.rstrip("_").replace("_", "-"): name for name in sorted(found)}

    def __getitem__(self, name: str) -> T:
        if name not in self._modules:
            room = self.package.rpartition(".")[2]
            raise NotFound(f"{room} has no {name!r}; it has {', '.join(self._modules)}")
        plug_in: T = import_module(f"{self.package}.{self._modules[name]}").PLUGIN
        return plug_in

    def read_source(self, name: str) -> str:
        """The text of the file of a plug-in, which is not imported for it; "" where it has none."""
        spec = find_spec(f"{self.package}.{self._modules[name]}")
        loader = spec.loader if spec else None
        return (loader.get_source(spec.name) or "") if spec and isinstance(loader, InspectLoader) else ""

    def __contains__(self, name: object) -> bool:
        return name in self._modules

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)
