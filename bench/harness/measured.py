"""Runs one program and measures it: wall time to the last durable byte, processor time, memory."""
import os
import resource
import subprocess
import time


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
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
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
        "rss": usage.ru_maxrss * 1024,
        "bytes": sum(os.path.getsize(path) for path in outputs),
    }


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
