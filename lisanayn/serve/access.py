"""Who may look at the preview: the person who started it, and no web page that happens to be open beside it.

A page from anywhere can make the browser ask 127.0.0.1 for something. It gives itself away by the names it uses: the
Host header names the site the browser believes to be talking to (a name of its own that was made to point here: DNS
rebinding), the Origin header names the page that opens a socket.
"""

from __future__ import annotations

import ipaddress
import re

from lisanayn.record import record

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9.-]{1,253})(?::[0-9]{1,5})?")


@record
class Access:
    """What a preview answers to."""

    names: frozenset[str]
    """Host names and addresses."""
    any_address: bool = False
    """Whether any numeric address will do: the preview is open to the network, under addresses it cannot know. A
    rebound name is never numeric."""

    def allows_host(self, header: str) -> bool:
        """Whether a Host header (``localhost:8000``) names this preview."""
        match = _HOST.fullmatch(header)
        if not match:
            return False
        name = _plain(match[1])
        return name in self.names or (self.any_address and _is_address(name))

    def allows_origin(self, origin: str, host: str) -> bool:
        """Whether an Origin header is that of a page of this preview itself; ``host``: the request's Host header."""
        return self.allows_host(host) and origin.lower() == f"http://{host.lower()}"


def access_for(host: str) -> Access:
    """What a preview that listens at ``host`` answers to."""
    return Access(LOOPBACK | ({_plain(host)} - _EVERYWHERE), host in _EVERYWHERE)


def is_private(host: str) -> bool:
    """Whether only this machine can reach what listens at ``host``."""
    name = _plain(host)
    return name == "localhost" or (_is_address(name) and ipaddress.ip_address(name).is_loopback)


def _plain(name: str) -> str:
    """One spelling for a name: no brackets, small letters, addresses in their shortest form."""
    name = name.strip("[]").lower()
    return str(ipaddress.ip_address(name)) if _is_address(name) else name


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
