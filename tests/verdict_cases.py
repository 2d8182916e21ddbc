"""Small maps, one a reason for a verdict and one a mixture of them, with what every teller says of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from argumap.model import ArgumentMap, Claim, Issue, Standard
from maps import argument


@dataclass(frozen=True)
class Case:
    """What is said of ``id``: ``note`` beside its status on pages, ``sentence`` at the shell.

    ``note`` names claims by their labels, as a page's text does.
    """

    argument_map: ArgumentMap
    note: str
    sentence: str
    grounds: tuple[tuple[str, str], ...]
    id: str = "t"


def small_map(claims: str, relations: str = "") -> ArgumentMap:
    """A map from a notation: claims such as ``t a b!`` (``!`` requires support, ``t~a`` contradicts ``a``,
    ``t=clear`` has a standard), and relations such as ``a,b attacks t`` parted by semicolons, numbered r0, r1 …;
    T answers a question. A step with ``%`` behind it was added by the map.
    """
    made = []
    for written in claims.split():
        record_id, _, standard = written.replace("!", "").partition("=")
        record_id, _, contradicts = record_id.partition("~")
        others = tuple(contradicts.split(",")) if contradicts else ()
        answers = ("q",) if record_id == "t" else ()
        made.append(
            Claim(
                record_id,
                record_id.upper(),
                contradicts=others,
                requires_support="!" in written,
                answers=answers,
                standard=Standard(standard) if standard else None,
            )
        )
    lines = [line.split() for line in relations.split(";") if line.strip()]
    arguments = tuple(
        replace(argument(f"r{n}", premises.replace(",", " "), bearing, target), inferred=bool(added))
        for n, (premises, bearing, target, *added) in enumerate(lines)
    )
    return ArgumentMap(issues=(Issue("q", "What now?"),), claims=tuple(made), arguments=arguments)


def _case(claims: str, relations: str, note: str, sentence: str, *grounds: str, node_id: str = "t") -> Case:
    """``grounds`` are written ``reason by by``."""
    parted = tuple((reason, by) for reason, _, by in (ground.partition(" ") for ground in grounds))
    return Case(small_map(claims, relations), note, sentence, parted, node_id)


CASES = {
    "enough speaks for it": _case(
        "t=balance a p q",
        "a attacks t; p supports t; q supports t",
        "contested 2 reasons stand; stands though 1 objection is unanswered: A; by the standard balance",
        "“T” is contested in this map: 2 reasons stand; it stands though 1 objection is unanswered: “A”; judged "
        "by "
        "the standard *balance* that the map writes.",
        "outweighed r0",
        "by-balance",
    ),
    "a reason is enough against one answered objection and two that are not": _case(
        "t=reason a b c d p",
        "a attacks t; b attacks t; c attacks t; d attacks c; p supports t",
        "contested 1 reason stands; stands though 2 objections are unanswered, first: A; one objection is "
        "answered "
        "by D; by the standard reason",
        "“T” is contested in this map: 1 reason stands; it stands though 2 objections are unanswered: “A”; “B”; "
        "one "
        "objection to it is answered; judged by the standard *reason* that the map writes.",
        "outweighed r0 r1",
        "answered r3",
        "by-reason",
    ),
    "too little speaks for it": _case(
        "t=balance a p",
        "a attacks t; p supports t",
        "contested 1 reason stands; falls, as too little speaks for it against 1 unanswered objection: A; by the "
        "standard balance",
        "“T” is contested in this map: 1 reason stands; it falls, as too little speaks for it against 1 "
        "unanswered objection: “A”; judged by the standard *balance* that the map writes.",
        "not-outweighed r0",
        "by-balance",
    ),
    "not clearly more speaks for it": _case(
        "t=clear a b p q o",
        "a attacks t; b attacks t; p supports t; q supports t; o supports t",
        "contested 3 reasons stand; falls, as too little speaks for it against 2 unanswered objections, first: A; "
        "by the standard clear",
        "“T” is contested in this map: 3 reasons stand; it falls, as too little speaks for it against 2 "
        "unanswered objections: “A”; “B”; judged by the standard *clear* that the map writes.",
        "not-outweighed r0 r1",
        "by-clear",
    ),
    "nothing backs it": _case(
        "t=backed",
        "",
        "unsupported no reason is given for it; by the standard backed",
        "“T” is unsupported in this map: no reason is given for it; judged by the standard *backed* that the "
        "map writes.",
        "unsupported",
        "by-backed",
    ),
    "unanswered as the map writes it": _case(
        "t=unanswered a",
        "a attacks t",
        "opposed no reason is given for it; 1 objection is unanswered: A; by the standard unanswered",
        "“T” is opposed in this map: no reason is given for it; 1 objection is unanswered: “A”; judged by the "
        "standard *unanswered* that the map writes.",
        "objected r0",
        "by-unanswered",
    ),
    "struck by a rival for which no less speaks": _case(
        "t~a=balance a p q",
        "p supports t; q supports a",
        "unresolved 1 reason stands; in check with its rival: A; by the standard balance",
        "“T” is unresolved in this map: 1 reason stands; it and its rival “A” hold each other in check; "
        "judged by the standard *balance* that the map writes.",
        "rivalry a",
        "by-balance",
    ),
    "it waits for a support": _case(
        "t=balance a p q x",
        "a attacks t; p supports t; q supports t; x attacks q; q attacks x",
        "unresolved 1 of 2 reasons stands; hangs on support that is unresolved: Q; by the standard balance",
        "“T” is unresolved in this map: 1 of 2 reasons stands; it hangs on support that is unresolved: “Q”; "
        "judged by the standard *balance* that the map writes; the circle: “Q” ⇄ “X”.",
        "open-support r2",
        "by-balance",
    ),
    "unchallenged": _case(
        "t",
        "",
        "unchallenged",
        "“T” stands unchallenged in this map.",
        "unchallenged",
    ),
    "unchallenged with the support it requires": _case(
        "t! a",
        "a supports t",
        "unchallenged 1 reason stands",
        "“T” stands unchallenged in this map: 1 reason stands.",
        "unchallenged",
    ),
    "answered by an attack": _case(
        "t a b",
        "a attacks t; b attacks a",
        "answered its objection is answered by B",
        "“T” stands answered in this map: the one objection to it is answered.",
        "answered r1",
    ),
    "answered by an undercut": _case(
        "t a b c",
        "a attacks t; b,c undercuts r0",
        "answered its objection is answered by B and C",
        "“T” stands answered in this map: the one objection to it is answered.",
        "answered r1",
    ),
    "answered twice": _case(
        "t a b c",
        "a attacks t; b attacks t; c attacks a; c undercuts r1",
        "answered both objections are answered, the first by C",
        "“T” stands answered in this map: both objections to it are answered.",
        "answered r2 r3",
    ),
    "its objection lacks support": _case(
        "t a!",
        "a attacks t",
        "answered its objection lacks the support it needs: A",
        "“T” stands answered in this map: the one objection to it lacks the support it needs: “A”.",
        "objection-unsupported r0",
    ),
    "its two objections lack support": _case(
        "t a! b!",
        "a attacks t; b attacks t",
        "answered both objections lack the support they need, first: A",
        "“T” stands answered in this map: both objections to it lack the support they need: “A”; “B”.",
        "objection-unsupported r0 r1",
    ),
    "one objection answered, one without support": _case(
        "t a b! c",
        "a attacks t; b attacks t; c attacks a",
        "answered one objection is answered by C; one objection lacks the support it needs: B",
        "“T” stands answered in this map: one objection to it is answered; one objection to it lacks the "
        "support it needs: “B”.",
        "answered r2",
        "objection-unsupported r1",
    ),
    "two objections answered, one without support": _case(
        "t a b! c d",
        "a attacks t; b attacks t; c attacks a; d attacks t; c attacks d",
        "answered 2 objections are answered, the first by C; one objection lacks the support it needs: B",
        "“T” stands answered in this map: 2 objections to it are answered; one objection to it lacks the "
        "support it needs: “B”.",
        "answered r2 r4",
        "objection-unsupported r1",
    ),
    "its objection lacks support and is answered too": _case(
        "t a! b",
        "a attacks t; b attacks a",
        "answered its objection is answered by B",
        "“T” stands answered in this map: the one objection to it is answered.",
        "answered r1",
    ),
    "its objection needs a missing premise": _case(
        "t a",
        "a,nowhere attacks t",
        "answered its objection needs a premise that the map lacks: A and nowhere",
        "“T” stands answered in this map: the one objection to it needs a premise that the map lacks: “A” and "
        "“nowhere” (missing).",
        "objection-incomplete r0",
    ),
    "what contradicts it falls": _case(
        "t~a a b",
        "b attacks a",
        "answered what contradicts it falls: A",
        "“T” stands answered in this map: what contradicts it falls: “A”.",
        "contrary-falls a",
    ),
    "an objection answered and a contradiction that falls": _case(
        "t~a a b c d",
        "b attacks a; c attacks t; d attacks c",
        "answered its objection is answered by D; what contradicts it falls: A",
        "“T” stands answered in this map: the one objection to it is answered; what contradicts it falls: “A”.",
        "answered r2",
        "contrary-falls a",
    ),
    "an objection that is contradicted by what it attacks, and has no support": _case(
        "t~a a!",
        "a attacks t",
        "answered its objection lacks the support it needs: A; what contradicts it falls: A",
        "“T” stands answered in this map: the one objection to it lacks the support it needs: “A”; what "
        "contradicts it falls: “A”.",
        "objection-unsupported r0",
        "contrary-falls a",
    ),
    "objected": _case(
        "t a b",
        "a,b attacks t",
        "opposed no reason is given for it; 1 objection is unanswered: A and B",
        "“T” is opposed in this map: no reason is given for it; 1 objection is unanswered: “A” and “B”.",
        "objected r0",
    ),
    "objected though another is answered": _case(
        "t a b c",
        "a attacks t; b attacks t; c attacks a",
        "opposed no reason is given for it; 1 objection is unanswered: B",
        "“T” is opposed in this map: no reason is given for it; 1 objection is unanswered: “B”.",
        "objected r1",
    ),
    "objected four times": _case(
        "t a b c d",
        "a attacks t; b attacks t; c attacks t; d attacks t",
        "opposed no reason is given for it; 4 objections are unanswered, first: A",
        "“T” is opposed in this map: no reason is given for it; 4 objections are unanswered: “A”; “B”; “C”; ….",
        "objected r0 r1 r2 r3",
    ),
    "objected and contradicted": _case(
        "t~b a b",
        "a attacks t",
        "opposed no reason is given for it; 1 objection is unanswered: A; contradicted by what stands: B",
        "“T” is opposed in this map: no reason is given for it; 1 objection is unanswered: “A”; it is "
        "contradicted "
        "by what stands: “B”.",
        "objected r0",
        "contradicted b",
    ),
    "objected and contradicted twice": _case(
        "t~b,c a b c",
        "a attacks t",
        "opposed no reason is given for it; 1 objection is unanswered: A; contradicted by 2 claims that stand, "
        "first: B",
        "“T” is opposed in this map: no reason is given for it; 1 objection is unanswered: “A”; it is "
        "contradicted "
        "by 2 claims that stand: “B”; “C”.",
        "objected r0",
        "contradicted b c",
    ),
    "unsupported": _case(
        "t!",
        "",
        "unsupported no reason is given for it",
        "“T” is unsupported in this map: no reason is given for it.",
        "unsupported",
    ),
    "unsupported since its support is blocked": _case(
        "t! a b",
        "a supports t; b attacks a",
        "unsupported the one reason for it is answered",
        "“T” is unsupported in this map: the one reason for it is answered.",
        "unsupported",
    ),
    "unsupported and objected": _case(
        "t! a",
        "a attacks t",
        "unsupported no reason is given for it; 1 objection is unanswered: A",
        "“T” is unsupported in this map: no reason is given for it; 1 objection is unanswered: “A”.",
        "objected r0",
        "unsupported",
    ),
    "unsupported and contradicted": _case(
        "t!~a a",
        "",
        "unsupported no reason is given for it; contradicted by what stands: A",
        "“T” is unsupported in this map: no reason is given for it; it is contradicted by what stands: “A”.",
        "contradicted a",
        "unsupported",
    ),
    "against itself": _case(
        "t",
        "t attacks t",
        "unresolved objects to itself",
        "“T” is unresolved in this map: it objects to itself.",
        "objects-to-itself",
    ),
    "against itself and hanging on an objection": _case(
        "t a b",
        "t attacks t; a attacks b; b attacks a; a attacks t",
        "unresolved objects to itself; hangs on an unresolved objection: A",
        "“T” is unresolved in this map: it objects to itself; it hangs on an unresolved objection: “A”.",
        "objects-to-itself",
        "open-objection r3",
    ),
    "in conflict with an objection": _case(
        "t a",
        "a attacks t; t attacks a",
        "unresolved in check with its objection: A",
        "“T” is unresolved in this map: it and its objection “A” hold each other in check.",
        "conflict r0",
    ),
    "in conflict with the step of an objection": _case(
        "t a",
        "a attacks t; t undercuts r0",
        "unresolved in check with its objection: A",
        "“T” is unresolved in this map: it and its objection “A” hold each other in check.",
        "conflict r0",
    ),
    "in conflict with an objection that contradicts it": _case(
        "t~a a",
        "a attacks t",
        "unresolved in check with its objection: A",
        "“T” is unresolved in this map: it and its objection “A” hold each other in check.",
        "conflict r0",
    ),
    "contradicted by a rival": _case(
        "t~a a",
        "",
        "unresolved in check with its rival: A",
        "“T” is unresolved in this map: it and its rival “A” hold each other in check.",
        "rivalry a",
    ),
    "in conflict with an objection and with a rival": _case(
        "t~b a b",
        "a attacks t; t attacks a",
        "unresolved in check with its objection: A; in check with its rival: B",
        "“T” is unresolved in this map: it and its objection “A” hold each other in check; it and its rival "
        "“B” hold each other in check.",
        "conflict r0",
        "rivalry b",
    ),
    "hanging on an objection": _case(
        "t a b",
        "a attacks b; b attacks a; a attacks t",
        "unresolved hangs on an unresolved objection: A",
        "“T” is unresolved in this map: it hangs on an unresolved objection: “A”; the circle: “A” ⇄ “B”.",
        "open-objection r2",
    ),
    "hanging on two objections, one of which is in a support cycle": _case(
        "t a b c d",
        "a supports c; c supports a; b attacks a; b attacks d; d attacks b; a attacks t; b attacks t",
        "unresolved hangs on 2 unresolved objections, first: A",
        "“T” is unresolved in this map: it hangs on 2 unresolved objections: “A”; “B”; the circle: “B” ⇄ “D”.",
        "open-objection r5 r6",
    ),
    "in a ring of three": _case(
        "t a b",
        "t attacks a; a attacks b; b attacks t",
        "unresolved hangs on an unresolved objection: B",
        "“T” is unresolved in this map: it hangs on an unresolved objection: “B”; the circle: “T” → “A” → “B” "
        "→ “T”.",
        "open-objection r2",
    ),
    "hanging on support": _case(
        "t! a b",
        "a attacks b; b attacks a; a supports t",
        "unresolved the one reason for it is unresolved; hangs on support that is unresolved: A",
        "“T” is unresolved in this map: the one reason for it is unresolved; it hangs on support that is "
        "unresolved: “A”; the circle: “A” ⇄ “B”.",
        "open-support r2",
    ),
    "hanging on support and on an objection": _case(
        "t! a b",
        "a attacks b; b attacks a; a supports t; b attacks t",
        "unresolved the one reason for it is unresolved; hangs on an unresolved objection: B; hangs on support "
        "that is unresolved: A",
        "“T” is unresolved in this map: the one reason for it is unresolved; it hangs on an unresolved "
        "objection: “B”; it hangs on support that is unresolved: “A”; the circle: “B” ⇄ “A”.",
        "open-objection r3",
        "open-support r2",
    ),
    "a step that applies": _case(
        "t a",
        "a attacks t",
        "applies nothing is said against it",
        "The step from “A” applies in this map: nothing is said against it.",
        "unchallenged",
        node_id="r0",
    ),
    "a step whose undercut is answered": _case(
        "t a b c",
        "a attacks t; b undercuts r0; c attacks b",
        "applies its objection is answered by C",
        "The step from “A” applies in this map: the one objection to it is answered.",
        "answered r2",
        node_id="r0",
    ),
    "a step that is undercut": _case(
        "t a b",
        "a attacks t; b undercuts r0",
        "blocked by an objection to the step: B",
        "The step from “A” is blocked in this map: it is undercut by “B”.",
        "undercut r1",
        node_id="r0",
    ),
    "a step that is undercut twice": _case(
        "t a b c",
        "a attacks t; b undercuts r0; c undercuts r0",
        "blocked by 2 objections to the step, first: B",
        "The step from “A” is blocked in this map: it is undercut 2 times: “B”; “C”.",
        "undercut r1 r2",
        node_id="r0",
    ),
    "a step whose premise falls": _case(
        "t a b",
        "a attacks t; b attacks a",
        "blocked by a premise that falls: A",
        "The step from “A” is blocked in this map: its premise “A” falls.",
        "premise-falls a",
        node_id="r0",
    ),
    "a step that is undercut and whose premises fall": _case(
        "t a b c",
        "a,b attacks t; c attacks a; c attacks b; c undercuts r0",
        "blocked by an objection to the step: C; blocked by 2 premises that fall, first: A",
        "The step from “A” and “B” is blocked in this map: it is undercut by “C”; 2 of its premises fall: “A”; "
        "“B”.",
        "undercut r3",
        "premise-falls a b",
        node_id="r0",
    ),
    "a step with a premise that is missing": _case(
        "t a",
        "a,nowhere attacks t",
        "blocked: it needs a premise that the map lacks",
        "The step from “A” and “nowhere” (missing) is blocked in this map: it needs a premise that the map lacks.",
        "incomplete",
        node_id="r0",
    ),
    "steps that undercut each other": _case(
        "a b",
        "a undercuts r1; b undercuts r0",
        "undecided in check with its objection: B",
        "The step from “A” is undecided in this map: it and its objection “B” hold each other in check.",
        "conflict r1",
        node_id="r0",
    ),
    "a step that undercuts itself": _case(
        "a",
        "a undercuts r0",
        "undecided objects to itself",
        "The step from “A” is undecided in this map: it objects to itself.",
        "objects-to-itself",
        node_id="r0",
    ),
    "a step whose premise is undecided": _case(
        "t a b",
        "a attacks t; a attacks b; b attacks a",
        "undecided hangs on a premise that is unresolved: A",
        "The step from “A” is undecided in this map: it hangs on a premise that is unresolved: “A”; the "
        "circle: “A” ⇄ “B”.",
        "open-premise a",
        node_id="r0",
    ),
    "an objection that the map added": _case(
        "t a b",
        "a,b attacks t %",
        "opposed no reason is given for it; 1 objection is unanswered: A and B (a step added by the map)",
        "“T” is opposed in this map: no reason is given for it; 1 objection is unanswered: “A” and “B” (a step "
        "added "
        "by the map).",
        "objected r0",
    ),
    "an answer that the map added": _case(
        "t a b",
        "a attacks t; b attacks a %",
        "answered its objection is answered by B (a step added by the map)",
        "“T” stands answered in this map: the one objection to it is answered.",
        "answered r1",
    ),
    "a step that the map added": _case(
        "t a b",
        "a attacks t %; b undercuts r0",
        "blocked by an objection to the step: B",
        "The step from “A” (a step added by the map) is blocked in this map: it is undercut by “B”.",
        "undercut r1",
        node_id="r0",
    ),
}
