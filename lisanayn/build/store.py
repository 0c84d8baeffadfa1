"""What is remembered between builds: of every story what lists and pages need, of every file of output/ what it was
made from.

An SQLite file in ``.lisanayn/``, so that an edit reads and writes the rows of one story and not those of ten thousand.
It is data and is checked as such: tables of any other shape, a row that is not what it should be, another version of
the program's format, or another output folder cost a full build and one warning (``Unusable``), never a wrong page.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from lisanayn.build.ledger import Key, Record
from lisanayn.disk import Disk, RealDisk
from lisanayn.problems import MachineFault

FORMAT = "1"

_TABLES = {
    "meta": "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # What every build asks of all stories stands first: SQLite reads a row from its beginning, and the rest is long.
    "stories": "CREATE TABLE stories(key TEXT PRIMARY KEY, slug TEXT NOT NULL, shown TEXT NOT NULL, "
    "seat TEXT NOT NULL, searched INTEGER NOT NULL, articles INTEGER NOT NULL, faulty INTEGER NOT NULL, "
    "since TEXT NOT NULL, until TEXT NOT NULL, problems TEXT NOT NULL, files TEXT NOT NULL, facts TEXT NOT NULL, "
    "card TEXT NOT NULL, place TEXT NOT NULL, characters TEXT NOT NULL)",
    "reads": "CREATE TABLE reads(path TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY(path, key)) "
    "WITHOUT ROWID",
    "records": "CREATE TABLE records(path TEXT PRIMARY KEY, view TEXT NOT NULL, templates TEXT NOT NULL, "
    "code TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL, stamp INTEGER NOT NULL, story TEXT NOT NULL, "
    "source TEXT NOT NULL) WITHOUT ROWID",
    "records_of": "CREATE INDEX records_of ON records(story)",
    "lessons": "CREATE TABLE lessons(key TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, "
    "place INTEGER NOT NULL, digest TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY(key, source, target)) WITHOUT ROWID",
    "products": "CREATE TABLE products(key TEXT NOT NULL, name TEXT NOT NULL, part TEXT NOT NULL, "
    "digest TEXT NOT NULL, PRIMARY KEY(key, name, part)) WITHOUT ROWID",
    "feeds": "CREATE TABLE feeds(path TEXT PRIMARY KEY, digest TEXT NOT NULL, plan TEXT NOT NULL) WITHOUT ROWID",
    "lists": "CREATE TABLE lists(path TEXT PRIMARY KEY, kind TEXT NOT NULL, terms TEXT NOT NULL, shows TEXT NOT NULL) "
    "WITHOUT ROWID",
    "uses": "CREATE TABLE uses(slug TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY(slug, path)) WITHOUT ROWID",
}

_WIDTHS = {"meta": 2, "stories": 15, "reads": 3, "records": 9, "lessons": 6, "products": 4, "feeds": 3, "uses": 2,
           "lists": 4}  # fmt: skip

Row = tuple[object, ...]


class Unusable(Exception):
    """The store cannot be used; the message says why, in words that finish "the cache cannot be used: …"."""


class Store:
    """An open store. Every method raises Unusable when the file turns out to be damaged, MachineFault when the disk
    refuses."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """``connection`` is to a file that ``open_store`` has looked at."""
        self._connection = connection
        self.is_used = bool(self.rows("SELECT 1 FROM records LIMIT 1"))
        """Whether a build has left anything in it."""

    def save(self, cache: Disk, name: str) -> None:
        """Keeps what was written since the store was opened, and goes on."""
        with _faults():
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN")
        if not isinstance(cache, RealDisk):
            cache.write(name, self._connection.serialize())

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with _faults():
            return self._connection.execute(query, values).fetchall()

    def rows_of(self, query: str, column: str, wanted: Iterable[str]) -> Iterator[Row]:
        """Rows of a query without a condition whose column is one of many texts, in no order."""
        names = list(wanted)
        for start in range(0, len(names), 500):
            some = names[start : start + 500]
            yield from self.rows(f"{query} WHERE {column} IN ({','.join('?' * len(some))})", some)

    def put(self, table: str, rows: Iterable[Row]) -> None:
        """Writes rows in the place of those with their keys."""
        marks = ",".join("?" * _WIDTHS[table])
        with _faults():
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES({marks})", rows)

    def remove(self, table: str, column: str, names: Iterable[str]) -> None:
        """Removes the rows whose column is one of the texts."""
        with _faults():
            self._connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(name,) for name in names])

    def remove_all(self, table: str) -> None:
        """Removes the rows of a table."""
        with _faults():
            self._connection.execute(f"DELETE FROM {table}")

    def clear(self) -> None:
        """Forgets everything."""
        with _faults():
            for table in _WIDTHS:
                self.remove_all(table)
            self._connection.execute("INSERT INTO meta VALUES('format', ?)", (FORMAT,))

    def meta(self) -> dict[str, str]:
        """All that is remembered once for the whole site."""
        return {str(name): str(value) for name, value in self.rows("SELECT name, value FROM meta")}

    def records(self, query: str = "", values: Sequence[object] = ()) -> dict[str, Record]:
        """Files of output/ by path; ``query`` is a condition."""
        columns = "SELECT path, view, templates, code, digest, size, stamp, story, source FROM records"
        return {
            _text(path): Record(Key(_text(view), _text(templates), _text(code)), _text(digest), _number(size),
                                _number(stamp), _text(story), _text(source))
            for path, view, templates, code, digest, size, stamp, story, source in self.rows(
                f"{columns} WHERE {query}" if query else columns, values
            )
        }  # fmt: skip

    def records_at(self, paths: Iterable[str]) -> dict[str, Record]:
        """Files of output/ at some paths."""
        names = list(paths)
        found: dict[str, Record] = {}
        for start in range(0, len(names), 500):
            some = names[start : start + 500]
            found |= self.records(f"path IN ({','.join('?' * len(some))})", some)
        return found

    def put_records(self, records: Iterable[tuple[str, Record]]) -> None:
        """Writes what is known of files of output/."""
        self.put(
            "records",
            ((path, r.key.view, r.key.templates, r.key.code, r.digest, r.size, r.stamp, r.story, r.source)
             for path, r in records),
        )  # fmt: skip


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Unusable("it is damaged")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise Unusable("it is damaged")
    return value


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as fault:
        told = str(fault)
        if "full" in told or "disk I/O" in told or "readonly" in told:
            raise MachineFault(f"the cache in .lisanayn: {told}") from fault
        raise Unusable("it is damaged") from fault
    except (sqlite3.Error, sqlite3.Warning, UnicodeError, OverflowError) as fault:
        raise Unusable("it is damaged") from fault


@contextmanager
def open_store(cache: Disk, name: str, anew: bool = False) -> Iterator[tuple[Store, str]]:
    """A store and, when what was there cannot be used, the reason in words (then the store is empty). ``anew``:
    whatever was there is given up.

    What is written is kept only by ``Store.save``; a block that is left without it leaves the file as it was.
    """
    connection, reason = (None, "") if anew else _opened(cache, name)
    if connection is None:
        _put_aside(cache, name)
        connection = _connect(cache, name)
        with _faults():
            for statement in _TABLES.values():
                connection.execute(statement)
            connection.execute("INSERT INTO meta VALUES('format', ?)", (FORMAT,))
    try:
        with _faults():
            connection.execute("BEGIN IMMEDIATE" if isinstance(cache, RealDisk) else "BEGIN")
        yield Store(connection), reason
    finally:
        connection.close()


def _opened(cache: Disk, name: str) -> tuple[sqlite3.Connection | None, str]:
    """The store that is there; None, and why it cannot be used: no reason when there is none."""
    connection = None
    try:
        connection = _connect(cache, name)
        reason = _fault_of(connection)
    except Unusable as fault:
        reason = str(fault)
    if not reason:
        return connection, ""
    if connection is not None:
        connection.close()
    return None, "" if reason == _NEW else reason


_NEW = "new"

def _connect(cache: Disk, name: str) -> sqlite3.Connection:
    with _faults():
        if isinstance(cache, RealDisk):
            os.makedirs(cache.root, exist_ok=True)
            connection = sqlite3.connect(os.path.join(cache.root, name), isolation_level=None)
        else:
            connection = sqlite3.connect(":memory:", isolation_level=None)
            data = cache.read(name) if cache.exists(name) else None
            if data == b"":
                raise Unusable("it is damaged")
            if data:
                connection.deserialize(data)
        # A store is worth no waiting for the disk: what a power cut tears is found out and costs one full build.
        for pragma in ("trusted_schema=OFF", "synchronous=NORMAL", "temp_store=MEMORY", "cell_size_check=ON"):
            connection.execute(f"PRAGMA {pragma}")
        return connection


def _fault_of(connection: sqlite3.Connection) -> str:
    """Why a file cannot be used: empty when it can, ``_NEW`` when it holds nothing yet."""
    with _faults():
        found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_autoindex%'"))
        if not found:
            return _NEW
        if found != _TABLES:
            return "it is of another version, or damaged"
        kept = connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
        return "" if kept == (FORMAT,) else "it is of another version"


def _put_aside(cache: Disk, name: str) -> None:
    """Makes room for a new store; what is no plain file is renamed, never deleted."""
    if not isinstance(cache, RealDisk):
        cache.remove(name)
        return
    for suffix in ("", "-journal", "-wal", "-shm"):
        path = os.path.join(cache.root, name + suffix)
        try:
            if os.path.isdir(path) and not os.path.islink(path):
                os.rename(path, f"{path}.{os.getpid()}.put-aside")
            elif os.path.lexists(path):
                os.unlink(path)
        except OSError as fault:
            raise MachineFault(f"{path}: {fault.strerror}") from fault

