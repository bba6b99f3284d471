"""Pages of the documentation that tell what to do: each is followed to the letter."""

from pathlib import Path

import pytest

from documents import follow, make_environment

ROOT = Path(__file__).parent.parent


@pytest.fixture
def environment(tmp_path):
    return make_environment(tmp_path / "environment")


@pytest.mark.parametrize("page", ["building", "porting"])
def test_page_works_as_written(page, tmp_path, environment):
    project = tmp_path / "project"
    project.mkdir()
    follow((ROOT / "docs" / f"{page}.md").read_text(), project, environment)
