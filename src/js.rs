//! The JavaScript border: what a page or a program may call.
//!
//! Objects have the published shape (`published`); absent values are `null`. Nothing here throws on any text.

use js_sys::{JsString, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{
    ReadOptions,
    published::{self, finding, ids, look_up},
    read_with, summary,
    tape::Tape,
    text,
};

#[wasm_bindgen]
extern "C" {
    /// A string, as browsers before 2023 have it, too.
    type Text;

    /// Whether no half of a character stands in it, which no `str` can hold.
    #[wasm_bindgen(method, catch, js_name = isWellFormed)]
    fn is_well_formed(this: &Text) -> Result<bool, JsValue>;
}

#[wasm_bindgen(module = "/src/js/border.js")]
extern "C" {
    /// Makes the objects that a [`Tape`] tells of.
    fn build(
        words: &[u32],
        shapes: &[u32],
        lengths: &[u32],
        texts: &str,
        paste: &JsString,
    ) -> JsValue;
}

/// Reads a paste: text in, the published shape out. `{ spans: true }` as `options` asks for the spans.
///
/// Anything shaped like a full product key is masked before it is read.
#[wasm_bindgen]
pub fn read(text: JsString, options: &JsValue) -> Result<JsValue, JsValue> {
    let spans =
        options.is_object() && Reflect::get(options, &JsValue::from_str("spans"))?.is_truthy();
    let pasted = text.as_string().ok_or("no text")?;
    let (paste, keys) = text::mask_product_keys(&pasted);
    let reading = read_with(&paste, ReadOptions { spans });
    // The words of an ordinary paste are parts of the very string that came in.
    let is_same = keys.is_empty()
        && (text.length() as usize == paste.len()
            || text
                .unchecked_ref::<Text>()
                .is_well_formed()
                .unwrap_or(false));
    let source = if is_same {
        text
    } else {
        JsString::from(&*paste)
    };
    objects(&published::publish(&reading, spans), &paste, &source)
}

/// Sums a large text up, piece by piece: counts by state, name, producer, channel and code, and the first hundred products with
/// the place of each. It takes as long as reading does: call it in a worker.
#[wasm_bindgen]
pub fn summary(text: &str) -> Result<JsValue, JsValue> {
    let (text, _) = text::mask_product_keys(text);
    to_js(&summary::Published::from(&summary::summary(&text)))
}

/// Checks an Activation ID as somebody typed it: `{ ok, id, kind, known, problem, nearest, liberties, notes, ... }`.
#[wasm_bindgen(js_name = checkActivationId)]
pub fn check_activation_id(text: &str) -> Result<JsValue, JsValue> {
    to_js(&ids::activation_id(text))
}

/// Checks an Installation ID: `{ ok, digits, groups, failing, broken, problem, liberties, notes, ... }`.
#[wasm_bindgen(js_name = checkInstallationId)]
pub fn check_installation_id(text: &str) -> Result<JsValue, JsValue> {
    to_js(&ids::installation_id(text))
}

/// Checks the form of a Confirmation ID: `{ ok, digits, groups, isInstallationId, problem, liberties, notes, ... }`.
#[wasm_bindgen(js_name = checkConfirmationId)]
pub fn check_confirmation_id(text: &str) -> Result<JsValue, JsValue> {
    to_js(&ids::confirmation_id(text))
}

/// Takes an Extended PID or a short Product ID apart: `{ ok, form, parts, keyDate, unusual, problem, notes, ... }`. `now` is the day
/// on which it is asked, `"2026-01-31"` or a longer ISO date; without one no date is called one of the future.
#[wasm_bindgen(js_name = decodeExtendedPid)]
pub fn decode_extended_pid(text: &str, now: Option<String>) -> Result<JsValue, JsValue> {
    to_js(&ids::extended_pid(text, now.as_deref().and_then(ids::day)))
}

/// Says what a text could be: `{ extent, message, candidates: [{ kind, certainty, value, address, parts, notes, ... }], ... }`.
#[wasm_bindgen]
pub fn identify(text: &str, now: Option<String>) -> Result<JsValue, JsValue> {
    to_js(&ids::identify(text, now.as_deref().and_then(ids::day)))
}

/// Explains the first error or reason code, or license state, in a text: `{ kind, known, code, meaning, why, whatToDo, ... }`.
#[wasm_bindgen]
pub fn explain(text: &str) -> Result<JsValue, JsValue> {
    to_js(&ids::explain(text))
}

/// What a paste means and what to do, the worst first: `[{ code, severity, product, sentence, lines, steps, ... }]`. `now`: the time on
/// the machine's own clock ("2026-11-24T08:30"); without it nothing is said that depends on it.
#[wasm_bindgen]
pub fn findings(text: &str, now: Option<String>) -> Result<JsValue, JsValue> {
    let (text, _) = text::mask_product_keys(text);
    let reading = read_with(&text, ReadOptions { spans: true });
    to_js(&finding::findings(
        &reading,
        now.as_deref().and_then(finding::moment),
    ))
}

/// The entry of the knowledge base at an address of the page ("0xC004F038", "event-12288", a GUID); `null` where there is none.
#[wasm_bindgen]
pub fn entry(address: &str) -> Result<JsValue, JsValue> {
    to_js(&look_up::entry(address))
}

/// Searches the knowledge base: `{ hits: [{ address, kind, title, line }], total, leftOut, partly }`, the best first, 20 at most
/// unless `limit` says otherwise.
#[wasm_bindgen]
pub fn search(query: &str, limit: Option<usize>) -> Result<JsValue, JsValue> {
    to_js(&look_up::search(query, limit.unwrap_or(20)))
}

/// The version of this build, "0.1.0".
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Plain objects, `null` for what is absent: the same document that serde_json writes.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    objects(value, "", &JsString::default())
}

/// The same of what borrows from `paste`, which JavaScript has as `source`.
fn objects(value: &impl Serialize, paste: &str, source: &JsString) -> Result<JsValue, JsValue> {
    let tape = Tape::of(value, paste).map_err(|_| "not of the published shape")?;
    Ok(build(
        &tape.words,
        &tape.shapes,
        &tape.lengths,
        &tape.texts,
        source,
    ))
}
