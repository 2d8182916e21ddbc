"""The adjacency report for reading: figures, then every node with its neighbours as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.gc_pause import gc_paused
from argumap.legend import RELATIONS, WORDS
from argumap.model import ADDED_STEP, Bearing, Effect
from argumap.reports import in_markdown
from argumap.reports.adjacency.rows import build_adjacency

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from argumap.graph import ArgumentStep, BesideConcept, BesideStakeholder
    from argumap.model import Argument, Attribution, Index, Passage
    from argumap.reports import ReportInput
    from argumap.reports.adjacency.rows import ClaimRow, Tally

_TOUCHED = {Effect.BENEFITS: "benefits from", Effect.HARMS: "is harmed by", Effect.WANTS: "wants"}


@gc_paused()
def write_markdown(given: ReportInput) -> str:
    """The report for reading: figures, then every claim with its neighbours as links."""
    adjacency = build_adjacency(given)
    words = _NodeNames(adjacency.index)
    blocks = [
        f"# {in_markdown(given.map.title) or 'Argument map'}",
        "What bears on what in this map, who says it, and where.",
        *_figure_blocks(adjacency.figures, words),
        "## Claims, in the order of the debate",
        *(block for row in adjacency.rows for block in _claim_blocks(row, words)),
    ]
    if adjacency.stakeholders:
        blocks += ["## Stakeholders"]
        blocks += [block for beside in adjacency.stakeholders for block in _stakeholder_blocks(beside, words)]
    if adjacency.concepts:
        blocks += ["## Concepts"]
        blocks += [block for beside in adjacency.concepts for block in _concept_blocks(beside, words)]
    return "\n\n".join(blocks) + "\n"


class _NodeNames:
    """How nodes are named in Markdown; each name is made once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.one_source = len(index.map.sources) == 1
        self.labels = {c.id: in_markdown(c.label) for c in index.map.claims}
        self.claims = {node_id: f"[{label}](#{node_id})" for node_id, label in self.labels.items()}
        self.speakers = {s.id: f"[{in_markdown(s.name)}](#{s.id})" for s in index.map.stakeholders}
        self.concepts = {c.id: f"[{in_markdown(c.label)}](#{c.id})" for c in index.map.concepts}
        self.issues = {i.id: in_markdown(i.question) for i in index.map.issues}

    def premises(self, argument: Argument) -> str:
        if len(argument.premises) == 1:
            return self.claims.get(argument.premises[0], argument.premises[0])
        return (
            f"{' **and** '.join([self.claims.get(premise, premise) for premise in argument.premises])}, together"
        )

    def target(self, argument: Argument) -> str:
        if argument.bearing is not Bearing.UNDERCUTS:
            return self.claims.get(argument.target, argument.target)
        return self.step(argument.target)

    def bearing(self, argument: Argument) -> str:
        linked = len(argument.premises)
        told = f"{RELATIONS[argument.bearing].word} {self.target(argument)}"
        return told if linked == 1 else f"{told} (as one of {linked} linked premises)"

    def step(self, node_id: str) -> str:
        argument = self.index.arguments[node_id]
        aim = self.claims.get(argument.target)
        return f"the step from {self.premises(argument)}" + (f" to {aim}" if aim else "")

    def spoken_of(self, node_id: str) -> str:
        return self.claims[node_id] if node_id in self.claims else self.step(node_id)

    def speaker(self, node_id: str) -> str:
        return self.speakers.get(node_id) or in_markdown(node_id)

    def place(self, anchor: Mapping[str, object]) -> str:
        at = str(anchor.get("at") or "a quote without locator")
        place = at if self.one_source else f"{anchor['source']} {at}"
        state = anchor.get("state")
        return place if state in {None, "exact"} else f"{place} ({state})"


