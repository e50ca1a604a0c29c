//! The nearest valid name to a mistyped one.

/// The name among `names` that `typed` most probably means, if any is near enough.
pub fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let likely = |name: &&str| strsim::jaro_winkler(typed, name) >= 0.75;
    names.into_iter().filter(likely).max_by(|a, b| {
        let (a, b) = (strsim::jaro_winkler(typed, a), strsim::jaro_winkler(typed, b));
        a.total_cmp(&b)
    })
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_offered_and_a_strange_one_is_not() {
        let names = ["joined", "left", "reason"];
        assert_eq!(nearest("jioned", names), Some("joined"));
        assert_eq!(nearest("zzz", names), None);
    }
}
