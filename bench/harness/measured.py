"""Runs one program and measures it: wall time to the last durable byte, processor time, memory."""
import os
import resource
import subprocess
import threading
import time

LOOK_EVERY_SECONDS = 0.02


class Failed(Exception):
    """The program did not end well."""


def run(command, outputs, stdout=None, cwd=None):
    """
    Runs the command with its whole tree of processes. Its outputs are made durable inside the measured time, so that
    a program that leaves that to luck is not ahead of one that does it.
    """
    with open(os.devnull, "rb") as nothing, open(stdout or os.devnull, "wb") as out:
        own = _own_seconds()
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=nothing, stdout=out, stderr=subprocess.PIPE, cwd=cwd)
        memory = Memory(process.pid)
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        peak = memory.peak()
        process.stderr.close()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode == 0:
            for path in outputs:
                _make_durable(path)
        wall = time.perf_counter() - begun
    if process.returncode != 0:
        raise Failed(f"{' '.join(command)}: exit {process.returncode}: {said.decode(errors='replace').strip()}")
    return {
        "wall": round(wall, 3),
        "cpu": round(usage.ru_utime + usage.ru_stime + _own_seconds() - own, 3),
        "rss": peak,
        "bytes": sum(os.path.getsize(path) for path in outputs),
    }


class Memory:
    """
    The most memory that a process had, asked while it runs: what the kernel tells afterwards counts the memory of this
    harness, of which the process was a copy before it became the program. All programs here are one process.
    """

    def __init__(self, pid):
        self._status = f"/proc/{pid}/status"
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self):
        while not self._ended.wait(LOOK_EVERY_SECONDS):
            self._look()

    def _look(self):
        try:
            with open(self._status, encoding="utf-8") as lines:
                for line in lines:
                    if line.startswith("VmHWM:"):
                        self._peak = int(line.split()[1]) * 1024
        except OSError:
            pass

    def peak(self):
        self._ended.set()
        self._thread.join()
        return self._peak


def _make_durable(path):
    for name in (path, os.path.dirname(path)):
        file = os.open(name, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def _own_seconds():
    """What making durable costs is ours to add."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
