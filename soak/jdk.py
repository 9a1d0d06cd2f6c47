"""Where the Java 25 is that runs the distribution: looked for as its own start script looks for it."""
import os
import pathlib
import re
import shutil

NEEDED = 25
FOLDERS = ("/usr/lib/jvm/*", "/opt/*", "/opt/java/*", "/usr/java/*", "~/.sdkman/candidates/java/*", "~/.jdks/*",
           "/Library/Java/JavaVirtualMachines/*/Contents/Home")


def java():
    """The java program; ends with what was looked at when there is none that fits."""
    looked = []
    for origin, home in candidates():
        found = version(home)
        if found >= NEEDED:
            return home / "bin" / "java"
        looked.append(f"  {origin}: {home}" + (f" (Java {found})" if found else ""))
    raise SystemExit(f"No JDK {NEEDED} was found; name its folder in JAVA_HOME. Looked in DMBACKUP_JAVA, JAVA_HOME, PATH, "
                     + ", ".join(FOLDERS) + (":\n" + "\n".join(looked) if looked else "."))


def candidates():
    for variable in ("DMBACKUP_JAVA", "JAVA_HOME"):
        if os.environ.get(variable):
            named = pathlib.Path(os.environ[variable])
            yield variable, named.parent.parent if named.name == "java" and named.parent.name == "bin" else named
    on_path = shutil.which("java")
    if on_path:
        yield "PATH", pathlib.Path(on_path).resolve().parent.parent
    for pattern in FOLDERS:
        pattern = pathlib.Path(pattern).expanduser()
        for folder in sorted(pathlib.Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor)))):
            if (folder / "bin" / "java").exists():
                yield str(folder.parent), folder


def version(home):
    """The major version of the Java in a folder, or 0: what its release file says."""
    try:
        found = re.search(r'^JAVA_VERSION="(\d+)', (home / "release").read_text(encoding="utf-8"), re.MULTILINE)
        return int(found.group(1)) if found and os.access(home / "bin" / "java", os.X_OK) else 0
    except OSError:
        return 0
