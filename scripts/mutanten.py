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
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("wijzer", "macros")
FAST = "not browser and not nginx and not traag"
WAIT = 600
"""Seconds for one mutant; longer is a loop without end."""
FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
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


def mutants_of(path: str, source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module."""

    def walk(node: ast.AST, returns: str) -> Iterator[Mutant]:
        if isinstance(node, ast.FunctionDef):
            returns = ast.unparse(node.returns).partition("[")[0] if node.returns else ""
        if isinstance(node, ast.expr | ast.stmt) and node.lineno == node.end_lineno:
            for new in changes(node, returns):
                yield Mutant(path, node.lineno, node.col_offset, node.end_col_offset or 0, new)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, returns)

    yield from walk(ast.parse(source), "")


def imports(root: Path) -> dict[str, set[str]]:
    """Return for every module, tests included, the modules that it names."""
    files = [f for name in (*FOLDERS, "tests") for f in (root / name).rglob("*.py")]
    return {
        dotted(root, file): {
            name
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom) and node.module
            for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        }
        for file in files
    }


def dotted(root: Path, file: Path) -> str:
    """Return the name by which a file is imported."""
    return ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def tests_for(module: str, graph: dict[str, set[str]]) -> list[str]:
    """Return the test files that reach a module, those that name it first."""
    users = [module]
    for user in users:  # grows while we walk: nearest first
        users += [m for m, named in graph.items() if user in named and m not in users]
    return [f"{m.replace('.', '/')}.py" for m in users if m.startswith("tests.test_")]


@contextmanager
def worktree() -> Iterator[Path]:
    """Check out the last commit in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(root)], check=True)
        try:
            yield root
        finally:
            subprocess.run([*git, "remove", "--force", str(root)], check=True)


def verdict(root: Path, tests: list[str]) -> str:
    """Run tests until one fails; tell how it ended."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", FAST]
    env = os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        [*command, *tests], cwd=root, env=env, stdout=quiet, stderr=quiet, start_new_session=True
    ) as run:
        try:
            code = run.wait(WAIT)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            return "te lang"
    return "leeft" if code in (0, 5) else "gedood"


def main() -> int:
    """Pick mutants, try each, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aantal", type=int, default=100, help="hoeveel mutanten")
    parser.add_argument("--zaad", type=int, default=1, help="dezelfde waarde kiest dezelfde")
    chosen = parser.parse_args()
    counted: dict[str, int] = {}
    with worktree() as root:
        files = [f for name in FOLDERS for f in sorted((root / name).rglob("*.py"))]
        every = [
            mutant
            for file in files
            for mutant in mutants_of(file.relative_to(root).as_posix(), file.read_text("utf-8"))
        ]
        graph = imports(root)
        print(f"{len(every)} mutanten mogelijk\n\n| Oordeel | Plaats | Wordt |\n|---|---|---|")
        for mutant in random.Random(chosen.zaad).sample(every, min(chosen.aantal, len(every))):
            file = root / mutant.path
            source = file.read_text("utf-8")
            file.write_text(mutant.apply(source), "utf-8")
            found = verdict(root, tests_for(dotted(root, file), graph))
            file.write_text(source, "utf-8")
            counted[found] = counted.get(found, 0) + 1
            new = re.sub(r"\|", "\\|", mutant.new)
            print(f"| {found} | {mutant.path}:{mutant.line} | `{new}` |", flush=True)
    print("\n" + ", ".join(f"{found}: {number}" for found, number in sorted(counted.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
