"""What the product promises against the others, what it aims at, and how far one run's scene kept it."""
import dataclasses

from . import figures, own, peers, repositories

# The scene that the promises are about; elsewhere the same ratios are shown, which nobody promised.
PROMISED = "hour, warm"


@dataclasses.dataclass(frozen=True)
class Promise:
    """A ratio that must be at least, or at most, so much."""
    words: str
    value: object
    must: float
    aim: float
    at_least: bool = True


@dataclasses.dataclass(frozen=True)
class Kept:
    words: str
    value: float
    must: str
    aim: str
    must_kept: bool


def of(results, scene):
    """Every promise that the scene has the measurements for."""
    archive = figures.by_command(figures.rows(results, scene, "archive"))
    restore = figures.by_command(figures.rows(results, scene, "restore"))
    kept = []
    for promise in _promises(results):
        try:
            value = promise.value(archive, restore)
        except KeyError:
            continue
        if value is not None:
            kept.append(_judged(promise, value))
    return kept


def _promises(results):
    warm, cold, cycle = own.Warm.archive_name, own.Cold.archive_name, own.Cycle.archive_name
    command = own.Command.based_name
    original = peers.Original.archive_name

    def faster(other, ours, verb=0):
        return lambda *found: found[verb][other]["wall"] / found[verb][ours]["wall"]

    def share(of, other, what):
        return lambda made, _: made[of][what] / made[other][what]

    return (
        Promise("hourly ZIP against `zip -6`, warm: speed", faster("zip -6", warm), 10, 16),
        Promise("hourly ZIP against `zip -6`, cold: speed", faster("zip -6", cold), 7, 10),
        Promise("hourly ZIP against `zip -6`, cold, by `archive create --base`: speed", faster("zip -6", command),
                7, 10),
        Promise("hourly ZIP against `zip -6`: size", share(warm, "zip -6", "bytes"), 1.05, 1.02, at_least=False),
        Promise("hourly ZIP against `cp` of the dump, warm: time", share(warm, "cp", "wall"), 2.2, 1.5,
                at_least=False),
        Promise("whole cycle against the original's: speed", faster(original, cycle), 6, 8.5),
        Promise("whole cycle against the original's: less CPU", share(original, cycle, "cpu"), 5, 8),
        *(Promise(f"hourly ZIP against `{tool.added}`, warm: speed", faster(tool.added, warm), must, aim)
          for tool, must, aim in zip(repositories.ALL, (1.1, 2, 1.4), (1.9, 3.5, 2.2))),
        Promise("new encoded bytes an hour against restic's growth, all hours",
                lambda made, _: _growth(results, made, warm), 0.5, 0.25, at_least=False),
        Promise("verified restore against `unzip`, warm: speed", faster("unzip", own.Warm.restore_name, 1), 2.5, 4),
        Promise("verified restore against `7z x`, warm: speed", faster("7z x", own.Warm.restore_name, 1), 1.4, 2.3),
    )


def _growth(results, made, warm):
    """With the hour that was measured; restic's grows by leaps, so that one hour alone tells little."""
    ours, restic = figures.growth(results, "dmbackup"), figures.growth(results, "restic")
    if not ours or len(ours) != len(restic):
        return None
    return (sum(ours) + made[warm]["added"]) / (sum(restic) + made[repositories.Restic.added]["added"])


def _judged(promise, value):
    must, aim = _missed(promise, value, promise.must), _missed(promise, value, promise.aim)
    words = "at least" if promise.at_least else "at most"
    return Kept(promise.words, value, f"{words} {promise.must:g}: {must or 'kept'}", f"{promise.aim:g}: {aim or 'kept'}",
                not must)


def _missed(promise, value, limit):
    sign = 1 if promise.at_least else -1
    return "" if sign * (value - limit) >= 0 else f"missed by {abs(value - limit) / limit:.0%}"
