"""The core is a core: the standard library and nothing else."""

import subprocess
import sys


def test_the_core_imports_the_standard_library_only() -> None:
    code = (
        "import sys, pkgutil, importlib, cadre.core\n"
        "for module in pkgutil.iter_modules(cadre.core.__path__):\n"
        "    importlib.import_module(f'cadre.core.{module.name}')\n"
        "names = {name.partition('.')[0] for name in sys.modules}\n"
        "print(*sorted(n for n in names - set(sys.stdlib_module_names) if not n.startswith('_')))\n"
    )
    found = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    ours = set(found.stdout.split()) - {"site", "sitecustomize", "usercustomize"}
    assert {name for name in ours if not name.startswith("_")} <= {"cadre"}
