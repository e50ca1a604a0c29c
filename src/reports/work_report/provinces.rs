//! The provinces of China, by which a place of work begins.

use crate::domain::label::Words;

/// Each by its short name: a place is written with or without 省, 市, 自治区.
pub const PROVINCES: [(&str, Words); 34] = [
    ("beijing", ("北京", "Beijing")),
    ("tianjin", ("天津", "Tianjin")),
    ("hebei", ("河北", "Hebei")),
    ("shanxi", ("山西", "Shanxi")),
    ("neimenggu", ("内蒙古", "Inner Mongolia")),
    ("liaoning", ("辽宁", "Liaoning")),
    ("jilin", ("吉林", "Jilin")),
    ("heilongjiang", ("黑龙江", "Heilongjiang")),
    ("shanghai", ("上海", "Shanghai")),
    ("jiangsu", ("江苏", "Jiangsu")),
    ("zhejiang", ("浙江", "Zhejiang")),
    ("anhui", ("安徽", "Anhui")),
    ("fujian", ("福建", "Fujian")),
    ("jiangxi", ("江西", "Jiangxi")),
    ("shandong", ("山东", "Shandong")),
    ("henan", ("河南", "Henan")),
    ("hubei", ("湖北", "Hubei")),
    ("hunan", ("湖南", "Hunan")),
    ("guangdong", ("广东", "Guangdong")),
    ("guangxi", ("广西", "Guangxi")),
    ("hainan", ("海南", "Hainan")),
    ("chongqing", ("重庆", "Chongqing")),
    ("sichuan", ("四川", "Sichuan")),
    ("guizhou", ("贵州", "Guizhou")),
    ("yunnan", ("云南", "Yunnan")),
    ("xizang", ("西藏", "Tibet")),
    ("shaanxi", ("陕西", "Shaanxi")),
    ("gansu", ("甘肃", "Gansu")),
    ("qinghai", ("青海", "Qinghai")),
    ("ningxia", ("宁夏", "Ningxia")),
    ("xinjiang", ("新疆", "Xinjiang")),
    ("taiwan", ("台湾", "Taiwan")),
    ("hongkong", ("香港", "Hong Kong")),
    ("macao", ("澳门", "Macao")),
];

/// The province of a place, by its place in the list.
pub fn province_of(place: &str) -> Option<usize> {
    let place = place.trim();
    PROVINCES.iter().position(|(_, (zh, en))| place.starts_with(zh) || place.starts_with(en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_of_work_is_in_the_province_by_whose_name_it_begins() {
        let code = |place| province_of(place).map(|at| PROVINCES[at].0);
        assert_eq!(code("浙江省宁波市"), Some("zhejiang"));
        assert_eq!(code("上海"), Some("shanghai"));
        assert_eq!(code("内蒙古自治区包头市"), Some("neimenggu"));
        assert_eq!(code("县城"), None);
    }
}
