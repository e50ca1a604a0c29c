"""Registers of what was done: talks, visits, calls, letters and the rest, for the test home."""

from datetime import date

from write import (Sheet, Shown, by_libreoffice, by_openpyxl, by_xlsxwriter, by_xlwt, case,
                   in_encoding)


def record(register, day, children, staff, **columns):
    one = {"register": register, "date": day, "children": children, "staff": staff}
    return one | {key.rstrip("_"): value for key, value in columns.items()}


def log(name, why, title, head, rows, records, writer=by_openpyxl, file=None, **more):
    """A register with a title line over its headings and a line for signatures at its foot."""
    cells = [[title], head, *rows, [None] * len(head), ["记录人（签名）：", None, "审核人（签名）："]]
    last = chr(ord("A") + len(head) - 1)
    case(name, why, file or f"{title}.xlsx", writer, [Sheet("Sheet1", cells, [f"A1:{last}1"])],
         home="home", records=records, **more)


TALK = ["序号", "谈心日期", "班级", "学生姓名", "谈心教师", "谈话方式", "谈话地点", "谈心缘由", "谈话内容",
        "谈话后效果"]


def talks():
    rows = [
        [1, "2024.9.20", "四（2）班", "李小明", "刘敏", "面谈", "留守儿童之家", "上课走神", "想爸爸", "有好转"],
        [2, date(2024, 9, 24), "四（2）班", "张　三", "刘敏", "面谈", "操场", None, "学习", None],
        [3, "10月8日", "三（1）班", "赵佳怡", "王芳", "电话", None, "国庆没回家", "在外婆家", None],
        [4, "２０２４－１０－１０", "三（1）班", "周子涵", "王芳", "集体", None, None, "安全", None],
        [5, 45607, "二（1）班", "周子涵", "陈刚", "面谈", None, None, "新班", None],
    ]
    records = [
        record("talk", "2024-09-20", ["李小明"], ["刘敏"], mode="in_person", place="留守儿童之家",
               topic="上课走神", content="想爸爸", effect="有好转"),
        record("talk", "2024-09-24", ["张三"], ["刘敏"], mode="in_person", place="操场",
               topic="", content="学习"),
        record("talk", "2024-10-08", ["赵佳怡"], ["王芳"], mode="phone", topic="国庆没回家"),
        record("talk", "2024-10-10", ["周子涵"], ["王芳"], mode="group", content="安全"),
        record("talk", "2024-11-11", ["周子涵"], ["陈刚"], mode="in_person", content="新班"),
    ]
    why = "the plain book of talks; of two children of one name the class says which"
    for name, file, writer in [
        ("talk-xlsx", "谈心记录表.xlsx", by_openpyxl), ("talk-xls", "谈心记录表.xls", by_xlwt),
        ("talk-ods", "谈心记录表.ods", by_libreoffice),
        ("talk-gbk", "谈心记录表.csv", in_encoding("gbk")),
    ]:
        own = rows
        if file.endswith("csv"):
            own = [row[:1] + ["2024/11/11" if row[1] == 45607 else row[1]] + row[2:] for row in rows]
        log(name, why, "谈心记录表", TALK, own, records, writer, file)
    log("talk-named-by-register", "nothing in the file says what it is, --register does",
        "九月", ["日期", "姓名", "教师", "内容"], [["2024-09-20", "李小明", "刘敏", "想爸爸"]],
        [record("talk", "2024-09-20", ["李小明"], ["刘敏"], content="想爸爸")],
        file="九月.xlsx", register="talk")


def talks_refused():
    rows = [
        [1, "2024-09-20", "四（2）班", "李小明", "刘敏", "面谈", None, None, "想爸爸", None],
        [2, "2024-09-31", "四（2）班", "李小明", "刘敏", "面谈", None, None, "无此日", None],
        [3, "2024-12-20", "四（2）班", "李小明", "刘敏", "面谈", None, None, "还没到", None],
        [4, "2024-09-20", "四（2）班", "李小敏", "刘敏", "面谈", None, None, "没有此人", None],
        [5, "2024-09-20", "二（1）班", "孙丽丽", "陈刚", "面谈", None, None, "同名两人", None],
        [6, "2024-09-20", "四（2）班", "李小红", "刘老师", "面谈", None, None, "教师不明", None],
        [7, "2024-09-20", "四（2）班", "李小红", "刘敏", "飞鸽", None, None, "方式不明", None],
        [8, 2024.1, "四（2）班", "李小红", "刘敏", "面谈", None, None, "一月还是十月", None],
        [9, "2024年9月", "四（2）班", "李小红", "刘敏", "面谈", None, None, "哪一天", None],
        [10, None, "四（2）班", "李小红", "刘敏", "面谈", None, None, "没有日期", None],
        [11, "2024-09-20", "四（2）班", None, "刘敏", "面谈", None, None, "没有姓名", None],
        [12, "2024-09-20", "四（2）班", "赵佳怡", "刘敏", "面谈", None, None, "班级不对", None],
    ]
    log("talk-refused", "no such day, a day to come, nobody of that name, two of one name in one "
        "class, a teacher not known by that word, a way of talking that is none, a month, nothing; "
        "and a child that is in another class", "谈心记录表", TALK, rows,
        [record("talk", "2024-09-20", ["李小明"], ["刘敏"], content="想爸爸")],
        refused=[{"row": 4, "cell": "谈心日期"}, {"row": 5, "cell": "谈心日期"},
                 {"row": 6, "cell": "学生姓名"}, {"row": 7, "cell": "学生姓名"},
                 {"row": 8, "cell": "谈心教师"}, {"row": 9, "cell": "谈话方式"},
                 {"row": 10, "cell": "谈心日期"}, {"row": 11, "cell": "谈心日期"},
                 {"row": 12, "cell": None}, {"row": 13, "cell": None},
                 {"row": 14, "cell": ["班级", "学生姓名"]}])


