#!/usr/bin/env python3
"""
The long run: the real program, the real clock, hour after hour, while a till sells.

Every minute the scheduler's two calls are made (backup --if-due, deliver --if-due). After each hour boundary the new
backup must stand at both places, pass other programs' tests, and come back with its rows. On the way the database's
server is down over a boundary (where there is one), the terminal is away over another, and a backup is killed in its
middle. Ends with 0 when everything held.
"""

import argparse
import datetime
import pathlib
import shutil
import sys
import time
import zoneinfo

import checks
from program import Program, kill
from till import PostgresStore, SqliteStore, Till
from trouble import Calm, ServerDown, TerminalAway

TROUBLE_MINUTES = 6
APART = datetime.timedelta(minutes=30)  # two automatic backups are never nearer, so the first hour's may come later
CHECK_MINUTES = 20  # after failures the pauses between attempts have grown to some minutes
NOT_DUE = 9
MADE = (0, 3)  # made and delivered; made, and owed to the terminal
STORES = {store.engine: store for store in (SqliteStore, PostgresStore)}


class Soak:
    def __init__(self, asked):
        self.zone = zoneinfo.ZoneInfo(asked.time_zone)
        self.folder = asked.folder.resolve()
        self.terminal = self.folder / "terminal"
        self.terminal.mkdir(parents=True)
        self.store = STORES[asked.engine](self.folder)
        self.till = Till(self.store)
        self.program = Program(asked.program.resolve(), self.folder / "home")
        self.boundaries = asked.hours
        self.made = []
        self.calls = []
        self.said = ""
        self.checked = 0
        self.log_file = open(asked.log, "w", encoding="utf-8")

    def log(self, text):
        line = f"{self.now():%H:%M:%S} {text}"
        print(line, flush=True)
        print(line, file=self.log_file, flush=True)

    def now(self):
        return datetime.datetime.now(self.zone)

    def run(self):
        begun = self.now()
        self.init()
        self.till.start()
        try:
            for boundary in range(1, self.boundaries + 1):
                top = begun.replace(minute=0, second=0, microsecond=0) + datetime.timedelta(hours=boundary)
                self.hour(boundary, top, max(top, begun + APART))
        finally:
            self.till.stop()
        checks.require(not self.till.failures, f"sales failed because of us: {self.till.failures[:3]}")
        checks.one_backup_an_hour(self.made)
        self.summary()

    def init(self):
        self.log(f"time zone {self.zone.key}, {self.boundaries} hour boundaries, engine {self.store.engine}, "
                 f"{self.store.rows():,} sales to begin with")
        first = self.program.call("init", *self.store.init_options(), "--terminal", str(self.terminal),
                                  "--time-zone", self.zone.key, "--lang", "en", "--yes")
        checks.require(first.code == 0, f"init ended with {first.code}: {first.text}")
        self.log(f"init: exit 0 in {first.seconds:.1f} s, peak {first.peak_mib:.0f} MiB. {first.last_line()}")
        self.made.append(f"{self.now():%H}h")

    def hour(self, boundary, top, due):
        """One boundary: the minutes up to it, and after it up to the checks."""
        while self.now() < top - datetime.timedelta(minutes=1):
            self.minute()
        rows_before = self.store.rows()
        trouble = self.trouble(boundary)
        trouble.begin()
        self.sleep_until(top)
        if boundary % 3 == 0:
            self.kill_a_backup()
        while self.now() < due + datetime.timedelta(minutes=TROUBLE_MINUTES):
            self.minute()
        trouble.end()
        while self.now() < due + datetime.timedelta(minutes=CHECK_MINUTES):
            self.minute()
        slot = f"{top.astimezone(self.zone):%H}h"
        self.log("checked: " + checks.hour(self.program, self.store, self.folder, self.terminal, slot, rows_before))
        self.checked += 1

    def trouble(self, boundary):
        """What is wrong around a boundary: the server on the first, the terminal on the second, then again."""
        if boundary % 3 == 1 and self.store.has_server:
            return ServerDown(self)
        return TerminalAway(self) if boundary % 3 == 2 else Calm()

    def kill_a_backup(self):
        child = self.program.start("backup", "--if-due")
        time.sleep(0.8)
        kill(child)
        self.log(f"a backup was killed after 0.8 s (it had ended already: {child.returncode >= 0})")

    def minute(self):
        """What the scheduler does every minute."""
        backup = self.program.call("backup", "--if-due", "--lang", "en")
        self.calls.append(backup)
        if backup.code in MADE:
            self.made.append(f"{self.now():%H}h")
        if backup.code != NOT_DUE or backup.last_line() != self.said:
            self.log(f"backup --if-due: exit {backup.code} in {backup.seconds:.1f} s, peak {backup.peak_mib:.0f} MiB. "
                     f"{backup.last_line()}")
        self.said = backup.last_line()
        delivered = self.program.call("deliver", "--if-due", "--lang", "en")
        self.calls.append(delivered)
        if delivered.code != 0 or "copied" in delivered.text:
            self.log(f"deliver --if-due: exit {delivered.code}. {delivered.last_line()}")
        self.sleep_until((self.now() + datetime.timedelta(minutes=1)).replace(second=0, microsecond=0))

    def sleep_until(self, moment):
        while (left := (moment - self.now()).total_seconds()) > 0:
            time.sleep(min(left, 5))

    def summary(self):
        slowest = max(self.calls, key=lambda call: call.seconds)
        peak = max(self.calls, key=lambda call: call.peak_mib)
        self.log(f"the end: {self.checked} hour boundaries, {len(self.made)} backups, {len(self.calls)} calls; "
                 f"slowest {slowest.seconds:.1f} s ({slowest.words}), "
                 f"greatest memory {peak.peak_mib:.0f} MiB ({peak.words}); {self.store.rows():,} sales")
        self.log("everything held")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--program", type=pathlib.Path, required=True, help="the launcher of an unpacked distribution")
    asked.add_argument("--folder", type=pathlib.Path, required=True, help="a folder that does not exist yet")
    asked.add_argument("--engine", choices=sorted(STORES), default="sqlite", help="kind of database (sqlite)")
    asked.add_argument("--hours", type=int, default=3, help="hour boundaries to pass (3)")
    asked.add_argument("--time-zone", default="America/Sao_Paulo", help="of the store; its hours are counted")
    asked.add_argument("--log", type=pathlib.Path, required=True)
    asked.add_argument("--keep", action="store_true", help="leave the folder at the end")
    asked.add_argument("--agent", action="store_true", help="the agent backs up, instead of the scheduler's calls")
    asked.add_argument("--without-launcher", action="store_true", help="the agent alone; it is started again from here")
    asked.add_argument("--kills", type=float, default=4, help="how often an hour the agent is killed at random (4)")
    asked.add_argument("--seed", type=int, default=1, help="of the random moments (1)")
    asked = asked.parse_args()
    if asked.agent:
        from agent_soak import AgentSoak
        soak = AgentSoak(asked)
    else:
        soak = Soak(asked)
    try:
        soak.run()
    except checks.Broken as broken:
        soak.log(f"BROKEN: {broken}")
        return 1
    finally:
        soak.store.stop()
    if not asked.keep:
        shutil.rmtree(soak.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
