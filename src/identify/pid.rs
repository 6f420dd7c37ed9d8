//! Extended PIDs: the parts looked up, and what is unusual about the whole.

use time::Date;

use crate::{
    id::extended_pid::{self, ExtendedPid, ExtendedPidError, Part},
    kb,
};

/// What is known of an Extended PID.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The text, dashes and blanks put right.
    pub text: String,
    /// Why it can't be taken apart.
    pub trouble: Option<ExtendedPidError>,
    /// The parts with what they stand for, in order; those that do not fit are in `odd`.
    pub parts: Vec<Piece>,
    /// The parts that do not fit, in order: sentences come from [`extended_pid::OddPart`].
    pub odd: Vec<(Part, String)>,
    /// The day that it carries.
    pub key_date: Option<Date>,
    /// What is unusual. None of it proves anything.
    pub unusual: Vec<Unusual>,
}

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Which one.
    pub part: PieceKind,
    /// As it stands there.
    pub value: String,
    /// What it stands for, where the knowledge base has it.
    pub meaning: Meaning,
}

/// The parts; the two halves of the serial number are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // see `ExtendedPid`
pub enum PieceKind {
    Platform,
    Group,
    Serial,
    ChannelCode,
    Language,
    Build,
    KeyDate,
}

/// What a part stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// Nothing is known of the value.
    Unknown,
    /// The part says all by itself (serial number).
    Itself,
    /// Platform, group, channel code.
    Known(&'static kb::extended_pid::Piece),
    /// Language.
    Language(&'static kb::lcid::Lcid),
    /// Build.
    Build(&'static kb::build::Build),
    /// The day.
    Day(Date),
}

/// What is unusual about an Extended PID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusual {
    /// Its day is still to come.
    Future {
        /// The day that it carries.
        date: Date,
        /// The day on which it is asked.
        now: Date,
    },
    /// Its day is before Windows Vista, which brought these IDs.
    BeforeVista(Date),
    /// The build is older than the generation of its key.
    BuildBeforePlatform {
        /// The build that it carries.
        build: u32,
        /// The first build of the generation.
        first: u32,
    },
    /// Six equal digits, as in numbers that somebody made up.
    RepeatedSerial,
}

impl PieceKind {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            PieceKind::Platform => "platform",
            PieceKind::Group => "group",
            PieceKind::Serial => "serial",
            PieceKind::ChannelCode => "channelCode",
            PieceKind::Language => "language",
            PieceKind::Build => "build",
            PieceKind::KeyDate => "keyDate",
        }
    }
}

/// Looks at a text that should be one Extended PID. Breaks inside it are closed.
pub fn look(text: &str, now: Option<Date>) -> Finding {
    let compact: String = text
        .chars()
        .filter(|&c| !crate::id::shape::is_blank(c))
        .collect();
    let (text, pid) = match extended_pid::parse(text) {
        Ok(pid) if pid.is_whole() => (text, Ok(pid)),
        other => match extended_pid::parse(&compact) {
            Ok(pid) => (compact.as_str(), Ok(pid)),
            Err(_) => (text, other),
        },
    };
    match pid {
        Ok(pid) => Finding {
            text: written(text),
            trouble: None,
            parts: parts(&pid),
            odd: pid
                .odd
                .iter()
                .map(|odd| (odd.part, odd.found.to_owned()))
                .collect(),
            key_date: pid.key_date,
            unusual: unusual(&pid, now),
        },
        Err(why) => Finding {
            text: written(text),
            trouble: Some(why),
            parts: Vec::new(),
            odd: Vec::new(),
            key_date: None,
            unusual: Vec::new(),
        },
    }
}

/// With plain hyphens and no blanks.
fn written(text: &str) -> String {
    text.chars()
        .filter(|&c| !crate::id::shape::is_blank(c))
        .map(|c| if crate::id::shape::is_dash(c) { '-' } else { c })
        .collect()
}

fn parts(pid: &ExtendedPid<'_>) -> Vec<Piece> {
    let looked_up = |known: Option<&'static kb::extended_pid::Piece>| {
        known.map_or(Meaning::Unknown, Meaning::Known)
    };
    let mut parts = Vec::new();
    let mut add = |part, value: Option<String>, meaning| {
        parts.extend(value.map(|value| Piece {
            part,
            value,
            meaning,
        }));
    };
    let own = |value: Option<&str>| value.map(str::to_owned);
    add(
        PieceKind::Platform,
        own(pid.platform),
        looked_up(pid.platform.and_then(kb::extended_pid::platform)),
    );
    add(
        PieceKind::Group,
        own(pid.group),
        looked_up(pid.group.and_then(kb::extended_pid::group)),
    );
    add(PieceKind::Serial, pid.serial(), Meaning::Itself);
    add(
        PieceKind::ChannelCode,
        own(pid.channel_code),
        looked_up(pid.channel_code.and_then(kb::extended_pid::channel_code)),
    );
    add(
        PieceKind::Language,
        pid.lcid.map(|lcid| lcid.to_string()),
        pid.lcid
            .and_then(kb::lcid::find)
            .map_or(Meaning::Unknown, Meaning::Language),
    );
    add(
        PieceKind::Build,
        pid.build.map(|build| build.to_string()),
        pid.build
            .and_then(kb::build::find)
            .map_or(Meaning::Unknown, Meaning::Build),
    );
    add(
        PieceKind::KeyDate,
        pid.key_date
            .map(|date| format!("{:03}{}", date.ordinal(), date.year())),
        pid.key_date.map_or(Meaning::Unknown, Meaning::Day),
    );
    parts
}

/// The first build of the generation that a platform code stands for, as the sources of `data/extended-pid.toml` have it.
const FIRST_BUILDS: [(&str, u32); 4] = [
    ("03612", 10240),
    ("05426", 9200),
    ("06401", 9600),
    ("55041", 6000),
];

/// 9200 is what newer Windows reports to programs without a newer manifest: it contradicts nothing.
const ANY: u32 = 9200;

fn unusual(pid: &ExtendedPid<'_>, now: Option<Date>) -> Vec<Unusual> {
    let mut unusual = Vec::new();
    if let Some(date) = pid.key_date {
        // A clock in another time zone may be a day ahead.
        if let Some(now) = now.filter(|now| now.next_day().is_some_and(|tomorrow| date > tomorrow))
        {
            unusual.push(Unusual::Future { date, now });
        }
        if date.year() < 2006 {
            unusual.push(Unusual::BeforeVista(date));
        }
    }
    let first = pid
        .platform
        .and_then(|platform| FIRST_BUILDS.iter().find(|(own, _)| *own == platform));
    if let (Some(&(_, first)), Some(build)) = (first, pid.build)
        && build < first
        && build != ANY
    {
        unusual.push(Unusual::BuildBeforePlatform { build, first });
    }
    if let Some(lower) = pid.serial_lower {
        let first = &lower[..1];
        if first != "0" && lower.chars().all(|c| lower.starts_with(c)) {
            unusual.push(Unusual::RepeatedSerial);
        }
    }
    unusual
}
