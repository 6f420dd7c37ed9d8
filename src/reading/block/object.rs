//! What an object is, by the properties that it has: other tools' objects have names, descriptions and IDs, too.
//!
//! Source of the properties: the output grammar (section 12) and the reference of the OSLicense module
//! (learn.microsoft.com/powershell/module/oslicense, September 2026).

use std::borrow::Cow;

use super::{Words, one_line};
use crate::{
    id::guid,
    reading::{
        Producer,
        label::{self, Dialect, Field},
        value,
    },
};

/// One object that a block lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object<'t> {
    /// First line, 1-based.
    pub first_line: u32,
    /// Last line, 1-based.
    pub last_line: u32,
    /// Property and value, as text without quotes, and the line that they stand on. A null is "".
    pub properties: Vec<(Words<'t>, Words<'t>, u32)>,
}

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A licence.
    Product,
    /// The licensing service: what holds for the machine.
    Service,
    /// What a command of the OSLicense module met.
    Outcome,
    /// Of the same tools, but nothing that a reading has a place for: token licences, activation objects.
    Aside,
    /// Another tool's.
    Other,
}

impl<'t> Object<'t> {
    /// The value of a property, whatever the case of its name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.properties
            .iter()
            .find(|(known, ..)| known.eq_ignore_ascii_case(name))
            .map(|(_, value, _)| &**value)
    }

    /// Adds a property that stands on `line`.
    pub fn push(&mut self, name: Words<'t>, value: Words<'t>, line: u32) {
        self.properties.push((name, value, line));
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        let class = self.get("__CLASS").or_else(|| self.get("CimClass"));
        let is_class = |part: &str| class.is_some_and(|class| class.contains(part));
        if class.is_some_and(|class| !class.is_empty())
            && !is_class("SoftwareLicensing")
            && !is_class("OfficeSoftwareProtection")
        {
            return Kind::Other;
        }
        let has = |name: &str| self.get(name).is_some();
        let code = has("ErrorCode");
        if has("Success") && (code || has("Operation")) || code && has("ErrorMessage") {
            return Kind::Outcome;
        }
        let of_token = |name: &str| label::is_beginning("TokenBasedActivation", name);
        let object_class = self.get("ObjectClass").unwrap_or_default();
        if has("ILID") && has("ILvID")
            || self.properties.iter().any(|(name, ..)| of_token(name))
            || object_class.contains("msSPP-ActivationObject")
        {
            return Kind::Aside;
        }
        let (mut tells, mut marked, mut service) = (false, false, false);
        for (name, value, _) in &self.properties {
            let Some(field) = field(name) else { continue };
            tells |= tells_product(field, name, value);
            marked |= is_of_product(field);
            service |= is_of_service(field);
        }
        if tells {
            Kind::Product
        } else if (service && !marked) || is_class("LicensingService") {
            Kind::Service
        } else {
            Kind::Other
        }
    }

    /// Whether only the OSLicense module prints such an object.
    pub fn is_of_oslicense(&self) -> bool {
        matches!(self.kind(), Kind::Outcome | Kind::Aside)
            || self.properties.iter().any(|(name, ..)| {
                // slmgr-ps writes "ActivationId".
                *name == "ActivationID" || name.eq_ignore_ascii_case("ForestInstallationId")
            })
    }
}

