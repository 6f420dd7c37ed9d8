//! Labels, states and sentences of slmgr.vbs in other languages, as far as they were really seen. Everything else is recognised
//! by its shape (`anchor`).
//!
//! Sources: public scripts and notes that read such output, gathered for this project: MichaelSchoenburg/Check-WindowsLizenz
//! (German), collectors and tests for Spanish, Korean and Russian Windows, a whole Chinese paste of 2020. What only a script
//! of doubtful origin compares against is left out.

use super::Field;
use crate::{reading::ExpiryKind, state::LicenseStatus};

/// A language, by its two letters.
pub type Language = &'static str;

/// Label and field. German prints one label for both rearm counts: the first is Windows', the second the SKU's.
const LABELS: [(Language, &str, Field); 55] = [
    ("de", "Lizenzstatus", Field::StateInWords),
    ("de", "Benachrichtigungsgrund", Field::NotificationReason),
    (
        "de",
        "Ablauf der zeitbegrenzten Aktivierung",
        Field::MinutesLeft,
    ),
    (
        "de",
        "Verbleibende Windows Rearm-Anzahl",
        Field::WindowsRearmCount,
    ),
    ("de", "Product Key-Kanal", Field::ProductKeyChannel),
    (
        "es",
        "Versión del Servicio de licencias de software",
        Field::ServiceVersion,
    ),
    ("es", "Nombre", Field::Name),
    ("es", "Descripción", Field::Description),
    ("es", "Id. de activación", Field::ActivationId),
    ("es", "Id. de aplicación", Field::ApplicationId),
    ("es", "PID extendido", Field::ExtendedPid),
    ("es", "Canal de clave de producto", Field::ProductKeyChannel),
    ("es", "Id. de instalación", Field::InstallationId),
    ("es", "URL de la licencia de uso", Field::UseLicenseUrl),
    ("es", "URL de validación", Field::ValidationUrl),
    ("es", "Clave de producto parcial", Field::PartialProductKey),
    ("es", "Estado de la licencia", Field::StateInWords),
    ("es", "Estado de licencia", Field::StateInWords),
    ("es", "Razón de la notificación", Field::NotificationReason),
    (
        "es",
        "Recuento de rearmado de Windows restante",
        Field::WindowsRearmCount,
    ),
    (
        "es",
        "Recuento de rearmados de SKU restantes",
        Field::SkuRearmCount,
    ),
    ("es", "Hora de confianza", Field::TrustedTime),
    ("ko", "정품 인증 ID", Field::ActivationId),
    ("ko", "설치 ID", Field::InstallationId),
    ("ko", "부분 제품 키", Field::PartialProductKey),
    ("ko", "라이선스 상태", Field::StateInWords),
    ("ru", "Состояние лицензии", Field::StateInWords),
    ("ru", "Частичный ключ продукта", Field::PartialProductKey),
    ("zh", "软件授权服务版本", Field::ServiceVersion),
    ("zh", "软件授权服务器版本", Field::ServiceVersion),
    ("zh", "名称", Field::Name),
    ("zh", "描述", Field::Description),
    ("zh", "激活 ID", Field::ActivationId),
    ("zh", "应用程序 ID", Field::ApplicationId),
    ("zh", "扩展 PID", Field::ExtendedPid),
    ("zh", "产品密钥通道", Field::ProductKeyChannel),
    ("zh", "安装 ID", Field::InstallationId),
    ("zh", "部分产品密钥", Field::PartialProductKey),
    ("zh", "许可证状态", Field::StateInWords),
    ("zh", "批量激活过期", Field::VolumeInWords),
    ("zh", "剩余 Windows 重置计数", Field::WindowsRearmCount),
    ("zh", "剩余 SKU 重置计数", Field::SkuRearmCount),
    ("zh", "信任时间", Field::TrustedTime),
    ("zh", "已配置的激活类型", Field::ConfiguredActivationType),
    ("zh", "最新激活信息", Field::Other),
    ("zh", "客户端计算机 ID (CMID)", Field::ClientMachineId),
    ("zh", "来自 DNS 的 KMS 计算机名称", Field::HostFromDns),
    ("zh", "KMS 计算机 IP 地址", Field::HostIpAddress),
    ("zh", "KMS 计算扩展的 PID", Field::HostExtendedPid),
    ("zh", "KMS 计算机扩展的 PID", Field::HostExtendedPid),
    ("zh", "激活时间间隔", Field::ActivationInterval),
    ("zh", "续订间隔", Field::RenewalInterval),
    // The same where the blank between the scripts was lost.
    ("zh", "激活ID", Field::ActivationId),
    ("zh", "安装ID", Field::InstallationId),
    ("zh", "扩展PID", Field::ExtendedPid),
];

/// The words of states.
const STATES: [(Language, &str, LicenseStatus); 9] = [
    ("de", "Lizenziert", LicenseStatus::Licensed),
    ("de", "Benachrichtigung", LicenseStatus::Notification),
    ("es", "con licencia", LicenseStatus::Licensed),
    ("ko", "사용 허가됨", LicenseStatus::Licensed),
    ("ru", "имеет лицензию", LicenseStatus::Licensed),
    ("zh", "已授权", LicenseStatus::Licensed),
    ("zh", "未授权", LicenseStatus::Unlicensed),
    ("zh", "通知", LicenseStatus::Notification),
    ("zh", "初始宽限期", LicenseStatus::OobGrace),
];

