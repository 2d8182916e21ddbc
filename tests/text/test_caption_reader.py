"""Transcripts with time codes: turns, repeats, and when each part is said."""

from __future__ import annotations

import pytest

from argumap.text.caption_reader import read_captions

HEAD = "WEBVTT - a talk\n\nNOTE made by hand --> at sea\n\nSTYLE\n::cue { color: red }\n\n"


def turns(*cues: str) -> list[str]:
    return read_captions((HEAD + "\n\n".join(cues)).encode(), "a.vtt").text.split("\n\n")


def cue(start: int, end: int, text: str) -> str:
    return f"{start // 60:02}:{start % 60:02}.000 --> {end // 60:02}:{end % 60:02}.000 align:start\n{text}"


@pytest.mark.parametrize(
    ("cues", "told"),
    [
        pytest.param(
            [cue(1, 3, "<v Ana Brook>The dike is old."), cue(3, 5, "<v.loud Ana Brook>It will not hold.</v>")],
            ["Ana Brook: The dike is old. It will not hold."],
            id="one voice over two cues",
        ),
        pytest.param(
            [cue(1, 3, "<v Ana>It is old.</v> <v Leo>It held.</v>")],
            ["Ana: It is old.", "Leo: It held."],
            id="two voices in one cue",
        ),
        pytest.param(
            [cue(1, 9, "<v Ana>It is old."), cue(4, 6, "<v Leo>It held."), cue(9, 11, "<v Ana>Barely.")],
            ["Ana: It is old.", "Leo: It held.", "Ana: Barely."],
            id="cues that overlap",
        ),
        pytest.param(
            [cue(1, 3, "ANA: It is old."), cue(3, 5, "It leaks."), cue(5, 7, "LEO: It held.")],
            ["ANA: It is old. It leaks.", "LEO: It held."],
            id="a label in one cue",
        ),
        pytest.param(
            [cue(1, 3, ">> It is old."), cue(3, 5, ">> It held.")],
            ["It is old.", "It held."],
            id="signs for a change of voice",
        ),
        pytest.param(
            [cue(1, 3, "- It is old.\n- It held.")], ["It is old.", "It held."], id="a line each with a dash"
        ),
        pytest.param(
            [cue(1, 3, "so the dike is"), cue(3, 5, "so the dike is\nold and it"), cue(5, 7, "old and it\nleaks")],
            ["so the dike is old and it leaks"],
            id="a caption that rolls",
        ),
        pytest.param([cue(1, 2, "No."), cue(2, 3, "No.")], ["No. No."], id="said twice"),
        pytest.param(
            [cue(1, 3, "Sand &amp; <i>gravel</i> &lt;wet&gt;.")], ["Sand & gravel <wet>."], id="marks and signs"
        ),
        pytest.param([cue(1, 2, "It is old."), cue(9, 11, "It held.")], ["It is old.", "It held."], id="a pause"),
    ],
)
def test_turns(cues: list[str], told: list[str]) -> None:
    assert turns(*cues) == told


def test_a_recording_may_say_its_title() -> None:
    assert read_captions((HEAD + cue(1, 2, "Old.")).encode(), "a.vtt").facts.title == "a talk"
    assert read_captions(("WEBVTT\n\n" + cue(1, 2, "Old.")).encode(), "a.vtt").facts.title == ""


def test_each_part_knows_when_it_is_said() -> None:
    subrip = (
        "1\r\n00:00:01,000 --> 00:00:02,000\r\nThe dike is\r\nold.\r\n\r\n"
        "2\r\n01:00:09,500 --> 01:00:11,000\r\nIt held.\r\n"
    )
    found = read_captions(subrip.encode(), "a.srt")
    assert found.text == "The dike is old.\n\nIt held."
    assert found.fragments == ((0, "t=1"), (18, "t=3609"))
