"""A question under debate, with the claims that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.authoring.accepting import working_on
from argumap.authoring.claim_changes import find_free_id
from argumap.authoring.map_change import MapChange, as_list, set_words
from argumap.errors import CallError
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.authoring.map_editing import EditableMap


def add_issue(opened: EditableMap, question: str, answers: Sequence[str] = ()) -> str:
    """Add an issue with the claims that answer it, given by id; its own id is made of its words.

    A question that the map asks already, called by its words or its id, gets the answers. Raises `NotFound` for
    what is no claim of the map's files, `CallError` for a question without words.
    """
    change = MapChange(opened)
    words = " ".join(question.split())
    if not words:
        raise CallError("a question needs words")
    issue = next((issue.id for issue in change.record.issues if words in {issue.id, issue.question}), "")
    told = f"{issue} is asked" if issue else ""
    if not issue:
        issue = find_free_id(change, words)
        change.add("issues", issue, {"question": words})
        told = f"added the issue {issue}"
    for claim in answers:
        entry = change.entry(claim, "claims")
        with working_on(entry):
            known = as_list(entry.get("answers"))
            set_words(entry, "answers", [*known, *([] if issue in known else [issue])])
    told += f"; {joined(answers)} answer{'s' if len(answers) == 1 else ''} it" if answers else ""
    return change.write(told)
