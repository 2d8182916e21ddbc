"""Linked data read by the libraries of the field, which are development dependencies."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

from argumap.formats import FORMATS, Export

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

BASE = "https://example.org/maps/pond"
REASON = "needs pyoxigraph and rdflib, which `python3 do.py setup` installs"
FORMAT_NAMES = {"turtle": "TURTLE", "json-ld": "JSON_LD", "nanopub": "TRIG", "nt": "N_TRIPLES"}


def write(name: str, what: Export | ArgumentMap) -> str:
    writer = FORMATS[name].write
    assert writer is not None
    text = writer(what if isinstance(what, Export) else Export(what))
    assert isinstance(text, str)
    return text


def read_quads(text: str, name: str) -> list[tuple[str, str]]:
    """Each statement in N-Triples with the graph that it stands in, as pyoxigraph reads them."""
    pyoxigraph = pytest.importorskip("pyoxigraph", reason=REASON)
    kind = getattr(pyoxigraph.RdfFormat, FORMAT_NAMES[name])
    return [(str(quad.triple), str(quad.graph_name)) for quad in pyoxigraph.parse(text, kind, base_iri=BASE)]


def read_triples(text: str, name: str) -> set[str]:
    return {triple for triple, _ in read_quads(text, name)}


def read_by_rdflib(text: str, name: str) -> set[str]:
    """The statements as rdflib reads them, spelled as pyoxigraph spells them."""
    rdflib = pytest.importorskip("rdflib", reason=REASON)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # its readers use classes that it gives up
        graph = rdflib.Graph().parse(data=text, format=name, publicID=BASE)
    return read_triples(graph.serialize(format="nt"), "nt")
