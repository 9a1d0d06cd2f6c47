"""Runs one program and measures it: wall time to the last durable byte, processor time, memory."""
import os
import resource
import subprocess
import threading
import time

from . import trees

LOOK_EVERY_SECONDS = 0.02


class Failed(Exception):
    """The program did not end well."""


def run(command, outputs, stdout=None, cwd=None, env=None, said=None):
    """
    Runs the command with its whole tree of processes. Its outputs, files or folders, are made durable inside the
    measured time, so that a program that leaves that to luck is not ahead of one that does it.
    """
    with open(stdout or os.devnull, "wb") as out:
        own = _own_seconds()
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE, cwd=cwd, env=env)
        memory = Memory(process.pid)
        process.stdin.write(said or b"")
        process.stdin.close()
        words = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        peak = memory.peak()
        process.stderr.close()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode == 0:
            for path in outputs:
                _make_durable(path)
        wall = time.perf_counter() - begun
    if process.returncode != 0:
        raise Failed(f"{' '.join(command)}: exit {process.returncode}: {words.decode(errors='replace').strip()}")
    return {
        "wall": round(wall, 3),
        "cpu": round(usage.ru_utime + usage.ru_stime + _own_seconds() - own, 3),
        "rss": peak,
        "bytes": sum(trees.size(path) if os.path.isdir(path) else os.path.getsize(path) for path in outputs),
    }


def together(parts):
    """Several measurements, one after the other, as one; what comes out is what came out last."""
    return {
        "wall": round(sum(part["wall"] for part in parts), 3),
        "cpu": round(sum(part["cpu"] for part in parts), 3),
        "rss": max(part["rss"] for part in parts),
        "bytes": parts[-1]["bytes"],
        "parts": [part["wall"] for part in parts],
    }


class Memory:
    """
    The most memory that a process and its children had, asked while they run: what the kernel tells afterwards counts
    the memory of this harness, of which the process was a copy before it became the program.
    """

    def __init__(self, pid):
        self._pid = pid
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self):
        while not self._ended.wait(LOOK_EVERY_SECONDS):
            self._peak = max(self._peak, sum(peak_bytes(pid) for pid in _tree(self._pid)))

    def peak(self):
        self._ended.set()
        self._thread.join()
        return self._peak


def _tree(pid):
    found = [pid]
    for one in found:
        try:
            for task in os.listdir(f"/proc/{one}/task"):
                with open(f"/proc/{one}/task/{task}/children", encoding="ascii") as children:
                    found += [int(child) for child in children.read().split()]
        except OSError:
            pass
    return found


def peak_bytes(pid):
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def _make_durable(path):
    if os.path.isdir(path):
        trees.make_durable(path)
        return
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
