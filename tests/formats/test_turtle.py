from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.formats import Export
from argumap.project.fidelity import read_full_map
from maps import MAPS
from triples import BASE, read_by_rdflib, read_triples, write

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_two_libraries_read_the_same_statements(argument_map: ArgumentMap) -> None:
    text = write("turtle", argument_map)
    assert read_triples(text, "turtle") == read_by_rdflib(text, "turtle")


def test_things_are_relative_to_where_the_text_lies_or_to_the_address_given() -> None:
    relative, based = (write("turtle", Export(read_full_map(), base=base)) for base in ("", BASE))
    assert "@base" not in relative
    assert based == f"@base <{BASE}> .\n{relative}"
    assert read_triples(relative, "turtle") == read_triples(based, "turtle")


def test_a_thing_is_a_paragraph() -> None:
    text = write("turtle", read_full_map())
    assert (
        "\n<#argument/wet-cellars> a aif:RA-node ;\n"
        "  aif:Premise <#claim/cellars-flood>, <#claim/water-comes-from-dam> ;\n"
        "  aif:Conclusion <#claim/drain-it> ;\n"
        "  dcterms:type <#scheme/Argument%20from%20Cause%20to%20Effect> ;\n"
    ) in text
