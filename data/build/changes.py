"""CHANGES.md: what the set says otherwise than its inputs, and what the build found worth knowing."""

from __future__ import annotations

from data.build.context import Context
from data.build.facts import LEFT_OUT, Correction
from data.build.tables import table

_INTRODUCTION = """# What was changed

Against the compiled facts and the published boundaries, when this set was built. The first two lists come from
`data/build/corrections.csv`; the build stops when a line of it no longer fits the facts.
"""


def text(context: Context) -> str:
    """CHANGES.md: corrections, rows left out, and the remarks of the build."""
    corrections = context.facts.corrections
    sections = {
        "Corrected": [_corrected(c) for c in corrections if c.column != LEFT_OUT],
        "Left out": [f"`{c.file}` {c.key.replace('|', ' ')}: {c.reason}." for c in corrections if c.column == LEFT_OUT],
        **{heading: sorted(lines) for heading, lines in context.remarks.items()},
        "Worth knowing": [row["remark"] for row in table("remarks.csv")],
    }
    parts = [_INTRODUCTION]
    for heading, lines in sections.items():
        if lines:
            parts.append(f"## {heading}\n\n" + "\n".join(f"- {line}" for line in lines) + "\n")
    return "\n".join(parts)


def _corrected(correction: Correction) -> str:
    new = correction.new or "(empty)"
    return (
        f"`{correction.file}` {correction.key.replace('|', ' ')}, {correction.column}: "
        f"{correction.old or '(empty)'} → {new}: {correction.reason}."
    )
