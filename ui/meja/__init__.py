"""The desks: what waits for a role, and the step that it works on."""
