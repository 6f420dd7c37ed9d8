//! How a host page puts Activation Desk into one of its elements.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

/// What the host page decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Properties)]
pub struct Options {
    /// Colours.
    pub theme: Theme,
}

/// Which colours to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the browser asks for.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The theme of that name; `auto` for anything else.
    pub fn named(name: &str) -> Self {
        match name {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    /// Its name, as in `data-theme`.
    pub const fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// A mounted page.
#[wasm_bindgen]
pub struct Mounted {
    handle: yew::AppHandle<App>,
}

#[wasm_bindgen]
impl Mounted {
    /// Changes the colours: "auto", "light" or "dark".
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, theme: &str) {
        self.handle.update(Options {
            theme: Theme::named(theme),
        });
    }

    /// Takes the page away again and leaves the element empty.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

/// Mounts the page into `root`, which is emptied first.
///
/// `options`: `{ face: 'page' | 'file' | 'element' | 'frame', storage: 'none' | 'memory' | 'indexeddb' | 'ask', theme?: 'auto' | 'light' | 'dark' }`;
/// anything missing or unknown is the first of its list.
#[wasm_bindgen]
pub fn mount(root: Element, options: JsValue) -> Mounted {
    let text = |key: &str| {
        Reflect::get(&options, &key.into())
            .ok()
            .and_then(|value| value.as_string())
            .unwrap_or_default()
    };
    let options = Options {
        theme: Theme::named(&text("theme")),
    };
    Mounted {
        handle: yew::Renderer::<App>::with_root_and_props(root, options).render(),
    }
}

/// The whole page.
#[component]
fn App(options: &Options) -> Html {
    html! {
        <div class="desk" data-theme={options.theme.name()}>
            <header><h1>{ "Activation Desk" }</h1></header>
            <main></main>
        </div>
    }
}
