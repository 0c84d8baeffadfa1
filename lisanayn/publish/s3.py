"""Publishing to storage that speaks S3: Amazon's, and any other with an endpoint of its own. Needs boto3.

Credentials come from where AWS tools look for them: the environment, the AWS configuration, the machine's role. Files
are never made public by us: who may read is the bucket's policy.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import importlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from lisanayn.problems import PublishError, RefusedPath
from lisanayn.publish.headers import cache_control, content_type
from lisanayn.publish.place import Place, parse_url
from lisanayn.publish.secrets import redact
from lisanayn.publish.store import Read, StorePublisher

_AT_ONCE = 8
"""Files on their way at one time."""
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_MISSING = frozenset({"NoSuchKey", "404", "NotFound"})

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
        answer = self._call("get_object", Key=self._prefix + path, missing=True)
        return None if answer is None else bytes(answer["Body"].read())

    def same(self, path: str, stamp: str, data: Callable[[], bytes]) -> bool:
        """See Store.same: the ETag of a file that was sent in one piece and not encrypted is its MD5."""
        return stamp == hashlib.md5(data(), usedforsecurity=False).hexdigest()

    def write(self, paths: Sequence[str], read: Read) -> Mapping[str, str]:
        """See Store.write. The storage compares what arrives with its MD5."""

        def put(path: str) -> tuple[str, str]:
            data = read(path)
            checksum = base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()
            answer = self._call(
                "put_object", Key=self._prefix + path, Body=data, ContentMD5=checksum,
                ContentType=content_type(path), CacheControl=cache_control(path),
            )  # fmt: skip
            return path, answer["ETag"].strip('"')

        return dict(_each(put, paths))

    def remove(self, paths: Sequence[str]) -> None:
        """See Store.remove."""
        _each(lambda path: self._call("delete_object", Key=self._prefix + path), paths)

    def _call(self, operation: str, missing: bool = False, **arguments: Any) -> Any:
        """The answer to a request; None for a file that is not there, when ``missing``. The library tries again."""
        errors = importlib.import_module("botocore.exceptions")
        try:
            return getattr(self._client, operation)(Bucket=self._bucket, **arguments)
        except errors.ClientError as fault:
            code = str(fault.response.get("Error", {}).get("Code", ""))
            if missing and code in _MISSING:
                return None
            raise PublishError(f"{self.name}: {_explained(code)}{redact(str(fault))}") from None
        except errors.NoCredentialsError:
            raise PublishError(
                f"{self.name}: there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a "
                "`profile` of your AWS configuration"
            ) from None
        except (errors.BotoCoreError, errors.HTTPClientError) as fault:
            raise PublishError(f"{self.name}: the connection failed again and again: {redact(str(fault))}") from None


def _each(work: Callable[[str], Result], paths: Sequence[str]) -> list[Result]:
    """Does something with each path, a few at a time; the first fault ends it."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting = [pool.submit(work, path) for path in paths]
        try:
            return [future.result() for future in waiting]
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


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
        connect_timeout=10, read_timeout=30, retries={"mode": "standard", "total_max_attempts": 5},
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
