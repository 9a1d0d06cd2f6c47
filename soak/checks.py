"""What must hold after each hour, asked of the program and of tools that are not ours."""

import json
import subprocess


class Broken(Exception):
    """Something did not hold."""


def require(holds, message):
    if not holds:
        raise Broken(message)


def hour(program, store, folder, terminal, slot, rows_before):
    """
    Checks the hour that has just been backed up.

    rows_before: how many rows there were before the backup began; a restored database has at least these.
    Returns one line for the log.
    """
    listed = json.loads(program.call("list", "--json").text)["result"]
    held = [row for row in listed["slots"] if row["slot"] == slot]
    require(len(held) == 1, f"slot {slot} is listed {len(held)} times")
    for place, standing in held[0]["places"].items():
        require(standing == "held", f"slot {slot} at {place}: {standing}")
    for place in (folder / "home" / "Backup", terminal):
        archive = place / slot / "MCDados.zip"
        tested = subprocess.run(["unzip", "-tq", archive], capture_output=True, text=True)
        require(tested.returncode == 0, f"unzip finds {archive} damaged: {tested.stdout}{tested.stderr}")
    verified = program.call("verify", "--all")
    require(verified.code == 0, f"verify ended with {verified.code}: {verified.text}")
    rows = restored_rows(program, store, folder)
    live = store.rows()
    require(rows_before <= rows <= live, f"{rows} rows came back; there were {rows_before} before and {live} now")
    left = sorted(str(path) for name in ("*.tmp*", "*.parcial")
                  for path in (folder / "home").rglob(name))
    require(not left, f"left behind: {left}")
    return f"slot {slot} held at both places, {len(listed['slots'])} slots verified, {rows:,} rows restored and counted"


def restored_rows(program, store, folder):
    target = store.restored_target(folder)
    restored = program.call("restore", "--to", target)
    require(restored.code == 0, f"restore ended with {restored.code}: {restored.text}")
    rows = store.restored_rows(target)
    store.forget(target)
    return rows


def one_backup_an_hour(made):
    """made: the slots of all backups that the scheduler's calls made."""
    require(len(made) == len(set(made)), f"an hour was backed up twice: {made}")
