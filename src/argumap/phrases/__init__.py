"""The words that people read on pages and pictures: a file a language, the same keys in each.

``en.toml`` and ``de.toml`` hold them; a translation is one more file. Pages say them by key, in a template
``{{ phrase("counts.claims", n=3) }}`` and in a script ``phrase("counts.claims", {n: 3})``.
"""

from argumap.phrases.phrase_table import ENGLISH, LANGUAGE_FILES, Phrases, find_direction, get_phrases

__all__ = ["ENGLISH", "LANGUAGE_FILES", "Phrases", "find_direction", "get_phrases"]
