"""Keep the Traditional Chinese catalogue in step with the sentences in the code.

``python -m resources.update_translations`` collects every sentence, adds the new ones to the ``.ts`` file as
unfinished, drops those that no longer exist, and compiles the ``.qm`` file that the program loads. Sentences are

* the two literals of a call ``translate("Context", "source")`` or ``mark("Context", "source")``,
* the first literal of a call of any ``data.errors.UserError``, in the context ``Error``,
* the first literal of a call of ``data.intake.cleaned.Refusal``, in the context ``Intake``.

Qt's own lupdate knows no functions with a fixed context and silently skips what it cannot read, so the code is read as
Python here; the catalogue stays a plain Qt Linguist file.
"""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import resources
from data.files import atomic_write

ROOT = resources.FOLDER.parent
CATALOGUE = resources.FOLDER / "translations" / "lifecircles_zh_TW.ts"
ERROR_CONTEXT = "Error"
REFUSAL, REFUSAL_CONTEXT = "Refusal", "Intake"

_ROOMS = ("data", "maps", "desktop")
_MARKERS = frozenset({"translate", "mark"})

Sentence = tuple[str, str]
"""context and English source"""


class SentenceError(Exception):
    """A sentence in the code cannot be collected; the message says where."""


def code_files(root: Path = ROOT) -> Iterator[Path]:
    """Yield the Python files whose sentences users see; the build of the data set speaks to developers only."""
    for room in _ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            if path.relative_to(root).parts[:2] != ("data", "build"):
                yield path


def sentences(root: Path = ROOT) -> dict[Sentence, str]:
    """Return every sentence of the code with the place of its first use, ``file:line``.

    Raises SentenceError where an error for the user does not begin with a literal.
    """
    trees = {path: ast.parse(path.read_text("utf-8")) for path in code_files(root)}
    errors = _user_errors(trees.values())
    found: dict[Sentence, str] = {}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                place = f"{path.relative_to(root).as_posix()}:{node.lineno}"
                sentence = _sentence(node, errors, place)
                if sentence is not None:
                    found.setdefault(sentence, place)
    return found


def read_catalogue(path: Path = CATALOGUE) -> dict[Sentence, str]:
    """Return the translations of a ``.ts`` file; '' where unfinished. A missing file is an empty catalogue."""
    if not path.exists():
        return {}
    found: dict[Sentence, str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and "type" not in translation.attrib
            found[name, message.findtext("source", "")] = (
                (translation.text or "") if translation is not None and finished else ""
            )
    return found


def write_catalogue(translations: Mapping[Sentence, str], path: Path = CATALOGUE) -> None:
    """Write a ``.ts`` file, sorted, so that two people who add sentences do not meet on one line."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="zh_TW" sourcelanguage="en">',
    ]
    for context in sorted({context for context, _ in translations}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for source in sorted(source for other, source in translations if other == context):
            text = translations[context, source]
            state = "" if text else ' type="unfinished"'
            lines += [
                "    <message>",
                f"        <source>{escape(source)}</source>",
                f"        <translation{state}>{escape(text)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    lines.append("</TS>")
    path.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


def compile_catalogue(target: Path, path: Path = CATALOGUE) -> None:
    """Write the ``.qm`` file of a ``.ts`` file with the lrelease that comes with PySide6."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise SystemExit("PySide6 is not installed here: run `python3 run.py test` once and use its .venv.")
    program = Path(spec.origin).with_name("lrelease.exe" if sys.platform == "win32" else "lrelease")
    # A program that is running has the catalogue in its memory as a part of the file: never write into that one.
    with atomic_write(target) as beside:
        subprocess.run([program, "-silent", path, "-qm", beside], check=True)


def placeholders(text: str) -> set[str]:
    """Return the names of the ``{named}`` fields of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def main() -> int:
    """Bring the catalogue up to date, compile it, and list what is still to be translated."""
    known = read_catalogue()
    wanted = sentences()
    merged = {sentence: known.get(sentence, "") for sentence in wanted}
    write_catalogue(merged)
    compile_catalogue(CATALOGUE.with_suffix(".qm"))
    unfinished = [sentence for sentence, text in merged.items() if not text]
    new, dropped = len(merged.keys() - known.keys()), len(known.keys() - merged.keys())
    print(f"{len(merged)} sentences, {new} new, {dropped} dropped, {len(unfinished)} unfinished.")
    for sentence in unfinished:
        print(f"unfinished: {wanted[sentence]}  {sentence[0]}: {sentence[1]}")
    return 1 if unfinished else 0


def _sentence(call: ast.Call, errors: frozenset[str], place: str) -> Sentence | None:
    name = _called(call)
    texts = [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args]
    if name in _MARKERS and len(texts) >= 2 and isinstance(texts[0], str) and isinstance(texts[1], str):
        return texts[0], texts[1]
    if name in _MARKERS and len(call.args) >= 2 and isinstance(call.args[1], ast.JoinedStr):
        raise SentenceError(f"{place}: an f-string cannot be translated; use {{named}} fields and str.format")
    if (name in errors or name == REFUSAL) and call.args:
        if isinstance(texts[0], str):
            return REFUSAL_CONTEXT if name == REFUSAL else ERROR_CONTEXT, texts[0]
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp):
            raise SentenceError(f"{place}: a sentence for the user must be a literal with {{named}} fields")
    return None


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _user_errors(trees: Iterable[ast.Module]) -> frozenset[str]:
    """Return the names of UserError and of every class derived from it, however deep."""
    bases = {
        node.name: {base.id if isinstance(base, ast.Name) else getattr(base, "attr", "") for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    names = {"UserError"}
    while more := {name for name, of in bases.items() if of & names} - names:
        names |= more
    return frozenset(names)


if __name__ == "__main__":
    raise SystemExit(main())
