from __future__ import annotations

import pytest

from argumap.scoring.same_speakers import find_same_speakers
from scored import HEAD, placed

GOLD = """
close: {text: "Close the well.", at: s1.p1.s1}
best: {text: "The water is good.", at: s1.p2.s2, said: mayor}
never: {text: "The mayor drinks none.", at: s1.p2.s3, said: critics}
"""


def speakers(name: str, at: str = "s1.p2.s2", kind: str = "person") -> dict[str, str]:
    """Whom of the gold the draft means by its author and by somebody of that name."""
    head = HEAD.replace('nurse: {name: "A nurse", type: person}', f"x: {{name: {name!r}, type: {kind}}}")
    head = head.replace('  mayor: {name: "The mayor", type: person}\n', "")
    head = head.replace('  critics: {name: "Critics", type: unspecified}\n', "")
    head = head.replace("reporter", "writer")
    return find_same_speakers(*placed(f'c: {{text: "So it is.", at: {at}, said: x}}', GOLD, head=head))


@pytest.mark.parametrize(
    ("name", "who"),
    [
        pytest.param("The mayor", "mayor", id="the same name"),
        pytest.param("the  MAYOR", "mayor", id="letters and blanks"),
        pytest.param("Mayor", "mayor", id="without its article"),
        pytest.param("Dr mayor Anna Brook", "mayor", id="with more words"),
        pytest.param("The miller", None, id="another"),
        pytest.param("The", None, id="small words alone"),
    ],
)
def test_people_go_by_their_names(name: str, who: str | None) -> None:
    assert speakers(name).get("x") == who


def test_the_authors_of_a_text_are_the_same_whatever_they_are_called() -> None:
    assert speakers("The miller")["writer"] == "reporter"


def test_who_is_not_named_goes_by_place() -> None:
    assert speakers("Some people", "s1.p2.s3", "group")["x"] == "critics"
    assert "x" not in speakers("Some people", "s1.p2.s4", "group")
    assert "x" not in speakers("The miller", "s1.p2.s2")


def test_an_alias_is_a_name_and_an_equal_name_comes_before_one_of_more_words() -> None:
    head = HEAD.replace(
        '  mayor: {name: "The mayor", type: person}\n',
        '  y: {name: "The mayor of Tolm", type: person}\n  x: {name: "X", type: person, aliases: ["the mayor"]}\n',
    )
    draft = 'c: {text: "So.", at: s1.p2.s2, said: [{by: y}, {by: x}]}'
    same = find_same_speakers(*placed(draft, GOLD, head=head))
    assert same["x"] == "mayor"
    assert "y" not in same
