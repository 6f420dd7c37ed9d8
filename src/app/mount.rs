//! How a host page puts Activation Desk into one of its elements.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::bulk;
use crate::options::{Face, Options, StorageKind, Theme};
use crate::parts::link;
use crate::place::Place;
use crate::root::{Root, RootProps};
use crate::travel;

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
        self.update();
    }

    /// Goes to a place: "read", or "look-up" with a value ("0xC004F038", "event-12288") or an empty one.
    #[wasm_bindgen(js_name = setPlace)]
    pub fn set_place(&mut self, place: &str, value: &str) {
        self.options.place = Place::named(place, value).unwrap_or_default();
        self.update();
    }

    fn update(&mut self) {
        self.handle.update(RootProps {
            options: self.options.clone(),
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
/// `options`: `{ face: 'page' | 'file' | 'element' | 'frame', storage: 'none' | 'memory' | 'indexeddb' | 'ask', theme?: 'auto' | 'light' | 'dark',
/// place?: 'read' | 'look-up', value?: string }`; anything missing or unknown is the first of its list. Where the address of the window is
/// the page's own, the place that stands in its fragment comes first.
#[wasm_bindgen]
pub fn mount(root: Element, options_of_host: JsValue) -> Mounted {
    let text = |key: &str| {
        Reflect::get(&options_of_host, &key.into())
            .ok()
            .and_then(|value| value.as_string())
            .unwrap_or_default()
    };
    let face = Face::named(&text("face"));
    let addressed = || travel::addressed().filter(|_| face.owns_address());
    let options = Options {
        face,
        storage: StorageKind::named(&text("storage")),
        theme: Theme::named(&text("theme")),
        place: addressed()
            .or_else(|| Place::named(&text("place"), &text("value")))
            .unwrap_or_default(),
    };
    link::set_addressed(face.owns_address());
    bulk::host::set_worker(
        Reflect::get(&options_of_host, &"worker".into())
            .ok()
            .and_then(|make| make.dyn_into().ok()),
    );
    Mounted {
        handle: yew::Renderer::<Root>::with_root_and_props(
            root,
            RootProps {
                options: options.clone(),
            },
        )
        .render(),
        options,
    }
}
