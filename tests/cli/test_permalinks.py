"""Every published address leads somewhere for good: what is promised is made, and what it was called leads on."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner
from example import CARE_LEVELS, EXAMPLE, KNEE, SEE_SOMEONE, SOURCES, TAKE_IT_EASY, TREE, WHY_IT_HURTS, add, edit

from generator.analyse.addresses import Addresses, page_address, rule_uri
from generator.check.run import check
from generator.cli.main import main
from generator.core.cache import users_cache
from generator.core.ledger import HEAD, extended
from generator.core.project import Project
from generator.core.site import ANYWHERE, Serving, Site
from generator.emit.build import build
from generator.load.files import load
from generator.rules.register import RULES

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parents[1] / "golden"
LEDGER = "permalinks.txt"
SITE = "content/site.yml"
# Everything that can have had another name before, with one.
RENAMED = (
    EXAMPLE
    | {TREE: EXAMPLE[TREE].replace("ask: D", "aliases: [at-rest]\n    ask: D") + "aliases: [sample, specimen]\n"}
    | add(TAKE_IT_EASY, "aliases: [go-easy]\n")
    | add(SEE_SOMEONE, "aliases: [a-doctor]\n")
    | add(WHY_IT_HURTS, "aliases: [why]\n")
    | add(KNEE, "aliases: [kneecap]\n")
    | edit(SOURCES, "knees,", "knees, aliases: [the-study],")
    | edit(CARE_LEVELS, "Make an appointment.", "Make an appointment., aliases: [later]")
    | {SITE: "moved: {'articles/to run/': guides/, about/: articles/running/}\n"}
    | {"content/articles/running.md": "# Running & *resting*\n"}
)
# Markdown's own anchors of headings, and those made for former ids.
_ANCHOR = re.compile(r'(?m)(?<=\{ #)[a-z0-9-]+|(?<=<span id=")[a-z0-9-]+(?="></span>)')


def made(root: Path, serving: Serving = ANYWHERE) -> tuple[Addresses, Site]:
    loaded = load(Project(root))
    report = check(loaded)
    assert report.ok, report.findings
    return report.survey.addresses, build(loaded, report, serving, users_cache())


def signpost(*arguments: str | Path):
    return CliRunner().invoke(main, ["permalinks", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture(params=["real", "everything", "plain", "example", "renamed"])
def root(request: pytest.FixtureRequest, project) -> Path:
    match request.param:
        case "real":
            return ROOT
        case "example":
            return project(EXAMPLE)
        case "renamed":
            return project(RENAMED)
    return GOLDEN / request.param / "input"


@pytest.mark.long
def test_what_is_promised_is_what_the_pages_hold(root: Path):
    addresses, site = made(root)
    rules = {rule_uri(code) for code in RULES}
    pages = {page_address(file.uri): file for file in site.files if file.uri.endswith(".md") and file.uri not in rules}
    assert addresses.pages == {page: file.uri for page, file in pages.items()}
    made_html = {file.uri.removesuffix("index.html") for file in site.files if file.uri.endswith(".html")}
    redirects = {page for page in made_html if not page.endswith("/embed/")}
    assert redirects == addresses.redirects.keys()

    anchors = {
        f"{page}#{anchor}"
        for page, file in pages.items()
        if page in ("sources/", "precautions/") or file.uri in {f"guides/{id}.md" for id in addresses.guides}
        for anchor in _ANCHOR.findall(file.content)
    }
    promised = {one for one in addresses.living | addresses.kept if "#" in one}
    here = {one for one in promised if one.partition("#")[0] in pages}
    assert anchors == here
    # The others are anchors of a page that has moved; they are on the page that it leads to.
    for one in promised - here:
        page, _, anchor = one.partition("#")
        assert f"{addresses.redirects[page]}#{anchor}" in anchors


@pytest.mark.long
def test_every_former_name_is_kept(project):
    addresses, _ = made(project(RENAMED))
    assert addresses.redirects == {
        "guides/sample/": "guides/example/",
        "guides/sample/whole/": "guides/example/whole/",
        "guides/specimen/": "guides/example/",
        "guides/specimen/whole/": "guides/example/whole/",
        "outcomes/go-easy/": "outcomes/take-it-easy/",
        "outcomes/a-doctor/": "outcomes/see-someone/",
        "outcomes/care-later/": "outcomes/care-soon/",
        "questions/why/": "questions/why-it-hurts/",
        "places/kneecap/": "places/knee/",
        "articles/to run/": "guides/",
        "about/": "articles/running/",
    }
    for anchor in ("rest", "at-rest", "go-easy", "a-doctor", "red-flags-later", "care-later", "red-flags-soon"):
        for tree in ("example", "sample", "specimen"):
            assert addresses.lead_on(f"guides/{tree}/#{anchor}")
    assert addresses.lead_on("sources/#the-study")
    assert addresses.lead_on("about/#anything")
    assert not addresses.lead_on("guides/example/#later")


def test_a_result_that_a_guide_no_longer_leads_to_is_still_shown_to_who_asks_for_it(project):
    other = EXAMPLE[TREE].replace("at rest", "at night").replace("outcome: take-it-easy", "outcome: see-somebody")
    files = {"decision_trees/other.yml": other, "content/outcomes/see-somebody.yml": EXAMPLE[SEE_SOMEONE]}
    root = project(RENAMED | files | {LEDGER: "guides/other/#go-easy\nguides/other/#red-flags-emergency\n"})
    addresses, site = made(root)
    assert addresses.guides["other"].results["take-it-easy"] == ("go-easy",)
    page = next(file.content for file in site.files if file.uri == "guides/other.md")
    assert '## <span id="go-easy"></span>Take it easy { #take-it-easy .sp-result' in page
    # Warning signs that are not asked about: the guide begins.
    first = next(line for line in page.splitlines() if line.startswith("## "))
    assert '<span id="red-flags-emergency"></span>' in first
    assert "guides/other/#take-it-easy" not in addresses.living


@pytest.mark.parametrize(
    ("files", "now"),
    [
        (add(TAKE_IT_EASY, "aliases: [old]\n") | add(WHY_IT_HURTS, "outcomes: [old]\n"), "take-it-easy"),
        (add(KNEE, "aliases: [old]\n") | add(WHY_IT_HURTS, "places: [old]\n"), "knee"),
        (add(TREE, "aliases: [old]\n") | edit(WHY_IT_HURTS, "[example]", "[old]"), "example"),
        (add(WHY_IT_HURTS, "aliases: [old]\n") | add(KNEE, "what: See [this](faq:old).\n"), "why-it-hurts"),
        (edit(SOURCES, "knees,", "knees, aliases: [old],") | edit(WHY_IT_HURTS, "[a-study]", "[old]"), "a-study"),
        (edit(CARE_LEVELS, "ment.}", "ment., aliases: [old]}") | edit(SEE_SOMEONE, "care: soon", "care: old"), "soon"),
        (edit(TREE, "    ask:", "    aliases: [old]\n    ask:"), "rest"),
    ],
)
def test_who_names_a_former_id_is_told_the_present_one(files, now, project, checked):
    if now == "rest":
        files = {TREE: files[TREE] + "      back: {text: Back, question: old}\n"}
    findings = checked(project(EXAMPLE | files)).findings
    assert f'Write "{now}", as it is called now.' in {finding.help for finding in findings}


def test_a_result_that_has_moved_keeps_its_anchors_in_guides(project):
    moved = {SITE: "moved: {outcomes/old/: outcomes/take-it-easy/, outcomes/older/: outcomes/care-soon/}\n"}
    ledger = {LEDGER: "guides/example/#old\nguides/example/#older\noutcomes/old/\noutcomes/older/\n"}
    addresses, _ = made(project(EXAMPLE | add(TAKE_IT_EASY, "meant_for: [old]\n") | moved | ledger))
    assert addresses.guides["example"].results == {"care-soon": ("older",), "see-someone": (), "take-it-easy": ("old",)}


@pytest.mark.parametrize("folders", [True, False])
def test_a_former_address_leads_on_by_relative_addresses_only(folders: bool, project):
    addresses, site = made(project(RENAMED), Serving("", folders))
    pages = {file.uri: file.content for file in site.files if file.uri.endswith(".html")}
    assert len(pages) == len(addresses.redirects)
    for old, new in addresses.redirects.items():
        file = f"{old}index.html" if folders or old.endswith("/whole/") else f"{old[:-1]}.html"
        links = re.findall(r'(?:href|src|url)="?=?([^">]+)"', pages[file].replace("url=", 'url="'))
        target = new if folders or new in ("guides/", "./") or new.endswith("/whole/") else f"{new[:-1]}.html"
        links.remove("data:,")  # no icon to ask for
        reached = {urljoin(f"https://example.org/prefix/{file.replace(' ', '%20')}", link) for link in links}
        assert reached == {f"https://example.org/prefix/{one}" for one in (target, "assets/signpost/redirect.mjs")}
        assert "://" not in pages[file]
        assert '<meta name="robots" content="noindex">' in pages[file]
        assert not re.search(r"<script[^>]*>[^<]", pages[file]), "a script inside the page"
    assert "<title>Running &amp; resting</title>" in pages["about/index.html" if folders else "about.html"]
    assert "assets/signpost/redirect.mjs" in {file.uri for file in site.files}


def test_update_writes_a_ledger_that_a_second_one_leaves_alone(project):
    folder = project(EXAMPLE)
    assert "0" in signpost("--project", folder).output
    assert not (folder / LEDGER).exists()
    first = signpost("--update", "--project", folder)
    assert first.exit_code == 0
    text = (folder / LEDGER).read_text("utf-8")
    assert text.startswith(HEAD)
    lines = text.removeprefix(HEAD).splitlines()
    assert lines == sorted(lines)
    assert f"{len(lines)} lines added" in first.output
    before = (folder / LEDGER).stat()
    assert "none is new" in signpost("--update", "--project", folder).output
    assert (folder / LEDGER).stat().st_mtime_ns == before.st_mtime_ns
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_update_adds_what_is_new_and_keeps_everything_else(project):
    old = "# Ours\n# since 2026\nguides/sample/\nguides/example/#at-rest\n"
    folder = project(RENAMED | {LEDGER: old})
    new = json.loads(signpost("--format", "json", "--project", folder).output)["new"]
    assert "guides/example/#rest" in new
    assert not [address for address in new if "at-rest" in address or "guides/sample/" in address]
    told = json.loads(signpost("--update", "--format", "json", "--project", folder).output)
    assert told == {"ok": True, "published": 2, "new": new, "broken": [], "written": True}
    head, lines = (
        (folder / LEDGER).read_text("utf-8").split("\n", 2)[:2],
        (folder / LEDGER).read_text().splitlines()[2:],
    )
    assert head == ["# Ours", "# since 2026"]
    assert lines == sorted([*new, "guides/sample/", "guides/example/#at-rest"])


@pytest.mark.parametrize("options", [(), ("--update",)])
def test_a_link_that_would_break_is_told_and_nothing_is_written(options, project):
    ledger = "guides/example/\nguides/example/#at-rest\n"
    folder = project(EXAMPLE | {LEDGER: ledger})
    result = signpost(*options, "--project", folder)
    assert result.exit_code == 1
    assert f"{LEDGER}:2:1" in result.output
    assert 'Add "aliases: [at-rest]" under "rest" in decision_trees/example.yml' in result.output
    assert (folder / LEDGER).read_text("utf-8") == ledger
    told = json.loads(signpost(*options, "--format", "json", "--project", folder).output)
    assert (told["ok"], told["written"]) == (False, False)
    assert [(one["address"], one["line"]) for one in told["broken"]] == [("guides/example/#at-rest", 2)]


def test_a_ledger_that_cannot_be_written_is_told(project, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = project(EXAMPLE)
    monkeypatch.setattr("generator.cli.commands.permalinks.write_atomically", refuse)
    result = signpost("--update", "--project", folder)
    assert result.exit_code == 1
    assert "permalinks.txt could not be written: Permission denied." in result.output


def test_a_ledger_is_extended_whatever_its_line_ends(project):
    assert extended("# A\r\n\r\nb/\r\na/\r\n", ["c/", "a/"]) == "# A\na/\nb/\nc/\n"


@pytest.mark.long
def test_the_ledger_of_this_site_promises_only_what_there_is():
    result = signpost("--project", ROOT)
    assert result.exit_code == 0, result.output
