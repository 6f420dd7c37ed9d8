//! Code pages of one byte a character. Browsers know those of Windows; the consoles' own (437, 850, 852), in which `cmd` writes
//! files, are only here. The characters are those of Python's codecs.

use super::Sniffer;

/// A code page that is known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OemPage {
    /// United States.
    Dos437,
    /// Western Europe.
    Dos850,
    /// Central Europe.
    Dos852,
    /// Western Europe, of Windows.
    Ansi1252,
}

impl OemPage {
    /// The page of that name; `None` for those that browsers have to know.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "cp437" => OemPage::Dos437,
            "cp850" => OemPage::Dos850,
            "cp852" => OemPage::Dos852,
            "windows-1252" => OemPage::Ansi1252,
            _ => return None,
        })
    }

    /// Puts the text of `bytes` behind `out`.
    pub(super) fn decode(self, bytes: &[u8], out: &mut String) {
        let mut table = ['\0'; 128];
        for (place, character) in table.iter_mut().zip(self.characters().chars()) {
            *place = character;
        }
        out.extend(bytes.iter().map(|&byte| match byte.checked_sub(128) {
            Some(above) => table[usize::from(above)],
            None => char::from(byte),
        }));
    }

    /// The characters of the bytes 80 to FF.
    const fn characters(self) -> &'static str {
        match self {
            OemPage::Dos437 => {
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}"
            }
            OemPage::Dos850 => {
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}"
            }
            OemPage::Dos852 => {
                "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}"
            }
            OemPage::Ansi1252 => {
                "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
            }
        }
    }
}

/// The code page to try first, by its name in browsers ("cp850" and the like for those that browsers don't know): from the
/// language ("de-AT") and from whether the bytes look like a console's.
pub fn guess(sniffed: &Sniffer, language: &str) -> &'static str {
    const GUESSES: [(&str, &str, &str); 24] = [
        ("ja", "shift_jis", "shift_jis"),
        ("ko", "euc-kr", "euc-kr"),
        ("zh-tw", "big5", "big5"),
        ("zh-hk", "big5", "big5"),
        ("zh", "gbk", "gbk"),
        ("th", "windows-874", "windows-874"),
        ("vi", "windows-1258", "windows-1258"),
        ("ru", "ibm866", "windows-1251"),
        ("uk", "ibm866", "windows-1251"),
        ("be", "ibm866", "windows-1251"),
        ("bg", "ibm866", "windows-1251"),
        ("el", "windows-1253", "windows-1253"),
        ("tr", "windows-1254", "windows-1254"),
        ("he", "windows-1255", "windows-1255"),
        ("ar", "windows-1256", "windows-1256"),
        ("et", "windows-1257", "windows-1257"),
        ("lt", "windows-1257", "windows-1257"),
        ("lv", "windows-1257", "windows-1257"),
        ("pl", "cp852", "windows-1250"),
        ("cs", "cp852", "windows-1250"),
        ("sk", "cp852", "windows-1250"),
        ("hu", "cp852", "windows-1250"),
        ("ro", "cp852", "windows-1250"),
        ("en-us", "cp437", "windows-1252"),
    ];
    let language = language.to_ascii_lowercase();
    let (console, windows) = GUESSES
        .into_iter()
        .find(|(begin, ..)| {
            language
                .strip_prefix(begin)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
        .map_or(("cp850", "windows-1252"), |(_, console, windows)| {
            (console, windows)
        });
    if sniffed.looks_like_console() {
        console
    } else {
        windows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_128_characters_above_ascii() {
        for (page, eighty, last) in [
            (OemPage::Dos437, 'Ç', '\u{a0}'),
            (OemPage::Dos850, 'Ç', '\u{a0}'),
            (OemPage::Dos852, 'Ç', '\u{a0}'),
            (OemPage::Ansi1252, '€', 'ÿ'),
        ] {
            assert_eq!(page.characters().chars().count(), 128);
            assert_eq!(page.characters().chars().next(), Some(eighty));
            assert_eq!(page.characters().chars().last(), Some(last));
        }
    }

    #[test]
    fn the_first_guess_is_that_of_language_and_bytes() {
        let sniffed = |bytes: &[u8]| {
            let mut sniffer = Sniffer::default();
            sniffer.push(bytes);
            sniffer
        };
        let (console, windows) = (sniffed(b"L\x84uft"), sniffed(b"L\xe4uft"));
        for (language, of_console, of_windows) in [
            ("de-DE", "cp850", "windows-1252"),
            ("en-US", "cp437", "windows-1252"),
            ("en-GB", "cp850", "windows-1252"),
            ("ja", "shift_jis", "shift_jis"),
            ("zh-TW", "big5", "big5"),
            ("zh-Hans-CN", "gbk", "gbk"),
            ("ru-RU", "ibm866", "windows-1251"),
            ("", "cp850", "windows-1252"),
        ] {
            assert_eq!(guess(&console, language), of_console, "{language}");
            assert_eq!(guess(&windows, language), of_windows, "{language}");
        }
    }
}
