from __future__ import annotations

from argumap.model import Standard
from carneades_files import POND
from foreign_files import read


def whys(text: str) -> list[tuple[str, str]]:
    return [(loss.id, loss.why) for loss in read("carneades", text).losses]


def test_statements_are_claims_and_arguments_are_steps() -> None:
    record = read("carneades", POND).map
    texts = {claim.id: claim.text for claim in record.claims}
    assert record.title == "The mill pond"
    assert [
        (sorted(texts[p] for p in s.premises), str(s.bearing), s.scheme, s.weight) for s in record.arguments
    ] == [
        (["Cellars flood.", "The dam leaks."], "supports", "cumulative", 0.7),
        (["The carp would die."], "supports", None, None),
        (["Old leaks never end a dam."], "undercuts", None, None),
    ]


def test_what_is_not_assumed_requires_support() -> None:
    record = read("carneades", POND).map
    assert [claim.text for claim in record.claims if not claim.requires_support] == [
        "The dam leaks.",
        "Cellars flood.",
        "The carp would die.",
    ]


def test_tests_are_expected_and_an_issue_is_exclusive_with_its_standard() -> None:
    record = read("carneades", POND).map
    assert [(c.text, c.expect.status) for c in record.claims if c.expect] == [
        ("The mill pond should be drained.", "falls"),
        ("The mill pond should be kept.", "stands"),
        ("The carp would die.", "stands"),
    ]
    [issue] = record.issues
    assert (issue.question, issue.exclusive, issue.standard) == (
        "The mill pond should be drained. / The mill pond should be kept.",
        True,
        Standard.CLEAR,
    )
    assert whys(POND) == [
        ("a2", "what part each premise has in an argument"),
        ("i1", "the standard CCE, clear and convincing evidence, which counts otherwise here"),
    ]
