"""What holds for every format; each asks the registry, so that a new one is tried as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.formats import FORMATS, Export
from maps import MAPS

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

WRITTEN = [name for name, plugin in FORMATS.items() if plugin.write]


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_writing_twice_gives_the_same(name: str, argument_map: ArgumentMap) -> None:
    write = FORMATS[name].write
    assert write is not None
    assert write(Export(argument_map)) == write(Export(argument_map))


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_files_have_the_suffixes_that_the_format_names(name: str, argument_map: ArgumentMap) -> None:
    plugin = FORMATS[name]
    assert plugin.write is not None
    files = plugin.files(plugin.write(Export(argument_map)))
    assert tuple(files) == plugin.suffixes
    assert all(text.endswith("\n") and "\r\n" not in text for text in files.values())
    assert all(text.encode("utf-8") for text in files.values())


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_what_it_is(name: str) -> None:
    assert FORMATS[name].title
    assert all(suffix.startswith(".") for suffix in FORMATS[name].suffixes)
