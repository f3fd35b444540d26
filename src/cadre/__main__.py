"""`python -m cadre` is the command `cadre`."""

from cadre.cli import main

main()
