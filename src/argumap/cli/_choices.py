"""A name that may mean several things: each with its title, and with the call that asks for it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.errors import Ambiguous


def tell_choices(error: Ambiguous, arguments: Sequence[str]) -> str:
    """What a name may mean, line by line; the message where it was no word of the call or lists no nodes."""
    words = list(arguments)
    # The first word is the command, which a title may be called as well.
    if not error.choices or error.name not in words[1:]:
        return str(error)
    at = words.index(error.name, 1)
    lines = [f"{error.name!r} may mean {error.count} things; ask for one of them:"]
    for node_id, title in error.choices:
        call = shlex.join([*words[:at], node_id, *words[at + 1 :]])
        lines += [f"  {title}", f"    argumap {call}"]
    if error.count > len(error.choices):
        lines.append(f"  … and {error.count - len(error.choices)} more")
    return "\n".join(lines)
