"""
How long an ERP waits for `dmbackup ensure-running` where the agent runs: beside a Java VM that does nothing, in turns.
"""
import pathlib
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "soak"))
import jdk  # noqa: E402

LIMIT_MS = 300


def measure(program, home, times=20):
    """Prints the medians and the slowest; whether the median is within the limit."""
    asked = [str(pathlib.Path(program).resolve() / "dmbackup"), "ensure-running", "--home", str(home)]
    nothing = [str(jdk.java()), "-XX:+UseSerialGC", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-version"]
    ours, bare = [], []
    for _ in range(times):
        bare.append(milliseconds(nothing, (0,)))
        ours.append(milliseconds(asked, (0, 10)))
    middle, empty = statistics.median(ours), statistics.median(bare)
    print(f"ensure-running, {times} times: median {middle:.0f} ms, slowest {max(ours):.0f} ms (limit of the median "
          f"{LIMIT_MS}); {middle / empty:.1f} x a Java VM that only tells its version ({empty:.0f} ms)")
    return middle <= LIMIT_MS


def milliseconds(words, right):
    begun = time.perf_counter()
    ended = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    took = (time.perf_counter() - begun) * 1000
    if ended.returncode not in right:
        raise SystemExit(f"{words} ended with {ended.returncode}: {ended.stderr.decode(errors='replace')}")
    return took
