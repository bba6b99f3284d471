"""Pages of the documentation that tell what to do: each is followed to the letter."""

import importlib.metadata
import re
import sys
from pathlib import Path

import pytest

from documents import follow, make_environment

ROOT = Path(__file__).parent.parent


@pytest.fixture
def environment(tmp_path):
    return make_environment(tmp_path / "environment")


@pytest.fixture
def project(tmp_path):
    directory = tmp_path / "project"
    directory.mkdir()
    return directory


@pytest.mark.parametrize("page", ["build/index", "build/porting", "test/index"])
def test_page_works_as_written(page, project, environment):
    if " " in sys.prefix and page == "build/index":
        pytest.skip("the way by hand is written for paths without spaces")
    follow((ROOT / "docs" / f"{page}.md").read_text(), project, environment)


def test_readme_tells_how_to_write_an_extension(project, environment):
    after_title = (ROOT / "README.md").read_text().split("\n## Write an extension\n")[1]
    follow(after_title.split("\n## ")[0], project, environment)


@pytest.mark.parametrize("page", ["README.md", "docs/build/index.md", "examples/bag/pyproject.toml"])
def test_a_build_that_pip_isolates_asks_for_this_version(page):
    """Or pip fetches the reference, which does not read [tool.hpy], and says success without an extension."""
    version = importlib.metadata.version("hpy")
    requirements = re.findall(r'^requires = \[.*"(hpy.*?)"', (ROOT / page).read_text(), re.MULTILINE)
    assert set(requirements) == {f"hpy=={version}"}
