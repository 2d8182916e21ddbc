"""How far a map is from being somebody's own: what nobody has seen, and what is still the article's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import find_unseen, mention, speaks_as_many, tell_chain
from argumap.project.next_calls import tell_call
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.model import Argument, Index, UnseenItem
    from argumap.project.map import Map
    from argumap.project.open_map_protocol import OpenedMap


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """An unseen item as it is laid before a person: its words, who says it, what it is tied to, its sentences.

    ``borrowed`` says that its text still is the article's; ``passages`` are the sentences with their locators;
    ``prose`` is what is put in other words, ``title`` what stands on its card.
    """

    item: UnseenItem
    words: str
    said: tuple[str, ...]
    ties: tuple[str, ...]
    passages: tuple[tuple[str, str], ...]
    borrowed: bool
    prose: str = ""
    title: str = ""

    @property
    def rule_was(self) -> str:
        """How often the rule that proposed it was right where it was measured, in words."""
        from argumap.draft import tell_rule

        return tell_rule(self.item.rule)

    def to_dict(self) -> dict[str, object]:
        """The item as plain data."""
        return {
            "id": self.item.name,
            "kind": self.item.kind,
            "unseen": self.item.made,
            "rule_was": self.rule_was,
            "words": self.words,
            "said": list(self.said),
            "ties": list(self.ties),
            "passages": [{"at": at, "text": text} for at, text in self.passages],
            "articles_words": self.borrowed,
        }


@dataclass(frozen=True, slots=True)
class ReviewState:
    """What is ``unseen`` of a map, and the claims that are ``borrowed``: still the article's words."""

    unseen: tuple[UnseenItem, ...]
    borrowed: tuple[str, ...]

    def tell(self) -> str:
        """How much is left, in a sentence."""
        if not self.unseen:
            left = "Nothing is left that nobody has seen."
        else:
            left = f"{counted(len(self.unseen), 'item')} left that nobody has seen."
        borrowed = tell_borrowed(self.borrowed)
        return f"{left} {borrowed}." if borrowed else left


def tell_borrowed(claims: Sequence[str]) -> str:
    """That some claims are still the article's words, and what they need; empty for none."""
    if not claims:
        return ""
    if len(claims) == 1:
        return f"1 claim is still the article's words ({claims[0]}); say what it says in your own"
    return f"{len(claims):,} claims are still the article's words; say what they say in your own"


def build_review_state(opened: OpenedMap) -> ReviewState:
    """What is left to review, last what a rule proposed that is mostly wrong.

    The article's words are only known where it is at hand.
    """
    from argumap.draft import is_doubtful

    unseen = sorted(find_unseen(opened.record), key=lambda item: is_doubtful(item.rule))
    return ReviewState(tuple(unseen), tuple(find_borrowed(opened)))


def find_borrowed(opened: OpenedMap) -> list[str]:
    """The claims that are still the article's words; none where no article is at hand, or another one is."""
    from argumap.anchoring import find_verbatim

    fitting = {s: a for s, a in opened.articles.items() if not opened.source_checks[s].different}
    return find_verbatim(opened.record.claims, fitting) if fitting else []


def tell_unreviewed(opened: OpenedMap) -> str:
    """In one line, what of a map that was built nobody has seen yet; empty where that is nothing."""
    unseen = find_unseen(opened.record)
    if not unseen:
        return ""
    marked = {item.id for item in unseen if item.kind == "claim"}
    borrowed = [claim for claim in find_borrowed(opened) if claim in marked]
    told = [f"{counted(len(unseen), 'item')} that nobody has seen"]
    if borrowed:
        told.append(f"{counted(len(borrowed), 'claim')} still in the article's words")
    return f"{opened.name} has {joined(told)}; go through with `{tell_call('review', opened)}`"


def show_item(opened: Map, item: UnseenItem, borrowed: Sequence[str]) -> ReviewItem:
    """An unseen item with all that a person needs to judge it."""
    index = opened.index
    words, prose = _find_words(index, item)
    if item.kind in {"map", "source"}:
        return ReviewItem(item, words, (), (), (), borrowed=False)
    claim = index.claims.get(item.id)
    passages = tuple(
        dict.fromkeys(
            (state.now or state.at, state.text)
            for state in opened.anchor_states
            if state.node == item.id or (state.kind == "attribution" and state.node.endswith(f" {item.id}"))
        )
    )
    return ReviewItem(
        item,
        words,
        tuple(_tell_speech(index, item.id)),
        tuple(_tell_ties(index, item.id)),
        passages,
        borrowed=item.id in borrowed,
        prose=prose,
        title=(claim.title if claim else None) or "",
    )


def _find_words(index: Index, item: UnseenItem) -> tuple[str, str]:
    """What tells of an item, and what of that can be put in other words."""
    match item.kind:
        case "map":
            m = index.map
            counts = joined([counted(len(m.claims), "claim"), counted(len(m.stakeholders), "stakeholder")])
            return f"{m.title or 'the map as a whole'}, with {counts}", ""
        case "source":
            source = index.sources[item.id]
            by = index.stakeholders.get(source.author or "")
            facts = [source.title, by.name if by else None, source.published, source.url]
            return ", ".join(filter(None, facts)), ""
        case "stakeholder":
            person = index.stakeholders[item.id]
            spoken = len({a.of for a in index.speech[item.id]})
            known = ", ".join(filter(None, [person.name, str(person.type), person.role]))
            return f"{known}; speaks in {counted(spoken, 'place')}", person.name
        case "issue":
            words = index.issues[item.id].question
        case "concept":
            words = index.concepts[item.id].label
        case "argument":
            return _tell_step(index, index.arguments[item.id]), ""
        case _:
            words = index.claims[item.id].text
    return words, words


def _tell_speech(index: Index, record_id: str) -> list[str]:
    told = []
    for said in index.voices[record_id]:
        via = [index.stakeholders[by] for by in said.via if by in index.stakeholders]
        made = f" ({said.unseen})" if said.unseen else ""
        cue = f", by the words “{said.cue}”" if said.cue else ""
        many = bool(via) and speaks_as_many(via[0].name, via[0].type)
        reported = f", {tell_chain([mention(each.name) for each in via], many=many)}" if via else ""
        told.append(f"{index.stakeholders[said.by].name} {said.act} it{reported}{cue}{made}")
    return told


def _tell_ties(index: Index, record_id: str) -> list[str]:
    claim = index.claims.get(record_id)
    answered = [f"answers {index.issues[issue].question}" for issue in claim.answers] if claim else []
    return [
        *answered,
        *(_tell_step(index, step) for step in (*index.with_premise[record_id], *index.on[record_id])),
    ]


def _tell_step(index: Index, step: Argument) -> str:
    premises = joined([f"“{index.claims[premise].label}”" for premise in step.premises])
    target = f"“{index.claims[step.target].label}”" if step.target in index.claims else step.target
    made = f" ({step.unseen})" if step.unseen else ""
    return f"{premises} {step.bearing} {target}{made}"
