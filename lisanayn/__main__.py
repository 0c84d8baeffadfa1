"""``python -m lisanayn``: the same as the command ``lisanayn``."""

import sys

if __name__ == "__main__":
    # Python looks first where it was started, which may be a folder of articles from elsewhere: a jinja2.py that lies
    # there is no part of the program. (Not needed for the command, whose first place is its own folder.)
    if not sys.flags.safe_path:
        del sys.path[0]
    try:
        from lisanayn.cli import main

        main()
    except KeyboardInterrupt:  # while the program was still being loaded, or was ending
        sys.exit(130)
