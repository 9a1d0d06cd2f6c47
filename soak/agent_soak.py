"""The long run of the agent: the program's own service on the real clock, killed now and then, watched from outside."""

import datetime
import time

import checks
import jdk
from keeper import Keeper, Kills
from soak import APART, Soak
from trouble import WrongSettings

PATIENCE = datetime.timedelta(minutes=20)  # after failures the pauses between attempts have grown to some minutes
TROUBLE_AFTER = datetime.timedelta(minutes=4)
LOOK_SECONDS = 0.2


def launcher(program):
    """The words that start the launcher of an unpacked distribution; it starts its agent, again and again."""
    (jar,) = (program.parent / "lib").glob("dmbackup-launcher-*.jar")
    return [str(jdk.java()), "-XX:+UseSerialGC", "-Xmx16m", "-jar", str(jar), "--program", str(program.parent)]


class AgentSoak(Soak):
    def __init__(self, asked):
        super().__init__(asked)
        self.program.patience_when_busy = 300
        self.agent_log = open(self.folder / "agent.out", "ab")
        words = [str(asked.program.resolve()), "agent"] if asked.without_launcher else launcher(asked.program.resolve())
        words += ["--home", self.program.home]
        self.keeper = Keeper(words, self.log, self.agent_log)
        self.kills = Kills(self.keeper, asked.kills, asked.seed)
        self.seen = {}
        self.kill_in = None
        self.killed_in_backup = 0

    def run(self):
        begun = self.now()
        self.init()
        self.seen = self.archives()
        self.till.start()
        self.keeper.start()
        try:
            for boundary in range(1, self.boundaries + 1):
                top = begun.replace(minute=0, second=0, microsecond=0) + datetime.timedelta(hours=boundary)
                self.hour(boundary, top, max(top, begun + APART))
            checks.require(self.keeper.stop(), "the agent did not end in good order when it was asked to")
        finally:
            self.till.stop()
            if self.keeper.child and self.keeper.child.poll() is None:
                self.keeper.stop()
        checks.require(not self.till.failures, f"sales failed because of us: {self.till.failures[:3]}")
        checks.one_backup_an_hour(self.made)
        checks.require(not self.keeper.unasked, f"the agent ended unasked: {self.keeper.unasked}")
        self.agent_summary()

    def hour(self, boundary, top, due):
        self.watch_until(top - datetime.timedelta(minutes=1))
        rows_before = self.store.rows()
        slot = f"{top.astimezone(self.zone):%H}h"
        # An agent that begins anew while the settings are wrong has no last good ones: then it is let live.
        wrong_settings = boundary % 3 == 0
        self.kill_in = None if wrong_settings else slot
        self.kills.resting = True
        trouble = WrongSettings(self) if wrong_settings else self.trouble(boundary)
        trouble.begin()
        self.watch_until(top + TROUBLE_AFTER)
        trouble.end()
        self.await_slot(slot, due + PATIENCE)
        self.log("checked: " + checks.hour(self.program, self.store, self.folder, self.terminal, slot, rows_before)
                 + f"; the agent has {self.keeper.idle_kib / 1024:.0f} MiB")
        self.checked += 1
        self.kills.resting = False

    def await_slot(self, slot, latest):
        """Until the hour's backup stands at both places."""
        while self.now() < latest:
            if slot in self.made and (self.terminal / slot / "MCDados.zip").exists() and self.delivered(slot):
                return
            self.look()
            time.sleep(LOOK_SECONDS)
        raise checks.Broken(f"{slot} is not at both places at {latest:%H:%M}; made so far: {self.made}")

    def delivered(self, slot):
        own = self.program.home_folder() / "Backup" / slot / "MCDados.zip"
        return own.exists() and own.read_bytes() == (self.terminal / slot / "MCDados.zip").read_bytes()

    def watch_until(self, moment):
        while self.now() < moment:
            self.look()
            self.kills.pass_by()
            time.sleep(LOOK_SECONDS)

    def kill_while_writing(self):
        """Once for each boundary: while an archive grows, which then has a temporary name."""
        if self.kill_in and self.writing():
            time.sleep(self.kills.random.uniform(0, 0.5))
            self.keeper.kill(f"while it wrote {self.kill_in}" if self.writing() else f"just after {self.kill_in}")
            self.killed_in_backup += 1
            self.kill_in = None

    def writing(self):
        return any((self.program.home_folder() / "Backup").rglob(".dmbackup-*.parcial"))

    def archives(self):
        found = (self.program.home_folder() / "Backup").glob("??h/MCDados.zip")
        return {path.parent.name: path.stat().st_mtime_ns for path in found}

    def look(self):
        self.kill_while_writing()
        now = self.archives()
        for slot, changed in now.items():
            if self.seen.get(slot) != changed:
                self.made.append(slot)
                self.log(f"a backup stands in slot {slot}")
        self.seen = now

    def agent_summary(self):
        self.log(f"the end: {self.checked} hour boundaries, {len(self.made)} backups; the agent was started "
                 f"{self.keeper.starts} times and killed {self.keeper.kills} times, {self.killed_in_backup} of them "
                 f"around the hour's backup; greatest memory {self.keeper.peak_kib / 1024:.0f} MiB; "
                 f"{self.store.rows():,} sales")
        self.log("everything held")
