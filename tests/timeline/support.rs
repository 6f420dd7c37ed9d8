//! Shared: reads a paste and looks at the timeline of its first product.

use activation_desk::{
    ReadOptions,
    phrase::Redact,
    read_with,
    timeline::{Event, Timeline, TimelineOptions, timeline, timeline_with},
    wording::dates,
};
use time::{Date, Duration, Month, PrimitiveDateTime, Time};

/// A moment of a day.
pub fn at(year: i32, month: u8, day: u8, hour: u8, minute: u8) -> PrimitiveDateTime {
    let month = Month::try_from(month).expect("a month");
    let date = Date::from_calendar_date(year, month, day).expect("a day");
    PrimitiveDateTime::new(date, Time::from_hms(hour, minute, 0).expect("a time"))
}

/// The timeline of the first product.
#[track_caller]
pub fn of(paste: &str, now: Option<PrimitiveDateTime>) -> Timeline {
    let reading = read_with(paste, ReadOptions { spans: true });
    timeline(&reading, 0, now).expect("a product")
}

/// Its sentence.
#[track_caller]
pub fn sentence(paste: &str, now: Option<PrimitiveDateTime>) -> String {
    of(paste, now).sentence.plain(Redact::No)
}

/// Its events, one a line: kind, date, whether it is known, which way it lies, label.
#[track_caller]
pub fn events(paste: &str, now: Option<PrimitiveDateTime>) -> Vec<String> {
    of(paste, now).events.iter().map(event).collect()
}

fn event(event: &Event) -> String {
    let side = match event.ahead {
        Some(true) => "ahead",
        Some(false) => "past",
        None => "?",
    };
    format!(
        "{} | {} | {} {side} | {} | {:?}",
        event.kind.name(),
        event.when.plain(Redact::No),
        event.dating.name(),
        event.label.plain(Redact::No),
        event.lines,
    )
}

/// Moves `now` day by day from the noon of the printing on: the sentence at the beginning and wherever it changes, with the day.
#[track_caller]
pub fn life(paste: &str, printed: PrimitiveDateTime, days: i64) -> Vec<(String, String)> {
    let reading = read_with(paste, ReadOptions { spans: true });
    let noon = PrimitiveDateTime::new(printed.date(), Time::from_hms(12, 0, 0).expect("noon"));
    let mut told: Vec<(String, String)> = Vec::new();
    for day in 0..=days {
        let now = noon + Duration::days(day);
        let options = TimelineOptions {
            now: Some(now),
            printed_at: Some(printed),
        };
        let timeline = timeline_with(&reading, 0, &options).expect("a product");
        let sentence = timeline.sentence.plain(Redact::No);
        if told.last().is_none_or(|(_, last)| *last != sentence) {
            told.push((dates::day(now.date()), sentence));
        }
    }
    told
}

/// Asserts days and sentences of a life.
#[track_caller]
pub fn lives(told: &[(String, String)], expected: &[(&str, &str)]) {
    let told: Vec<(&str, &str)> = told
        .iter()
        .map(|(day, sentence)| (day.as_str(), sentence.as_str()))
        .collect();
    assert_eq!(told, expected, "\n{told:#?}");
}

/// A paste of a product.
pub fn paste(name: &str, description: &str, rest: &str) -> String {
    format!("Name: {name}\nDescription: {description}\n{rest}")
}

pub fn windows_7(rest: &str) -> String {
    paste(
        "Windows(R) 7, Enterprise edition",
        "Windows Operating System - Windows(R) 7, VOLUME_KMSCLIENT channel",
        rest,
    )
}

pub fn windows_11(rest: &str) -> String {
    let paste = paste(
        "Windows(R), Enterprise edition",
        "Windows(R) Operating System, VOLUME_KMSCLIENT channel",
        rest,
    );
    format!("Software licensing service version: 10.0.26100.1742\n{paste}")
}

pub fn office(rest: &str) -> String {
    format!(
        "---Processing--------------------------\n---------------------------------------\nLICENSE NAME: Office 24, Office24ProPlus2024VL_KMS_Client_AE edition
LICENSE DESCRIPTION: Office 24, VOLUME_KMSCLIENT channel\n{rest}\n---------------------------------------\n---Exiting-----------------------------\n"
    )
}
