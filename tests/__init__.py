"""What several tests build on: Docs, records and graphs made by hand."""
