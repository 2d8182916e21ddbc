"""A change is a small wrong turn that behaviour would show, and never in what behaviour does not depend on."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mutation.places import alters, find_mutants, find_signatures


def changes(source: str) -> set[tuple[str, str]]:
    return {(m.old, m.new) for m in find_mutants(dedent(source), "toy.py") if alters(m, dedent(source))}


def changed(statement: str, returns: str = "object") -> set[str]:
    """The statement of a function after each change."""
    source = f"def toy(a, b, c) -> {returns}:\n    {statement}\n"
    lines = (
        m.apply(source).split("\n", 1)[1].strip() for m in find_mutants(source, "toy.py") if alters(m, source)
    )
    return set(lines)


@pytest.mark.parametrize(
    ("statement", "after"),
    [
        pytest.param("x = a < b", "x = a <= b", id="a border moves"),
        pytest.param("x = a is not None", "x = a is None", id="identity"),
        pytest.param("x = a not  in (b)", "x = a in (b)", id="membership"),
        pytest.param("x = (a) == b == c", "x = (a) == b != c", id="the second of two comparisons"),
        pytest.param("x = a and b or c", "x = a or b or c", id="and becomes or"),
        pytest.param("x = a and b or c", "x = a and b or False", id="an operand dropped"),
        pytest.param("x = not (a and b)", "x =  (a and b)", id="not dropped"),
        pytest.param("x = a - b * 2", "x = a + b * 2", id="arithmetic"),
        pytest.param("x = -a", "x = a", id="sign"),
        pytest.param("x = a[1:]", "x = a[:]", id="a bound of a slice"),
        pytest.param("x = a == 'é'", "x = a == 'é~'", id="a text that is compared"),
        pytest.param("x = 0.5", "x = 0.75", id="a threshold"),
        pytest.param("x = [y for y in a if y]", "x = [y for y in a if True]", id="a filter dropped"),
        pytest.param("x = sorted(a, key=b)", "x = list(a)", id="order dropped"),
        pytest.param("x = sorted(a, key=b)", "x = sorted(a)", id="a key dropped"),
        pytest.param("x = any(a)", "x = all(a)", id="any becomes all"),
        pytest.param("x = a.strip()", "x = a", id="trimming dropped"),
        pytest.param("a.append(b)", "pass", id="a statement dropped"),
        pytest.param("a.x = b", "pass", id="an attribute not set"),
        pytest.param("raise ValueError(a)", "pass", id="a complaint dropped"),
        pytest.param("yield a", "yield from ()", id="nothing yielded"),
    ],
)
def test_a_change(statement: str, after: str) -> None:
    assert after in changed(statement)


@pytest.mark.parametrize(
    ("returns", "after"),
    [
        ("bool", "return not (a)"),
        ("str", 'return ""'),
        ("tuple[int, ...]", "return ()"),
        ("Mapping[str, int]", "return {}"),
        ("Claim | None", "return None"),
    ],
)
def test_an_answer_becomes_an_empty_one_of_its_type(returns: str, after: str) -> None:
    assert changed("return a", returns) == {after}


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('"""Three is > 2."""\n', id="a docstring"),
        pytest.param("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    x = 1 < 2\n", id="types only"),
        pytest.param("x: Literal[1, 2]\n", id="an annotation"),
        pytest.param("def f(a: Literal[1]) -> Literal[2]: ...\n", id="annotations of a function"),
        pytest.param("@lru_cache(maxsize=3)\ndef f(): ...\n", id="a decorator"),
        pytest.param('__all__ = ["a", 1]\n', id="what a module exports"),
        pytest.param("x = int | None\n", id="an alias of a type"),
        pytest.param("x = cast(1, a)\n", id="a cast"),
        pytest.param("x = f'{1 + 2}'\n", id="the inside of a formatted text"),
    ],
)
def test_what_no_behaviour_depends_on_is_left(source: str) -> None:
    assert changes(source) == set()


def test_arguments_are_swapped_only_where_the_types_would_let_them_pass() -> None:
    source = dedent("""
        def link(one: str, other: str, times: int) -> None: ...
        link(a, b, c)
    """)
    signatures = find_signatures([source])
    assert signatures == {"link": ("str", "str", "int")}
    swapped = [m.new for m in find_mutants(source, "toy.py", signatures) if "," in m.old]
    assert swapped == ["pass", "b, a"]


def test_a_change_is_found_in_any_script_and_told_on_one_line() -> None:
    source = "x = 'ä😀', a <\\\n  b\n"
    (mutant,) = find_mutants(source, "toy.py")
    assert mutant.apply(source) == "x = 'ä😀', a <=\\\n  b\n"
    assert str(mutant) == "toy.py:1  < → <="
    with pytest.raises(ValueError, match="no longer holds"):
        mutant.apply("x = 2\n")
