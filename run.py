#!/usr/bin/env python3
"""Set up and start the program with nothing but Python 3.11 or newer.

``python3 run.py [arguments of the program]``, or with one of these words first:
``test`` (arguments go to pytest; without any all tests run, on all cores), ``bench`` (to the benchmarks), ``lint``.
The first start makes ``.venv`` beside this file; later ones only look whether it still fits.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

VERSION = "{}.{}".format(*sys.version_info)
if sys.version_info < (3, 11):  # noqa: UP036  before anything that an older Python cannot run
    sys.exit(f"Lifecircles needs Python 3.11 or newer; this is {VERSION} ({sys.executable}).")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.txt"
RUN, WORK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"  # the second holds all of the first

# Shared libraries that Qt's wheels expect from the system, and their Debian packages.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}

OFFICE = "libreoffice-impress-nogui"

EVERY_TEST = ["-n", "auto", "--dist", "loadfile"]  # on all cores; tests of one file share what they set up
LINTERS = (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports", "--no-logo"))


def main(arguments: list[str]) -> int:
    """Set up what is needed, then become the program, the tests, the benchmarks or the linters."""
    word, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    prepare(WORK if word in {"test", "bench", "lint"} else RUN)
    if word == "lint":
        return lint()
    if sys.platform == "linux":
        provide_libraries()
    if word == "test":
        provide_office()
        return become(["-m", "pytest", *(rest or EVERY_TEST)], ROOT)
    if word == "bench":
        return become(["-m", "benchmarks", *rest], ROOT)
    return become(["-m", "desktop", *arguments])


def become(arguments: list[str], folder: Path | None = None) -> int:
    """Replace this process by the environment's Python; Windows cannot, so there it waits for it."""
    if folder is not None:
        os.chdir(folder)
    command = [str(PYTHON), "-P", *arguments]  # -P: a folder named data where the user stands is not ours
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


def lint() -> int:
    """Run every linter, also after one has complained."""
    results = [subprocess.call([PYTHON.with_name(name + PYTHON.suffix), *rest], cwd=ROOT) for name, *rest in LINTERS]
    return int(any(results))


# ---------------------------------------------------------------- the environment


def prepare(lock: Path) -> None:
    """Make ``.venv`` hold what a lock file says; leave it alone if it already does."""
    if fits(lock):
        return
    with OneAtATime():
        if fits(lock):  # another start was installing while this one waited
            return
        build(lock)


def fits(lock: Path) -> bool:
    """Tell whether ``.venv`` was completed from this lock, here, by a Python of this version that still exists."""
    try:
        *before, base, installed = STAMP.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return False
    kept = before == place() and PYTHON.exists() and os.path.exists(base)
    return kept and installed in {digest(WORK), digest(lock)}


def place() -> list[str]:
    """Return what an environment depends on besides its lock: where it is and the Python that it leads to."""
    return [str(VENV), VERSION, os.path.realpath(PYTHON)]


