"""Writes the tables into docs/performance.md, between its two markers; the words around them are written by hand."""
from . import figures

BEGIN = "<!-- measured: begin -->"
END = "<!-- measured: end -->"


def renew(text, results):
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{tables(results)}\n{END}{tail}"


def tables(results):
    parts = [_machine(results)]
    for scene in figures.scenes(results):
        parts.append(f"### {results['scenes'][scene]}")
        for verb, reference in (("archive", "zip -6"), ("restore", "unzip")):
            found = figures.rows(results, scene, verb)
            if found:
                parts.append(_table(found, verb, reference, results["sizes"][scene]))
        kept = figures.musts(results, scene)
        if kept:
            parts.append("\n".join(f"- {what}: **{value:.2f}** (must be {limit}: {'kept' if good else 'NOT kept'})"
                                   for what, value, limit, good in kept))
    parts += [f"Skipped: {line}." for line in results["skipped"]]
    return "\n\n".join(parts)


def _table(found, verb, reference, size):
    compared = figures.by_command(found)
    base = compared.get(reference) or compared.get("pigz -6") or found[0]
    head = ["command", "wall s, median (least–most)", "CPU s", "peak MiB", "MB/s", f"speed, {base['command']} = 1"]
    archive = verb == "archive"
    if archive:
        head += ["MB", f"size, {base['command']} = 1"]
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    for row in found:
        name = f"**{row['command']}**" if row["command"].startswith("dmbackup") else row["command"]
        few = "" if row["rounds"] >= figures.LEAST_ROUNDS else f" (rounds: {row['rounds']})"
        cells = [name + few, f"{row['wall']:.2f} ({row['least']:.2f}–{row['most']:.2f})", f"{row['cpu']:.1f}",
                 f"{row['rss'] / 2 ** 20:.0f}", f"{size / 1e6 / row['wall']:.0f}", f"{base['wall'] / row['wall']:.2f}"]
        if archive:
            cells += [f"{row['bytes'] / 1e6:.1f}", f"{row['bytes'] / base['bytes']:.3f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _machine(results):
    machine = results["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items()
                         if name not in ("dmbackup", "7z-1"))
    return (f"{results['date']} · {machine['cpu']}, {machine['cores']} cores"
            f"{' with SHA instructions' if machine['sha_extensions'] else ''}, {machine['memory_gib']} GiB · "
            f"{machine['disk']} · {machine['system']}, Linux {machine['kernel']} · {machine['java']} · "
            f"{machine['versions']['dmbackup']}; {versions}")
