import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from example import EXAMPLE

HIP = "content/places/hip.yml"


@contextmanager
def without_privileges():
    """Permissions mean nothing to the superuser, so for a moment this process is somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder():
    """A folder that everybody may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for path, text in EXAMPLE.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        yield folder


def test_a_file_without_permission_cannot_be_read(open_folder, checked):
    (open_folder / HIP).write_text("title: Hip\n")
    (open_folder / HIP).chmod(0)
    with without_privileges():
        [finding] = checked(open_folder).findings
    assert (finding.code, finding.file, finding.line, finding.column) == ("S104", HIP, 1, 1)
    assert "permission denied" in finding.message
    assert "readable" in finding.help


def test_a_folder_without_permission_cannot_be_read(open_folder, checked):
    (open_folder / "content/faq").chmod(0)
    with without_privileges():
        findings = checked(open_folder).findings
    (open_folder / "content/faq").chmod(0o755)
    assert [(one.code, one.file) for one in findings] == [("S104", "content/faq")]
    assert "folder" in findings[0].message


def test_a_pipe_is_told_and_not_waited_for(project, checked):
    folder = project(EXAMPLE)
    os.mkfifo(folder / HIP)
    [finding] = checked(folder).findings
    assert (finding.code, finding.file, finding.line, finding.column) == ("S104", HIP, 1, 1)
    assert "not an ordinary file" in finding.message


def test_a_link_to_nothing_cannot_be_read(project, checked):
    folder = project(EXAMPLE)
    (folder / HIP).symlink_to("gone.yml")
    [finding] = checked(folder).findings
    assert (finding.code, finding.file) == ("S104", HIP)
    assert "no such file" in finding.message


def test_a_link_to_itself_cannot_be_read(project, checked):
    folder = project(EXAMPLE)
    (folder / HIP).symlink_to("hip.yml")
    [finding] = checked(folder).findings
    assert (finding.code, finding.file) == ("S104", HIP)


def test_a_link_to_a_folder_within_the_project_cannot_be_read(project, checked):
    folder = project(EXAMPLE)
    (folder / "content/again").symlink_to("places", target_is_directory=True)
    [finding] = checked(folder).findings
    assert (finding.code, finding.file) == ("S104", "content/again")
    assert "folder" in finding.message


def test_what_an_unreadable_file_defines_is_not_called_unknown(project, checked):
    folder = project(EXAMPLE)
    (folder / "content/outcomes/see-someone.yml").unlink()
    (folder / "content/outcomes/see-someone.yml").symlink_to("gone.yml")
    [finding] = checked(folder).findings
    assert finding.code == "S104"