def term_gives_the_year():
    head = ["序号", "谈心日期", "班级", "学生姓名", "教师", "谈话内容"]
    rows = [[1, "11月5日", "三（2）班", "李小明", "刘敏", "期中考试"],
            [2, "1月8日", "三（2）班", "张三", "刘敏", "快放假了"]]
    log("year-of-the-term", "a day without a year is one of the term in the title, where the "
        "latest that has come would be a year later; and the class is that of that year",
        "2023-2024学年第一学期谈心记录表", head, rows,
        [record("talk", "2023-11-05", ["李小明"], ["刘敏"], content="期中考试"),
         record("talk", "2024-01-08", ["张三"], ["刘敏"], content="快放假了")])


def talk_books():
    def one_child(name, class_name, rows):
        return Sheet(name, [["谈心记录表"], ["学生姓名：", name, "班级：", class_name],
                            ["日期", "谈心教师", "谈话内容", "效果"], *rows], ["A1:D1"])

    sheets = [
        one_child("李小明", "四（2）班", [["2024.9.3", "刘敏", "开学", "好"],
                                        ["2024.10.9", "刘敏", "国庆", None]]),
        one_child("张三", "四（2）班", [["2024.9.4", "刘敏", "开学", None]]),
        one_child("李㛃", "二（1）班", [["9月5日", "陈刚", "开学", None]]),
        Sheet("空白表", [["谈心记录表"], ["学生姓名：", None, "班级：", None],
                        ["日期", "谈心教师", "谈话内容", "效果"]], ["A1:D1"]),
    ]
    records = [record("talk", "2024-09-03", ["李小明"], ["刘敏"], content="开学", effect="好"),
               record("talk", "2024-10-09", ["李小明"], ["刘敏"], content="国庆"),
               record("talk", "2024-09-04", ["张三"], ["刘敏"], content="开学"),
               record("talk", "2024-09-05", ["李㛃"], ["陈刚"], content="开学")]
    for name, file, writer in [("talk-book-by-child", "谈心记录.xlsx", by_openpyxl),
                               ("talk-book-by-child-xls", "谈心记录.xls", by_xlwt)]:
        case(name, "one sheet for each child, whose name stands over the headings and on the "
             "sheet; a blank sheet to copy is no child", file, writer, sheets, home="home",
             records=records)
    bare = [Sheet(own.title, [["日期", "谈心教师", "谈话内容"], *(row[:3] for row in own.rows[3:])])
            for own in sheets[:3]]
    case("talk-book-by-sheet-name", "the child's name stands on the sheet alone", "谈心记录.xlsx",
         by_xlsxwriter, bare, home="home",
         records=[{key: value for key, value in one.items() if key != "effect"}
                  for one in records])
    head = ["日期", "班级", "学生", "教师", "谈话内容"]
    months = [Sheet("9月", [["9月谈心记录"], head, ["9.3", "四（2）班", "李小明", "刘敏", "开学"],
                            ["9.12", "三（1）班", "陈浩", "王芳", "身体"]], ["A1:E1"]),
              Sheet("10月", [["10月谈心记录"], head, ["10.9", "四（2）班", "张三", "刘敏", "国庆"],
                             ["小计", None, "1人"]], ["A1:E1"]),
              Sheet("说明", [["每月底交教导处。"], ["表中日期写月和日。"]])]
    case("talk-book-by-month", "one sheet for each month, and one that is no table", "谈心记录.xls",
         by_libreoffice, months, home="home",
         records=[record("talk", "2024-09-03", ["李小明"], ["刘敏"], content="开学"),
                  record("talk", "2024-09-12", ["陈浩"], ["王芳"], content="身体"),
                  record("talk", "2024-10-09", ["张三"], ["刘敏"], content="国庆")])
    ambiguous = [Sheet("孙丽丽", [["日期", "谈心教师", "谈话内容"], ["2024.9.3", "陈刚", "开学"]])]
    case("talk-book-ambiguous", "two children have the name on the sheet", "谈心记录.xlsx",
         by_openpyxl, ambiguous, home="home", records=[], refused=[{"row": 2, "cell": None}])


