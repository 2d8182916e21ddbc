"""What a person has not settled stays open through a new lock, and never points elsewhere by itself."""

from __future__ import annotations

from argumap.anchoring import Lock, build_lock, check_anchors, encode_lock, parse_lock, settle
from argumap.model import ArgumentMap, Claim, Passage, Section, Source
from argumap.text import parse_article

OLD = """# The pond

The pond freezes every January. Ducks leave for the river then. Nobody has counted them since 2019. The town
wants a fence around the water. A fence costs more than the ducks are worth.
"""
NEW = OLD.replace("Nobody has counted them since 2019. ", "").replace("costs more", "costs rather more")

MAP = ArgumentMap(
    sources=(Source("text", "The pond"),),
    claims=(
        Claim("uncounted", "There is no count of the ducks.", at=(Passage("text", "s1.p1.s3"),)),
        Claim("fence-wanted", "The town wants a fence.", at=(Passage("text", "s1.p1.s4"),)),
        Claim("too-dear", "A fence is not worth it.", at=(Passage("text", "s1.p1.s5"),)),
    ),
)


def states(lock: Lock, text: str, argument_map: ArgumentMap = MAP) -> dict[str, tuple[str, str | None]]:
    found = check_anchors(argument_map, lock, {"text": parse_article(text)})
    return {state.node: (str(state.state), state.now) for state in found}


def relocked() -> Lock:
    old, new = {"text": parse_article(OLD)}, {"text": parse_article(NEW)}
    lock = build_lock(old)
    open_ = [s for s in check_anchors(MAP, lock, new) if s.node != "fence-wanted"]
    return settle(lock, new, open_)


def test_what_was_left_open_is_told_as_it_was() -> None:
    assert states(relocked(), NEW) == {
        "uncounted": ("lost", None),
        "fence-wanted": ("exact", "s1.p1.s4"),  # the map still cites s4 here: accepting would have changed it
        "too-dear": ("edited", "s1.p1.s4"),
    }


def test_citing_anew_settles_an_anchor() -> None:
    argument_map = ArgumentMap(
        sources=MAP.sources,
        claims=(Claim("too-dear", "A fence is not worth it.", at=(Passage("text", "s1.p1.s4"),)),),
    )
    assert states(relocked(), NEW, argument_map) == {"too-dear": ("exact", "s1.p1.s4")}


def test_an_open_anchor_follows_its_passage_through_further_edits() -> None:
    later = NEW.replace("Ducks leave", "It is cold here. Ducks leave")
    assert states(relocked(), later)["too-dear"] == ("edited", "s1.p1.s5")
    assert states(relocked(), later)["uncounted"] == ("lost", None)


def test_open_anchors_are_kept_in_the_lock_file() -> None:
    lock = relocked()
    assert parse_lock(encode_lock(lock)) == lock
    assert "Nobody" not in encode_lock(lock)


def test_a_section_is_told_by_its_place_alone() -> None:
    argument_map = ArgumentMap(sources=MAP.sources, sections=(Section("text", "s1", "The pond"),))
    lock = build_lock({"text": parse_article(OLD)})
    assert states(lock, NEW, argument_map) == {"s1": ("exact", "s1")}
    assert states(lock, "# A word before\n\nThis is new and long enough to be one.\n\n" + NEW, argument_map) == {
        "s1": ("moved", "s2")
    }
