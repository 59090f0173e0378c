"""Somebody changes a file in the browser: what is found, what is seen, what can be proposed."""

import json
import re
import shutil
import subprocess
from dataclasses import asdict, replace
from urllib.parse import parse_qs, urlsplit

import pytest
from broken_site import SITE, written
from conftest import ROOT, ready
from playwright.sync_api import expect
from site_builders import with_the_plugin
from test_slips import TYPED
from writing import ASK, editor, findings, opened, press, preview, status, write

from generator.check.run import check
from generator.core.project import Project
from generator.load.files import load
from workbench.build import READY
from workbench.pack import project

KNEE = "decision_trees/knee.yml"


def text(file):
    return (ROOT / file).read_text("utf-8")


# Its title, and its first choice, whatever their words are.
TITLE = re.search(r'^title: "(.+)"$', text(KNEE), re.MULTILINE)[1]
CHOICE = re.search(r'text: "[^"]+"', text(KNEE))[0]


def test_edit_this_page_leads_to_the_file_and_the_check_finds_nothing_wrong(page, address):
    page.goto(f"{address}guides/knee/")
    page.get_by_role("link", name="Edit this page").click()
    ready(page)
    opened(page, KNEE)
    expect(status(page)).to_have_text("No errors")
    expect(preview(page).get_by_role("heading", level=1)).to_contain_text(TITLE)


def test_what_is_published_is_shown_with_its_verdict_before_the_checker_has_started(page, address):
    page.route("**/packages.bin", lambda _: None)
    page.goto(f"{address}contribute/workbench/#open={KNEE}")
    expect(status(page)).to_have_text("No errors")
    expect(page.locator(".wb-none")).to_have_text("The check finds nothing wrong.")
    expect(preview(page).get_by_role("heading", level=1)).to_contain_text(TITLE)
    page.get_by_role("tab", name="Picture").click()
    expect(preview(page).locator("article svg").first).to_be_visible()
    editor(page).press("x")
    expect(status(page)).to_have_text("Checking")
    expect(page.locator("#workbench:not([data-phase='ready'])")).to_be_attached()


def test_what_has_just_been_typed_is_checked_before_it_is_proposed(bench, page):
    bench(KNEE)
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text(KNEE).replace("    ask: ", "    aks: ", 1))
    editor(page).press("Control+A")
    page.keyboard.press("Control+V")
    press(page, "Propose this change")
    expect(page.get_by_role("button", name="to propose")).to_be_visible()
    expect(page.locator("dialog")).to_have_count(0)
    expect(editor(page)).to_be_focused()


def test_the_worker_finds_of_every_slip_what_the_command_finds(page, address, site, tmp_path):
    questions, expected = [], []
    for number, slip in enumerate(TYPED):
        questions += [["change", {"file": path, "text": content}] for path, content in slip.change.items()]
        questions.append(["check", {}])
        questions += [["close", {"file": path}] for path in slip.change]
        told = check(load(Project(written(tmp_path / str(number), slip.change)))).findings
        expected.append((slip.how, [asdict(finding) for finding in told]))
    page.goto(f"{address}contribute/workbench/")
    (site / "small.json").write_text(json.dumps(project(SITE, "https://example.org/")), "utf-8")
    script = f"{address}assets/workbench/{READY.read_text()}/worker.mjs"
    ready(page)
    answers = page.evaluate(ASK, [script, f"{address}small.json", questions])
    found = [answer["findings"] for answer in answers if answer]
    for findings_ in found:
        for finding in findings_:
            del finding["correction"]
    assert len(found) == len(expected)
    for one, (how, command) in zip(found, expected, strict=True):
        assert one == command, how


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("outcome: locked-knee", "outcome: locked-kne"),
        ("    ask: ", "    aks: "),
        (CHOICE, "text: It is stuck: too hurt"),
        ("places: [behind-the-knee", "places: [behind-the-kne"),
        ("reviewed: 2026", "reviewed: 2096"),
        ("start: what-the-knee-does", "start: what-the-nee-does"),
    ],
)
def test_what_is_mistyped_is_told_at_its_line_as_the_command_tells_it(bench, tmp_path, wrong, right):
    page = bench(KNEE)
    broken = text(KNEE).replace(wrong, right, 1)
    write(page, broken)
    files = load(Project(ROOT))
    changed = [replace(one, text=broken) if one.path == KNEE else one for one in files.files]
    told = check(replace(files, files=tuple(changed))).findings
    assert told
    expect(page.locator(".wb-finding")).to_have_count(len(told))
    assert sorted(findings(page)) == sorted((one.message, one.help) for one in told)
    page.locator(".wb-where").first.click()
    expect(page.locator(".cm-lintRange, .cm-lintPoint").first).to_be_attached()


