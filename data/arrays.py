"""Arrays that are shared and must not be written to."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_Scalar = TypeVar("_Scalar", bound=np.generic)


def read_only(array: NDArray[_Scalar]) -> NDArray[_Scalar]:
    """Return ``array`` itself, from now on refusing to be written to."""
    array.flags.writeable = False
    return array
