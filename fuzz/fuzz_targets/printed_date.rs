//! Dates that are certain print back.
#![no_main]

use activation_desk::id::printed_date::{PrintedDate, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match read(text) {
        PrintedDate::Certain(moment) => {
            let (date, time) = (moment.date(), moment.time());
            assert!(date.year() > 1601);
            let printed = format!(
                "{:04}-{:02}-{:02} {:02}:{:02}:{:02}",
                date.year(),
                u8::from(date.month()),
                date.day(),
                time.hour(),
                time.minute(),
                time.second()
            );
            match read(&printed) {
                PrintedDate::Certain(again) => assert_eq!(
                    (again.date(), again.hour(), again.second()),
                    (date, time.hour(), time.second())
                ),
                other => panic!("{printed}: {other:?}"),
            }
        }
        PrintedDate::Ambiguous {
            month_first,
            day_first,
        } => {
            assert_ne!(month_first, day_first);
            assert_eq!(
                (month_first.month() as u8, month_first.day()),
                (day_first.day(), day_first.month() as u8)
            );
        }
        PrintedDate::Unset | PrintedDate::Unreadable => {}
    }
});