def test_a_correction_is_made_with_a_button_and_can_be_undone(bench):
    page = bench(KNEE)
    write(page, text(KNEE).replace("outcome: locked-knee", "outcome: locked-kne", 1))
    page.locator(".wb-finding .wb-correct").first.click()
    expect(page.locator(".wb-finding")).to_have_count(0)
    expect(page.get_by_role("button", name="Change something to propose it")).to_be_visible()
    editor(page).press("Control+z")
    expect(page.locator(".wb-finding").first).to_be_visible()


def test_the_preview_is_walked_and_follows_what_is_typed(bench):
    page = bench(KNEE)
    shown = preview(page)
    shown.get_by_role("link", name="None of these").click()
    shown.get_by_role("link", name="None of these").click()
    question = shown.get_by_role("heading", name="What does the knee, or the place behind it, do most?")
    expect(question).to_be_visible()
    write(page, text(KNEE).replace("do most?", "do most of all?"))
    expect(shown.get_by_role("heading", name="do most of all?")).to_be_visible()
    page.get_by_role("tab", name="Picture").click()
    expect(shown.locator("article svg").first).to_be_visible()
    page.get_by_role("tab", name="Changes").click()
    expect(page.locator(".wb-changes")).to_contain_text("do most of all")


def test_a_published_file_is_proposed_with_the_text_on_the_clipboard(bench, context):
    page = bench(KNEE)
    changed = text(KNEE).replace("do most?", "do most of all?")
    write(page, changed)
    press(page, "Propose this change")
    link = page.get_by_role("link", name="Copy the text, and open the file on GitHub")
    assert link.get_attribute("href").endswith(f"/edit/main/{KNEE}")
    page.get_by_role("button", name="Copy the text", exact=True).click()
    expect(page.get_by_text("Copied.", exact=True)).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == changed
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the file").click()
    assert saved.value.path().read_text("utf-8") == changed
    page.get_by_role("button", name="Copy all changes as a patch").click()
    expect(page.get_by_text("Copied.", exact=True)).to_be_visible()
    patch = page.evaluate(
        """async () => {
            for (;;) {
                const text = await navigator.clipboard.readText();
                if (text.startsWith("diff")) return text;
                await new Promise((go) => setTimeout(go, 20));
            }
        }"""
    )
    done = subprocess.run(
        ["git", "apply", "--check", "-"], input=patch.encode(), cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_with_an_error_nothing_can_be_proposed(bench):
    page = bench(KNEE)
    write(page, text(KNEE).replace("outcome: locked-knee", "outcome: locked-kne", 1))
    # By keyboard: it can be reached and says why, and leads to the error.
    page.get_by_role("button", name="Mend 1 error to propose").press("Enter")
    expect(editor(page)).to_be_focused()
    expect(page.locator("dialog")).to_have_count(0)


def test_a_draft_stays_until_it_is_thrown_away(bench):
    page = bench(KNEE)
    changed = text(KNEE).replace("do most?", "do most of all?")
    write(page, changed)
    page.reload()
    ready(page)
    expect(editor(page)).to_contain_text("do most of all?")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Throw away my changes: knee.yml").click()
    expect(page.get_by_text("Nothing is open.")).to_be_visible()
    page.reload()
    ready(page)
    # Its address names the file: it is there as it is published.
    expect(editor(page)).to_contain_text("do most?")


def test_every_page_is_previewed_as_it_is_built(page, address, site):
    page.goto(f"{address}contribute/workbench/")
    ready(page)
    paths = [
        line
        for line in text("permalinks.txt").splitlines()
        if line and "#" not in line and line != "contribute/workbench/"
    ]
    paths = [path for path in paths if (site / path / "index.html").is_file()]
    script = f"{address}assets/workbench/{READY.read_text()}/worker.mjs"
    answers = page.evaluate(
        ASK,
        [
            script,
            f"{address}contribute/workbench/project.json",
            [["preview", {"page": path.removeprefix("./")}] for path in paths],
        ],
    )
    assert len(answers) == len(paths) > 200
    different = page.evaluate(
        """async (pages) => {
            // What a builder says in its own words of the same HTML: spaces between elements, and quotes.
            const read = (html) => new DOMParser().parseFromString(html, "text/html");
            const told = (element) => {
                element.querySelectorAll("[data-search-exclude]").forEach((one) => (delete one.dataset.searchExclude));
                return element.innerHTML.replace(/\\s+/g, " ").replace(/> </g, "><").trim();
            };
            const wrong = [];
            for (const [path, html] of pages) {
                const built = await (await fetch(new URL(path, location.origin + "/"))).text();
                const article = read(built).querySelector("article");
                article.querySelectorAll(".ab-edit, .headerlink").forEach((one) => one.remove());
                const made = read(`<article>${html}</article>`).querySelector("article");
                if (told(article) !== told(made)) {
                    const [a, b] = [told(article), told(made)];
                    let at = 0;
                    while (a[at] === b[at]) at++;
                    wrong.push([path, a.slice(at - 80, at + 80), b.slice(at - 80, at + 80)]);
                }
            }
            return wrong;
        }""",
        [[path, (answer or {}).get("html", "")] for path, answer in zip(paths, answers, strict=True)],
    )
    assert different == []


def test_a_new_guide_is_begun_written_proposed_and_green(bench, context, tmp_path):
    page = bench()
    press(page, "New entry")
    page.get_by_label("What it is").select_option("tree")
    page.get_by_label("Its short name").fill("sore-heel")
    press(page, "Begin")
    opened(page, "decision_trees/sore-heel.yml")
    expect(status(page)).to_contain_text("warning")
    texts = {}
    for file in page.locator(".wb-file").evaluate_all("(files) => files.map((file) => file.dataset.file)"):
        page.locator(f".wb-file[data-file='{file}'] .wb-file-name").click()
        opened(page, file)
        editor(page).press("Control+A")
        page.keyboard.press("Control+C")
        begun = page.evaluate("navigator.clipboard.readText()")
        assert "TODO" in begun
        texts[file] = finished(begun)
        write(page, texts[file])
    expect(status(page)).to_contain_text("No errors")
    expect(preview(page).locator("article")).to_be_visible()
    press(page, "Propose this change")
    folder = tmp_path / "project"
    for name in ("content", "decision_trees", "site_overrides"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "permalinks.txt"):
        (folder / name).write_text(text(name), "utf-8")
    for file, written_there in texts.items():
        href = page.locator(f".wb-proposal[data-file='{file}'] a.wb-primary").get_attribute("href")
        asked = parse_qs(urlsplit(href).query, keep_blank_values=True)
        assert asked["filename"] == [file]
        if "value" in asked:
            assert asked["value"] == [written_there]
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(written_there, "utf-8")
    assert [one for one in check(load(Project(folder))).findings if one.severity == "error"] == []
    (folder / "permalinks.txt").write_text(text("permalinks.txt") + "guides/sore-heel/\n", "utf-8")
    built = tmp_path / "site"
    with_the_plugin(folder, built)
    assert "sore-heel" in (built / "guides/sore-heel/index.html").read_text("utf-8")


def finished(begun):
    """A skeleton with its texts written."""
    return begun.replace("TODO: ", "").replace("...", "of the heel")
