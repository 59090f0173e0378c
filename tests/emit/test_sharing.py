"""What the site says to programs: previews, data for search engines, guides as JSON, lists of pages, headers."""

import gzip
import json
import re
import struct
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import pytest
import real_project
import yaml
from example import CARE_LEVELS, EXAMPLE

from generator.analyse.guide import guide_questions
from generator.check.run import check
from generator.core.cache import Cache, users_cache
from generator.core.project import Project
from generator.core.site import Serving, Site
from generator.draw import preview as drawing
from generator.draw.preview import HEIGHT, WIDTH, Preview, draw
from generator.emit.build import build
from generator.emit.headers import headers_file, policy
from generator.load.files import load
from generator.render import previews
from generator.render.link import Links, link

ROOT = Path(__file__).parents[2]
URL = "https://example.org/prefix/"
PLAIN = Path(__file__).parents[1] / "golden/plain/input"
Write = Callable[[Mapping[str, str]], Path]


def made(root: Path, url: str = URL, cache: Cache | None = None) -> Site:
    loaded = load(Project(root))
    report = check(loaded)
    assert report.ok, report.findings
    return build(loaded, report, Serving(url), cache)


def text_of(site: Site, uri: str) -> str:
    (content,) = (file.content for file in site.files if file.uri == uri)
    return content


def meta_of(site: Site, uri: str) -> dict:
    return front_matter(text_of(site, uri))


@cache
def front_matter(page: str) -> dict:
    return yaml.load(page.split("---\n")[1], getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def pages_of(site: Site) -> list[str]:
    return [file.uri for file in site.files if file.uri.endswith(".md")]


@pytest.fixture(scope="module")
def links() -> Links:
    return link(real_project.report().survey)


@cache
def real_at(url: str) -> Site:
    """The site in this repository, for an address."""
    return made(ROOT, url, users_cache())


@pytest.fixture
def real() -> Site:
    return real_at(URL)


# Previews


@pytest.mark.long
@pytest.mark.builds
def test_every_page_has_a_preview_that_is_there(real: Site):
    for uri in pages_of(real):
        image = meta_of(real, uri)["image"]
        assert image["url"].removeprefix(URL) in {file.uri for file in real.files}, uri
        assert (image["width"], image["height"]) == (WIDTH, HEIGHT)
        assert image["alt"].strip()
        assert not image["alt"].endswith("..")


@pytest.mark.long
@pytest.mark.builds
def test_guides_results_and_questions_have_pictures_of_their_own(real: Site, links: Links):
    library = links.library
    for folder, ids in {"guides": library.trees, "outcomes": links.outcomes, "questions": library.faq}.items():
        for id in ids:
            assert meta_of(real, f"{folder}/{id}.md")["image"]["url"] == f"{URL}assets/preview/{folder}/{id}.png"


@pytest.mark.builds
def test_pictures_are_small_and_of_the_size_that_is_said(real: Site):
    pictures = [file.content for file in real.files if file.uri.startswith("assets/preview/")]
    assert len(pictures) > 50
    for picture in pictures:
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT)
        assert len(picture) <= 30_000


def test_a_picture_is_the_same_each_time_and_another_for_other_words():
    one = Preview("Site", "Result", "Sore knee", "", "urgent", "See somebody today")
    assert draw(one) == draw(one)
    assert draw(one) != draw(Preview("Site", "Result", "Sore elbow", "", "urgent", "See somebody today"))


@pytest.mark.parametrize("card", ["emergency", "urgent", "non-urgent", "self-care"])
def test_a_result_shows_its_level_of_care_in_its_colour(card: str):
    from io import BytesIO

    from PIL import Image

    picture = Image.open(BytesIO(draw(Preview("Site", "Result", "Sore knee", "", card, "What to do")))).convert("RGB")
    colour = tuple(bytes.fromhex(drawing._CARDS[card][1:]))
    assert sum(abs(a - b) for a, b in zip(picture.getpixel((600, 5)), colour, strict=True)) < 12


@pytest.mark.long
def test_a_title_of_any_length_is_drawn():
    for title in ("", "Knee", "knee " * 80, "k" * 300):
        assert len(draw(Preview("Site " * 3, "Guide", title))) < 60_000


