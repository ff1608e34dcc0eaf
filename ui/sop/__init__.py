"""The SOP editor: which SOPs and versions there are, and the page on which one is changed."""
