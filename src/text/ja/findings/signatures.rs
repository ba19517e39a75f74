//! Signatures and keys.

use super::super::words;
use crate::certificate::Certificate;
use crate::doc::{Inlines, code, text};
use crate::finding::Cert;
use crate::say;
use crate::signature::{KeyKind, SignatureAlgorithm};
use crate::text::FindingWords;
use crate::text::name::{cert, name};

pub(super) fn weak(certificate: &Certificate, algorithm: &SignatureAlgorithm) -> FindingWords {
    let title = if let Some(hash) = algorithm.hash() {
        say!(
            "「{name}」の署名には {hash} が使われており、このクライアントでは受け入れられません。",
            name = cert(certificate),
            hash = text(hash.to_string())
        )
    } else {
        say!(
            "「{name}」の署名の種類は、このクライアントでは受け入れられません。",
            name = cert(certificate)
        )
    };
    words(
        title,
        [
            say!(
                "「{name}」には「{issuer}」が署名していますが、使われているアルゴリズム（{algorithm}）は、現在では署名を偽造される恐れがあります。サーバーの管理者または認証局が証明書を交換する必要があります。ルート証明書を追加しても解決しません。",
                name = cert(certificate),
                issuer = name(&certificate.issuer),
                algorithm = named(algorithm)
            ),
            say!(
                "ルート証明書自体の署名は問題になりません。クライアントは、バンドルに含まれていることを理由にルート証明書を信頼するためです。"
            ),
        ],
    )
}

pub(super) fn weak_key(certificate: &Certificate, key: &KeyKind) -> FindingWords {
    words(
        say!(
            "「{name}」の鍵（{key}）は、このクライアントにとって強度が不足しています。",
            name = cert(certificate),
            key = text(key.to_string())
        ),
        [say!(
            "「{issuer}」が署名した「{name}」の鍵は、現在では解読される恐れがある種類または長さです。サーバーの管理者または認証局が証明書を交換する必要があります。ルート証明書を追加しても解決しません。",
            issuer = name(&certificate.issuer),
            name = cert(certificate)
        )],
    )
}

pub(super) fn mismatch(certificate: &Certificate, issuer: &Cert) -> FindingWords {
    if certificate.sha256() == issuer.sha256() {
        return words(
            say!(
                "「{name}」の内容が書き換わっています。",
                name = cert(certificate)
            ),
            [say!(
                "「{name}」は自己署名証明書ですが、自身の鍵で署名を検証できません。一部の文字が、署名されたときのものと異なります。プログラムに読み込まれることはありますが、どのサーバーの証明書もこの証明書にはつながりません。正しいものに置き換えてください。",
                name = cert(certificate)
            )],
        );
    }
    words(
        say!(
            "「{name}」の署名は、「{issuer}」の鍵と一致しません。",
            name = cert(certificate),
            issuer = cert(issuer)
        ),
        [say!(
            "名前と鍵識別子によれば「{name}」の発行者は「{issuer}」ですが、その鍵では署名を確認できません。どちらかの証明書が途中で書き換えられたか壊れた、または第三者が発行者をまねている可能性があります。出どころがはっきりするまで、このチェーンを信頼しないでください。",
            name = cert(certificate),
            issuer = cert(issuer)
        )],
    )
}

pub(super) fn not_checkable(
    certificate: &Certificate,
    algorithm: &SignatureAlgorithm,
) -> FindingWords {
    words(
        say!(
            "「{name}」の署名は、certwhy では確認できません。",
            name = cert(certificate)
        ),
        [say!(
            "「{name}」には「{issuer}」が {algorithm} で署名していますが、certwhy はこの方式の署名を検証できません。この確認ができないため、サーバーを信頼できるともできないとも言えません。",
            name = cert(certificate),
            issuer = name(&certificate.issuer),
            algorithm = named(algorithm)
        )],
    )
}

fn named(algorithm: &SignatureAlgorithm) -> Inlines {
    match algorithm.name() {
        "" => "名前のないアルゴリズム".into(),
        name => code(name).into(),
    }
}
