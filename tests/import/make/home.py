"""Makes the test home with the program itself: home.py CARE FOLDER.

Its ids are drawn at random: made again, nothing but they and the hours differ.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from people import AT_HOME, ROSTER, STAFF, id_number


def main(care, folder):
    def run(*words):
        call = [care, "-C", folder, "--lang", "zh-CN", "--today", "2024-11-25", "--no-input", "-y"]
        subprocess.run([*call, *words], check=True, stdout=subprocess.DEVNULL)

    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [care, "init", folder, "--preset", "guzhuang", "--lang", "zh-CN", "--today", "2024-11-25"],
        check=True, stdout=subprocess.DEVNULL,
    )
    for name, role, phone in STAFF:
        run("add-staff", name, "--role", role, "--phone", phone, "--from", "2021-09-01")
    kin = {one["name"]: one for one in ROSTER}
    for name, sex, born, order, class_code in AT_HOME:
        words = ["add-child", name, "--class", class_code, "--sex", sex]
        words += ["--birth-date", str(born), "--id-number", id_number(born, order)]
        words += ["--set", "student_no=G" + id_number(born, order)]
        words += ["--joined", f"{class_code[:4]}-09-01"]
        own = kin.get(name)
        if own and own["born"] == born:
            carer, _, code, phone = own["carer"]
            words += ["--set", f"carer.name={carer}", "--set", f"carer.relation={code}"]
            words += ["--set", f"carer.phone={phone}", "--set", f"father.name={own['father'][0]}"]
            words += ["--set", f"father.phone={own['father'][1]}"]
        run(*words)
    for left in [".git", ".care"]:
        shutil.rmtree(Path(folder) / left, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
