"""Whether somebody says what is given to them: named in the article, near the passage, by words that show it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from argumap.assisted_draft.quotation_proof import stands_in
from argumap.model import Act, get_rule
from argumap.text import find_tokens, tokens
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.assisted_draft.proposals import ClaimProposal
    from argumap.assisted_draft.quotation_proof import QuotedPassage
    from argumap.assisted_draft.sentence_windows import NumberedSentence
    from argumap.draft import CueWords
    from argumap.model import ArgumentMap, Stakeholder
    from argumap.text import Article

# A name is near that stands so many units before a passage, or behind it.
_BEFORE: Final = 14
_BEHIND: Final = 3
_MARKS: Final = frozenset('"“”„«»')
_AUTHOR: Final = frozenset({"", "author", "the author", "the article's author", "none", "null"})
_TURN: Final = "turn"
# Whoever agrees with others speaks as well, in the sentence that reports them.
_AGREEING: Final = frozenset({Act.ENDORSES, Act.CONCEDES})


class HeardVoices:
    """Who speaks in an article, as far as its words and the rules of the draft without a model tell."""

    def __init__(
        self, article: Article, sentences: Sequence[NumberedSentence], draft: ArgumentMap, words: CueWords
    ):
        self._words = words
        self._pronouns = words.pronouns | words.group_pronouns | words.first_person
        self._sentences = {sentence.number: sentence for sentence in sentences}
        self._blocks: dict[str, list[str]] = defaultdict(list)
        for sentence in sentences:
            self._blocks[sentence.block].append(sentence.unit.text)
        self._positions = {unit.locator: n for n, unit in enumerate(article.units)}
        self._tokens = [find_tokens(normal) for normal in article.normal_forms]
        self._standing: dict[str, list[int]] = defaultdict(list)
        for n, found in enumerate(self._tokens):
            for word in dict.fromkeys(found):
                self._standing[word].append(n)
        self.people = {person.id: person for person in draft.stakeholders}
        self.author = draft.sources[0].author or ""
        self._heard, self._turns = self._hear(draft)

    def _hear(self, draft: ArgumentMap) -> tuple[dict[str, set[str]], dict[str, str]]:
        places = {claim.id: claim.at for claim in draft.claims}
        heard: dict[str, set[str]] = defaultdict(set)
        turns: dict[str, str] = {}
        for said in draft.attributions:
            if said.by == self.author:
                continue
            reporter = said.via[0] if said.via else said.by
            has_word = reporter != self.author and (said.via or get_rule(said.unseen or "") == _TURN)
            for passage in said.at or places.get(said.of, ()):
                heard[passage.at].add(said.by)
                if has_word:
                    turns[passage.at] = reporter
        return heard, turns

    def turn_of(self, at: str) -> str:
        """Who has the word in a sentence of a transcript, by id; "" where nobody has."""
        return self._turns.get(at, "")

    def find_person(self, name: str) -> Stakeholder | None:
        """The one whom the rules know by this name, or by a longer or a shorter form of it."""
        words = self.strip_article(tokens(name))
        wanted = set(words)
        found = [person for person in self.people.values() if words and _may_be(wanted, words[-1], person)]
        exact = [person for person in found if set(tokens(person.name)) == wanted]
        return (exact or found)[0] if len(exact) == 1 or len(found) == 1 else None

    def strip_article(self, name: Sequence[str]) -> Sequence[str]:
        """The words of a name without *the* before them."""
        return name[1:] if name[1:] and name[0] in self._words.determiners else name

    def is_author(self, name: str) -> bool:
        """Whether a name means whoever wrote the article."""
        person = self.people.get(self.author)
        return name.casefold() in _AUTHOR or (person is not None and name.casefold() == person.name.casefold())

    def find_fault(self, proposal: ClaimProposal, passage: QuotedPassage) -> tuple[str, str] | None:
        """Why it is not proved that the speaker says this, as a code and a hint; None where it is."""
        turns = {turn for at in passage.at if (turn := self.turn_of(at))}
        if self.is_author(proposal.speaker):
            return self._find_author_fault(proposal, passage, turns)
        person = self.find_person(proposal.speaker)
        if person is not None and person.id in turns:
            return None
        name = self.strip_article(tokens(proposal.speaker))
        places = [] if proposal.speaker.casefold() in self._pronouns else self._places_of(name)
        if not places:
            return "speaker-not-named", "name the speaker as the article does, or leave it empty for its author"
        if not self._is_near(name, places, passage):
            return "speaker-not-near", "nobody of that name is spoken of near there; name who says it there"
        if proposal.cue and (fault := self._find_cue_fault(proposal.cue, passage)):
            return fault
        heard = person is not None and person.id in self._heard_in(passage)
        if self.is_doubted(proposal.speaker, passage):
            return "other-speaker", f"the sentence reads as said by {self._name_heard(passage)}; name who says it"
        if heard or self._is_shown(name, proposal.cue, passage):
            return None
        return "speaker-not-shown", "copy into “cue” the words which show that this speaker says it"

    def _find_author_fault(
        self, proposal: ClaimProposal, passage: QuotedPassage, turns: set[str]
    ) -> tuple[str, str] | None:
        if turns:
            named = self.people[min(turns)].name
            return "other-speaker", f"{named} has the word there; name them, or whom they report"
        if passage.hangs:
            return "quote-cut", "the clause hangs on what stands before it; quote that too, or name who says it"
        whole = passage.is_whole and proposal.act not in _AGREEING
        if whole and self.is_doubted("", passage):
            return "other-speaker", f"the sentence reads as said by {self._name_heard(passage)}; name who says it"
        return self._find_cue_fault(proposal.cue, passage) if proposal.cue else None

    def is_doubted(self, speaker: str, passage: QuotedPassage) -> bool:
        """Whether the rules hear others there, and not this speaker."""
        heard = self._heard_in(passage)
        person = self.find_person(speaker) if speaker else None
        return bool(heard) and (person is None or person.id not in heard)

    def _name_heard(self, passage: QuotedPassage) -> str:
        return joined([self.people[by].name for by in sorted(self._heard_in(passage))])

    def _heard_in(self, passage: QuotedPassage) -> set[str]:
        return {by for at in passage.at for by in self._heard.get(at, ())}

    def _places_of(self, name: Sequence[str]) -> list[int]:
        """The units that have these words in a row."""
        if not name:
            return []
        return [n for n in self._standing.get(name[0], ()) if _has_run(self._tokens[n], name)]

    def _is_near(self, name: Sequence[str], places: Sequence[int], passage: QuotedPassage) -> bool:
        first, last = self._positions[passage.at[0]] - _BEFORE, self._positions[passage.at[-1]] + _BEHIND
        for found in (places, self._standing.get(name[-1], ())):
            at = bisect_left(found, first)
            if at < len(found) and found[at] <= last:
                return True
        return False

    def _is_shown(self, name: Sequence[str], cue: str, passage: QuotedPassage) -> bool:
        """Whether passage or cue name the speaker or have a pronoun or verb for them, or a quotation goes on."""
        if name[-1] in {*tokens(passage.text), *tokens(cue)} or not self._pronouns.isdisjoint(tokens(cue)):
            return True
        if any(stands_in(phrase, cue) for phrase in (*self._words.speech, *self._words.sources)):
            return True
        return any(not _MARKS.isdisjoint(" ".join(self._blocks[s.block])) for s in passage.sentences)

    def _find_cue_fault(self, cue: str, passage: QuotedPassage) -> tuple[str, str] | None:
        """Whether the words that are to show the speaker stand around the passage."""
        first, last = passage.sentences[0].number - 1, passage.sentences[-1].number + 1
        near = [self._sentences[n].unit.text for n in range(first, last + 1) if n in self._sentences]
        blocks = [" ".join(self._blocks[sentence.block]) for sentence in passage.sentences]
        if any(stands_in(cue, text) for text in (" ".join(near), *blocks)):
            return None
        return (
            "cue-not-found",
            "copy the cue letter by letter from the sentence or its neighbours, or leave it out",
        )


def _may_be(wanted: set[str], last: str, person: Stakeholder) -> bool:
    """Whether a person is meant by the words of a name: *Mr Bassey* is *Bassey*, *Ada Quill* is *Quill*."""
    known = {word for label in (person.name, *person.aliases) for word in tokens(label)}
    return wanted <= known or (known <= wanted and (len(known) > 1 or last in known))


def _has_run(found: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return any(list(found[n : n + size]) == list(wanted) for n in range(len(found) - size + 1))
