"""``python -m argumap`` is the command line."""

from argumap.cli.main import main

main()
