"""Break the code on purpose, one line at a time, and see whether a test notices.

For a person, not for every change: a hundred mutants take about an hour. The same seed picks the
same mutants. Everything happens in a worktree of its own; your checkout does not change.

    python3 scripts/omgeving.py scripts/mutanten.py --aantal 100 --zaad 1
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("wijzer", "macros")
FAST = "not browser and not nginx and not traag"
NEAREST = 25
"""Test files to run for one mutant: those that name its module first, the others later."""
WAIT = 600
"""Seconds for one mutant; longer is a loop without end."""
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


def imports(root: Path) -> dict[str, set[str]]:
    """Return for every module, tests included, the modules that it names or starts."""
    files = [f for name in (*FOLDERS, "tests") for f in sorted((root / name).rglob("*.py"))]
    return {dotted(root, file): set(named(file.read_text("utf-8"))) for file in files}


def named(source: str) -> Iterator[str]:
    """Yield the modules that a source imports, and the command line when it starts that."""
    if '"-m", "wijzer"' in source:
        yield "wijzer.__main__"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def dotted(root: Path, file: Path) -> str:
    """Return the name by which a file is imported."""
    return ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def tests_for(module: str, graph: dict[str, set[str]]) -> list[str]:
    """Return the test files that reach a module, those that name it first."""
    users = [module]
    for user in users:  # grows while we walk: nearest first
        users += [m for m, named in graph.items() if user in named and m not in users]
    return [f"{m.replace('.', '/')}.py" for m in users if m.startswith("tests.test_")][:NEAREST]


def verdict(root: Path, tests: list[str]) -> str:
    """Run tests until one fails; tell how it ended."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", FAST]
    env = os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [*command, *tests], cwd=root, env=env, capture_output=True, timeout=WAIT, check=False
        )
    except subprocess.TimeoutExpired:
        return "te lang"
    return "leeft" if done.returncode in (0, 5) else "gedood"


def try_all(root: Path, number: int, seed: int) -> Counter[str]:
    """Try a sample of the mutants of a checkout; print a row for each and count the outcomes."""
    files = [f for name in FOLDERS for f in sorted((root / name).rglob("*.py"))]
    every = [m for file in files for m in mutants_of(file.relative_to(root).as_posix(), file)]
    graph = imports(root)
    print(f"{len(every)} mutanten mogelijk\n\n| Oordeel | Plaats | Wordt |\n|---|---|---|")
    counted: Counter[str] = Counter()
    for mutant in random.Random(seed).sample(every, min(number, len(every))):
        file = root / mutant.path
        source = file.read_text("utf-8")
        file.write_text(mutant.apply(source), "utf-8")
        found = verdict(root, tests_for(dotted(root, file), graph))
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
