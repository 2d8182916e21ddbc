"""``python -m argumap`` is the command line."""

from argumap.cli import main

main()
