from __future__ import annotations

from argumap.model import (
    Index,
)
from argumap.query import (
    about,
)
from maps import TOWN

INDEX = Index(TOWN)


def test_about_reaches_narrower_things() -> None:
    [remark] = about(INDEX, "open-streets").remarks
    assert [node.id for node in remark.through] == ["closed-streets"]
