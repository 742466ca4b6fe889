#!/usr/bin/env python3
"""Time to read files of each format to text, beside the programs that people use for it, in one run.

    python3 benches/formats/speed.py FOLDER…         needs target/release/luocdo (or LUOCDO)

A folder first, as one wants it read: every program is started once for all files where it takes several, else once a file,
and writes the text to /dev/null; time on the clock. Then each once a file: `start` is as many starts that only ask for the
version, `reading` the rest; processor time. Both as multiples of luocdo's. Then what does another work, in processor time:
`luocdo extract`, once for all files on one thread, which loads the lexicon and finds letterheads and references besides
reading; and LibreOffice, started once for all files of a format.

The best of five rounds, rounds of all programs taken in turn. A program that is not installed has no line.
"""
import glob
import os
import resource
import subprocess
import sys
import tempfile
import time

LUOCDO = os.environ.get("LUOCDO", "target/release/luocdo")
# Name, how it asks for the version, how it reads a file. Those of SEVERAL take all files at once in its place.
SEVERAL = ("luocdo text", "antiword", "catdoc")
PEERS = {
    "docx": [("docx2txt", ["docx2txt", "-h"], lambda f: ["docx2txt", f, "-"])],
    "doc": [("antiword", ["antiword", "-h"], lambda f: ["antiword", "-m", "UTF-8.txt", f]),
            ("catdoc", ["catdoc", "-V"], lambda f: ["catdoc", "-d", "utf-8", f])],
    "pdf": [("pdftotext", ["pdftotext", "-v"], lambda f: ["pdftotext", "-enc", "UTF-8", f, "-"]),
            ("pdftotext -layout", ["pdftotext", "-v"], lambda f: ["pdftotext", "-layout", "-enc", "UTF-8", f, "-"])],
    "rtf": [("unrtf", ["unrtf", "--version"], lambda f: ["unrtf", "--text", f])],
    "odt": [("odt2txt", ["odt2txt", "--version"], lambda f: ["odt2txt", f])],
    "html": [("html2text", ["html2text", "-version"], lambda f: ["html2text", "-utf8", f]),
             ("w3m", ["w3m", "-version"], lambda f: ["w3m", "-dump", f])],
}
ROUNDS = 5


def seconds(commands):
    """Processor time of these commands, one after another, and time on the clock; None if the first cannot be started."""
    begin = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except FileNotFoundError:
            return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.perf_counter() - begin


def best_of(runs, rounds, clock=False):
    """The best time of each run, of the processor or on the clock; what cannot be started is left out."""
    best = {}
    for _ in range(rounds):
        for name, commands in runs.items():
            taken = seconds(commands)
            if taken is not None:
                best[name] = min(best.get(name, taken[clock]), taken[clock])
    return best


def compare(extension, files, scratch):
    """Prints the lines of one format."""
    programs = [("luocdo text", [LUOCDO, "--version"], lambda f: [LUOCDO, "text", f]), *PEERS[extension]]
    runs = {name: [read(f) for f in files] for name, _, read in programs}
    whole = {name: [[*read(files[0])[:-1], *files]] if name in SEVERAL else runs[name] for name, _, read in programs}
    folder = best_of(whole, ROUNDS, clock=True)
    runs |= {(name, "start"): [start] * len(files) for name, start, _ in programs}
    runs["luocdo extract"] = [[LUOCDO, "extract", "-q", "--jobs", "1", "-o", os.devnull, *files]]
    best = best_of(runs, ROUNDS)
    if extension != "pdf":
        best |= best_of({"LibreOffice": [["soffice", "--headless", "--convert-to", "txt:Text", "--outdir", scratch, *files]]}, 1)
    own = best["luocdo text"]
    own_reading = own - best["luocdo text", "start"]
    print(f"\n.{extension}: {len(files)} files, {sum(map(os.path.getsize, files)) / 1e6:.2f} MB")
    print(f"  {'all files':<20}{'clock s':>9}{'':>29}{'times':>9}")
    for name, taken in folder.items():
        print(f"  {name:<20}{taken:9.3f}{'':>29}{taken / folder['luocdo text']:9.2f}")
    print(f"  {'once a file':<20}{'whole s':>9}{'start s':>9}{'reading s':>11}{'whole':>9}{'reading':>9}")
    for name, _, _ in programs:
        if name in best:
            whole, start = best[name], best[name, "start"]
            print(f"  {name:<20}{whole:9.3f}{start:9.3f}{whole - start:11.3f}"
                  f"{whole / own:9.2f}{(whole - start) / own_reading:9.2f}")
    print("  once for all, another work")
    for name in ("luocdo extract", "LibreOffice"):
        if name in best:
            print(f"  {name:<20}{best[name]:9.3f}{'':20}{best[name] / own:9.2f}")


def main(folders):
    for extension in PEERS:
        files = sorted(path for folder in folders for path in glob.glob(os.path.join(folder, "**", "*." + extension), recursive=True))
        if files:
            with tempfile.TemporaryDirectory() as scratch:
                compare(extension, files, scratch)


if __name__ == "__main__":
    main(sys.argv[1:])
