"""Which sites only a scenario knows: what is known of the world does not grow by what is supposed of it."""

from __future__ import annotations

from data.model import Site
from data.scenario import EMERGENCY_BEDS, SOURCE_ID


def is_new(site: Site) -> bool:
    """Whether a scenario has added the site.

    A listed site that a scenario moves or upgrades has the same source, but keeps what its list says of it; of an added
    one nothing but its beds stands in the columns that a list fills.
    """
    if site.source_id != SOURCE_ID:
        return False
    listed = (site.operator, site.locality, site.year, site.unit, site.source_location, site.note)
    return not any(listed) and not any(text for column, text in site.extra.items() if column != EMERGENCY_BEDS)


def is_moved(site: Site) -> bool:
    """Whether a scenario has put a listed site somewhere else and left everything else as its list has it."""
    return site.source_id == SOURCE_ID and bool(site.status_text)
