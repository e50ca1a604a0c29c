"""Writes the whole corpus anew, but for the test home: `home.py` makes that."""

import runpy

for name in ["rosters", "layouts", "forms", "values", "people_words", "logs", "school", "more",
             "big", "hostile"]:
    runpy.run_module(name, run_name="__main__")
