"""SARIF: what code hosts need to show a finding beside its line."""

from lisanayn.problems import Location, Severity, error, note, warning, with_severities
from lisanayn.sarif import as_sarif

FOUND = [
    error("picture-missing", "there is no picture 'quay.jpg'", Location("content/مرفأ/ar.md", 7, 3), "put it there"),
    warning("credit-unknown", "'(رويتر)' is not known", Location("content/quay/ar.md", 9)),
    note("output-none", "there is no built site here", Location("output")),
]


def test_every_finding_is_a_result_under_its_rule():
    (run,) = as_sarif(FOUND)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["credit-unknown", "output-none", "picture-missing"]
    assert [(r["ruleId"], rules[r["ruleIndex"]], r["level"]) for r in run["results"]] == [
        ("picture-missing", "picture-missing", "error"),
        ("credit-unknown", "credit-unknown", "warning"),
        ("output-none", "output-none", "note"),
    ]
    assert run["results"][0]["message"]["text"] == "there is no picture 'quay.jpg'. put it there"


def test_places_are_addresses_and_lines_begin_with_one():
    places = [r["locations"][0]["physicalLocation"] for r in as_sarif(FOUND)["runs"][0]["results"]]
    assert places[0]["artifactLocation"]["uri"] == "content/%D9%85%D8%B1%D9%81%D8%A3/ar.md"
    assert [place.get("region") for place in places] == [{"startLine": 7, "startColumn": 3}, {"startLine": 9}, None]


def test_a_site_says_how_grave_a_finding_is():
    changed = with_severities(FOUND, {"picture-missing": "note", "credit-unknown": "off"})
    told = [(problem.code, problem.severity) for problem in changed]
    assert told == [("picture-missing", Severity.NOTE), ("output-none", Severity.NOTE)]
