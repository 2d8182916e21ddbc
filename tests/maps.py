"""Maps that every room is tried on, by name, and a strategy that draws random ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from argumap.model import (
    Acceptance,
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Concept,
    Concern,
    Effect,
    Issue,
    Origin,
    Passage,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
    Standard,
    Stop,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def at(*locators: str, source: str = "column") -> tuple[Passage, ...]:
    return tuple(Passage(source, locator) for locator in locators)


def argument(record_id: str, premises: str, bearing: str, target: str) -> Argument:
    """``argument("a", "p q", "supports", "c")``."""
    return Argument(record_id, tuple(premises.split()), Bearing(bearing), target)


TOWN = ArgumentMap(
    title="Who may drive in the old town?",
    sources=(Source("column", "Give the square back", author="editor", file="column.md", skip=("s1.p3.s1",)),),
    sections=(
        Section("column", "s1", "Why now"),
        Section("column", "s2", "What the shops say", voice=Act.PRESENTS),
    ),
    issues=(
        Issue("cars", "Should the old town be closed to private cars?", at=at("s1.h")),
        Issue("air", "How clean is the air?", compares=("open-streets", "closed-streets")),
    ),
    claims=(
        Claim(
            "close-it",
            "The old town should be closed to private cars.",
            "Close the old town",
            ClaimType.POLICY,
            answers=("cars",),
            at=at("s1.p1.s1"),
        ),
        Claim(
            "keep-open",
            "Private cars should keep their access to the old town.",
            "Keep it open",
            ClaimType.POLICY,
            answers=("cars",),
            at=at("s2.p1.s1"),
        ),
        Claim(
            "clean-air",
            "Streets without cars have cleaner air.",
            "Cleaner air",
            ClaimType.FACT,
            answers=("air",),
            about=("closed-streets",),
            concerns=(Concern("children", Effect.BENEFITS),),
            at=at("s1.p2.s1"),
        ),
        Claim(
            "trade-falls",
            "Shops in the old town lose customers when cars are kept out.",
            "Shops lose custom",
            ClaimType.PREDICTION,
            at=at("s2.p1.s2"),
        ),
        Claim(
            "footfall-rose",
            "Other towns count more walkers since they closed.",
            "More walkers elsewhere",
            ClaimType.FACT,
            at=at("s2.p2.s1"),
        ),
        Claim(
            "rents-rose",
            "Shop rents rose where cars were kept out.",
            "Rents rose",
            ClaimType.FACT,
            at=at("s2.p2.s2"),
            tags=("money",),
        ),
    ),
    arguments=(
        argument("clean-air/close-it", "clean-air", "supports", "close-it"),
        argument("trade-falls/close-it", "trade-falls", "attacks", "close-it"),
        argument("trade-falls/keep-open", "trade-falls", "supports", "keep-open"),
        argument("other-towns", "footfall-rose rents-rose", "undercuts", "trade-falls/close-it"),
    ),
    stakeholders=(
        Stakeholder("editor", "The column's author", StakeholderType.PERSON),
        Stakeholder("shops", "Shopkeepers' guild", StakeholderType.ORGANISATION, interests=("custom",)),
        Stakeholder("children", "Schoolchildren", StakeholderType.GROUP),
    ),
    attributions=(
        Attribution("editor", Act.ASSERTS, "close-it"),
        Attribution("editor", Act.ASSERTS, "clean-air"),
        Attribution("shops", Act.ARGUES, "trade-falls", via=("editor",)),
        Attribution("shops", Act.ASSERTS, "keep-open", via=("editor",)),
        Attribution("editor", Act.CONCEDES, "trade-falls", at=at("s2.p3.s1")),
        Attribution("editor", Act.PRESENTS, "footfall-rose"),
        Attribution("editor", Act.PRESENTS, "rents-rose"),
    ),
    concepts=(
        Concept("open-streets", "Streets open to cars"),
        Concept("closed-streets", "Streets closed to cars", broader=("open-streets",)),
    ),
)

CYCLE = ArgumentMap(
    title="Round in circles",
    claims=(Claim("a", "A holds."), Claim("b", "B holds."), Claim("c", "C holds.")),
    arguments=(
        argument("a/b", "a", "attacks", "b"),
        argument("b/a", "b", "attacks", "a"),
        argument("c/c", "c", "attacks", "c"),
    ),
)

HOSTILE_TEXT = "</script><script>window.__pwn=1</script><!-- \u2028 \" ' & \u202e 🙂 =1+1"
HOSTILE = ArgumentMap(
    title=HOSTILE_TEXT,
    issues=(Issue("constructor", HOSTILE_TEXT),),
    claims=(
        Claim(
            "tostring",
            HOSTILE_TEXT,
            title=HOSTILE_TEXT,
            answers=("constructor",),
            tags=(HOSTILE_TEXT,),
            also=(HOSTILE_TEXT,),
            origin=Origin(HOSTILE_TEXT, "javascript:alert(1)", HOSTILE_TEXT),
            unseen=HOSTILE_TEXT,
        ),
        Claim("valueof", HOSTILE_TEXT),
    ),
    arguments=(argument("valueof/tostring", "valueof", "supports", "tostring"),),
    stakeholders=(Stakeholder("hasownproperty", HOSTILE_TEXT, role=HOSTILE_TEXT, same_as="javascript:alert(1)"),),
    attributions=(Attribution("hasownproperty", Act.ARGUES, "valueof", cue=HOSTILE_TEXT),),
    tour=(Stop("tostring", HOSTILE_TEXT),),
    accepted=(Acceptance("AM314", "valueof", HOSTILE_TEXT),),
    unseen=HOSTILE_TEXT,
)

TAKEN_OVER = ArgumentMap(
    title="Taken over",
    sources=(
        Source(
            "letter",
            "Ein Brief",
            authors="Ida Lund; Per Moe",
            published="2030",
            publisher="Der Bote",
            doi="10.1234/bote.7",
            language="de-AT",
            origin=Origin(file="https://example.org/brief"),
            unseen="a reader",
        ),
    ),
    issues=(
        Issue("sundays", "Open on Sundays?", standard=Standard.CLEAR, origin=Origin(id="I-1"), unseen="a reader"),
        Issue("price", "What does it cost?", compares=("desk", "shelf")),
    ),
    claims=(
        Claim(
            "open-it",
            "The library should open on Sundays.",
            answers=("sundays",),
            standard=Standard.BALANCE,
            also=("Open on Sundays!", "It should be open on Sundays."),
            origin=Origin("argdown", "library.argdown", "Open it", "sha256:" + "0" * 64),
            unseen="an importer, on a Monday",
        ),
        Claim("free-day", "Many families are free on Sundays alone.", at=at("s1.p1.s1", source="letter")),
    ),
    arguments=(
        Argument(
            "free-day/open-it",
            ("free-day",),
            Bearing.SUPPORTS,
            "open-it",
            origin=Origin(id="<1>"),
            unseen="an importer",
        ),
    ),
    stakeholders=(Stakeholder("staff", "The staff", origin=Origin(id="S"), unseen="a reader"),),
    attributions=(
        Attribution("staff", Act.ASSERTS, "free-day", origin=Origin(format="argdown", id="@1"), unseen="a reader"),
    ),
    concepts=(
        Concept("desk", "The desk", origin=Origin(id="C"), unseen="a reader"),
        Concept("shelf", "The shelf"),
    ),
    language="en-GB",
    standard=Standard.REASON,
    origin=Origin("argdown", "library.argdown", digest="sha256:" + "0" * 64),
    tour=(Stop("sundays", "Begin with the question."), Stop("free-day/open-it", "Then its reason: “free”.")),
    accepted=(
        Acceptance("AM241", "letter#s4.t1", "The table breaks off in the letter."),
        Acceptance("AM312", "", "The letter names nobody."),
        Acceptance("AM313", "price/shelf", "The letter gives no price."),
    ),
    unseen="an importer",
)

MAPS: Mapping[str, ArgumentMap] = {
    "empty": ArgumentMap(),
    "one claim": ArgumentMap(title="One", claims=(Claim("only", "There is only this."),)),
    "town": TOWN,
    "cycle": CYCLE,
    "hostile": HOSTILE,
    "taken over": TAKEN_OVER,
}


ORIGINS = st.none() | st.builds(
    Origin,
    format=st.sampled_from([None, "argdown"]),
    file=st.sampled_from([None, "old.argdown", "https://example.org/map"]),
    id=st.sampled_from(["<1>", "A claim"]),
    digest=st.sampled_from([None, "sha256:" + "f" * 64]),
)
UNSEEN = st.sampled_from([None, None, "an importer"])
STANDARDS = st.sampled_from([None, None, *Standard])
LANGUAGES = st.sampled_from([None, "en", "no", "zh-Hant-TW"])


def acceptances(places: list[str]) -> st.SearchStrategy[tuple[Acceptance, ...]]:
    """In the order of the canonical form, each once: the order of what is accepted means nothing."""
    entry = st.builds(
        Acceptance,
        code=st.sampled_from(["AM307", "AM313"]),
        at=st.sampled_from(["", *places]),
        reason=st.just("The source leaves it open."),
    )
    return st.sets(entry, max_size=3).map(lambda entries: tuple(sorted(entries, key=lambda e: (e.code, e.at))))


@st.composite
def random_maps(draw: st.DrawFn, max_claims: int = 8) -> ArgumentMap:
    """Small maps with linked premises, undercuts (of undercuts too), reported chains and cycles."""
    n = draw(st.integers(1, max_claims))
    ids = [f"c{i}" for i in range(n)]
    claim = st.sampled_from(ids)
    speakers = ["ann", "bob", "cal"]
    arguments: list[Argument] = []
    for i in range(draw(st.integers(0, 2 * n))):
        premises = tuple(dict.fromkeys(draw(st.lists(claim, min_size=1, max_size=3))))
        bearing = draw(st.sampled_from(list(Bearing)))
        if bearing is Bearing.UNDERCUTS and not arguments:
            bearing = Bearing.ATTACKS
        target = draw(st.sampled_from(arguments)).id if bearing is Bearing.UNDERCUTS else draw(claim)
        weight = draw(st.sampled_from([None, None, 0.5]))
        arguments.append(Argument(f"r{i}", premises, bearing, target, weight=weight, origin=draw(ORIGINS)))
    spoken = st.sampled_from([*ids, *(a.id for a in arguments)])
    attributions = {
        (a.by, a.act, a.of, a.via): a
        for a in draw(
            st.lists(
                st.builds(
                    Attribution,
                    by=st.sampled_from(speakers),
                    act=st.sampled_from(list(Act)),
                    of=spoken,
                    via=st.sampled_from([(), ("ann",), ("ann", "bob")]),
                    loosely=st.booleans(),
                    origin=ORIGINS,
                    unseen=UNSEEN,
                ),
                max_size=2 * n,
            )
        )
    }
    return ArgumentMap(
        title="Drawn",
        sources=(Source("text", "A text", author="ann", language=draw(LANGUAGES), origin=draw(ORIGINS)),),
        issues=(
            Issue("issue", "What to do?", standard=draw(STANDARDS), unseen=draw(UNSEEN)),
            Issue("cost", "What does it cost?", compares=("x", "y"), origin=draw(ORIGINS)),
        ),
        claims=tuple(
            Claim(
                record_id,
                f"Statement {record_id}.",
                answers=draw(st.sampled_from([(), (), ("issue",), ("cost",)])),
                about=draw(st.sampled_from([(), ("x",), ("x", "y")])),
                base=draw(st.sampled_from([None, None, 0.0, 0.3, 0.9, 1.0])),
                requires_support=draw(st.sampled_from([False, False, False, True])),
                at=at(f"s1.p1.s{i + 1}", source="text"),
                standard=draw(STANDARDS),
                also=draw(st.sampled_from([(), (), ("In other words.",), ("In other words.", "Or so.")])),
                origin=draw(ORIGINS),
                unseen=draw(UNSEEN),
            )
            for i, record_id in enumerate(ids)
        ),
        arguments=tuple(arguments),
        stakeholders=tuple(Stakeholder(s, s.title(), StakeholderType.PERSON) for s in speakers),
        attributions=tuple(attributions.values()),
        concepts=(Concept("x", "X"), Concept("y", "Y", unseen=draw(UNSEEN))),
        language=draw(LANGUAGES),
        standard=draw(STANDARDS),
        origin=draw(ORIGINS),
        tour=tuple(
            draw(
                st.lists(st.builds(Stop, of=spoken, text=st.sampled_from(["Look here.", "And here."])), max_size=3)
            )
        ),
        accepted=draw(acceptances([*ids, "cost/x", "text#s1.p1", "text"])),
        unseen=draw(UNSEEN),
    )
