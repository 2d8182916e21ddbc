from __future__ import annotations

import json

from argumap.reports import REPORTS, ReportInput
from maps import TOWN


def test_the_stakeholder_report_has_a_row_for_every_stance() -> None:
    stances = json.loads(REPORTS["stakeholders"].writers[".json"](ReportInput(TOWN)))["stances"]
    assert len(stances) == len(TOWN.attributions) + 1
    assert [(s["stakeholder"], s["stance"], s["of"]) for s in stances][-1] == ("children", "benefits", "clean-air")
    concession = next(s for s in stances if s["stance"] == "concedes")
    assert (concession["commits"], concession["where"]) == (True, ["column#s2.p3.s1"])
