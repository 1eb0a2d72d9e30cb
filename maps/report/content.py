"""What the report says, in the order of its pages. Every number is asked of the balance room then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from data.balance.composite import rank
from data.balance.evaluate import INDEX, Side, column
from data.balance.groups import By
from data.balance.index import IndexSide, index_sensitivity
from data.model import Layer, Place
from data.project import Project
from maps.attribution import made_line
from maps.charts.catalogue import ChartId
from maps.charts.chart import ChartContext
from maps.context import Context
from maps.definition_words import definition_words
from maps.geometry import Atlas
from maps.logo import read_logo
from maps.page import PageSize
from maps.plate import Plate
from maps.report import circle_page, method
from maps.report.findings import findings
from maps.report.model import ChartBlock, Map, Page, Report, Row, Table, Text
from maps.report.words import Speaker
from maps.sheet_spec import SheetSpec
from maps.texts import Texts
from maps.theme import THEMES
from maps.view import READY_VIEWS, MapView, ThemeName, ViewName
from maps.words import definition_line, overlap_rule

SCORED = (
    "population",
    "ai_operating",
    "ai_per_100k",
    "coverage_5g",
    "speed_4g",
    "telemedicine_points",
    "telemedicine_within_10km",
    "hospital_within_10km",
    "beds_e2sfca",
)
"""Indicators of the scorecard; the index and its rank follow."""

REACH = (
    "hospital_nearest_km",
    "hospital_within_10km",
    "hospital_within_20km",
    "hospital_within_30km",
    "telemedicine_nearest_km",
    "telemedicine_within_10km",
    "telemedicine_within_20km",
    "telemedicine_within_30km",
    "beds_e2sfca",
)


def report_of(
    project: Project,
    atlas: Atlas,
    texts: Texts,
    page: PageSize,
    theme: ThemeName = "print",
    spec: SheetSpec = SheetSpec(),
) -> Report:
    """Return the report on a project: cover, overview, scorecard, layers, index, circles, access, inequality, targets,
    method and sources. ``spec`` gives date, calendar, logo, author and, as its title, that of the report.

    Raises InputError for a logo that cannot be read.
    """
    speaker = Speaker(project, texts)
    maker = _Maker(speaker, atlas, page, theme, spec)
    title = " ".join(spec.words("title").split()) or speaker.translate("Report", "Regional balance of the life circles")
    pages = (
        maker.cover(title),
        maker.whole("overview", speaker.translate("Report", "Overview")),
        maker.scorecard(),
        maker.whole("ai", speaker.translate("Report", "AI industry")),
        maker.whole("broadband", speaker.translate("Report", "Broadband")),
        maker.whole("telemedicine", speaker.translate("Report", "Telemedicine")),
        maker.index(),
        *(maker.circle(circle) for circle in project.definition.circles),
        maker.access(),
        method.inequality_page(speaker, maker.chart("lorenz", "beds_e2sfca")),
        *method.target_pages(speaker),
        method.method_page(speaker),
    )
    used = tuple(dict.fromkeys(source for one in pages for source in one.sources))
    return Report(title, texts.language, spec.author, (*pages, *method.source_pages(speaker, used)))


class _Maker:
    """Makes the pages that have maps; what they share is given once."""

    def __init__(self, speaker: Speaker, atlas: Atlas, page: PageSize, theme: ThemeName, spec: SheetSpec) -> None:
        self.speaker = speaker
        self.atlas = atlas
        self.page = page
        self.theme: ThemeName = theme
        self.spec = spec
        self.layout = replace(spec, texts={}, date=None, logo=None, extent=None)

    def view(self, name: ViewName, **changes: Any) -> MapView:
        """Return a ready view in the language, theme and side of the report."""
        side: Side = "baseline" if self.speaker.project.scenario.is_empty else "scenario"
        ready = READY_VIEWS[name]
        return replace(ready, language=self.speaker.language, theme=self.theme, side=side, **changes)

    def plate(self, view: MapView) -> Plate:
        return Plate(self.speaker.project, view, self.atlas, self.page, self.layout)

    def chart(self, chart: ChartId, indicator: str, by: By = "town") -> ChartBlock:
        """Return a chart; how large it is its page decides."""
        project, texts, theme = self.speaker.shown, self.speaker.texts, THEMES[self.theme]
        return ChartBlock(chart, ChartContext(project, texts, theme, 0, 0, indicator, by=by, paper=True))

    def cover(self, title: str) -> Page:
        """Return the first page: what it is about, of when, by which rules; and the country."""
        speaker, project = self.speaker, self.speaker.project
        context = Context(project, self.view("overview"), self.atlas, speaker.texts, 1.0)
        paragraphs = [
            definition_words(speaker.texts, project, project.definition_id),
            speaker.translate("Report", "Totals over circles: {rule}.", rule=overlap_rule(context)),
            speaker.translate(
                "Report",
                "Data set {version}, {count} sources",
                version=project.data.version,
                count=len(project.data.sources),
            ),
        ]
        if not project.scenario.is_empty:
            name = project.scenario.name or speaker.translate("Report", "without a name")
            paragraphs.append(
                speaker.translate(
                    "Report", "Under the scenario: {name}. Its changes are suppositions, nobody's plans.", name=name
                )
            )
        made = made_line(context, self.spec)
        if made:
            paragraphs.append(made)
        lead = Text("", tuple(paragraphs))
        country = Map("", self.plate(self.view("overview", layers=frozenset({"circles", "labels"}))))
        logo = None if self.spec.logo is None else read_logo(self.spec.logo)
        note = Text("", (definition_line(context),), small=True)
        return Page(
            title,
            left=(lead, note),
            right=(country,),
            share=0.5,
            cover=True,
            sources=(project.definition.source_id,),
            logo=logo,
        )

    def whole(self, name: ViewName, title: str, **changes: Any) -> Page:
        """Return a page that is the sheet of a view."""
        view = self.view(name, **changes)
        data = self.speaker.project.data
        sources = [site.source_id for layer in Layer if layer.value in view.layers for site in data.sites_of(layer)]
        if "choropleth" in view.layers:
            sources += self.speaker.indicator(view.choropleth).sources(data)
        return Page(title, plate=self.plate(view), sources=tuple(dict.fromkeys(sources)))

    def scorecard(self) -> Page:
        """Return the page of the circles beside each other, and what the numbers say of the first and the last."""
        speaker = self.speaker
        names = (*SCORED, INDEX)
        header = (
            speaker.translate("Report", "Life circle"),
            *(speaker.heading(name) for name in names),
            speaker.translate("Report", "Rank (5–95%)"),
        )
        table = Table(
            "",
            header,
            (*self._circle_rows(names, ranks=True), self._nation(names, 1)),
            " ".join(
                (
                    speaker.translate(
                        "Report",
                        "Rank: place by the index and, in brackets, the interval that holds 90 % of 1,000 draws of "
                        "other weights and methods. –: unknown, which is not zero. ≥: at least.",
                    ),
                    speaker.periods(names),
                )
            ),
        )
        return Page(
            speaker.translate("Report", "Scorecard of the circles"),
            left=(table, Text(speaker.translate("Report", "What stands out"), findings(speaker, names))),
            share=1.0,
            sources=self._sources(names),
        )

    def index(self) -> Page:
        """Return the map of the index by circle, with the chart of ranks."""
        speaker = self.speaker
        view = self.view("index", level="circle")
        formula = speaker.indicator(INDEX).formula.text(speaker.language)
        return Page(
            speaker.translate("Report", "Composite index"),
            left=(Map(speaker.translate("Report", "Index by life circle"), self.plate(view)),),
            right=(
                self.chart("ranks", INDEX, by="circle"),
                Text(speaker.translate("Report", "How it is made"), (formula,), small=True),
            ),
            share=0.5,
            sources=self._sources((INDEX,)),
        )

    def circle(self, circle: str) -> Page:
        """Return the page of one circle."""
        view = self.view("overview", focus=Place("circle", circle))
        return circle_page.circle_page(self.speaker, circle, self.plate(view))

    def access(self) -> Page:
        """Return how far people live from care."""
        speaker = self.speaker
        header = (speaker.translate("Report", "Life circle"), *(speaker.heading(name) for name in REACH))
        table = Table("", header, (*self._circle_rows(REACH), self._nation(REACH)), method.straight_line(speaker))
        view = self.view(
            "telemedicine",
            layers=frozenset({"circles", "choropleth", "labels"}),
            choropleth="hospital_nearest_km",
        )
        country = Map(speaker.heading("hospital_nearest_km", short=False), self.plate(view))
        return Page(
            speaker.translate("Report", "Access to care"),
            left=(country, method.crossings(speaker)),
            right=(table, self.chart("bars", "hospital_within_10km", by="circle")),
            share=0.4,
            sources=self._sources(REACH),
        )

    def _circle_rows(self, names: Iterable[str], *, ranks: bool = False) -> list[Row]:
        speaker, project = self.speaker, self.speaker.project
        rows = []
        for number, circle in enumerate(project.definition.circles):
            own = project.data.circles[circle]
            cells = [own.name.text(speaker.language), *(speaker.cell(name, "circle", number) for name in names)]
            if ranks:
                cells.append(self._rank(number))
            rows.append(Row(tuple(cells), own.colour))
        return rows

    def _nation(self, names: Iterable[str], empty: int = 0) -> Row:
        speaker = self.speaker
        first = speaker.translate("Report", "Nation (every township once)")
        return Row((first, *(speaker.cell(name, "nation", 0) for name in names), *[""] * empty), strong=True)

    def _rank(self, number: int) -> str:
        project = self.speaker.project
        side: IndexSide = "baseline" if project.scenario.is_empty else "scenario"
        spread = index_sensitivity(project, "circle", side)
        place = rank(column(project, INDEX, "circle", side).values)[number]
        if place != place:  # NaN
            return ""
        return f"{place:.0f} ({spread.low_rank[number]:.0f}–{spread.high_rank[number]:.0f})"

    def _sources(self, names: Iterable[str]) -> tuple[str, ...]:
        data = self.speaker.project.data
        return tuple(dict.fromkeys(source for name in names for source in self.speaker.indicator(name).sources(data)))
