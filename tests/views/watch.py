"""Looking at many files one after the other, and writing down what they complain of and ask for."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Dialog, Page

from tests.views.browser import PATIENCE


class Watch:
    """Opens files, all in one page: to begin a page takes a browser twice as long as most files do.

    Parameters
    ----------
    context : BrowserContext
        Where the page is opened.
    """

    def __init__(self, context: BrowserContext) -> None:
        #: What went wrong so far, with the file where it did.
        self.trouble = list[str]()
        self._path = Path()
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE * 1000)
        self.page.on("console", lambda message: self._note(message.text))
        self.page.on("pageerror", lambda error: self._note(error.stack or str(error)))
        self.page.on("dialog", self._closed)
        self.page.on("request", lambda asked: self._asked(asked.url))

    def _note(self, trouble: str) -> None:
        self.trouble.append(f"{self._path.parent.name}/{self._path.name}: {trouble}")

    def _closed(self, dialog: Dialog) -> None:
        self._note(dialog.message)
        dialog.dismiss()

    def _asked(self, address: str) -> None:
        if not address.startswith((self._path.as_uri(), "blob:")):
            self._note(address)

    def open(self, path: Path, at: str = "") -> Page:
        """Open a file, after which the one before is gone.

        Parameters
        ----------
        path : Path
            The file.
        at : str
            What stands after it in its address.
        """
        self._path = path.resolve()
        self.page.goto(self._path.as_uri() + at)
        return self.page
