"""Faults and attacks that the program has to stand: each as often as CI can pay for, by hand as often as one likes.

`python -m tests.trials` lists them; docs/trials.md says what each one does and what came of it.
"""
