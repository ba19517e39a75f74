//! The drawn chain, and how paths ended.

use crate::certificate::{Certificate, Name};
use crate::check::{CheckId, PathStatus};
use crate::doc::{Inlines, code, text};
use crate::path::{End, PathCount, Precision};
use crate::report::{BundleOrigin, CertificatePlace, Choice};
use crate::say;
use crate::text::name::{cert, date, name};
use crate::text::number::grouped;

/// The drawing for those who cannot see it.
pub(in crate::text) fn caption() -> Inlines {
    say!("サーバーの証明書からルート証明書に向かうチェーン")
}

/// The name of the list under the picture of the chain.
pub(in crate::text) const fn in_words() -> &'static str {
    "同じ内容を文字で読む（有効期間つき）"
}

/// How many paths there are, where not all are listed.
pub(in crate::text) fn total(count: PathCount) -> Inlines {
    let number = grouped(count.number);
    match count.precision {
        Precision::Exact if count.number == 0 => say!(
            "名前をたどっても、バンドルが信頼する証明書には到達しません。経路が多すぎてすべては表示できないため、近い行き止まりだけを示します。"
        ),
        Precision::Exact => say!(
            "名前のうえでは、バンドルが信頼する証明書までの経路が {number} 通りあります。最もよい経路と、それ以外の近い経路だけを示します。",
            number = number
        ),
        Precision::AtLeast => say!(
            "名前のうえでは、バンドルが信頼する証明書までの経路が少なくとも {number} 通りあります。最もよい経路と、それ以外の近い経路だけを示します。",
            number = number
        ),
    }
}

/// Where a certificate of the path comes from.
pub(in crate::text) const fn place(place: CertificatePlace, origin: &BundleOrigin) -> &'static str {
    match (place, origin) {
        (CertificatePlace::Presented, _) => "サーバーが送信",
        (CertificatePlace::SetAside, _) => "ファイルにあるが、トラストアンカーではない",
        (CertificatePlace::Bundled, BundleOrigin::Given) => "お使いのバンドルに収録",
        (CertificatePlace::Both, BundleOrigin::Given) => "サーバーが送信、バンドルにも収録",
        (CertificatePlace::Bundled, BundleOrigin::Newest(_)) => "公的な一覧に収録",
        (CertificatePlace::Both, BundleOrigin::Newest(_)) => "サーバーが送信、公的な一覧にも収録",
    }
}

/// The place of a root that should be there.
pub(in crate::text) const fn missing_root(origin: &BundleOrigin) -> &'static str {
    match origin {
        BundleOrigin::Given => "不足: バンドルに必要です",
        BundleOrigin::Newest(_) => "不足: 使用した公的な一覧にありません",
    }
}

/// The place of an intermediate that should be there.
pub(in crate::text) const fn missing_intermediate() -> &'static str {
    "不足: サーバーが送信する必要があります"
}

/// The place of an issuer that is not there.
pub(in crate::text) const fn missing_issuer() -> &'static str {
    "手元になく、信頼されていません"
}

/// From when to when a certificate is valid.
pub(in crate::text) fn validity(certificate: &Certificate) -> Inlines {
    say!(
        "有効期間 {from} から {to} まで",
        from = date(certificate.validity.not_before),
        to = date(certificate.validity.not_after)
    )
}

/// The same, beside the word 有効期間.
pub(in crate::text) fn period(certificate: &Certificate) -> Inlines {
    say!(
        "{from} から {to} まで",
        from = date(certificate.validity.not_before),
        to = date(certificate.validity.not_after)
    )
}

/// The fingerprint that Windows shows.
pub(in crate::text) fn sha1(certificate: &Certificate) -> Inlines {
    say!(
        "SHA-1（拇印／サムプリント） {print}",
        print = code(certificate.sha1().thumbprint())
    )
}

/// The fingerprint that identifies a certificate.
pub(in crate::text) fn sha256(certificate: &Certificate) -> Inlines {
    say!(
        "SHA-256 {print}",
        print = code(certificate.sha256().thumbprint())
    )
}

