"""What a name may mean is told with titles, and with the call for each."""

from __future__ import annotations

from argumap.cli._choices import tell_choices
from argumap.errors import Ambiguous

CHOICES = (("town#cars", "Who may drive?"), ("town#close-it", "Close the old town"))


def test_each_choice_has_its_title_and_its_call() -> None:
    error = Ambiguous("'old town' may mean 3 things", "old town", CHOICES, 3)
    assert tell_choices(error, ["verdict", "old town", "--json"]).splitlines() == [
        "'old town' may mean 3 things; ask for one of them:",
        "  Who may drive?",
        "    argumap verdict 'town#cars' --json",
        "  Close the old town",
        "    argumap verdict 'town#close-it' --json",
        "  … and 1 more",
    ]


def test_what_is_no_word_of_the_call_keeps_its_message() -> None:
    assert tell_choices(Ambiguous("two maps are called x"), ["build"]) == "two maps are called x"
    assert tell_choices(Ambiguous("told", "shops", CHOICES, 2), ["says", "--lights=shops"]) == "told"


def test_a_title_that_is_called_as_the_command_leaves_the_command() -> None:
    error = Ambiguous("'case' may mean 2 things", "case", CHOICES, 2)
    assert tell_choices(error, ["case", "case"]).splitlines()[2] == "    argumap case 'town#cars'"
    assert tell_choices(error, ["case", "--of=case"]) == "'case' may mean 2 things"
