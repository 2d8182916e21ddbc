"""A map of an article as far as its words show it: nothing is invented, and what cannot be told is left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.draft.answers import Answers
from argumap.draft.bylines import find_byline, find_issuer
from argumap.draft.cast import Cast
from argumap.draft.cast_members import CastMember
from argumap.draft.cue_words import get_cue_words
from argumap.draft.demands import demands
from argumap.draft.headings import HeadingSide, find_sides
from argumap.draft.hearing import Hearing
from argumap.draft.idle import is_capital_headline, is_headline
from argumap.draft.joining import join
from argumap.draft.letters import find_letters
from argumap.draft.minutes import find_minuted
from argumap.draft.rule_figures import tell_rule
from argumap.draft.tables import read_tables
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Claim,
    ClaimType,
    Issue,
    Passage,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
    get_rule,
)
from argumap.text import Slugs
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.draft.heard import DraftClaim
    from argumap.text import Article

SOURCE = "article"
# A text whose first sentences have no word of a language is not taken to be in it.
_OPENING = 6
# What a person still has to look at says so in one word; the rule stands behind it.
_MADE = "draft"


@dataclass(frozen=True)
class DraftedMap:
    """A draft: the map, and what was left out or left open, for a person to be told.

    ``skipped`` are the sentences that state nothing by the rules, each with the rule; ``known`` says whether the
    words of the article's language are known, so that speakers were looked for. ``open_claims`` bear on nothing
    yet, ``open_speakers`` are those of somebody whom the text does not surely show.
    """

    map: ArgumentMap
    skipped: Mapping[str, str]
    open_claims: int
    open_speakers: int
    known: bool

    @property
    def rules(self) -> Mapping[str, str]:
        """The rules that gave something to somebody or tied it, and how right each was on articles new to it."""
        made = [*(a.unseen for a in self.map.attributions), *(a.unseen for a in self.map.arguments)]
        used = {get_rule(by) for by in made if by}
        return {rule: told for rule in sorted(used) if (told := tell_rule(rule))}


def draft_map(
    article: Article, title: str = "", *, author: str = "", file: str | None = None, url: str | None = None
) -> DraftedMap:
    """Draft the map of an article without a model, the same for the same text.

    ``title`` and ``author`` are given where somebody knows better than the article's own facts; ``file`` and
    ``url`` are what the map says of its source.
    """
    return _Drafter(article, title, author, file, url).draft()


class _Drafter:
    def __init__(self, article: Article, title: str, author: str, file: str | None, url: str | None) -> None:
        self.article = article
        self.words = get_cue_words(_tell_language(article))
        self.language = article.language.code if self.words.code else None
        facts = article.facts
        self.file, self.url = file, url or facts.url
        self.slugs = Slugs(article.language)
        self.cast = Cast(self._tell_sentences(), self.words)
        self.words = self.cast.words
        headings = [s.heading.text for s in article.sections if s.heading]
        own = headings[0] if headings else self._headline()
        self.title = title or ((own or facts.title) if facts.aside else (facts.title or own))
        self.author = self._find_author(author)
        self.sides = find_sides(article, self.words)
        hearing = Hearing(article, self.cast, self.author)
        self.sentences, self.stands = hearing.sentences, hearing.stands
        self.answers = Answers(self.sides, self.sentences, self.slugs, self.words, article.language)
        self.steps = join(self.sentences, self.sides, self.stands, self.words)

    def _tell_sentences(self) -> list[str]:
        """What names are looked for in: no heading, and no headline whose every word has a capital."""
        told = [u for u in self.article.units if u.kind == "sentence" or self.words.attendance.match(u.text)]
        return [u.text for u in told if not is_capital_headline(u)]

    def _headline(self) -> str:
        """A first line that is no sentence, as a plain text begins with its title."""
        first = self.article.units[0] if self.article.units else None
        return first.text if first is not None and is_headline(first) else ""

    def _find_author(self, given: str) -> CastMember:
        aside = self.article.facts.aside
        names, calls = (given,) if given else () if aside else self.article.facts.authors, given
        if not names and find_letters(self.article, self.cast).speakers:
            self.authors = names
            return CastMember("The author", StakeholderType.PERSON)
        if not names and (byline := find_byline(self.article, self.cast, self.words)):
            names, calls = byline
        names = names or self.article.facts.authors
        self.authors = names
        if not names and (minuted := find_minuted(self.article, self.cast)):
            return minuted
        if not names and (issuer := find_issuer(self.article, self.words)):
            return CastMember(issuer, StakeholderType.ORGANISATION)
        kind = StakeholderType.GROUP if names[1:] else StakeholderType.PERSON
        return CastMember(calls or joined(names) or "The author", kind)

    def draft(self) -> DraftedMap:
        claims = [claim for sentence in self.sentences for claim in sentence.claims]
        answers = {self.slugs.make(answer): side for answer, side in self.answers.sides.items()}
        stakeholders = self._stakeholders(claims)
        issue = self._issue()
        self._name(claims)
        tables = read_tables(self.article, SOURCE, self.slugs)
        stated = self.answers.stated
        ids = {side.answer: known for known, side in answers.items()}
        ids |= {answer: claim.id for answer, claim in stated.items()}
        arguments = self._arguments(ids)
        skipped = {s.unit.locator: s.idle for s in self.sentences if s.idle}
        author = stakeholders[self.author].id
        record = ArgumentMap(
            title=self.title,
            language=self.language,
            sources=(self._source(author, skipped),),
            sections=tuple(self._sections()),
            issues=(issue, *tables.issues),
            concepts=tuple(tables.concepts),
            stakeholders=tuple(stakeholders.values()),
            claims=(
                *self._heading_claims(answers, stated, issue),
                *self._claims(claims, stated, issue),
                *tables.claims,
            ),
            arguments=tuple(arguments),
            attributions=(
                *self._attributions(claims, stakeholders),
                *(Attribution(author, Act.ASSERTS, claim.id) for claim in tables.claims),
            ),
        )
        return self._tell(record, skipped, claims)

    def _tell(self, record: ArgumentMap, skipped: Mapping[str, str], claims: Sequence[DraftClaim]) -> DraftedMap:
        bearing = {argument.premises[0] for argument in record.arguments}
        loose = sum(claim.id not in bearing for claim in claims)
        unheard = sum(claim.act is Act.PRESENTS for claim in claims)
        return DraftedMap(record, skipped, loose, unheard, self.words.known)

    def _heading_claims(
        self, answers: Mapping[str, HeadingSide], stated: Mapping[str, DraftClaim], issue: Issue
    ) -> Iterator[Claim]:
        for made_id, side in answers.items():
            if side.answer not in stated:
                yield self._heading_claim(made_id, side, issue)

    def _claims(
        self, claims: Sequence[DraftClaim], stated: Mapping[str, DraftClaim], issue: Issue
    ) -> Iterator[Claim]:
        answering = {claim.id for claim in stated.values()}
        for claim in claims:
            yield self._claim(claim, (issue.id,) if claim.id in answering else ())

    def _name(self, claims: Iterable[DraftClaim]) -> None:
        for claim in claims:
            at = claim.sentence.unit.locator.replace(".", "-")
            claim.id = self.slugs.make(claim.text, otherwise=f"claim-{at}")

    def _source(self, author: str, skipped: Mapping[str, str]) -> Source:
        return Source(
            SOURCE,
            self.title or "An article",
            author=author,
            authors="; ".join(self.authors) if self.authors[1:] else None,
            published=self.article.facts.published or None,
            publisher=self.article.facts.publisher or None,
            file=self.file,
            url=self.url or None,
            skip=tuple(self._skip(skipped)),
            language=self.language,
        )

    def _heading_claim(self, made_id: str, side: HeadingSide, issue: Issue) -> Claim:
        """An answer that a heading names; it stands there, and where those are named who hold it."""
        held = self.answers.held.get(side.answer)
        at = tuple(
            Passage(SOURCE, locator) for locator in (side.locator, held.unit.locator if held else "") if locator
        )
        return Claim(made_id, side.text, answers=(issue.id,), at=at, unseen=_made("heading"))

    def _claim(self, claim: DraftClaim, answers: tuple[str, ...]) -> Claim:
        kind = ClaimType.POLICY if demands(claim.text, self.words) else None
        return Claim(
            claim.id,
            claim.text,
            answers=answers,
            type=kind,
            at=tuple(Passage(SOURCE, sentence.unit.locator) for sentence in (claim.sentence, *claim.again)),
            unseen=_made(claim.rule),
        )

    def _arguments(self, answers: Mapping[str, str]) -> list[Argument]:
        made = []
        for step in self.steps:
            target = answers[step.target] if isinstance(step.target, str) else step.target.id
            held = isinstance(step.target, str) and self.answers.held.get(step.target) is step.premise.sentence
            if target == step.premise.id or held:
                continue
            made.append(
                Argument(
                    f"{step.premise.id}/{target}",
                    (step.premise.id,),
                    step.bearing,
                    target,
                    unseen=_made(step.rule),
                )
            )
        return made

    def _attributions(
        self, claims: Sequence[DraftClaim], stakeholders: Mapping[CastMember, Stakeholder]
    ) -> Iterator[Attribution]:
        author = stakeholders[self.author].id
        for claim in claims:
            if claim.act is Act.PRESENTS:
                yield Attribution(author, Act.PRESENTS, claim.id, unseen=_made(claim.rule))
            elif claim.speaker is None or claim.speaker is self.author:
                act = self._voice_of(claim.sentence.section) or Act.ASSERTS
                yield Attribution(author, act, claim.id)
            else:
                turn = claim.sentence.turn
                direct = turn is claim.speaker or claim.rule == "resolved"
                reporter = () if direct else (stakeholders[turn or self.author].id,)
                for speaker in (claim.speaker, *claim.others):
                    yield Attribution(
                        stakeholders[speaker].id,
                        claim.act,
                        claim.id,
                        via=reporter,
                        cue=claim.cue,
                        unseen=_made(claim.rule),
                    )
        for stand in self.stands:
            at = (Passage(SOURCE, stand.sentence.unit.locator),)
            by = stakeholders[stand.speaker].id
            turn = stand.sentence.turn
            via = () if stand.speaker in {self.author, turn} else (stakeholders[turn or self.author].id,)
            yield Attribution(by, stand.act, stand.claim.id, via=via, cue=stand.cue, at=at, unseen=_made("stand"))

    def _voice_of(self, section: str) -> Act | None:
        side = self.sides.get(section)
        return Act.PRESENTS if side is not None and side.presented else None

    def _sections(self) -> Iterator[Section]:
        for section in self.article.sections:
            if section.heading:
                yield Section(SOURCE, section.locator, section.title, self._voice_of(section.locator))

    def _speaking(self, claims: Sequence[DraftClaim]) -> dict[CastMember, None]:
        """Whoever says a claim, takes a stand or has the word where somebody is reported, each once."""
        speaking = dict.fromkeys(by for claim in claims for by in (claim.speaker, *claim.others) if by)
        speaking |= dict.fromkeys(stand.speaker for stand in self.stands)
        reporting = (*(claim.sentence for claim in claims), *(stand.sentence for stand in self.stands))
        return speaking | dict.fromkeys(sentence.turn for sentence in reporting if sentence.turn)

    def _stakeholders(self, claims: Sequence[DraftClaim]) -> dict[CastMember, Stakeholder]:
        order = [self.author, *(s for s in self._speaking(claims) if s is not self.author)]
        for speaker in list(order):
            if speaker.affiliation is not None and speaker.affiliation not in order:
                order.append(speaker.affiliation)
        ids = {speaker: self.slugs.make(speaker.name, names=True, otherwise="speaker") for speaker in order}
        return {
            speaker: Stakeholder(
                ids[speaker],
                speaker.name,
                speaker.type,
                role=speaker.role,
                aliases=tuple(sorted(speaker.aliases)),
                affiliation=(ids[speaker.affiliation],) if speaker.affiliation else (),
                unseen=_made("speaker"),
            )
            for speaker in order
        }

    def _issue(self) -> Issue:
        for unit in self.article.units:
            if unit.text.endswith("?") and (unit.kind == "heading" or is_headline(unit)):
                return Issue("question", unit.text, at=(Passage(SOURCE, unit.locator),), unseen=_made("title"))
        for sentence in self.sentences:
            match = self.words.questions.search(sentence.unit.text)
            if match:
                asked = " ".join(match["of"].split()).rstrip(" ,")
                at = (Passage(SOURCE, sentence.unit.locator),)
                return Issue("question", self.words.whether.format(asked=asked), at=at, unseen=_made("announced"))
        return Issue("question", self.title or self.words.debated or "?", unseen=_made("title"))

    def _skip(self, skipped: Mapping[str, str]) -> Iterator[str]:
        for section in self.article.sections:
            if section.heading and self.sides.get(section.locator) is None:
                yield section.heading.locator
        yield from skipped


def _tell_language(article: Article) -> str:
    """The language whose words are looked for; none where it is assumed and no word of the text is of it."""
    if article.language_by == "assumed":
        told = {word for unit in article.units[:_OPENING] for word in unit.text.casefold().split()}
        if told.isdisjoint(article.language.stop_words):
            return ""
    return article.language.code.partition("-")[0]


def _made(rule: str) -> str:
    return f"{_MADE}, by {rule}"
