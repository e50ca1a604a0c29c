"""What schools also do: weekdays behind days, two talks a day, rows that lie ahead, ticks of every
kind, restricted registers."""

from logs import log, record
from people import ROSTER
from write import Sheet, by_openpyxl, case


def days_and_twice():
    head = ["日期", "班级", "学生姓名", "教师", "谈话内容"]
    log("weekday-behind-the-day", "clerks write the weekday behind the day", "谈心记录表", head,
        [["2024年9月20日 星期五", "四（2）班", "李小明", "刘敏", "一"],
         ["2024-09-23（周一）", "四（2）班", "李小明", "刘敏", "二"],
         ["9月24日星期二", "四（2）班", "李小明", "刘敏", "三"]],
        [record("talk", day, ["李小明"], ["刘敏"], content=word)
         for day, word in [("2024-09-20", "一"), ("2024-09-23", "二"), ("2024-09-24", "三")]])
    log("talk-twice-a-day", "two talks on one day with one child and one teacher are two records, "
        "and stay two when the file comes again", "谈心记录表", head,
        [["2024-09-20", "四（2）班", "李小明", "刘敏", "早上"],
         ["2024-09-20", "四（2）班", "李小明", "刘敏", "傍晚"]],
        [record("talk", "2024-09-20", ["李小明"], ["刘敏"], content=word)
         for word in ("早上", "傍晚")])


def units_in_headings():
    log("units-in-headings", "units stand in the headings, in brackets of either width",
        "电话联系记录表",
        ["日期", "学生姓名", "教师", "接听人", "通话时长（分钟）", "通话内容"],
        [["2024-09-10", "李小明", "刘敏", "爸爸", 8, "作业"]],
        [record("call", "2024-09-10", ["李小明"], ["刘敏"], receiver="爸爸", minutes="8",
                content="作业")])
    log("money-in-headings", "the same of money", "资助登记表",
        ["日期", "学生姓名", "资助项目", "资助金额(元)"],
        [["2024-10-20", "李小明", "生活补助", 500]],
        [record("aid", "2024-10-20", ["李小明"], [], kind="living_allowance", amount="500")])


def of_the_school():
    log("rota-ahead", "a rota lies ahead by its nature", "值班安排表",
        ["日期", "值班时段", "值日人"],
        [["2024-12-02", "午间", "刘敏"], ["2024年12月3日", "课后", "王芳"]],
        [record("rota", "2024-12-02", [], ["刘敏"], session="noon"),
         record("rota", "2024-12-03", [], ["王芳"], session="after_school")], register="rota")
    log("enrolment", "class is what the row is about, not where a child is", "班级人数统计表",
        ["日期", "班级", "学期", "人数", "男生", "女生"],
        [["2024-09-05", "四（2）班", "第一学期", 38, 20, 18],
         ["2024-09-05", "三（1）班", "第一学期", 41, 21, 20],
         ["合计", None, None, 79, 41, 38]],
        [record("enrolment", "2024-09-05", [], [], class_="2021-2", pupils="38",
                boys="20", girls="18"),
         record("enrolment", "2024-09-05", [], [], class_="2022-1", pupils="41")])
    log("handover", "the same of the class that changes hands", "学期末交接表",
        ["日期", "交接班级", "移交教师", "接收教师", "未了事项"],
        [["2024-11-20", "二（1）班", "陈刚", "李文静", "两份联系卡没有交"]],
        [record("handover", "2024-11-20", [], [], class_="2023-1", from_="陈刚", to="李文静",
                open_matters="两份联系卡没有交")])
    log("counselling", "a restricted register: no word of it is on the screen", "心理辅导记录",
        ["日期", "学生姓名", "教师", "辅导方式", "来访来源", "问题表现", "情绪评分", "下次时间"],
        [["2024-10-09", "李小明", "孙玲", "个别", "教师转介", "夜里哭", 4, "2024-10-16"],
         ["2024-10-09", "张三", "孙玲", "个别", "教师转介", "不说话", "很低", None]],
        [record("counselling", "2024-10-09", ["李小明"], ["孙玲"], mode="in_person",
                source="teacher", problem="夜里哭", mood_score="4", next_on="2024-10-16")],
        refused=[{"row": 4, "cell": "情绪评分"}], hidden_words=["夜里哭", "不说话"])


def ticks():
    marks = ["√", "✓", "✔", "是", "住校", None]
    rows = [["姓名", "班级", "是否住校"]] + [
        [one["name"], one["class_name"], mark] for one, mark in zip(ROSTER, marks)]
    case("ticks-of-every-kind", "a tick is yes, and an empty cell says nothing by itself",
         "住校生.xlsx", by_openpyxl, [Sheet("Sheet1", rows)],
         children=[{"name": one["name"], "class": one["class"]}
                   | ({"boarding": True} if mark else {})
                   for one, mark in zip(ROSTER, marks)])
    rows = [["姓名", "班级", "父亲情况", None, None, "母亲情况", None],
            [None, None, "姓名", "打工地点", "手机", "姓名", "手机"]]
    rows += [[one["name"], one["class_name"], one["father"][0], one["father"][2],
              one["father"][1], one["mother"][0], one["mother"][1]] for one in ROSTER]
    case("parents-in-other-words", "父亲情况 for 父亲, 打工地点 for 务工地, 手机 for 电话",
         "家长.xlsx", by_openpyxl,
         [Sheet("Sheet1", rows, ["A1:A2", "B1:B2", "C1:E1", "F1:G1"])],
         children=[{"name": one["name"], "class": one["class"], "father.name": one["father"][0],
                    "father.work_place": one["father"][2], "father.phone": [one["father"][1]],
                    "mother.name": one["mother"][0], "mother.phone": [one["mother"][1]]}
                   for one in ROSTER])


if __name__ == "__main__":
    days_and_twice()
    units_in_headings()
    of_the_school()
    ticks()
