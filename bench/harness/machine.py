"""What the figures were measured on: the machine and the versions of the programs; no host name, no paths."""
import os
import platform
import re
import subprocess


def describe(options, peers):
    return {
        "cpu": _field("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count(),
        "sha_extensions": "sha_ni" in _field("/proc/cpuinfo", "flags").split(),
        "memory_gib": round(int(_field("/proc/meminfo", "MemTotal").split()[0]) / 2 ** 20),
        "kernel": platform.release().split("-")[0],
        "system": _field("/etc/os-release", "PRETTY_NAME", "=").strip('"'),
        "disk": _disk(options.work),
        "versions": {peer.program: _version(peer) for peer in peers} | {
            "dmbackup": _first([*options.program, "--version"])},
        "java": _java(options.java),
    }


def _field(path, name, separator=":"):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            key, _, value = line.partition(separator)
            if key.strip() == name:
                return value.strip()
    return "?"


def _disk(folder):
    said = subprocess.run(["df", "--output=source,fstype", folder], capture_output=True, text=True).stdout
    source, kind = said.split("\n")[1].split()
    name = re.sub(r"p?\d+$", "", os.path.basename(source))
    if name.startswith("vd"):
        return f"{kind} on a virtual disk"
    with open(f"/sys/block/{name}/queue/rotational", encoding="ascii") as flag:
        return f"{kind} on a {'hard disk' if flag.read().strip() == '1' else 'solid-state disk'}"


def _java(java):
    """Of the process that lives on; the launcher of the program finds the same one."""
    release = os.path.join(os.path.dirname(os.path.dirname(java)), "release")
    if not os.path.isfile(release):
        return "?"
    quoted = [_field(release, name, "=").strip('"') for name in ("IMPLEMENTOR", "JAVA_VERSION")]
    return " JDK ".join(quoted)


def _version(peer):
    arguments = {"zip": ["zip", "-v"], "7z": ["7z"], "restic": ["restic", "version"],
                 "pgbackrest": ["pgbackrest", "version"]}
    return _first(arguments.get(peer.program, [peer.program, "--version"]), words=r"\d+\.\d[\w.]*")


def _first(command, words=None):
    """The first line that a program says of itself, or the first word like that."""
    try:
        said = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    except OSError:
        return "?"
    lines = (said.stdout or said.stderr).strip().splitlines()
    if words:
        found = re.search(words, "\n".join(line for line in lines if "Copyright (c) 1990" not in line))
        return found.group(0) if found else "?"
    return lines[0] if lines else "?"