def _figure_blocks(figures: Tally, words: _NodeNames) -> Iterator[str]:
    roles = ", ".join(f"{role}: {count}" for role, count in figures.roles.items())
    lines = [
        "| In figures | |",
        "|:--|--:|",
        f"| Claims{f' ({roles})' if roles else ''} | {figures.claims} |",
        f"| Claims without a supporting point | {figures.unsupported} |",
        f"| Arguments | {figures.arguments} |",
        f"| Objections among them | {figures.objections} |",
        f"| Objections that nothing here attacks | {figures.unattacked} |",
        f"| Stakeholders | {figures.stakeholders} |",
        f"| Concepts | {figures.concepts} |",
    ]
    if figures.coverage is not None:
        lines += [f"| Units of the text that are {state} | {n} |" for state, n in figures.coverage.items()]
    yield "\n".join(lines)
    if figures.positions:
        rows = [
            f"| {words.claims[position.position]} | {position.supporting} | {position.attacking} |"
            for position in figures.positions
        ]
        yield "\n".join(["| Position | Arguments for | Arguments against |", "|:--|--:|--:|", *rows])


def _claim_blocks(row: ClaimRow, words: _NodeNames) -> Iterator[str]:
    claim = row.beside.claim
    yield f'### <a id="{claim.id}"></a>{words.labels[claim.id]}'
    if claim.title:
        yield in_markdown(claim.text)
    yield " · ".join(_claim_facts(row, words))
    lines = _claim_lines(row, words)
    if lines:
        yield "\n".join(lines)


def _claim_facts(row: ClaimRow, words: _NodeNames) -> Iterator[str]:
    claim = row.beside.claim
    yield f"*{row.role}*" if claim.type is None else f"*{row.role}, {claim.type}*"
    if row.word is not None:
        pros, cons = row.live
        score = f" {pros:,} : {cons:,}" if pros or cons else ""
        yield f"{WORDS[row.word].sign} {WORDS[row.word].word}{score}"
    if row.strength is not None:
        yield f"strength {row.strength:.2f}"
    if row.unattacked:
        yield "its objection is unattacked"
    yield from map(words.place, row.anchors)
    yield f"`{claim.id}`"


def _claim_lines(row: ClaimRow, words: _NodeNames) -> list[str]:
    beside, claim = row.beside, row.beside.claim
    return [
        *_listed("In other words", [f"“{in_markdown(wording)}”" for wording in claim.also]),
        *_listed("Passage", [f"“{in_markdown(str(a['text']))}”" for a in row.anchors if a.get("text")]),
        *_listed("Answers", [words.issues.get(issue, issue) for issue in claim.answers]),
        *_listed("Said by", [_voice(voice, words) for voice in beside.voices]),
        *(f"- **{lost.words}**" for lost in words.index.unreadable[claim.id]),
        *_steps("+ Supported by", beside.supported_by, words.premises, words),
        *_steps("− Attacked by", beside.attacked_by, words.premises, words),
        *_steps("Bears on", beside.bears_on, words.bearing, words),
        *_listed("Contradicts", [words.claims.get(other, other) for other in beside.contradicts]),
        *_listed("Rephrases", [words.claims.get(general, general) for general in claim.rephrases]),
        *_listed("Rephrased by", [words.claims[specific] for specific in beside.rephrased_by]),
        *_listed("About", [words.concepts.get(concept, concept) for concept in claim.about]),
        *_listed("Touches", [f"{c.effect} {words.speaker(c.stakeholder)}" for c in claim.concerns]),
        *_listed("Nobody has looked at it since it was made by", _maker(claim.unseen)),
    ]


def _maker(unseen: str | None) -> list[str]:
    return [] if unseen is None else [in_markdown(unseen)]


def _listed(name: str, items: Iterable[str]) -> Sequence[str]:
    found = list(items)
    if len(found) > 1:
        return [f"- **{name}**", *[f"  - {item}" for item in found]]
    return [f"- **{name}:** {found[0]}"] if found else ()


