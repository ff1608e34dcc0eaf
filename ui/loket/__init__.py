"""The DTKS counter: taking applicants in, their papers, and the gathering of a triwulan."""
