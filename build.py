#!/usr/bin/env python3
"""``python build.py COMMAND``: the command ``lisanayn``, from a checkout."""

import sys
from pathlib import Path

if __name__ == "__main__":
    # `python -P build.py` and a copy started from elsewhere must find the package beside this file.
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    try:
        from lisanayn.cli import main

        main()
    except KeyboardInterrupt:  # while the program was still being loaded, or was ending
        sys.exit(130)
