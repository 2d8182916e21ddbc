"""The draft of an article's map with a language model, its calls recorded where git does not look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from argumap.errors import CallError
from argumap.project.kept_texts import FOLDER as KEPT_FOLDER
from argumap.project.new_map import FOR_ANOTHER_DRAFT, SCHEMA_PATH, choose_folder, name_text, write_new

TOO_SMALL: Final = "the budget is too small for a single call; give more, or leave --budget out"

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from argumap.assisted_draft import AssistedDraft, Budget, LanguageModel, RecordedModel, TokenPrice
    from argumap.text import Article


def draft_article_with(
    model: LanguageModel | None,
    place: str,
    article: Article,
    text: Path,
    *,
    title: str = "",
    author: str = "",
    loose: bool = False,
    url: str = "",
    budget: Budget | None = None,
    price: TokenPrice | None = None,
    replay: Path | None = None,
    tell: Callable[[str], None] | None = None,
) -> tuple[AssistedDraft, list[Path]]:
    """Draft an article's map with a ``model`` and write it as a new map in ``place``, as `draft_article` does.

    Each call is recorded in the map's folder as it is made, so a draft that broke off goes on where it stopped.
    With the record of an earlier draft as ``replay`` its answers are taken from there, and without a model all of
    them. Raises as the model does; `CallError` where nothing could be proved. Then no map is written.
    """
    from argumap.assisted_draft import ModelSession, draft_with_model
    from argumap.mapfile import write_map

    folder = choose_folder(place, FOR_ANOTHER_DRAFT)
    session = ModelSession(answer_from_record(folder, model, replay), budget, tell, price=price)
    file = name_text(folder, article, text, loose=loose)
    drafted = draft_with_model(article, session, title, author=author, file=file, url=url)
    if not drafted.claims:
        raise CallError(_tell_nothing(drafted, name_calls(folder, model.name) if model else None))
    return drafted, write_new(folder, write_map(drafted.drafted.map, SCHEMA_PATH), article, text)


def answer_from_record(folder: Path, model: LanguageModel | None, replay: Path | None) -> RecordedModel:
    """A model that answers from the record of a map's folder, or from ``replay``, and writes down what is new.

    Raises `DamagedFile`, `OtherFormat`.
    """
    from argumap.assisted_draft import RecordedModel, read_record

    calls = name_calls(folder, model.name) if model else None
    at = replay or (calls if calls and calls.exists() else None)
    return RecordedModel(model, read_record(at) if at else None, calls)


def name_calls(folder: Path, model: str) -> Path:
    """Where the calls of a model are recorded that drafts the map of a folder."""
    return folder / KEPT_FOLDER / f"calls-{re.sub(r'[^A-Za-z0-9.]+', '-', model).strip('-.') or 'model'}.jsonl"


def is_too_small(drafted: AssistedDraft) -> bool:
    """Whether the budget had no room for a single call."""
    return bool(drafted.unread) and not drafted.spent.calls and not drafted.spent.reused


def _tell_nothing(drafted: AssistedDraft, calls: Path | None) -> str:
    if is_too_small(drafted):
        return TOO_SMALL
    codes = ", ".join(sorted({dropped.code for dropped in drafted.dropped})) or "it proposed nothing"
    kept = f"; its answers are kept in {calls}: take that away to ask anew" if calls and calls.exists() else ""
    return f"nothing that {drafted.model} proposed could be proved ({codes}), so no map was written{kept}"
