"""Citations: what BibTeX and CSL JSON say of a document, and every mistake with its place."""

from __future__ import annotations

import json

import pytest

from argumap.errors import CallError
from argumap.text import SourceFacts, parse_citations

FERRY = SourceFacts(
    "Should the Night Ferry be dropped? – A second look",
    ("Ottilie von Brandvold", "Harbour Board of Holm", "Jörn Løvaas"),
    "2031-03-14",
    "https://courier.example/2031/03/night-ferry",
    "The Quay Review Quarterly",
    "10.1234/qr.2031.7",
)
BIBTEX = r"""
% ours
@string{quay = "The Quay Review"}
@comment{nothing @here}
@article{night-ferry,
  author = {von Brandvold, Ottilie and {Harbour Board of Holm} and L{\o}vaas, J\"orn},
  title = "Should the {Night} Ferry be dropped? -- A second look",
  journal = quay # { Quarterly},
  year = 2031, month = mar, day = 14,
  doi = {https://doi.org/10.1234/qr.2031.7},
  url = {https://courier.example/2031/03/night-ferry},
}
"""
CSL = json.dumps(
    [
        {
            "id": "night-ferry",
            "title": "Should the Night Ferry be dropped? – A second look",
            "author": [
                {"family": "Brandvold", "given": "Ottilie", "non-dropping-particle": "von"},
                {"literal": "Harbour Board of Holm"},
                {"family": "Løvaas", "given": "Jörn"},
            ],
            "issued": {"date-parts": [["2031", 3, 14]]},
            "container-title": "The Quay Review Quarterly",
            "URL": "https://courier.example/2031/03/night-ferry",
            "DOI": "10.1234/qr.2031.7",
        }
    ],
    ensure_ascii=False,
)


@pytest.mark.parametrize("text", [BIBTEX, CSL, "\ufeff" + CSL], ids=["bibtex", "csl", "csl with a mark"])
def test_both_say_the_same_of_a_document(text: str) -> None:
    (citation,) = parse_citations(text, "refs")
    assert citation.key == "night-ferry"
    assert citation.facts == FERRY


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title = {B \\& C {\\ss}}", SourceFacts("B & C ß")),
        ("title = {A}, subtitle = {B}", SourceFacts("A: B")),
        ("title = {A}, date = {2020-05}", SourceFacts("A", published="2020-05")),
        ("title = {A}, year = {in press}", SourceFacts("A")),
        ("title = {A}, year = 2020, month = 13", SourceFacts("A", published="2020")),
        ("title = {A}, editor = {Ana Brook}", SourceFacts("A", ("Ana Brook",))),
        ("title = {A}, author = {Brook, Jr., Ana and others}", SourceFacts("A", ("Ana Brook Jr.", "and others"))),
        ("title = {\\textit{A} ``b''}", SourceFacts("A “b”")),
        ("title = {A}, howpublished = {\\url{https://a.example/x}}", SourceFacts("A", url="https://a.example/x")),
        ("title = {A}, url = {javascript:alert(1)}", SourceFacts("A")),
        ("title = {A}, publisher = {Hus}, journal = {J}", SourceFacts("A", publisher="Hus")),
    ],
)
def test_a_field_means_what_it_says(fields: str, expected: SourceFacts) -> None:
    assert parse_citations(f"@misc{{k, {fields}}}", "refs.bib")[0].facts == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@article{a,\n title = {x", ["refs:2:10: the value of title is not closed; end it with }"]),
        ("@article{, title={x}}", ["refs:1:10: the entry has no key"]),
        ("@article{a,\n title = , year = 2}", ["refs:2:10: title has no value; write `title = {…}`"]),
        ("@article{a, title={x} year=1999}", ["refs:1:22: the entry is not closed, or a comma is missing"]),
        ("@a{a, title = ,}\n@b{, x=1}", ["refs:1:15: title has no value", "refs:2:4: the entry has no key"]),
        ("Brook, Ana (2031)", ["refs: there is no entry"]),
        ("{", ["refs:1:2: this is no JSON"]),
        ("[1]", ["refs: each reference of CSL JSON has a `title`"]),
        ("[]", ["refs: each reference of CSL JSON has a `title`"]),
        ("[" * 100_000, ["refs nests too deep"]),
    ],
)
def test_each_mistake_has_its_place_and_remedy(text: str, told: list[str]) -> None:
    with pytest.raises(CallError) as raised:
        parse_citations(text, "refs")
    lines = str(raised.value).splitlines()
    assert [any(line.startswith(start) for line in lines) for start in told] == [True] * len(told)


@pytest.mark.parametrize("text", ["@a{k, t = {" + "{" * 5_000, "@a{k, " + "t = 1 # " * 5_000, "@a(" * 5_000])
def test_what_is_made_to_be_long_ends(text: str) -> None:
    with pytest.raises(CallError):
        parse_citations(text, "refs")