def with_many():
    log("visit", "several teachers in one cell; a day of the table in its own format", "家访记录表",
        ["序号", "家访日期", "学生姓名", "班级", "家访教师", "家访方式", "受访人", "家访目的", "家庭情况",
         "监护人意见", "采取措施"],
        [[1, Shown(date(2024, 9, 14), 'm"月"d"日"'), "李小明", "四（2）班", "刘敏、张伟", "上门", "奶奶",
          "常规了解", "两间平房", "多关心", "每周谈心"],
         [2, "2024-10-20", "陈浩", "三（1）班", "王芳", "电话", "外公", "问题沟通", None, None, None]],
        [record("visit", "2024-09-14", ["李小明"], ["刘敏", "张伟"], mode="in_person", met="奶奶",
                purpose="routine", home_state="两间平房", guardian_opinion="多关心",
                measures="每周谈心"),
         record("visit", "2024-10-20", ["陈浩"], ["王芳"], mode="phone", purpose="problem")])
    log("activity", "several children in one cell", "留守儿童之家活动记录表",
        ["日期", "活动时段", "活动主题", "活动类型", "活动地点", "参加学生", "组织教师", "活动过程"],
        [["2024年9月17日", "节假日", "中秋话团圆", "亲情通话", "活动室",
          "李小明、张三、阿依古丽·买买提", "刘敏", "与父母视频"],
         ["2024年10月12日", "周末", "读书会", "课外阅读", "图书室", "赵佳怡，陈浩 王小雨", "王芳",
          None]],
        [record("activity", "2024-09-17", ["李小明", "张三", "阿依古丽·买买提"], ["刘敏"],
                session="holiday", theme="中秋话团圆", kind="family_call", place="活动室",
                process="与父母视频"),
         record("activity", "2024-10-12", ["赵佳怡", "陈浩", "王小雨"], ["王芳"],
                session="weekend", theme="读书会", kind="reading", place="图书室")])
    log("letter", "what a register needs (the direction) and a choice by its word", "书信登记表",
        ["序号", "日期", "学生姓名", "书信方向", "写信缘由", "收信人", "主题", "收到回信", "教师"],
        [[1, "2024.9.12", "李小明", "学生致家长", "中秋节", "爸爸", "想你们", "2024.9.25", "刘敏"],
         [2, "2024.9.12", "张三", None, "中秋节", "妈妈", "想你们", None, "刘敏"]],
        [record("letter", "2024-09-12", ["李小明"], ["刘敏"], direction="child_to_parent",
                occasion="mid_autumn", addressee="爸爸", topic="想你们", reply_on="2024-09-25")],
        refused=[{"row": 4, "cell": "书信方向"}])


def calls():
    log("call", "phones as numbers, minutes with their unit", "电话联系记录表",
        ["日期", "学生姓名", "班级", "教师", "接听人", "联系电话", "通话时长", "通话内容", "联系结果", "备注"],
        [["2024-09-10", "李小明", "四（2）班", "刘敏", "爸爸", 13800138001, "8分钟", "作业", "配合", None],
         ["2024-10-11", "陈浩", "三（1）班", "王芳", "妈妈", "13900139005", 12, "身体", "会回来", "晚上"]],
        [record("call", "2024-09-10", ["李小明"], ["刘敏"], receiver="爸爸", phone="13800138001",
                minutes="8", content="作业", result="配合"),
         record("call", "2024-10-11", ["陈浩"], ["王芳"], phone="13900139005", minutes="12",
                note="晚上")])
    log("family-call", "the log that the children fill in", "亲情电话使用记录表",
        ["序号", "日期", "开始时间", "学生姓名", "通话对象", "通话方式", "通话分钟", "使用电话", "值班教师"],
        [[1, "2024-09-11", "16:30", "赵佳怡", "妈妈", "视频", 15, "视频电脑", "王芳"],
         [2, "2024-09-11", "16:50", "王小雨", "爸爸", "电话", 6, "学校电话", "王芳"]],
        [record("family_call", "2024-09-11", ["赵佳怡"], ["王芳"], receiver="妈妈", mode="video",
                minutes="15", line="computer", time="16:30"),
         record("family_call", "2024-09-11", ["王小雨"], ["王芳"], receiver="爸爸", mode="phone",
                minutes="6", line="school_line", time="16:50")])
    log("guardian-contact", "with the guardians in the parents' place", "与临时监护人沟通记录",
        ["日期", "沟通方式", "教师", "临时监护人", "学生姓名", "生活状况", "身体状况", "心理状况", "监护人诉求",
         "沟通结果"],
        [["2024/9/19", "座谈", "刘敏", "王桂英", "李小明", "良好", "健康", "开朗", "辅导作业", "安排结对"]],
        [record("guardian_contact", "2024-09-19", ["李小明"], ["刘敏"], mode="group",
                carer="王桂英", life="良好", body="健康", mind="开朗", request="辅导作业",
                result="安排结对")])


