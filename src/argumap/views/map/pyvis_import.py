"""pyvis without what it imports and our pages do not use: IPython and networkx come when they are asked for."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyvis.network import Network


def import_network() -> type[Network]:
    """The class of pyvis that holds a network."""
    with _imported_later():
        from pyvis.network import Network

    network: type[Network] = Network
    return network


class _Later(ModuleType):
    """A module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        value: object = getattr(import_module(self.__name__), name)
        return value


# Any: they are IPython's own, handed on as they are.
def _show(*arguments: Any, **options: Any) -> object:
    """What pyvis shows a page in a notebook with."""
    from IPython.display import IFrame

    return IFrame(*arguments, **options)


@contextmanager
def _imported_later() -> Iterator[None]:
    """Stand in for the two libraries while pyvis is imported, unless they have been imported already."""
    standing_in = {name: _Later(name) for name in ("networkx", "IPython") if name not in sys.modules}
    if "IPython" in standing_in:
        standing_in["IPython.display"] = _Later("IPython.display")
        standing_in["IPython.display"].__dict__["IFrame"] = _show
    if "pyvis.network" in sys.modules:
        standing_in = {}
    sys.modules.update(standing_in)
    try:
        yield
    finally:
        for name in standing_in:
            del sys.modules[name]
