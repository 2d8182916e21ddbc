"""In which language a text is read, how that is known, and what is not watched in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argumap.project.next_calls import tell_call
from argumap.text import ENGLISH, SEG, get_language

if TYPE_CHECKING:
    from argumap.model import Source
    from argumap.project.open_map_protocol import OpenedMap
    from argumap.text import Article, Language

_HOW: Final = {
    "given": "as the map says",
    "guessed": "as its words tell",
    "assumed": "its words are too few to tell",
    "locked": "as it was locked",
}
_UNWATCHED: Final = "negations and numbers in words are not watched in it, figures are"


def tell_reading(name: str, article: Article) -> list[str]:
    """In which language and by which splitter an article is read, and what that means for it, in sentences."""
    splitter, language = article.splitter, article.splitter.language
    how = _HOW[article.language_by]
    told = [f"{name}: {language.label}, {how}; sentences are counted by splitter {splitter.version}."]
    if not language.known:
        told.append(f"argumap does not know it: its sentences end at Unicode's terminators, and {_UNWATCHED}.")
    if splitter.version == 1 and (other := _other_than_english(article, None)):
        told.append(
            f"Its words tell that it is {other.label}: `argumap anchor relocate MAP --splitter {SEG}` reads it so."
        )
    return told


def tell_languages(opened: OpenedMap) -> list[str]:
    """What is not watched in the texts of a map for the language that they are written in, in sentences."""
    told = (_tell_source(opened, source) for source in opened.reading.map.sources)
    return [f"{opened.name}: {sentence}" for sentence in told if sentence]


def _tell_source(opened: OpenedMap, source: Source) -> str:
    article = opened.articles.get(source.id)
    locked = opened.lock.sources.get(source.id) if opened.lock else None
    call = f"`{tell_call('anchor relocate', opened)} --splitter {SEG}`"
    if locked is not None and locked.splitter == 1:
        other = _other_than_english(article, source.language)
        was = f"{source.id} was locked by splitter 1, which reads all as English"
        return f"{was}, and is {other.label}; {call} reads it so." if other else ""
    language = get_language(locked.language) if locked else article.splitter.language if article else None
    named = get_language(source.language) if source.language else language
    if language is not named and language is not None and named is not None:
        return f"{source.id} was locked as {language.label} and is {named.label} by now; {call} reads it so."
    if language is None or language.known:
        return ""
    return f"{source.id} is in {language.label}, which argumap does not know: {_UNWATCHED}."


def _other_than_english(article: Article | None, named: str | None) -> Language | None:
    """The language that the map names, or that the text tells, if it is not English."""
    language = get_language(named) if named else article.language if article else get_language(ENGLISH)
    return None if language.code == ENGLISH else language
