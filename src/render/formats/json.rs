//! What programs read, as objects: English keys and codes in both languages.

use serde_json::{Map, Value as Json};

use crate::render::cell::Value;
use crate::render::screen::{Screen, SheetView};

/// One array of objects.
pub fn array(screen: &Screen) -> Vec<u8> {
    let view = screen.for_programs();
    let is_picked = screen.picked.is_some();
    let objects: Vec<String> =
        objects(&view, is_picked).map(|object| format!("  {object}")).collect();
    let text = match objects.is_empty() {
        true => "[]\n".to_owned(),
        false => format!("[\n{}\n]\n", objects.join(",\n")),
    };
    text.into_bytes()
}

/// One object a line.
pub fn lines(screen: &Screen) -> Vec<u8> {
    let view = screen.for_programs();
    let objects = objects(&view, screen.picked.is_some());
    objects.map(|object| object.to_string() + "\n").collect::<String>().into_bytes()
}

/// The rows as objects; with a key that was asked for by name even where there is no such part.
fn objects(view: &SheetView, is_picked: bool) -> impl Iterator<Item = Json> {
    view.rows.iter().map(move |row| {
        let keys = view.columns.iter().map(|key| (*key).to_owned());
        let pairs = keys.zip(row).filter(|(_, value)| is_picked || **value != &Value::Absent);
        Json::Object(pairs.map(|(key, value)| (key, json(value))).collect::<Map<_, _>>())
    })
}

fn json(value: &Value) -> Json {
    match value {
        Value::Text(text) => Json::from(text.as_str()),
        Value::Number(number) => Json::from(*number),
        Value::Date(date) => Json::from(date.to_string()),
        Value::List(entries) => Json::from(entries.clone()),
        Value::Things(things) => {
            let part = |(key, value): &(&str, Value)| ((*key).to_owned(), json(value));
            let thing = |own: &Vec<_>| Json::Object(own.iter().map(part).collect());
            things.iter().map(thing).collect()
        }
        Value::Nothing | Value::Absent => Json::Null,
    }
}
