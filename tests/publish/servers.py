"""An SSH server on loopback, in a process of its own: it serves SFTP, and runs the programs of this machine.

Run as a program, it serves: ``python -m tests.publish.servers FOLDER`` prints its port.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import asyncssh

ROOT = Path(__file__).parent.parent.parent


class SshServer:
    """A server that accepts one key. Its umask is as strict as can be."""

    def __init__(self, folder: Path, within: Sequence[str] = ()) -> None:
        """``folder``: where keys are put; also the home folder of who logs in. ``within``: the words of a command that
        runs another, and so the server."""
        folder.mkdir(parents=True, exist_ok=True)
        self.identity, self.known_hosts = folder / "a key", folder / "known hosts"
        host_key = asyncssh.generate_private_key("ssh-ed25519")
        host_key.write_private_key(str(folder / "host"))
        client = asyncssh.generate_private_key("ssh-ed25519")
        client.write_private_key(str(self.identity))
        client.write_public_key(str(folder / "authorized"))
        self.identity.chmod(0o600)
        command = [*within, sys.executable, "-m", "tests.publish.servers", str(folder)]
        log = (folder / "log").open("wb")
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, cwd=ROOT, text=True)
        log.close()
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        self.known_hosts.write_text(f"[127.0.0.1]:{self.port} {host_key.export_public_key().decode()}")

    def table(self, scheme: str, path: str) -> str:
        """A [publish.live] table for a folder of this server."""
        return (
            f'[publish.live]\ntarget = "{scheme}://root@127.0.0.1:{self.port}{path}"\n'
            f'identity = "{self.identity}"\nknown_hosts = "{self.known_hosts}"\n'
        )

    @property
    def process(self) -> int:
        """Its number."""
        return self._process.pid

    def close(self) -> None:
        """Ends the server."""
        self._process.kill()
        self._process.communicate()


async def _program(process: Any) -> None:
    """Runs one program for a client, as a shell would."""
    pipe = subprocess.PIPE
    child = subprocess.Popen(process.command, shell=True, stdin=pipe, stdout=pipe, stderr=pipe)
    await process.redirect(stdin=child.stdin, stdout=child.stdout, stderr=child.stderr)
    await process.stdout.drain()
    process.exit(await asyncio.get_running_loop().run_in_executor(None, child.wait))


async def _serve(folder: Path) -> None:
    server = await asyncssh.listen(
        "127.0.0.1", 0, server_host_keys=[str(folder / "host")], authorized_client_keys=str(folder / "authorized"),
        sftp_factory=True, process_factory=_program, encoding=None,
    )  # fmt: skip
    print(server.get_port(), flush=True)
    await server.wait_closed()


if __name__ == "__main__":
    os.umask(0o077)
    os.chdir(sys.argv[1])
    asyncio.run(_serve(Path(sys.argv[1])))
