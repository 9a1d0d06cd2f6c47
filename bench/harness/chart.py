"""Draws the medians as bars: one SVG that reads on white and on black, without scripts or fonts of its own."""
from xml.sax.saxutils import escape

from . import figures

WIDTH = 900
LEFT = 300
BAR = 18
STEP = 26
ROOM_FOR_VALUES = 200
STYLE = """
    text { font: 13px system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; fill: #24292f; }
    .title { font-size: 15px; font-weight: 600; }
    .quiet { fill: #57606a; font-size: 12px; }
    .own { font-weight: 600; }
    .bar { fill: #8c959f; }
    .bar.own { fill: #0969da; }
    .ground { fill: #ffffff; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .quiet { fill: #9da7b3; }
      .bar { fill: #6e7681; }
      .bar.own { fill: #4493f8; }
      .ground { fill: #0d1117; }
    }
"""


def draw(results, scene):
    parts = []
    y = 30
    for verb, title in (("archive", "An hour's archive: seconds, and what it takes on the disk"),
                        ("restore", "Restore: seconds")):
        found = figures.rows(results, scene, verb)
        if found:
            y = _group(parts, y, title, results["sizes"][scene], found, verb)
    note = "median of the rounds, every output made durable · shorter is better"
    parts.append(_text(20, y, note, "quiet"))
    height = y + 20
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" aria-label="Archive and restore times of DMBackup and other programs">\n'
            f"  <style>{STYLE}  </style>\n"
            f'  <rect class="ground" width="{WIDTH}" height="{height}" rx="8"/>\n' + "\n".join(parts) + "\n</svg>\n")


def _group(parts, y, title, size, found, verb):
    parts.append(_text(20, y, f"{title} ({size / 1e9:.2f} GB page file, warm cache)", "title"))
    y += 14
    longest = max(row["wall"] for row in found)
    for row in found:
        own = " own" if row["command"].startswith("dmbackup") else ""
        length = max(2, (WIDTH - LEFT - ROOM_FOR_VALUES) * row["wall"] / longest)
        value = f"{row['wall']:.1f} s"
        if verb == "archive":
            value += f" · {_kept(row)} MB"
        parts.append(_text(LEFT - 10, y + 14, row["command"], own.strip(), "end"))
        parts.append(f'  <rect class="bar{own}" x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR}" rx="3"/>')
        parts.append(_text(LEFT + length + 8, y + 14, value, own.strip()))
        y += STEP
    return y + 26


def _kept(row):
    """A repository keeps what it had; of a file of its own, all is the hour's."""
    if row["command"].startswith("dmbackup") or "added" not in row:
        return f"{row['bytes'] / 1e6:,.0f}"
    return f"+{row['added'] / 1e6:,.0f}"


def _text(x, y, words, kind="", anchor="start"):
    shown = f' class="{kind}"' if kind else ""
    return f'  <text{shown} x="{x:.1f}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'
