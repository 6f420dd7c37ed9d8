//! Reason and error codes.

use super::Entry;
use crate::id::error_code;
use crate::kb::{marked, reason::Reason};
use crate::phrase::Kind;
use crate::wording::look_up::{self as say, labels};

impl Entry {
    pub(super) fn tell_code(&mut self, reason: &Reason) {
        self.meaning = marked(reason.meaning);
        self.when = marked(reason.when);
        self.why = reason.why.iter().map(marked).collect();
        self.what_to_do = reason.what_to_do.iter().map(marked).collect();
        self.doubt = reason.doubt.map(marked).unwrap_or_default();
        let code = reason.code;
        self.value(labels::SEVERITY, Kind::Value, say::severity_of(code));
        if let Some(symbol) = reason.symbol {
            self.value(labels::SYMBOL, Kind::Value, symbol);
        }
        self.value(labels::DECIMAL, Kind::Value, say::decimal(code));
        if let Some(number) = error_code::win32_of(code) {
            self.value(labels::WIN32, Kind::Value, number.to_string());
        }
    }
}
