#!/usr/bin/env python3
"""bench/lint.py PROGRAM [--rounds N]: `claimcheck lint` from start to finish, on one core, on a draft of 1,000 words and five
sources that it writes itself. Prints the median in milliseconds, and its ratio to `cat` of the same files."""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

TOWNS = ["Port Merrow", "Aldsea", "Brandsund", "Carrow", "Dunmere", "Eastholm"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def paragraph(number):
    town, deaths, homes = TOWNS[number % len(TOWNS)], 12 + 7 * number % 61, 100 + 37 * number % 800
    return (
        f"A storm that reached {town} on {DAYS[number % 7]} killed {deaths} fishermen and damaged at least {homes} homes, the "
        f"coast guard said. About {3 * homes} people spent the night in schools and halls, and the harbour stayed closed for "
        f"{2 + number % 9} days. The mayor, who has led the town since 2015, put the cost of the repairs at "
        f"${1 + number % 7}.{number % 10} million, up {3 + number % 20} percent on the year before, and asked for patience.\n\n"
    )


def text(words, first):
    out, number = "", first
    while len(out.split()) < words:
        out += paragraph(number)
        number += 1
    return out


def median_ms(command, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), min(times)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=41)
    options = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder)
        files = [str(room / "draft.md")] + [str(room / f"source{i}.txt") for i in range(5)]
        for i, file in enumerate(files):
            pathlib.Path(file).write_text(text(1000, 2 * i), encoding="utf-8")
        lint = [options.program, "lint", "--threads", "1", "--date", "2026-05-12", files[0], "--against", *files[1:]]
        checked, fastest = median_ms(lint, options.rounds)
        printed, _ = median_ms(["cat", *files], options.rounds)
        size = sum(os.path.getsize(file) for file in files)
    print(f"lint, 1,000 words and 5 sources ({size / 1000:.0f} kB), one core: {checked:.1f} ms (fastest {fastest:.1f})")
    print(f"cat of the same files: {printed:.1f} ms; ratio {checked / printed:.1f}")


main()
