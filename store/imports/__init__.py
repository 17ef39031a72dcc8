"""Imports freelancers from other systems' exports. README.md beside this file documents the mapping."""

from store.imports.cells import Notice
from store.imports.importing import Index, check_file, import_freelancers
from store.imports.mapping import Mapping, MappingError, default_mapping, load_mapping
from store.imports.rejects import rejects_path
from store.imports.report import ImportProgress, ImportReport, NoticeCount, Stage
from store.imports.rows import ImportFileError

__all__ = [
    "ImportFileError",
    "ImportProgress",
    "ImportReport",
    "Index",
    "Mapping",
    "MappingError",
    "Notice",
    "NoticeCount",
    "Stage",
    "check_file",
    "default_mapping",
    "import_freelancers",
    "load_mapping",
    "rejects_path",
]
