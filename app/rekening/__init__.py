"""Accounts of recipients: who has one, for whom the bank shall open one, and what came back.

`lembar` reads the bank's workbook, `masuk` judges it and takes it over.
"""
