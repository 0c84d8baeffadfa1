"""Publishing to storage that speaks S3: Amazon's, and any other with an endpoint of its own. Needs boto3.

Credentials come from where AWS tools look for them: the environment, the AWS configuration, the machine's role. Files
are never made public by us: who may read is the bucket's policy.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import importlib
import io
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from typing import Any, TypeVar

from lisanayn.problems import PublishError, RefusedPath
from lisanayn.publish.headers import cache_control, content_type
from lisanayn.publish.place import Place, parse_url
from lisanayn.publish.retry import Passing, persist
from lisanayn.publish.secrets import redact
from lisanayn.publish.store import Read, StorePublisher

_AT_ONCE = 8
"""Files on their way at one time."""
_CONNECT_SECONDS, _READ_SECONDS = 10, 20
"""How long a storage may take to answer, and to go on answering."""
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_MISSING = frozenset({"NoSuchKey", "404", "NotFound"})
_BUSY = frozenset({"SlowDown", "RequestTimeout", "Throttling", "BadDigest", "TooManyRequests"})
"""What a storage says when the same request may do in a moment; so may any status of a fault of its own."""
_SERVER_FAULT = 500
_ENCRYPTED = ("aws:kms", "aws:kms:dsse")
"""Encryption under which an ETag tells nothing of a file's bytes."""

Result = TypeVar("Result")


class S3Store:
    """See Store. A stamp is an ETag."""

    def __init__(self, client: Any, bucket: str, prefix: str) -> None:
        """``prefix``: "", or ends in a slash; nothing outside it is looked at."""
        self.name = f"s3://{bucket}/{prefix}".rstrip("/")
        self._client, self._bucket, self._prefix = client, bucket, prefix

    def files(self) -> Mapping[str, str]:
        """See Store.files."""
        found: dict[str, str] = {}
        more: dict[str, Any] = {}
        while True:
            page = self._call("list_objects_v2", Prefix=self._prefix, **more)
            for entry in page.get("Contents", ()):
                path = entry["Key"].removeprefix(self._prefix)
                if path and not path.endswith("/"):  # consoles make empty objects that look like folders
                    found[path] = entry["ETag"].strip('"')
            if not page.get("IsTruncated"):
                return found
            more = {"ContinuationToken": page["NextContinuationToken"]}

    def read(self, path: str) -> bytes | None:
        """See Store.read."""
        return persist(lambda: self._fetched(path), self._failed)

    def _fetched(self, path: str) -> bytes | None:
        """The bytes of a file, by one request. Raises Passing."""
        errors = importlib.import_module("botocore.exceptions")
        answer = self._ask("get_object", missing=True, Key=self._prefix + path)
        try:
            return None if answer is None else bytes(answer["Body"].read())
        except (errors.BotoCoreError, OSError) as fault:
            raise Passing(redact(str(fault))) from None

    def same(self, path: str, stamp: str, data: Callable[[], bytes]) -> bool:
        """See Store.same: the ETag of a file that was sent in one piece and not encrypted is its MD5."""
        return stamp == hashlib.md5(data(), usedforsecurity=False).hexdigest()

    def write(self, paths: Sequence[str], read: Read) -> Mapping[str, str]:
        """See Store.write. The storage compares what arrives with its MD5, and we what it says that it holds."""

        def put(path: str) -> tuple[str, str]:
            data = read(path)
            digest = hashlib.md5(data, usedforsecurity=False)
            told: dict[str, Any] = {"ContentMD5": base64.b64encode(digest.digest()).decode()}
            told |= {"ContentType": content_type(path), "CacheControl": cache_control(path)}

            def once() -> str:
                # As a file: of bytes the library would send all within the seconds for a connection, or give up.
                answer = self._ask("put_object", Key=self._prefix + path, Body=io.BytesIO(data), **told)
                stamp = str(answer["ETag"].strip('"'))
                is_known = stamp == digest.hexdigest() or answer.get("ServerSideEncryption") in _ENCRYPTED
                if not is_known and self._fetched(path) != data:
                    raise Passing(f"{path} did not arrive as it was sent")
                return stamp

            return path, persist(once, self._failed)

        return dict(_each(put, paths))

    def remove(self, paths: Sequence[str]) -> None:
        """See Store.remove."""
        _each(lambda path: self._call("delete_object", Key=self._prefix + path), paths)

    def _call(self, operation: str, missing: bool = False, **arguments: Any) -> Any:
        """The answer to a request, made again when it may help; None for a file that is not there, when ``missing``."""
        return persist(lambda: self._ask(operation, missing, **arguments), self._failed)

    def _failed(self, fault: Passing) -> PublishError:
        return PublishError(f"{self.name}: the connection failed again and again: {fault}")

    def _ask(self, operation: str, missing: bool = False, **arguments: Any) -> Any:
        """The answer to one request; see _call. Raises Passing."""
        errors = importlib.import_module("botocore.exceptions")
        try:
            return getattr(self._client, operation)(Bucket=self._bucket, **arguments)
        except errors.ClientError as fault:
            code = str(fault.response.get("Error", {}).get("Code", ""))
            if missing and code in _MISSING:
                return None
            status = fault.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
            if code in _BUSY or status >= _SERVER_FAULT:
                raise Passing(redact(str(fault))) from None
            raise PublishError(f"{self.name}: {_explained(code)}{redact(str(fault))}") from None
        except errors.NoCredentialsError:
            raise PublishError(
                f"{self.name}: there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a "
                "`profile` of your AWS configuration"
            ) from None
        except (errors.HTTPClientError, errors.ConnectionError, errors.IncompleteReadError) as fault:
            raise Passing(redact(str(fault))) from None
        except errors.BotoCoreError as fault:
            raise PublishError(f"{self.name}: {redact(str(fault))}") from None


