"""Who says what in an article, sentence by sentence, as far as its words show it; the rest stays open."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argumap.draft.frames import Frame
from argumap.draft.heard import DraftClaim, HeardSentence, StandTaken
from argumap.draft.idle import IdleReasons, is_capital_headline
from argumap.draft.interviews import find_interview
from argumap.draft.letters import find_letters, read_signature
from argumap.draft.minutes import is_minutes
from argumap.draft.passing import DOUBTED, LEFT_OUT, PassingRemarks
from argumap.draft.quotations import find_quotations, find_quoted_blocks, is_all_quoted, strip_marks
from argumap.draft.short_answers import ShortAnswers
from argumap.draft.speech import find_frames, hides_report
from argumap.draft.transcripts import find_interjections, find_turns
from argumap.draft.twins import Twins
from argumap.model import Act, StakeholderType

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.draft.cast import Cast
    from argumap.draft.cast_members import CastMember
    from argumap.draft.cue_words import CueWords
    from argumap.draft.transcripts import Turns
    from argumap.text import Article, Block

_FEWEST_OUTSIDE = 3
# Behind so many words of a sentence *they* may mean whom these are about.
_FARTHEST_GROUP = 5
# So many sentences back a proposal is still the one that is seconded.
_FARTHEST = 12
# So many sentences back is what somebody agrees with who says no more.
_NEAR = 3
# So many sentences tell that a text is the minutes of a meeting, and so many headings may name who speaks.
_OPENING = 6
# A text of which so large a part is what others say reports.
_REPORTING = 0.2
# One of which so large a part has verbs of saying tells a debate.
_DEBATED = 0.4
# A line of fewer words at the head of an article is no sentence of it.
_SHORTEST = 6
# Among so many words *you* opens a question: *Ms Orlov, you have …*.
_LONGEST_CALL = 4


class Hearing:
    """The sentences of an article with the claims in them; ``stands`` are taken on claims that others state."""

    def __init__(self, article: Article, cast: Cast, author: CastMember) -> None:
        self.cast, self.author = cast, author
        self.words: CueWords = cast.words
        cast.roster.know_author(author)
        self.idle = IdleReasons(self.words, article.language)
        self.stands: list[StandTaken] = []
        self._answers = ShortAnswers(self.words)
        self._own = self.words.first_person | self.words.possessives
        self._text = article.text
        self._titles = "\n".join(s.heading.text for s in article.sections[:_OPENING] if s.heading)
        self._captions = article.document == "captions"
        self._letters = find_letters(article, cast)
        self._minutes = is_minutes(article, cast)
        self._personal = self._find_personal(article)
        self._debate = self._minutes or self._find_debate(article)
        self._asked_above = {
            s.blocks[0].locator
            for s in article.sections
            if s.heading and s.heading.text.endswith("?") and s.blocks
        }
        self._blocks = [(s.locator, b) for s in article.sections for b in s.blocks if b.kind != "table"]
        self.sentences = self._read()

    def _find_personal(self, article: Article) -> bool:
        """Whether whoever wrote the article speaks of themselves in it."""
        told = (unit.text.casefold().split() for unit in article.units if unit.kind == "sentence")
        return any(not self.words.first_person.isdisjoint(words) for words in told)

    def _find_debate(self, article: Article) -> bool:
        """Whether the article tells what was said in a debate: most of it is what others said, nothing its own."""
        told = [unit.text for unit in article.units if unit.kind == "sentence"]
        opening = [unit.text for unit in article.units[:_OPENING]]
        said = sum(bool(self.words.verb.search(text)) for text in told)
        debates = sum(len(self.words.debate.findall(text)) for text in opening)
        return debates >= _FEWEST_OUTSIDE and not self._personal and said >= len(told) * _DEBATED

    def _read(self) -> list[HeardSentence]:
        blocks = [block for _, block in self._blocks]
        quotations = {**find_quotations(blocks), **find_quoted_blocks(blocks, self._text)}
        turns = self._find_turns(blocks)
        self._asked, self._asks = turns.asked, bool(turns.asked or turns.asker)
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
                    alone=len(block.units) == 1,
                    label=turns.label_of(unit),
                )
                for n, unit in enumerate(block.units)
            ]
            self.cast.open_paragraph()
            for sentence in group:
                text = turns.text_of(sentence.unit)
                if not is_capital_headline(sentence.unit):
                    self._hear(sentence, text)
            self._carry_quotations(group, sentences)
            sentences += group
        twins = Twins(self.words)
        self._leave_open(sentences)
        passing = PassingRemarks(self.words, sentences)
        for n, sentence in enumerate(sentences):
            self._choose(sentence, turns.text_of(sentence.unit))
            self._doubt(sentence, passing)
            self._find_seconders(sentence)
            for frame, speaker in sentence.witnesses if sentence.claims else ():
                self.stands.append(StandTaken(speaker, frame.act, sentence.claims[0], sentence, frame.cue))
            sentence.claims = [claim for claim in sentence.claims if not twins.take(claim)]
            before = sentences[max(n - _FARTHEST, 0) : n]
            if not self._answer(sentence, before):
                self._take_stand(sentence, turns.text_of(sentence.unit), before)
        return sentences

    def _hear(self, sentence: HeardSentence, text: str) -> None:
        """Read who says what in a sentence, and remember whom it names."""
        self.cast.recall(sentence.mask(text))
        missed = self._read_frames(sentence, text)
        self.cast.see(sentence.mask(text), sentence.turn or self.author)
        if missed:
            self.cast.miss()

    def _find_turns(self, blocks: Sequence[Block]) -> Turns:
        """Who has the word where: by letters, a transcript, an interview, or lines in a report."""
        if self._letters.speakers:
            return self._letters
        blocks = [block for block in blocks if not any(map(is_capital_headline, block.units))]
        turns = find_turns(blocks, self.cast, text=self._text, captions=self._captions, titles=self._titles)
        if not turns.speakers:
            turns = find_interview(blocks, self._text, self._asked_above, self.cast, titles=self._titles)
        return turns if turns.speakers else find_interjections(blocks, self.cast, text=self._text)

    def _leave_open(self, sentences: Sequence[HeardSentence]) -> None:
        """In a text that reports what others say, what follows a report in its paragraph may still be theirs.

        Whoever writes *I* or *we* states things; so does whoever seldom reports. A letter that nobody has signed
        is somebody's.
        """
        for sentence in sentences if self._letters.speakers else ():
            sentence.open |= not sentence.turn
        told = [sentence for sentence in sentences if not sentence.turn]
        if not self._only_reports(told):
            return
        for before, sentence in pairwise(told):
            if before.reports and before.block == sentence.block and not sentence.frames:
                sentence.open = not self._is_answered(sentence.unit.text)

    def _only_reports(self, told: Sequence[HeardSentence]) -> bool:
        texts = [s for n, s in enumerate(told) if n >= _OPENING or not self._is_byline(s.unit.text)]
        personal = any(not self._own.isdisjoint(s.mask(s.unit.text).casefold().split()) for s in texts)
        return not personal and sum(s.reports for s in told) >= len(told) * _REPORTING

    def _is_byline(self, text: str) -> bool:
        """*From our own correspondent*: it says who wrote the article, and nothing of what they think."""
        first, *rest = text.casefold().split()
        return first in self.words.by | self.words.places and len(rest) < _SHORTEST

    def _is_answered(self, text: str) -> bool:
        """Whether somebody else than who was reported speaks: *That is not true*."""
        return bool(self.words.objections.match(text) or self.words.agreements.match(text))

    def _find_seconders(self, sentence: HeardSentence) -> None:
        """*Proposed, seconded by Cllr Sayer, that the playground be closed*."""
        match = self.words.seconded_within.search(sentence.unit.text) if sentence.frames else None
        speakers = self.cast.identify_all(match["who"]) if match else []
        sentence.witnesses += (
            (Frame(match["who"], match[0].strip(" ,"), Act.ENDORSES, "", "stand"), by) for by in speakers if match
        )

    def _answer(self, sentence: HeardSentence, before: Sequence[HeardSentence]) -> bool:
        """*No.*, *They have.*: a stand on what was stated in the question, or a claim together with it.

        Give whether the sentence is such an answer.
        """
        act = self._answers.tell_act(sentence.told) if sentence.turn else None
        asked = self._answers.find_asked(sentence, before) if act else None
        if act is None or asked is None:
            return False
        stated = asked.claims[-1] if asked.claims else None
        if stated is not None:
            self._stand(sentence, [sentence.turn] if sentence.turn else [], act, stated, sentence.told)
        elif claim := self._answers.answer(sentence, asked):
            sentence.idle = ""
            known = next((c for s in before for c in s.claims if c.answers is asked), None)
            if known is None:
                sentence.claims = [claim]
            else:
                self._answer_too(sentence, known, act)
        return True

    def _answer_too(self, sentence: HeardSentence, known: DraftClaim, act: Act) -> None:
        """A second answer to a question: the same person's again, or another's, who says the same or denies it."""
        if known.sentence.turn is sentence.turn:
            known.again.append(sentence)
            return
        same = act is self._answers.tell_act(known.sentence.told)
        by = [sentence.turn] if sentence.turn else []
        self._stand(sentence, by, Act.ENDORSES if same else Act.DISPUTES, known, sentence.told)

    def _take_stand(self, sentence: HeardSentence, text: str, before: Sequence[HeardSentence]) -> None:
        """Somebody stands by what another said, or against it, and says no more than that."""
        for by, act, cue in self._find_stand(text, self.words.seconded, self.words.opposed):
            moved = (c for s in reversed(before) for c in s.claims if self._is_proposal(c, sentence))
            self._stand(sentence, by, act, next(moved, None), cue)
            return
        for by, act, cue in self._find_stand(text, self.words.agreed, self.words.disagreed):
            told = [c for s in before[-_NEAR:] for c in s.claims if c.speaker and c.speaker not in by]
            if told:
                self._stand(sentence, by, act, told[-1], cue)
                return
        self._agree(sentence, text, before[-1].claims[-1:] if before else [])

    def _find_stand(
        self, text: str, by_it: re.Pattern[str], against: re.Pattern[str]
    ) -> Iterator[tuple[list[CastMember], Act, str]]:
        """Who stands by something or against it, with the words for it; nobody whom a pronoun means."""
        for pattern, act in ((by_it, Act.ENDORSES), (against, Act.DISPUTES)):
            match = pattern.match(text)
            who = next(filter(None, match.groups()), "") if match else ""
            pronoun = who.casefold() in self.words.pronouns | self.words.group_pronouns
            speakers = self.cast.identify_all(who) if who and not pronoun else []
            if match and speakers:
                yield speakers, act, match[0]

    def _agree(self, sentence: HeardSentence, text: str, told: Sequence[DraftClaim]) -> None:
        """*That is true*, *I agree*, *“That is simply wrong,” said Brill*, and nothing more."""
        own = sentence.turn or self.author
        if len(sentence.frames) == 1:
            frame, own = sentence.frames[0]
            text = frame.content
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

    def _read_frames(self, sentence: HeardSentence, text: str) -> bool:
        """Read who says what in a sentence; give whether somebody speaks in it who is not known."""
        if text.endswith("?") and not sentence.quoted.spans:
            return False
        unknown = self._find_speakers(sentence, text)
        sentence.frames = self._go_within(sentence.frames)
        sentence.open |= any(not self._lies_within(frame, sentence.frames) for frame in unknown)
        if not sentence.frames:
            sentence.frames += self._find_announced(sentence, text) or self._put_to(sentence, text)
        hidden = hides_report(text, sentence.quoted, self.words) or self._is_in_report(sentence)
        sentence.open |= not sentence.frames and (hidden or bool(self.words.plans.match(text)))
        pronouns = self.words.pronouns | self.words.group_pronouns
        missed = any(frame.subject and frame.subject.casefold() not in pronouns for frame in unknown)
        return missed and not sentence.frames

    def _find_speakers(self, sentence: HeardSentence, text: str) -> list[Frame]:
        """Give the frames of a sentence to their speakers; return those whose speaker is not known."""
        first: list[CastMember] = []
        unknown: list[Frame] = []
        for frame in find_frames(text, sentence.quoted, self.words):
            if any(source.rule == "source-phrase" and not source.at for source in unknown):
                break  # In her view, the council has not counted: what is reported is the view's
            known = self._whose(frame, sentence, text)
            if frame.rule == "witness":
                sentence.witnesses += ((frame, by) for by in known if by not in {self.author, sentence.turn})
                continue
            if frame.rule == "reporting-verb" and len(known) == 1:
                self.cast.learn_by_pronoun(known[0], frame.content)
            first = known or (first if not frame.subject else [])
            unknown += () if first else (frame,)
            sentence.frames += ((frame, speaker) for speaker in first)
        return unknown

    def _lies_within(self, part: Frame, frames: Iterable[tuple[Frame, CastMember]]) -> bool:
        return any(self._is_within(part, whole) for whole, _ in frames)

    def _go_within(self, frames: list[tuple[Frame, CastMember]]) -> list[tuple[Frame, CastMember]]:
        """What somebody says that another says is the other's: *she added that shops had claimed …*."""
        outer: set[Frame] = set()
        inner: set[Frame] = set()
        for whole, by in frames:
            for part, other in frames:
                if other is not by and self._is_within(part, whole):
                    says = not self.words.sayings.isdisjoint(part.cue.casefold().split())
                    (outer if says else inner).add(whole if says else part)
        return [(frame, by) for frame, by in frames if frame not in outer | inner]

    def _is_within(self, part: Frame, whole: Frame) -> bool:
        """Whether the clause that one frame reports opens with the subject of another, and that is no pronoun."""
        subject = part.subject.casefold()
        pronouns = self.words.pronouns | self.words.group_pronouns | self.words.own_words
        named = bool(subject) and subject not in pronouns
        return named and part.at > whole.at and whole.content.casefold().startswith(subject)

    def _find_announced(self, sentence: HeardSentence, text: str) -> list[tuple[Frame, CastMember]]:
        """Whose quotation stands behind a colon, where nobody else is named: *Stern was less impressed: “…”*."""
        told, colon, behind = sentence.mask(text).partition(":")
        runs = self.cast.names.find(told) if colon and behind.strip() and not behind.strip(" \x00") else []
        if len(runs) == 1 or (len(runs) > 1 and told[runs[0][1] :].startswith(",")):
            speaker = self.cast.identify(told[: runs[0][1]])
            people = {self.cast.names.full(run) for _, _, run in runs} & self.cast.names.people
            if speaker is not None and speaker.type is StakeholderType.PERSON and len(people) <= 1:
                return [
                    (
                        Frame("", told.strip(), Act.ASSERTS, strip_marks(text[len(told) + 1 :]), "quotation"),
                        speaker,
                    )
                ]
        return []

    def _whose(self, frame: Frame, sentence: HeardSentence, text: str) -> list[CastMember]:
        subject = frame.subject.casefold()
        owner = sentence.turn or self.author
        if frame.decided or frame.impersonal:
            return self._whom_unnamed(frame)
        if not subject:
            shared = self._whose_shared(frame, sentence, text)
            return [shared] if shared else []
        if spoken := self._whose_spoken(frame, sentence):
            return [spoken]
        if (within := self._whose_within(subject, frame, sentence, text)) is not None:
            return [within]
        if self._is_unsure(subject, frame, text):
            return []
        speakers = self.cast.identify_all(frame.subject, strict=frame.named_only, owner=owner)
        plain = self._find_plain(frame, owner) if frame.human and not speakers else None
        return [plain] if plain else speakers

    def _find_plain(self, frame: Frame, owner: CastMember) -> CastMember | None:
        """Whom a noun means, whatever it is, before a verb that only people can be the subject of."""
        plain = self.cast.identify_plain(frame.subject, owner)
        return plain or (self.cast.identify_several(frame.subject) if frame.cue.endswith("n") else None)

    def _whose_spoken(self, frame: Frame, sentence: HeardSentence) -> CastMember | None:
        """Whom *I* means, and *you* in a question."""
        if self._is_own_voice(frame):
            return sentence.turn or self.author
        return self._asked if not sentence.turn and self._is_addressed(frame.subject) else None

    def _whose_shared(self, frame: Frame, sentence: HeardSentence, text: str) -> CastMember | None:
        """Whom a verb without a subject means: that of the clause before, or whoever goes on speaking."""
        if self.words.drops_subject:
            return self.cast.identify_going_on()
        if sentence.frames:
            return None
        doing = frame.cue.casefold() in self.words.ongoing  # The leader hit back, describing it as a farce
        return self.cast.identify_doing(text) if doing else self.cast.identify_opening(text)

    def _is_own_voice(self, frame: Frame) -> bool:
        """Whether whoever has the word means themselves: *I*, *my view*, *this newspaper*."""
        own = frame.subject.casefold() in self.words.possessives or self._is_first_person(frame.subject.casefold())
        return own or bool(self.words.own_paper.search(f"{frame.subject} {frame.cue}"))

    def _is_unsure(self, subject: str, frame: Frame, text: str) -> bool:
        """Whether *it* may be a document (*a study: it finds*), or *they* whom the sentence brings up itself."""
        paper = not frame.human and self.cast.mentions.paper
        tagged = frame.rule in {"tag", "quotation"}  # …, they say
        far = (
            not tagged and len(text[: frame.at].split()) > _FARTHEST_GROUP
        )  # Lamb's lawyers see it so: they argue
        return (subject in self.words.group_pronouns and paper) or (far and subject in self.words.many)

    def _whom_unnamed(self, frame: Frame) -> list[CastMember]:
        """Who decides, or says what *is said*; who notes or agrees something at a meeting is not told."""
        if frame.decided:
            return [self.cast.roster.meeting] if self._minutes else []
        return [] if self._minutes and self.words.unsure_who.search(frame.cue) else [self.cast.roster.unnamed]

    def _whose_within(self, subject: str, frame: Frame, sentence: HeardSentence, text: str) -> CastMember | None:
        """Whom a pronoun means that the sentence itself has named; all who are named in it may be meant later."""
        if subject not in self.words.pronouns | self.words.group_pronouns:
            return None
        speaking = [speaker for _, speaker in sentence.frames[-1:]]
        within = self.cast.find_within(text[: frame.at], subject, speaking)
        if within is None:
            self.cast.see_opening(sentence.mask(text)[: frame.at], sentence.turn or self.author)
        return within

    def _is_addressed(self, subject: str) -> bool:
        """*You*, *in your book you*, *Sie*: whoever a question speaks to."""
        last = subject.replace("’", "'").rpartition(" ")[2].partition("'")[0]
        return last.casefold() in self.words.addressees and (
            last.casefold() not in self.words.pronouns or last[0].isupper()
        )

    def _put_to(self, sentence: HeardSentence, text: str) -> list[tuple[Frame, CastMember]]:
        """What a question says that whoever is asked wants: *You'd also abolish the waiting room.*."""
        match = self.words.puts_to.match(text) if self._asked and not sentence.turn else None
        if match is None or self._asked is None:
            return []
        return [(Frame("", match[0].strip(), Act.ASSERTS, text, "reporting-verb"), self._asked)]

    def _is_first_person(self, subject: str) -> bool:
        """*I*, *so I*, *as far as I*, *I'd*."""
        last = subject.replace("’", "'").rpartition(" ")[2]
        return last.strip("(").partition("'")[0] in self.words.first_person

    def _carry_quotations(self, group: Sequence[HeardSentence], before: Sequence[HeardSentence]) -> None:
        """Whoever speaks in a quotation goes on where the next sentence is nothing but quotation."""
        last = self._find_carried(group, before[-1]) if before and group else None
        spoken = last
        for n, sentence in enumerate(group):
            spoken = last or spoken
            last = last or self._find_by_mood(sentence, group, spoken, () if n else before)
            text, speaks = sentence.unit.text, sentence.quoted.holds_speech(sentence.unit.text)
            if sentence.frames:
                last = _find_lasting(sentence)
            elif self._minutes and (introduced := self.words.introduced.match(text)):
                last = self._find_only(introduced["who"])
                continue
            elif is_all_quoted(text, sentence.quoted):
                last = _whose_quotation(last, group[n + 1 :], speaks=speaks)
            elif not self._goes_on(sentence, last):
                last = last if speaks else None
                continue
            sentence.speaker = last

    def _goes_on(self, sentence: HeardSentence, last: CastMember | None) -> bool:
        """Whether somebody's words go on in a sentence that is no quotation alone."""
        if last is None:
            return False
        if sentence.quoted.holds_speech(sentence.unit.text):
            return self._announces_in_report(sentence) and not self.cast.names_another(sentence.unit.text, last)
        return self._is_reported_on(sentence, last)

    def _find_by_mood(
        self,
        sentence: HeardSentence,
        group: Sequence[HeardSentence],
        spoken: CastMember | None,
        before: Sequence[HeardSentence],
    ) -> CastMember | None:
        return self._find_told_before(sentence, group) or self._find_spoken(sentence, spoken, before)

    def _find_only(self, phrase: str) -> CastMember | None:
        """Whom a phrase means, where that is one."""
        speakers = self.cast.identify_all(phrase)
        return speakers[0] if len(speakers) == 1 else None

    def _find_carried(self, group: Sequence[HeardSentence], before: HeardSentence) -> CastMember | None:
        """Whose quotation a paragraph begins with: that of the one before, or one that this announces."""
        first = group[0]
        carried = before.speaker if first.quoted.carried else None
        if carried is None and is_all_quoted(first.unit.text, first.quoted):
            return self._find_introduced(before) or self._find_quoted_on(group, before)
        return carried

    def _find_quoted_on(self, group: Sequence[HeardSentence], before: HeardSentence) -> CastMember | None:
        """Whose words a paragraph is that is one quotation: of whom alone the sentence before it reports."""
        whole = all(is_all_quoted(s.unit.text, s.quoted) and not s.frames for s in group)
        told = {speaker for _, speaker in before.frames} | {before.speaker} - {None}
        if not whole or len(told) != 1 or before.open or before.turn or before.section != group[0].section:
            return None
        (speaker,) = told
        return speaker if speaker and speaker.type is StakeholderType.PERSON else None

    def _find_introduced(self, sentence: HeardSentence) -> CastMember | None:
        """Whose words a sentence announces that ends in a colon: *The firm sent us this:*."""
        if not sentence.unit.text.endswith(":"):
            return None
        if sentence.frames:
            return sentence.frames[-1][1]
        opening = None if sentence.open else self.cast.identify_opening(sentence.unit.text)
        named = opening is not None and opening.type in {StakeholderType.PERSON, StakeholderType.ORGANISATION}
        return opening if named else None

    def _is_reported_on(self, sentence: HeardSentence, last: CastMember) -> bool:
        """Whether the verb says that somebody's words go on: *Das Dach sei undicht*."""
        words = sentence.unit.text.casefold().split()
        own = sentence.turn or not self.words.first_person.isdisjoint(words)
        text = sentence.unit.text
        if own or sentence.quoted.spans or self.cast.names_another(text, last):
            return False
        if self._debate and not sentence.open and self._is_told_back(words, last):
            opening = self.cast.identify_opening(text)
            return opening is None or opening.type is StakeholderType.ORGANISATION
        main = self.words.continued.search(text.partition(",")[0])  # Er glaube, dass …
        told = (
            not main and not self.words.complementisers.isdisjoint(words)
        ) or self.cast.phrases.opens_with_role(text)
        there = not self._personal and self.words.continued_there.search(text)
        return not told and bool(there or self.words.continued.search(text))

    def _find_told_before(self, sentence: HeardSentence, group: Sequence[HeardSentence]) -> CastMember | None:
        """Who alone is named in the sentence before one that says by its verb that it is a report."""
        n = group.index(sentence)
        if not n or sentence.frames or sentence.quoted.spans or not self._is_in_report(sentence):
            return None
        people = self.cast.find_people(group[n - 1].unit.text)
        return people[0] if len(people) == 1 and not group[n - 1].open else None

    def _is_in_report(self, sentence: HeardSentence) -> bool:
        """Whether the mood alone says that somebody's words are told: *Das Verbot sei kein Misstrauen*."""
        own = sentence.turn or not self._own.isdisjoint(sentence.unit.text.casefold().split())
        return not own and bool(self.words.continued.search(sentence.unit.text))

    def _find_spoken(
        self, sentence: HeardSentence, spoken: CastMember | None, before: Sequence[HeardSentence]
    ) -> CastMember | None:
        """Whose words go on by the mood alone: whoever spoke last in the paragraph, or in the one before."""
        main = sentence.unit.text.partition(",")[0]
        if not self.words.noun_capitals or sentence.frames or not self.words.continued.search(main):
            return None
        if not self._is_in_report(sentence) or sentence.quoted.spans:
            return None
        if spoken is None and before and before[-1].section == sentence.section:
            frames = {speaker for _, speaker in before[-1].frames}
            spoken = before[-1].speaker or (frames.pop() if len(frames) == 1 else None)
        return None if spoken is None or self.cast.names_another(sentence.unit.text, spoken) else spoken

    def _announces_in_report(self, sentence: HeardSentence) -> bool:
        """Whether the mood tells that whoever spoke goes on, and is quoted: *Man wolle offen sein: „…“*."""
        outside = sentence.quoted.outside(sentence.unit.text)
        return self.words.noun_capitals and bool(self.words.continued.search(outside.partition(",")[0]))

    def _is_told_back(self, words: Sequence[str], last: CastMember) -> bool:
        """Whether the tense tells of a debate that somebody's words go on: *They had been sold for too long*."""
        if not self.words.present_tense.isdisjoint(words):
            return False
        backshifted = not self.words.backshift.isdisjoint(words)
        return self._minutes or (backshifted and last.type is StakeholderType.PERSON)

    def _choose(self, sentence: HeardSentence, text: str) -> None:
        sentence.idle = self._find_idle(sentence, text)
        if sentence.idle:
            return
        if sentence.open and not sentence.speaker:
            sentence.claims.append(DraftClaim(sentence, strip_marks(text), "open-speaker", act=Act.PRESENTS))
            return
        if sentence.frames:
            for frame, speaker in self._distinct(sentence.frames):
                self._add_claim(sentence, frame, frame.content or text, speaker)
            return
        if sentence.speaker is not None:
            rule = "quotation-goes-on" if sentence.quoted.spans else "report-goes-on"
            sentence.claims.append(DraftClaim(sentence, strip_marks(text), rule, sentence.speaker))
            return
        if sentence.quoted.holds_speech(sentence.unit.text) and not sentence.turn:
            sentence.claims.append(DraftClaim(sentence, strip_marks(text), "open-speaker", act=Act.PRESENTS))
            return
        if sentence.quoted.spans and len(sentence.quoted.outside(text).split()) < _FEWEST_OUTSIDE:
            text = strip_marks(text)
        rule = "turn" if sentence.turn else "statement"
        sentence.claims.append(DraftClaim(sentence, text, rule, sentence.turn))

    def _doubt(self, sentence: HeardSentence, passing: PassingRemarks) -> None:
        """Leave out what the author says in passing by most signs; what some signs tell is proposed as such."""
        stated = [claim for claim in sentence.claims if claim.rule == "statement"]
        points = passing.weigh(sentence, sentence.told) if stated else 0
        if points >= LEFT_OUT:
            sentence.claims.clear()
            sentence.idle = "passing remark"
        elif points >= DOUBTED:
            stated[0].rule = "passing-remark"

    def _add_claim(self, sentence: HeardSentence, frame: Frame, content: str, speaker: CastMember) -> None:
        """Add what a frame reports; what another in the sentence says in the same words is one claim of both."""
        same = next((claim for claim in sentence.claims if (claim.text, claim.act) == (content, frame.act)), None)
        own = {self.author, sentence.turn}
        if same is None or not own.isdisjoint({speaker, same.speaker}):
            sentence.claims.append(DraftClaim(sentence, content, frame.rule, speaker, frame.act, frame.cue))
        elif speaker is not same.speaker and speaker not in same.others:
            same.others.append(speaker)

    def _find_idle(self, sentence: HeardSentence, text: str) -> str:
        if self._is_signature(sentence, text):
            return "byline"
        part = self._is_part_of_question(sentence, text)
        return self.idle.find(sentence, text) or ("question" if part else "")

    def _is_part_of_question(self, sentence: HeardSentence, text: str) -> bool:
        """Whether a sentence leads up to a question by what somebody is: *You have kept bees for years.*."""
        if not self._asks or sentence.turn or sentence.reports:
            return False
        opening = [word.strip(",.") for word in text.replace("’", "'").split()[:_LONGEST_CALL]]
        return any(self._is_addressed(word) for word in opening)

    def _is_signature(self, sentence: HeardSentence, text: str) -> bool:
        signs = sentence.unit.locator in self._letters.signatures
        return signs or bool(self._letters.speakers and not sentence.turn and read_signature(text, self.cast))

    def _distinct(self, frames: Sequence[tuple[Frame, CastMember]]) -> Iterator[tuple[Frame, CastMember]]:
        """The frames that say something of their own: one within another's clause is the report of a report."""
        seen: list[tuple[Frame, CastMember]] = []
        for frame, speaker in frames:
            if frame.named_only and any(by is speaker and not f.named_only for f, by in frames):
                continue  # called it a farce and said that …
            content = frame.content.casefold()
            known = [
                other.content.casefold()
                for other, by in seen
                if other is not frame and (by is speaker or not (frame.named_only or other.named_only))
            ]
            if not any(content in other or other in content for other in known):
                seen.append((frame, speaker))
                yield frame, speaker


