#!/usr/bin/env python3
"""``python build.py COMMAND``: the command ``lisanayn``, from a checkout."""

import sys
from pathlib import Path

if __name__ == "__main__":
    # `python -P build.py` and a copy started from elsewhere must find the package beside this file.
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    try:
        from lisanayn.__main__ import run
    except KeyboardInterrupt:  # while it was being loaded
        sys.exit(130)
    run()
