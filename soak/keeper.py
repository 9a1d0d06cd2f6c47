"""Keeps the agent alive as its launcher or the system would, kills it as a power cut would, and looks at its memory."""

import os
import pathlib
import random
import subprocess
import threading
import time

LOOK_EVERY = 2
AGAIN_AFTER = 3


class Keeper(threading.Thread):
    """
    Starts the agent, and starts it again when it ends unasked. Where the distribution has a launcher that does that
    itself, words are those that start the launcher, and the agent is looked for among its descendants.
    """

    def __init__(self, words, log, log_file):
        super().__init__(daemon=True)
        self.words = words
        self.log = log
        self.log_file = log_file
        self.child = None
        self.starts = 0
        self.unasked = []
        self.kills = 0
        self.peak_kib = 0
        self.idle_kib = 0
        self._killed = False
        self._over = threading.Event()

    def run(self):
        while not self._over.is_set():
            if self.child is None or self.child.poll() is not None:
                self._start_again()
            self._look()
            self._over.wait(LOOK_EVERY)

    def _start_again(self):
        if self.child is not None:
            if not self._killed:
                self.unasked.append(self.child.returncode)
                self.log(f"the agent ended by itself: exit {self.child.returncode}")
            self._over.wait(AGAIN_AFTER)
        self._killed = False
        self.starts += 1
        self.child = subprocess.Popen(self.words, stdin=subprocess.DEVNULL, stdout=self.log_file, stderr=self.log_file)

    def agent_pid(self):
        """The process that does the work: the only one whose command line says agent and that is a Java VM."""
        for pid in [self.child.pid, *descendants(self.child.pid)]:
            words = command_line(pid)
            if words and pathlib.Path(words[0]).name == "java" and "agent" in words:
                return pid
        return None

    def _look(self):
        pid = self.agent_pid()
        status = memory(pid) if pid else {}
        self.peak_kib = max(self.peak_kib, status.get("VmHWM", 0))
        self.idle_kib = status.get("VmRSS", self.idle_kib)

    def kill(self, why):
        """As a power cut would: the agent, not its launcher."""
        pid = self.agent_pid()
        if pid is None:
            return
        self._killed = True
        os.kill(pid, 9)
        self.kills += 1
        self.log(f"the agent was killed ({why}); it had {self.idle_kib / 1024:.0f} MiB")

    def stop(self):
        """In good order; whether it heeded that within half a minute."""
        self._over.set()
        self.join()
        self.child.terminate()
        try:
            self.child.wait(30)
            return True
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
            return False


class Kills:
    """When it is killed: some moments of each hour that nobody knows beforehand."""

    def __init__(self, keeper, an_hour, seed):
        self.keeper = keeper
        self.random = random.Random(seed)
        self.every = 3600 / an_hour if an_hour else None
        self.resting = False
        self.next = self._after(time.monotonic())

    def _after(self, moment):
        return moment + self.random.uniform(0.3, 1.7) * self.every if self.every else float("inf")

    def pass_by(self):
        if not self.resting and time.monotonic() >= self.next:
            self.keeper.kill("at a random moment")
            self.next = self._after(time.monotonic())


def command_line(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")[:-1]
    except OSError:
        return []


def memory(pid):
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return {}
    return {line.split(":")[0]: int(line.split()[1]) for line in lines if line.endswith(" kB")}


def descendants(pid):
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(word) for word in task.read_text().split()]
        except OSError:
            continue
        for child in children:
            found += [child, *descendants(child)]
    return found
