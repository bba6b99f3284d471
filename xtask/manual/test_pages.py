"""The pages as a browser shows them: on a phone and on a desk, in the light and in the dark. Screenshots: target/manual."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
SITE = ROOT / "target/site"
SCREENSHOTS = ROOT / "target/manual"
PAGES = sorted(str(path.relative_to(SITE)) for path in SITE.rglob("*.html") if path.name != "404.html")
# One of each kind.
LOOKED_AT = [
    "index.html",
    "reports/checks/index.html",
    "reports/checks/use-after-close.html",
    "reference/python.html",
    "reference/functions/capsules.html",
]
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
VIEWS = [("phone", "light"), ("desktop", "light"), ("desktop", "dark")]

CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here (Debian: apt install chromium)")


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=VIEWS, ids="-".join)
def view(request, browser):
    """A window of a size, in the light or the dark, that shows pages as files, without a server."""
    size, scheme = request.param
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    context.set_default_timeout(10_000)
    view = context.new_page()
    view.name = f"{size}-{scheme}"
    yield view
    context.close()


def show(view, page):
    view.goto((SITE / page).as_uri(), wait_until="domcontentloaded")


def take(view, name):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    view.screenshot(path=SCREENSHOTS / f"{name}-{view.name}.png")


def test_no_page_scrolls_sideways(view):
    wide = []
    for page in PAGES if view.name == "phone-light" else LOOKED_AT:
        show(view, page)
        if view.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(page)
    assert not wide


@pytest.mark.parametrize("page", LOOKED_AT)
def test_text_has_contrast(view, page):
    show(view, page)
    take(view, page.removesuffix(".html").replace("/", "-"))
    found = Axe().run(view, options={"runOnly": ["color-contrast"]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(
    ("words", "page"),
    [("use-after-close", "reports/checks/use-after-close.html"), ("HPyField_Store", "reference/functions/")],
)
def test_search_finds(view, words, page):
    show(view, "index.html")
    if view.name.startswith("phone"):
        view.locator("label[for=__search].md-header__button").click()
    view.locator("input[name=query]").press_sequentially(words)
    first = view.locator(".md-search-result__item a").first
    first.wait_for()
    take(view, f"search-{words}")
    assert page in first.get_attribute("href")
