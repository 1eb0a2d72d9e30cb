"""Sheets on paper: the printer's paper is the page, and the printer paints it as shapes and letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QSize, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from data.errors import TargetError, UserError
from desktop.sheet_order import SheetOrder
from maps.export.paper import paint_plate
from maps.page import MM_PER_INCH, PageSize
from maps.plate import Plate
from maps.texts import Texts

PAPERS = {"A3": QPageSize.PageSizeId.A3}
"""Papers of an order; any other page is printed on A4, which every office has."""


_SIZE = QSize(940, 720)
"""Pixels in which the page and every button of the dialog are seen."""


def has_printer() -> bool:
    """Tell whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(order: SheetOrder) -> QPrinter:
    """Return the default printer, set to the paper and orientation of an order, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    page = order.page()
    turned = QPageLayout.Orientation.Portrait if page.height > page.width else QPageLayout.Orientation.Landscape
    printer.setPageLayout(
        QPageLayout(QPageSize(PAPERS.get(order.size, QPageSize.PageSizeId.A4)), turned, QMarginsF(0, 0, 0, 0))
    )
    return printer


def paper_of(printer: QPrinter) -> PageSize:
    """Return the whole paper in the printer as a page."""
    size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
    dots = printer.resolution() / MM_PER_INCH
    return PageSize(size.width(), size.height(), (round(size.width() * dots), round(size.height() * dots)))


def print_plates(printer: QPrinter, plates: Sequence[Plate]) -> None:
    """Print sheets that were laid out for ``paper_of`` the printer. Raises TargetError if it cannot be reached."""
    painter = QPainter()
    if not painter.begin(printer):
        raise TargetError("The printer {name} cannot be reached.", name=printer.printerName() or "PDF")
    try:
        for number, plate in enumerate(plates):
            if number:
                printer.newPage()
            paint_plate(painter, plate, printer.resolution() / MM_PER_INCH)
    finally:
        painter.end()


class PrintPreview(QPrintPreviewDialog):
    """Shows what the printer will print: ``plates``, or what ``make`` lays out when another paper is chosen."""

    failed = Signal(object)
    """the fault for which nothing was painted"""

    def __init__(
        self,
        printer: QPrinter,
        plates: Sequence[Plate],
        make: Callable[[PageSize], Sequence[Plate]],
        texts: Texts,
        parent: QWidget,
    ) -> None:
        super().__init__(printer, parent)
        # The dialog does not own its printer, and Python would delete it when the caller returns.
        self._printer, self._make = printer, make
        self.plates = plates
        # With the broad buttons of the window, the one that prints would not be in sight.
        self.setStyleSheet("QToolBar { padding: 0; spacing: 0; } QToolBar QToolButton { padding: 0; }")
        self.setWindowTitle(texts.translate("Print", "Print the sheet"))
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self.paintRequested.connect(self._print)

    def _print(self, printer: QPrinter) -> None:
        page = paper_of(printer)
        if self.plates[0].page != page:
            self.plates = self._make(page)
        try:
            print_plates(printer, self.plates)
        except UserError as fault:
            self.failed.emit(fault)
