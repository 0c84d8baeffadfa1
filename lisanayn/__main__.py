"""``python -m lisanayn``: the same as the command ``lisanayn``."""

from lisanayn.cli import main

if __name__ == "__main__":
    main()
