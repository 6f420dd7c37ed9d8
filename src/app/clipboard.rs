//! Text to the clipboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement, Window};

/// Copies `text`; `root` is where a helper element may stand for a moment. Says whether it worked.
///
/// The clipboard of the browser is missing in insecure contexts and refused in sandboxed frames: then the old command
/// copies from a text area that nobody sees.
pub async fn copy(text: &str, root: Option<Element>) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    written(&window, text).await || copied_by_command(&window, text, root).unwrap_or(false)
}

async fn written(window: &Window, text: &str) -> bool {
    let clipboard = window.navigator().clipboard();
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

fn copied_by_command(window: &Window, text: &str, root: Option<Element>) -> Option<bool> {
    let document: HtmlDocument = window.document()?.dyn_into().ok()?;
    let before = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_class_name("unseen");
    area.set_value(text);
    root?.append_child(&area).ok()?;
    area.select();
    let copied = document.exec_command("copy");
    area.remove();
    if let Some(before) = before.and_then(|before| before.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = before.focus();
    }
    Some(copied.unwrap_or(false))
}