def _each(work: Callable[[str], Result], paths: Sequence[str]) -> list[Result]:
    """Does something with each path, a few at a time; the first fault ends it, and nothing is begun after it."""
    ended = threading.Event()

    def unless_ended(path: str) -> Result:
        if ended.is_set():
            raise CancelledError
        try:
            return work(path)
        except BaseException:
            ended.set()
            raise

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting = [pool.submit(unless_ended, path) for path in paths]
        try:
            faults = [future.exception() for future in waiting]
        except BaseException:  # the keyboard's
            ended.set()
            raise
    for fault in faults:
        if fault is not None and not isinstance(fault, CancelledError):
            raise fault
    return [future.result() for future in waiting]


def _explained(code: str) -> str:
    hints = {
        "NoSuchBucket": "there is no such bucket; make it first. ",
        "AccessDenied": "the credentials may not do this: they must list the bucket, and get, put and delete objects. ",
        "InvalidAccessKeyId": "the storage does not know these credentials. ",
        "SignatureDoesNotMatch": "the secret key is not the right one. ",
    }
    return hints.get(code, "")


@contextlib.contextmanager
def open_s3(place: Place) -> Iterator[StorePublisher]:
    """The publisher for ``s3://bucket/prefix``."""
    url = parse_url(place.address)
    if not _BUCKET.fullmatch(url.host) or url.user or url.port is not None:
        raise RefusedPath("s3: this is no name of a bucket; write s3://bucket or s3://bucket/folder")
    prefix = url.path.strip("/")
    if any(part in ("", ".", "..") for part in prefix.split("/")) and prefix:
        raise RefusedPath("s3: the folder in the bucket has an empty part, or climbs with ..")
    endpoint = place.options.get("endpoint_url", "")
    if endpoint and parse_url(endpoint).scheme not in ("http", "https"):
        raise RefusedPath("s3: endpoint_url is no address: write https://…")
    client = _client(place.options)
    try:
        yield StorePublisher(S3Store(client, url.host, f"{prefix}/" if prefix else ""))
    finally:
        client.close()


def _client(options: Mapping[str, str]) -> Any:
    try:
        boto3, config = importlib.import_module("boto3"), importlib.import_module("botocore.config")
    except ImportError:
        raise PublishError("publishing to S3 needs boto3: pip install 'lisanayn[s3]'") from None
    errors = importlib.import_module("botocore.exceptions")
    settings = config.Config(
        connect_timeout=_CONNECT_SECONDS, read_timeout=_READ_SECONDS, retries={"total_max_attempts": 1},
        max_pool_connections=_AT_ONCE, user_agent_extra="lisanayn",
        # Other storages do not know Amazon's newer checksums; ours is sent with every file.
        request_checksum_calculation="when_required", response_checksum_validation="when_required",
    )  # fmt: skip
    endpoint, region = options.get("endpoint_url") or None, options.get("region") or None
    try:
        session = boto3.Session(profile_name=options.get("profile") or None, region_name=region)
        # Any region will do for a storage with an endpoint of its own, but the library insists on one.
        region = session.region_name or "us-east-1"
        return session.client("s3", endpoint_url=endpoint, config=settings, region_name=region)
    except errors.BotoCoreError as fault:
        raise PublishError(f"s3: {redact(str(fault))}") from None
