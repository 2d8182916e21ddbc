from __future__ import annotations

from dataclasses import replace

from argumap.formats import FORMATS, Export, Kept
from argumap.formats._framework import FlatMap, FrameworkFile, call_arguments, flatten_map, merge_framework
from argumap.model import ArgumentMap, Bearing, Claim, Origin
from foreign_files import read
from maps import argument


def flatten(*steps: tuple[str, str, str, str], came: str | None = None, **keys: object) -> FlatMap:
    claims = (Claim("a", "A."), Claim("b", "B.", **keys), Claim("c", "C."))  # type: ignore[arg-type]
    record = ArgumentMap(
        claims=claims, arguments=tuple(argument(*step) for step in steps), origin=Origin(format=came)
    )
    return flatten_map(Export(record), "apx")


def test_attacks_between_claims_are_the_whole_of_it() -> None:
    flat = flatten(("a/b", "a", "attacks", "b"), ("c/b", "c", "supports", "b"))
    assert (list(flat.words), list(flat.relations)) == (["a", "b", "c"], [("attacks", "a", "b")])


def test_supports_are_there_where_the_map_came_from_a_framework() -> None:
    flat = flatten(("c/b", "c", "supports", "b"), came="apx")
    assert list(flat.relations) == [("supports", "c", "b")]


def test_what_else_tells_makes_arguments_of_steps() -> None:
    assert "a/b" in flatten(("a/b", "a", "attacks", "b"), ("c/x", "c", "undercuts", "a/b")).words
    assert "ab" in flatten(("ab", "a b", "attacks", "c")).words
    assert "unsupported:b" in flatten(("a/b", "a", "attacks", "b"), requires_support=True).words


def test_an_argument_keeps_its_key_and_a_new_one_takes_a_free_one() -> None:
    flat = FlatMap({"a": "x", "b": "y", "c": "z"}, {"b": "x"}, ())
    assert call_arguments(flat, lambda name: [flat.words[name], name]) == {"b": "x", "a": "a", "c": "z"}
    assert call_arguments(flat, lambda _: ["x"]) == {"b": "x", "a": "x_2", "c": "x_3"}


def test_lines_lose_what_is_gone_and_gain_what_is_new() -> None:
    file = FrameworkFile(["a b", "% note", "a>b", "", ""])
    file.name(0, "a", "a")
    file.name(0, "b", "b")
    file.relate(2, Bearing.ATTACKS, "a", "b")
    merged = merge_framework(file, {"b": "b", "c": "c"}, [("attacks", "b", "c")], lambda fact: "+".join(fact[1:]))
    assert merged == "b\nc\n% note\nb+c\n\n"


def test_what_is_told_twice_is_noted_once_and_told() -> None:
    file = FrameworkFile([""])
    file.name(0, "a", "a")
    file.name(0, "a", "b")
    file.relate(0, Bearing.SUPPORTS, "a", "a")
    assert file.names == {"a": "a"}
    assert [loss.why for loss in file.losses] == [
        "an argument that is declared already",
        "a support of an argument by itself",
    ]


def test_lines_that_are_no_file_any_more_are_as_if_deleted() -> None:
    record = ArgumentMap(claims=(Claim("a", "a"),), origin=Origin(format="af"))
    for name, whole in (("af", "p af 1\n# 1 a\n"), ("apx", "arg(a).\n"), ("tgf", "a\n#\n")):
        writer = FORMATS[name].write
        assert writer is not None
        came = replace(record, origin=Origin(format=name))
        assert writer(Export(came, kept=(Kept("/-", "no such line at all"),))) == whole


def test_whoever_gets_names_alone_is_told_what_can_be_done_with_them() -> None:
    [told] = read("apx", "arg(a).\narg(b).\natt(a,b).\n").told
    assert "`argumap extensions -m MAP`" in told
    assert read("af", "p af 2\n# 1 a: The dam leaks.\n1 2\n").told == ()
