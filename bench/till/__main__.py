"""
How much a backup costs the till: the 99th percentile of a sale while the agent waits, and while it backs up.

    python3 -m till --program target/dmbackup-0.1.0 --folder /tmp/till [--engine postgresql]

Rounds take turns: idle, backup, idle, backup … A round with a first backup is one of a new home, whose agent has just
been installed; the others are hours of one home. A single backup of a small store sees too few sales for a 99th
percentile: it would be the one slowest sale. So the sales of all rounds of a kind are taken together, and their number is
told. Ratios count within this run; compare no seconds with those of another.
"""
import argparse
import pathlib
import shutil
import statistics
import time

from till.agent import Agent
from till.stores import STORES

LIMIT = 1.5


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def for_seconds(seconds):
    until = time.monotonic() + seconds
    return lambda: time.monotonic() < until


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--program", type=pathlib.Path, required=True, help="an unpacked distribution")
    asked.add_argument("--folder", type=pathlib.Path, required=True, help="a folder that does not exist yet")
    asked.add_argument("--engine", choices=sorted(STORES), default="sqlite")
    asked.add_argument("--megabytes", type=int, default=520)
    asked.add_argument("--rate", type=int, default=20, help="sales a second (20)")
    asked.add_argument("--homes", type=int, default=4, help="first backups (4)")
    asked.add_argument("--rounds", type=int, default=8, help="hourly backups, in all (8)")
    asked.add_argument("--idle-seconds", type=int, default=10, help="before each backup (10)")
    asked = asked.parse_args()
    asked.folder.mkdir(parents=True)
    if STORES[asked.engine].engine == "postgresql":
        asked.folder.chmod(0o755)
    store = STORES[asked.engine](asked.folder, asked.megabytes)
    # A pause of the store before its installation: what was written for it is on the disk.
    store.sell_while(for_seconds(5), asked.rate)
    till = Till(asked, store)
    try:
        for home in range(asked.homes):
            hours = asked.rounds * (home + 1) // asked.homes - asked.rounds * home // asked.homes
            till.home(asked.folder / f"home{home}", hours)
    finally:
        store.stop()
    shutil.rmtree(asked.folder)
    return till.table()


class Till:
    def __init__(self, asked, store):
        self.asked = asked
        self.store = store
        self.rounds = []
        self.looked = 0.0

    def home(self, folder, hours):
        """A home's first backup, and so many hours."""
        folder.mkdir()
        terminal = folder / "terminal"
        # Idle before the first backup: without an agent there is nothing but the till.
        idle = self.sell(for_seconds(self.asked.idle_seconds))
        begun = time.monotonic()
        agent = Agent(self.asked.program, folder / "home", self.store.options(), terminal)
        try:
            busy = self.sell(lambda: not agent.made_first())
            self.note("first backup", idle, busy, begun, agent)
            agent.await_idle()
            for hour in range(hours):
                idle = self.sell(for_seconds(self.asked.idle_seconds))
                begun = time.monotonic()
                job = agent.start_backup()
                self.note("hourly", idle, self.sell(lambda: not agent.ended(job)), begun, agent)
        finally:
            agent.stop()
        shutil.rmtree(folder)

    def sell(self, going_on):
        def still():
            self.looked = time.monotonic()
            return going_on()

        return self.store.sell_while(still, self.asked.rate)

    def note(self, kind, idle, busy, begun, agent):
        self.rounds.append((kind, idle, busy, self.looked - begun, agent.memory_mib("VmHWM")))

    def table(self):
        asked = self.asked
        print(f"\n{asked.engine}, {asked.megabytes} MB, {asked.rate} sales a second\n")
        print("| round | idle, p50 and slowest ms | during the backup ms | sales during it | backup s | peak MiB |")
        print("|---|---:|---:|---:|---:|---:|")
        for kind, idle, busy, seconds, peak in self.rounds:
            print(f"| {kind} | {statistics.median(idle):.1f} {max(idle):.1f} | "
                  f"{statistics.median(busy):.1f} {max(busy):.1f} | {len(busy)} | {seconds:.1f} | {peak:.0f} |")
        print("\n| all rounds together | sales | p50 ms | p90 | p99 | slowest | p99 / idle |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        idle = [value for _, part, *_ in self.rounds for value in part]
        ratios = [self.line("idle", idle, idle)]
        for kind in ("first backup", "hourly"):
            busy = [value for what, _, part, *_ in self.rounds if what == kind for value in part]
            if busy:
                ratios.append(self.line(kind, busy, idle))
        print(f"\nlimit {LIMIT}")
        return 0 if max(ratios) <= LIMIT else 3

    @staticmethod
    def line(kind, values, idle):
        ratio = percentile(values, 0.99) / percentile(idle, 0.99)
        print(f"| {kind} | {len(values)} | {statistics.median(values):.2f} | {percentile(values, 0.9):.1f} | "
              f"{percentile(values, 0.99):.1f} | {max(values):.1f} | {ratio:.2f} |")
        return ratio


if __name__ == "__main__":
    raise SystemExit(main())
