//! The words of the page: names for those of `wording`, and which of them fits.

use activation_desk::card::Shell;
pub use activation_desk::wording::controls::*;
pub use activation_desk::wording::look_up_page::{LOOK_UP, PLACES};
use activation_desk::wording::page;
pub use activation_desk::wording::page::{
    HOW_TO, HOW_TO_TITLE, HowTo, LIMITS, PRIVATE, TITLE, WHAT, buttons, card, live, paste, samples,
    storage, trouble,
};

use crate::options::Theme;
use crate::paste::Paste;

pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => page::buttons::THEME_AUTO,
        Theme::Light => page::buttons::THEME_LIGHT,
        Theme::Dark => page::buttons::THEME_DARK,
    }
}

pub fn shell(shell: Shell) -> &'static str {
    match shell {
        Shell::Cmd => page::card::CMD,
        Shell::PowerShell => page::card::POWERSHELL,
    }
}

/// Why nothing was recognised in the text.
pub fn nothing(paste: &Paste) -> &'static str {
    if paste.text().contains('\0') {
        page::trouble::NOT_TEXT
    } else if paste.is_large() {
        page::trouble::NOISE
    } else {
        page::trouble::NOTHING
    }
}

/// What is told where nothing is a product.
pub fn no_product(paste: &Paste) -> &'static str {
    if paste.lists_subscription() {
        SUBSCRIPTION
    } else {
        NO_PRODUCT
    }
}
