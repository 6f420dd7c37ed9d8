//! The worker's end: takes a job, tells how far it is, and hands over what came of it.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::{drive, wire};

/// Milliseconds between two words on progress.
const EVERY: f64 = 60.0;

/// Makes a worker of this module's instance: it says that it is ready, and does the job that it is sent.
#[wasm_bindgen]
pub fn work() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let post = scope.clone();
    let onmessage = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let scope = scope.clone();
        let job = wire::job_from_js(event.data());
        spawn_local(async move {
            let mut told = js_sys::Date::now();
            let made = drive::run(&job, &mut |done| {
                let now = js_sys::Date::now();
                if now - told >= EVERY {
                    told = now;
                    let _ = scope.post_message(&wire::message("done", &done.into()));
                }
            })
            .await;
            let _ = scope.post_message(&match made {
                Some(made) => wire::message("made", &made),
                None => wire::message("failed", &true.into()),
            });
        });
    });
    post.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
    onmessage.forget();
    let _ = post.post_message(&wire::message("ready", &true.into()));
}
