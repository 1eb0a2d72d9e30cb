import dataclasses
from itertools import groupby

import pytest

from data.dataset import SITE_FILES, DataSet
from data.fact import decimals_of
from data.facts import Fact, facts
from data.model import Layer, Overlap, Place, Precision, Status
from data.project import Project
from data.vocabulary import words

LEVELS = {"town", "county", "rural", "non-rural", "nation", "rural/non-rural", "site"}


def town(data: DataSet, name: str) -> Place:
    return Place("town", next(town.code for town in data.towns if town.full_name("zh") == name))


def labelled(listed: tuple[Fact, ...], label: str) -> list[Fact]:
    return [fact for fact in listed if fact.label.zh == label]


def some_places(data: DataSet) -> list[Place]:
    return [
        *(Place("town", town.code) for town in data.towns[::11]),
        *(Place("county", county.code) for county in data.counties),
        *(Place("circle", circle) for circle in data.circles),
        *(Place("site", site.id) for site in data.sites[::9]),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_number_has_a_source_or_says_how_many(project: Project, language: str) -> None:
    for place in (*some_places(project.data), None):
        listed = facts(project, place, "zh" if language == "zh" else "en")
        assert listed
        for fact in listed:
            assert fact.source_id in project.data.sources or fact.source_id == ""
            assert fact.value != ""
            assert set(fact.precision_or_level.split("+")) - {""} <= LEVELS
            if isinstance(fact.value, float) and not fact.source_id:
                assert ("筆來源" if language == "zh" else " sources") in fact.note


def test_a_heading_comes_once(project: Project) -> None:
    for place in (*some_places(project.data), None):
        headings = [heading for heading, _ in groupby(facts(project, place), lambda fact: fact.group.zh)]
        assert len(headings) == len(set(headings))


def test_a_town_lists_all_its_figures_with_period_and_source(project: Project) -> None:
    place = town(project.data, "臺東縣海端鄉")
    listed = facts(project, place)
    for figure in project.data.figures:
        if figure.area == place.id:
            name = project.data.variables[figure.variable].name.zh
            assert any(
                (fact.value, fact.period, fact.source_id) == (figure.value, figure.period, figure.source_id)
                for fact in labelled(listed, name)
            )


def test_coverage_of_a_town_says_level_definition_and_reporter(project: Project) -> None:
    listed = facts(project, town(project.data, "臺東縣海端鄉"))
    (mobile,) = labelled(listed, "5G行動寬頻涵蓋率")
    assert (mobile.value, mobile.precision_or_level, mobile.period) == (81.5, "rural", "2024")
    assert "定義：" in mobile.note
    assert "提供：" in mobile.note
    (fixed,) = labelled(listed, "2 Gbps固網寬頻家戶涵蓋率")
    assert fixed.value is None
    assert "偏鄉無資料" in fixed.note
    (kinmen,) = labelled(facts(project, town(project.data, "金門縣金湖鎮")), "5G行動寬頻涵蓋率")
    assert (kinmen.value, kinmen.precision_or_level) == (99, "county")
    assert kinmen.note.startswith("至少")


def test_a_town_without_a_listed_point_is_not_known_to_have_none(project: Project) -> None:
    (fact,) = labelled(facts(project, town(project.data, "臺北市大安區")), "遠距醫療據點")
    assert fact.value is None
    assert "不詳不等於沒有" in fact.note


def test_a_town_lists_its_sites_and_its_visiting_doctors(project: Project) -> None:
    data = project.data
    place = town(data, "臺東縣海端鄉")
    labels = {fact.label.zh for fact in facts(project, place)}
    assert {site.name.zh for site in data.sites if site.town_code == place.id} <= labels
    served = [service.town_code for service in data.ids_services]
    listed = facts(project, Place("town", served[0]))
    assert labelled(listed, "健保山地離島醫療服務（IDS）承作醫院")


def test_circles_of_a_shared_town_and_the_assumption_behind_one(project: Project) -> None:
    listed = labelled(facts(project, town(project.data, "屏東縣恆春鎮")), "所屬生活圈（2026-01）")
    assert [fact.value for fact in listed] == ["大南方新矽谷", "東部慢活城鄉"]
    assert [fact.note.startswith("本系統假設") for fact in listed] == [False, True]
    outside = Project(project.data, "2025-09")
    (none,) = labelled(facts(outside, town(project.data, "金門縣金湖鎮")), "所屬生活圈（2025-09）")
    assert none.value == "不屬於任何生活圈"


def test_a_circle_shows_profile_members_and_indicators_under_the_rule(data: DataSet) -> None:
    each, first = (
        facts(Project(data, "2026-01", rule), Place("circle", "east")) for rule in (Overlap.EACH, Overlap.FIRST)
    )
    assert labelled(each, "發展重點")
    assert sum(fact.group.zh == "組成" for fact in each) == 3 + 8
    (people_each,), (people_first,) = labelled(each, "人口"), labelled(first, "人口")
    assert isinstance(people_each.value, float)
    assert isinstance(people_first.value, float)
    assert people_each.value > people_first.value


def test_a_circle_outside_the_definition_keeps_its_profile_without_indicators(data: DataSet) -> None:
    listed = facts(Project(data, "2025-09"), Place("circle", "islands"))
    assert labelled(listed, "發展重點")
    assert not labelled(listed, "人口")


def test_a_site_shows_every_field_of_its_row(data: DataSet) -> None:
    project = Project.start(data)
    for layer in SITE_FILES:
        for site in data.sites_of(layer)[::5]:
            listed = facts(project, Place("site", site.id))
            said = " ".join(f"{fact.value} {fact.note}" for fact in listed)
            for text in (site.operator, site.locality, site.year, site.note):
                assert text in said
            assert words(site.status_text).zh in said
            assert f"{site.lon:.5f}, {site.lat:.5f}" in said
            assert {fact.precision_or_level for fact in listed} >= {site.precision.value}
            if site.year and layer is not Layer.TELEMEDICINE:
                assert [fact.value for fact in labelled(listed, "年月")] == [site.year]
            for key in ("campus", "hospital_code"):
                assert site.extra.get(key, "") in said


@pytest.mark.parametrize("layer", list(SITE_FILES))
def test_every_line_of_a_site_says_where_it_is_written(data: DataSet, layer: Layer) -> None:
    project = Project.start(data)
    for site in data.sites_of(layer):
        for fact in facts(project, Place("site", site.id)):
            if fact.group.zh != "遠距連線" and "IDS" not in fact.label.zh:
                assert (fact.source_id, fact.location) == (site.source_id, site.source_location)


def test_a_place_that_is_not_the_sites_own_is_said(data: DataSet) -> None:
    notes = {Precision.SITE: "據點座標", Precision.TOWN: "鄉鎮市區代表點，非據點位置", Precision.COUNTY: "僅知縣市"}
    for site in data.sites:
        (place,) = labelled(facts(Project.start(data), Place("site", site.id)), "位置")
        assert notes[site.precision] in place.note


def test_telemedicine_points_keep_partners_specialties_and_network(data: DataSet) -> None:
    project = Project.start(data)
    for site in data.sites_of(Layer.TELEMEDICINE):
        listed, extra = facts(project, Place("site", site.id)), site.extra
        (specialties,), (network,) = labelled(listed, "科別"), labelled(listed, "網路")
        codes = [code for code in extra["specialties"].split(";") if code]
        assert specialties.value == ("、".join(words(code).zh for code in codes) or None)
        assert network.value == (words(extra["network"]).zh if extra["network"] else None)
        named = extra["partner_hospitals"].replace(";", "、")
        partners = labelled(listed, "合作醫院")
        assert [fact.value for fact in partners] == ([named] if named else [])
        for fact in partners:
            assert ("未查得" in fact.note) == (extra["partner_basis"] == "programme")
        assert [fact.value for fact in labelled(listed, "啟用日期")] == ([site.year] if site.year else [])


def test_a_point_of_a_programme_is_linked_to_no_hospital_but_the_one_its_note_names(data: DataSet) -> None:
    programme = {s.id: s for s in data.sites_of(Layer.TELEMEDICINE) if s.extra["partner_basis"] == "programme"}
    assert len(programme) == 21
    linked = [
        (programme[link.spoke_id], data.site_by_id[link.hub_id]) for link in data.links if link.spoke_id in programme
    ]
    assert [(spoke.id, hub.name.zh) for spoke, hub in linked] == [("tele-006", "高雄醫學大學附設中和紀念醫院")]


def test_a_hospital_says_grade_level_and_the_towns_it_visits(data: DataSet) -> None:
    project = Project.start(data)
    for site in data.sites_of(Layer.HOSPITAL):
        listed = facts(project, Place("site", site.id))
        (grade,), (level,) = labelled(listed, "急救責任分級"), labelled(listed, "類別")
        code = site.extra["emergency_grade"]
        assert grade.value == (words(code).zh if code else None)
        assert level.value == (words(site.category).zh if site.category else None)
        visited = {
            data.towns[data.town_index[one.town_code]].full_name("zh")
            for one in data.ids_services
            if one.hospital_id == site.id
        }
        assert {fact.value for fact in listed if "IDS" in fact.label.zh} == visited
    assert any(service.hospital_id for service in data.ids_services)


def test_words_of_a_status_mean_what_it_counts_as(data: DataSet) -> None:
    meanings = {
        Status.OPERATING: ("營運中", "試辦中", "擴充中", "列於2"),
        Status.PLANNED: ("規劃中", "興建中"),
        Status.ENDED: ("已結束",),
    }
    for site in data.sites:
        said = words(site.status_text).zh
        if site.status in meanings:
            assert any(word in said for word in meanings[site.status]), said


def test_a_bound_is_said_of_the_county_the_circle_and_the_nation(project: Project) -> None:
    for place in (Place("county", "09020"), Place("circle", "islands"), None):
        (fact,) = labelled(facts(project, place), "5G涵蓋率")
        assert fact.note.startswith("至少；")
    (fact,) = labelled(facts(project, Place("county", "10014")), "5G涵蓋率")
    assert "至少" not in fact.note


def test_the_nation_has_the_figures_of_all_three_classes(project: Project) -> None:
    levels = {fact.precision_or_level for fact in facts(project, None) if fact.group.zh == "其他數據"}
    assert levels == {"nation", "rural", "non-rural"}


def test_policy_figures_find_their_county_however_it_is_written(data: DataSet) -> None:
    figure = next(figure for figure in data.policy_figures if figure.area == "臺南市")
    written = dataclasses.replace(data, policy_figures=(dataclasses.replace(figure, area="台南市"),))
    assert labelled(facts(Project.start(written), Place("county", "67000")), figure.name.zh)


def test_an_indicator_of_a_town_names_the_sources_it_stands_on(project: Project) -> None:
    data = project.data
    place = town(data, "臺東縣海端鄉")
    (stations,) = labelled(facts(project, place), "每千人4G基地臺")
    assert stations.source_id == data.town_figures("mobile_4g_base_stations")[data.town_index[place.id]].source_id
    (beds,) = labelled(facts(project, town(data, "臺北市中正區")), "每十萬人急診病床")
    inside = {site.source_id for site in data.sites_of(Layer.HOSPITAL) if site.town_code == "63000050"}
    assert len(inside) == 1
    assert {beds.source_id} == inside


def test_unknown_stays_unknown_in_the_panel(project: Project) -> None:
    (fixed,) = labelled(facts(project, Place("circle", "islands")), "2 Gbps固網涵蓋率")
    assert fixed.value is None


def test_the_note_on_the_classes_does_not_repeat_the_indigenous_class(project: Project) -> None:
    for place in project.data.towns:
        (rural,) = labelled(facts(project, Place("town", place.code)), "寬頻偏鄉")
        assert place.indigenous not in rural.note.split("; ") or not place.indigenous


@pytest.mark.parametrize(("value", "digits"), [(3, 0), (81.5, 1), (98.01, 2), (0.0625, 4), (0.00001, 0)])
def test_published_numbers_keep_their_digits(value: float, digits: int) -> None:
    assert decimals_of(value) == digits


def test_a_hub_lists_its_points_and_a_point_its_hub(data: DataSet) -> None:
    project = Project.start(data)
    link = data.links[0]
    hub, spoke = data.site_by_id[link.hub_id], data.site_by_id[link.spoke_id]
    assert spoke.name.zh in {fact.value for fact in labelled(facts(project, Place("site", hub.id)), "連線據點")}
    assert hub.name.zh in {fact.value for fact in labelled(facts(project, Place("site", spoke.id)), "連線醫院")}


def test_a_hospital_of_unknown_beds_says_unknown(data: DataSet) -> None:
    hospital = next(site for site in data.sites_of(Layer.HOSPITAL) if not site.extra["emergency_beds"])
    (beds,) = labelled(facts(Project.start(data), Place("site", hospital.id)), "急診病床")
    assert beds.value is None


def test_values_speak_the_language_asked_for(project: Project) -> None:
    place = town(project.data, "屏東縣恆春鎮")
    values = {fact.value for fact in facts(project, place, "en")}
    assert "Slow-living East" in values
    assert "東部慢活城鄉" not in values


def test_every_code_of_the_data_set_has_words(data: DataSet) -> None:
    codes = {site.category for site in data.sites} | {site.status_text for site in data.sites}
    codes |= {town.indigenous for town in data.towns} | {town.rural_basis for town in data.towns}
    codes |= {profile.aspect for profile in data.profiles} | {figure.kind for figure in data.figures}
    codes |= {site.extra["emergency_grade"] for site in data.sites_of(Layer.HOSPITAL)}
    for site in data.sites_of(Layer.TELEMEDICINE):
        codes |= set(site.extra["specialties"].split(";"))
    without = {code for code in codes if code and words(code).zh == code}
    assert without == set()
