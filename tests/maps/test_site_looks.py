"""Sites told apart by category or precision: shapes stay those of the layers, and the legend counts every look."""

from collections import Counter

import pytest

from data.model import Layer, Precision
from data.vocabulary import words
from maps.display import SymbolStyle
from maps.legend import legend
from maps.site_looks import categories, category_look
from maps.sites import DRAWN, site_symbols

ALL = frozenset({"ai", "broadband", "telemedicine", "hospital", "digital"})


def counted(context):
    """The counts of the legend by look, the entries for all layers (without a count) left out."""
    found = Counter()
    for section in legend(context):
        for entry in section.entries:
            if entry.count and isinstance(entry.swatch, SymbolStyle):
                style = entry.swatch
                shape = "telemedicine" if style.shape == "hub" else style.shape
                found[shape, style.colour, style.mark, style.outer_ring] += int(entry.count.replace(",", ""))
    return found


def drawn(context):
    shapes = {"hub": "telemedicine"}
    return Counter(
        (shapes.get(one.style.shape, one.style.shape), one.style.colour, one.style.mark, one.style.outer_ring)
        for one in site_symbols(context)
    )


@pytest.mark.parametrize("by", ["category", "precision"])
@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_legend_counts_every_look_on_the_map(make_context, by, theme, language):
    context = make_context(layers=ALL, sites_by=by, theme=theme, language=language)
    assert counted(context) == drawn(context)


def test_shape_filling_and_place_are_those_of_status(make_context):
    plain = site_symbols(make_context(layers=ALL))
    for by in ("category", "precision"):
        for one, other in zip(plain, site_symbols(make_context(layers=ALL, sites_by=by)), strict=True):
            assert (one.x, one.y, one.dx, one.dy, one.place) == (other.x, other.y, other.dx, other.dy, other.place)
            assert (one.style.shape, one.style.hollow) == (other.style.shape, other.style.hollow)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("layer", DRAWN, ids=str)
def test_no_two_categories_of_a_layer_look_alike(make_context, data, layer, theme):
    context = make_context(theme=theme)
    known = categories(data, layer)
    assert len({category_look(context, layer, category) for category in known}) == len(known)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_categories_are_named_and_the_most_frequent_come_first(make_context, data, language):
    section, *_ = legend(make_context(layers=frozenset({"ai"}), sites_by="category", language=language))
    counts = [int(entry.count) for entry in section.entries]
    assert counts == sorted(counts, reverse=True)
    named = [words(category).text(language).lower() for category in categories(data, Layer.AI)]
    assert [entry.text.lower() for entry in section.entries] == named


def test_what_is_less_sure_is_paler_and_rings_say_where_it_was_placed(make_context, data):
    context = make_context(layers=frozenset({"ai"}), sites_by="precision")
    looks = {}
    for symbol in site_symbols(context):
        precision = data.site_by_id[symbol.place.id].precision
        looks.setdefault(precision, set()).add((symbol.style.colour, symbol.style.ring, symbol.style.outer_ring))
    assert {len(found) for found in looks.values()} == {1}
    rings = {precision: found.copy().pop()[1:] for precision, found in looks.items()}
    assert rings == {Precision.SITE: (False, False), Precision.TOWN: (True, False), Precision.COUNTY: (True, True)}
    assert len({found.copy().pop()[0] for found in looks.values()}) == 3
