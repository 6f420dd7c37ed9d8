//! Walks the published shape: every field with its path ("kmsHost.requests.total"), whatever the output looks like.

use std::fmt::{self, Display};

use serde::ser::{self, Impossible, Serialize, Serializer};

/// Takes what is found.
pub trait Sink {
    /// An object begins.
    fn open(&mut self, path: &str);
    /// It ends.
    fn close(&mut self);
    /// A value.
    fn scalar(&mut self, path: &str, value: Value<'_>);
}

/// A value without inner fields.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'v> {
    Null,
    Yes(bool),
    Number(u64),
    Text(&'v str),
    Numbers(&'v [u64]),
}

/// The shape holds something that none of the published values is.
#[derive(Debug)]
pub struct NotPlain;

impl Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a plain value")
    }
}

impl std::error::Error for NotPlain {}

impl ser::Error for NotPlain {
    fn custom<T: Display>(_: T) -> Self {
        NotPlain
    }
}

/// Walks an object; its own braces are not told.
pub fn walk(value: &impl Serialize, sink: &mut dyn Sink) -> Result<(), NotPlain> {
    value.serialize(&mut Walk {
        path: String::new(),
        numbers: None,
        sink,
    })
}

struct Walk<'w> {
    path: String,
    /// The numbers of the open list.
    numbers: Option<Vec<u64>>,
    sink: &'w mut dyn Sink,
}

impl Walk<'_> {
    fn scalar(&mut self, value: Value<'_>) -> Result<(), NotPlain> {
        match (&mut self.numbers, value) {
            (None, value) => self.sink.scalar(&self.path, value),
            (Some(numbers), Value::Number(number)) => numbers.push(number),
            (Some(_), _) => return Err(NotPlain),
        }
        Ok(())
    }
}

/// Methods for what the shape does not hold.
macro_rules! not_plain {
    ($($method:ident($($type:ty),*) -> $ok:ty;)*) => {
        $(fn $method(self, $(_: $type),*) -> Result<$ok, NotPlain> { Err(NotPlain) })*
    };
}

impl<'s, 'w> Serializer for &'s mut Walk<'w> {
    type Ok = ();
    type Error = NotPlain;
    type SerializeSeq = Impossible<(), NotPlain>;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), NotPlain>;
    type SerializeTupleVariant = Impossible<(), NotPlain>;
    type SerializeMap = Impossible<(), NotPlain>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), NotPlain>;

    fn serialize_bool(self, value: bool) -> Result<(), NotPlain> {
        self.scalar(Value::Yes(value))
    }

    fn serialize_u32(self, value: u32) -> Result<(), NotPlain> {
        self.scalar(Value::Number(value.into()))
    }

    fn serialize_u64(self, value: u64) -> Result<(), NotPlain> {
        self.scalar(Value::Number(value))
    }

    fn serialize_str(self, value: &str) -> Result<(), NotPlain> {
        self.scalar(Value::Text(value))
    }

    fn serialize_none(self) -> Result<(), NotPlain> {
        self.scalar(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NotPlain> {
        value.serialize(self)
    }

    fn serialize_tuple(self, length: usize) -> Result<Self, NotPlain> {
        self.numbers = Some(Vec::with_capacity(length));
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, NotPlain> {
        if !self.path.is_empty() {
            self.sink.open(&self.path);
        }
        Ok(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), NotPlain> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), NotPlain> {
        Err(NotPlain)
    }

    not_plain! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_unit_variant(&'static str, u32, &'static str) -> ();
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}

impl ser::SerializeTuple for &mut Walk<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), NotPlain> {
        let numbers = self.numbers.take().unwrap_or_default();
        self.scalar(Value::Numbers(&numbers))
    }
}

impl ser::SerializeStruct for &mut Walk<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), NotPlain> {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(key);
        let done = value.serialize(&mut **self);
        self.path.truncate(length);
        done
    }

    fn end(self) -> Result<(), NotPlain> {
        if !self.path.is_empty() {
            self.sink.close();
        }
        Ok(())
    }
}
