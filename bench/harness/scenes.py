"""What is measured, in which circumstances, and by whom."""
import contextlib
import os

from . import own, peers, repositories, rounds
from .resident import Java, Resident

WARM = "hour, warm"
DROPPED = "hour, dropped"
WITHOUT_SHA = "hour, no SHA"

# Beside the scene in memory, with everybody, the others have those that the promises are about.
FROM_DISK = {"warm", "cold", "zip", "restic", "borg", "pgbackrest", "cp"}
HASHING = {"warm", "cold", "zip", "restic", "borg"}
BACK_FROM_DISK = {"warm", "zip"}
NO_SHA_IN_JAVA = "-XX:-UseSHA"
NO_SHA_IN_OPENSSL = {"OPENSSL_ia32cap": ":~0x20000000"}

WARMING_PASSES = 3


class Cast:
    """Everybody who takes part, and the histories that they begin with."""

    def __init__(self, options, history):
        self.history = history
        self.left_out = set(filter(None, options.without.split(",")))
        self._program = options.program
        self._java, self._classpath, self._jvm_options = options.java, options.classpath, options.jvm_options
        self.last = history.last()
        self.bases = []

    def java(self, more=()):
        return Java(self._java, self._classpath, self._jvm_options, more)

    def others(self, env=None):
        keepers = [repositories.Keeper(tool, self.history.kept(tool.name), env) for tool in repositories.ALL]
        return [one for one in (peers.Original(), *peers.OTHERS, *keepers) if one.name not in self.left_out]

    def make_chain(self):
        with Resident(self.java()) as process:
            self.bases = self.history.chain(process, self.last)

    @contextlib.contextmanager
    def all(self, work, more=(), env=None):
        """Ours first, warmed up on other hours, and then the others."""
        base = self.bases[-1]
        with Resident(self.java(more)) as process:
            self._warm_up(process, os.path.join(work, "warming"))
            cold = own.Cold(self.java(more), base)
            commands = [own.Command(self._program, base), own.Command(self._program)]
            yield [own.Warm(process, base), cold, own.Cycle(process, base), *commands, *self.others(env)]

    def _warm_up(self, process, folder):
        os.makedirs(folder, exist_ok=True)
        hour = self.last - 1
        for turn in range(WARMING_PASSES + 1):
            base = self.bases[max(0, hour - 1 - turn)]
            archive, back = os.path.join(folder, "MCDados.zip"), os.path.join(folder, repositories.DUMP)
            process.ask("archive", self.history.pages(hour), folder, "MCDados.zip", base.path, base.seal)
            os.makedirs(os.path.join(folder, "other"), exist_ok=True)
            process.ask("deliver", archive, os.path.join(folder, "other"), "MCDados.zip")
            process.ask("extract", archive, back)
            os.remove(back)


def play(cast, options, results, keep, say):
    hour = cast.history.hour(cast.last, options.work)
    size = f"{os.path.getsize(hour.pages) / 1e9:.2f} GB"

    def scene(name, title, count, members, restores, dropped=False, **circumstances):
        if count == 0:
            return
        results["scenes"][name] = title
        results["sizes"][name] = os.path.getsize(hour.pages)
        with cast.all(options.work, **circumstances) as everybody:
            taken = tuple(one for one in everybody if members is None or one.name in members)
            names = {one.name for one in taken if one.restore_name}
            rounds.play(rounds.Scene(name, hour, taken, dropped, frozenset(names if restores is None else restores)),
                        count, options.work, keep, say)

    scene(WARM, f"Hour {cast.last}, page file of {size}, in the page cache", options.rounds, None, None)
    if options.dropped_rounds and not rounds.may_drop():
        results["skipped"].append(f"page cache dropped: {rounds.DROP} may only be written by root")
    else:
        scene(DROPPED, "The same hour, page cache dropped before each", options.dropped_rounds, FROM_DISK,
              BACK_FROM_DISK, dropped=True)
    scene(WITHOUT_SHA, "The same hour on a processor without SHA instructions", options.no_sha_rounds, HASHING,
          {"warm"}, more=(NO_SHA_IN_JAVA,), env=NO_SHA_IN_OPENSSL)
