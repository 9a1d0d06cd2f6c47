"""
How much a backup costs the till: the 99th percentile of a sale while the agent waits, and while it backs up.

    JAVA_HOME=… python3 -m till --program target/dmbackup-0.1.0 --folder /tmp/till [--engine postgresql]

Rounds alternate: idle, backup, idle, backup … The first backup is the store's first full one. One table is written, with
ratios within this run; compare no seconds with those of another.
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
    asked.add_argument("--rounds", type=int, default=4)
    asked.add_argument("--idle-seconds", type=int, default=15)
    asked = asked.parse_args()
    asked.folder.mkdir(parents=True)
    if STORES[asked.engine].engine == "postgresql":
        asked.folder.chmod(0o755)
    store = STORES[asked.engine](asked.folder, asked.megabytes)
    # A pause of the store before its installation: what was written for it is on the disk.
    store.sell_while(for_seconds(5), asked.rate)
    idle, busy, peaks = [], [], []
    try:
        rounds(asked, store, idle, busy, peaks)
    finally:
        store.stop()
    shutil.rmtree(asked.folder)
    return table(asked, idle, busy, peaks)


def rounds(asked, store, idle, busy, peaks):
    # Idle before the first backup: without an agent there is nothing but the till.
    idle.append(store.sell_while(for_seconds(asked.idle_seconds), asked.rate))
    agent = Agent(asked.program, asked.folder / "home", store.options(), asked.folder / "terminal")
    try:
        archive = asked.folder / "terminal"
        begun = time.monotonic()
        busy.append(store.sell_while(lambda: not any(archive.glob("??h/MCDados.zip")), asked.rate))
        peaks.append((time.monotonic() - begun, agent.memory_mib("VmHWM")))
        agent.await_idle()
        for _ in range(asked.rounds):
            idle.append(store.sell_while(for_seconds(asked.idle_seconds), asked.rate))
            begun = time.monotonic()
            job = agent.start_backup()
            busy.append(store.sell_while(lambda: not agent.ended(job), asked.rate))
            peaks.append((time.monotonic() - begun, agent.memory_mib("VmHWM")))
    finally:
        agent.stop()


def table(asked, idle, busy, peaks):
    print(f"\n{asked.engine}, {asked.megabytes} MB, {asked.rate} sales a second\n")
    print("| round | sale, p99 idle ms | p99 during the backup ms | ratio | p50 ratio | backup s | peak MiB |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for number, (before, during, (seconds, peak)) in enumerate(zip(idle, busy, peaks)):
        name = "first backup" if number == 0 else f"hourly {number}"
        quiet, loud = percentile(before, 0.99), percentile(during, 0.99)
        middle = statistics.median(during) / statistics.median(before)
        print(f"| {name} | {quiet:.1f} | {loud:.1f} | {loud / quiet:.2f} | {middle:.2f} | {seconds:.1f} | {peak:.0f} |")
    quiet = percentile([value for part in idle for value in part], 0.99)
    first = percentile(busy[0], 0.99) / quiet
    hourly = percentile([value for part in busy[1:] for value in part], 0.99) / quiet if busy[1:] else 0
    print(f"\nAll idle rounds together: p99 {quiet:.1f} ms. First backup {first:.2f} x idle, hourly {hourly:.2f} x "
          f"(limit {LIMIT})")
    return 0 if max(first, hourly) <= LIMIT else 3


if __name__ == "__main__":
    raise SystemExit(main())
