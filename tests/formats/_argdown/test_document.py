from __future__ import annotations

from argumap.formats._argdown.document import ArgdownDocument, Ref, RelationKind, Sort, Wording


def test_an_element_is_called_as_argdown_calls_it() -> None:
    assert [str(Ref(Sort.STATEMENT, "A")), str(Ref(Sort.ARGUMENT, "A")), str(Ref(Sort.INFERENCE, "A", 3))] == [
        "[A]",
        "<A>",
        "<A> (3)",
    ]


def test_what_has_no_title_is_numbered() -> None:
    document = ArgdownDocument()
    made = [document.make(Sort.STATEMENT), document.make(Sort.ARGUMENT), document.make(Sort.STATEMENT, "A")]
    assert [element.ref.title for element in made] == ["Untitled 1", "Untitled 2", "A"]


def test_the_last_wording_counts_unless_one_is_canonical() -> None:
    element = ArgdownDocument().make(Sort.STATEMENT, "A")
    element.wordings = [Wording(0, "one"), Wording(1, "two"), Wording(2, "", is_reference=True)]
    assert element.main is element.wordings[1]
    element.wordings[0].data = {"isCanonical": "true"}
    assert element.main is element.wordings[0]
    assert ArgdownDocument().make(Sort.STATEMENT, "B").main is None


def test_a_section_is_that_of_the_first_wording_where_nothing_else_tells() -> None:
    document = ArgdownDocument()
    element = document.make(Sort.STATEMENT, "A")
    element.wordings = [Wording(0, section=2)]
    document.relate(RelationKind.SUPPORT, element.ref, element.ref)
    document.finish()
    assert element.section == 2
    assert len(document.relations) == 1
