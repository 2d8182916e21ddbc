"""Who says what in an article, sentence by sentence, as far as its words show it; the rest stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.draft.heard import DraftClaim, HeardSentence, StandTaken
from argumap.draft.idle import IdleReasons
from argumap.draft.quotations import find_quotations, is_all_quoted, strip_marks
from argumap.draft.speech import Frame, find_frames
from argumap.draft.transcripts import find_turns
from argumap.draft.twins import Twins
from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.draft.cast import Cast, CastMember
    from argumap.draft.cue_words import CueWords
    from argumap.text import Article

_FEWEST_OUTSIDE = 3
# So many sentences back a proposal is still the one that is seconded.
_FARTHEST = 12
# So many sentences tell that a text is the minutes of a meeting.
_OPENING = 6


class Hearing:
    """The sentences of an article with the claims in them; ``stands`` are taken on claims that others state."""

    def __init__(self, article: Article, cast: Cast, author: CastMember) -> None:
        self.cast, self.author = cast, author
        self.words: CueWords = cast.words
        cast.know_author(author)
        self.idle = IdleReasons(self.words, article.language)
        self.stands: list[StandTaken] = []
        self._titles = "\n".join(s.heading.text for s in article.sections[:_OPENING] if s.heading)
        self._captions = article.document == "captions"
        self._minutes = self._find_minutes(article)
        self._blocks = [(s.locator, b) for s in article.sections for b in s.blocks if b.kind != "table"]
        self.sentences = self._read()

    def _find_minutes(self, article: Article) -> bool:
        """Whether the article is the minutes of a meeting, of the body that its title names."""
        opening = [unit.text for unit in article.units[:_OPENING]]
        minutes = any(self.words.minutes.search(text) for text in opening if not text.endswith((".", "!", "?")))
        if minutes:
            self.cast.meet([s.heading.text for s in article.sections if s.heading][:1] or opening[:1])
        return minutes

    def _read(self) -> list[HeardSentence]:
        quotations = find_quotations([block for _, block in self._blocks])
        turns = find_turns(
            [block for _, block in self._blocks], self.cast, captions=self._captions, titles=self._titles
        )
        sentences: list[HeardSentence] = []
        for section, block in self._blocks:
            group = [
                HeardSentence(
                    unit,
                    block.locator,
                    section,
                    quotations[unit.locator],
                    turn=turns.speaker_of(unit.locator),
                    opens=n == 0 < len(block.units) - 1,
                )
                for n, unit in enumerate(block.units)
            ]
            self.cast.open_paragraph()
            for sentence in group:
                self._read_frames(sentence, turns.text_of(sentence.unit))
                self.cast.see(turns.text_of(sentence.unit), sentence.turn or self.author)
            self._carry_quotations(group, sentences)
            sentences += group
        twins = Twins(self.words)
        for n, sentence in enumerate(sentences):
            self._choose(sentence, turns.text_of(sentence.unit))
            for frame, speaker in sentence.witnesses if sentence.claims else ():
                self.stands.append(StandTaken(speaker, frame.act, sentence.claims[0], sentence, frame.cue))
            sentence.claims = [claim for claim in sentence.claims if not twins.take(claim)]
            self._take_stand(sentence, turns.text_of(sentence.unit), sentences[max(n - _FARTHEST, 0) : n])
        return sentences

    def _take_stand(self, sentence: HeardSentence, text: str, before: Sequence[HeardSentence]) -> None:
        """Somebody stands by what another said, or against it, and says no more than that."""
        for pattern, act in ((self.words.seconded, Act.ENDORSES), (self.words.opposed, Act.DISPUTES)):
            match = pattern.match(text)
            speakers = self.cast.identify_all(match["who"]) if match else []
            if match and speakers:
                moved = (c for s in reversed(before) for c in s.claims if self._is_proposal(c, sentence))
                self._stand(sentence, speakers, act, next(moved, None), match[0])
                return
        self._agree(sentence, text, before[-1].claims[-1:] if before else [])

    def _agree(self, sentence: HeardSentence, text: str, told: Sequence[DraftClaim]) -> None:
        """*That is true*, *I agree*, *That is simply wrong*, and nothing more."""
        own = sentence.turn or self.author
        heard = next((claim for claim in told if (claim.speaker or self.author) is not own), None)
        for pattern, act in ((self.words.agreements, Act.ENDORSES), (self.words.objections, Act.DISPUTES)):
            match = pattern.match(text)
            if match and heard is not None and not text[match.end() :].strip(" .!"):
                self._stand(sentence, [own], act, heard, match[0])
                return

    def _stand(
        self,
        sentence: HeardSentence,
        speakers: Sequence[CastMember],
        act: Act,
        claim: DraftClaim | None,
        cue: str,
    ) -> None:
        sentence.claims.clear()
        sentence.idle = "" if claim else "stand"
        if claim is not None:
            moved = self.words.is_proposal(claim.cue or "")
            self.stands += (StandTaken(by, act, claim, sentence, cue.strip(" ."), moved) for by in speakers)

    def _is_proposal(self, claim: DraftClaim, sentence: HeardSentence) -> bool:
        return claim.sentence.section == sentence.section and self.words.is_proposal(claim.cue or "")

    def _read_frames(self, sentence: HeardSentence, text: str) -> None:
        if text.endswith("?") and not sentence.quoted.spans:
            return
        first: list[CastMember] = []
        for frame in find_frames(text, sentence.quoted, self.words):
            if frame.rule == "witness":
                sentence.witnesses += ((frame, speaker) for speaker in self._whose(frame, sentence, text))
                continue
            speakers = self._whose(frame, sentence, text) or (first if not frame.subject else [])
            if not speakers and not sentence.frames:
                sentence.open = True
                return
            first = speakers
            sentence.frames += ((frame, speaker) for speaker in speakers)

    def _whose(self, frame: Frame, sentence: HeardSentence, text: str) -> list[CastMember]:
        subject = frame.subject.casefold()
        owner = sentence.turn or self.author
        if frame.decided or frame.impersonal:
            if self._minutes and not frame.decided:  # who notes something at a meeting is not told
                return []
            return [self.cast.meeting if frame.decided else self.cast.unnamed]
        if not subject:
            opening = None if sentence.frames else self.cast.identify_opening(text)
            return [opening] if opening else []
        if subject in self.words.first_person:
            return [owner]
        if subject in self.words.pronouns | self.words.group_pronouns:
            speaking = [speaker for _, speaker in sentence.frames[-1:]]
            within = self.cast.find_within(text[: frame.at], subject, speaking)
            if within is not None:
                return [within]
            self.cast.see(text[: frame.at], owner)
        return self.cast.identify_all(frame.subject, strict=frame.named_only, owner=owner)

    def _carry_quotations(self, group: Sequence[HeardSentence], before: Sequence[HeardSentence]) -> None:
        """Whoever speaks in a quotation goes on where the next sentence is nothing but quotation."""
        last = before[-1].speaker if before and group and group[0].quoted.carried else None
        for sentence, following in zip(group, [*group[1:], None], strict=True):
            text, speaks = sentence.unit.text, sentence.quoted.holds_speech(sentence.unit.text)
            if sentence.frames:
                last = sentence.frames[0][1]
            elif speaks and is_all_quoted(text, sentence.quoted):
                last = last or _speaker_behind(following)
            elif speaks or last is None or not self._is_reported_on(sentence, last):
                last = last if speaks else None
                continue
            sentence.speaker = last

    def _is_reported_on(self, sentence: HeardSentence, last: CastMember) -> bool:
        """Whether the verb says that somebody's words go on: *Das Dach sei undicht*."""
        own = sentence.turn or not self.words.first_person.isdisjoint(sentence.unit.text.casefold().split())
        text = sentence.unit.text
        if own or sentence.quoted.spans or self.cast.names_another(text, last):
            return False
        return bool(self.words.continued.search(text))

    def _choose(self, sentence: HeardSentence, text: str) -> None:
        sentence.idle = self.idle.find(sentence, text)
        if sentence.idle:
            return
        if sentence.open and not sentence.speaker:
            sentence.claims.append(DraftClaim(sentence, strip_marks(text), "open-speaker", act=Act.PRESENTS))
            return
        if sentence.frames:
            for frame, speaker in self._distinct(sentence.frames):
                sentence.claims.append(
                    DraftClaim(sentence, frame.content or text, frame.rule, speaker, frame.act, frame.cue)
                )
            return
        if sentence.speaker is not None:
            rule = "quotation-goes-on" if sentence.quoted.spans else "report-goes-on"
            sentence.claims.append(DraftClaim(sentence, strip_marks(text), rule, sentence.speaker))
            return
        if sentence.quoted.holds_speech(text) and is_all_quoted(text, sentence.quoted):
            sentence.claims.append(DraftClaim(sentence, strip_marks(text), "open-speaker", act=Act.PRESENTS))
            return
        if sentence.quoted.spans and len(sentence.quoted.outside(text).split()) < _FEWEST_OUTSIDE:
            text = strip_marks(text)
        rule = "turn" if sentence.turn else "statement"
        sentence.claims.append(DraftClaim(sentence, text, rule, sentence.turn))

    def _distinct(self, frames: Sequence[tuple[Frame, CastMember]]) -> Iterator[tuple[Frame, CastMember]]:
        """The frames that say something of their own: one within another's clause is the report of a report."""
        seen: list[Frame] = []
        for frame, speaker in frames:
            content = frame.content.casefold()
            known = [other.content.casefold() for other in seen if other is not frame]
            if not any(content in other or other in content for other in known):
                seen.append(frame)
                yield frame, speaker


def _speaker_behind(following: HeardSentence | None) -> CastMember | None:
    """Who a quotation is given to in the sentence behind it."""
    if following is None or not following.frames:
        return None
    frame, speaker = following.frames[0]
    return speaker if frame.rule == "quotation" else None