/// What printed these objects; `None` where another tool did.
pub fn producer(objects: &[Object<'_>]) -> Option<Producer> {
    if objects.iter().all(|object| object.kind() == Kind::Other) {
        return None;
    }
    let of_module = objects.iter().any(Object::is_of_oslicense);
    Some(if of_module {
        Producer::Oslicense
    } else {
        Producer::Cim
    })
}

/// The field that a property holds, whatever the case of its name.
pub fn field(name: &str) -> Option<Field> {
    // Who makes up a heading of several words means the same property.
    if name.contains(' ') {
        return field(&name.replace(' ', ""));
    }
    label::field(name, true)
        .filter(|(_, dialect)| *dialect == Dialect::Cim)
        .map(|(field, _)| field)
}

/// Whether a name stands in the objects of these tools: as a field, or in what a command of the OSLicense module gives back.
pub fn is_known(name: &str) -> bool {
    const OTHERS: [&str; 5] = ["Success", "ErrorCode", "ErrorMessage", "ILID", "ILvID"];
    field(name).is_some() || OTHERS.iter().any(|other| other.eq_ignore_ascii_case(name))
}

/// Whether a property without a field is known to stand in such objects.
pub fn is_expected(name: &str) -> bool {
    const BEGINNINGS: [&str; 14] = [
        "__",
        "Cim",
        "PS",
        "RunspaceId",
        "Subscription",
        "TokenBased",
        "OA2x",
        "OA3x",
        "Node",
        "Options",
        "ClassPath",
        "Properties",
        "SystemProperties",
        "Qualifiers",
    ];
    let others = ["Site", "Container", "Path", "Count", "ProductKey"];
    BEGINNINGS
        .iter()
        .any(|begin| label::is_beginning(begin, name))
        || others.iter().any(|other| name.eq_ignore_ascii_case(other))
}

/// A property that stands for a field that is shared with other tools proves nothing by its name alone.
fn tells_product(field: Field, name: &str, words: &str) -> bool {
    match field {
        Field::Name => {
            words.contains("Windows(R)")
                || words.contains("Windows Server(R)")
                || (words.contains(", ") && words.ends_with(" edition"))
        }
        Field::Description => words.ends_with(" channel"),
        Field::ActivationId => name.len() > 2 && guid::parse(words).is_ok(),
        Field::LicenseStatus => value::license_status(words).is_some(),
        Field::InstallationId => name.len() > "InstallationId".len(),
        // The applications of the licensing service: Windows, Office 2010, and Office since.
        Field::ApplicationId => ["55c92734", "59a52881", "0ff1ce1"]
            .iter()
            .any(|begin| label::is_beginning(begin, words)),
        _ => is_of_product(field),
    }
}

/// Whether only a product has the field.
fn is_of_product(field: Field) -> bool {
    use Field as F;
    matches!(
        field,
        F::Name
            | F::Description
            | F::ActivationId
            | F::ApplicationId
            | F::InstallationId
            | F::LicenseStatus
            | F::LicenseFamily
            | F::PartialProductKey
            | F::ProductKeyChannel
            | F::ExtendedPid
            | F::ProductId
            | F::NotificationReason
            | F::GraceMinutes
            | F::EvaluationEndDate
            | F::TrustedTime
            | F::SkuRearmCount
            | F::AppRearmCount
            | F::UseLicenseUrl
            | F::ValidationUrl
            | F::ProcessorCertificateUrl
            | F::MachineCertificateUrl
            | F::ProductKeyCertificateUrl
            | F::ObjectName
            | F::ObjectDn
            | F::ObjectExtendedPid
            | F::ObjectActivationId
            | F::ActivationTypeEnabled
    )
}

/// Whether the licensing service has the field, and few others have.
fn is_of_service(field: Field) -> bool {
    use Field as F;
    matches!(
        field,
        F::ServiceOnly
            | F::ListeningPort
            | F::DnsPublishing
            | F::LowPriority
            | F::ServiceHostCaching
            | F::ClientMachineId
            | F::RegisteredHost
            | F::RegisteredPort
            | F::LookupDomain
            | F::WindowsRearmCount
            | F::CurrentCount
            | F::RequestsTotal
            | F::RequestsFailed
            | F::RequestsUnlicensed
            | F::RequestsLicensed
            | F::RequestsInitialGrace
            | F::RequestsExpired
            | F::RequestsNonGenuine
            | F::RequestsNotification
    )
}

/// What is told of a property that is not understood.
pub fn unknown<'t>(name: &str, value: &str) -> Words<'t> {
    Cow::Owned(one_line(&[name, ": ", value].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_told_by_their_properties() {
        for (properties, expected) in [
            ("Name=Windows(R), Core edition", Kind::Product),
            (
                "Name=Office 16, Office16ProPlusVL_MAK_AE edition",
                Kind::Product,
            ),
            ("Name=left-pad;Description=pads;ID=1;Version=1", Kind::Other),
            (
                "Description=Windows(R) Operating System, RETAIL channel",
                Kind::Product,
            ),
            ("ID=73111121-5638-40f6-bc11-f1d7b0d64300", Kind::Other),
            (
                "ActivationId=73111121-5638-40f6-bc11-f1d7b0d64300",
                Kind::Product,
            ),
            (
                "ApplicationId=0f0f0f0f-0000-4000-8000-000000000000;Name=a",
                Kind::Other,
            ),
            (
                "ApplicationId=55c92734-d682-4d71-983e-d6ec3f16059f",
                Kind::Product,
            ),
            ("licensestatus=1", Kind::Product),
            ("LicenseStatus=active;Name=a", Kind::Other),
            ("PartialProductKey=", Kind::Product),
            ("PartialProductKey=;__CLASS=Win32_Product", Kind::Other),
            ("Version=1;__CLASS=SoftwareLicensingService", Kind::Service),
            ("Version=1", Kind::Other),
            (
                "KeyManagementServiceMachine=a;KeyManagementServicePort=1",
                Kind::Service,
            ),
            (
                "KeyManagementServiceMachine=a;LicenseStatus=1",
                Kind::Product,
            ),
            ("Success=True;Operation=Rearm", Kind::Outcome),
            ("ErrorCode=1;ErrorMessage=a", Kind::Outcome),
            ("Success=True", Kind::Other),
            ("ILID=a;ILVID=1;Description=b", Kind::Aside),
        ] {
            let mut object = Object::default();
            for property in properties.split(';') {
                let (name, value) = property.split_once('=').expect("a pair");
                object.push(name.into(), value.into(), 1);
            }
            assert_eq!(object.kind(), expected, "{properties}");
        }
    }
}
