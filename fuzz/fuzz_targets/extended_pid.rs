//! Whole Extended PIDs print back.
#![no_main]

use activation_desk::id::extended_pid;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let pid = match extended_pid::parse(text) {
        Ok(pid) => pid,
        Err(error) => return drop(error.to_string()),
    };
    let told: Vec<String> = pid.odd.iter().map(ToString::to_string).collect();
    assert_eq!(told.is_empty(), pid.is_whole());
    if !pid.is_whole() {
        return;
    }
    let date = pid.key_date.expect("whole");
    let printed = format!(
        "{}-{}-{}-{}-{}-{:04}-{:04}.0000-{:03}{:04}",
        pid.platform.expect("whole"),
        pid.group.expect("whole"),
        pid.serial_upper.expect("whole"),
        pid.serial_lower.expect("whole"),
        pid.channel_code.expect("whole"),
        pid.lcid.expect("whole"),
        pid.build.expect("whole"),
        date.ordinal(),
        date.year(),
    );
    let again = extended_pid::parse(&printed).expect("what is printed parses");
    assert_eq!(
        (again.serial(), again.lcid, again.build, again.key_date),
        (pid.serial(), pid.lcid, pid.build, pid.key_date)
    );
    assert!(again.is_whole());
});
