"""
What a waiting agent costs: its memory before and after a backup, its processor time, and how long an ERP waits for
`ensure-running`.

    python3 -m till.idle --program target/dmbackup-0.1.0 --folder /tmp/idle [--minutes 10]

Before: the agent has begun, there is a backup already, and it has been asked how it stands. After: the same agent, a
minute after a backup. Ends with 3 when a limit does not hold; with --minutes 0 it only looks at memory, and quickly.
"""
import argparse
import pathlib
import shutil
import time

from till import ensure
from till.agent import Agent
from till.stores import SqliteStore

BEFORE_MIB, AFTER_MIB, PROCESSOR = 70, 110, 0.002


def settled(agent, seconds):
    time.sleep(seconds)
    for _ in range(5):
        agent.status()
    time.sleep(11)  # memory that was freed is given back every ten seconds
    return agent.memory_mib("VmRSS")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--program", type=pathlib.Path, required=True, help="an unpacked distribution")
    asked.add_argument("--folder", type=pathlib.Path, required=True, help="a folder that does not exist yet")
    asked.add_argument("--megabytes", type=int, default=520)
    asked.add_argument("--minutes", type=float, default=10)
    asked = asked.parse_args()
    asked.folder.mkdir(parents=True)
    store = SqliteStore(asked.folder, asked.megabytes)
    agent = Agent(asked.program, asked.folder / "home", store.options(), asked.folder / "terminal")
    try:
        # The first life makes the first backup; the second one has nothing to do.
        agent.await_idle()
        agent.stop()
        agent = agent.again()
        agent.await_idle()
        before = settled(agent, 20 if asked.minutes else 8)
        worked = agent.processor_seconds()
        time.sleep(asked.minutes * 60)
        share = (agent.processor_seconds() - worked) / (asked.minutes * 60) if asked.minutes else 0
        job = agent.start_backup()
        while not agent.ended(job):
            time.sleep(0.3)
        peak = agent.memory_mib("VmHWM")
        after = settled(agent, 60 if asked.minutes else 8)
        quick = ensure.measure(asked.program, agent.home)
    finally:
        agent.stop()
    shutil.rmtree(asked.folder)
    print(f"before a backup {before:.1f} MiB (limit {BEFORE_MIB}), after it {after:.1f} MiB (limit {AFTER_MIB}), "
          f"at most {peak:.0f} MiB; processor {share:.2%} of one over {asked.minutes:g} minutes (limit {PROCESSOR:.1%})")
    return 0 if quick and before <= BEFORE_MIB and after <= AFTER_MIB and share <= PROCESSOR else 3


if __name__ == "__main__":
    raise SystemExit(main())
