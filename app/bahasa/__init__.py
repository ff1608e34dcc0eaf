"""Every Indonesian word that screen and paper share: numbers, dates, labels of enums, sentences of errors.

It stands apart so that the window, the papers and the command line never word the same thing in two ways:
`angka` numbers and money, `waktu` dates and durations, `istilah` labels of enums, `galat` sentences of errors.
"""
