"""The site's tables: its topics, agencies and people, and the addresses that its stories had."""

from __future__ import annotations

from dataclasses import dataclass, field

from lisanayn.build.addresses import ADDRESSES_FILE, Addresses, read_addresses
from lisanayn.build.fingerprint import digest_bytes
from lisanayn.disk import Disk
from lisanayn.model.agency import AgencyTable, agency_table
from lisanayn.model.person import Person
from lisanayn.model.tag import Tag
from lisanayn.parse.tables import read_agencies, read_people, read_tags
from lisanayn.problems import Problem

TAGS_FILE = "content/tags.toml"
AGENCIES_FILE = "content/agencies.toml"
PEOPLE_FILE = "content/people.toml"
TABLE_FILES = (TAGS_FILE, AGENCIES_FILE, PEOPLE_FILE, ADDRESSES_FILE)


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables of content/ say."""

    tags: tuple[Tag, ...]
    agencies: AgencyTable
    problems: tuple[Problem, ...]
    digest: str
    """Of the files' bytes."""
    agencies_digest: str = ""
    """Of the table of agencies alone: the reading of a text depends on it."""
    people: tuple[Person, ...] = ()
    addresses: Addresses = field(default_factory=Addresses)


def read_tables(site: Disk, languages: tuple[str, ...]) -> Tables:
    """All tables; a file that is not there is an empty table."""
    tags_data, agencies_data, people_data, addresses_data = (
        site.read(path) if site.exists(path) else b"" for path in TABLE_FILES
    )
    tags, tag_problems = read_tags(tags_data, TAGS_FILE, languages)
    agencies, agency_problems = read_agencies(agencies_data, AGENCIES_FILE, languages)
    people, people_problems = read_people(people_data, PEOPLE_FILE, languages)
    addresses = read_addresses(site)
    return Tables(
        tags,
        agency_table(agencies),
        (*tag_problems, *agency_problems, *people_problems, *addresses.problems),
        digest_bytes(tags_data, agencies_data, people_data, addresses_data),
        digest_bytes(agencies_data),
        people,
        addresses,
    )


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
