"""Puts a finished site online: compares it with what the target holds, and changes only what differs."""

from lisanayn.publish.difference import Difference
from lisanayn.publish.run import publish_site
from lisanayn.publish.target import PUBLISHERS

__all__ = ["PUBLISHERS", "Difference", "publish_site"]
