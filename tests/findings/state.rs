//! License states.

use super::support::{codes, told};

#[test]
fn nothing_to_do() {
    let client = "Name: Windows(R), Professional edition\nDescription: Windows(R) Operating System, VOLUME_KMSCLIENT channel
License Status: Licensed\nVolume activation expiration: 250000 minute(s) (173 day(s))\n";
    assert_eq!(codes(client), ["healthy"]);
    assert_eq!(
        told(client, "healthy"),
        "healthy shown [3, 4]: Activated by a KMS host for another 173 days, 14 hours. It renews by itself: nothing to do."
    );
    let retail = "Name: Windows(R), Professional edition\nDescription: Windows(R) Operating System, RETAIL channel\nLicense Status: Licensed\n";
    assert_eq!(
        told(retail, "healthy"),
        "healthy shown [3]: Activated. Nothing to do."
    );
}