@pytest.mark.long
def test_a_picture_is_drawn_once(project: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = project(EXAMPLE)
    first = made(root, cache=Cache(tmp_path / "kept"))
    monkeypatch.setattr(previews, "draw", lambda preview: pytest.fail(f"drawn again: {preview}"))
    assert made(root, cache=Cache(tmp_path / "kept")).files == first.files


@pytest.mark.long
def test_where_nothing_can_be_kept_the_pictures_are_drawn_all_the_same(project: Write, tmp_path: Path):
    (tmp_path / "kept").write_text("in the way", "utf-8")
    site = made(project(EXAMPLE), cache=Cache(tmp_path / "kept"))
    assert any(file.uri == "assets/preview/guides/example.png" for file in site.files)


def test_a_site_whose_address_is_not_known_names_no_picture_and_no_address(project: Write):
    site = made(project({**EXAMPLE, "content/about.md": "# About\n"}), url="")
    assert not [file.uri for file in site.files if file.uri.endswith(".png")]
    for uri in pages_of(site):
        front, *_ = text_of(site, uri).split("\n---\n")
        assert "image:" not in front
        assert "BreadcrumbList" not in front
    assert text_of(site, "about.md") == '---\ntitle: "About"\n---\n\n# About\n'


# Data for search engines


def graph(site: Site, uri: str) -> dict[str, dict]:
    found = meta_of(site, uri)["json_ld"]
    assert found["@context"] == "https://schema.org"
    return {one["@type"]: one for one in found["@graph"]}


@pytest.mark.builds
def test_guides_and_results_say_when_they_were_reviewed_and_what_they_rest_on(real: Site, links: Links):
    library = links.library
    for uri, entry in [
        *((f"guides/{id}.md", tree) for id, tree in library.trees.items()),
        *((f"outcomes/{id}.md", outcome) for id, outcome in library.outcomes.items()),
    ]:
        about = graph(real, uri)["MedicalWebPage"]
        assert date.fromisoformat(about["lastReviewed"]) == entry.reviewed
        assert {source.title for id, source in library.sources.items() if id in entry.sources} <= {
            work["name"] for work in about.get("citation", [])
        }
        for work in about.get("citation", []):
            assert "url" not in work or urlsplit(work["url"]).scheme in ("http", "https")
        assert about["url"].startswith(URL)


@pytest.mark.builds
def test_a_reader_question_comes_with_its_answer(real: Site, links: Links):
    for id in links.library.faq:
        (asked_there,) = graph(real, f"questions/{id}.md")["FAQPage"]["mainEntity"]
        assert asked_there["name"] == meta_of(real, f"questions/{id}.md")["title"]
        assert len(asked_there["acceptedAnswer"]["text"]) > 40
        assert not re.search(r"\]\(|\[@", asked_there["acceptedAnswer"]["text"])


@pytest.mark.builds
def test_every_page_but_the_first_says_what_it_stands_below(real: Site):
    addresses = {URL + Serving(URL).path(uri) for uri in pages_of(real)}
    for uri in pages_of(real):
        if uri == "index.md":
            continue
        steps = graph(real, uri)["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert {step["item"] for step in steps} <= addresses, uri
        assert (steps[0]["item"], steps[-1]["item"]) == (URL, URL + Serving(URL).path(uri))


@pytest.mark.builds
def test_nothing_says_that_a_clinician_reviewed_it(real: Site):
    assert not [uri for uri in pages_of(real) if "reviewedBy" in text_of(real, uri).split("\n---\n")[0]]


@pytest.mark.long
def test_a_site_without_levels_of_care_makes_no_medical_pages():
    site = made(PLAIN)
    assert graph(site, "guides/printer.md")["WebPage"]["name"]
    assert not [uri for uri in pages_of(site) if "MedicalWebPage" in text_of(site, uri)]


@pytest.mark.long
def test_an_authors_own_front_matter_stands(project: Write):
    picture = {"url": "https://example.org/mine.png", "width": 1200, "height": 630, "alt": "Mine"}
    page = f"---\ntitle: Mine\nimage: {json.dumps(picture)}\n---\n\n# About\n\n---\n\nMore\n"
    site = made(project({**EXAMPLE, "content/about.md": page}))
    meta = meta_of(site, "about.md")
    assert (meta["title"], meta["image"]) == ("Mine", picture)
    assert meta["json_ld"]["@graph"][0]["@type"] == "BreadcrumbList"
    assert text_of(site, "about.md").endswith("\n---\n\n# About\n\n---\n\nMore\n")


# Guides as data


@pytest.mark.long
@pytest.mark.parametrize("url", [URL, ""])
def test_each_guide_fits_the_schema_that_it_names(links: Links, url: str):
    site = real_at(url)
    schema = json.loads(text_of(site, "assets/signpost/guide.schema.json"))
    jsonschema.Draft7Validator.check_schema(schema)
    for tree in links.library.trees:
        guide = json.loads(text_of(site, f"guides/{tree}/guide.json"))
        jsonschema.Draft7Validator(schema).validate(guide)
        assert guide["$schema"] == (
            f"{url}assets/signpost/guide.schema.json" if url else "../../" + guide["$schema"][6:]
        )


@pytest.mark.builds
def test_a_guides_data_leads_where_the_guide_does(real: Site, links: Links):
    library = links.library
    for tree in library.trees:
        guide = json.loads(text_of(real, f"guides/{tree}/guide.json"))
        questions = guide_questions(library, tree)
        assert guide["start"] == questions[0].id
        assert [
            (question["id"], choice["id"], choice["leads_to"]["kind"], choice["leads_to"]["id"])
            for question in guide["questions"]
            for choice in question["choices"]
        ] == [
            (question.id, answer.id, {"tree": "guide"}.get(answer.kind, answer.kind), answer.to)
            for question in questions
            for answer in question.answers
        ]
        assert [[flag["id"] for flag in question["red_flags"]] for question in guide["questions"]] == [
            [id for id, _ in question.flags] for question in questions
        ]
        ids = {kind: {one["id"] for one in guide[f"{kind}s"]} for kind in ("question", "outcome", "guide")}
        for question in guide["questions"]:
            for choice in question["choices"]:
                assert choice["leads_to"]["id"] in ids[choice["leads_to"]["kind"]]
        levels = {level["id"] for level in guide["care_levels"]}
        assert {outcome["care"] for outcome in guide["outcomes"]} <= levels
        sources = {source["id"] for source in guide["sources"]}
        assert all(set(outcome["sources"]) <= sources for outcome in guide["outcomes"])


# Lists of pages


@pytest.mark.builds
def test_the_list_for_language_models_names_every_guide_result_and_question(real: Site, links: Links):
    listed = set(re.findall(r"^- \[.+\]\((\S+)\): \S", text_of(real, "llms.txt"), re.MULTILINE))
    library = links.library
    expected = {f"guides/{id}/" for id in library.trees} | {f"guides/{id}/guide.json" for id in library.trees}
    expected |= {f"outcomes/{id}/" for id in links.outcomes} | {f"questions/{id}/" for id in library.faq}
    assert {URL + path for path in expected} <= listed


@pytest.mark.builds
def test_robots_are_told_where_the_map_is(real: Site, project: Write):
    assert text_of(real, "robots.txt") == f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n"
    assert "Sitemap" not in text_of(made(project(EXAMPLE), url=""), "robots.txt")


@pytest.mark.long
def test_what_an_author_put_there_stands(project: Write):
    site = made(project({**EXAMPLE, "content/robots.txt": "User-agent: *\nDisallow: /\n"}))
    assert "robots.txt" not in {file.uri for file in site.files}
    assert site.assets["robots.txt"].read_text("utf-8").endswith("Disallow: /\n")


# Headers


def rules_of(site: Site) -> dict[str, dict[str, str]]:
    """The headers of each pattern of paths."""
    rules = re.findall(r"^(/\S*)\n((?:  .+\n)+)", text_of(site, "_headers"), re.MULTILINE)
    return {path: dict(line.strip().split(": ", 1) for line in lines.splitlines()) for path, lines in rules}


def sent(site: Site, path: str) -> list[tuple[str, str]]:
    """The headers that a host sends for a path: those of all patterns that match it."""
    found = []
    for pattern, headers in rules_of(site).items():
        parts = re.split(r"(\*|:\w+)", pattern)
        matched = "".join(".*" if one == "*" else "[^/]+" if one.startswith(":") else re.escape(one) for one in parts)
        found += headers.items() if re.fullmatch(matched, path) else ()
    return found


@pytest.mark.builds
def test_the_policy_allows_nothing_inline_and_nobody_else(real: Site):
    line = rules_of(real)["/*"]["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in line.split("; "))
    assert "unsafe" not in line
    assert "*" not in line
    allowed = {source for rule in rules.values() for source in rule.split()}
    # Nothing but one style of Zensical's, named by its content.
    assert {source for source in allowed if not source.startswith("'sha256-")} == {"'none'", "'self'", "data:"}
    assert "sha256" not in rules["script-src"]
    assert rules["script-src"] == rules["worker-src"] == rules["connect-src"] == "'self'"
    assert rules["object-src"] == "'none'"


UNFRAMED = {("X-Frame-Options", "DENY"), ("Content-Security-Policy", "frame-ancestors 'none'")}


@pytest.mark.builds
def test_a_frame_may_hold_the_pages_that_are_for_frames_and_no_others(real: Site):
    pages = [Serving().path(file.uri) if file.uri.endswith(".md") else file.uri for file in real.files]
    pages = [f"/{path}" for path in pages if path.endswith(("/", ".html", "embed/index.html")) or not path]
    frames = {path for path in pages if "/embed/" in path}
    assert len(frames) == len([path for path in pages if path.endswith("/whole/")])
    for path in [*pages, "/404.html", "/guides/knee"]:
        assert (set(sent(real, path)) & UNFRAMED == UNFRAMED) == (path not in frames), path
        assert not UNFRAMED & set(sent(real, path)) or path not in frames


@pytest.mark.long
def test_without_pages_for_frames_one_rule_says_it_for_all(project: Write):
    site = made(project({**EXAMPLE, "content/site.yml": "headers: true\n"}))
    assert rules_of(site)["/*"]["Content-Security-Policy"].endswith("; frame-ancestors 'none'")
    assert rules_of(site)["/*"]["X-Frame-Options"] == "DENY"


def test_the_policy_in_each_page_is_the_one_in_the_headers():
    template = (ROOT / "site_overrides/main.html").read_text("utf-8")
    assert re.search('http-equiv="Content-Security-Policy" content="([^"]+)"', template)[1] == policy()


@pytest.mark.builds
def test_what_is_told_of_other_hosts_is_what_the_headers_say(real: Site):
    told = (ROOT / "docs/hosting.md").read_text("utf-8")
    for name, value in re.findall(r"^  ([\w-]+): (.+)$", text_of(real, "_headers"), re.MULTILINE):
        assert f'add_header {name} "{value}"' in told


@pytest.mark.builds
def test_every_page_is_asked_for_anew_and_no_address_is_given_a_header_twice(real: Site):
    pages = [Serving().path(file.uri) if file.uri.endswith(".md") else file.uri for file in real.files]
    pages = [f"/{path}" for path in pages if path.endswith(("/", "embed/index.html")) or not path]
    assert len(pages) > 300
    for path in [*pages, "/404.html", "/assets/preview/site.png", "/assets/javascripts/x.js"]:
        given = [name for name, _ in sent(real, path) if name != "Content-Security-Policy"]
        assert len(given) == len(set(given)), path
        assert (dict(sent(real, path))["Cache-Control"] == "no-cache") == ("assets" not in path), path


def test_pages_without_a_folder_are_asked_for_anew_too():
    rules = headers_file(["", "about.html", "plans/calf.html", "assets/notes.html"]).content
    anew = re.findall(r"^(/\S*)\n  Cache-Control: no-cache$", rules, re.MULTILINE)
    assert anew == ["/", "/404.html", "/about.html", "/plans/*"]


def test_a_theme_with_inline_scripts_gets_no_headers(project: Write):
    assert "_headers" not in {file.uri for file in made(project(EXAMPLE)).files}


# Scripts beside the guide's own


@pytest.mark.parametrize("name", ["not-found.mjs", "scope.js"])
def test_a_script_beside_the_guide_stays_small(name: str):
    assert len(gzip.compress((ROOT / "site_overrides/assets" / name).read_bytes())) <= 2304


# Copies on the reader's device

OFFLINE = {"content/site.yml": "title: Example\noffline: true\n"}


@pytest.mark.long
def test_the_worker_is_another_one_after_any_change(project: Write):
    root = project({**EXAMPLE, **OFFLINE})
    before = text_of(made(root), "sw.js")
    assert text_of(made(root), "sw.js") == before
    project({CARE_LEVELS: EXAMPLE[CARE_LEVELS].replace("Make an appointment", "Be seen")})
    assert text_of(made(root), "sw.js") != before


@pytest.mark.long
def test_the_worker_keeps_guides_and_results(project: Write):
    worker = text_of(made(project({**EXAMPLE, **OFFLINE})), "sw.js")
    for path in ("./", "guides/example/", "outcomes/see-someone/", "outcomes/care-soon/", "guide.mjs"):
        assert path in worker
    assert "questions/" not in worker
    assert "__" not in worker


def test_a_browser_keeps_nothing_of_a_site_that_is_being_edited(project: Write):
    loaded = load(Project(project({**EXAMPLE, **OFFLINE})))
    site = build(loaded, check(loaded), Serving(URL, editing=True))
    assert "unregister" in text_of(site, "sw.js")


@pytest.mark.long
def test_a_site_that_keeps_nothing_takes_an_earlier_worker_away(project: Write):
    site = made(project(EXAMPLE))
    assert "unregister" in text_of(site, "sw.js")
    assert "fetch" not in text_of(site, "sw.js")
    assert re.search("const ON ?= ?false", text_of(site, "assets/signpost/offline.mjs"))


@pytest.mark.parametrize(
    ("site", "serving"),
    [("previews: false\n", Serving(URL)), ("title: A\n", Serving(URL, editing=True)), ("title: A\n", Serving())],
)
def test_pictures_are_drawn_only_where_pages_name_them(site: str, serving: Serving, project):
    loaded = load(Project(project({**EXAMPLE, "content/site.yml": site, "content/a.md": "# A\n"})))
    files = build(loaded, check(loaded), serving).files
    assert not [file.uri for file in files if "preview" in file.uri]
    assert not [file.uri for file in files if "assets/preview" in str(file.content)]
