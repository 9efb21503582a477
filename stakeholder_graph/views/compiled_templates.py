"""Templates compiled once a run, whichever pages and copies they are rendered for."""

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

if TYPE_CHECKING:
    from types import CodeType


class CompiledTemplates(BytecodeCache):
    """What template engines have compiled, kept in memory.

    Every page has an engine of its own, since its globals belong to its copy, but all compile the same templates.

    Examples
    --------
    >>> from jinja2 import DictLoader, Environment
    >>> kept = CompiledTemplates()
    >>> for name in ("Ada", "Ben"):
    ...     engine = Environment(loader=DictLoader({"page": "Dear {{ name }}"}), bytecode_cache=kept)
    ...     engine.globals["name"] = name
    ...     engine.get_template("page").render(), len(kept)
    ('Dear Ada', 1)
    ('Dear Ben', 1)
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def __len__(self) -> int:
        """How many templates are kept."""
        return len(self._codes)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was compiled from the same name and text, if anything was."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has just been compiled."""
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code
