"""
What the window near the clock costs: how long a person waits for it, and its memory while it stands in the tray.

    python3 -m till.desktop --program target/dmbackup-0.1.0 --folder /tmp/desktop [--rounds 9]

Needs Xvfb, openbox, trayer and xwininfo. Each round starts `dmbackup desktop` over a living agent on a screen of its own
and waits until X says that the window is to be seen; memory is looked at ten seconds later. The system's caches are warm:
the first round is not counted. Ends with 3 when a limit does not hold.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import time

from till.agent import Agent
from till.stores import SqliteStore

START_SECONDS, MEMORY_MIB = 0.6, 90
TITLE = "DMASTER"


class Screen:
    def __enter__(self):
        self.server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment = dict(os.environ, DISPLAY=":" + self.server.stdout.readline().strip())
        self.others = [subprocess.Popen(words, env=self.environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
                       for words in (["openbox"], ["trayer", "--edge", "bottom", "--align", "right",
                                                   "--widthtype", "request", "--height", "28"])]
        time.sleep(1)
        return self

    def shows_window(self):
        tree = subprocess.run(["xwininfo", "-root", "-tree"], env=self.environment, capture_output=True, text=True)
        for line in tree.stdout.splitlines():
            if TITLE in line:
                window = line.split()[0]
                look = subprocess.run(["xwininfo", "-id", window], env=self.environment, capture_output=True, text=True)
                if "IsViewable" in look.stdout:
                    return True
        return False

    def __exit__(self, *_):
        for process in self.others + [self.server]:
            process.terminate()
            process.wait()


def memory_mib(pid, name):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1]) / 1024
    raise ValueError(name)


def private_mib(pid):
    kib = sum(int(line.split()[1]) for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
              if line.startswith("Private_"))
    return kib / 1024


def one_round(screen, program, home, settings):
    environment = dict(screen.environment, XDG_CONFIG_HOME=str(settings))
    began = time.monotonic()
    window = subprocess.Popen([program / "dmbackup", "desktop", "--home", home], env=environment)
    try:
        while not screen.shows_window():
            if window.poll() is not None or time.monotonic() - began > 30:
                raise SystemExit("the window does not come")
            # A look takes milliseconds; without a pause the looks would take a core from what is measured.
            time.sleep(0.02)
        start = time.monotonic() - began
        time.sleep(10)
        return start, memory_mib(window.pid, "VmRSS"), private_mib(window.pid)
    finally:
        window.terminate()
        window.wait()


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--program", type=pathlib.Path, required=True, help="an unpacked distribution")
    asked.add_argument("--folder", type=pathlib.Path, required=True, help="a folder that does not exist yet")
    asked.add_argument("--rounds", type=int, default=9)
    asked = asked.parse_args()
    asked.folder.mkdir(parents=True)
    program = asked.program.resolve()
    store = SqliteStore(asked.folder, 20)
    agent = Agent(asked.program, asked.folder / "home", store.options(), asked.folder / "terminal")
    try:
        agent.await_idle()
        with Screen() as screen:
            rounds = [one_round(screen, program, agent.home.resolve(), asked.folder.resolve() / "settings")
                      for _ in range(asked.rounds + 1)][1:]
    finally:
        agent.stop()
    shutil.rmtree(asked.folder)
    starts, rss, private = (sorted(values) for values in zip(*rounds))
    start, memory = statistics.median(starts), statistics.median(rss)
    print(f"window after {start:.2f} s (median of {len(starts)}, {starts[0]:.2f} to {starts[-1]:.2f}; limit "
          f"{START_SECONDS}); memory {memory:.0f} MiB, {statistics.median(private):.0f} of it private "
          f"(limit {MEMORY_MIB})")
    raise SystemExit(3 if start > START_SECONDS or memory > MEMORY_MIB else 0)


if __name__ == "__main__":
    main()
