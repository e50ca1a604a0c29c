"""The invented people of the corpus. Their id numbers are of area 99xxxx, which no place has."""

from datetime import date

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_number(born, order, area="990101"):
    """The number of GB 11643 for a day of birth and an order (odd for boys)."""
    head = f"{area}{born:%Y%m%d}{order:03d}"
    rest = sum(int(digit) * weight for digit, weight in zip(head, WEIGHTS)) % 11
    return head + "10X98765432"[rest]


def person(name, sex, born, order, class_code, class_name, father, mother, carer, address):
    """One child as it must stand in the home; father, mother: name, phone, work place."""
    number = id_number(born, order)
    return {
        "name": name,
        "sex": sex,
        "born": born,
        "id": number,
        "student_no": "G" + number,
        "class": class_code,
        "class_name": class_name,
        "father": father,
        "mother": mother,
        "carer": carer,
        "address": address,
    }


MALE, FEMALE = "male", "female"

# In the school year 2024-2025: 四（2）班 is 2021-2, 三（1）班 is 2022-1, 三（2）班 is 2022-2,
# 二（1）班 is 2023-1.
ROSTER = [
    person("李小明", MALE, date(2015, 3, 12), 1, "2021-2", "四（2）班",
           ("李强", "13800138001", "浙江省宁波市"), ("王秀兰", "13900139001", "浙江省宁波市"),
           ("王桂英", "奶奶", "grandmother", "0564-3320000"), "柳河村东组"),
    person("张三", MALE, date(2014, 11, 30), 3, "2021-2", "四（2）班",
           ("张大海", "13800138002", "江苏省苏州市"), ("刘凤", "13900139002", "江苏省苏州市"),
           ("张福", "爷爷", "grandfather", "13700137002"), "柳河村西组"),
    person("赵佳怡", FEMALE, date(2015, 9, 5), 2, "2022-1", "三（1）班",
           ("赵勇", "13800138003", "上海市"), ("孙燕", "13900139003", "上海市"),
           ("孙玉珍", "姥姥", "maternal_grandmother", "13700137003"), "顾庄村一组"),
    person("王小雨", FEMALE, date(2016, 2, 29), 4, "2022-2", "三（2）班",
           ("王军", "13800138004", "广东省东莞市"), ("何丽", "13900139004", "广东省东莞市"),
           ("王建业", "大伯", "uncle", "13700137004"), "顾庄村二组"),
    person("陈浩", MALE, date(2016, 7, 18), 5, "2022-2", "三（2）班",
           ("陈国平", "13800138005", "福建省厦门市"), ("吴梅", "13900139005", "福建省厦门市"),
           ("吴长根", "外公", "maternal_grandfather", "13700137005"), "顾庄村三组"),
    person("周子涵", FEMALE, date(2017, 1, 8), 6, "2023-1", "二（1）班",
           ("周磊", "13800138006", "安徽省合肥市"), ("郑霞", "13900139006", "安徽省合肥市"),
           ("周红", "姑姑", "aunt", "13700137006"), "新桥村"),
]

# Who is in the test home (`home.py` makes it): name, sex, birth, order, class.
AT_HOME = [
    ("李小明", MALE, date(2015, 3, 12), 1, "2021-2"),
    ("张三", MALE, date(2014, 11, 30), 3, "2021-2"),
    ("阿依古丽·买买提", FEMALE, date(2015, 5, 20), 8, "2021-2"),
    ("李小红", FEMALE, date(2015, 1, 25), 10, "2021-2"),
    ("赵佳怡", FEMALE, date(2015, 9, 5), 2, "2022-1"),
    ("王小雨", FEMALE, date(2016, 2, 29), 4, "2022-1"),
    ("陈浩", MALE, date(2016, 7, 18), 5, "2022-1"),
    ("周子涵", FEMALE, date(2016, 4, 2), 12, "2022-1"),
    ("周子涵", FEMALE, date(2017, 1, 8), 6, "2023-1"),
    ("孙丽丽", FEMALE, date(2017, 3, 3), 14, "2023-1"),
    ("孙丽丽", FEMALE, date(2016, 12, 24), 16, "2023-1"),
    ("李㛃", FEMALE, date(2017, 6, 1), 18, "2023-1"),
]

STAFF = [
    ("张伟", "principal", "13600136001"),
    ("刘敏", "head_teacher:2021-2", "13600136002"),
    ("王芳", "head_teacher:2022-1", "13600136003"),
    ("陈刚", "head_teacher:2023-1", "13600136004"),
    ("李文静", "pair_teacher", "13600136005"),
    ("赵大勇", "doctor", "13600136006"),
    ("周建国", "proxy_parent", "13600136007"),
    ("孙玲", "counsellor", "13600136008"),
]
