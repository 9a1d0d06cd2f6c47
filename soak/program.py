"""Runs the real program as a store's scheduler does, and keeps what it said, how long it took and what it needed."""

import os
import pathlib
import signal
import subprocess
import time
from dataclasses import dataclass


ALREADY_RUNNING = 8


@dataclass(frozen=True)
class Call:
    """One finished call of the program."""

    words: str
    code: int
    seconds: float
    peak_mib: float
    text: str

    def last_line(self):
        lines = [line.strip() for line in self.text.splitlines() if line.strip()]
        return lines[-1] if lines else ""


class Program:
    """The program with its home folder. Every call is a process of its own."""

    def __init__(self, launcher, home):
        self.launcher = str(launcher)
        self.home = str(home)
        self.patience_when_busy = 0

    def home_folder(self):
        return pathlib.Path(self.home)

    def start(self, *words):
        """Starts a call whose output is thrown away; for calls that will be killed."""
        return subprocess.Popen(self._argv(words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def call(self, *words):
        """Calls it, again while another process has the home, for as long as patience lasts."""
        give_up = time.monotonic() + self.patience_when_busy
        call = self._call(words)
        while call.code == ALREADY_RUNNING and time.monotonic() < give_up:
            time.sleep(3)
            call = self._call(words)
        return call

    def _call(self, words):
        begun = time.monotonic()
        child = subprocess.Popen(self._argv(words), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        text = child.stdout.read()
        child.stdout.close()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        return Call(" ".join(words), child.returncode, time.monotonic() - begun, usage.ru_maxrss / 1024, text)

    def _argv(self, words):
        return [self.launcher, *words, "--home", self.home]


def kill(child):
    """As a power cut would: no chance to tidy up."""
    child.send_signal(signal.SIGKILL)
    child.wait()
