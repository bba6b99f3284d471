"""Pages of the documentation that tell what to do: each is followed to the letter."""

import importlib.metadata
import re
import sys
from pathlib import Path

import pytest

from documents import follow, make_environment
from extensions import FREE_THREADED

ROOT = Path(__file__).parent.parent


@pytest.fixture
def environment(tmp_path):
    return make_environment(tmp_path / "environment")


@pytest.fixture
def project(tmp_path):
    directory = tmp_path / "project"
    directory.mkdir()
    return directory


def page(name):
    return (ROOT / "docs" / f"{name}.md").read_text()


@pytest.mark.parametrize("name", ["start", "build/index", "build/porting", "test/index"])
def test_page_works_as_written(name, project, environment):
    follow(page(name), project, environment)


@pytest.mark.parametrize("name", ["test/programs", "test/suppressions"])
def test_page_about_known_mistakes_works_as_written(name, project, environment):
    """They go on from the extension of the page before, with its mistakes."""
    unmended, _ = page("test/index").split("\n## Run the tests in debug mode\n")
    follow(unmended + page(name), project, environment)


@pytest.mark.skipif(FREE_THREADED, reason="CMake does not take a free-threaded Python unless Python_FIND_ABI says so")
def test_other_build_systems_work_as_written(project, environment):
    if " " in sys.prefix:
        pytest.skip("the way by hand is written for paths without spaces")
    hello, _ = page("build/index").split("\n## Choose an ABI\n")
    follow(hello + page("build/other-build-systems"), project, environment)


def test_profile_works_as_written(project, environment):
    extension, _ = page("start").split("\n## 4. Run it in debug mode\n")
    follow(extension + page("profile/index"), project, environment)


@pytest.mark.parametrize("page", ["README.md", "docs/build/index.md", "examples/bag/pyproject.toml"])
def test_a_build_that_pip_isolates_asks_for_this_version(page):
    """Or pip fetches the reference, which does not read [tool.hpy], and says success without an extension."""
    version = importlib.metadata.version("hpy")
    requirements = re.findall(r'^requires = \[.*"(hpy.*?)"', (ROOT / page).read_text(), re.MULTILINE)
    assert set(requirements) == {f"hpy=={version}"}
