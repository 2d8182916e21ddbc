from __future__ import annotations

import pytest

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.model import Act
from foreign_files import came, check_cuts, check_refused_or_read, read

COMMENTS = """timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1593461131,Mon Jun 29 2020,0,0,50,1,1,"Drain the pond, and soon."
1593461482000,Mon Jun 29 2020,1,4,40,5,0,Keep the pond.

soon,,2,4,,,-1,The pond is ""full"" of carp.
1593461494,Mon Jun 29 2020,2,7,44,3,1,A second with the same number.
1593461494,Mon Jun 29 2020,3,7,44,3,1,
"""


def test_statements_have_their_authors_and_days_and_no_votes() -> None:
    imported = read("polis", COMMENTS)
    record = came("polis", imported)
    assert [(claim.text, claim.tags) for claim in record.claims] == [
        ("Drain the pond, and soon.", ()),
        ("Keep the pond.", ()),
        ('The pond is ""full"" of carp.', ("moderated out",)),
    ]
    assert [claim.origin.id for claim in record.claims if claim.origin] == ["0", "1", "2"]
    assert [person.name for person in record.stakeholders] == ["Participant 0", "Participant 4"]
    # Whoever said more than one thing has the id of whoever said one.
    assert [person.id for person in record.stakeholders] == ["participant-0", "participant-4"]
    assert {said.act for said in record.attributions} == {Act.ASSERTS}
    assert [said.date for said in record.attributions] == ["2020-06-29", "2020-06-29", None]
    assert record.arguments == ()


def test_counts_and_what_is_no_statement_are_told_with_their_ids() -> None:
    told = {(loss.why, loss.id) for loss in read("polis", COMMENTS).losses}
    assert told == {
        ("how many agreed and disagreed, which is no statement of anybody's", "0"),
        ("how many agreed and disagreed, which is no statement of anybody's", "1"),
        ("a second statement with an id that is taken", "line 6"),
        ("a row without a statement", "3"),
    }


def test_all_that_stood_in_the_file_is_kept() -> None:
    assert FORMATS["polis"].rejoin(read("polis", COMMENTS).kept).decode() == COMMENTS


def test_a_file_is_known_by_its_columns() -> None:
    recognise = FORMATS["polis"].recognise
    assert recognise(Foreign("x", COMMENTS.encode("utf-8-sig")))
    assert not recognise(Foreign("x", b"timestamp,datetime,comment-id,voter-id,vote\n1,2,3,4,5\n"))
    with pytest.raises(OtherTool, match="no comments"):
        read("polis", "a,b\n1,2\n")
    with pytest.raises(OtherTool, match="no comments"):
        read("polis", "")


def test_columns_that_are_not_there_and_others_that_are() -> None:
    imported = read("polis", "comment-id,comment-body,importance\n7,Drain it.,3\n")
    assert imported.map.stakeholders == ()
    assert [(loss.why, loss.id) for loss in imported.losses] == [
        ("a column that no map has a place for", "importance")
    ]


def test_a_cut_file_is_read_or_refused() -> None:
    check_cuts("polis", COMMENTS)
    check_refused_or_read("polis", b"comment-id,comment-body\n1,\xff\x81\n")
    for stamp in ("9" * 13, "9" * 15, "-1", "1e9", "٣"):
        check_refused_or_read(
            "polis", f"timestamp,comment-id,author-id,comment-body\n{stamp},1,2,Drain it.\n".encode()
        )
