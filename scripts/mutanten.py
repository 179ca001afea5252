"""Break the code on purpose, one line at a time, and see whether a test notices.

For a person, not for every change: a hundred mutants take about half an hour. The same seed picks
the same mutants. Everything happens in a worktree of its own; your checkout does not change.

    python3 scripts/omgeving.py scripts/mutanten.py --aantal 100 --zaad 1
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from coverage import CoverageData

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("wijzer", "macros")
FAST = "not browser and not nginx and not traag"
MOST = 60
"""Tests to run for one mutant."""
NEAREST = 8
"""Test files to run when it is not known which tests reach a line."""
Runs: TypeAlias = dict[str, dict[int, list[str]]]
"""For every file and line the tests that run it."""
WAIT = 300
"""Seconds for one mutant; longer is a loop without end."""
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
ENV = os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
_PAIRS: tuple[tuple[type[ast.cmpop], type[ast.cmpop]], ...] = (
    (ast.Lt, ast.LtE),
    (ast.Gt, ast.GtE),
    (ast.Eq, ast.NotEq),
    (ast.In, ast.NotIn),
    (ast.Is, ast.IsNot),
)
FLIPPED = dict([*_PAIRS, *((b, a) for a, b in _PAIRS)])
EMPTY = {"str": '""', "int": "0", "list": "[]", "tuple": "()", "dict": "{}", "frozenset": "()"}


@dataclass(frozen=True)
class Mutant:
    """One expression or statement of one line, and what stands there instead."""

    path: str
    line: int
    begin: int
    end: int
    new: str

    def apply(self, source: str) -> str:
        """Return the source with this one change; columns are bytes, as in ``ast``."""
        lines = source.split("\n")
        old = lines[self.line - 1].encode()
        lines[self.line - 1] = (old[: self.begin] + self.new.encode() + old[self.end :]).decode()
        return "\n".join(lines)


def changes(node: ast.AST, returns: str) -> Iterator[str]:
    """Yield what can stand in the place of a node; ``returns`` is what its function gives."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=after) if type(op) in FLIPPED:
            yield f"({ast.unparse(ast.Compare(left, [FLIPPED[type(op)]()], after))})"
        case ast.Constant(value=int(number)) if not isinstance(number, bool):
            yield from (str(number + 1), f"({number - 1})")
        case ast.BoolOp(op=op, values=values):
            other = ast.And() if isinstance(op, ast.Or) else ast.Or()
            yield f"({ast.unparse(ast.BoolOp(other, values))})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield f"({ast.unparse(operand)})"
        case ast.Return(value=ast.expr() as value):
            yield (
                f"return not ({ast.unparse(value)})"
                if returns == "bool"
                else (f"return {EMPTY.get(returns, 'None')}")
            )
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign():
            yield "pass"