def digest(lock: Path) -> str:
    """Return the name and the SHA-256 of a lock file."""
    return f"{lock.name} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def build(lock: Path) -> None:
    """Install a lock. The stamp is written last, so that whatever was interrupted is done again from nothing."""
    base = getattr(sys, "_base_executable", None) or sys.executable  # this very Python may be the .venv's
    provide_venv(base)
    say(f"Setting up {VENV} (once; this takes a minute) ...")
    remove(VENV)
    try:
        run([base, "-m", "venv", VENV], "Python could not make the environment")
        ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
        packages = run([PYTHON, "-c", ask], "The new environment's Python does not start")
        run(
            [PYTHON, "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "-r", lock],
            "The packages could not be installed. Is there a network connection?",
            PIP_USER="0",
            PIP_DISABLE_PIP_VERSION_CHECK="1",
        )
        Path(packages[-1], "lifecircles.pth").write_text(f"{ROOT}\n", "utf-8")
        STAMP.write_text("\n".join([*place(), base, digest(lock)]), "utf-8")
    except BaseException:
        remove(VENV)
        raise


def run(command: Sequence[str | Path], what: str, **variables: str) -> list[str]:
    """Run a command and return its lines; show those that tell of progress. Ends the program if it fails."""
    lines = []
    with subprocess.Popen(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            if line.startswith(("Collecting", "Installing")):
                say("  " + lines[-1].partition(" (from ")[0][:100])
    if process.returncode:
        stop(what, lines[-8:])
    return lines


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it."""
    import shutil

    try:
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        stop(f"{folder} cannot be renewed. Is the program still running from it?", [str(error)])


class OneAtATime:
    """Let one start install at a time: the others wait. The system frees the lock even if this process is killed."""

    def __enter__(self) -> None:
        self.file = open(__file__, "rb")
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(self.file, fcntl.LOCK_EX)
            return
        import msvcrt

        self.file.seek(1 << 30)  # far behind the end, so that nobody is kept from reading the file
        locked = False
        while not locked:
            try:
                msvcrt.locking(self.file.fileno(), msvcrt.LK_LOCK, 1)
                locked = True
            except OSError:  # it gives up after ten seconds, an installation takes longer
                continue

    def __exit__(self, *_: object) -> None:
        self.file.close()


# ---------------------------------------------------------------- the system


def provide_venv(python: str) -> None:
    """See that Python can make environments: Debian and Ubuntu keep that in a package of its own."""
    from importlib.util import find_spec

    if find_spec("venv") is None or find_spec("ensurepip") is None:
        provide([f"python{VERSION}-venv"], f"{python} cannot make environments (it lacks venv or ensurepip)")


def provide_libraries() -> None:
    """See that the shared libraries are there that Qt needs; trying to load them costs a few milliseconds."""
    wanted = dict(LIBRARIES)
    if "QT_QPA_PLATFORM" not in os.environ:
        if os.environ.get("WAYLAND_DISPLAY"):
            wanted |= WAYLAND_LIBRARIES
        elif os.environ.get("DISPLAY"):
            wanted |= X11_LIBRARIES
    missing = {library: package for library, package in wanted.items() if not loads(library)}
    if missing:
        provide(sorted(missing.values()), f"Qt needs system libraries that are missing ({', '.join(sorted(missing))})")


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a shared library."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(packages: list[str], why: str) -> None:
    """Install Debian packages if this is Debian or Ubuntu and we are root; otherwise say what to type, and end."""
    import shutil

    install = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if shutil.which("apt-get") is None:
        stop(f"{why}. Please install them with your system's package manager; on Debian they are:", packages)
    if os.geteuid() != 0:
        stop(f"{why}. Please type:", ["sudo apt-get update && sudo " + install])
    say(f"{why}; installing {' '.join(packages)} ...")
    # An update with one dead mirror among others must not keep the packages from being installed.
    both = ["sh", "-c", f"apt-get update; exec {install}"]
    run(both, "The packages could not be installed. Is there a network connection?", DEBIAN_FRONTEND="noninteractive")


def provide_office() -> None:
    """Let the tests open slides in LibreOffice where it is there or can be had; elsewhere that test is skipped."""
    import shutil

    if shutil.which("soffice") or shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    say(f"The tests open slides in LibreOffice; installing {OFFICE} ...")
    both = ["sh", "-c", f"apt-get update; exec apt-get install -y --no-install-recommends {OFFICE}"]
    done = subprocess.run(
        both, capture_output=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False
    )
    if done.returncode:
        say("It could not be installed; the test is skipped.")


def say(text: str) -> None:
    """Speak on standard error: standard output belongs to the program's tables."""
    print(text, file=sys.stderr, flush=True)


def stop(sentence: str, lines: list[str]) -> None:
    """End with a sentence and the lines that belong to it."""
    sys.exit("\n  ".join([sentence, *lines]))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Interrupted.")
