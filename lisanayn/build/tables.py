"""The site's tables: its topics and its agencies."""

from __future__ import annotations

from dataclasses import dataclass

from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import Disk
from lisanayn.model.agency import AgencyTable, agency_table
from lisanayn.model.tag import Tag
from lisanayn.parse.tables import read_agencies, read_tags
from lisanayn.problems import Problem

TAGS_FILE = "content/tags.toml"
AGENCIES_FILE = "content/agencies.toml"


@dataclass(frozen=True, slots=True)
class Tables:
    """What content/tags.toml and content/agencies.toml say."""

    tags: tuple[Tag, ...]
    agencies: AgencyTable
    problems: tuple[Problem, ...]
    digest: str
    """Of the two files' bytes."""


def read_tables(site: Disk, languages: tuple[str, ...]) -> Tables:
    """Both tables; a file that is not there is an empty table."""
    tags_data, agencies_data = (site.read(path) if site.exists(path) else b"" for path in (TAGS_FILE, AGENCIES_FILE))
    tags, tag_problems = read_tags(tags_data, TAGS_FILE, languages)
    agencies, agency_problems = read_agencies(agencies_data, AGENCIES_FILE, languages)
    problems = (*tag_problems, *agency_problems)
    return Tables(tags, agency_table(agencies), problems, digest_bytes(tags_data, agencies_data))


def names_of(tables: Tables) -> tuple[tuple[str, str], ...]:
    """(name as printed, what it names) for every topic and agency, in all languages: sentences that hold the
    names of one thing probably translate each other."""
    tags = [(name, f"tag:{tag.id}") for tag in tables.tags for name in (*dict(tag.names).values(), *tag.aliases)]
    agencies = [
        (name, f"agency:{agency.id}")
        for agency in tables.agencies.agencies
        for name in (*dict(agency.names).values(), *agency.aliases)
    ]
    return (*tags, *agencies)