def mutants_of(path: str, file: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module."""

    def walk(node: ast.AST, returns: str) -> Iterator[Mutant]:
        if isinstance(node, ast.FunctionDef):
            returns = ast.unparse(node.returns).partition("[")[0] if node.returns else ""
        if isinstance(node, ast.expr | ast.stmt) and node.lineno == node.end_lineno:
            for new in changes(node, returns):
                yield Mutant(path, node.lineno, node.col_offset, node.end_col_offset or 0, new)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, returns)

    yield from walk(ast.parse(file.read_text("utf-8")), "")


def who_runs_what(root: Path) -> Runs:
    """Run the fast tests once; return for every file and line the tests that run it."""
    command = [*PYTEST, "-m", FAST, "--cov-context=test", "--cov-report="]
    command += [f"--cov={folder}" for folder in FOLDERS]
    subprocess.run(command, cwd=root, env=ENV, check=True, stdout=subprocess.DEVNULL)
    data = CoverageData(str(root / ".coverage"))
    data.read()
    found = {}
    for file in data.measured_files():
        lines = data.contexts_by_lineno(file)
        path = Path(file).relative_to(root).as_posix()
        found[path] = {
            n: sorted({c.partition("|")[0] for c in cs} - {""}) for n, cs in lines.items()
        }
    return found


def imports(root: Path) -> dict[str, set[str]]:
    """Return for every module, tests included, the modules that it names or starts."""
    files = [f for name in (*FOLDERS, "tests") for f in sorted((root / name).rglob("*.py"))]
    return {dotted(root, file): set(named(file.read_text("utf-8"))) for file in files}


def named(source: str) -> Iterator[str]:
    """Yield the modules that a source imports, and the command line when it starts that."""
    if re.search(r'"(-m|wijzer)", "(wijzer|--map)"', source):
        yield "wijzer.__main__"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def dotted(root: Path, file: Path) -> str:
    """Return the name by which a file is imported."""
    return ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def nearest(root: Path, path: str) -> list[str]:
    """Return the test files that name a module, or else what names it."""
    graph = imports(root)
    users = [dotted(root, root / path)]
    for user in users:  # grows while we walk: nearest first
        users += [m for m, names in graph.items() if user in names and m not in users]
    return [f"{m.replace('.', '/')}.py" for m in users if m.startswith("tests.test_")][:NEAREST]


def tests_for(mutant: Mutant, runs: Runs, root: Path, chance: random.Random) -> list[str]:
    """Return the tests to run for a mutant: those that reach its line, a sample when it is many.

    What no fast test reaches by itself (a constant, or code that a real build runs in a process of
    its own) gets the test files that are nearest, the slow tests in them too.
    """
    tests = runs.get(mutant.path, {}).get(mutant.line, [])
    sample = sorted(chance.sample(tests, min(MOST, len(tests))))
    return sample or ["-m", "not browser and not nginx", *nearest(root, mutant.path)]


def verdict(root: Path, tests: list[str]) -> str:
    """Run tests until one fails; tell how it ended."""
    try:
        done = subprocess.run(
            [*PYTEST, "-x", *tests],
            cwd=root,
            env=ENV,
            capture_output=True,
            timeout=WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "te lang"
    return "leeft" if done.returncode == 0 else "gedood"


def try_all(root: Path, number: int, seed: int) -> Counter[str]:
    """Try a sample of the mutants of a checkout; print a row for each and count the outcomes."""
    files = [f for name in FOLDERS for f in sorted((root / name).rglob("*.py"))]
    every = [m for file in files for m in mutants_of(file.relative_to(root).as_posix(), file)]
    runs = who_runs_what(root)
    chance = random.Random(seed)
    print(f"{len(every)} mutanten mogelijk\n\n| Oordeel | Plaats | Wordt |\n|---|---|---|")
    counted: Counter[str] = Counter()
    for mutant in chance.sample(every, min(number, len(every))):
        file = root / mutant.path
        source = file.read_text("utf-8")
        file.write_text(mutant.apply(source), "utf-8")
        found = verdict(root, tests_for(mutant, runs, root, random.Random(seed)))
        file.write_text(source, "utf-8")
        counted[found] += 1
        new = mutant.new.replace("|", "\\|")
        print(f"| {found} | {mutant.path}:{mutant.line} | `{new}` |", flush=True)
    return counted


def main() -> int:
    """Pick mutants, try each, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aantal", type=int, default=100, help="hoeveel mutanten")
    parser.add_argument("--zaad", type=int, default=1, help="dezelfde waarde kiest dezelfde")
    chosen = parser.parse_args()
    git = ["git", "-C", str(ROOT), "worktree"]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        subprocess.run([*git, "add", "--quiet", "--detach", str(root)], check=True)
        try:
            counted = try_all(root, chosen.aantal, chosen.zaad)
        finally:
            subprocess.run([*git, "remove", "--force", str(root)], check=True)
    print("\n" + ", ".join(f"{found}: {number}" for found, number in sorted(counted.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
