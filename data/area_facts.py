"""Everything that is known of a town, a county, a circle and the nation."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from data import fact
from data.balance.computed import computed
from data.balance.groups import By
from data.balance.indicators import Indicator, indicators_of
from data.balance.measures import POPULATION, SPOKE
from data.coverage import coverage
from data.fact import Fact, Speaker, decimals_of
from data.model import LANGUAGES, AreaLevel, County, Figure, Language, Layer, Member, Name, Town
from data.names import official
from data.own_definitions import is_own
from data.project import Project
from data.vocabulary import category_words, unit, words

_TOPIC_GROUPS = {
    "context": fact.CONTEXT,
    "ai": fact.AI,
    "broadband": fact.BROADBAND,
    "telemedicine": fact.TELEMEDICINE,
    "access": fact.ACCESS,
    "own": fact.OWN,
}
_PEOPLE_VARIABLES = ("population", "population_65plus", "households", "area_km2")
_LAYER_GROUPS = {
    Layer.TELEMEDICINE: fact.TELEMEDICINE,
    Layer.AI: fact.AI,
    Layer.BROADBAND: Name("寬頻據點", "Broadband sites"),
    Layer.HOSPITAL: Name("醫院", "Hospitals"),
    Layer.DIGITAL: Name("數位服務據點", "Digital service sites"),
    Layer.OWN: Name("自訂圖層", "Own layers"),
}
ALL_BUT_ROUNDING = 0.9995
"""A known share from here on is shown as 100.0 % and need not be said."""
_TOWN_INDICATORS = ("ai_per_100k", "stations_per_1000", "hotspots_per_10000", "emergency_beds_per_100k")


class AreaFacts:
    """The lines of areas of one project, in one language."""

    def __init__(self, project: Project, language: Language) -> None:
        self._project = project
        self._data = project.data
        self._speaker = Speaker(language)

    def nation(self) -> Iterator[Fact]:
        """Yield the indicators and figures of the whole nation."""
        yield from self._indicators("nation", 0)
        for level in (AreaLevel.NATION, AreaLevel.RURAL, AreaLevel.NON_RURAL):
            yield from self._figures(fact.FIGURES, self._data.figures_of(level))

    def town(self, town: Town) -> Iterator[Fact]:
        """Yield classes, figures, coverage with its level, and the sites in a town."""
        figures = self._data.figures_of(AreaLevel.TOWN, town.code)
        people = sorted(
            (figure for figure in reversed(figures) if figure.variable in _PEOPLE_VARIABLES),
            key=lambda figure: _PEOPLE_VARIABLES.index(figure.variable),
        )
        beds = [figure for figure in figures if figure.variable == "emergency_beds"]
        yield from self._classes(town)
        yield from self._figures(fact.PEOPLE, people)
        yield from self._coverage(town)
        yield from self._figures(fact.BROADBAND, (figure for figure in figures if figure not in people + beds))
        computed = dict(zip(_TOWN_INDICATORS, self._town_indicators(town), strict=True))
        yield computed["stations_per_1000"]
        yield computed["hotspots_per_10000"]
        yield from self._telemedicine(town)
        yield from self._figures(fact.TELEMEDICINE, beds)
        yield computed["emergency_beds_per_100k"]
        yield from self._sites_in(town, Layer.AI)
        yield computed["ai_per_100k"]
        for layer in (Layer.BROADBAND, Layer.HOSPITAL, Layer.DIGITAL, Layer.OWN):
            yield from self._sites_in(town, layer)
        yield from self._policy({town.full_name("zh"), town.county.name.zh[:-1] + town.name.zh})

    def _classes(self, town: Town) -> Iterator[Fact]:
        yield from self._circles_of({town.code: town})
        basis = f"（{words(town.rural_basis).zh}）", f" ({words(town.rural_basis).en})"
        yield Fact(
            fact.AREA,
            Name("寬頻偏鄉", "Rural for broadband"),
            self._speaker.say("是" + basis[0], "yes" + basis[1]) if town.rural else self._speaker.say("否", "no"),
            precision_or_level="town",
            source_id=town.class_source_id,
            # the indigenous class has its own line
            note="; ".join(part for part in town.class_note.split("; ") if part != town.indigenous),
        )
        if town.indigenous:
            yield Fact(
                fact.AREA,
                Name("原住民族地區", "Indigenous area"),
                self._speaker.text(words(town.indigenous)),
                precision_or_level="town",
                source_id=town.class_source_id,
            )
        if town.offshore:
            yield Fact(
                fact.AREA,
                Name("離島", "Offshore island"),
                self._speaker.say("是", "yes"),
                precision_or_level="town",
                source_id=town.class_source_id,
            )

    def _circles_of(self, towns: dict[str, Town]) -> Iterator[Fact]:
        """The circles that some towns, by code, belong to, each with the line of the definition that says so."""
        definition = self._project.definition
        areas = set(towns) | {town.county.code for town in towns.values()}
        members: dict[str, Member] = {}
        for member in definition.members:
            if member.area in areas:
                members.setdefault(member.circle, member)
        zh, en = (definition.name.text(one) if is_own(definition.id) else definition.id for one in LANGUAGES)
        label = Name(f"所屬生活圈（{zh}）", f"Life circle ({en})")
        for circle, member in members.items():
            yield Fact(
                fact.AREA,
                label,
                self._speaker.text(self._data.circles[circle].name),
                source_id=member.source_id,
                location=member.source_location,
                note=self._member_note(member),
            )
        if not members:
            yield Fact(
                fact.AREA,
                label,
                self._speaker.say("不屬於任何生活圈", "in no circle"),
                source_id=definition.source_id,
            )

    def _member_note(self, member: Member) -> str:
        assumed = self._speaker.say("本系統假設，非文件所載", "our assumption, not the document's")
        return self._speaker.remarks(assumed if member.assumption else "", member.note)

    def _coverage(self, town: Town) -> Iterator[Fact]:
        row = self._data.town_index[town.code]
        for series in self._data.series.values():
            figure = coverage(self._data, series.id).figures[row]
            name = self._data.variables[series.variable].name
            if figure is None:
                note = self._speaker.text(series.note)
                yield Fact(fact.COVERAGE, name, None, unit("percent"), series.period, note=note)
            else:
                yield self._figure(fact.COVERAGE, figure)

    def _telemedicine(self, town: Town) -> Iterator[Fact]:
        yield from self._sites_in(town, Layer.TELEMEDICINE)
        listed = self._data.sites_of(Layer.TELEMEDICINE)
        if not any(site.town_code == town.code and site.category == SPOKE for site in listed):
            yield Fact(
                fact.TELEMEDICINE,
                Name("遠距醫療據點", "Telemedicine point"),
                None,
                note=self._speaker.say(
                    "名單未列本鄉鎮市區之據點；不詳不等於沒有",
                    "no point of this township is in the list; not known does not mean none",
                ),
            )
        for service in self._data.ids_services:
            if service.town_code == town.code:
                yield Fact(
                    fact.TELEMEDICINE,
                    Name("健保山地離島醫療服務（IDS）承作醫院", "Holder of the NHI mountain and island service (IDS)"),
                    service.hospital,
                    precision_or_level="town",
                    source_id=service.source_id,
                    note=self._speaker.remarks(
                        self._speaker.say("醫師到點服務，非遠距", "doctors on site, not remote"), service.note
                    ),
                )

    def _sites_in(self, town: Town, layer: Layer) -> Iterator[Fact]:
        for site in self._data.sites_of(layer):
            if site.town_code == town.code:
                category = category_words(site) if site.category else Name("醫院", "hospital")
                yield Fact(
                    _LAYER_GROUPS[layer],
                    site.name,
                    self._speaker.listed((self._speaker.text(category), self._speaker.text(words(site.status_text)))),
                    period=site.year,
                    precision_or_level=site.precision.value,
                    source_id=site.source_id,
                    location=site.source_location,
                )

    def _town_indicators(self, town: Town) -> Iterator[Fact]:
        row = self._data.town_index[town.code]
        for name in _TOWN_INDICATORS:
            yield self._indicator(indicators_of(self._data)[name], "town", row)

    def county(self, county: County) -> Iterator[Fact]:
        """Yield circles, indicators and figures of a county."""
        inside = {town.code: town for town in self._data.towns if town.county == county}
        yield from self._circles_of(inside)
        yield from self._indicators("county", self._data.county_index[county.code])
        yield from self._figures(fact.FIGURES, self._data.figures_of(AreaLevel.COUNTY, county.code))
        yield from self._policy({county.name.zh})

    def circle(self, circle: str) -> Iterator[Fact]:
        """Yield profile, members, indicators and figures of a circle."""
        for profile in self._data.profiles:
            if profile.circle == circle:
                yield Fact(
                    fact.PROFILE,
                    words(profile.aspect),
                    self._speaker.text(profile.text),
                    source_id=profile.source_id,
                    location=profile.source_location,
                )
        for member in self._project.definition.members:
            if member.circle == circle:
                yield Fact(
                    fact.MEMBERS,
                    Name(""),
                    self._area_name(member.area),
                    source_id=member.source_id,
                    location=member.source_location,
                    note=self._member_note(member),
                )
        if circle in self._project.definition.circles:
            yield from self._indicators("circle", self._project.definition.circles.index(circle))
        yield from self._figures(fact.FIGURES, self._data.figures_of(AreaLevel.CIRCLE, circle))
        yield from self._policy({self._data.circles[circle].name.zh})

    def _area_name(self, code: str) -> str:
        row = self._data.town_index.get(code)
        if row is not None:
            return self._data.towns[row].full_name(self._speaker.language)
        return self._speaker.text(self._data.counties[self._data.county_index[code]].name)

    def _indicators(self, by: By, row: int) -> Iterator[Fact]:
        listed = sorted(indicators_of(self._data).values(), key=lambda one: list(_TOPIC_GROUPS).index(one.topic))
        for indicator in listed:
            yield self._indicator(indicator, by, row)

    def _indicator(self, indicator: Indicator, by: By, row: int) -> Fact:
        column = computed(self._project, indicator.id, by)
        value, known = float(column.values[row]), float(column.known[row])
        sources = self._sources_in_town(indicator, row) if by == "town" else indicator.sources(self._data)
        few = len(sources) <= 2  # the figure's own and that of the people it is divided by
        return Fact(
            _TOPIC_GROUPS[indicator.topic],
            indicator.name,
            None if math.isnan(value) else value,
            indicator.unit,
            indicator.period,
            column.levels[row],
            sources[0] if sources and few else "",
            note=self._speaker.remarks(
                self._bound(column.bounds[row]),
                self._speaker.say(f"依據之人口占{known:.1%}", f"stands on {known:.1%} of the people")
                if 0 < known < ALL_BUT_ROUNDING
                else "",
                "" if few else self._speaker.say(f"共{len(sources)}筆來源", f"{len(sources)} sources"),
            ),
            decimals=indicator.decimals,
            indicator=indicator.id,
        )

    def _sources_in_town(self, indicator: Indicator, row: int) -> tuple[str, ...]:
        """Return what the indicator of one town stands on: its figures and sites, people last."""
        data, code = self._data, self._data.towns[row].code
        own = [variable for variable in indicator.variables if variable != POPULATION]
        figures = [data.town_figures(variable)[row] for variable in own]
        found = [figure.source_id for figure in figures if figure is not None]
        for layer in indicator.layers:
            found += [site.source_id for site in data.sites_of(layer) if site.town_code == code]
        people = data.town_figures(POPULATION)[row]
        return tuple(dict.fromkeys(found + ([people.source_id] if people is not None else [])))

    def _figures(self, group: Name, figures: Iterable[Figure]) -> Iterator[Fact]:
        for figure in figures:
            yield self._figure(group, figure)

    def _figure(self, group: Name, figure: Figure) -> Fact:
        variable, say = self._data.variables[figure.variable], self._speaker.say
        definition, reporter = self._speaker.text(variable.definition), self._speaker.text(variable.reporter)
        return Fact(
            group,
            _with_kind(variable.name, figure.kind),
            figure.value,
            unit(variable.unit),
            figure.period,
            figure.level.value,
            figure.source_id,
            figure.source_location,
            self._speaker.remarks(
                self._bound(figure.bound),
                definition and say(f"定義：{definition}", f"counts as: {definition}"),
                reporter and say(f"提供：{reporter}", f"reported by: {reporter}"),
                figure.note,
            ),
            decimals_of(figure.value),
        )

    def _bound(self, bound: str) -> str:
        return {">=": self._speaker.say("至少", "at least"), "<=": self._speaker.say("至多", "at most")}.get(bound, "")

    def _policy(self, names: set[str]) -> Iterator[Fact]:
        for figure in self._data.policy_figures:
            if official(figure.area) in names:
                yield Fact(
                    fact.POLICY,
                    _with_kind(figure.name, figure.kind),
                    figure.value,
                    unit(figure.unit),
                    figure.period,
                    "",
                    figure.source_id,
                    figure.source_location,
                    figure.note,
                    decimals_of(figure.value),
                )


def _with_kind(name: Name, kind: str) -> Name:
    """Say what kind of number it is where it is not a measured one."""
    if kind == "actual":
        return name
    said = words(kind)
    return Name(f"{name.zh}（{said.zh}）", f"{name.text('en')} ({said.en})")
