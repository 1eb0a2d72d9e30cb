"""The rows that were not taken as a table for Excel, to be put right there."""

from __future__ import annotations

from pathlib import Path

from data.intake.outcome import Outcome


def save_refused(outcome: Outcome, path: Path) -> None:
    """Write the refused rows as CSV: number, reasons, proposals, and the cells as they stood. Raises TargetError."""
    raise NotImplementedError
