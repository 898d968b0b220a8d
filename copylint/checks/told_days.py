"""Days that a story tells of in the wrong tense: past ones after its own day, future ones before it.

Only one plain form is judged, 'the court ruled on Feb. 9': a verb of happening, a few words, 'on', and the day.
Whatever can put the day into a plan (an infinitive, 'due', 'ahead of') leaves the sentence alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import regex

from copylint.checks.date_text import MONTHS, MONTHS_NEEDED, WrittenDate, written_dates
from copylint.checks.model import Look, Match, Needs, Place, whole
from copylint.checks.sentences import sentences
from copylint.checks.story_day import StoryDay, calendar_date
from copylint.document.model import Document, Segment
from copylint.expressions import expression
from copylint.values import dataclass

_HAPPENED: Final = expression(
    r"(?<![\w-])(?:(?:was|were|got)\s(?:\w+ly\s)?(?:born|killed|shot|found|held|arrested|detained|released|elected"
    r"|sworn in"
    r"|sentenced|convicted|acquitted|jailed|hanged|executed|buried|charged|injured|wounded|hurt|attacked|hit|struck|signed"
    r"|closed|opened|shut|evacuated|rescued|kidnapped|abducted|freed|deported|extradited|fired|sacked|dismissed"
    r"|published|announced|passed|approved|rejected|adopted|ratified|inaugurated|launched|discovered|seized|captured"
    r"|murdered|stabbed|taken|admitted|hospitali[sz]ed|cancell?ed|destroyed|damaged)"
    r"|ruled|died|met|arrested|resigned|voted|won|lost|closed|opened|launched|crashed|struck|began|started|ended|visited"
    r"|arrived|left|fell|rose|broke out|exploded|collapsed|attacked|rejected|passed|sank|derailed|erupted|shot|killed"
    r"|detained|seized|captured|invaded|surrendered|fled|returned|landed|flew|travell?ed|spoke|signed|quit|stepped down"
    r"|defeated|beat|married|wed|testified|appeared|pleaded|took (?:place|office|part)|came into force|took effect"
    r"|went (?:into effect|on sale|bankrupt)|protested|marched|gathered|clashed|unveiled|dismissed|convicted|sentenced"
    r"|acquitted|overturned|upheld|slumped|jumped|soared|plunged|tumbled|dropped|surged|hit a)(?![\w-])"
)
_SPOKE: Final = expression(r"(?<![\w-])(?:said|told \w+(?: \w+)?)\s$")
"""These tell of plans as well, so they count directly before the day only."""
_OTHER_VERB: Final = expression(
    r"(?<![\w-])(?:is|are|has|have|had|be|been|being|do|does|did|says?|said|told|(?:announce|propose|schedule|postpone|delay"
    r"|call|plan|invite|ask|order|agree|promise|set|book|want|hope|expect|demand|request|reschedule|slate)\w*|set|won't"
    r"|to\s(?!(?:the|an?|his|her|their|its|death|prison|jail|court|power|mark)\s)[a-z]+|for|about|over)(?![\w-])"
)
"""What between a verb of happening and a day may have drawn the day to itself."""
_PLANNED: Final = expression(
    r"(?<![\w-])(?:will|would|shall|should|may|might|could|can|must|ought|due|scheduled|planned|plans?|planning|set|expected"
    r"|expects?|slated|until|till|deadline|upcoming|coming|forthcoming|next|going|if|unless|ahead|intend\w*|hop(?:e|es|ed|ing)"
    r"|propos\w+|postpon\w*|delay\w*|reschedul\w*|tickets?|book(?:ed|ing|ings)|reserv\w+|expir\w+|start(?:s|ing)|begin(?:s|ning)"
    r"|effective|quarter|fiscal|futures|contracts?|options?|maturing|matures|film|novel|series|fiction\w*|imagin\w+"
    r"|right to|chance to|ready to|wants?|wanted|'ll|’ll)(?![\w-])",
    regex.IGNORECASE,
)
_THE: Final = expression(r"\bthe\s$")
_ON: Final = expression(r"(?<![\w-])on\s$", regex.IGNORECASE)
_IN_A_YEAR: Final = expression(
    rf"(?<![\w-])in\s(?:(?P<month>{'|'.join(MONTHS)})\s)?(?P<year>20\d\d)(?=[.,;)]|\s(?:after|and|as|but|by|when|with|at)\b|$)"
)
_WILL: Final = expression(r"(?<![\w-])(?:will|won't|is set to|are set to|is due to|are due to)\s(?P<rest>[^,;:()]*)$")
_PAST_BETWEEN: Final = expression(
    r"\b(?:\w{3,}(?:ed|wn|ught)|made|held|sent|set|left|lost|met|paid|said|told|taken|given|seen|done|gone|since|from|of|for"
    r"|after|who|which|that|whether|why|how|what|about|as|until|by|mark|remember|commemorate|appeal|review|investigate)\b"
)
_LONGEST_BETWEEN: Final = 10
"""Words between a verb and its day."""
_LONGEST_FUTURE: Final = 5
_LONGEST_SENTENCE: Final = 400
"""So much on either side of a day is looked at, in code points."""
_ANOTHER_YEAR: Final = expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CAPTION_PLANS: Final = expression(
    r"\b(?:ahead of|before|for|until|due|scheduled|upcoming|will|would|expected|planned|poster|logo|rendering|from"
    r"|tickets?|opens|premieres|airs|debuts"
    r"|to)\b",
    regex.IGNORECASE,
)

_A_DAY_TOLD: Final = Needs((MONTHS_NEEDED | {"20"},))
NEEDS: Final = {
    "after-dateline": _A_DAY_TOLD,
    "before-dateline": _A_DAY_TOLD,
    "caption-after-dateline": Needs((MONTHS_NEEDED,)),
}


@dataclass(frozen=True)
class ToldDay:
    """A day, month or year that a sentence names; `first` and `last` of it in the calendar."""

    start: int
    end: int
    first: date
    last: date
    name: str


def after_dateline(segment: Segment, look: Look, today: StoryDay | None) -> Iterator[Match]:
    """Days told in the past tense that come after the story's own."""
    if today is None:
        return
    for told, before, behind in _told_days(segment.text, today):
        if told.first > _latest(today) and _is_told_as_past(before) and not _is_plan(before, behind):
            yield _match(segment, told, today, look.document)


