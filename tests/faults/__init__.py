"""Faults injected: the disk full or broken, the process killed, at every step that touches the disk."""
