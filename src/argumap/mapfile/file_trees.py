"""The bytes of a map's files as trees of YAML, and where everything stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.errors import Problem
from argumap.mapfile.locations import Locations
from argumap.mapfile.yaml_tree import YamlTree, parse_tree

if TYPE_CHECKING:
    from collections.abc import Mapping


def parse_locations(texts: Mapping[str, bytes | str], shared: tuple[str, bytes] | None) -> Locations:
    """Where everything in a map stands, without its record."""
    trees = [read_tree(content, file) for file, content in texts.items()]
    if shared is not None and all(tree.data is not None for tree in trees):
        tree = read_tree(shared[1], shared[0])
        trees += [tree] if isinstance(tree.data, dict) else []
    return Locations([tree.table for tree in trees])


def read_tree(content: bytes | str, file: str) -> YamlTree:
    """The tree of one file. An encoding is never guessed: a wrong guess would change an author's words."""
    if isinstance(content, bytes):
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return YamlTree(problems=[_not_utf8(content, error, file)])
    else:
        text = content.removeprefix("\ufeff")
    if "\0" in text:
        return YamlTree(problems=[Problem("AM001", "this is a binary file; a map is YAML text", file)])
    if not text.strip():
        return YamlTree(problems=[Problem("AM001", "this file is empty; a map begins with `argumap: 1`", file)])
    tree = parse_tree(text, file)
    if tree.data is not None and not isinstance(tree.data, dict):
        message = "a map is keys with values beneath them; begin with `argumap: 1`"
        tree.problems.append(Problem("AM103", message, file, 1, 1))
        tree.data = None
    elif tree.data is None and not tree.problems:
        tree.problems.append(Problem("AM001", "this file says nothing; a map begins with `argumap: 1`", file))
    return tree


def _not_utf8(content: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return Problem("AM001", "this file is UTF-16; save it as UTF-8", file)
    if b"\0" in content[:4096]:
        return Problem("AM001", "this is a binary file; a map is YAML text", file)
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    message = f"the byte 0x{content[error.start]:02X} is not UTF-8; save the file as UTF-8"
    return Problem("AM001", message, file, line, column)
