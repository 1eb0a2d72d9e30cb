"""Faults that are the user's to know: a sentence, never a traceback."""

from __future__ import annotations


class UserError(Exception):
    """A sentence that says what happened and what to do.

    ``template`` is the English source string with ``{named}`` fields, so that the desktop can translate it;
    ``str(error)`` is the English sentence.
    """

    exit_code = 1

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


class DataSetError(UserError):
    """A file of the embedded data set is missing or damaged; the sentence names it."""


class UnknownNameError(UserError):
    """A name given by the user does not exist; the sentence lists the valid ones."""

    exit_code = 2


class TargetError(UserError):
    """Something could not be written where the user asked for it; nothing half-written stays."""


class InputError(UserError):
    """A file or value given by the user is not what it should be; the sentence names it."""

    exit_code = 2
