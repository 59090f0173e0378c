"""The comment on a proposal and the reminder of reviews: written once, kept up to date, safe from what they tell."""

import pytest
from click.testing import CliRunner
from example import EXAMPLE, TREE, edit
from on_github import script

from generator.check.run import check
from generator.cli.main import main
from generator.compare.libraries import compare
from generator.core.project import Project
from generator.load.files import load
from generator.report import diff_markdown

HEAD = "0123456789abcdef0123456789abcdef01234567"


github = script("github")
handed_over = script("handed_over")
compared = script("compared")
comment = script("comment")
promised = script("promised")
remind = script("remind")


class FakeGitHub(github.GitHub):
    """Keeps comments and issues in memory, and answers as GitHub does."""

    def __init__(self, **pull):
        super().__init__("https://api.invalid", "legs/site", "a-token")
        self.pull = {"head": {"sha": HEAD}, "base": {"repo": {"full_name": "legs/site"}}, "state": "open"} | pull
        self.comments = []
        self.issues = []
        self.artifacts = [{"id": 8, "name": "preview", "expired": False}]
        self.asked = []

    def call(self, method, path, data=None):
        self.asked.append((method, path))
        match method, path.partition("?")[0].strip("/").split("/"):
            case "GET", ["pulls", _]:
                return self.pull
            case "GET", ["actions", "runs", _, "artifacts"]:
                return {"artifacts": self.artifacts}
            case "GET", [*_, "comments"]:
                return self._page(self.comments, path)
            case "GET", ["issues"]:
                return self._page([one for one in self.issues if one["state"] == "open"], path)
            case "POST", [*_, "comments"]:
                self.comments.append({"id": len(self.comments), "user": {"login": github.BOT}, **data})
            case "PATCH", ["issues", "comments", id]:
                self.comments[int(id)].update(data)
            case "POST", ["issues"]:
                self.issues.append({"number": len(self.issues), "state": "open", **data})
            case "PATCH", ["issues", number]:
                self.issues[int(number)].update(data)
            case _:
                raise AssertionError((method, path))
        return {}

    def _page(self, rows, path):
        page = int(path.rpartition("&page=")[2])
        return rows[100 * (page - 1) : 100 * page]


@pytest.fixture
def findings(project):
    """What the first step found, with one file or another changed."""

    def write(**changed):
        files = {
            "number": "7\n",
            "status": "0\n",
            "check.txt": "all end\n",
            "diff.md": "### One answer leads elsewhere",
        }
        return project(files | {name.replace("_", "."): text for name, text in changed.items()})

    return write


def run(hub, folder):
    comment.main(hub, folder, HEAD, "55")


def test_the_comment_is_known_by_the_mark_of_the_comparison_and_has_room_for_all_of_it():
    assert comment.MARK == diff_markdown.MARK
    assert diff_markdown.MAX_BYTES <= comment._LONGEST_DIFF


def test_a_proposal_gets_one_comment_with_verdict_preview_comparison_and_check(findings):
    hub = FakeGitHub()
    run(hub, findings())
    (one,) = hub.comments
    places = [
        one["body"].index(words)
        for words in (
            comment.MARK,
            "✅ **The check found no errors.**",
            "(https://github.com/legs/site/actions/runs/55/artifacts/8)",
            "### One answer leads elsewhere",
            "```text\nall end\n```",
            HEAD[:12],
        )
    ]
    assert places == sorted(places)


def test_the_next_change_renews_the_comment(findings):
    hub = FakeGitHub()
    hub.comments = [{"id": number, "user": {"login": "someone"}, "body": comment.MARK} for number in range(150)]
    run(hub, findings())
    run(hub, findings(status="1\n", check_txt="one error"))
    assert len(hub.comments) == 151
    assert "❌ **The check found errors.**" in hub.comments[150]["body"]
    assert all(one["body"] == comment.MARK for one in hub.comments[:150])


def test_without_a_preview_or_a_comparison_the_comment_says_so(findings):
    hub = FakeGitHub()
    hub.artifacts = [{"id": 8, "name": "preview", "expired": True}]
    run(hub, findings(diff_md="", status=""))
    assert "The site could not be built" in hub.comments[0]["body"]
    assert "could not be compared" in hub.comments[0]["body"]
    assert "❌ **The check could not be finished.**" in hub.comments[0]["body"]


@pytest.mark.parametrize("number", ["", "0", "-1", "7; rm", "7/../8", "\u0667", "1" * 30])
def test_a_number_that_is_none_is_refused(findings, number):
    hub = FakeGitHub()
    with pytest.raises(comment.RefusedError):
        run(hub, findings(number=number))
    assert not hub.asked


