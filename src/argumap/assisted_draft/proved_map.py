"""A map of what was proved, in the frame that the draft by rules gives: source, sections, tables, headings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from argumap.draft import DraftedMap
from argumap.model import Act, Argument, Attribution, Claim, Issue, Passage, Stakeholder, get_rule
from argumap.text import Slugs, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.assisted_draft.proposals import ProvedClaim
    from argumap.assisted_draft.relation_stage import RelationStage
    from argumap.assisted_draft.speaker_proof import HeardVoices
    from argumap.model import ArgumentMap, Bearing
    from argumap.text import Article

# What the rules make of headings and tables stays; what they make of sentences the model says anew.
_KEPT: Final = frozenset({"heading", "table"})


@dataclass
class ProvedMap:
    """Puts proved claims, by their numbers, in the place of those by rules; ``model`` names who proposed them."""

    article: Article
    rules: DraftedMap
    voices: HeardVoices
    claims: Mapping[int, ProvedClaim]
    model: str
    _ids: dict[int, str] = field(init=False)
    _people: dict[str, Stakeholder] = field(init=False)

    def __post_init__(self) -> None:
        record = self.rules.map
        self.source = record.sources[0].id
        self._by_place: dict[str, list[int]] = defaultdict(list)
        for n, claim in self.claims.items():
            for at in claim.at:
                self._by_place[at].append(n)
        self._standing = {claim.id: claim for claim in record.claims}
        kinds = (record.sources, record.issues, record.concepts, record.stakeholders, record.claims)
        self._slugs = Slugs(self.article.language, ["question", *(item.id for kind in kinds for item in kind)])
        self._ids = {n: self._slugs.make(claim.text) for n, claim in self.claims.items()}
        self._people = self._find_people()

    def find_fixed(self) -> dict[tuple[int, int], Bearing]:
        """The steps that the article's own words show between two claims, by the rules."""
        pairs = (
            (self._number_of(step.premises[0]), self._number_of(step.target), step)
            for step in self.rules.map.arguments
        )
        return {(a, b): step.bearing for a, b, step in pairs if a is not None and b is not None and a != b}

    def build(self, joined: RelationStage) -> DraftedMap:
        """The map, with what the rules leave out of the article but for sentences that a claim states."""
        record = self.rules.map
        kept = [claim for claim in record.claims if self._stays(claim)]
        standing = {claim.id for claim in kept}
        issue, answers = self._issue(joined)
        made = [self._claim(n, claim, issue.id if n in answers else "") for n, claim in self.claims.items()]
        said = [*self._attributions(), *(a for a in record.attributions if a.of in standing)]
        built = replace(
            record,
            issues=(issue, *record.issues[1:]),
            stakeholders=tuple(self._stakeholders(said)),
            claims=(*(c for c in kept if not _is_table(c)), *made, *filter(_is_table, kept)),
            arguments=(*self._steps_by_rules(standing), *self._steps(joined)),
            attributions=tuple(said),
        )
        return self._tell(built, made)

    def _tell(self, built: ArgumentMap, made: Sequence[Claim]) -> DraftedMap:
        """A map with what it leaves out, and how many of the claims that were ``made`` bear on nothing."""
        cited = {passage.at for claim in built.claims for passage in claim.at}
        source = built.sources[0]
        skip = tuple(at for at in source.skip if at not in cited)
        skipped = {at: rule for at, rule in self.rules.skipped.items() if at not in cited}
        bearing = {step.premises[0] for step in built.arguments}
        loose = sum(claim.id not in bearing for claim in made)
        return DraftedMap(
            replace(built, sources=(replace(source, skip=skip),)),
            skipped,
            loose,
            open_speakers=0,
            known=self.rules.known,
        )

    def _made(self, stage: str) -> str:
        return f"draft, by {self.model}/{stage}"

    def _number_of(self, claim_id: str) -> int | None:
        """The one claim that states what a claim of the rules states; None where there is none, or several."""
        claim = self._standing.get(claim_id)
        if claim is None or get_rule(claim.unseen or "") in _KEPT or not claim.at:
            return None
        numbers = self._by_place.get(claim.at[0].at, [])
        return numbers[0] if len(numbers) == 1 else None

    def _stays(self, claim: Claim) -> bool:
        """Whether a claim of the rules stays: one of a heading or table, or an answer that the model left out."""
        return get_rule(claim.unseen or "") in _KEPT or (bool(claim.answers) and self._number_of(claim.id) is None)

    # people -------------------------------------------------------------------------------------------------

    def _find_people(self) -> dict[str, Stakeholder]:
        """Everybody who says a claim, by the name that the model gave; forms of one name are one person."""
        people: dict[str, Stakeholder] = {}
        new: list[tuple[set[str], Stakeholder]] = []
        spoken = sorted({c.speaker: c for c in self.claims.values() if c.speaker}.items(), key=_longest_first)
        for name, claim in spoken:
            known = self.voices.find_person(name)
            parts = self.voices.strip_article(tokens(name))
            words = set(parts)
            known = known or next((person for named, person in new if words <= named), None)
            if known is None:
                bare = " ".join(name.split()[-len(parts) :]) if len(name.split()) > len(parts) else name
                called = bare[0].upper() + bare[1:]
                made = self._made("speaker")
                known = Stakeholder(
                    self._slugs.make(called, names=True, otherwise="speaker"),
                    called,
                    claim.speaker_kind,
                    unseen=made,
                )
                new.append((words, known))
            people[name] = known
        return people

    def _stakeholders(self, said: Sequence[Attribution]) -> Iterator[Stakeholder]:
        speaking = {by for attribution in said for by in (attribution.by, *attribution.via)} | {self.voices.author}
        known = self.rules.map.stakeholders
        belonging = {to for person in known if person.id in speaking for to in person.affiliation}
        yield from (person for person in known if person.id in speaking | belonging)
        ids = {person.id for person in known}
        yield from {person.id: person for person in self._people.values() if person.id not in ids}.values()

    def _attributions(self) -> Iterator[Attribution]:
        presented = {section.at for section in self.rules.map.sections if section.voice is Act.PRESENTS}
        for n, claim in self.claims.items():
            if claim.speaker:
                yield self._say(n, claim)
            else:
                section = claim.at[0].partition(".")[0]
                yield self._state(n, claim, presented=section in presented)

    def _say(self, n: int, claim: ProvedClaim) -> Attribution:
        """That somebody else than the author says a claim, in the author's report or in a turn of their own."""
        by, turn = self._people[claim.speaker].id, self.voices.turn_of(claim.at[0])
        via = () if turn == by else (turn or self.voices.author,)
        made = self._made("claim-doubted" if claim.doubted else "claim")
        return Attribution(by, claim.act, self._ids[n], via=via, cue=claim.cue or None, unseen=made)

    def _state(self, n: int, claim: ProvedClaim, *, presented: bool) -> Attribution:
        """That the author states a claim, or only presents it where the heading says so."""
        act = Act.PRESENTS if presented and claim.act is Act.ASSERTS else claim.act
        made = self._made("claim-doubted" if claim.doubted else "claim")
        marked = claim.doubted or act is not Act.ASSERTS
        return Attribution(
            self.voices.author, act, self._ids[n], cue=claim.cue or None, unseen=made if marked else None
        )

    # claims and steps ---------------------------------------------------------------------------------------

    def _claim(self, n: int, claim: ProvedClaim, issue: str) -> Claim:
        at = tuple(Passage(self.source, locator) for locator in claim.at)
        answers = (issue,) if issue else ()
        return Claim(self._ids[n], claim.text, answers=answers, type=claim.type, at=at, unseen=self._made("claim"))

    def _issue(self, joined: RelationStage) -> tuple[Issue, set[int]]:
        """The question under debate: where the article asks it, that one; and the claims that answer it."""
        issue = self.rules.map.issues[0]
        if joined.question and not issue.at:
            issue = Issue(issue.id, joined.question, unseen=self._made("question"))
        stated = {self._number_of(claim.id) for claim in self.rules.map.claims if issue.id in claim.answers}
        return issue, set(joined.answers) | {n for n in stated if n is not None}

    def _steps_by_rules(self, kept: set[str]) -> Iterator[Argument]:
        for step in self.rules.map.arguments:
            ends = [
                known if known in kept else self._ids.get(self._number_of(known) or 0)
                for known in (step.premises[0], step.target)
            ]
            premise, target = ends
            if premise and target and premise != target:
                yield replace(step, id=f"{premise}/{target}", premises=(premise,), target=target)

    def _steps(self, joined: RelationStage) -> Iterator[Argument]:
        fixed = self.find_fixed()
        for (premise, target), (bearing, words) in joined.steps.taken.items():
            if (premise, target) in fixed:
                continue
            ids = self._ids[premise], self._ids[target]
            made = self._made("relation" if words else "inferred")
            yield Argument(f"{ids[0]}/{ids[1]}", ids[:1], bearing, ids[1], inferred=not words, unseen=made)


def _is_table(claim: Claim) -> bool:
    return get_rule(claim.unseen or "") == "table"


def _longest_first(item: tuple[str, ProvedClaim]) -> tuple[int, str]:
    return -len(item[0]), item[0]