def _steps(
    name: str, steps: Sequence[ArgumentStep], told: Callable[[Argument], str], words: _NodeNames
) -> Sequence[str]:
    if not steps:
        return ()
    lines = [f"- **{name}**"]
    for step in steps:
        remarks = _remarks(step.argument, words.index)
        lines.append(f"  - {told(step.argument)}{remarks}{_takers(step.voices, words)}")
        lines += [f"    - {_undercut(argument, words)}" for argument in step.undercut_by]
    return lines


def _undercut(argument: Argument, words: _NodeNames) -> str:
    again = ", which is undercut in turn" if words.index.on[argument.id] else ""
    return f"undercut by {words.premises(argument)}{_remarks(argument, words.index)}{again}"


def _remarks(argument: Argument, index: Index) -> str:
    added = argument.id in index.added
    if not (argument.scheme or argument.warrant or added):
        return ""
    remarks = [in_markdown(text) for text in (argument.scheme, argument.warrant) if text]
    if added:
        remarks.append(ADDED_STEP)
    return f" ({'; '.join(remarks)})"


def _takers(voices: Sequence[Attribution], words: _NodeNames) -> str:
    return f" — step: {'; '.join(_voice(voice, words) for voice in voices)}" if voices else ""


def _voice(voice: Attribution, words: _NodeNames) -> str:
    return f"{words.speaker(voice.by)} {voice.act}{_how(voice, words)}"


def _how(voice: Attribution, words: _NodeNames) -> str:
    reported = f", reported by {', then '.join(map(words.speaker, voice.via))}" if voice.via else ""
    loosely = ", loosely" if voice.loosely else ""
    return f"{loosely}{reported}{_where(voice.at, words)}" if voice.at else f"{loosely}{reported}"


def _where(passages: Iterable[Passage], words: _NodeNames) -> str:
    return f" ({', '.join(words.place({'source': p.source, 'at': p.at}) for p in passages)})"


def _stakeholder_blocks(beside: BesideStakeholder, words: _NodeNames) -> Iterator[str]:
    stakeholder = words.index.stakeholders[beside.stakeholder]
    role = f", {in_markdown(stakeholder.role)}" if stakeholder.role else ""
    yield f'### <a id="{stakeholder.id}"></a>{in_markdown(stakeholder.name)}'
    yield f"*{stakeholder.type}{role}* · `{stakeholder.id}`"
    acts: dict[str, list[str]] = {}
    for voice in beside.says:
        acts.setdefault(voice.act.value, []).append(f"{words.spoken_of(voice.of)}{_how(voice, words)}")
    touches: dict[str, list[str]] = {}
    for claim, concern in beside.touched_by:
        touches.setdefault(_TOUCHED[concern.effect], []).append(words.claims[claim])
    lines = [
        *_listed("Belongs to", map(words.speaker, stakeholder.affiliation)),
        *_listed("Members", map(words.speaker, beside.members)),
        *_listed("Interests", map(in_markdown, stakeholder.interests)),
        *(line for act, claims in acts.items() for line in _listed(act.capitalize(), claims)),
        *(line for effect, claims in touches.items() for line in _listed(effect.capitalize(), claims)),
        *_listed("Reports", dict.fromkeys(words.speaker(voice.by) for voice in beside.reports)),
    ]
    if lines:
        yield "\n".join(lines)


def _concept_blocks(beside: BesideConcept, words: _NodeNames) -> Iterator[str]:
    concept = words.index.concepts[beside.concept]
    yield f'### <a id="{concept.id}"></a>{in_markdown(concept.label)}'
    yield f"*{in_markdown(concept.type or 'concept')}* · `{concept.id}`"
    lines = [
        *_listed("Part of", (words.concepts.get(wider, wider) for wider in concept.broader)),
        *_listed("Narrower", (words.concepts[narrower] for narrower in beside.narrower)),
        *_listed("Claims about it", (words.claims[claim] for claim in beside.claims)),
        *_listed("Compared by", (words.issues[issue] for issue in beside.compared_by)),
    ]
    if lines:
        yield "\n".join(lines)
