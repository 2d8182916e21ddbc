"""What the tests of pages share: an opened page with what it asked for, and maps grown to a size."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Index,
    Issue,
    Passage,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
)
from argumap.verdicts import build_issue_verdicts
from argumap.views import ViewInput

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

DESKTOP, PHONE = (1440, 900), (390, 844)
_WORDS = ("harbour", "budget", "orchard", "timetable", "river", "library", "market")


class Opened:
    """A page with what it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "console",
            lambda message: self.complaints.append(message.text) if message.type in {"error", "warning"} else None,
        )

    def go(self, path: Path, fragment: str = "") -> None:
        self.page.goto(path.as_uri() + fragment)
        self.page.wait_for_selector("html[data-ready]", state="attached")

    def run(self, script: str, *arguments: Any) -> Any:
        return self.page.evaluate(script, *arguments)


def given(argument_map: ArgumentMap, name: str = "test", **more: Any) -> ViewInput:
    if more.get("evaluation"):
        more.setdefault("verdicts", build_issue_verdicts(more["evaluation"]))
    return ViewInput(map=argument_map, name=name, index=Index(argument_map), **more)


@cache
def grown(claims: int, positions: int = 4, issues: int = 1) -> ArgumentMap:
    """A debate of ``claims`` claims with three relations each, undercuts and linked premises among them."""
    arguments: list[Argument] = []
    heads = positions * issues
    for n in range(heads, claims):
        targets = dict.fromkeys(place % n for place in ((n * 7919) % 10007, (n * 613) % 8191, n // 3))
        for k, target in enumerate(targets):
            bearing = Bearing.ATTACKS if (n + k) % 3 == 0 else Bearing.SUPPORTS
            premises = (f"c{n}", f"c{n - 1}") if n % 50 == 0 and k == 0 and n - 1 != target else (f"c{n}",)
            arguments.append(Argument(f"a{n}-{k}", premises, bearing, f"c{target}"))
        if n % 100 == 7 and n > heads + 10:
            arguments.append(Argument(f"u{n}", (f"c{n}",), Bearing.UNDERCUTS, arguments[-4].id))
    return ArgumentMap(
        title=f"A debate of {claims}",
        sources=(Source("text", "A long text", author="s0"),),
        sections=tuple(Section("text", f"s{n}", f"Part {n}") for n in range(6)),
        issues=tuple(Issue(f"q{n}", f"Question number {n}: what should be done?") for n in range(issues)),
        claims=tuple(
            Claim(
                f"c{n}",
                f"Claim number {n} says that the {_WORDS[n % 7]} of the {_WORDS[n % 5]} matters here.",
                f"The {_WORDS[n % 7]} matters, {n}",
                answers=(f"q{n % issues}",) if n < heads else (),
                tags=(_WORDS[n % 5],),
                at=(Passage("text", f"s{n % 6}.p{n // 40 + 1}.s{n % 40 + 1}"),),
            )
            for n in range(claims)
        ),
        arguments=tuple(arguments),
        stakeholders=tuple(Stakeholder(f"s{n}", f"Speaker {n}", StakeholderType.PERSON) for n in range(12)),
        attributions=tuple(
            Attribution(f"s{n % 12}", Act.DISPUTES if n % 9 == 0 else Act.ASSERTS, f"c{n}") for n in range(claims)
        ),
    )
