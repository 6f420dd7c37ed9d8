//! KMS hosts.

use super::support::{commands, has, told};

fn host(count: u32) -> String {
    format!(
        "Name: Windows(R), ServerStandard edition\nDescription: Windows(R) Operating System, VOLUME_KMS_2012-R2 channel
License Status: Licensed\n\nKey Management Service is enabled on this machine\n    Current count: {count}\n    Listening on Port: 1688\n"
    )
}

fn office_host(count: u32) -> String {
    format!(
        "Name: Office 16, Office16KMSHostVL_KMS_Host edition\nDescription: Office 16, VOLUME_KMS channel
License Status: Licensed\n\nKey Management Service is enabled on this machine\n    Current count: {count}\n"
    )
}

#[test]
fn a_count_below_the_threshold() {
    assert_eq!(
        told(&host(4), "host-count-too-low"),
        "blocks shown [6]: This KMS host has counted 4 computers. It activates servers from 5 and Windows clients from 25 on, so nobody yet."
    );
    assert_eq!(
        told(&host(24), "host-count-too-low"),
        "act-soon shown [6]: This KMS host has counted 24 computers: enough for servers (5), too few for Windows clients (25)."
    );
    assert_eq!(
        told(&office_host(4), "host-count-too-low"),
        "blocks shown [6]: This KMS host has counted 4 computers with this Office. It activates none before 5."
    );
    for enough in [host(25), host(50), office_host(5), host(0)] {
        assert!(!has(&enough, "host-count-too-low"), "{enough}");
    }
    assert!(commands(&host(4), "host-count-too-low").contains("12290"));
}
