"""The Windows Job Object that holds the import child: a memory cap, and death together with its parent.

Standard library only (ctypes). Elsewhere the child limits itself by `resource`.
"""

import ctypes
import subprocess
import sys
from typing import Any

if sys.platform == "win32":
    from ctypes import wintypes

    _BATAS_MEMORI_PROSES = 0x0100
    _MATI_BERSAMA = 0x2000
    _TANPA_JENDELA_GALAT = 0x0400
    _INFO_BATAS_LUAS = 9

    class _BatasDasar(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _BatasLuas(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BatasDasar),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        return kernel

    def kurung(proses: subprocess.Popen[bytes], memori: int) -> int:
        """Put the child into a new job that allows it `memori` bytes; return the job's handle.

        Raises:
            OSError: Windows refuses.
        """
        kernel = _kernel()
        pekerjaan = kernel.CreateJobObjectW(None, None)
        batas = _BatasLuas()
        batas.BasicLimitInformation.LimitFlags = _BATAS_MEMORI_PROSES | _MATI_BERSAMA | _TANPA_JENDELA_GALAT
        batas.ProcessMemoryLimit = memori
        anak: Any = proses
        pegangan_proses = int(anak._handle)
        if not (
            pekerjaan
            and kernel.SetInformationJobObject(pekerjaan, _INFO_BATAS_LUAS, ctypes.byref(batas), ctypes.sizeof(batas))
            and kernel.AssignProcessToJobObject(pekerjaan, pegangan_proses)
        ):
            raise ctypes.WinError(ctypes.get_last_error())
        return int(pekerjaan)

    def lepas(pekerjaan: int) -> None:
        """Close the job; a child that still lives ends with it."""
        _kernel().CloseHandle(pekerjaan)
