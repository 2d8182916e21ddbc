"""What every problem that a check can find means: the facts behind ``argumap explain`` and docs/problems.md."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from argumap.errors import NotFound, Severity
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODE = re.compile(r"(?:AM)?[ -]?(\d{1,3})", re.ASCII | re.IGNORECASE)
_MOST_NEAR = 5
_WEIGHTS = {
    Severity.ERROR: "An error: `argumap check` leaves with 1, and it cannot be accepted.",
    Severity.WARNING: "A warning: `argumap check` leaves with 1 only with --strict.",
    Severity.HINT: "A hint, that is advice: `argumap check` leaves with 1 only with --strict; --quiet hides it.",
}


@dataclass(frozen=True, slots=True)
class ProblemFacts:
    """What a problem of one ``code`` means, and what puts it right.

    ``means`` says what is wrong, ``why`` what is bad about it where that does not go without saying. ``example``
    is a map that earns the code, without the first line ``argumap: 1`` of every map; where it takes more than a
    map, ``case`` tells one in words.
    """

    code: str
    severity: Severity
    means: str
    remedy: str
    why: str = ""
    example: str = ""
    case: str = ""

    def text(self) -> str:
        """The facts for a person, line by line."""
        told = [f"{self.code} ({self.severity}): {self.means}."]
        if self.why:
            told += ["", self.why]
        told += ["", "For example:", *(f"  {line}" for line in (self.example or self.case).splitlines())]
        told += ["", f"What to do: {self.remedy}.", "", _WEIGHTS[self.severity]]
        if self.severity is not Severity.ERROR:
            told += [
                "What rightly stays is accepted in map.yaml, with its reason and what it is about:",
                f'  accepted: [{{code: {self.code}, at: ID, reason: "…"}}]',
            ]
        return "\n".join(told)

    def to_dict(self) -> dict[str, object]:
        """The facts as plain data."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "means": self.means,
            "why": self.why,
            "example": self.example,
            "case": self.case,
            "remedy": self.remedy,
        }


@lru_cache(maxsize=1)
def read_facts() -> Mapping[str, ProblemFacts]:
    """The facts of every problem, by its code and in the order of the codes."""
    import tomllib

    written = tomllib.loads(files("argumap").joinpath("problem_facts.toml").read_text(encoding="utf-8"))
    return {
        code: ProblemFacts(
            code,
            Severity(entry["severity"]),
            entry["means"],
            entry["remedy"],
            why=entry.get("why", ""),
            example=entry.get("example", "").rstrip("\n"),
            case=entry.get("case", ""),
        )
        for code, entry in sorted(written.items())
    }


def parse_codes(given: str) -> list[str]:
    """The codes that stand in ``given`` with spaces or commas between them; what is anything else stays whole."""
    codes = given.replace(",", " ").split()
    return codes if codes and all(map(_CODE.fullmatch, codes)) else [given]


def get_facts(code: str) -> ProblemFacts:
    """The facts of the problem ``code``, written as ``AM322``, ``am322`` or ``322``.

    Raises `NotFound`, with the nearest codes or those that speak of the word given.
    """
    facts = read_facts()
    number = _CODE.fullmatch(code.strip())
    wanted = f"AM{int(number[1]):03}" if number else code
    if wanted in facts:
        return facts[wanted]
    if number:
        near = [
            *[known for known in facts if known < wanted][-1:],
            *[known for known in facts if known > wanted][:1],
        ]
        hint = " and ".join(f"{known} ({facts[known].means})" for known in near)
        raise NotFound(f"there is no problem {wanted}; nearest {'is' if len(near) == 1 else 'are'} {hint}")
    word = code.casefold().strip()
    spoken = [known for known, fact in facts.items() if word and word in f"{fact.means} {fact.remedy}".casefold()]
    if 0 < len(spoken) <= _MOST_NEAR:
        raise NotFound(
            f"{code!r} is no code of a problem; {joined(spoken)} {'speaks' if len(spoken) == 1 else 'speak'} of it"
        )
    raise NotFound(f"{code!r} is no code of a problem; write one as AM322, or `argumap explain` for all of them")
