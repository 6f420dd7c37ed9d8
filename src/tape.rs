//! A serialised value as a row of numbers, from which `border.js` builds the objects: a call over the border for each key would
//! cost more than reading does.
//!
//! The low three bits of a word say what it is, the others how much: see the constants, which `border.js` repeats. Words of the
//! paste are only told by their place in it, all other text stands in one table, and the keys of an object in a tree of shapes.

use std::fmt::Error;

use serde::{
    Serialize,
    ser::{self, Impossible},
};

const BITS: u32 = 3;
/// `null`, `false` and `true`; `null` is the word 0.
const FIXED: u32 = 0;
/// The number itself.
const NUMBER: u32 = 1;
/// A larger number: its upper and its lower half are the next two words.
const LARGE: u32 = 2;
/// The text with that index in the table.
const TEXT: u32 = 3;
/// Text of the paste with that length; the next word is its beginning. Both in UTF-16 units, as everything in JavaScript.
const SLICE: u32 = 4;
/// An object of that shape: its values follow in the order of the keys.
const OBJECT: u32 = 5;
/// A list of that length.
const LIST: u32 = 6;

const LARGEST: u32 = u32::MAX >> BITS;

/// A serialised value.
pub struct Tape<'t> {
    pub words: Vec<u32>,
    /// The tree of shapes: for each the one without its last key, and the key's index in the table. The first shape has no key.
    pub shapes: Vec<u32>,
    /// The table of texts, behind each other.
    pub texts: String,
    /// Their lengths in UTF-16 units.
    pub lengths: Vec<u32>,
    paste: &'t str,
    units: Option<Units>,
    /// The last key of each shape.
    keys: Vec<&'static str>,
    /// Texts met lately: their index, and their bytes in `texts`.
    lately: [(u32, usize, usize); LATELY],
}

const LATELY: usize = 128;

impl<'t> Tape<'t> {
    /// The value, whose text may be borrowed from `paste`.
    pub fn of(value: &impl Serialize, paste: &'t str) -> Result<Self, Error> {
        let mut tape = Tape {
            words: Vec::new(),
            shapes: vec![0, 0],
            texts: String::new(),
            lengths: Vec::new(),
            paste,
            units: (!paste.is_ascii()).then(|| Units::of(paste)),
            keys: vec![""],
            lately: [(0, 0, 0); LATELY],
        };
        value.serialize(&mut tape)?;
        Ok(tape)
    }

    fn word(&mut self, tag: u32, much: u32) {
        self.words.push(much << BITS | tag);
    }

    fn number(&mut self, number: u64) {
        match u32::try_from(number) {
            Ok(small) if small <= LARGEST => self.word(NUMBER, small),
            _ => {
                self.word(LARGE, 0);
                self.words.extend([(number >> 32) as u32, number as u32]);
            }
        }
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        // Where it stands tells whether it is borrowed from the paste.
        let at = (text.as_ptr() as usize).wrapping_sub(self.paste.as_ptr() as usize);
        if at < self.paste.len() && text.len() <= LARGEST as usize {
            let place = |byte| match &self.units {
                Some(units) => units.before(self.paste, byte),
                None => byte as u32,
            };
            let (start, end) = (place(at), place(at + text.len()));
            self.word(SLICE, end - start);
            self.words.push(start);
        } else {
            let index = self.index(text);
            self.word(TEXT, index);
        }
    }

    /// The index of a text in the table. Names are met again and again and have one entry, mostly.
    fn index(&mut self, text: &str) -> u32 {
        let slot = (text.as_ptr() as usize ^ text.len()) % LATELY;
        let (index, start, end) = self.lately[slot];
        if self.texts.get(start..end) == Some(text) && end > start {
            return index;
        }
        let (index, start) = (self.lengths.len() as u32, self.texts.len());
        self.texts.push_str(text);
        self.lengths.push(units(text.as_bytes()));
        self.lately[slot] = (index, start, self.texts.len());
        index
    }

    /// The shape that has one key more: nearly always the one that was made after it.
    fn longer(&mut self, shape: usize, key: &'static str) -> usize {
        let follows = |next: usize| self.shapes[next * 2] as usize == shape;
        let next = shape + 1;
        if next < self.keys.len() && follows(next) && std::ptr::eq(self.keys[next], key) {
            return next;
        }
        let found = (next..self.keys.len()).find(|next| follows(*next) && self.keys[*next] == key);
        found.unwrap_or_else(|| {
            let index = self.index(key);
            self.shapes.extend([shape as u32, index]);
            self.keys.push(key);
            self.keys.len() - 1
        })
    }

