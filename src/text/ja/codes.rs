//! What each code means.

mod container;
mod content;
mod place;
mod rules;
mod server;
mod signatures;
mod time;
mod trust;
mod warnings;

use crate::doc::Inlines;
use crate::finding::Code;
use crate::text::guidance::Article;

/// What a code stands for, as a short phrase.
pub(crate) fn title(code: Code) -> Inlines {
    article(code).title
}

/// What a code means, how it shows itself, who acts, and what to do and not to do.
pub(crate) fn explanation(code: Code) -> Vec<Inlines> {
    article(code).paragraphs
}

#[expect(clippy::too_many_lines, reason = "one arm for each code")]
fn article(code: Code) -> Article {
    match code {
        Code::MissingRoot => trust::missing_root(),
        Code::MissingIntermediate => server::missing_intermediate(),
        Code::AnchorNotSelfSigned => trust::anchor_not_self_signed(),
        Code::InterceptionProxy => trust::interception_proxy(),
        Code::SelfSignedLeaf => server::self_signed_leaf(),
        Code::Expired => time::expired(),
        Code::NotYetValid => time::not_yet_valid(),
        Code::ExpiredRoot => time::expired_root(),
        Code::ExpiredCrossCertificate => time::expired_cross_certificate(),
        Code::OldPathBuilder => trust::old_path_builder(),
        Code::Strictness => rules::strictness(),
        Code::HostMismatch => server::host_mismatch(),
        Code::ClockWrong => time::clock_wrong(),
        Code::WeakSignature => signatures::weak_signature(),
        Code::WeakKey => signatures::weak_key(),
        Code::NameConstraints => rules::name_constraints(),
        Code::NotACa => rules::not_a_ca(),
        Code::PathTooLong => rules::path_too_long(),
        Code::KeyUsage => rules::key_usage(),
        Code::WrongPurpose => rules::wrong_purpose(),
        Code::CriticalExtension => rules::critical_extension(),
        Code::Policy => rules::policy(),
        Code::UnknownRoot => trust::unknown_root(),
        Code::RemovedRoot => trust::removed_root(),
        Code::SameNameDifferentKey => trust::same_name_different_key(),
        Code::SignatureMismatch => signatures::signature_mismatch(),
        Code::SignatureNotCheckable => signatures::signature_not_checkable(),
        Code::MalformedCertificate => rules::malformed_certificate(),
        Code::ProfileRule => rules::profile_rule(),
        Code::LimitReached => rules::limit_reached(),
        Code::FragileTrust => warnings::fragile_trust(),
        Code::OutOfOrder => warnings::out_of_order(),
        Code::UnneededCertificate => warnings::unneeded_certificate(),
        Code::RootSent => warnings::root_sent(),
        Code::ExpiresSoon => time::expires_soon(),
        Code::OrderSensitive => warnings::order_sensitive(),
        Code::NotACertificateFile => content::not_a_certificate_file(),
        Code::PrivateKeyPresent => content::private_key_present(),
        Code::DamagedPem => content::damaged_pem(),
        Code::MissingNewlineBetweenBlocks => content::missing_newline_between_blocks(),
        Code::Truncated => content::truncated(),
        Code::BadBase64 => content::bad_base64(),
        Code::WrongEncoding => content::wrong_encoding(),
        Code::HtmlPage => content::html_page(),
        Code::PublicKeyOnly => content::public_key_only(),
        Code::EmptyInput => content::empty_input(),
        Code::Duplicate => warnings::duplicate(),
        Code::ReplacedBundle => place::replaced_bundle(),
        Code::OldBundle => place::old_bundle(),
        Code::FileNotFound => place::file_not_found(),
        Code::WrongFileForClient => place::wrong_file_for_client(),
        Code::RootNotFetched => place::root_not_fetched(),
        Code::WrongStore => place::wrong_store(),
        Code::NoDefaultBundle => place::no_default_bundle(),
        Code::UnsupportedFormat => content::unsupported_format(),
        Code::PasswordNeeded => container::password_needed(),
        Code::PasswordWrong => container::password_wrong(),
        Code::IntegrityUnchecked => container::integrity_unchecked(),
        Code::LimitedTrust => container::limited_trust(),
        Code::WithoutJavaTrust => container::without_java_trust(),
    }
}
