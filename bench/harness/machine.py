"""What the figures were measured on: the machine and the versions of the programs; no host name, no paths."""
import os
import platform
import re
import subprocess


def describe(folder, peers, program):
    return {
        "cpu": _field("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count(),
        "sha_extensions": "sha_ni" in _field("/proc/cpuinfo", "flags").split(),
        "memory_gib": round(int(_field("/proc/meminfo", "MemTotal").split()[0]) / 2 ** 20),
        "kernel": platform.release(),
        "system": _field("/etc/os-release", "PRETTY_NAME", "=").strip('"'),
        "disk": _disk(folder),
        "versions": {peer.name: _version(peer) for peer in peers} | {"dmbackup": _first([*program, "--version"])},
        "java": _first(["java", "-version"], os.environ.get("JAVA_HOME")),
    }


def _field(path, name, separator=":"):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            key, _, value = line.partition(separator)
            if key.strip() == name:
                return value.strip()
    return "?"


def _disk(folder):
    line = subprocess.run(["df", "--output=source,fstype", folder], capture_output=True, text=True).stdout.split("\n")[1]
    source, kind = line.split()
    name = re.sub(r"p?\d+$", "", os.path.basename(source))
    rotating = f"/sys/block/{name}/queue/rotational"
    sort = "?"
    if os.path.exists(rotating):
        with open(rotating, encoding="ascii") as flag:
            sort = "hard disk" if flag.read().strip() == "1" else "solid state"
    return f"{kind} on {'virtual disk' if name.startswith('vd') else 'disk'}, reported as {sort}"


def _version(peer):
    arguments = {"cp": ["cp", "--version"], "zip": ["zip", "-v"], "7z": ["7z"], "7z-1": ["7z"]}
    text = _first(arguments.get(peer.name, [peer.program, "--version"]), words=r"\d+\.\d[\w.]*")
    return text


def _first(command, java_home=None, words=None):
    """The first line that a program says of itself, or the first word like that."""
    if java_home:
        command = [os.path.join(java_home, "bin", command[0]), *command[1:]]
    try:
        said = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    except OSError:
        return "?"
    text = (said.stdout or said.stderr).strip()
    if words:
        found = re.search(words, "\n".join(line for line in text.splitlines() if "opyright" not in line or "7-Zip" in line))
        return found.group(0) if found else "?"
    return text.splitlines()[-1 if "DMBackup" in text else 0] if text else "?"
