"""What can be asked for on the command line is what the maps know, and bad values are sentences."""

import argparse
import datetime

import pytest

from data.errors import UserError
from data.model import Place
from data.project import Project
from desktop import cli_export_options as options
from maps import sheet_spec, symbology, view
from maps.charts.catalogue import CHART_IDS
from maps.export.formats import FORMAT_IDS
from maps.export.series import SERIES_BY
from maps.symbology import Symbology


@pytest.mark.parametrize(
    ("named", "known"),
    [
        (options.VIEWS, view.VIEW_NAMES),
        (options.THEMES, view.THEME_NAMES),
        (options.LAYERS, view.LAYER_NAMES),
        (options.SIGHTS, view.SIGHTS),
        (options.SCHEMES, symbology.SCHEME_NAMES),
        (options.RAMPS, symbology.RAMP_NAMES),
        (options.DIVERGING, symbology.DIVERGING_NAMES),
        (options.SITES_BY, symbology.SITES_BY),
        (options.GATHERINGS, symbology.GATHERINGS),
        (options.PEOPLE, symbology.PEOPLE),
        (options.NAMES, symbology.NAMES_IN),
        (options.TEMPLATES, sheet_spec.TEMPLATE_IDS),
        (options.ELEMENTS, sheet_spec.ELEMENT_IDS),
        (options.CALENDARS, ("western", "minguo")),
        (options.CHARTS, CHART_IDS),
        (options.FORMATS, FORMAT_IDS),
        (options.SERIES, SERIES_BY),
        (options.LEVELS, ("town", "county", "circle")),
    ],
)
def test_the_names_are_those_of_the_maps(named, known):
    assert named == known


@pytest.fixture(scope="module")
def project(data):
    return Project.start(data)


def parsed(*words):
    parser = argparse.ArgumentParser()
    options.add_options(parser)
    return parser.parse_args(words)


def view_of(project, *words):
    return options.view_of(project, parsed(*words))


def test_nothing_said_is_the_ready_view(project):
    plain = view_of(project, "--view", "ai")
    assert plain == view.READY_VIEWS["ai"]
    assert options.spec_of(parsed()) == sheet_spec.SheetSpec()


def test_what_is_shown(project):
    found = view_of(
        project, "--view", "ai", "--indicator", "speed_4g", "--second", "population", "--level", "county",
        "--county", "臺東縣", "--proportional", "ai_operating", "--proportional-by", "circle", "--people", "circles",
        "--rings", "5,12.5", "--rings-around", "hospital", "--names", "both", "--sight", "deutan",
    )  # fmt: skip
    assert found.choropleth == "speed_4g"
    assert found.second == "population"
    assert found.level == "county"
    assert found.focus == Place("county", "10014")
    assert {"choropleth", "proportional", "people", "rings", "ai", "labels"} <= found.layers
    assert (found.proportional, found.proportional_level) == ("ai_operating", "circle")
    assert (found.rings_around, found.ring_km) == ("hospital", (5.0, 12.5))
    assert (found.people, found.names, found.sight) == ("circles", "both", "deutan")


def test_layers_can_be_named_one_by_one(project):
    assert view_of(project, "--layers", "circles, hospital").layers == {"circles", "hospital"}


@pytest.mark.parametrize("name", ["10014", "台東縣", "臺東縣", "Taitung County", "taitung county"])
def test_a_county_by_code_or_name(project, name):
    assert view_of(project, "--county", name).focus == Place("county", "10014")


def test_classes_and_colours(project):
    words = ("--scheme", "natural", "--classes", "7", "--ramp", "batlow", "--reverse", "--histogram")
    assert view_of(project, *words).symbology == Symbology("natural", 7, "batlow", True, histogram=True)
    assert view_of(project, "--breaks", "10,20.5,90").symbology == Symbology("custom", breaks=(10.0, 20.5, 90.0))


def test_the_sheet(tmp_path):
    spec = options.spec_of(
        parsed(
            "--template", "map", "--hide", "logo,date", "--title", "標題", "--notes", "a", "--date", "2026-01-31",
            "--calendar", "minguo", "--logo", str(tmp_path / "x.png"), "--author", "國發會", "--chart", "lorenz",
        )
    )  # fmt: skip
    assert spec.hidden == {"logo", "date"}
    assert spec.texts == {"title": "標題", "notes": "a"}
    assert spec.date == datetime.date(2026, 1, 31)
    assert (spec.template, spec.calendar, spec.author, spec.chart) == ("map", "minguo", "國發會", "lorenz")
    assert spec.logo == tmp_path / "x.png"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--classes", "2"), "3 to 9"),
        (("--classes", "10"), "3 to 9"),
        (("--scheme", "custom"), "--breaks"),
        (("--scheme", "equal", "--breaks", "1,2"), "need each other"),
        (("--breaks", "3,2"), "--breaks 3,2: .*from small to large"),
        (("--breaks", "1,nan"), "nan is not a number"),
        (("--breaks", "1,inf"), "inf is not a number"),
        (("--breaks", "x"), "x is not a number"),
        (("--breaks", ""), "at least one number"),
        (("--breaks", "1,2,3,4,5,6,7,8,9"), "at most 8"),
        (("--rings", "0,5"), "above 0"),
        (("--rings", "5,501"), "up to 500"),
        (("--layers", "moon"), "hospital"),
        (("--layers", ""), "hospital"),
        (("--rings-around", "moon"), "telemedicine"),
        (("--county", "火星縣"), "10014"),
        (("--county", "臺東縣", "--circle", "east"), "exclude each other"),
        (("--circle", "moon"), "capital"),
        (("--second", "moon"), "population"),
        (("--proportional", "moon"), "population"),
        (("--side", "difference"), "--scenario"),
    ],
)
def test_what_cannot_be_shown_is_a_sentence(project, words, said):
    with pytest.raises(UserError, match=said) as refusal:
        view_of(project, *words)
    assert refusal.value.exit_code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--hide", "moon"), "north_arrow"),
        (("--date", "yesterday"), "2026-01-31"),
        (("--date", "2026-02-30"), "2026-01-31"),
        (("--logo", " "), "--logo needs the name"),
    ],
)
def test_what_no_sheet_can_have_is_a_sentence(words, said):
    with pytest.raises(UserError, match=said):
        options.spec_of(parsed(*words))
