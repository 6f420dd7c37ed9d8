//! A product as JSON text: the published shape, with hidden values where that is asked for.

use activation_desk::phrase::Redact;
use activation_desk::sensitive::FIELDS;
use activation_desk::{js, published};
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

use crate::paste::Paste;

/// The product with that index, two spaces a level; empty past the end.
pub fn product(paste: &Paste, index: usize, redact: Redact) -> String {
    let text = || {
        let read = paste.reading().products.get(index)?;
        let product = js::to_js(&published::Product::from(read)).ok()?;
        if redact == Redact::Yes {
            hide(&product);
        }
        JSON::stringify_with_replacer_and_space(&product, &JsValue::NULL, &JsValue::from(2))
            .ok()?
            .as_string()
    };
    text().unwrap_or_default()
}

fn hide(product: &JsValue) {
    for (path, kind) in FIELDS {
        let Some(placeholder) = kind.placeholder() else {
            continue;
        };
        let (object, key) = match path.split_once('.') {
            Some((object, key)) => (
                Reflect::get(product, &object.into()).unwrap_or_default(),
                key,
            ),
            None => (product.clone(), path),
        };
        if object.is_object()
            && Reflect::get(&object, &key.into()).is_ok_and(|value| value.is_string())
        {
            let _ = Reflect::set(&object, &key.into(), &placeholder.into());
        }
    }
}
