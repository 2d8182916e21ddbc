"""How the site is made of the pages of this repository; ``python3 do.py docs`` runs it."""

from __future__ import annotations

import sys
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "src"))

import argumap  # noqa: E402 - that of this checkout, whatever else is installed
from argumap import __version__  # noqa: E402

project = "argumap"
release = __version__
copyright = "the contributors, under the MIT licence"

# The pages stay where a reader of the repository finds them, so the links between them hold in both places.
root_doc = "README"
include_patterns = ["*.md", "docs/*.md", "graph/README.md", "output/README.md"]
exclude_patterns = [".*", "src", "tests", "benchmarks", "tools", "site"]
extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_heading_anchors = 4
autodoc_default_options = {"members": True, "undoc-members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 100

# In a docstring `this` names something of argumap, which must exist and be on the site.
default_role = "py:obj"
nitpicky = True
suppress_warnings = ["ref.python"]  # a type of one name in two rooms: either will do

html_theme = "furo"
html_title = f"argumap {__version__}"
html_copy_source = False
html_additional_pages = {"index": "to-readme.html"}
templates_path = ["."]

CONTENTS = {
    "Use it": (
        "tutorial",
        "map-file",
        "problems",
        "asking",
        "sql",
        "semantics",
        "verdicts",
        "anchors",
        "drafting",
        "snapshots",
        "exchange",
        "graph",
        "drawing",
    ),
    "Look it up": ("glossary", "api", "rooms"),
    "Work on it": ("/CONTRIBUTING", "architecture", "performance", "/SECURITY", "/CHANGELOG"),
    "The folders": ("/graph/README", "/output/README"),
}


def setup(app: Any) -> None:
    open_rooms()
    app.connect("source-read", add_contents)
    app.connect("missing-reference", find_reference)
    app.connect("autodoc-process-signature", leave_fields_to_their_list)


def open_rooms() -> None:
    """Whatever a room offers is fetched once: what a door has not handed out yet has no place on the page."""
    for info in iter_modules(argumap.__path__, "argumap."):
        if info.ispkg:
            room = import_module(info.name)
            for name in getattr(room, "__all__", ()):
                getattr(room, name)


def add_contents(_app: Any, page: str, source: list[str]) -> None:
    """The table of contents is the site's alone: in the repository the README has its own."""
    if page == root_doc:
        for caption, pages in CONTENTS.items():
            entries = "\n".join(name if name.startswith("/") else f"/docs/{name}" for name in pages)
            source[0] += f"\n\n```{{toctree}}\n:hidden:\n:caption: {caption}\n\n{entries}\n```\n"


def find_reference(_app: Any, env: Any, node: Any, text: Any) -> Any:
    """A name by its last part, where one thing alone has it: docstrings say `Map`, not `argumap.project.Map`.

    A type in a signature that the site does not describe stays a word; a name in a sentence is a mistake then.
    """
    from sphinx.util.nodes import make_refnode

    if node.get("refdomain") != "py":
        return None
    domain = env.domains["py"]
    last = node["reftarget"].rpartition(".")[2]
    found = {entry.node_id: entry for name, entry in domain.objects.items() if name.rpartition(".")[2] == last}
    if len(found) == 1:
        (entry,) = found.values()
        return make_refnode(env.app.builder, node["refdoc"], entry.docname, entry.node_id, text)
    return text if node["reftype"] == "class" else None


def leave_fields_to_their_list(_app: Any, what: str, _name: str, found: Any, *_: Any) -> tuple[str, str] | None:
    """A record's fields stand beneath it: its signature would say them twice."""
    return ("", "") if what == "class" and is_dataclass(found) else None
