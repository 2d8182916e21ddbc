"""The draft of a map that a language model proposes and that we prove: nothing of it is taken on its word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from argumap.assisted_draft.claim_stage import ClaimStage
from argumap.assisted_draft.model_session import BudgetSpent
from argumap.assisted_draft.proved_map import ProvedMap
from argumap.assisted_draft.relation_stage import RelationStage
from argumap.assisted_draft.sentence_windows import cut_windows, narrow_windows, number_sentences
from argumap.assisted_draft.speaker_proof import HeardVoices
from argumap.assisted_draft.spending import DraftEstimate, Spending, count_asked
from argumap.assisted_draft.stage_questions import ask_to_select, ask_to_state
from argumap.draft import draft_map, get_cue_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from argumap.assisted_draft.model_session import ModelSession
    from argumap.assisted_draft.proposals import DroppedProposal
    from argumap.assisted_draft.sentence_windows import SentenceWindow
    from argumap.draft import DraftedMap
    from argumap.text import Article

# What an answer takes on the whole, to tell the cost before: tokens for each sentence that is read.
_SELECTED: Final = 6
_STATED: Final = 130
_RELATED: Final = 60


@dataclass(frozen=True)
class AssistedDraft:
    """A draft with a model: the ``drafted`` map, and all that did not come into it.

    ``dropped`` are the proposals that could not be proved, ``passed_over`` the sentences in which the model saw no
    claim, ``unread`` those that the budget left out. ``joined`` says whether it was asked for steps.
    """

    drafted: DraftedMap
    model: str
    claims: int
    spent: Spending
    dropped: tuple[DroppedProposal, ...]
    passed_over: tuple[str, ...]
    unread: tuple[str, ...]
    joined: bool


def draft_with_model(
    article: Article,
    session: ModelSession,
    title: str = "",
    *,
    author: str = "",
    file: str | None = None,
    url: str = "",
    only: Collection[str] | None = None,
) -> AssistedDraft:
    """Draft the map of an article with a language model, as far as the budget of its ``session`` goes.

    The same answers give the same map. With ``only``, the places of sentences, the model is asked for these alone,
    and sees the three around each beside them. The rest is as `draft_map` takes it. Raises as the model does; a
    budget that is spent ends the draft with what was proved by then.
    """
    rules = draft_map(article, title, author=author, file=file, url=url)
    words = get_cue_words(article.language.code.partition("-")[0])
    sentences = number_sentences(article)
    voices = HeardVoices(article, sentences, rules.map, words)
    windows = _cut(article, only)
    settled = frozenset(s.at for s in sentences if only is not None and s.at not in only)
    stage = ClaimStage(article, rules.map.title, words, voices, session, settled)
    read = 0
    joined = False
    try:
        for window in windows:
            stage.read(window)
            read += 1
    except BudgetSpent:
        pass
    ordered = sorted(stage.claims, key=lambda claim: claim.numbers)
    claims = dict(enumerate(ordered, 1))
    proved = ProvedMap(article, rules, voices, claims, session.name)
    relations = RelationStage(claims, proved.find_fixed(), session, rules.map.title, article.language.label)
    try:
        relations.read()
        joined = True
    except BudgetSpent:
        pass
    return AssistedDraft(
        proved.build(relations),
        session.name,
        len(claims),
        session.spent,
        dropped=(*stage.dropped, *relations.dropped),
        passed_over=tuple(stage.passed_over),
        unread=tuple(sentence.at for window in windows[read:] for sentence in window.own),
        joined=joined,
    )


def _cut(article: Article, only: Collection[str] | None) -> list[SentenceWindow]:
    windows = cut_windows(number_sentences(article))
    return windows if only is None else narrow_windows(windows, only)


def estimate_draft(article: Article, title: str = "", only: Collection[str] | None = None) -> DraftEstimate:
    """What a draft of an article with a model may take: a window has a call to select, one to state, half to mend.

    Steps are asked for once for sixty claims. Tokens are told from above for what is sent. With ``only``, the
    places of sentences, it is for these alone.
    """
    windows = _cut(article, only)
    sentences = [sentence for window in windows for sentence in window.own]
    language = article.language.label
    asked = sum(
        count_asked(ask_to_select(window, title, language))
        + count_asked(ask_to_state(window, sorted(window.numbers), title, language)) * 3 // 2
        for window in windows
    )
    answered = len(sentences) * (_SELECTED + _STATED + _RELATED)
    calls = 2 * len(windows) + (len(windows) + 1) // 2 + len(sentences) // 60 + 1
    return DraftEstimate(len(sentences), len(windows), calls, asked + len(sentences) * _STATED, answered)
