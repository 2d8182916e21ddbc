"""The Argument Interchange Format as JSON: what AIFdb exports, and xAIF as OVA and its kin write it.

Nodes are claims (I), inferences (RA), conflicts (CA), rephrases (MA), locutions (L), transitions between them
(TA) and what a locution does (YA, an illocution). Described by C. Chesñevar et al., "Towards an argument
interchange format", The Knowledge Engineering Review 21 (2006), and C. Reed et al., "AIF+: Dialogue in the
Argument Interchange Format", COMMA 2008; how both look as JSON is taken from the files of AIFdb and OVA.
"""

from __future__ import annotations

from argumap.formats._aif.document import recognise_flat, recognise_nested
from argumap.formats._aif.reading import read
from argumap.formats._aif.writing import KIN, write_flat, write_nested

__all__ = ["KIN", "read", "recognise_flat", "recognise_nested", "write_flat", "write_nested"]