    fn open(&mut self) -> Open<'_, 't> {
        self.words.push(0);
        Open {
            at: self.words.len() - 1,
            much: 0,
            tape: self,
        }
    }
}

/// An object or a list whose values still come.
pub struct Open<'o, 't> {
    tape: &'o mut Tape<'t>,
    /// Its own word.
    at: usize,
    /// The shape, or the length.
    much: usize,
}

impl Open<'_, '_> {
    fn close(self, tag: u32) -> Result<(), Error> {
        self.tape.words[self.at] = (self.much as u32) << BITS | tag;
        Ok(())
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.much += 1;
        value.serialize(&mut *self.tape)
    }
}

impl ser::SerializeSeq for Open<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.item(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close(LIST)
    }
}

impl ser::SerializeTuple for Open<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.item(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close(LIST)
    }
}

impl ser::SerializeStruct for Open<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.much = self.tape.longer(self.much, key);
        value.serialize(&mut *self.tape)
    }

    fn end(self) -> Result<(), Error> {
        self.close(OBJECT)
    }
}

macro_rules! none_of_these {
    ($($name:ident: $type:ty,)*) => {
        $(fn $name(self, _: $type) -> Result<(), Error> {
            Err(Error)
        })*
    };
}

impl<'o, 't> ser::Serializer for &'o mut Tape<'t> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'o, 't>;
    type SerializeTuple = Open<'o, 't>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Open<'o, 't>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.word(FIXED, 1 + u32::from(value));
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.number(value.into());
        Ok(())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.number(value);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.text(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.words.push(0);
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Error> {
        Ok(self.open())
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        Ok(self.open())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Error> {
        Ok(self.open())
    }

    // What the published shape has none of.
    none_of_these! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_bytes: &[u8],
        serialize_unit_struct: &'static str,
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Err(Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error)
    }
}

/// How many UTF-16 units the characters have that begin in these bytes.
fn units(bytes: &[u8]) -> u32 {
    if bytes.is_ascii() {
        return bytes.len() as u32;
    }
    // All bytes but those inside a character, and one more for the characters of two.
    let units = |byte: &u8| u32::from(byte & 0xc0 != 0x80) + u32::from(*byte >= 0xf0);
    bytes.iter().map(units).sum()
}

/// How many UTF-16 units stand before each block of the bytes of a text.
struct Units(Vec<u32>);

impl Units {
    const BLOCK: usize = 128;

    fn of(text: &str) -> Self {
        let mut count = 0;
        let before = text.as_bytes().chunks(Self::BLOCK).map(|block| {
            count += units(block);
            count
        });
        Units(std::iter::once(0).chain(before).collect())
    }

    /// How many stand before a byte of the same text.
    fn before(&self, text: &str, byte: usize) -> u32 {
        let block = byte / Self::BLOCK;
        let start = block * Self::BLOCK;
        self.0[block] + units(&text.as_bytes()[start..byte])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_utf_16() {
        for filler in ["a", "\u{e9}", "\u{20ac}", "\u{1f511}", "a\u{1f511}\u{e9}"] {
            let text = filler.repeat(200);
            let places = Units::of(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let expected = text[..byte].encode_utf16().count();
                assert_eq!(
                    places.before(&text, byte) as usize,
                    expected,
                    "{filler} {byte}"
                );
            }
        }
    }

    #[derive(serde::Serialize)]
    struct Inner<'t> {
        a: Option<&'t str>,
        b: u64,
        c: [u32; 2],
    }

    #[test]
    fn words_of_the_paste_are_places_and_others_stand_in_the_table() {
        let paste = "\u{e9}: one, two";
        let owned = "two".to_owned();
        let value = vec![
            Inner {
                a: Some(&paste[4..7]),
                b: 7,
                c: [0, u32::MAX],
            },
            Inner {
                a: Some(&owned),
                b: 1 << 32,
                c: [1, 2],
            },
            Inner {
                a: None,
                b: 0,
                c: [3, 4],
            },
        ];
        let tape = Tape::of(&value, paste).expect("a tape");
        let word = |tag, much: u32| much << BITS | tag;
        let list = word(LIST, 2);
        #[rustfmt::skip]
        let expected = [
            word(LIST, 3),
            word(OBJECT, 3), word(SLICE, 3), 3, word(NUMBER, 7), list, word(NUMBER, 0), LARGE, 0, u32::MAX,
            word(OBJECT, 3), word(TEXT, 3), LARGE, 1, 0, list, word(NUMBER, 1), word(NUMBER, 2),
            word(OBJECT, 3), 0, word(NUMBER, 0), list, word(NUMBER, 3), word(NUMBER, 4),
        ];
        assert_eq!(tape.words, expected);
        assert_eq!(tape.texts, "abctwo");
    }
}
