"""Dates on pages: by the settings of the site, for machines always Gregorian."""

from datetime import date

from lisanayn.pages.dates import day_in
from tests.pages.stories import moment, site

DAY = moment("2026-03-12")


def test_the_second_calendar_stands_beside_the_first_where_the_settings_say_so():
    facts = site(calendar=(("ar", "both"),), months=(("ar", "levantine"),))
    assert day_in(DAY, "ar", facts).text == "١٢ آذار ٢٠٢٦ (٢٣ رمضان ١٤٤٧ هـ)"
    assert day_in(DAY, "en", facts).text == "12 March 2026"


def test_machines_read_the_gregorian_day():
    assert day_in(DAY, "ar", site(calendar=(("ar", "both"),))).iso == "2026-03-12"


def test_digits_are_those_of_the_settings_in_both_calendars():
    facts = site(calendar=(("ar", "both"),), digits=(("ar", "latn"),))
    assert day_in(DAY, "ar", facts).text == "12 مارس 2026 (23 رمضان 1447 هـ)"


def test_a_day_that_the_second_calendar_does_not_know_stands_alone():
    assert day_in(date(1850, 5, 1), "en", site(calendar=(("en", "both"),))).text == "1 May 1850"
    assert day_in(None, "en", site()) is None