def _find_lasting(sentence: HeardSentence) -> CastMember | None:
    """Who speaks in a sentence and may go on; not whoever is only said to have judged something."""
    frame, speaker = sentence.frames[0]
    return None if frame.rule == "judged-by" else speaker


def _whose_quotation(
    last: CastMember | None, following: Sequence[HeardSentence], *, speaks: bool
) -> CastMember | None:
    """Whose a sentence is that is nothing but quotation: whoever speaks, or who is named where it ends."""
    if _ends_with_another(following):
        return None
    if following and following[0].quoted.carried and (behind := _speaker_behind(following)) is not None:
        return behind
    return last or (_speaker_behind(following) if speaks else None)


def _ends_with_another(following: Sequence[HeardSentence]) -> bool:
    """Whether a quotation ends in a sentence that says whose it is, and who that is is not known."""
    for sentence in following:
        if not sentence.quoted.carried or sentence.frames:
            return False
        if not is_all_quoted(sentence.unit.text, sentence.quoted):
            return True
    return False


def _speaker_behind(following: Sequence[HeardSentence]) -> CastMember | None:
    """Who a quotation is given to in the sentence behind it, or in the one with which it ends."""
    for sentence in following:
        if sentence.frames:
            frame, speaker = sentence.frames[0]
            return speaker if frame.rule == "quotation" else None
        if not is_all_quoted(sentence.unit.text, sentence.quoted):
            return None
    return None
