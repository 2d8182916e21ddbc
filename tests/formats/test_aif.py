from __future__ import annotations

from aif_files import aif, foreign
from argumap.formats import FORMATS
from argumap.project.fidelity import Fidelity, measure


def test_the_format_is_known_by_its_content_and_not_by_its_kin() -> None:
    value = aif()
    plug_in = FORMATS["aif"]
    assert bool(plug_in.recognise(foreign(value))) is True
    assert bool(plug_in.recognise(foreign({"AIF": value}))) is False


def test_the_logic_and_the_speakers_are_kept() -> None:
    kept = {feature for feature, fidelity in measure(FORMATS["aif"]).items() if fidelity is Fidelity.KEPT}
    assert kept >= {
        "claims",
        "linked premises",
        "undercuts",
        "rephrases",
        "schemes",
        "who says what",
        "reported speech",
    }