def before_dateline(segment: Segment, look: Look, today: StoryDay | None) -> Iterator[Match]:
    """Days that the story says will come and that lie before its own."""
    if today is None:
        return
    for told, before, _behind in _told_days(segment.text, today):
        if told.last < _earliest(today) and _is_told_as_future(before):
            yield _match(segment, told, today, look.document)


def caption_after_dateline(segment: Segment, look: Look, today: StoryDay | None) -> Iterator[Match]:
    """Captions dated after the story; a day later is a time zone's."""
    if today is None or segment.part != "caption" or _CAPTION_PLANS.search(segment.text):
        return
    for written in written_dates(segment.text):
        if _THE.search(segment.text, max(written.start - len(" the "), 0), written.start):
            continue
        day = _day_of(written, segment.text, today)
        if day is not None and day > today.day + timedelta(days=1):
            yield _match(
                segment, ToldDay(written.start, written.end, day, day, _name(written, day)), today, look.document
            )


@lru_cache(maxsize=256)
def _told_days(text: str, today: StoryDay) -> tuple[tuple[ToldDay, str, str], ...]:
    """The days told of, each with what stands before and behind it in its sentence; two rules ask for them."""
    return tuple(_days_in_sentences(text, today))


def _days_in_sentences(text: str, today: StoryDay) -> Iterator[tuple[ToldDay, str, str]]:
    told = list(_written_days(text, today))
    if today.has_year:
        told += _told_years(text)
    if not told:
        return
    starts = [start for start, _ in sentences(text)]
    for each in told:
        index = bisect_right(starts, each.start)
        start = max(starts[index - 1], each.start - _LONGEST_SENTENCE)
        end = min(starts[index] if index < len(starts) else len(text), each.end + _LONGEST_SENTENCE)
        yield each, text[start : each.start], text[each.end : end].rstrip()


