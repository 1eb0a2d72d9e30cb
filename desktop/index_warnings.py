"""What is amiss with the parts of an index among the areas that are ranked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maps.texts import Texts


def warnings(values: NDArray[np.float64], texts: Texts) -> list[str]:
    """Return a sentence for each of the k parts of ``values`` (n, k), '' where all areas are known and differ."""
    return [_warning(one, texts) for one in values.T]


def _warning(values: NDArray[np.float64], texts: Texts) -> str:
    known = values[~np.isnan(values)]
    if not len(known):
        return texts.translate("Index", "Unknown everywhere: it takes no part.")
    if known.max() - known.min() <= 1e-9 * np.abs(known).max():
        return texts.translate("Index", "The same wherever it is known: it tells no area from another.")
    if len(known) < len(values):
        return texts.translate("Index", "Known for {number} of {all}.").format(
            number=texts.number(len(known)), all=texts.number(len(values))
        )
    return ""
