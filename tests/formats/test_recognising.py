"""A file is known to be in one format only, whatever reads it."""

from __future__ import annotations

import pytest

from argumap.formats import FORMATS, Export, Foreign
from argumap.project.fidelity import read_full_map
from maps import CYCLE, TOWN

MAPS = {"full": read_full_map(), "town": TOWN, "cycle": CYCLE}
BOTH = [name for name, plug_in in FORMATS.items() if plug_in.read and plug_in.write]
ONLY_READ = {
    "opml": '<opml version="2.0"><body><outline text="Pro: A."/></body></opml>',
    "polis": "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,0,0,1,1,1,Drain it.\n",
}
TABLES = {
    "edges": "from,to,relation\nA.,B.,supports\n",
    "parents": "Nr;Aussage;Bezug;Pro/Kontra\n1;Ja.;;\n2;Nein.;1;contra\n",
    "claims": "who\tstatement\nAnn\tDrain it.\n",
}
OUTLINES = {
    "headings": "# Drain it?\n\n- Yes.\n  - Pro: It leaks.\n",
    "signs": "Drain it\n\n+ It leaks.\n- Carp die.\n",
    "sides": "Pros:\n- It leaks.\n\nCons:\n- Carp die.\n",
}


def known(data: bytes) -> list[str]:
    return [
        name for name, plug_in in FORMATS.items() if plug_in.read and plug_in.recognise(Foreign("a file", data))
    ]


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("drawn", MAPS)
def test_what_a_format_writes_is_known_to_be_in_no_other(name: str, drawn: str) -> None:
    plug_in = FORMATS[name]
    assert plug_in.write is not None
    written = next(iter(plug_in.files(plug_in.write(Export(MAPS[drawn]))).values()))
    assert set(known(written.encode())) <= {name}


@pytest.mark.parametrize("text", [*TABLES.values(), *OUTLINES.values(), *ONLY_READ.values()])
def test_what_people_write_themselves_is_known_to_be_in_one(text: str) -> None:
    meant = {**dict.fromkeys(TABLES.values(), "table"), **dict.fromkeys(OUTLINES.values(), "markdown")}
    meant |= {text: name for name, text in ONLY_READ.items()}
    assert known(text.encode()) == [meant[text]]


@pytest.mark.parametrize("text", ["", "words\n", "{}", "[]", "<a/>", "a,b\n1,2\n", "- a\n- b\n", "x: 1\ny: 2\n"])
def test_what_could_be_anything_is_in_none(text: str) -> None:
    assert known(text.encode()) == []
