//! The seam to what the browser remembers: nothing, memory, or IndexedDB. Every failure is "not remembered".
//!
//! IndexedDB survives a killed browser, where localStorage loses the last seconds; both throw in a sandboxed frame.

use std::cell::RefCell;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

use crate::options::{StorageKind, Theme};
use crate::state::Memory;

const DATABASE: &str = "activation-desk";
const STORE: &str = "desk";
const KEY: &str = "read";

thread_local! {
    /// What [`StorageKind::Memory`] remembers: shared by all mounts of one document.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// The storage refused; there is nothing to be done about it.
#[derive(Debug)]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Refused
    }
}

/// What was remembered; empty on the first visit.
pub async fn load(kind: StorageKind) -> Result<Memory, Refused> {
    match kind {
        StorageKind::None => Ok(Memory::default()),
        StorageKind::Memory => Ok(MEMORY.with_borrow(Memory::clone)),
        StorageKind::IndexedDb | StorageKind::Ask => {
            let value = JsFuture::from(settled(
                &store(IdbTransactionMode::Readonly)
                    .await?
                    .get(&KEY.into())?,
            ))
            .await?;
            Ok(memory(&value))
        }
    }
}

/// Remembers `memory` in place of what was remembered before.
pub async fn save(kind: StorageKind, memory: Memory) -> Result<(), Refused> {
    match kind {
        StorageKind::None => {}
        StorageKind::Memory => MEMORY.set(memory),
        StorageKind::IndexedDb | StorageKind::Ask => {
            let store = store(IdbTransactionMode::Readwrite).await?;
            JsFuture::from(settled(
                &store.put_with_key(&object(&memory)?.into(), &KEY.into())?,
            ))
            .await?;
        }
    }
    Ok(())
}

fn memory(value: &JsValue) -> Memory {
    let get = |key: &str| Reflect::get(value, &key.into()).ok();
    Memory {
        text: get("text").and_then(|text| text.as_string()),
        query: get("query").and_then(|query| query.as_string()),
        remember: get("remember").and_then(|remember| remember.as_bool()),
        theme: get("theme")
            .and_then(|theme| theme.as_string())
            .map(|theme| Theme::named(&theme)),
    }
}

fn object(memory: &Memory) -> Result<Object, JsValue> {
    let object = Object::new();
    Reflect::set(
        &object,
        &"text".into(),
        &JsValue::from(memory.text.as_deref()),
    )?;
    Reflect::set(
        &object,
        &"query".into(),
        &JsValue::from(memory.query.as_deref()),
    )?;
    Reflect::set(&object, &"remember".into(), &JsValue::from(memory.remember))?;
    Reflect::set(
        &object,
        &"theme".into(),
        &JsValue::from(memory.theme.map(Theme::name)),
    )?;
    Ok(object)
}

async fn store(mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
    let factory = web_sys::window()
        .ok_or(JsValue::NULL)?
        .indexed_db()?
        .ok_or(JsValue::NULL)?;
    let opening = factory.open_with_u32(DATABASE, 1)?;
    let request: IdbRequest = opening.clone().unchecked_into();
    let upgrade = Closure::once_into_js(move || {
        if let Ok(database) = request.result().map(JsCast::unchecked_into::<IdbDatabase>) {
            // A failure here fails the opening as well.
            let _ = database.create_object_store(STORE);
        }
    });
    opening.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let database: IdbDatabase = JsFuture::from(settled(&opening)).await?.unchecked_into();
    database
        .transaction_with_str_and_mode(STORE, mode)?
        .object_store(STORE)
}

/// The result of a request as a promise.
fn settled(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let answered = request.clone();
        let success = Closure::once_into_js(move || match answered.result() {
            Ok(value) => resolve.call1(&JsValue::NULL, &value),
            Err(error) => Err(error),
        });
        request.set_onsuccess(Some(success.unchecked_ref()));
        request.set_onerror(Some(&reject));
    })
}
