"""What is measured, in which circumstances, and by whom."""
import contextlib
import dataclasses
import os

from . import own, peers, ratios, repositories, rounds, verifying
from .resident import Java, Resident, options_in

WARM = ratios.PROMISED
DROPPED = "hour, dropped"
WITHOUT_SHA = "hour, no SHA"
DUMP = "SQL dump, warm"
VERIFY = "verify"

# Beside the scene in memory, with everybody, the others have those that the promises are about.
FROM_DISK = {"warm", "cold", "zip", "restic", "borg", "pgbackrest", "cp"}
HASHING = {"warm", "cold", "zip", "restic", "borg"}
OF_DUMP = {"warm", "cold", "zip", "cp"}
BACK_FROM_DISK = frozenset({"warm", "zip"})
BACK_ELSEWHERE = frozenset({"warm"})
NO_SHA_IN_JAVA = "-XX:-UseSHA"
NO_SHA_IN_OPENSSL = {"OPENSSL_ia32cap": ":~0x20000000"}

WARMING_PASSES = 4


@dataclasses.dataclass(frozen=True)
class Case:
    """What is measured: an hour after the base; and other hours' files with their bases, to warm up on."""
    hour: object
    base: own.Base
    warming: tuple


class Cast:
    """Everybody who takes part, and the histories that they begin with."""

    def __init__(self, options, history):
        self.history = history
        self.last = history.last()
        self.bases = []
        self._work = options.work
        self._left_out = set(filter(None, options.without.split(",")))
        self._program = options.program
        self._agents, self._commands = options_in(options.jvm_options), options.command_options
        self._java = lambda jvm, more=(): Java(options.java, options.classpath, [*jvm, *more])

    def others(self, env=None):
        keepers = [repositories.Keeper(tool, self.history.kept(tool.name), env) for tool in repositories.ALL]
        return [one for one in (peers.Original(), *peers.OTHERS, *keepers) if one.name not in self._left_out]

    def make_chain(self):
        with self.resident() as process:
            self.bases = self.history.chain(process, self.last)

    def resident(self, more=()):
        return Resident(self._java(self._agents, more))

    def pages(self):
        """The last hour's page file."""
        before = self.last - 1
        warming = [(self.history.pages(before), self.bases[max(0, before - 1 - back)])
                   for back in range(WARMING_PASSES)]
        return Case(self.history.hour(self.last, self._work), self.bases[-1], tuple(warming))

    def dump(self):
        """The last hour's SQL dump, after an archive of the one before."""
        before, folder = self.history.dump(self.last - 1), os.path.join(self._work, "dumps")
        os.makedirs(folder, exist_ok=True)
        archive = os.path.join(folder, "before.zip")
        if os.path.exists(archive):
            os.remove(archive)
        with self.resident() as process:
            _, words = process.ask("archive", before, folder, "before.zip")
        base = own.Base(archive, own.added(words)[1])
        hour = self.history.hour(self.last, folder, self.history.dump(self.last))
        return Case(hour, base, ((before, base),) * WARMING_PASSES)

    @contextlib.contextmanager
    def all(self, case, more=(), env=None):
        """Ours first, warmed up on other hours, and then the others."""
        with self.resident(more) as process:
            self._warm_up(process, case)
            commands = [own.Command(self._program, case.base), own.Command(self._program)]
            yield [own.Warm(process, case.base), own.Cold(self._java(self._commands, more), case.base),
                   own.Cycle(process, case.base), *commands, *self.others(env)]

    def _warm_up(self, process, case):
        folder = os.path.join(self._work, "warming")
        other, back = os.path.join(folder, "other"), os.path.join(folder, repositories.DUMP)
        os.makedirs(other, exist_ok=True)
        for dump, base in case.warming:
            process.ask("archive", dump, folder, own.ARCHIVE, base.path, base.seal)
            process.ask("deliver", os.path.join(folder, own.ARCHIVE), other, own.ARCHIVE)
            process.ask("extract", os.path.join(folder, own.ARCHIVE), back)
            os.remove(back)

    def verifiers(self, process):
        """Whole histories: ours is as many complete archives as there are hours, theirs one repository."""
        yield verifying.Archives(process, [base.path for base in self.bases])
        for tool in repositories.ALL:
            if tool.verified and tool.name not in self._left_out:
                yield verifying.Repository(tool, self.history.kept(tool.name), self.history.hour(self.last, self._work))


def play(cast, options, results, keep, say):
    """All scenes that have rounds; the first is the one that the promises are about."""
    def scene(name, title, count, case, members, restores, dropped=False, **circumstances):
        results["scenes"][name] = title
        results["sizes"][name] = os.path.getsize(case.hour.pages)
        with cast.all(case, **circumstances) as everybody:
            taken = tuple(one for one in everybody if members is None or one.name in members)
            back = frozenset(one.name for one in taken if one.restore_name) if restores is None else restores
            rounds.play(rounds.Scene(name, case.hour, taken, dropped, back), count, options.work, keep, say)

    pages = cast.pages()
    size = f"{os.path.getsize(pages.hour.pages) / 1e9:.2f} GB"
    if options.rounds:
        scene(WARM, f"Hour {cast.last}, page file of {size}, in the page cache", options.rounds, pages, None, None)
    if options.dropped_rounds and not rounds.may_drop():
        results["skipped"].append(f"page cache dropped: {rounds.DROP} may only be written by root")
    elif options.dropped_rounds:
        scene(DROPPED, "The same hour, page cache dropped before each", options.dropped_rounds, pages, FROM_DISK,
              BACK_FROM_DISK, dropped=True)
    if options.no_sha_rounds:
        scene(WITHOUT_SHA, "The same hour on a processor without SHA instructions", options.no_sha_rounds, pages,
              HASHING, BACK_ELSEWHERE, more=(NO_SHA_IN_JAVA,), env=NO_SHA_IN_OPENSSL)
    if options.dump_rounds:
        case = cast.dump()
        size = f"{os.path.getsize(case.hour.pages) / 1e9:.2f} GB"
        scene(DUMP, f"The same hour's SQL dump (`pg_dump -Fc -Z0`) of {size}, in the page cache", options.dump_rounds,
              case, OF_DUMP, BACK_ELSEWHERE)
    if options.verify_rounds:
        results["scenes"][VERIFY] = f"Everything kept of the {cast.last} hours before, verified"
        with cast.resident() as process:
            verifying.play(list(cast.verifiers(process)), options.verify_rounds, options.work, VERIFY, keep, say)
