"""The day that a story is written from: its dateline's date, or the date that its metadata states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta
from typing import Final, Literal

from copylint.checks.date_text import written_dates
from copylint.document.model import Document

Origin = Literal["dateline", "metadata"]

_A_LEAP_YEAR: Final = 2024
_ISO_LENGTH: Final = len("2026-02-06")


@dataclass(frozen=True)
class StoryDay:
    """A story's day and where it was taken from."""

    day: date
    """In a leap year of no meaning where the year is unknown."""
    origin: Origin
    has_year: bool = True

    def nearest(self, day: int, month: int) -> date | None:
        """The date with this day and month that lies nearest to the story's; None for a 30 February."""
        years = (self.day.year - 1, self.day.year, self.day.year + 1)
        dates = [each for year in years if (each := calendar_date(day, month, year))]
        return min(dates, key=self.distance, default=None)

    def distance(self, other: date) -> timedelta:
        return abs(other - self.day)


def story_day(document: Document) -> StoryDay | None:
    """The dateline's date where it has one; a year that it lacks is the metadata's."""
    stated = _metadata_date(document)
    for segment in document.of_part("dateline"):
        for written in written_dates(segment.text):
            if written.year is not None:
                day = calendar_date(written.day, written.month, written.year)
                return StoryDay(day, "dateline") if day else stated
            if stated is not None:
                day = stated.nearest(written.day, written.month)
                return StoryDay(day, "metadata") if day else stated
            day = calendar_date(written.day, written.month, _A_LEAP_YEAR)
            return StoryDay(day, "dateline", has_year=False) if day else None
    return stated


def calendar_date(day: int, month: int, year: int) -> date | None:
    """The date, if the calendar has it."""
    try:
        return date(year, month, day) if year > MINYEAR else None
    except ValueError:
        return None


def _metadata_date(document: Document) -> StoryDay | None:
    text = document.metadata.get("date", "").strip()
    try:
        return StoryDay(date.fromisoformat(text[:_ISO_LENGTH]), "metadata")
    except ValueError:
        pass
    for written in written_dates(text):
        day = calendar_date(written.day, written.month, written.year) if written.year else None
        return StoryDay(day, "metadata") if day else None
    return None
