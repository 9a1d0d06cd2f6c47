"""
python3 -m harness run     measures and writes the raw rounds as JSON
python3 -m harness report  writes docs/performance.md's tables and docs/performance.svg from that JSON
"""
import argparse
import datetime
import json
import os
import shlex
import sys

from . import chart, machine, page, peers, rounds


def main(arguments):
    options = _options(arguments)
    return _run(options) if options.verb == "run" else _report(options)


def _options(arguments):
    parser = argparse.ArgumentParser(prog="harness", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    run = verbs.add_parser("run")
    run.add_argument("--pages", help="the page file")
    run.add_argument("--dump", help="the SQL dump")
    run.add_argument("--program", required=True, help="how DMBackup is started")
    run.add_argument("--work", required=True, help="a folder for the archives, on the disk to be measured")
    run.add_argument("--results", required=True, help="the JSON file to write")
    run.add_argument("--rounds", type=int, default=5)
    run.add_argument("--cold-rounds", type=int, default=5)
    run.add_argument("--without", default="", help="peers to leave out, joined by commas")
    report = verbs.add_parser("report")
    report.add_argument("--results", required=True)
    report.add_argument("--page", required=True)
    report.add_argument("--chart", required=True)
    return parser.parse_args(arguments)


def _run(options):
    program = shlex.split(options.program)
    left_out = set(filter(None, options.without.split(",")))
    taken = [peers.ours(program)] + [peer for peer in peers.OTHERS if peer.name not in left_out]
    absent = peers.missing(taken)
    if absent:
        print(f"bench: programs are missing: apt-get install {' '.join(absent)}", file=sys.stderr)
        return 2
    os.makedirs(options.work, exist_ok=True)
    results = {"date": datetime.date.today().isoformat(), "machine": machine.describe(options.work, taken, program),
               "scenes": {}, "sizes": {}, "skipped": [], "measurements": []}
    for scene, title, count in _scenes(options, taken, results):
        results["scenes"][scene.name] = title
        results["sizes"][scene.name] = os.path.getsize(scene.source)
        rounds.play(scene, count, options.work, lambda one: _keep(options, results, one), _say)
    for line in results["skipped"]:
        _say(f"SKIPPED: {line}")
    _save(options.results, results)
    return 0


# Beside the page file in memory, with all programs, the other scenes have those that the promises are about.
FROM_DISK = ("dmbackup", "zip", "pigz", "cp")
OF_DUMP = ("dmbackup", "zip", "pigz")
RESTORED_ELSEWHERE = {"dmbackup", "zip", "cp"}


def _scenes(options, taken, results):
    """The page file from memory, then from the disk, then the dump."""
    names = {peer.name for peer in taken}
    if options.pages:
        source = _named(options.pages, options.work, "pages")
        yield rounds.Scene("pages, warm", source, taken, False, names - ({"7z-1"} if "7z" in names else set())), \
            f"Page file of {_size(source)}, in the page cache", options.rounds
        if options.cold_rounds and not rounds.may_drop():
            results["skipped"].append(f"page cache dropped: {rounds.DROP} may only be written by root")
        elif options.cold_rounds:
            yield rounds.Scene("pages, dropped", source, _only(taken, FROM_DISK), True, RESTORED_ELSEWHERE), \
                f"Page file of {_size(source)}, page cache dropped before each", options.cold_rounds
    if options.dump:
        source = _named(options.dump, options.work, "dump")
        yield rounds.Scene("dump, warm", source, _only(taken, OF_DUMP), False, RESTORED_ELSEWHERE), \
            f"SQL dump (`pg_dump -Fc -Z0`) of {_size(source)}, in the page cache", options.rounds


def _only(taken, names):
    return [peer for peer in taken if peer.name in names]


def _named(path, work, kind):
    """The same file under the name that a store's dump has."""
    link = os.path.join(work, kind, peers.DUMP)
    os.makedirs(os.path.dirname(link), exist_ok=True)
    if os.path.exists(link):
        os.remove(link)
    os.link(path, link)
    return link


def _size(path):
    return f"{os.path.getsize(path) / 1e9:.2f} GB"


def _keep(options, results, one):
    results["measurements"].append(one)
    _save(options.results, results)


def _save(path, results):
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(path + ".new", "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1, ensure_ascii=False)
        file.write("\n")
    os.replace(path + ".new", path)


def _report(options):
    with open(options.results, encoding="utf-8") as file:
        results = json.load(file)
    with open(options.page, encoding="utf-8") as file:
        text = file.read()
    with open(options.page, "w", encoding="utf-8") as file:
        file.write(page.renew(text, results))
    if results["measurements"]:
        with open(options.chart, "w", encoding="utf-8") as file:
            file.write(chart.draw(results, results["measurements"][0]["scene"]))
    return 0


def _say(line):
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
