//! What a certificate may be used for.

use super::super::words;
use crate::certificate::{Certificate, KeyPurpose};
use crate::check::{CaProblem, KeyUsageNeed};
use crate::doc::{Inlines, code};
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, name};

pub(super) fn not_a_ca(certificate: &Certificate, problem: CaProblem) -> FindingWords {
    let why = match problem {
        CaProblem::SaysEndEntity => say!(
            "このチェーンでは「{name}」が証明書を発行していますが、その基本制約には認証局ではないと書かれています。",
            name = cert(certificate)
        ),
        CaProblem::NoBasicConstraints => say!(
            "このチェーンでは「{name}」が証明書を発行していますが、認証局であることを示す基本制約がありません。",
            name = cert(certificate)
        ),
        CaProblem::MayNotSignCertificates => say!(
            "このチェーンでは「{name}」が証明書を発行していますが、そのキー使用法では証明書への署名が許可されていません。",
            name = cert(certificate)
        ),
    };
    words(
        say!(
            "「{name}」は証明書を発行できません。",
            name = cert(certificate)
        ),
        [why, only_the_ca(certificate)],
    )
}

pub(super) fn path_too_long(ca: &Certificate, allowed: u32, found: usize) -> FindingWords {
    words(
        say!(
            "「{ca}」の下のチェーンが、許可された長さを超えています。",
            ca = cert(ca)
        ),
        [
            say!(
                "「{ca}」は、その下に置ける認証局証明書を {allowed} 枚までに制限していますが、このチェーンには {found} 枚あります。",
                ca = cert(ca),
                allowed,
                found
            ),
            only_the_ca(ca),
        ],
    )
}

pub(super) fn key_usage(certificate: &Certificate, need: KeyUsageNeed) -> FindingWords {
    let why = match need {
        KeyUsageNeed::SignCertificates => say!(
            "このチェーンでは「{name}」が証明書を発行していますが、そのキー使用法には、証明書への署名を許可する `keyCertSign` がありません。",
            name = cert(certificate)
        ),
        KeyUsageNeed::TlsServer => say!(
            "「{name}」は TLS サーバーで使われていますが、そのキー使用法には署名も鍵交換もありません。",
            name = cert(certificate)
        ),
    };
    words(
        say!(
            "「{name}」の鍵は、この用途には使えません。",
            name = cert(certificate)
        ),
        [why, only_the_ca(certificate)],
    )
}

pub(super) fn wrong_purpose(certificate: &Certificate, listed: &[KeyPurpose]) -> FindingWords {
    let why = if listed.is_empty() {
        say!(
            "「{name}」には TLS サーバー用であることが書かれていませんが、このクライアントはそれを必須としています。",
            name = cert(certificate)
        )
    } else {
        say!(
            "「{name}」の用途は {purposes} に限られています。TLS サーバーの用途である `serverAuth` は含まれていません。",
            name = cert(certificate),
            purposes = Inlines::join(listed.iter().map(|purpose| code(purpose.name())), "、")
        )
    };
    words(
        say!(
            "「{name}」は TLS サーバー用の証明書ではありません。",
            name = cert(certificate)
        ),
        [
            why,
            say!(
                "サーバーの管理者が、サーバー用の証明書を「{issuer}」または別の認証局から取得する必要があります。",
                issuer = name(&certificate.issuer)
            ),
        ],
    )
}

pub(super) fn critical_extension(certificate: &Certificate, oid: &str) -> FindingWords {
    words(
        say!(
            "「{name}」に、このクライアントが解釈できないクリティカルな拡張があります。",
            name = cert(certificate)
        ),
        [
            say!(
                "「{name}」の拡張 {oid} はクリティカルに指定されています。これは、この拡張を解釈できないクライアントは証明書を拒否しなければならない、という意味です。",
                name = cert(certificate),
                oid = code(oid)
            ),
            only_the_ca(certificate),
        ],
    )
}

pub(super) fn only_the_ca(certificate: &Certificate) -> Inlines {
    say!(
        "解決できるのは発行者の「{issuer}」だけです。証明書を発行し直してもらう必要があります。お使いのバンドルを変更しても解決しません。",
        issuer = name(&certificate.issuer)
    )
}
