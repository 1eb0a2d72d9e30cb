"""Pictures and drawings on a sheet as colour-blind eyes see them."""

from PySide6.QtGui import QColor, QImage

from maps.picture_vision import picture_seen_as, svg_seen_as


def test_an_svg_is_recoloured_and_nothing_else():
    svg = b'<svg><path id="a#ff00001" style="fill: #d55e00; stroke: #FFFFFF"/></svg>'
    seen = svg_seen_as(svg, "grey")
    assert b"#d55e00" not in seen
    assert b"#ffffff" in seen
    assert svg_seen_as(svg, "normal") is svg


def test_a_picture_keeps_white_black_and_what_is_transparent():
    image = QImage(4, 1, QImage.Format.Format_ARGB32)
    for x, colour in enumerate(("#ffffffff", "#ff000000", "#00000000", "#80d55e00")):
        image.setPixelColor(x, 0, QColor(colour))
    seen = picture_seen_as(image, "deutan")
    assert seen.pixelColor(0, 0) == QColor("#ffffff")
    assert seen.pixelColor(1, 0) == QColor("#000000")
    assert [seen.pixelColor(x, 0).alpha() for x in range(4)] == [255, 255, 0, 128]
