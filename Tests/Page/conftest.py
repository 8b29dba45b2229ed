"""Pages are opened in a headless Chromium, as a person would open them: from a file, without network."""

import shutil

import pytest


@pytest.fixture(scope="session")
def browser():
    """A browser; where there can be none, what needs it is skipped."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        pytest.skip("there is no playwright: 'pip install playwright' gets it")
    programs = map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])
    program = next(filter(None, programs), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        except Error as error:
            if "Executable doesn't exist" not in str(error):
                raise
            pytest.skip("there is no Chromium: 'apt-get install chromium' gets it")
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """Opens a file; at the end of the test nothing may have been complained of, asked or loaded."""
    contexts, troubles = [], []

    def open_page(path, width=800, scheme="light", scripts=True):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme,
            java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url == path.as_uri() or troubles.append(request.url))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
