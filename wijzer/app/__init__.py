"""The whole site: check, pages, build, and the only modules that know MkDocs."""