/// Sentences of /xpr: what stands before the date, what behind it, and what it says.
type Sentence = (
    Language,
    &'static str,
    &'static str,
    LicenseStatus,
    Option<ExpiryKind>,
);

const SENTENCES: [Sentence; 14] = [
    (
        "de",
        "Der Computer ist permanent aktiviert",
        "",
        LicenseStatus::Licensed,
        None,
    ),
    (
        "de",
        "Windows befindet sich im Benachrichtigungsmodus",
        "",
        LicenseStatus::Notification,
        None,
    ),
    (
        "ru",
        "Не имеет лицензии",
        "",
        LicenseStatus::Unlicensed,
        None,
    ),
    (
        "ru",
        "Срок истечения многопользовательской активации",
        "",
        LicenseStatus::Licensed,
        Some(ExpiryKind::Volume),
    ),
    (
        "ru",
        "Срок истечения активации по времени",
        "",
        LicenseStatus::Licensed,
        Some(ExpiryKind::Timebased),
    ),
    (
        "ru",
        "Постоянная активация прошла успешно",
        "",
        LicenseStatus::Licensed,
        None,
    ),
    (
        "ru",
        "Срок окончания начального льготного периода",
        "",
        LicenseStatus::OobGrace,
        Some(ExpiryKind::Grace),
    ),
    (
        "ru",
        "Срок окончания дополнительного льготного периода",
        "",
        LicenseStatus::OotGrace,
        Some(ExpiryKind::Grace),
    ),
    (
        "ru",
        "Срок окончания льготного периода для неподлинной версии",
        "",
        LicenseStatus::NonGenuineGrace,
        Some(ExpiryKind::Grace),
    ),
    (
        "ru",
        "Windows находится в режиме уведомления",
        "",
        LicenseStatus::Notification,
        None,
    ),
    (
        "ru",
        "Срок окончания расширенного льготного периода",
        "",
        LicenseStatus::ExtendedGrace,
        Some(ExpiryKind::Grace),
    ),
    (
        "zh",
        "批量激活将于 ",
        " 过期",
        LicenseStatus::Licensed,
        Some(ExpiryKind::Volume),
    ),
    ("zh", "计算机已永久激活", "", LicenseStatus::Licensed, None),
    (
        "zh",
        "此计算机已永久激活",
        "",
        LicenseStatus::Licensed,
        None,
    ),
];

/// The field that a translated label names, and the language.
pub fn field(label: &str) -> Option<(Field, Language)> {
    LABELS
        .iter()
        .find(|(_, known, _)| *known == label)
        .map(|(language, _, field)| (*field, *language))
}

/// The state that a translated word names.
pub fn state(word: &str) -> Option<LicenseStatus> {
    let word = word.trim_end_matches(['.', '。']);
    STATES
        .iter()
        .find(|(_, known, _)| {
            *known == word || (word.is_ascii() && known.eq_ignore_ascii_case(word))
        })
        .map(|(.., state)| *state)
}

/// What a translated sentence of /xpr says: state, what runs out, the date as printed.
pub fn sentence(line: &str) -> Option<(Language, LicenseStatus, Option<ExpiryKind>, Option<&str>)> {
    SENTENCES
        .iter()
        .find_map(|(language, before, behind, state, kind)| {
            let rest = line.strip_prefix(before)?.trim_end_matches(['.', '。']);
            let date = rest.strip_suffix(behind)?.trim_start_matches(':').trim();
            (kind.is_some() != date.is_empty()).then_some((
                *language,
                *state,
                *kind,
                (!date.is_empty()).then_some(date),
            ))
        })
}

/// The language of the script host's banner.
pub fn banner(line: &str) -> Option<Language> {
    if line.contains("Alle Rechte vorbehalten") {
        Some("de")
    } else if line.contains("保留所有权利") {
        Some("zh")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_states_and_sentences() {
        assert_eq!(field("Lizenzstatus"), Some((Field::StateInWords, "de")));
        assert_eq!(
            field("部分产品密钥"),
            Some((Field::PartialProductKey, "zh"))
        );
        assert_eq!(field("Unbekannt"), None);
        assert_eq!(state("Con licencia"), Some(LicenseStatus::Licensed));
        assert_eq!(state("已授权"), Some(LicenseStatus::Licensed));
        assert_eq!(state("Nicht lizenziert"), None);
        assert_eq!(
            sentence("批量激活将于 2027/2/4 17:50:22 过期"),
            Some((
                "zh",
                LicenseStatus::Licensed,
                Some(ExpiryKind::Volume),
                Some("2027/2/4 17:50:22")
            ))
        );
        assert_eq!(
            sentence("Срок окончания начального льготного периода: 01.02.2026 10:00:00"),
            Some((
                "ru",
                LicenseStatus::OobGrace,
                Some(ExpiryKind::Grace),
                Some("01.02.2026 10:00:00")
            ))
        );
        assert_eq!(
            sentence("Windows находится в режиме уведомления").map(|found| found.1),
            Some(LicenseStatus::Notification)
        );
        assert_eq!(sentence("Name"), None);
    }
}
