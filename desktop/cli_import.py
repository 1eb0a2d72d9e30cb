"""``lifecircles import``: the rows of a file into a project, which is made if there is none."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.dataset import DataSet, load
from data.errors import InputError, TargetError, UserError
from data.intake.plan import DUPLICATES
from data.model import Source, Status
from data.project import Project
from desktop.cli_output import check_target, complain, say
from desktop.cli_reading import LAYERS, add_reading
from desktop.project.user import user_name

if TYPE_CHECKING:
    from data.project_file.record import Opened
    from desktop.cli_intake import Table

_NOT_STATED = "未載明 (not stated)"
_STATUSES = [status.value for status in Status]


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``import``."""
    command = commands.add_parser(
        "import",
        help="the rows of a file into a project",
        description="Read a file and put its sites, figures or people into a project, which is made if there is none. "
        "Rows that cannot be taken are left out and told of; check tells beforehand.",
        allow_abbrev=False,
    )
    add_reading(command)
    command.add_argument("--as", dest="layer", required=True, metavar="LAYER", help=", ".join(LAYERS))
    command.add_argument("--source", required=True, metavar="TITLE", help="of the list, as it is cited")
    command.add_argument("--publisher", help="whose list it is (default: as its title says, or not stated)")
    command.add_argument(
        "--date",
        help="of the list: 2025-12-31, 114/12/31 or 民國114年12月 (default: as a row above the table says, or that of "
        "the file)",
    )
    command.add_argument("--url", default="", help="where it can be found")
    command.add_argument(
        "--duplicates",
        choices=DUPLICATES,
        default="skip",
        help="what becomes of rows that are there already: both stay (keep), the old one stays (skip, the default), "
        "the new one takes its place (replace), or completes it (merge)",
    )
    command.add_argument(
        "--whole", action="store_true", help="the file is a newer edition: what it lacks is removed from the project"
    )
    command.add_argument("--status", choices=_STATUSES, default="unknown", help="of sites whose row does not say")
    command.add_argument("--category", default="", help="of sites whose row does not say; spoke or hub of telemedicine")
    command.add_argument("--refused", metavar="FILE", help="write the rows that were not taken as CSV")
    command.add_argument("--into", required=True, metavar="PROJECT", help="the project file")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Import the file, save the project, and say what was done. Raises UserError."""
    from data.intake.refused_rows import save_refused
    from data.intake.run import run_import
    from data.intake.take import source_taken, take
    from data.own_change import with_own
    from data.project_file.record import ImportRecord
    from data.project_file.store import save_project
    from desktop.cli_intake import lines, opened, plan_of, report

    path = check_target("--into", arguments.into)
    refused = None if arguments.refused is None else check_target("--refused", arguments.refused)
    embedded = load()
    with _locked(path):
        known = _known(path, embedded)
        project = known.project if known else Project.start(embedded)
        table = opened(arguments, project.data, arguments.layer)
        source, assumed = _source(arguments, table, project.data)
        plan = plan_of(
            table,
            arguments,
            project.data,
            source,
            duplicates=arguments.duplicates,
            whole=arguments.whole,
            status=Status(arguments.status),
            category=arguments.category,
        )
        outcome = run_import(table.file, plan, project.data)
        told = [*assumed, *lines(report(table, plan, outcome))]
        if refused is not None:
            save_refused(outcome, refused)
        if not (outcome.sites or outcome.figures or outcome.removed):
            for line in told:
                complain(line)
            raise UserError("Nothing was imported, and {path} stays as it was.", path=path)
        own = take(outcome, plan, project.own, embedded)
        changed = with_own(project, own)
        record = ImportRecord(
            table.file.path.name,
            datetime.now().astimezone().isoformat(timespec="seconds"),
            source_taken(own, plan),
            arguments.layer,
            len(outcome.sites) or len(outcome.figures),
            len(outcome.refused),
        )
        save_project(
            changed,
            path,
            known.settings if known else None,
            known.thumbnails if known else None,
            (*(known.imports if known else ()), record),
            carry_from=path if known else None,
        )
    for line in told:
        say(line)
    say(f"Saved: {path}")
    return 0


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep others from the project while it is changed. Raises HeldError where somebody has it open."""
    from desktop.project.document import take_lock

    lock = take_lock(path.absolute(), user_name())
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


def _known(path: Path, embedded: DataSet) -> Opened | None:
    """Return the project at ``path``, None where there is none. Raises UserError for one that must not be changed."""
    from data.project_file.store import open_project

    if not path.exists():
        return None
    opened = open_project(path, embedded)
    if opened.read_only is not None:
        raise TargetError("{path} must not be written over; please name another project.", path=path)
    return opened


def _source(arguments: argparse.Namespace, table: Table, data: DataSet) -> tuple[Source, list[str]]:
    """Return the source that options and table name, and what was assumed of it.

    It is one that the project brought along under this name, else a new one. Raises InputError for an empty title.
    """
    from data.own_ids import new_source_id
    from data.own_sources import KIND, edition_of
    from desktop.cli_intake import day

    title, publisher = arguments.source.strip(), (arguments.publisher or "").strip()
    for option, text in (("--source", title), ("--publisher", publisher)):
        if not text and (option == "--source" or arguments.publisher is not None):
            raise InputError("{option} needs words: nothing is imported without its source.", option=option)
    assumed = []
    if not publisher:
        publisher = table.guess.publisher or _NOT_STATED
        assumed.append(f"Publisher, as --publisher names none: {publisher}")
    if arguments.date is not None:
        date = day("--date", arguments.date)
    else:
        date = table.guess.date or datetime.fromtimestamp(table.file.path.stat().st_mtime).date().isoformat()
        where = "the rows above the table" if table.guess.date else "the file"
        assumed.append(f"Date of the source, as --date names none: {date}, that of {where}")
    new = Source(new_source_id(data), title, publisher, date, arguments.url.strip(), KIND, "")
    return edition_of(data, new), assumed
