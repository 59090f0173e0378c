"""Writes findings as SARIF 2.1.0 (OASIS standard), for code scanning.

SARIF counts columns as Signpost does, in code points with an exclusive end (section 3.30), if `columnKind` says so
(section 3.14.17); a region of length zero is a point.
"""

import json
from urllib.parse import quote

from generator import __version__
from generator.analyse.addresses import page_address, rule_uri
from generator.check.result import Report
from generator.core.text import visible
from generator.rules.register import RULES


def render(report: Report) -> str:
    """One run with all rules and all findings."""
    address = report.summary.rules_at
    site = f"{address.rstrip('/')}/" if address else ""
    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.doc.strip().splitlines()[0]},
            "fullDescription": {"text": rule.doc.strip()},
            "defaultConfiguration": {"level": rule.severity},
            **({"helpUri": f"{site}{page_address(rule_uri(rule.code))}"} if site else {}),
        }
        for rule in RULES.values()
    ]
    results = [
        {
            "ruleId": finding.code,
            "level": finding.severity,
            "message": {"text": visible(f"{finding.message} {finding.help}")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(finding.file)},
                        "region": {
                            "startLine": finding.line,
                            "startColumn": finding.column,
                            "endLine": finding.end_line,
                            "endColumn": finding.end_column,
                        },
                    }
                }
            ],
        }
        for finding in report.findings
    ]
    driver = {"name": "signpost", "version": __version__, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, indent=2, ensure_ascii=False)
