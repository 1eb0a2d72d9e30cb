"""What a newer edition of a list changes: rows added, removed, moved, changed, and the same."""