@pytest.mark.parametrize(
    "pull",
    [
        {"head": {"sha": "f" * 40}},
        {"base": {"repo": {"full_name": "others/site"}}},
        {"state": "closed"},
    ],
)
def test_nobody_can_have_another_proposal_commented(findings, pull):
    hub = FakeGitHub(**pull)
    with pytest.raises(comment.RefusedError):
        run(hub, findings())
    assert not hub.comments


def test_a_link_among_the_findings_is_not_followed(findings):
    folder = findings()
    (folder / "diff.md").unlink()
    (folder / "diff.md").symlink_to("/etc/hostname")
    with pytest.raises(comment.RefusedError):
        run(FakeGitHub(), folder)


def test_a_comparison_with_its_drawing_passes_as_it_is(project, tmp_path):
    before = check(load(Project(project(EXAMPLE)))).survey
    after = check(
        load(Project(project(edit(TREE, "A lot, outcome: see-someone", "A lot, outcome: take-it-easy"))))
    ).survey
    text = diff_markdown.render(compare(before, after)).removeprefix(comment.MARK)
    assert "```mermaid" in text
    assert compared.compared(text.strip(), 45_000) == text.strip()


def test_nothing_in_the_checks_words_can_end_its_block():
    assert comment.fenced("a\n```\nb\n`````").splitlines()[0] == "``````text"


def test_a_comment_is_never_longer_than_github_takes(findings):
    hub = FakeGitHub()
    run(hub, findings(diff_md="<<<<@a\n" * 50_000, check_txt="one error\n" * 50_000))
    assert len(hub.comments[0]["body"]) < 65_536
    assert "left out" in hub.comments[0]["body"]


def test_the_reminder_is_one_issue_that_is_opened_renewed_and_closed():
    hub = FakeGitHub()
    remind.remind(hub, "")
    assert not hub.issues
    remind.remind(hub, "- [ ] one")
    remind.remind(hub, "- [ ] two")
    assert [(one["state"], one["body"]) for one in hub.issues] == [("open", f"{remind.MARK}\n- [ ] two")]
    remind.remind(hub, "")
    assert [one["state"] for one in hub.issues] == ["closed"]


def test_the_reminder_lists_what_is_said_to_be_due(project):
    folder = project(edit(TREE, "reviewed: 2026-11-22", "reviewed: 2020-01-02"))
    told = CliRunner().invoke(main, ["overdue", "--format", "json", "--project", str(folder)])
    listed = CliRunner().invoke(main, ["overdue", "--format", "markdown", "--project", str(folder)])
    assert remind.told(told.output) == listed.output.strip()
    assert remind.told(told.output).splitlines()[-1] == "- [ ] 2020-01-02: `decision_trees/example.yml`"
    assert remind.told('{"months": 12, "overdue": []}') == ""


def test_the_reminder_lists_what_was_changed_since_it_was_reviewed(project):
    folder = project(EXAMPLE)
    for command in (["reviewed", "--update"], ["overdue", "--format", "json"]):
        CliRunner().invoke(main, [*command, "--project", str(folder)])
    (folder / TREE).write_text(EXAMPLE[TREE].replace("Does it hurt", "Is it sore"), "utf-8")
    told, listed = (
        CliRunner().invoke(main, ["overdue", "--months", "1200", "--format", form, "--project", str(folder)]).output
        for form in ("json", "markdown")
    )
    assert remind.told(told) == listed.strip()
    assert listed.splitlines()[-1] == "- [ ] 2026-11-22: `decision_trees/example.yml`, `questions.rest`"


@pytest.mark.parametrize(
    "text",
    [
        "",
        '{"months": 12, "overdue": [], "changed": [{"reviewed": "2025-01-02", "file": "a.yml", "fields": ["@all"]}]}',
        '{"months": 12, "overdue": [], "changed": [{"reviewed": "2025-01-02", "file": "a.yml", "fields": [1]}]}',
        '{"months": 12, "overdue": [], "changed": [{"reviewed": "2025-01-02", "file": "a` @all", "fields": []}]}',
        '{"months": 12, "overdue": [], "changed": 7}',
        "[]",
        "[" * 100_000,
        '{"months": 12}',
        '{"months": "@all", "overdue": []}',
        '{"months": 12, "overdue": [{"reviewed": "2025-01-02", "file": "a` @all"}]}',
        '{"months": 12, "overdue": [{"reviewed": "2025-01-02", "file": "a\\n# b"}]}',
        '{"months": 12, "overdue": [{"reviewed": "@all", "file": "a.yml"}]}',
        '{"months": 12, "overdue": [{"reviewed": 1, "file": "a.yml"}]}',
        '{"months": 12, "overdue": ["a"]}',
    ],
)
def test_a_list_that_is_none_reminds_nobody(text):
    with pytest.raises(handed_over.RefusedError):
        remind.told(text)
