"""The day that a story is written from: its dateline's date, or the date that its metadata states."""

from __future__ import annotations

from datetime import MINYEAR, date, timedelta
from functools import lru_cache
from typing import Final, Literal

from copylint.checks.date_text import A_LEAP_YEAR, WrittenDate, written_dates
from copylint.document.model import Document
from copylint.values import dataclass

Origin = Literal["dateline", "metadata", "file's name"]

_SURELY_THIS_YEAR: Final = 92
"""So many days from the story's own, a day without a year is taken for the nearest one."""
_ISO_LENGTH: Final = len("2026-02-06")


@dataclass(frozen=True)
class StoryDay:
    """A story's day and where it was taken from."""

    day: date
    """In a leap year of no meaning where the year is unknown."""
    origin: Origin
    has_year: bool = True
    in_dateline: bool = False
    """Whether day and month stand in the dateline, wherever the year was found."""

    @property
    def name(self) -> str:
        """As a message says it."""
        year = self.day.year if self.has_year else None
        return str(WrittenDate(0, 0, self.day.day, self.day.month, year, "month-first"))

    @property
    def source(self) -> str:
        """Where a message says that the day was taken from."""
        return f" (by the {'dateline' if self.in_dateline else self.origin})"

    def nearest(self, day: int, month: int) -> date | None:
        """The date with this day and month that lies nearest to the story's; None for a 30 February."""
        return nearest_date(day, month, self.day)

    def is_surely_nearest(self, day: date) -> bool:
        """Whether a date that was written without its year can be no other year's."""
        return self.distance(day).days <= _SURELY_THIS_YEAR

    def distance(self, other: date) -> timedelta:
        return abs(other - self.day)


def story_day(document: Document) -> StoryDay | None:
    """The dateline's date where it has one; a year that it lacks is the metadata's."""
    datelines = tuple(segment.text for segment in document.of_part("dateline"))
    return _told_day(datelines, metadata_day(document))


@lru_cache(maxsize=16)
def _told_day(datelines: tuple[str, ...], stated: StoryDay | None) -> StoryDay | None:
    for dateline in datelines:
        for written in written_dates(dateline):
            if written.year is not None:
                day = calendar_date(written.day, written.month, written.year)
                return StoryDay(day, "dateline", in_dateline=True) if day else stated
            if stated is not None:
                day = stated.nearest(written.day, written.month)
                return StoryDay(day, stated.origin, in_dateline=True) if day else stated
            day = calendar_date(written.day, written.month, A_LEAP_YEAR)
            return StoryDay(day, "dateline", has_year=False, in_dateline=True) if day else None
    return stated


def nearest_date(day: int, month: int, other: date) -> date | None:
    """Of the dates with this day and month the one nearest to the other date."""
    years = (other.year - 1, other.year, other.year + 1)
    dates = [each for year in years if (each := calendar_date(day, month, year))]
    return min(dates, key=lambda each: abs(each - other), default=None)


def calendar_date(day: int, month: int, year: int) -> date | None:
    """The date, if the calendar has it."""
    try:
        return date(year, month, day) if year > MINYEAR else None
    except ValueError:
        return None


def metadata_day(document: Document) -> StoryDay | None:
    """The date that the metadata states, whatever the dateline says; else the one that the file's name begins with."""
    return _stated_day(document.metadata.get("date", "").strip(), document.metadata.get("file-date", ""))


@lru_cache(maxsize=16)
def _stated_day(text: str, file_date: str) -> StoryDay | None:
    day = iso_date(text) or next(
        (
            day
            for written in written_dates(text)
            if written.year and (day := calendar_date(written.day, written.month, written.year))
        ),
        None,
    )
    if day is not None:
        return StoryDay(day, "metadata")
    day = iso_date(file_date)
    return StoryDay(day, "file's name") if day else None


def iso_date(text: str) -> date | None:
    """The date that a text begins with: 2026-02-06."""
    try:
        return date.fromisoformat(text[:_ISO_LENGTH])
    except ValueError:
        return None
