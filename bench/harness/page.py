"""Writes the tables into docs/performance.md, between its two markers; the words around them are written by hand."""
import statistics

from . import figures, ratios

PROMISED_FROM_BYTES = 1_500_000_000
PARTS = "of these: dump written {:.2f} s, archived {:.2f} s, delivered {:.2f} s"


def renew(text, results):
    return between(text, "measured", tables(results))


def between(text, mark, words):
    """The page with other words between two of its marks."""
    begin, end = f"<!-- {mark}: begin -->", f"<!-- {mark}: end -->"
    head, _, rest = text.partition(begin)
    _, _, tail = rest.partition(end)
    return f"{head}{begin}\n{words}\n{end}{tail}"


def tables(results):
    parts = [_machine(results)]
    if max(results["sizes"].values(), default=0) < PROMISED_FROM_BYTES:
        parts.append("**Only a look**: the file is too small for the promises, which begin at 1.5 GB.")
    for scene in figures.scenes(results):
        parts.append(f"### {results['scenes'][scene]}")
        promised = ratios.of(results, scene)
        if promised:
            parts.append(_promises(promised, scene == ratios.PROMISED))
        for verb, reference in (("archive", "zip -6"), ("restore", "unzip"), ("verify", None)):
            found = figures.rows(results, scene, verb)
            if found:
                parts.append(_table(found, verb, reference, results["sizes"].get(scene)))
        if scene == ratios.PROMISED:
            parts.append(_growth(results))
    parts += [f"Skipped: {line}." for line in results["skipped"]]
    return "\n\n".join(part for part in parts if part)


def _promises(promised, binding):
    if not binding:
        return "\n".join(["| ratio | measured |", "|---|---:|",
                          *(f"| {one.words} | {one.value:.2f} |" for one in promised)])
    lines = ["| ratio | measured | must be | aim |", "|---|---:|---|---|"]
    lines += [f"| {one.words} | **{one.value:.2f}** | {one.must if one.must_kept else f'**{one.must}**'} | {one.aim} |"
              for one in promised]
    return "\n".join(lines)


def _table(found, verb, reference, size):
    compared = figures.by_command(found)
    base = compared.get(reference)
    archive = verb == "archive"
    head = [verb, "wall s, median (least–most)", "CPU s", "peak MiB"]
    if base:
        head += ["MB/s", f"speed, {reference} = 1"]
    if archive:
        head += ["MB", "size, zip -6 = 1", "MB of it new"]
    elif verb == "verify":
        head += ["MB read"]
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    notes = []
    for row in found:
        lines.append("| " + " | ".join(_cells(row, base, size, verb)) + " |")
        if "parts" in row:
            notes.append(f"{row['command']}, {PARTS.format(*row['parts'])}.")
    return "\n".join(lines + (["", *notes] if notes else []))


def _cells(row, base, size, verb):
    name = f"**{row['command']}**" if row["command"].startswith("dmbackup") else row["command"]
    few = "" if row["rounds"] >= figures.LEAST_ROUNDS else f" (rounds: {row['rounds']})"
    cells = [name + few, f"{row['wall']:.2f} ({row['least']:.2f}–{row['most']:.2f})", f"{row['cpu']:.1f}",
             f"{row['rss'] / 2 ** 20:.0f}"]
    if base:
        cells += [f"{size / 1e6 / row['wall']:.0f}", f"{base['wall'] / row['wall']:.2f}"]
    if verb == "verify":
        cells += [f"{row['bytes'] / 1e6:.1f}"]
    if verb == "archive":
        relative = f"{row['bytes'] / base['bytes']:.3f}" if base else ""
        cells += [f"{row['bytes'] / 1e6:.1f}", relative, f"{row['added'] / 1e6:.1f}" if "added" in row else ""]
    return cells


def _growth(results):
    """What the hours before added to each program's archives."""
    found = {program: figures.growth(results, program) for program in results["growth"]}
    lines = ["| what each hour before added, MB | mean | median | least–most |", "|---|---:|---:|---:|"]
    lines += [f"| {f'**{program}**' if program == 'dmbackup' else program} | {statistics.mean(hours) / 1e6:.1f} | "
              f"{statistics.median(hours) / 1e6:.1f} | {min(hours) / 1e6:.1f}–{max(hours) / 1e6:.1f} |"
              for program, hours in found.items() if hours]
    return "\n".join(lines) if len(lines) > 2 else ""


def _machine(results):
    machine = results["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items() if name != "dmbackup")
    return (f"{results['date']} · {machine['cpu']}, {machine['cores']} cores"
            f"{' with SHA instructions' if machine['sha_extensions'] else ''}, {machine['memory_gib']} GiB · "
            f"{machine['disk']} · {machine['system']}, Linux {machine['kernel']} · {machine['java']} · "
            f"{machine['versions']['dmbackup']}; {versions}")
