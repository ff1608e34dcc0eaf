"""Distribution: the hand-over list for a day's papers, and Mode Penyaluran for the queue in the village hall."""
