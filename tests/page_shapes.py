"""Maps of the shapes that pages must hold: hardly anything, very many of one thing, long words, other scripts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Issue,
    Passage,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Texts:
    """What a map says in one language; ``{n}`` is a number."""

    language: str
    title: str
    question: str
    answer: str
    reason: str
    label: str
    person: str
    role: str
    section: str


ENGLISH = Texts(
    "en",
    "Who gets the kerb?",
    "Should the kerb of street {n} go to cyclists, to shops or to trees?",
    "Give the kerb to user number {n}",
    "Counting showed that {n} of a hundred people who came by would rather have it so than otherwise.",
    "{n} in a hundred want it",
    "Speaker Number {n}",
    "counts what passes",
    "Part {n}: what was counted",
)
GERMAN = Texts(
    "de",
    "Wem gehört der Straßenrand?",
    "Wer soll an der Verkehrsberuhigungsstraße {n} den Bordsteinrand bekommen?",
    "Der Straßenrand gehört Nutzergruppe {n}",
    "Die Verkehrszählungsergebnisse zeigen, dass {n} von hundert Vorbeikommenden es so wollen.",
    "Verkehrszählungsergebnis Nummer {n}",
    "Einzelhandelsverband {n}",
    "Straßenverkehrssicherheitsbeauftragte",
    "Teil {n}: Geschwindigkeitsbegrenzungen",
)
ARABIC = Texts(
    "ar",
    "لمن حافة الشارع؟",
    "هل ينبغي أن تُعطى حافة الشارع {n} للدراجات أم للمتاجر أم للأشجار؟",
    "تُعطى الحافة للفئة {n}",
    "أظهر العدّ أن {n} من كل مئة ممن مرّوا هناك يفضّلون ذلك على غيره.",
    "{n} من كل مئة يريدون ذلك",
    "المتحدث {n}",
    "يعدّ من يمرّ",
    "الجزء {n}",
)
JAPANESE = Texts(
    "ja",
    "道の端は誰のものか",
    "{n}番通りの道端は、自転車と店と街路樹のうち、どれに使うべきだろうか。",
    "道端を{n}番目の人々に渡す",
    "数えてみると、通りかかった百人のうち{n}人がほかの使い方よりもこの使い方を望んでいることが分かった。",
    "百人中{n}人が望む",
    "話し手{n}",
    "通行量を数える係",
    "第{n}部",
)
CHINESE = Texts(
    "zh",
    "路边该归谁用",
    "第{n}街的路边应该留给自行车、商店还是树木？",
    "把路边交给第{n}类人",
    "统计表明，每一百个路过的人当中有{n}个人宁愿这样使用路边，而不愿意用作别的用途。",
    "百人中有{n}人赞成",
    "第{n}位发言人",
    "负责清点人数",
    "第{n}部分",
)


def debated(
    texts: Texts = ENGLISH, *, issues: int = 1, answers: int = 3, reasons: int = 4, people: int = 5
) -> ArgumentMap:
    """A debate in which each answer has so many reasons and objections, a few of them answered or linked."""
    claims, arguments, said, count = [], [], [], 0
    for q in range(issues):
        for a in range(answers):
            answer = f"q{q}a{a}"
            claims.append(Claim(answer, texts.answer.format(n=q * answers + a + 1) + ".", answers=(f"q{q}",)))
            for r in range(reasons if q == 0 else 2):
                count += 1
                node = f"{answer}r{r}"
                bearing = Bearing.ATTACKS if r % 3 == 2 else Bearing.SUPPORTS
                at = (Passage("text", f"s{count % 5 + 1}.p1.s{count}"),)
                claims.append(Claim(node, texts.reason.format(n=count), texts.label.format(n=count), at=at))
                linked = (f"{answer}r{r - 1}",) if r % 4 == 1 else ()
                arguments.append(Argument(f"{node}/{answer}", (node, *linked), bearing, answer))
                if r % 5 == 4:
                    arguments.append(Argument(f"{node}/x", (node,), Bearing.ATTACKS, f"{answer}r{r - 2}"))
                act = (Act.ASSERTS, Act.ARGUES, Act.PRESENTS)[count % 3]
                said.append(Attribution(f"s{count % people}", act, node, via=("author",) if count % 2 else ()))
    speakers = tuple(
        Stakeholder(f"s{n}", texts.person.format(n=n + 1), [*StakeholderType][n % 3], role=texts.role)
        for n in range(people)
    )
    return ArgumentMap(
        title=texts.title,
        language=texts.language,
        sources=(Source("text", texts.title, author="author"),),
        sections=tuple(Section("text", f"s{n}", texts.section.format(n=n)) for n in range(1, 6)),
        issues=tuple(Issue(f"q{q}", texts.question.format(n=q + 1)) for q in range(issues)),
        claims=tuple(claims),
        arguments=tuple(arguments),
        stakeholders=(*speakers, Stakeholder("author", texts.person.format(n=0), StakeholderType.PERSON)),
        attributions=tuple(said),
    )


def undecided(argument_map: ArgumentMap) -> ArgumentMap:
    """The map with every reason in check: something it attacks attacks it."""
    mutual = [
        Argument(f"{claim.id}/own", (claim.id,), Bearing.ATTACKS, claim.id)
        for claim in argument_map.claims
        if not claim.answers
    ]
    return replace(argument_map, arguments=(*argument_map.arguments, *mutual))


def drafted(argument_map: ArgumentMap) -> ArgumentMap:
    """The map as a draft leaves it: nothing answers, nothing bears on anything, nobody has looked."""
    claims = tuple(
        replace(c, answers=(), type=ClaimType.POLICY if c.answers else None, unseen="draft, by statement")
        for c in argument_map.claims
    )
    return replace(argument_map, claims=claims, arguments=())


def _long_names(argument_map: ArgumentMap) -> ArgumentMap:
    name = "The Consolidated Association of Neighbourhood Traders and Kerbside Amenity Stewards, Chapter {n}"
    people = (replace(s, name=name.format(n=n)) for n, s in enumerate(argument_map.stakeholders))
    return replace(argument_map, stakeholders=tuple(people))


def _long_titles(argument_map: ArgumentMap) -> ArgumentMap:
    title = (
        "Whoever has to carry a heavy load over a narrow kerb in the rain of a dark November evening knows why "
        * 2
    )[:160]
    claims = tuple(replace(claim, title=title) for claim in argument_map.claims)
    return replace(argument_map, title=title, claims=claims)


_ONE = Claim("a", "Give the kerb to the trees.", answers=("q",))

SHAPES: Mapping[str, ArgumentMap] = {
    "one claim": ArgumentMap(title="Trees", issues=(Issue("q", "Who gets it?"),), claims=(_ONE,)),
    "one claim without a question": ArgumentMap(title="Trees", claims=(replace(_ONE, answers=()),)),
    "no article": replace(
        debated(),
        sources=(),
        sections=(),
        claims=tuple(replace(claim, at=()) for claim in debated().claims),
    ),
    "draft": drafted(debated(people=9)),
    "eight questions": debated(issues=8),
    "sixty people": debated(people=60, reasons=25),
    "long names": _long_names(debated()),
    "long titles": _long_titles(debated(answers=2)),
    "twelve answers": debated(answers=12),
    "forty reasons": debated(answers=2, reasons=40),
    "all undecided": undecided(debated()),
    "German": debated(GERMAN),
    "Arabic": debated(ARABIC),
    "Japanese": debated(JAPANESE),
    "Chinese": debated(CHINESE),
}
"""Each shape by its name."""
