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

from . import chart, machine, page, peers, scenes
from .history import History


def main(arguments):
    options = _options(arguments)
    return _run(options) if options.verb == "run" else _report(options)


def _options(arguments):
    parser = argparse.ArgumentParser(prog="harness", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    run = verbs.add_parser("run")
    run.add_argument("--history", required=True, help="the folder with the hours before")
    run.add_argument("--program", required=True, type=shlex.split, help="how DMBackup is started")
    run.add_argument("--java", required=True, help="the Java VM of the process that lives on")
    run.add_argument("--classpath", required=True, help="its classes")
    run.add_argument("--jvm-options", required=True, help="the file with the agent's options of the Java VM")
    run.add_argument("--command-options", type=shlex.split, default=[], help="those of the command line's Java VM")
    run.add_argument("--work", required=True, help="a folder for the archives, on the disk of the history")
    run.add_argument("--results", required=True, help="the JSON file to write")
    run.add_argument("--rounds", type=int, default=5)
    run.add_argument("--dropped-rounds", type=int, default=5)
    run.add_argument("--no-sha-rounds", type=int, default=5)
    run.add_argument("--dump-rounds", type=int, default=3)
    run.add_argument("--verify-rounds", type=int, default=3)
    run.add_argument("--without", default="", help="peers to leave out, joined by commas")
    report = verbs.add_parser("report")
    report.add_argument("--results", required=True)
    report.add_argument("--page", required=True)
    report.add_argument("--chart", required=True)
    return parser.parse_args(arguments)


def _run(options):
    options.work, options.history = os.path.abspath(options.work), os.path.abspath(options.history)
    history = History(options.history)
    cast = scenes.Cast(options, history)
    absent = peers.missing(cast.others())
    if absent:
        print(f"bench: programs are missing: apt-get install {' '.join(absent)}", file=sys.stderr)
        return 2
    os.makedirs(options.work, exist_ok=True)
    _say("the archives of the hours before")
    cast.make_chain()
    results = {"date": datetime.date.today().isoformat(), "machine": machine.describe(options, cast.others()),
               "hour": cast.last, "growth": history.growth(), "scenes": {}, "sizes": {}, "skipped": [],
               "measurements": []}
    scenes.play(cast, options, results, lambda one: _keep(options, results, one), _say)
    for line in results["skipped"]:
        _say(f"SKIPPED: {line}")
    _save(options.results, results)
    return 0


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
