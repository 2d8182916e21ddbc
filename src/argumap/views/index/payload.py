"""The front page: what a map holds, in figures and small pictures, and where to go from here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from argumap.legend import RELATIONS, STAKEHOLDER_TYPES, WORDS
from argumap.model import ADDED_STEP, Bearing, VoiceKind, strongest_voice
from argumap.page import section_link
from argumap.query import build_bearings, build_objection, find_bystanders, gaps, name_target, stats
from argumap.views import render_reading_page
from argumap.views.index.answers import LIVE, Question, build_question, score
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.model import Attribution, Index
    from argumap.query import Objection
    from argumap.semantics import Evaluation
    from argumap.views import ViewInput


SHOWN = 6
"""How many lines a list of the page has before it says how many more there are."""

POINTS = 3
"""How many reasons of a side stand in sight."""

PIPS = (
    ("for", "live", "a reason that stands"),
    ("against", "live", "an objection that is open"),
    ("for", "added", "by a step that the map added"),
    ("for", "joined", "resting on a premise of the one before"),
    ("for", "unresolved", "unresolved"),
    ("for", "answered", "answered: counts no longer"),
)
"""The pips of the page: the side, how it looks, and what that means."""

LISTED = 1_500
"""Up to so many claims the page ends with a list of them all."""

FILES: Mapping[str, tuple[str, str]] = {
    "adjacency.md": ("Adjacency report", "for each claim what bears on it, to read"),
    "adjacency.csv": ("Adjacency as a table", "for a spreadsheet"),
    "adjacency.json": ("Adjacency as data", "for programs"),
    "graph.json": ("The graph", "networkx node-link JSON"),
    "picture.svg": ("Picture", "the debate on one slide"),
    "picture.txt": ("Picture in words", "the same as text"),
    "snapshot.jsonl": ("Snapshot", "the map in its canonical form, to keep and compare"),
}


@dataclass(frozen=True, slots=True)
class SpeakerBar:
    """To how many claims somebody speaks: in their own voice, as reported, or presenting only."""

    id: str
    name: str
    type: str
    own: int
    reported: int
    presented: int

    @property
    def spoken(self) -> int:
        return self.own + self.reported + self.presented


@dataclass(frozen=True, slots=True)
class PartBar:
    """How much of a section is taken up, in sentences and cells."""

    source: str
    section: str
    title: str
    cited: int
    skipped: int
    open: int


def build_questions(given: ViewInput) -> tuple[Question, ...]:
    """The debated questions, the one that most claims bear on first."""
    index = given.index
    bearings = build_bearings(index)
    order = index.debate_order
    questions = []
    for issue in index.debates:
        bearing = {n for p in index.answering[issue.id] for n in bearings[p.id] if n in index.claims}
        questions.append(build_question(given, issue, len(bearing)))
    questions.sort(key=lambda question: (-question.claims, order[question.issue.id]))
    return tuple(questions)


def build_speakers(index: Index) -> tuple[SpeakerBar, ...]:
    """Everybody who speaks, most first; of several stances on one claim the most committed counts."""
    bars = []
    for stakeholder in index.map.stakeholders:
        spoken: dict[str, list[Attribution]] = {}
        for attribution in index.speech[stakeholder.id]:
            if attribution.of in index.claims:
                spoken.setdefault(attribution.of, []).append(attribution)
        if index.speech[stakeholder.id]:
            told = Counter(map(strongest_voice, spoken.values()))
            bars.append(
                SpeakerBar(
                    stakeholder.id,
                    stakeholder.name,
                    stakeholder.type,
                    told[VoiceKind.OWN],
                    told[VoiceKind.REPORTED],
                    told[VoiceKind.PRESENTED],
                )
            )
    bars.sort(key=lambda bar: -bar.spoken)
    return tuple(bars)


def build_parts(given: ViewInput) -> tuple[PartBar, ...]:
    """The sections of the sources and how much of each is taken up; empty where nobody has looked."""
    if given.coverage is None:
        return ()
    titles = {(s.source, s.at): s.title or "" for s in given.map.sections}
    for source, article in given.articles.items():
        for section in article.sections:
            titles.setdefault((source, section.locator), section.title)
    return tuple(
        PartBar(
            part.source,
            part.section,
            titles.get((part.source, part.section), "") or part.section,
            len(part.cited),
            len(part.skipped),
            len(part.open),
        )
        for part in given.coverage.sections
        if part.total
    )


def tell_map(index: Index) -> str:
    """What the map holds, in one sentence."""
    speakers = sum(bool(index.speech[s.id]) for s in index.map.stakeholders)
    if not index.map.claims:
        return "This map holds no claims yet."
    parts = [
        counted(len(index.map.claims), "claim"),
        counted(len(index.map.arguments), "argument"),
        counted(speakers, "voice"),
    ]
    if index.debates:
        answers = counted(len(index.positions), "answer")
        questions = counted(len(index.debates), "question")
        return f"{', '.join(parts)}, on {answers} to {questions}."
    return f"{', '.join(parts)}, and no question that they answer yet."


def find_missing(given: ViewInput) -> tuple[str, ...]:
    """What a map needs before its pages can say much, each with the remedy."""
    index = given.index
    missing = []
    if not index.map.claims:
        missing.append("No claims yet: write one under claims, in a sentence of your own words.")
    if not index.debates:
        missing.append("No question under debate: add an issue, and let the claims that answer it say so.")
    elif not index.positions and index.map.claims:
        missing.append("No claim answers the question: let the positions say that they do.")
    if index.map.claims and not index.map.arguments:
        missing.append("No argument: say what each claim supports or attacks.")
    if index.map.claims and not index.map.attributions:
        missing.append("No voices: say who asserts or argues what.")
    return tuple(missing)


def build_page(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    index = given.index
    figures, lacking = stats(index), gaps(index)
    questions = build_questions(given)
    objections = _find_unanswered(given.evaluation) if given.evaluation else lacking.unattacked
    listed = len(index.map.claims) <= LISTED
    shown = {*index.issues, *index.stakeholders, *(index.claims if listed else [])}
    return render_reading_page(
        given,
        "index",
        shown,
        told=tell_map(index),
        missing=find_missing(given),
        questions=questions,
        contested=[
            score(index, given.evaluation, index.claims[c.claim.id]) for c in figures.most_contested if c.attacks
        ],
        weighed=any(argument.weight is not None for argument in index.map.arguments),
        in_sight=POINTS,
        pip_key=_find_used_pips(questions),
        unattacked=[(o, *name_target(o)) for o in _most_weighty(objections, index)],
        unattacked_count=len(objections),
        answered_known=given.evaluation is not None,
        speakers=build_speakers(index),
        silent=lacking.voiceless,
        others=find_bystanders(index),
        parts=build_parts(given),
        coverage=given.coverage,
        figures=figures,
        criteria=index.criteria,
        holes=len(lacking.cells),
        claims=sorted(index.map.claims, key=lambda c: c.label.casefold()) if listed else [],
        files=[(_link_to(name), *FILES.get(name, (name, ""))) for name in given.files],
        snapshot=given.snapshot,
        sources=index.map.sources,
        with_text=[source for source in index.map.sources if source.id in given.articles],
        labels={claim.id: claim.label for claim in index.map.claims},
        relations=RELATIONS,
        added_step=ADDED_STEP,
        words=WORDS,
        types=STAKEHOLDER_TYPES,
        section_link=section_link,
    )


def _find_used_pips(questions: Sequence[Question]) -> list[tuple[str, str, str]]:
    """The part of `PIPS` that the questions show."""
    answers = [answer for question in questions for answer in question.answers]
    points = [("for", p) for a in answers for p in a.reasons] + [
        ("against", p) for a in answers for p in a.objections
    ]
    looks = {(side, p.state) for side, p in points}
    looks |= {("for", state) for _, state in looks if state != LIVE}
    looks |= {("for", look) for _, p in points for look, has in (("added", p.added), ("joined", p.joined)) if has}
    return [pip for pip in PIPS if pip[:2] in looks]


def _link_to(file: str) -> str:
    return f"./{quote(file, errors='replace')}"


def _find_unanswered(evaluation: Evaluation) -> tuple[Objection, ...]:
    """The objections that apply: nothing that stands answers them."""
    index = evaluation.index
    objections = (a for a in index.map.arguments if a.bearing is not Bearing.SUPPORTS)
    return tuple(build_objection(index, a) for a in objections if evaluation.status[a.id] == "applies")


def _most_weighty(objections: Sequence[Objection], index: Index) -> list[Objection]:
    """Objections to positions first, then those to what most bears on."""
    positions = {claim.id for claim in index.positions}
    ranked = sorted(
        objections,
        key=lambda o: (o.target.id not in positions, -len(index.on[o.target.id])),
    )
    return ranked[:SHOWN]
