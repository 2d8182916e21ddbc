"""The network page without a browser: what pyvis holds, and that the same map gives the same bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given as drawn
from hypothesis import settings

from argumap.model import Index
from argumap.views import VIEWS
from argumap.views.map.payload import build_debate
from argumap.views.map.pyvis_page import OPTIONS, build_page, edges, nodes
from draws import draws
from maps import HOSTILE, MAPS, TOWN, random_maps
from pages import given

if TYPE_CHECKING:
    from argumap.model import ArgumentMap
    from argumap.views.map.payload_types import Payload


def payload(argument_map: ArgumentMap) -> Payload:
    return build_debate(Index(argument_map), anchors={}, strength={})


def test_the_view_is_found_by_its_name() -> None:
    assert VIEWS["map"].file == "map.html"


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_c4_building_twice_gives_the_same_bytes(argument_map: ArgumentMap) -> None:
    assert build_page(given(argument_map)) == build_page(given(argument_map))


def test_pyvis_holds_every_card_and_stakeholder_under_a_safe_id() -> None:
    ids = [node["id"] for node in nodes(payload(HOSTILE))]
    assert ids == ["n:constructor", "n:tostring", "n:valueof", "n:hasownproperty"]
    assert {node["shape"] for node in nodes(payload(TOWN))} == {"custom"}
    assert not OPTIONS["physics"]["enabled"]


def test_pyvis_holds_the_tree_the_cross_links_and_who_speaks() -> None:
    held = [(edge["from"][2:], edge["relation"], edge["to"][2:]) for edge in edges(payload(TOWN))]
    assert ("trade-falls", "attacks", "close-it") in held
    assert ("trade-falls", "supports", "keep-open") in held
    assert ("shops", "argues", "trade-falls") in held


@drawn(random_maps())
@settings(max_examples=draws(40))
def test_every_edge_has_an_id_of_its_own_and_two_ends_that_pyvis_holds(argument_map: ArgumentMap) -> None:
    data = payload(argument_map)
    held = {node["id"] for node in nodes(data)}
    made = edges(data)
    assert len({edge["id"] for edge in made}) == len(made)
    assert {end for edge in made for end in (edge["from"], edge["to"])} <= held


def test_the_page_names_no_address_on_the_network() -> None:
    ours = re.sub(
        r'<script type="text/plain" class="library">.*?</script>', "", build_page(given(TOWN)), flags=re.DOTALL
    )
    assert set(re.findall(r"https?://[\w./]+", ours)) <= {"http://www.w3.org/2000/svg"}


def test_pyvis_is_imported_only_when_a_page_is_drawn() -> None:
    script = "import argumap.views.map, sys; print('pyvis' in sys.modules, 'jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_picture_is_offered_where_a_build_put_it_beside_the_page() -> None:
    alone, beside = (build_page(replace(given(TOWN), files=files)) for files in ((), ("picture.svg",)))
    assert 'href="./picture.svg" download' in beside
    assert "picture.svg" not in alone
