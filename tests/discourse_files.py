"""Small discourse graphs, written as the plug-in for Roam is defined to export them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argumap.formats import FORMATS, Export, Foreign, Imported

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

CONTEXT = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "sioc": "http://rdfs.org/sioc/ns#",
    "dgb": "https://discoursegraphs.com/schema/dg_base",
    "title": "dc:title",
    "label": "rdfs:label",
    "modified": "dc:modified",
    "created": "dc:date",
    "creator": "dc:creator",
    "content": "sioc:content",
    "source": "dgb:source",
    "destination": "dgb:destination",
    "predicate": "rdf:predicate",
    "nodeSchema": "dgb:NodeSchema",
    "relationDef": "dgb:RelationDef",
    "relationInstance": "dgb:RelationInstance",
    "pages": "https://example.org/#/app/pond/page/",
}
PAGE = "https://example.org/#/app/pond/page/"
SCHEMAS = {
    "_CLM-node": "Claim",
    "_QUE-node": "Question",
    "_EVD-node": "Evidence",
    "_SRC-node": "Source",
    "pat": "Pattern",
}
RELATIONS = {
    "sup": "Supports",
    "sup-inverse": "Supported By",
    "opp": "Opposes",
    "inf": "Informs",
    "adr": "Addresses",
}
PAGES = [
    ("q1", "_QUE-node", "[[QUE]] - May the mill pond be drained?", "Ida Rask"),
    ("c1", "_CLM-node", "[[CLM]] - The mill pond should be drained.", "Ida Rask"),
    ("c2", "_CLM-node", "[[CLM]] - The dam lets water through.", "Bo Lind"),
    ("e1", "_EVD-node", "[[EVD]] - Eleven cracks were counted in March. - [[@survey2024]]", "Bo Lind"),
    ("s1", "_SRC-node", "@survey2024", "Bo Lind"),
    ("p1", "pat", "[[PTN]] - Old dams", "Bo Lind"),
]
LINKS = [
    ("sup", "c2", "c1"),
    ("sup-inverse", "c2", "e1"),
    ("opp", "e1", "c1"),
    ("inf", "e1", "q1"),
    ("adr", "c1", "q1"),
]


def roam() -> dict[str, object]:
    """A graph of three claims, one of them evidence, with a question and a source."""
    graph: list[dict[str, object]] = [
        {"@id": f"pages:{uid}", "@type": "nodeSchema", "label": label, "content": ""}
        for uid, label in SCHEMAS.items()
    ]
    graph += ({"@id": f"pages:{uid}", "@type": "relationDef", "label": label} for uid, label in RELATIONS.items())
    graph += (
        {
            "@id": f"pages:{uid}",
            "@type": f"pages:{kind}",
            "title": title,
            "content": f"Notes on {uid}.",
            "modified": "2024-04-01T10:00:00.000Z",
            "created": "2024-03-02T09:00:00.000Z",
            "creator": creator,
        }
        for uid, kind, title, creator in PAGES
    )
    graph += (
        {
            "@type": "relationInstance",
            "predicate": f"pages:{p}",
            "source": f"pages:{s}",
            "destination": f"pages:{d}",
        }
        for p, s, d in LINKS
    )
    return {"@context": CONTEXT, "@id": "https://example.org/#/app/pond", "@graph": graph}


def foreign(value: object) -> Foreign:
    return Foreign("pond.json", json.dumps(value).encode())


def read(value: object) -> Imported:
    reader = FORMATS["discourse-graphs"].read
    assert reader is not None
    return reader(foreign(value))


def write(what: ArgumentMap | Export) -> str:
    writer = FORMATS["discourse-graphs"].write
    assert writer is not None
    text = writer(what if isinstance(what, Export) else Export(what))
    assert isinstance(text, str)
    return text
