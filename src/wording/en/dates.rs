//! Dates that nobody can misread: the month is a word, the hour runs to 24.

use time::{Date, PrimitiveDateTime};

/// "31 January 2026".
pub fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), date.month(), date.year())
}

/// "31 January 2026, 09:30".
pub fn moment(moment: PrimitiveDateTime) -> String {
    format!(
        "{}, {:02}:{:02}",
        day(moment.date()),
        moment.hour(),
        moment.minute()
    )
}

/// "2026-01-31T09:30": the form of a date and time input.
pub fn iso(moment: PrimitiveDateTime) -> String {
    let date = moment.date();
    let (year, month, day) = (date.year(), u8::from(date.month()), date.day());
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}",
        moment.hour(),
        moment.minute()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::printed_date::{PrintedDate, read};

    #[test]
    fn written_dates_read_back() {
        let PrintedDate::Certain(at) = read("2026-01-31 18:05:09") else {
            panic!("year first is certain")
        };
        assert_eq!(moment(at), "31 January 2026, 18:05");
        assert_eq!(iso(at), "2026-01-31T18:05");
        assert_eq!(day(at.date()), "31 January 2026");
    }
}
