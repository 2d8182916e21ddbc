"""AIF JSON, as AIFdb has it."""

from __future__ import annotations

from argumap.formats import Format
from argumap.formats._aif import KIN, read, recognise_flat, write_flat

PLUGIN = Format(
    "AIF JSON, as AIFdb has it",
    (".aif.json",),
    write=write_flat,
    read=read,
    recognise=recognise_flat,
    kin=KIN,
    tool="AIFdb, OVA",
    aside=("preferences", "transitions", "words of locutions"),
)
