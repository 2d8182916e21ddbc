"""The ICCMA text format of abstract argumentation, written only: who attacks whom, and nothing of what they say.

Solvers know arguments by number; comments tell which claim or step each number is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats import Format
from argumap.semantics import build_framework

if TYPE_CHECKING:
    from argumap.formats import Export


def write(export: Export) -> str:
    """The map flattened to a Dung framework, whose grounded labels are its statuses without standards."""
    framework = build_framework(export.map)
    number = {name: n for n, name in enumerate(framework.arguments, 1)}
    names = (f"# {n} {name}\n" for name, n in number.items())
    attacks = (f"{number[attacker]} {number[attacked]}\n" for attacker, attacked in framework.attacks)
    return "".join((f"p af {len(number)}\n", *names, *attacks))


PLUGIN = Format(
    "ICCMA abstract framework",
    (".af",),
    write=write,
    loses=(
        "texts",
        "speakers",
        "passages",
        "supports that decide no status",
        "base scores and weights",
        "standards",
    ),
    anchors=False,
)
