"""Benchmarks: ``python -m bench`` prints them. Timings are never asserted in tests."""
