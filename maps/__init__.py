"""How it looks: map space, geometry, symbology, labels, painter, sheet and export. QtGui, no widgets."""
