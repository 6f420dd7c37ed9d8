//! How a host page puts Activation Desk into one of its elements.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::bulk;
use crate::options::{Face, Options, StorageKind, Theme};
use crate::root::{Root, RootProps};

/// A mounted page.
#[wasm_bindgen]
pub struct Mounted {
    handle: yew::AppHandle<Root>,
    options: Options,
}

#[wasm_bindgen]
impl Mounted {
    /// Changes the colours: "auto", "light" or "dark".
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, theme: &str) {
        self.options.theme = Theme::named(theme);
        self.handle.update(RootProps {
            options: self.options,
        });
    }

    /// Takes the page away again and leaves the element empty.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// Mounts the page into `root`, which is emptied first.
///
/// `options.worker`, where given: a function that makes a worker which runs `work`; large inputs are read in it.
/// `options`: `{ face: 'page' | 'file' | 'element' | 'frame', storage: 'none' | 'memory' | 'indexeddb' | 'ask', theme?: 'auto' | 'light' | 'dark' }`;
/// anything missing or unknown is the first of its list.
#[wasm_bindgen]
pub fn mount(root: Element, options_of_host: JsValue) -> Mounted {
    let text = |key: &str| {
        Reflect::get(&options_of_host, &key.into())
            .ok()
            .and_then(|value| value.as_string())
            .unwrap_or_default()
    };
    let options = Options {
        face: Face::named(&text("face")),
        storage: StorageKind::named(&text("storage")),
        theme: Theme::named(&text("theme")),
    };
    bulk::host::set_worker(
        Reflect::get(&options_of_host, &"worker".into())
            .ok()
            .and_then(|make| make.dyn_into().ok()),
    );
    Mounted {
        handle: yew::Renderer::<Root>::with_root_and_props(root, RootProps { options }).render(),
        options,
    }
}
