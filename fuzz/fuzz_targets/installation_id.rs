//! The digits of an Installation ID are as good as the text.
#![no_main]

use activation_desk::id::installation_id::{Inspection, digits, inspect};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let found = inspect(text);
    assert!(!found.to_string().is_empty());
    let plain = digits(text);
    assert!(plain.bytes().all(|byte| byte.is_ascii_digit()));
    assert_eq!(digits(&plain), plain);
    if let Inspection::Groups(groups) = &found {
        let joined: String = groups.groups().iter().map(|group| &*group.digits).collect();
        assert_eq!(joined, plain);
        assert_eq!(inspect(&plain), found);
        assert_eq!(groups.all_hold(), groups.failing().next().is_none());
    }
});
