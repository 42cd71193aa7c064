"""The kinds of input that are read: a file each, and a line here."""

from whosays.extract.articles.inputs.formats import (
    archives,
    feeds,
    json_files,
    mail,
    mailboxes,
    markdown,
    parquet,
    pdf,
    plain,
    tables,
    warc,
    web_pages,
    word,
)

# what packs other files, whatever their names say; asked before all others
UNPACKERS = archives.UNPACKERS
# asked in this order where no suffix tells: what is certain by its first bytes, plain text last
READERS = (
    archives.ZIP,
    archives.TAR,
    pdf.READER,
    parquet.READER,
    word.READER,
    warc.READER,
    web_pages.MHTML,
    mailboxes.READER,
    mail.READER,
    web_pages.HTML,
    feeds.READER,
    json_files.LINES,
    json_files.WHOLE,
    tables.READER,
    markdown.READER,
    plain.READER,
)

__all__ = ["READERS", "UNPACKERS"]
