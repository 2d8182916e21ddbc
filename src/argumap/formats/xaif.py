"""xAIF JSON, as OVA has it."""

from __future__ import annotations

from argumap.formats import Format
from argumap.formats._aif import KIN, read, recognise_nested, write_nested

PLUGIN = Format(
    "xAIF JSON, as OVA has it",
    (".xaif.json",),
    write=write_nested,
    read=read,
    recognise=recognise_nested,
    kin=KIN,
    tool="OVA 3",
    aside=("preferences", "transitions", "words of locutions"),
)
