"""What Playwright's own `wait_for_function` and `add_style_tag` cannot do where the site's policy is in force.

It forbids to evaluate a string, and styles within a page. And what its "networkidle" does not do for sure: on a busy
machine it may never come.
"""

from playwright.sync_api import Page


def until(page: Page, condition: str, *given: object) -> None:
    """Wait until a function of JavaScript, or a promise that it gives, says yes."""
    page.evaluate(
        f"""async (given) => {{
            const end = Date.now() + 60_000;
            while (!(await ({condition})(...given))) {{
                if (Date.now() > end) throw new Error("It never happened.");
                await new Promise((go) => setTimeout(go, 20));
            }}
        }}""",
        list(given),
    )


def settled(page: Page) -> None:
    """Wait until a page has loaded and asks for nothing more: as much has come as half a second ago."""
    until(
        page,
        """async () => {
            const come = () => performance.getEntriesByType("resource").length;
            const before = come();
            if (document.readyState !== "complete") return false;
            await new Promise((go) => setTimeout(go, 500));
            return come() === before;
        }""",
    )


def style(page: Page, rules: str) -> None:
    """Add rules of CSS to a page, as a reader's own style would."""
    page.evaluate(
        """(rules) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rules);
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }""",
        rules,
    )
