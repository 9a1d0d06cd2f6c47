"""Medians of the rounds of one scene; nothing is ever computed across runs."""
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
    row = {
        "command": command,
        "rounds": len(taken),
        "wall": statistics.median(walls),
        "least": min(walls),
        "most": max(walls),
        "cpu": statistics.median(one["cpu"] for one in taken),
        "rss": statistics.median(one["rss"] for one in taken),
        "bytes": statistics.median(one["bytes"] for one in taken),
    }
    if all("added" in one for one in taken):
        row["added"] = statistics.median(one["added"] for one in taken)
    if all("parts" in one for one in taken):
        row["parts"] = [statistics.median(part) for part in zip(*(one["parts"] for one in taken))]
    return row


def by_command(found):
    return {row["command"]: row for row in found}


def growth(results, program):
    """Bytes that each hour after the first added, of the hours before the one that is measured."""
    hours = results["growth"].get(program, {})
    numbers = sorted(map(int, hours))
    if all("added" in hours[str(number)] for number in numbers):
        return [hours[str(number)]["added"] for number in numbers[1:]]
    sizes = [hours[str(number)]["bytes"] for number in numbers]
    return [after - before for before, after in zip(sizes, sizes[1:])]
