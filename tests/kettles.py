"""A small library on kettles, with warning signs, a handover and three cases; it has no fault.

The second guide does not ask again about the sign that the first has asked about.
"""

LEVELS = "decision_trees/care_levels.yml"
SIGNS = "decision_trees/red_flags.yml"
KETTLE = "decision_trees/kettle.yml"
BASE = "decision_trees/base.yml"
DESCALE = "content/outcomes/descale.yml"
REPAIR = "content/outcomes/repair.yml"
NEW_LID = "content/outcomes/new-lid.yml"
OTHER_SOCKET = "content/outcomes/other-socket.yml"
WHITE, HANDED, LID = (f"decision_trees/cases/{id}.yml" for id in ("white-inside", "dead-base", "open-lid"))

KETTLES = {
    LEVELS: """\
unplug: {title: Unplug it now, card: emergency, act: Pull the plug.}
shop: {title: To the shop, card: non-urgent, act: Take it to the shop.}
yourself: {title: Mend it yourself, card: self-care, act: Follow the steps., self_care: true}
""",
    SIGNS: """\
smoke: {text: It smokes or smells burnt, care: unplug, places: everywhere, sources: [manual]}
wet-plug: {text: The plug is wet, care: unplug, places: [base], sources: [manual]}
lid: {text: The lid is loose, group: While it boils, care: shop, outcome: new-lid, places: [jug], sources: [manual]}
""",
    KETTLE: """\
title: The kettle is slow
summary: Find out why a kettle is slow.
places: [jug]
start: heats
reviewed: 2026-11-22
questions:
  heats:
    ask: Does it heat at all?
    choices:
      slowly: {text: Slowly, question: inside}
      no: {text: Not at all, hint: The light stays off, tree: base}
      unsure: {text: I cannot tell, unsure: true, outcome: repair}
  inside:
    ask: What does it look like inside?
    why: Hard water leaves a **white** crust.
    choices:
      white: {text: White, outcome: descale}
      clean: {text: Clean, outcome: repair}
      unsure: {text: I cannot tell, unsure: true, outcome: repair}
""",
    BASE: """\
title: The base is dead
summary: Find out what to do about a dead base.
places: [base]
start: socket
reviewed: 2026-11-22
questions:
  socket:
    ask: Does a lamp work in that socket?
    choices:
      yes: {text: It does, outcome: repair}
      no: {text: It does not, outcome: other-socket}
      unsure: {text: I have no lamp, unsure: true, outcome: repair}
""",
    DESCALE: """\
title: Descale it
care: yourself
summary: Boil vinegar in it.
get_help_if: [It is no better after 2 times]
places: [jug]
sources: [manual]
reviewed: 2026-11-22
""",
    REPAIR: """\
title: Have it mended
care: shop
summary: Take it to somebody who mends kettles.
get_help_if: [It smokes]
sources: [manual]
reviewed: 2026-11-22
""",
    NEW_LID: """\
title: A new lid
care: shop
summary: Ask the shop for a lid.
get_help_if: [It smokes]
places: [jug]
sources: [manual]
reviewed: 2026-11-22
""",
    OTHER_SOCKET: """\
title: Use another socket
care: yourself
summary: Nothing is wrong with the kettle.
get_help_if: [It smokes]
places: [base]
sources: [manual]
reviewed: 2026-11-22
""",
    "content/places/jug.yml": "title: Jug\n",
    "content/places/base.yml": "title: Base\n",
    "content/sources.yml": "manual: {title: A manual, URL: https://example.org/1}\n",
    WHITE: """\
title: White inside
story: It takes longer each week, and is white inside.
guide: kettle
answers:
  - {red-flags-unplug: no}
  - {red-flags-shop: no}
  - {heats: slowly}
  - {inside: white}
expect: {care: [yourself]}
reviewed: 2026-11-22
""",
    HANDED: """\
title: A dead base
story: The light stays off, whatever the socket.
guide: kettle
answers:
  - {red-flags-unplug: no}
  - {red-flags-shop: no}
  - {heats: no}
  - {red-flags-unplug: no}
  - {socket: no}
expect: {outcome: other-socket}
reviewed: 2026-11-22
""",
    LID: """\
title: The lid is open
story: The lid springs open as soon as it boils.
guide: kettle
answers:
  - {red-flags-unplug: no}
  - {red-flags-shop: lid}
expect: {care: [unplug, shop]}
reviewed: 2026-11-22
""",
}
WITHOUT_CASES = {path: text for path, text in KETTLES.items() if "/cases/" not in path}


def kettles(path: str, old: str, new: str) -> dict[str, str]:
    """The library with one passage of one file changed; the passage must stand there exactly once."""
    assert KETTLES[path].count(old) == 1, f"{old!r} stands {KETTLES[path].count(old)} times in {path}"
    return KETTLES | {path: KETTLES[path].replace(old, new)}
