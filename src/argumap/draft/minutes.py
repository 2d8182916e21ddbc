"""Whether an article is the minutes of a meeting, and of whose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argumap.draft.cast import Cast
    from argumap.draft.cast_members import CastMember
    from argumap.text import Article

# So many sentences at the beginning may say that these are minutes.
_OPENING: Final = 6


def is_minutes(article: Article, cast: Cast) -> bool:
    """Whether the article is the minutes of a meeting, of the body that its title names."""
    opening = [unit.text for unit in article.units[:_OPENING]]
    if not any(cast.words.minutes.search(text) for text in opening if not text.endswith((".", "!", "?"))):
        return False
    cast.roster.meet([s.heading.text for s in article.sections if s.heading][:1] or opening[:1])
    return True


def find_minuted(article: Article, cast: Cast) -> CastMember | None:
    """The body whose minutes the article is, which has them written; None where it is none, or names no body."""
    return cast.roster.met if is_minutes(article, cast) else None
