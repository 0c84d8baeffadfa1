"""What all tests of publishing need: no pauses before a second try, and no waiting for the disk."""

import os

import pytest

from tests.publish.benches import any_bench, bench, s3_client, s3_endpoint, ssh_server

__all__ = ["any_bench", "bench", "s3_client", "s3_endpoint", "ssh_server"]


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    monkeypatch.setattr("lisanayn.publish.retry.WAITS", (0.0, 0.0, 0.0))
