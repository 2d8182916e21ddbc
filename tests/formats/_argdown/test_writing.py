from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings

from argdown_core import count, needs_core, read_by_core
from argdown_texts import POND
from argumap.formats._argdown.parsing import parse
from argumap.formats._argdown.wordings import clean
from argumap.formats._argdown.writing import write as write_text
from argumap.mapfile import parse_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Origin, Stop
from argumap.project.fidelity import find_facts, read_full_map
from draws import draws
from foreign_files import came, read
from maps import MAPS, random_maps

SIGNS = "[a] #b @[c] <d> {e} _f_ *g* //h /*i*/ <!--j--> .->. :y: === k \\ \u2028\u202e\u00a0🙂é +l -m (1) o> p{q}"


def lines(record: ArgumentMap) -> list[str]:
    return [line for line in write_text(record).split("\n") if line]


def test_a_step_from_one_premise_is_a_relation_and_one_of_several_has_lines() -> None:
    record = parse_map(
        "argumap: 1\nclaims:\n  a: {text: A., supports: d}\n  b: {text: B., attacks: d}\n  c: {text: C.}\n"
        "  d: {text: D.}\narguments:\n  x: {premises: [b, c], supports: d, scheme: 'Sign, or so'}\n"
        "  y: {premises: [b, c], attacks: a}\n  z: {premises: [c], undercuts: x}\n"
    ).map
    assert lines(record) == [
        "[a]: A.",
        "[b]: B.",
        "[c]: C.",
        "[d]: D.",
        "    + [a]",
        "    - [b]",
        "<x>",
        "(1) [b]",
        "(2) [c]",
        "--",
        "Sign\\, or so",
        "--",
        "    <_ [c]",
        "(3) [d]",
        "<y>",
        "(1) [b]",
        "(2) [c]",
        "----",
        "(3) [¬ y]: ¬ A. {argumap: denial}",
        "    -> [a]",
    ]


def test_what_came_as_an_argument_goes_back_as_one() -> None:
    record = came("argdown", read("argdown", POND))
    written = lines(record)
    assert "<Old leaks>: Old leaks never end a dam at all. #(Carp and others)" in written
    assert written.count("    <_ <Old leaks>") == 2
    assert [written[n + 1] for n, line in enumerate(written) if line == "<Cellars>"] == [
        "(1) [cellars-beside-pond-wet]"
    ]


def test_an_argument_that_is_also_a_premise_becomes_a_statement() -> None:
    claims = (Claim("a", "A.", origin=Origin(id="<T>")), Claim("b", "B."), Claim("c", "C."))
    record = ArgumentMap(claims=claims, arguments=(Argument("x", ("a", "b"), Bearing.SUPPORTS, "c"),))
    assert lines(record)[0] == "[T]: A. {id: a}"
    lone = Argument("a/c", ("a",), Bearing.SUPPORTS, "c")
    assert lines(replace(record, arguments=(lone,)))[0] == "<T>: A. {id: a}"


def test_a_step_that_a_tour_stops_at_keeps_its_id() -> None:
    step = Argument("leaks", ("a",), Bearing.ATTACKS, "b")
    record = ArgumentMap(
        claims=(Claim("a", "A."), Claim("b", "B.")), arguments=(step,), tour=(Stop("leaks", "Look here."),)
    )
    assert read("argdown", write_text(record)).map.tour == record.tour
    assert "    - [a]" in lines(replace(record, tour=()))


def test_nothing_of_the_full_map_is_lost() -> None:
    record = read_full_map()
    back = read("argdown", write_text(record))
    assert find_facts(back.map) == find_facts(record)
    assert back.losses == ()
    assert write_text(back.map) == write_text(record)


def is_sound(record: ArgumentMap) -> bool:
    return bool(record.claims) and all(step.target not in step.premises for step in record.arguments)


@settings(max_examples=draws(40), deadline=None)
@given(random_maps())
def test_any_map_comes_back_whole_and_is_written_the_same_again(record: ArgumentMap) -> None:
    assume(is_sound(record))
    once = write_text(record)
    back = read("argdown", once).map
    before, after = find_facts(record), find_facts(back)
    for feature in ("supports", "attacks", "undercuts", "linked premises", "contradictions", "answers", "tags"):
        assert after.get(feature) == before.get(feature), feature
    assert [claim.text for claim in back.claims] == [clean(claim.text) for claim in record.claims]
    assert write_text(back) == once


@needs_core
def test_argdown_reads_all_that_we_write() -> None:
    claims = tuple(Claim(f"c{n}", f"{SIGNS[n:]} {SIGNS[:n]}", tags=(SIGNS[n:],)) for n in range(len(SIGNS)))
    hard = ArgumentMap(
        SIGNS,
        claims=claims,
        arguments=tuple(
            Argument(
                f"a{n}", (f"c{n}", f"c{n + 1}"), Bearing.ATTACKS, f"c{n + 2}", scheme=f"{SIGNS[n:]}", warrant=SIGNS
            )
            for n in range(len(SIGNS) - 2)
        ),
    )
    named = ArgumentMap(claims=(Claim("constructor", "toString", title="__proto__"),))
    records = [hard, named, read_full_map(), came("argdown", read("argdown", POND))]
    records += [record for record in MAPS.values() if record.claims]
    texts = [write_text(record) for record in records]
    for text, found in zip(texts, read_by_core(texts), strict=True):
        assert found["errors"] == []
        document = parse(text, "x")
        ours = (len(document.statements), len(document.arguments), len(document.relations))
        assert ours == count(found["json"])
        assert find_facts(read("argdown-json", found["json"]).map).get("claims") == find_facts(
            read("argdown", text).map
        ).get("claims")
