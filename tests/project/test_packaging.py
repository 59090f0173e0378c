"""What is built for the package index is whole, and what is installed is named with its hash."""

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = {path.stem: path for path in (ROOT / "requirements").glob("*.txt")}
HOME = PROJECT["project"]["urls"]["Homepage"]
PIN = re.compile(
    r"(?m)^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\\n]+?))? \\\n"
    r"(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
)


def pins(lock: str) -> dict[tuple[str, str], set[str]]:
    """Each release that a lock file names, with the hashes of its files."""
    text = LOCKS[lock].read_text("utf-8")
    return {
        (one["name"], one["version"]): set(re.findall(r"[0-9a-f]{64}", one["hashes"])) for one in PIN.finditer(text)
    }


def wanted() -> dict[str, list[str]]:
    """What pyproject.toml asks for, by the lock file that must have it."""
    groups = PROJECT["dependency-groups"]
    run = [*PROJECT["project"]["dependencies"], *groups["install"]]
    extras = [one for extra in PROJECT["project"]["optional-dependencies"].values() for one in extra]
    return {"run": run, "test": [*run, *extras, *groups["test"]], "lock": groups["lock"]}


# ------------------------------------------------------------------------------------------------ what is installed


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_holds_nothing_but_releases_with_their_hashes(lock: str):
    text = LOCKS[lock].read_text("utf-8")
    assert re.sub(r"(?m)^ *#.*\n", "", PIN.sub("", text)) == ""
    assert "://" not in text
    assert all(pins(lock).values())


@pytest.mark.long
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_has_what_pyproject_asks_for(lock: str):
    for requirement in map(Requirement, wanted()[lock]):
        versions = [version for name, version in pins(lock) if name == canonicalize_name(requirement.name)]
        assert versions, f"{requirement} is not in requirements/{lock}.txt; run: make lock"
        assert all(map(requirement.specifier.contains, versions)), f"{requirement}; run: make lock"


def test_who_tests_has_what_readers_get():
    run, test = pins("run"), pins("test")
    assert {release: test.get(release) for release in run} == run


def test_what_builds_is_locked_with_the_rest():
    assert {"pip", "setuptools"} <= {name for name, _ in pins("run")}
    assert {Requirement(one).name for one in PROJECT["build-system"]["requires"]} == {"setuptools"}


def test_pip_fetches_nothing_without_a_hash():
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    calls = [line for line in lines if "$(PIP)" in line]
    assert calls
    assert all("--require-hashes --only-binary :all:" in line or "--no-index --no-deps" in line for line in calls)
    assert [line for line in lines if "-m pip" in line] == [next(line for line in lines if line.startswith("PIP := "))]
    for workflow in (ROOT / ".github" / "workflows").glob("*.yml"):
        assert not re.search(r"\b(pip|pipx|uv|uvx|npm|npx|curl|wget)\b", _commands(workflow)), workflow.name


def _commands(workflow: Path) -> str:
    return "\n".join(line for line in workflow.read_text("utf-8").splitlines() if not line.lstrip().startswith("#"))


@pytest.mark.long
def test_what_the_code_imports_is_named_in_pyproject():
    named = {canonicalize_name(Requirement(one).name) for one in PROJECT["project"]["dependencies"]}
    named |= {
        canonicalize_name(Requirement(one).name) for one in PROJECT["project"]["optional-dependencies"]["zensical"]
    }
    owners = packages_distributions()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            modules = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            for top in {module.partition(".")[0] for module in modules} - {"generator"} - sys.stdlib_module_names:
                assert named & {canonicalize_name(owner) for owner in owners[top]}, f"{path}: {top}"


