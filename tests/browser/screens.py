"""The screens that pages are looked at on."""

PHONE = {"width": 390, "height": 844}
# As where somebody has enlarged a page four times.
SMALL = {"width": 320, "height": 256}
DESK = {"width": 1280, "height": 700}
