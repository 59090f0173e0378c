"""What the tests do in the editor, as somebody who writes would."""

from playwright.sync_api import Page, expect

# The worker of the page, asked without its page: `questions` are lists of [what, about].
ASK = """async ([script, project, questions]) => {
    const worker = new Worker(script, { type: "module" });
    const answers = [];
    await new Promise((done, failed) => {
        worker.onmessage = ({ data }) => {
            if (data.failed || data.crashed) failed(new Error(JSON.stringify(data)));
            if (data.answer) answers.push(JSON.parse(data.answer).answer);
            if (answers.length === questions.length) done();
        };
        worker.postMessage({ project });
        questions.forEach(([what, about], id) =>
            worker.postMessage({ question: JSON.stringify({ id, version: 0, do: what, ...about }) }));
    });
    worker.terminate();
    return answers;
}"""


def editor(page: Page):
    """The text field of the editor."""
    return page.get_by_role("textbox", name="Text of")


def write(page: Page, text: str) -> None:
    """Put a text in the place of the one in the editor, by the clipboard, and wait for the verdict on it."""
    before = int(page.locator("#workbench").get_attribute("data-checked"))
    editor(page).focus()
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+V")
    page.wait_for_selector(f"#workbench:not([data-checked='{before}'])", state="attached")


def findings(page: Page) -> list[tuple[str, str]]:
    """The messages and helps in the list of findings."""
    rows = page.locator(".wb-finding")
    return [(row.locator(".wb-message").inner_text(), row.locator(".wb-help").inner_text()) for row in rows.all()]


def status(page: Page):
    """What the workbench says of the check."""
    return page.locator(".wb-status")


def press(page: Page, name: str) -> None:
    """Press a button, by its words."""
    page.get_by_role("button", name=name, exact=True).click()


def preview(page: Page):
    """The page in the frame."""
    return page.frame_locator(".wb-frame")


def opened(page: Page, file: str) -> None:
    """See that a file is in the editor."""
    expect(page.get_by_role("textbox", name=f"Text of {file}")).to_be_visible()
