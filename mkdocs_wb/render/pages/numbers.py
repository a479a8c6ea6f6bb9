"""The portfolio in numbers, as pictures and as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from ...lifecycle import Status
from ...model import Verdict
from ...portfolio import figures
from ...portfolio.figures import Reach, YearOfTimes
from ..chart import Bar, draw_bars, draw_columns
from ..generated import GeneratedPage
from ..site import Site
from ..views import count_noun, find_tone, find_verdict_tone, name_status, name_verdict

_YEARS = 8  # as many columns as can be read on a phone
_AGES = ("< 1 mo", "1–3", "3–6", "6–12", "> 1 yr")
_GROWTHS = ("Nothing added", "Up to 5\u202f%", "5 to 10\u202f%", "10 to 20\u202f%", "20 to 50\u202f%", "More than half")
_REACHES = {
    Reach.PROPOSED: ("Proposed", "idea"),
    Reach.REVIEWED: ("Reviewed", "review"),
    Reach.APPROVED: ("Approved", "committed"),
    Reach.LAUNCHED: ("Launched", "launched"),
}


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture under its heading."""

    heading: str
    picture: Markup


@dataclass(frozen=True, slots=True)
class Section:
    """What the figures say in a sentence, their pictures, and the same figures as a table.

    `wanted` is what the index shows of it, by the keys of its address.
    """

    title: str
    says: str
    charts: tuple[Chart, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    wanted: Mapping[str, str] = field(default_factory=dict)


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, where there is something to count."""
    sections = [section for make in (_status, _decisions, _times, _scope, _ages) for section in make(site)]
    if sections:
        yield GeneratedPage("numbers.md", "Numbers", "numbers.html", {"sections": sections}, tab="Numbers")


def _status(site: Site) -> Iterator[Section]:
    total = len(site.portfolio.entries)
    if not total:
        return
    now = figures.count_statuses(site.portfolio, site.lifecycle)
    reached = figures.count_reached(site.portfolio.entries)
    approved, launched = dict(reached)[Reach.APPROVED], dict(reached)[Reach.LAUNCHED]
    reach = [Bar(_REACHES[step][0], number, _share(number, total), _REACHES[step][1]) for step, number in reached]
    stand = [Bar(name_status(status), number, "", find_tone(status)) for status, number in now]
    yield Section(
        "From idea to launch",
        f"Of {count_noun(total, 'proposal')}, {approved:,} came as far as an approval and {launched:,} {'was' if launched == 1 else 'were'} launched.",
        (
            Chart("How far they came", draw_bars("How many proposals came how far", reach)),
            Chart("Where they stand", draw_bars("How many proposals have which status", stand)),
        ),
        ("", "Proposals"),
        (*((f"came to: {bar.name}", bar.value) for bar in reach), *((f"now: {bar.name}", bar.value) for bar in stand)),
    )


def _decisions(site: Site) -> Iterator[Section]:
    years = figures.count_decisions(site.portfolio.events)
    if not years:
        return
    latest = years[-1]
    shown = years[-_YEARS:]
    most = max(max(year.approved, year.let_go) for year in shown)
    yield Section(
        "Decisions",
        f"In {latest.year}, {count_noun(latest.approved, 'approval')} and {count_noun(latest.let_go, 'idea')} let go.",
        (
            _columns("Approvals by year", [(year.year, year.approved) for year in shown], "committed", most),
            _columns("Ideas let go by year", [(year.year, year.let_go) for year in shown], "closed", most),
        ),
        ("Year", "Approvals", "Let go"),
        tuple((str(year.year), year.approved, year.let_go) for year in reversed(years)),
    )


def _times(site: Site) -> Iterator[Section]:
    approvals, launches = figures.measure_approvals(site.portfolio), figures.measure_launches(site.portfolio)
    told = [
        f"from the {span} took {count_noun(years[-1].days, 'day')} in {years[-1].year}"
        for span, years in (("first draft to the approval", approvals), ("approval to the launch", launches))
        if years
    ]
    if not told:
        return
    most = max(year.days for years in (approvals, launches) for year in years[-_YEARS:])
    yield Section(
        "How long it takes",
        f"In the median, the way {'; the way '.join(told)}.",
        tuple(
            _columns(heading, [(year.year, year.days) for year in years[-_YEARS:]], tone, most)
            for heading, tone, years in (
                ("Median days from draft to approval", "committed", approvals),
                ("Median days from approval to launch", "launched", launches),
            )
            if years
        ),
        ("Year", "Draft to approval: median days", "Cases", "Approval to launch: median days", "Cases"),
        tuple(_rows(approvals, launches)),
    )


def _rows(approvals: Sequence[YearOfTimes], launches: Sequence[YearOfTimes]) -> Iterator[tuple[str | int, ...]]:
    first, second = ({year.year: year for year in years} for years in (approvals, launches))
    for year in sorted({*first, *second}, reverse=True):
        cells = ((found.days, found.cases) if found else ("", "") for found in (first.get(year), second.get(year)))
        yield (str(year), *(cell for pair in cells for cell in pair))


def _scope(site: Site) -> Iterator[Section]:
    verdicts = figures.count_verdicts(site.portfolio.entries)
    total = sum(number for _, number in verdicts)
    if not total:
        return
    crept = dict(verdicts).get(Verdict.CREEP, 0)
    growth = list(zip(_GROWTHS, figures.spread_growth(site.portfolio.entries), strict=True))
    bars = [
        Bar(name_verdict(verdict), number, _share(number, total), find_verdict_tone(verdict))
        for verdict, number in verdicts
    ]
    grown = [Bar(name, number, "", "launched" if not index else "alarm") for index, (name, number) in enumerate(growth)]
    yield Section(
        "Scope of what is approved",
        f"{crept:,} of {count_noun(total, 'approved proposal')} promise{'s' if crept == 1 else ''} more than was approved, or something else.",
        (
            Chart("Verdicts", draw_bars("How many approved proposals have which verdict", bars)),
            Chart("Words added since", draw_bars("How many approved proposals have grown by how much", grown)),
        ),
        ("", "Approved proposals"),
        tuple((bar.name, bar.value) for bar in (*bars, *grown)),
        {"scope": Verdict.CREEP.value, "let_go": "yes"} if crept else {},
    )


def _ages(site: Site) -> Iterator[Section]:
    spread = figures.spread_ages(site.portfolio)
    if not spread:
        return
    total = sum(sum(steps) for _, steps in spread)
    stuck = sum(sum(steps[-2:]) for _, steps in spread)
    most = max(max(steps) for _, steps in spread)
    yield Section(
        "Work under way, by age",
        f"{stuck:,} of {count_noun(total, 'proposal')} under way {'has' if stuck == 1 else 'have'} not moved for half a year.",
        tuple(Chart(status.label, _draw_ages(status, steps, most)) for status, steps in spread),
        ("Status", "up to 1 month", "1 to 3 months", "3 to 6 months", "6 to 12 months", "over a year"),
        tuple((status.label, *steps) for status, steps in spread),
    )


def _draw_ages(status: Status, steps: Sequence[int], most: int) -> Markup:
    columns = [Bar(name, number, "", find_tone(status)) for name, number in zip(_AGES, steps, strict=True)]
    return draw_columns(f"How long proposals have been {status.label.lower()}, in months", columns, most)


def _columns(heading: str, years: Sequence[tuple[int, int]], tone: str, most: int) -> Chart:
    return Chart(heading, draw_columns(heading, [Bar(str(year), number, "", tone) for year, number in years], most))


def _share(number: int, total: int) -> str:
    return f"{number / total * 100:.0f}\u202f%"
