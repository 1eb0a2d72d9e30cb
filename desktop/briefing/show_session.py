"""What the audience looks at, as a session: so that cards and readings of the window serve a show as well."""

from __future__ import annotations

from desktop.session import Session
from maps.briefing.staging import Staged


class ShowSession(Session):
    """Follows the scenes of a show. Nothing in it is undone, and nothing of it reaches the session of the desk."""

    def follow(self, staged: Staged) -> None:
        """Look at another scene; what was hovered or selected by hand is no longer."""
        before = self._project
        self._project, self._view = staged.project, staged.view
        if before is not staged.project:
            self.project_changed.emit()
        self.layers_changed.emit()
        self.selection_changed.emit()
        self.hover_changed.emit()
        self.view_changed.emit()
