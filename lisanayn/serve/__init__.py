"""The preview: the site as it will be, on this machine, built again after each save."""

from lisanayn.serve.main import preview

__all__ = ["preview"]
