"""Background work comes back on the thread that asked, or not at all."""

from __future__ import annotations

import threading

import pytest

from desktop.worker import Workers


@pytest.fixture
def workers(qapp):
    pool = Workers()
    yield pool
    pool.close()


def test_results_and_faults_come_back_on_this_thread(workers, qtbot):
    came = []
    here = threading.get_ident()

    def fails(task):
        raise ValueError("no")

    workers.run_task(
        lambda task: threading.get_ident(), lambda there: came.append((there, threading.get_ident())), came.append
    )
    qtbot.waitUntil(lambda: len(came) == 1)
    there, back = came[0]
    assert there != here
    assert back == here
    workers.run_task(
        fails, lambda _: came.append("done"), lambda fault: came.append((str(fault), threading.get_ident()))
    )
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came[1] == ("no", here)


def test_a_cancelled_task_says_nothing(workers, qtbot):
    came, busy, go = [], [], threading.Event()
    workers.busy_changed.connect(busy.append)
    task = workers.run_task(lambda _: go.wait(5), came.append, came.append)
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: busy == [True, False])
    assert came == []


def test_closing_waits_for_what_runs(qapp):
    pool, ended, go = Workers(), [], threading.Event()

    def work(task):
        go.wait(5)
        ended.append(True)

    pool.run_task(work, ended.append, ended.append)
    go.set()
    pool.close()
    assert ended == [True]