/// Between a cross-certificate and the root that it is a copy of.
pub(in crate::text) fn same_key_as_below() -> Inlines {
    say!("クロス署名証明書（名前と鍵は下のルート証明書と同じ）")
}

/// Who signed a certificate that stands at the end.
pub(in crate::text) fn signed_by(issuer: &Name) -> Inlines {
    say!("署名者は「{issuer}」", issuer = name(issuer))
}

/// A check that did not pass, beside the certificate or the link that it is about.
pub(in crate::text) const fn failed_check(check: CheckId) -> &'static str {
    match check {
        CheckId::NameChaining => "名前がつながりません。",
        CheckId::KeyIdentifier => "鍵識別子が一致しません。",
        CheckId::Signature => "署名を確認できませんでした。",
        CheckId::Validity => "判定の時点では有効期間外です。",
        CheckId::BasicConstraints => "認証局の証明書として指定されていません。",
        CheckId::PathLength => "許可された数を超える認証局が続いています。",
        CheckId::KeyUsage => "鍵をこの用途に使えません。",
        CheckId::ExtendedKeyUsage => "TLS サーバー用の証明書ではありません。",
        CheckId::NameConstraints => "下の証明書の名前が名前制約の範囲外です。",
        CheckId::CertificatePolicies => "証明書ポリシーの条件を満たしていません。",
        CheckId::CriticalExtensions => "解釈できないクリティカルな拡張があります。",
        CheckId::AlgorithmStrength => "鍵または署名の強度が不足しています。",
        CheckId::ServerName => "接続先の名前に対して有効ではありません。",
        CheckId::Form => "形式上の規則に従っていません。",
    }
}

/// How a path ended, below its last certificate; nothing at a trust anchor.
pub(in crate::text) fn end(end: &End) -> Option<Inlines> {
    match end {
        End::Anchored => None,
        End::NoIssuer(wanted) => Some(say!(
            "チェーンはここで終わります。「{wanted}」という名前の証明書が手元にありません。",
            wanted = name(&wanted.subject)
        )),
        End::SelfSigned => Some(say!(
            "チェーンはここで終わります。この証明書は自分自身を発行者としており、バンドルには含まれていません。"
        )),
        End::WrongKey(wanted) => Some(say!(
            "チェーンはここで終わります。「{wanted}」は名前こそ正しいものの、上の証明書に署名した鍵ではありません。",
            wanted = name(&wanted.subject)
        )),
        End::Loop(wanted) => Some(say!(
            "チェーンはここで終わります。「{wanted}」が 2 度目になるためです。",
            wanted = name(&wanted.subject)
        )),
        End::TooDeep(_) => Some(say!(
            "チェーンはここで終わります。クライアントがたどる長さの上限を超えています。"
        )),
    }
}

/// A path in a list, by what it comes to.
pub(in crate::text) fn summary(status: PathStatus, choice: Choice, end: &End) -> Inlines {
    match (status, choice, end) {
        (PathStatus::Passed, Choice::Taken, _) => say!("有効（クライアントが使う経路）"),
        (PathStatus::Passed, Choice::NotTaken, _) => {
            say!("有効（クライアントは使いません）")
        }
        (PathStatus::Unchecked, _, _) => say!("未確定（実行できない確認項目があります）"),
        (PathStatus::Failed, Choice::Taken, End::Anchored) => {
            say!("ルート証明書に届くものの、確認に失敗（クライアントが使う経路）")
        }
        (PathStatus::Failed, Choice::NotTaken, End::Anchored) => {
            say!("ルート証明書に届くものの、確認に失敗")
        }
        (PathStatus::Failed, Choice::Taken, _) => {
            say!("ルート証明書に届かない（クライアントが使う経路）")
        }
        (PathStatus::Failed, Choice::NotTaken, _) => say!("ルート証明書に届かない"),
    }
}

/// A check that did not pass, with the certificate.
pub(in crate::text) fn failure(check: CheckId, certificate: &Certificate) -> Inlines {
    say!(
        "{name}: {check}",
        name = cert(certificate),
        check = text(failed_check(check))
    )
}