def _written_days(text: str, today: StoryDay) -> Iterator[ToldDay]:
    for written in written_dates(text):
        on = written.weekdays or _ON.search(text[max(written.start - 4, 0) : written.start])
        if on and not _is_adjective(text, written.end):
            context = text[max(written.start - _LONGEST_SENTENCE, 0) : written.end + _LONGEST_SENTENCE // 2]
            day = _day_of(written, context, today)
            if day is not None:
                yield ToldDay(written.start, written.end, day, day, _name(written, day))


def _told_years(text: str) -> Iterator[ToldDay]:
    """'in July 2027' and 'in 2027'."""
    for found in _IN_A_YEAR.finditer(text):
        year, month = int(found["year"]), found["month"]
        first = date(year, MONTHS.index(month) + 1 if month else 1, 1)
        last = (first.replace(day=28) + timedelta(days=3)) if month else date(year, 12, 31)
        name_start = found.start("month") if month else found.start("year")
        yield ToldDay(name_start, found.end("year"), first, last, text[name_start : found.end("year")])


def _day_of(written: WrittenDate, context: str, today: StoryDay) -> date | None:
    """Its day; without a year the nearest, if its surroundings speak of no other year."""
    if written.year is not None:
        return calendar_date(written.day, written.month, written.year) if today.has_year else None
    day = today.nearest(written.day, written.month)
    if day is None or not today.is_surely_nearest(day):
        return None
    others = {int(year[0]) for year in _ANOTHER_YEAR.finditer(context)} - {day.year}
    return None if others else day


def _is_adjective(text: str, end: int) -> bool:
    """'on Feb. 9 charges': the day belongs to a noun behind it."""
    follows = _SMALL_WORD.match(text, end)
    return follows is not None and follows[1] not in _GOES_ON


_SMALL_WORD: Final = expression(r"\s([a-z]+)")
_GOES_ON: Final = frozenset(
    """
    after and as at because before but by during for from he if in it near of on or over she since that the they to
    under when where while who with we its his her their following amid against despite
    """.split()  # noqa: SIM905 - a list of forty one-word strings is harder to read
)


def _latest(today: StoryDay) -> date:
    """The last day that can be past: metadata is often stamped in another time zone than the story's."""
    return today.day + timedelta(days=(not today.in_dateline))


def _earliest(today: StoryDay) -> date:
    return today.day - timedelta(days=(not today.in_dateline))


def _is_told_as_past(before: str) -> bool:
    stem = _ON.sub("", before)
    if _SPOKE.search(stem if stem.endswith(" ") else f"{stem} "):
        return True
    verbs = list(_HAPPENED.finditer(before))
    if not verbs:
        return False
    between = before[verbs[-1].end() :]
    return len(between.split()) <= _LONGEST_BETWEEN and not _OTHER_VERB.search(between) and ";" not in between


def _is_plan(before: str, behind: str) -> bool:
    """Whether something in the sentence up to the comma behind the day speaks of what is to come."""
    return _PLANNED.search(before) is not None or _PLANNED.search(behind.partition(",")[0]) is not None


def _is_told_as_future(before: str) -> bool:
    will = _WILL.search(before)
    if will is None:
        return False
    return len(will["rest"].split()) <= _LONGEST_FUTURE and not _PAST_BETWEEN.search(will["rest"])


def _match(segment: Segment, told: ToldDay, today: StoryDay, document: Document) -> Match:
    values = {"date": told.name, "story_day": today.name, "day_from": today.source}
    dateline = document.of_part("dateline")
    related = (("the story's day", whole(dateline[0])),) if dateline else ()
    return Match(Place(told.start, told.end, segment), values, related=related)


def _name(written: WrittenDate, day: date) -> str:
    year = None if written.year is None else day.year
    return str(WrittenDate(0, 0, written.day, written.month, year, written.order))
