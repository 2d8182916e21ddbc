"""From ideas to a map: claims from those that are no groups, steps from the groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.formats._foreign import Imported, Loss, LossKind, take_apart
from argumap.formats._mindmup.ideas import IMPLICIT, IdeaKind, clean, name_of, read_ideas
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title, name_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Origin
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.formats._foreign import Foreign
    from argumap.formats._mindmup.ideas import Ideas, MindIdea

_SAMPLE = 200
_MARKS = {
    "attr_eval_rejected": "a mark that a claim is false",
    "attr_eval_accepted": "a mark that a claim is true",
}


@dataclass(slots=True)
class IdeaSteps:
    """What each group is as a step, by its name: premises, how it bears, on what; and why others are none."""

    premises: dict[str, list[str]] = field(default_factory=dict)
    bearing: dict[str, Bearing] = field(default_factory=dict)
    target: dict[str, str] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)


def recognise(foreign: Foreign) -> str:
    keys = foreign.keys
    if "ideas" not in keys or not keys & {"formatVersion", "title", "id"} or "nodes" in keys:
        return ""
    ideas = foreign.json["ideas"] if isinstance(foreign.json, dict) else None
    return "it is JSON with ideas by rank, as MindMup writes it" if isinstance(ideas, dict) else ""


def read(foreign: Foreign) -> Imported:
    """The map of a file. Raises `OtherTool` where it is none of MindMup."""
    ideas = read_ideas(foreign)
    claims = find_claims(ideas)
    steps = find_steps(ideas, claims)
    texts = [idea.text for idea in claims.values()]
    slugs = Slugs(get_language(guess_language(" ".join(texts[:_SAMPLE])) or "en"), taken=())
    ids = {name: slugs.make(idea.text) for name, idea in claims.items()}
    record = ArgumentMap(
        title=(clean(ideas.holder.get("title")) if not ideas.is_idea else "") or name_map(foreign.name),
        claims=tuple(
            Claim(
                ids[name],
                idea.text,
                title=make_title(idea.text),
                implicit=IMPLICIT in idea.styles,
                origin=Origin(id=name),
            )
            for name, idea in claims.items()
        ),
        arguments=tuple(_make_steps(steps, ids, slugs)),
    )
    losses = (*steps.losses, *_tell_rest(ideas))
    return Imported(record, tuple(take_apart(foreign.json)), losses)


def find_claims(ideas: Ideas) -> dict[str, MindIdea]:
    """The ideas that are claims of their own."""
    return {
        name: idea
        for name, idea in ideas.all.items()
        if idea.kind is IdeaKind.CLAIM and idea.text and not find_meant(ideas, idea)
    }


def find_meant(ideas: Ideas, idea: MindIdea) -> str:
    """The claim that an idea only repeats; "" where it is one itself."""
    other = ideas.all.get(idea.same) if idea.same else None
    fit = other is not None and other.kind is IdeaKind.CLAIM and not other.same and other.text == idea.text
    return idea.same if fit else ""


def find_steps(ideas: Ideas, claims: Mapping[str, MindIdea]) -> IdeaSteps:
    """The groups that are steps, those above first, so that what a step denies is known before it."""
    steps = IdeaSteps()
    for name, idea in ideas.all.items():
        above = ideas.all.get(idea.above)
        if idea.kind is IdeaKind.CLAIM and above is not None and above.kind is IdeaKind.CLAIM:
            why = "an idea beneath another without a group that says its side"
            steps.losses.append(Loss(LossKind.ASIDE, why, name))
        if idea.kind is IdeaKind.GROUP:
            if why := _find_fault(ideas, idea, claims, steps):
                steps.losses.append(Loss(LossKind.ASIDE, why, name))
            else:
                _note_step(ideas, idea, claims, steps)
    return steps


def _find_fault(ideas: Ideas, idea: MindIdea, claims: Mapping[str, MindIdea], steps: IdeaSteps) -> str:
    """Why a group is no step of a map; "" where it is one."""
    above = ideas.all.get(idea.above)
    if idea.side is None:
        return "a group that is neither for nor against"
    premises = _find_premises(ideas, idea, claims)
    if not premises:
        return "a group without a claim"
    if above is None or (above.name not in claims and above.name not in steps.premises):
        return "a group beneath nothing that is a claim or a step"
    if above.name in steps.premises and idea.side is Bearing.SUPPORTS:
        return "a group for a step, while reasons are for claims"
    if above.name in premises:
        return "a group from a claim to itself"
    return ""


def _find_premises(ideas: Ideas, idea: MindIdea, claims: Mapping[str, MindIdea]) -> list[str]:
    found = (ideas.all[name] for name in idea.beneath.values())
    return [*dict.fromkeys(p for each in found if (p := find_meant(ideas, each) or each.name) in claims)]


def _note_step(ideas: Ideas, idea: MindIdea, claims: Mapping[str, MindIdea], steps: IdeaSteps) -> None:
    steps.premises[idea.name] = _find_premises(ideas, idea, claims)
    steps.target[idea.name] = idea.above
    side = idea.side or Bearing.SUPPORTS
    steps.bearing[idea.name] = Bearing.UNDERCUTS if idea.above in steps.premises else side


def _make_steps(steps: IdeaSteps, ids: Mapping[str, str], slugs: Slugs) -> Iterator[Argument]:
    step_ids = StepIds(slugs)
    made: dict[str, str] = {}
    for name, premises in steps.premises.items():
        target = made.get(steps.target[name]) or ids[steps.target[name]]
        premise_ids = tuple(ids[premise] for premise in premises)
        made[name] = step_ids.make(premise_ids, target, f"step {target}")
        yield Argument(made[name], premise_ids, steps.bearing[name], target, origin=Origin(id=name))


def _tell_rest(ideas: Ideas) -> Iterator[Loss]:
    """What stands in a file beside claims and steps."""
    yield from (Loss(LossKind.NEARLY, "a second idea with an id that is taken", name) for name in ideas.twice)
    for name, idea in ideas.all.items():
        if idea.kind is IdeaKind.NOTE:
            yield Loss(LossKind.ASIDE, "a sticky note", name)
        elif idea.kind is IdeaKind.CLAIM and not idea.text:
            yield Loss(LossKind.ASIDE, "an idea without words", name)
        yield from (Loss(LossKind.ASIDE, why, name) for why in _find_extras(idea))
    links = ideas.holder.get("links")
    for link in links if isinstance(links, list) else ():
        ends = [name_of(link.get(key)) for key in ("ideaIdFrom", "ideaIdTo")] if isinstance(link, dict) else []
        yield Loss(LossKind.ASIDE, "a link across the tree", " → ".join(ends))


def _find_extras(idea: MindIdea) -> Iterator[str]:
    attributes = idea.attributes
    if attributes.get("note"):
        yield "a note"
    if attributes.get("attachment"):
        yield "an attachment"
    connector = attributes.get("parentConnector")
    if isinstance(connector, dict) and connector.get("label"):
        yield "a label on a line"
    yield from (why for style, why in _MARKS.items() if style in idea.styles)