# --------------------------------------------------------------------------------------------------- what is built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, made from the files as they are."""
    source = tmp_path_factory.mktemp("source")
    for name in ("Makefile", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "generator", source / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    # It is set up: the environment is the one that the tests run in.
    for name in ("requirements/run.txt", ".venv/ready"):
        (source / name).parent.mkdir()
        (source / name).touch()
    command = ["make", "dist", f"BIN={Path(sys.executable).parent}"]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return source / "dist"


def wheel(built: Path) -> Path:
    [found] = built.glob("*.whl")
    return found


@pytest.mark.builds
def test_both_are_what_a_package_index_takes(built: Path):
    tools = Path(sys.executable).parent
    for command in ([tools / "twine", "check", "--strict", *built.iterdir()], [tools / "check-wheel-contents", built]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.builds
def test_both_hold_every_file_of_the_generator(built: Path):
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    # A licence stands among the licences.
    licences = {one for one in PROJECT["project"]["license-files"] if one.startswith("generator/")}
    with ZipFile(wheel(built)) as file:
        names = set(file.namelist())
    assert {name for name in names if name.startswith("generator/")} == ours - licences
    assert {f"signpost_guides-{__version__}.dist-info/licenses/{one}" for one in licences} <= names
    [archive] = built.glob("*.tar.gz")
    with tarfile.open(archive) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    assert ours <= names


@pytest.mark.builds
@pytest.mark.deep
def test_installed_alone_it_builds_the_example(built: Path, tmp_path: Path):
    """In a new environment, where our libraries can be found but not this folder."""
    venv.create(tmp_path / "venv", symlinks=True)
    paths = sysconfig.get_paths(vars={"base": str(tmp_path / "venv"), "platbase": str(tmp_path / "venv")})
    libraries = Path(paths["purelib"])
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", tmp_path / "venv", "install"]
    subprocess.run([*pip, "--no-index", "--no-deps", wheel(built)], check=True)
    # A path in such a file is searched last, and no ".pth" file in it is read: so our editable copy is not found.
    (libraries / "libraries.pth").write_text(sysconfig.get_paths()["purelib"], "utf-8")
    scripts = Path(paths["scripts"])
    site = tmp_path / "bread"
    shutil.copytree(ROOT / "examples" / "bread", site)
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nsite_url: https://bread.example/\n")

    def run(program: str, *arguments: str) -> str:
        command = [scripts / "python", "-P", "-W", "ignore", "-m", program, *arguments]
        done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    where = "import generator, sys; sys.stdout.write(generator.__file__)"
    found = subprocess.run(
        [scripts / "python", "-P", "-c", where], cwd=site, capture_output=True, text=True, check=True
    )
    assert Path(found.stdout).is_relative_to(libraries)
    subprocess.run([scripts / "signpost", "check"], cwd=site, check=True, capture_output=True)
    assert "sp-chart" in run("generator", "graph", "dough")
    run("mkdocs", "build", "--strict", "--quiet")
    for name in (
        "guides/dough/index.html",
        "outcomes/more-time/index.html",
        "assets/preview/guides/dough.png",
        "assets/signpost/guide.mjs",
        "assets/signpost/guide.schema.json",
        "assets/signpost/signpost.css",
        "sw.js",
    ):
        assert (site / "site" / name).stat().st_size, name


# ---------------------------------------------------------------------------------------------- what it says of us


def test_the_first_page_on_the_index_leads_somewhere():
    text = (ROOT / "README.md").read_text("utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert target.startswith("https://")
        if target.startswith(HOME):
            kind, path = re.fullmatch(rf"{re.escape(HOME)}/(blob|tree)/main/([^#]+)", target).groups()
            assert (ROOT / path).is_dir() == (kind == "tree")
            assert (ROOT / path).exists(), path


def test_its_addresses_are_those_of_the_repository():
    site = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert f'"{HOME}"' in site
    assert all(url.startswith(HOME) for url in PROJECT["project"]["urls"].values())


def test_each_licence_is_named_and_there():
    assert set(PROJECT["project"]["license"].split(" AND ")) == {"MIT", "OFL-1.1"}
    assert all((ROOT / one).is_file() for one in PROJECT["project"]["license-files"])
    assert (ROOT / "generator" / "py.typed").read_text("utf-8") == ""