def goods():
    log("donation", "a register of the school, without children; a total at its foot", "捐赠登记表",
        ["序号", "日期", "捐赠单位", "捐赠人类型", "金额（元）", "物品名称", "数量", "用途"],
        [[1, "2024-09-06", "某爱心企业", "企业", 5000, None, None, "购书"],
         [2, "2024-10-15", "某乡关工委", "关工委", "1,200.50", "书包", 20, "发给儿童"],
         ["合计", None, None, None, 6200.5, None, 20, None]],
        [record("donation", "2024-09-06", [], [], donor="某爱心企业", donor_kind="company",
                cash="5000", use="购书"),
         record("donation", "2024-10-15", [], [], donor="某乡关工委", donor_kind="kgw",
                cash=["1200.5", "1200.50"], goods="书包", quantity="20", use="发给儿童")])
    log("asset", "units and prices", "物品登记表",
        ["序号", "日期", "物品名称", "规格型号", "数量", "单位", "单价（元）", "物品来源", "存放地点", "保管人"],
        [[1, "2024.9.1", "图书", None, 120, "册", 15.5, "捐赠", "图书室", "李文静"],
         [2, "2024.9.1", "电脑", "台式", 2, "台", 3200, "拨付", "活动室", "孙玲"]],
        [record("asset", "2024-09-01", [], [], name="图书", quantity="120", unit="册",
                unit_price="15.5", source="donated", place="图书室", keeper="李文静"),
         record("asset", "2024-09-01", [], [], name="电脑", model="台式", quantity="2", unit="台",
                unit_price="3200", source="allocated", place="活动室", keeper="孙玲")],
        by_xlwt, "物品登记表.xls")
    log("aid", "money to children", "贫困资助登记表",
        ["序号", "日期", "班级", "学生姓名", "资助项目", "资助金额", "资金来源", "经办人"],
        [[1, "2024-10-20", "四（2）班", "李小明", "生活补助", "500元", "财政", "张伟"],
         [2, "2024-10-20", "三（1）班", "陈浩", "学习用品", None, "关工委", "张伟"],
         [None, "小计", None, "2人", None, 500, None, None]],
        [record("aid", "2024-10-20", ["李小明"], [], kind="living_allowance", amount="500",
                source="财政", handled_by="张伟"),
         record("aid", "2024-10-20", ["陈浩"], [], kind="study_supplies", amount="",
                source="关工委", handled_by="张伟")])
    log("book-loan", "days that lie ahead of their row", "图书借阅登记表",
        ["日期", "学生姓名", "书名", "图书编号", "应还日期", "归还日期"],
        [["2024-11-12", "王小雨", "稻草人", "A-017", "2024-12-12", None],
         ["2024-10-12", "陈浩", "昆虫记", "A-031", "11月12日", "2024-11-01"]],
        [record("book_loan", "2024-11-12", ["王小雨"], [], title="稻草人", number="A-017",
                due_on="2024-12-12", returned_on=""),
         record("book_loan", "2024-10-12", ["陈浩"], [], title="昆虫记", due_on="2024-11-12",
                returned_on="2024-11-01")])
    log("growth", "the box of growth", "成长记录袋",
        ["日期", "学生姓名", "材料类别", "材料名称", "存放位置", "教师"],
        [["2024-10-30", "李㛃", "获奖", "朗诵二等奖", "档案柜2", "陈刚"]],
        [record("growth", "2024-10-30", ["李㛃"], ["陈刚"], category="award", title="朗诵二等奖",
                kept_in="档案柜2")])
    log("help-record", "help by pairs", "帮扶记录表",
        ["日期", "帮扶教师", "学生姓名", "帮扶类别", "帮扶内容", "帮扶效果"],
        [["2024-11-05", "李文静", "张三", "学习", "补数学", "及格"]],
        [record("help", "2024-11-05", ["张三"], ["李文静"], kind="study", content="补数学",
                effect="及格")])


if __name__ == "__main__":
    talks()
    talks_refused()
    term_gives_the_year()
    talk_books()
    with_many()
    calls()
    goods()
