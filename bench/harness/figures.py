"""Medians of the rounds, and ratios within one scene; nothing else is computed from the measurements."""
import statistics

LEAST_ROUNDS = 5


def rows(results, scene, verb):
    """One row per command in the order in which they ran."""
    taken = [one for one in results["measurements"] if one["scene"] == scene and one["verb"] == verb]
    commands = list(dict.fromkeys(one["command"] for one in taken))
    return [_row(command, [one for one in taken if one["command"] == command]) for command in commands]


def scenes(results):
    return list(dict.fromkeys(one["scene"] for one in results["measurements"]))


def _row(command, taken):
    walls = [one["wall"] for one in taken]
    return {
        "command": command,
        "rounds": len(taken),
        "wall": statistics.median(walls),
        "least": min(walls),
        "most": max(walls),
        "cpu": statistics.median(one["cpu"] for one in taken),
        "rss": statistics.median(one["rss"] for one in taken),
        "bytes": statistics.median(one["bytes"] for one in taken),
    }


def by_command(found):
    return {row["command"]: row for row in found}


def musts(results, scene):
    """The product's promises: (text, value, limit, whether kept), as far as they were measured in this scene."""
    archive = by_command(rows(results, scene, "archive"))
    restore = by_command(rows(results, scene, "restore"))
    ours = archive.get("dmbackup archive create")
    back = restore.get("dmbackup archive extract")
    kept = []
    if ours and "pigz -6" in archive:
        value = archive["pigz -6"]["wall"] / ours["wall"]
        kept.append(("archive: speed against `pigz -6`", value, "at least 0.9", value >= 0.9))
    if ours and "zip -6" in archive:
        value = ours["bytes"] / archive["zip -6"]["bytes"]
        kept.append(("archive: size against `zip -6`", value, "at most 1.05", value <= 1.05))
    if back and "unzip" in restore:
        value = restore["unzip"]["wall"] / back["wall"]
        kept.append(("restore: speed against `unzip`", value, "at least 2", value >= 2))
    return kept
