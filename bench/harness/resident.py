"""Our own program as it runs in the agent: one process that lives on and is asked to do one pass after the other."""
import os
import subprocess
import time

from . import measured

MAIN = "br.com.dmbackup.bench.resident.Resident"
TICKS = os.sysconf("SC_CLK_TCK")


class Java:
    """How a process is started."""

    def __init__(self, java, classpath, options):
        self.command = [java, *options, "-Dslf4j.internal.verbosity=ERROR", "-cp", classpath, MAIN]


def options_in(path):
    """One a line, beside comments."""
    with open(path, encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


class Resident:
    """Ends with the `with` block."""

    def __init__(self, java):
        self._process = subprocess.Popen(java.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                         encoding="utf-8", bufsize=1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def ask(self, *words):
        """Figures of the work, `bytes` left to the caller, and the words of the answer."""
        pid = self._process.pid
        _forget_peak(pid)
        cpu = _cpu_seconds(pid)
        begun = time.perf_counter()
        self._process.stdin.write("\t".join(map(str, words)) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        wall = time.perf_counter() - begun
        return {"wall": round(wall, 3), "cpu": round(_cpu_seconds(pid) - cpu, 3), "rss": measured.peak_bytes(pid)}, \
            answered(line)


def answered(line):
    """The words after the `ok`."""
    ok, *words = line.rstrip("\n").split("\t")
    if ok != "ok":
        raise measured.Failed(f"resident: {line.strip() or 'ended'}")
    return words


def _cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _forget_peak(pid):
    with open(f"/proc/{pid}/clear_refs", "w", encoding="ascii") as refs:
        refs.write("5")
