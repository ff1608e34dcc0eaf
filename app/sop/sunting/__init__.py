"""Editing an SOP: pure operations from one definition to the next, with undo; nothing here touches the store.

An operation never checks: a definition may be wrong between two keystrokes. `app.sop.layak` says what is to be mended,
and `app.sop.versi.simpan_sop` keeps nothing that is not right. Words that an operation writes are the office's own
(`practice`): only what stands in the document says that the document says it.
"""
