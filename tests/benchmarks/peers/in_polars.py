"""The list of `care overdue` by the preset's rules, with polars."""

import sys
from datetime import date

import polars as pl

folder, today = sys.argv[1:3]
COMMON = ["id", "date", "children", "staff", "outcome", "status", "replaces"]
col = pl.col


def table(name):
    return pl.scan_csv(f"{folder}/{name}.csv", infer_schema=False, empty_string_is_null=False)


def log(register, rule, *fits):
    path = f"{folder}/home/log/{register}/*.csv"
    rows = pl.scan_csv(path, infer_schema=False, empty_string_is_null=False)
    fits = fits[0] if fits else pl.lit(True)
    return rows.select(*COMMON, fits.alias("fits"), pl.lit(rule).alias("rule"))


entries = pl.concat([
    log("talk", "monthly-talk"),
    log("guardian_contact", "monthly-guardian-contact"),
    log("letter", "monthly-letter-or-call", col.direction == "child_to_parent"),
    log("family_call", "monthly-letter-or-call"),
    log("visit", "term-visit", ~col.mode.is_in(["phone", "video", "message"])),
]).filter((col.replaces != "") | (col.fits & (col.status != "void"))).collect()
replaced = entries.filter(col.replaces != "").select(id="replaces")
entries = entries.lazy().filter(col.fits & (col.status != "void") & (col.date <= today))
entries = entries.join(replaced.lazy(), on="id", how="anti").rename({"children": "child"})
roster, slots = table("roster"), table("slots")
classes = roster.select(child="id", own="class")
visits = (
    entries.filter(col.rule == "term-visit")
    .join(table("heads"), on="staff")
    .join(classes, on="child")
    .filter((col("class") == col.own) & (col("from") <= col.date))
    .filter((col.until == "") | (col.date <= col.until))
)
wanted = ["rule", "child", "date", "outcome"]
counting = pl.concat([
    entries.filter(col.rule != "term-visit").select(wanted), visits.select(wanted)
]).collect().lazy()
done = counting.filter(col.outcome != "attempted").group_by("rule", "child")
done = done.agg(last_done=col.date.max())
here = roster.filter((col.left == "") | (col.left >= today))
late = (
    here.select("joined", child="id")
    .join(slots.select("rule").unique(), how="cross")
    .join(done, on=["rule", "child"], how="left")
    .with_columns(col.last_done.fill_null(""))
    .join(slots, on="rule")
    .filter((col.joined <= col.joined_by) & (col("first") > col.last_done))
    .filter((col.last_done == "") | (col.in_hand == "1"))
    .group_by("rule", "child", "last_done")
    .agg(
        since=col("last").min(),
        slot=col.slot.sort_by("last").last(),
        missed=pl.len().cast(pl.Int64),
    )
)
tries = (
    counting.filter(col.outcome == "attempted")
    .join(late, on=["rule", "child"])
    .filter(col.date > col.last_done)
    .group_by("rule", "child")
    .agg(attempts=pl.len().cast(pl.Int64))
)
days = (pl.lit(date.fromisoformat(today)) - col.since.str.to_date()).dt.total_days()
dated = late.join(tries, on=["rule", "child"], how="left").select(
    days.alias("days"), "rule", "child", "slot", "since", "missed", "last_done",
    col.attempts.fill_null(0),
)


def lacking(rule, columns):
    short = here.filter(pl.any_horizontal(col(name) == "" for name in columns))
    blank = pl.lit("")
    return short.select(
        pl.lit(0, pl.Int64).alias("days"), pl.lit(rule).alias("rule"), col.id.alias("child"),
        pl.lit("now").alias("slot"), blank.alias("since"), pl.lit(1, pl.Int64).alias("missed"),
        blank.alias("last_done"), pl.lit(0, pl.Int64).alias("attempts"),
    )


answer = pl.concat([
    dated,
    lacking("child-file", ["care_type", "carer_name", "carer_relation"]),
    lacking("pair", ["pair_teacher"]),
]).sort("days", "rule", "child", descending=[True, False, False]).collect()
sys.stdout.write(answer.write_csv(separator="\t", include_header=False, quote_style="never"))
