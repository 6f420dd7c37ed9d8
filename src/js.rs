//! The JavaScript border: what a page or a program may call.
//!
//! Objects have the published shape (`published`); absent values are `null`. Nothing here throws on any text.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{ReadOptions, published, read_with, summary, text};

/// Reads a paste: text in, the published shape out. `{ spans: true }` as `options` asks for the spans.
///
/// Anything shaped like a full product key is masked before it is read.
#[wasm_bindgen]
pub fn read(text: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    let spans = options.is_object()
        && js_sys::Reflect::get(options, &JsValue::from_str("spans"))?.is_truthy();
    let (text, _) = text::mask_product_keys(text);
    let reading = read_with(&text, ReadOptions { spans });
    to_js(&published::publish(&reading, spans))
}

/// Sums a large text up, piece by piece: counts by state, name, producer, channel and code, and the first hundred products with
/// the place of each. It takes as long as reading does: call it in a worker.
#[wasm_bindgen]
pub fn summary(text: &str) -> Result<JsValue, JsValue> {
    let (text, _) = text::mask_product_keys(text);
    to_js(&summary::Published::from(&summary::summary(&text)))
}

/// The version of this build, "0.1.0".
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Plain objects, `null` for what is absent: the same document that serde_json writes.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value
        .serialize(&serializer)
        .map_err(|error| JsValue::from_str(&error.to_string()))
}
