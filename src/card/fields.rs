//! Which article of the knowledge base tells more of a field.

/// The article on the field with this key; `None` where its meaning is all there is to tell.
///
/// ```
/// use activation_desk::{card::article_of, kb::article};
/// let key = article_of("kmsHost.currentCount").unwrap();
/// assert_eq!(article::find(key).unwrap().title, "Current count of a KMS host");
/// ```
pub fn article_of(key: &str) -> Option<&'static str> {
    let known = ARTICLES.iter().find(|(field, _)| {
        // A field's name, or the beginning of several.
        *field == key || (field.ends_with('.') && key.starts_with(field))
    });
    known.map(|(_, article)| *article)
}

const ARTICLES: [(&str, &str); 35] = [
    ("activationId", "term-activation-id"),
    ("applicationId", "term-application-id"),
    ("extendedPid", "term-extended-pid"),
    ("extendedPid.", "term-extended-pid"),
    ("productId", "term-product-id"),
    ("productKeyChannel", "term-product-key"),
    ("installationId", "term-installation-id"),
    ("partialProductKey", "term-key-ending"),
    ("useLicenseUrl", "network-proxy"),
    ("trustedTime", "term-trusted-time"),
    ("evaluationEndDate", "channel-evaluation"),
    ("reasonCode", "term-notification-reason"),
    ("inUse", "term-not-in-use"),
    ("minutesRemaining", "term-lease"),
    ("remainingWindowsRearmCount", "term-rearm"),
    ("remainingSkuRearmCount", "slmgr-rearm-sku"),
    ("remainingAppRearmCount", "slmgr-rearm-app"),
    ("configuredActivationType", "slmgr-act-type"),
    ("kmsHost.currentCount", "term-kms-count"),
    ("kmsHost.port", "port-1688"),
    ("kmsHost.dnsPublishing", "dns-publishing"),
    ("kmsHost.priority", "registry-enablekmslowpriority"),
    ("kmsHost.requests.", "term-cumulative-requests"),
    ("kmsClient.clientMachineId", "term-cmid"),
    ("kmsClient.hostFromDns", "dns-client-search-order"),
    ("kmsClient.registeredHost", "slmgr-skms"),
    ("kmsClient.lookupDomain", "slmgr-skms-domain"),
    ("kmsClient.hostIpAddress", "dns-client-search-order"),
    ("kmsClient.hostExtendedPid", "term-extended-pid"),
    (
        "kmsClient.activationIntervalMinutes",
        "term-activation-interval",
    ),
    ("kmsClient.renewalIntervalMinutes", "term-renewal"),
    ("kmsClient.hostCaching", "dns-host-caching"),
    ("adActivation.objectName", "term-activation-object"),
    ("adActivation.", "term-ad-based-activation"),
    ("service.version", "term-service-version"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{kb::article, wording::fields::KEYS};

    #[test]
    fn every_field_and_every_article_is_known_and_none_is_hidden_by_another() {
        for (field, key) in ARTICLES {
            assert!(article::find(key).is_some(), "{key}");
            let meant = |other: &&str| {
                **other == *field || (field.ends_with('.') && other.starts_with(field))
            };
            assert!(KEYS.iter().any(meant), "{field}");
            if !field.ends_with('.') {
                assert_eq!(article_of(field), Some(key));
            }
        }
        assert_eq!(article_of("name"), None);
        assert_eq!(article_of("extendedPid.build"), Some("term-extended-pid"));
    }
}
