"""What all tests share: the rule on skips, and the browser."""

import os
import shutil
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

# In `make check` a skipped test is a failed one: there, everything must be able to run.
NO_SKIPS = os.environ.get("CADRE_NO_SKIPS") == "1"

# Playwright keeps an event loop open in the worker that holds the browser; the tests that use the
# database there are synchronous all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# No timed unit tests: a slow machine must not fail a law.
settings.register_profile("cadre", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("cadre")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where none is allowed; an expected failure stays one."""
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, but CADRE_NO_SKIPS=1 allows none: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Do the same for a module that skips itself."""
    report = yield
    if NO_SKIPS and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Skipped, but CADRE_NO_SKIPS=1 allows none: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium to look at pages with; without one the test skips and says so."""
    named = os.environ.get("CADRE_CHROMIUM")
    if named:
        return named
    for name in BROWSERS:
        path = shutil.which(name)
        if path:
            return path
    pytest.skip("no Chromium here: install it (apt-get install chromium) or set CADRE_CHROMIUM")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests that look: a process can drive no second one beside it."""
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def office() -> str:
    """The path of a LibreOffice to open files with; without one the test skips and says so."""
    path = shutil.which("soffice") or shutil.which("libreoffice")
    if path is None:
        pytest.skip("no LibreOffice here: apt-get install libreoffice-calc libreoffice-impress")
    return path
