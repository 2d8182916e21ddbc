from __future__ import annotations

import subprocess
import sys


def run(code: str) -> str:
    """What ``code`` prints in an interpreter of its own."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


IMPORT = "import sys; from argumap.views.map.pyvis_import import import_network; Network = import_network(); "
NAMES = "print([name for name in ('IPython', 'IPython.display', 'networkx') if name in sys.modules])"


def test_pyvis_comes_without_what_our_pages_do_not_use() -> None:
    assert run(IMPORT + NAMES) == "[]"


def test_whoever_uses_pyvis_afterwards_has_both_libraries() -> None:
    use = (
        "import networkx as nx; net = Network(notebook=True, cdn_resources='in_line');"
        "net.from_nx(nx.path_graph(3));"
        "import pyvis.network as p; print(len(net.nodes), type(p.IFrame('a.html', 1, 1)).__module__);"
    )
    assert run(IMPORT + use).endswith("3 IPython.lib.display")


def test_what_is_imported_already_stays() -> None:
    before = "import networkx, IPython.display; "
    same = "import pyvis.network as p; print(p.nx is networkx, p.IFrame is IPython.display.IFrame)"
    assert run(before + IMPORT + same) == "True True"
    assert run(before + IMPORT + NAMES) == "['IPython', 'IPython.display', 'networkx']"
