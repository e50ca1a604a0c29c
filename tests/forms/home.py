"""The home whose children the forms are filled in for, and what must then stand in them."""

CHILDREN = {
    "C00001": ("李小明", "male", "990101201503120015", "13800138000", "柳河村 & <三组> \"东\" '西'"),
    "C00002": ("欧阳晨", "female", "990101201504160025", "13800138001", "柳河村五组"),
    "C00003": ("阿依古丽·买买提", "female", "990101201505200036", "13800138002", "周庄"),
}
TALKS = [
    ("2024-09-10", "C00001", "made", "上课走神"),
    ("2024-10-11", "C00001", "made", "=1+1 想妈妈 & <爸爸>"),
    ("2024-10-12", "C00001 C00002", "made", "第一行\\n第二行"),
    ("2024-10-13", "C00001", "attempted", "没见到人"),
]
# Of C00001, as a form lists them.
LISTED = [
    ("2024-09-10", "上课走神"),
    ("2024-10-11", "=1+1 想妈妈 & <爸爸>"),
    ("2024-10-12", "第一行\n第二行"),
]
TODAY = "2024-12-02"

CARE = 'format = 1\n\n[school]\nname = "测试小学"\nlanguage = "zh-CN"\n'
STAFF = """[[staff]]
id = "T00001"
name = "刘敏"
phone = ["13900139000"]
roles = [{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }]

[[staff]]
id = "T00002"
name = "顾正华"
roles = [{ role = "principal", from = 2024-09-01 }]
"""


def write(home, calendar):
    """Writes the home into a folder."""
    (home / "children").mkdir(parents=True)
    (home / "log" / "talk").mkdir(parents=True)
    (home / "forms").mkdir()
    (home / "care.toml").write_text(CARE, encoding="utf-8")
    (home / "calendar.toml").write_text(calendar, encoding="utf-8")
    (home / "rules.toml").write_text("", encoding="utf-8")
    (home / "staff.toml").write_text(STAFF, encoding="utf-8")
    for own, (name, sex, number, phone, address) in CHILDREN.items():
        text = f'id = "{own}"\nname = "{name}"\nclass = "2021-2"\nsex = "{sex}"\n'
        text += f'id_number = "{number}"\naddress = {toml(address)}\nboarding = false\n'
        text += f'[father]\nname = "父{name[0]}"\nphone = ["{phone}"]\naway = true\n'
        text += '[[pair]]\nstaff = "T00001"\nrole = "proxy_parent"\nfrom = 2024-09-02\n'
        text += "[[spell]]\njoined = 2024-09-02\n"
        (home / "children" / f"{own}.toml").write_text(text, encoding="utf-8")
    for month in ("2024-09", "2024-10"):
        rows = ["id,date,children,staff,outcome,content,note,recorded,status,replaces"]
        for at, (day, children, outcome, content) in enumerate(TALKS):
            if day.startswith(month):
                event = f"E0000000{at:02}0"
                rows.append(f"{event},{day},{children},T00001,{outcome},{content},,"
                            f"{day}T10:00:00+08:00,,")
        (home / "log" / "talk" / f"{month}.csv").write_text("\n".join(rows) + "\n", "utf-8")


def toml(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
