"""Signpost turns decision trees in YAML into the pages of a website, and proves that every branch ends.

The stages, each a pure step over frozen values but for the first and the last:

    load     files of a project                    -> sources
    parse    sources                               -> library (trees, outcomes, ...), faults
    survey   library                               -> graph, proof, references
    check    survey, rules                         -> findings with line and column
    link     library                               -> addresses, back-links
    render   library, links, templates             -> site: pages as Markdown
    emit     site                                  -> MkDocs (mkdocs) or a folder (stage)
"""

__version__ = "0.1.0"
