from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.text import Figure, find_figures, get_language
from draws import draws

WORDS = get_language("en").figures
assert WORDS is not None


def figures(text: str) -> list[Figure]:
    assert WORDS is not None
    return find_figures(text, WORDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("14 %, 14% or 14 per cent", "14 % percent; 14% percent; 14 per cent percent", id="percent"),
        pytest.param("fourteen percent of it", "fourteen percent percent", id="percent in words"),
        pytest.param("three percentage points", "three percentage points percent", id="points"),
        pytest.param("in forty-two towns", "forty-two number", id="a number in words"),
        pytest.param("a hundred and six, nineteen", "a hundred and six number; nineteen number", id="and"),
        pytest.param("two and three, five six", "two number; three number; five number; six number", id="several"),
        pytest.param("half the town, a third of it", "half fraction; a third fraction", id="shares"),
        pytest.param("rose by a third; two thirds", "a third fraction; two thirds fraction", id="at the end"),
        pytest.param("a third party, the third of them", "a third ordinal; third ordinal", id="no share"),
        pytest.param("one in five, 3 out of 4", "one in five fraction; 3 out of 4 fraction", id="one in so many"),
        pytest.param("two in 2019", "two number; 2019 number", id="not in a year"),
        pytest.param(
            "it doubled, twice, halved", "doubled multiple; twice multiple; halved multiple", id="multiples"
        ),
        pytest.param("the 3rd, the twelfth", "3rd ordinal; twelfth ordinal", id="ordinals"),
        pytest.param("7k, 70B and 8xyz", "7k number; 70B number; 8xyz number", id="letters after digits"),
        pytest.param("at 22:00 in May 2021", "22:00 time; May month; 2021 number", id="time and month"),
        pytest.param("on 2021-05-12", "2021-05-12 number; 2021-05-12 month; 2021-05-12 number", id="a date"),
        pytest.param("it may rain. March on!", "", id="no months"),
        pytest.param("¾ of 2½ acres", "3/4 fraction; 2 1/2 number", id="signs of fractions"),
        pytest.param("24/7 and 2019/20", "2019 number; 20 number", id="no fractions"),
        pytest.param("half a million", "half a million number", id="half of a magnitude"),
        pytest.param("a half dozen, half-million", "a half dozen number; half-million number", id="no article"),
        pytest.param("14pc of it", "14pc percent", id="percent right after digits"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_figures_are_read(text: str, expected: str) -> None:
    assert "; ".join(f"{figure.shown} {figure.measure}" for figure in figures(text)) == expected


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("14 %", "fourteen per cent"),
        ("1.5 million", "1,500,000"),
        ("one and a half million", "1 500 000"),
        ("half", "50 %"),
        ("a third", "1/3"),
        ("one in five", "20 percent"),
        ("a fifth of it", "20 percent"),
        ("doubled", "twice as much"),
        ("double", "200 %"),
        ("1990s", "1990"),
        ("three", "third"),
        ("4k", "4,000"),
        ("about 70 %", "68 %"),
        ("nearly ten thousand", "9,700"),
        ("70 %", "69.8 %"),
        ("10,100", "10,140"),
        ("1.500 cars", "1500 cars"),
        ("May 2021", "2021-05"),
        ("a hundred", "the century"),
        ("two", "both"),
        ("8km", "8 km"),
        ("8m", "8 metres"),
        ("8m", "eight million"),
        ("doubled", "rose by 100 %"),
        ("by a third", "a third voted"),
        ("a third voted", "33 per cent"),
        ("one third", "a third voted"),
        ("one third voted", "a third of them"),
        ("by a third", "33 %"),
        ("two thirds", "67 per cent"),
        ("67 %", "two thirds"),
        ("two thirds", "66.7 %"),
        ("an eighth of it", "13 %"),
        ("three quarters", "75 percent"),
        ("half a dozen", "six"),
        ("half-dozen", "six"),
    ],
)
def test_the_same_figure_is_known_in_another_form(text: str, other: str) -> None:
    assert figures(text)[-1].is_said_by(figures(other)), (figures(text), figures(other))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("14 %", "11 %"),
        ("2019", "2018"),
        ("forty", "seven"),
        ("99 per cent", "seven of them"),
        ("1.5 million", "1.5 billion"),
        ("half", "a third"),
        ("doubled", "tripled"),
        ("halved", "doubled"),
        ("half as much", "twice as much"),
        ("in May", "in March and 5"),
        ("at 22:00", "at 21:00"),
        ("70 %", "68 %"),
        ("half", "51 %"),
        ("two thirds", "68 %"),
        ("a quarter", "25.5 %"),
        ("0", "half"),
        ("1", "1.4"),
        ("third", ""),
    ],
)
def test_another_figure_is_another(text: str, other: str) -> None:
    assert not figures(text)[0].is_said_by(figures(other))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("GPT-4", ["named"]),
        ("by Article 5", ["named"]),
        ("in January 25", ["", ""]),
        ("Windows 11 came", [""]),
        ("hundreds of them", ["vague"]),
        ("about 4,100", ["rough"]),
        ("at least six", ["rough"]),
    ],
)
def test_marks_of_a_figure(text: str, marks: list[str]) -> None:
    found = [" ".join(n for n in ("rough", "vague", "named") if getattr(f, n)) for f in figures(text)]
    assert found == marks


@settings(max_examples=draws(200))
@given(
    st.lists(
        st.sampled_from([*sorted(WORDS.spelt), "a", "and", "of", "in", "out", "%", "/", "-", "7", "2,500", "1:30"])
    )
)
def test_any_words_give_figures_that_stand_in_them(words: list[str]) -> None:
    text = " ".join(words)
    found = figures(text)
    assert all(figure.shown in text for figure in found)
    assert all(figure.is_said_by([figure]) for figure in found)


@settings(max_examples=draws(100))
@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    figures(text)
