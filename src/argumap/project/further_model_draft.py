"""What a language model proposes for the sentences that a map does not cite yet, as far as we prove it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.project.further_draft import FurtherDraft, add_drafts, find_open
from argumap.project.model_draft import TOO_SMALL, answer_from_record, is_too_small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argumap.assisted_draft import AssistedDraft, Budget, DraftEstimate, LanguageModel, TokenPrice
    from argumap.model import ArgumentMap, Source
    from argumap.project.map import Map
    from argumap.text import Article


def draft_further_with(
    model: LanguageModel | None,
    opened: Map,
    *,
    budget: Budget | None = None,
    price: TokenPrice | None = None,
    replay: Path | None = None,
    tell: Callable[[str], None] | None = None,
) -> tuple[FurtherDraft, AssistedDraft | None]:
    """Add what a ``model`` proposes, and we prove, for sentences that nothing cites yet, as `draft_further` does.

    It is asked for these alone and sees three sentences around each beside them. What claims that are added have
    to do with those that were there stays a person's to say, and so does which question they answer. Calls are
    recorded and repeated as by `draft_article_with`. Gives what was added, and all that the model did; None in
    place of the latter where there was nothing to ask. Raises as `draft_further` and as the model does.
    """
    from argumap.assisted_draft import ModelSession, draft_with_model

    session = ModelSession(answer_from_record(opened.folder, model, replay), budget, tell, price=price)
    drafts: dict[str, AssistedDraft] = {}
    for source, only in _find_asked(opened).items():
        article, known = opened.articles[source], opened.index.sources[source]
        author = _name_author(opened, known)
        drafts[source] = draft_with_model(article, session, known.title or "", author=author, only=only)
    asked = _join(drafts)
    if asked is not None and is_too_small(asked):
        raise CallError(TOO_SMALL)
    proved = {source: _without_answers(draft) for source, draft in drafts.items()}
    return add_drafts(opened, proved), asked


def estimate_further(opened: Map) -> DraftEstimate | None:
    """What `draft_further_with` may take; None where there is nothing to ask. Raises as `draft_further`."""
    from argumap.assisted_draft import estimate_draft

    estimates = [
        estimate_draft(opened.articles[source], opened.index.sources[source].title or "", only)
        for source, only in _find_asked(opened).items()
    ]
    return sum(estimates[1:], start=estimates[0]) if estimates else None


def _find_asked(opened: Map) -> dict[str, frozenset[str]]:
    """The open sentences of each article; headings and cells are not asked about."""
    return {
        source: asked
        for source, places in find_open(opened).items()
        if (asked := places & _find_sentences(opened.articles[source]))
    }


def _find_sentences(article: Article) -> set[str]:
    return {
        unit.locator
        for section in article.sections
        for block in section.blocks
        if block.kind != "table"
        for unit in block.units
    }


def _name_author(opened: Map, source: Source) -> str:
    """The author as the map names them, who may have no byline in the text."""
    return opened.index.stakeholders[source.author].name if source.author else ""


def _without_answers(draft: AssistedDraft) -> ArgumentMap:
    """A draft in which no claim of the model's answers a question: the map has its own."""
    record, made = draft.drafted.map, f"draft, by {draft.model}/claim"
    claims = (replace(claim, answers=()) if claim.unseen == made else claim for claim in record.claims)
    return replace(record, claims=tuple(claims))


def _join(drafts: dict[str, AssistedDraft]) -> AssistedDraft | None:
    """All that a model did for several articles, as of one; places then tell their source."""
    if len(drafts) < 2:
        return next(iter(drafts.values()), None)
    items = drafts.items()
    return replace(
        next(iter(drafts.values())),
        claims=sum(draft.claims for draft in drafts.values()),
        dropped=tuple(
            replace(dropped, at=tuple(f"{source}#{at}" for at in dropped.at))
            for source, draft in items
            for dropped in draft.dropped
        ),
        passed_over=tuple(f"{source}#{at}" for source, draft in items for at in draft.passed_over),
        unread=tuple(f"{source}#{at}" for source, draft in items for at in draft.unread),
        joined=all(draft.joined for draft in drafts.values()),
    )
