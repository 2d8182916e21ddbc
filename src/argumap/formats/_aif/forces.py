"""What a speaker does with a claim or a step, by the name of the illocution."""

from __future__ import annotations

from argumap.model import Act, Bearing

# The scheme numbers of AIFdb.
SCHEMES = {
    "Default Conflict": "71",
    "Default Inference": "72",
    "Asserting": "74",
    "Analysing": "75",
    "Agreeing": "76",
    "Disagreeing": "78",
    "Arguing": "80",
    "Default Transition": "82",
    "Default Illocuting": "168",
    "Restating": "101",
    "Default Rephrase": "144",
    "Pure Questioning": "88",
    "Hypothesising": "104",
    "Conceding": "77",
}
ANALYSING = "analysing"

_ACTS = {
    "asserting": (Act.ASSERTS, False),
    "arguing": (Act.ARGUES, False),
    "agreeing": (Act.ENDORSES, False),
    "conceding": (Act.CONCEDES, False),
    "disagreeing": (Act.DISPUTES, False),
    "rejecting": (Act.DISPUTES, False),
    "contradicting": (Act.DISPUTES, False),
    "restating": (Act.ASSERTS, False),
    "hypothesising": (Act.SUPPOSES, False),
    "defaultillocuting": (Act.ASSERTS, True),
}
_ASKING = ("questioning", "challenging")
NAMES = {
    Act.ASSERTS: "Asserting",
    Act.ARGUES: "Arguing",
    Act.ENDORSES: "Agreeing",
    Act.CONCEDES: "Conceding",
    Act.DISPUTES: "Disagreeing",
    Act.QUESTIONS: "Pure Questioning",
    Act.SUPPOSES: "Hypothesising",
    Act.PRESENTS: "Default Illocuting",
}


def plain(force: str) -> str:
    """A force as it is looked up: AIFdb writes *Pure Questioning* also as *PureQuestioning*."""
    return "".join(force.split()).casefold()


def tell_act(force: str) -> tuple[Act, bool] | None:
    """What the speaker of a claim does, and whether only loosely so; None for a force that is not known."""
    name = plain(force)
    if name.endswith(_ASKING):
        return Act.QUESTIONS, False
    return _ACTS.get(name)


def tell_act_on_step(force: str, bearing: Bearing) -> tuple[Act, bool] | None:
    """What the speaker of a step does.

    Whoever disagrees or challenges *through* a conflict makes it, so they argue it; through an inference they
    dispute or question it.
    """
    name = plain(force)
    known = tell_act(force)
    if name == "defaultillocuting":
        return Act.ARGUES, True
    if name in {"asserting", "restating", "hypothesising"}:
        return Act.ARGUES, False
    if bearing is not Bearing.SUPPORTS and (name == "disagreeing" or name.endswith(_ASKING)):
        return Act.ARGUES, name != "disagreeing"
    return known


def name_force(act: Act, bearing: Bearing | None, *, loosely: bool) -> str:
    """The illocution that reads back as an act; ``bearing`` is None for what is said of a claim."""
    if loosely and act in {Act.ASSERTS, Act.ARGUES}:
        return "Default Illocuting"
    if bearing is not None and bearing is not Bearing.SUPPORTS and act is Act.ARGUES:
        return "Disagreeing"
    return NAMES[act]
