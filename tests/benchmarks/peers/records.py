"""Writes the logs of a home as recutils reads them, a file for each register."""

import csv
import sys

from tables import REGISTERS, logs

folder, target = sys.argv[1:3]
for register in REGISTERS:
    with open(f"{target}/{register}.rec", "w", encoding="utf-8") as out:
        out.write(f"%rec: {register}\n\n")
        for path in logs(folder, register):
            with open(path, encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    cells = (f"{key}: {cell}\n" for key, cell in row.items() if cell)
                    out.write("".join(cells) + "\n")
