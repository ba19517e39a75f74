//! For which names a certificate counts.

use super::super::{quoted, words};
use crate::certificate::Certificate;
use crate::check::NameRefusal;
use crate::check::name_constraints::{Violation, ViolationKind};
use crate::check::server_name::{Hint, PresentedName};
use crate::doc::{Inlines, field, text};
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, first_few, general, name};

pub(super) fn host_mismatch(leaf: &Certificate, host: &str, refusal: &NameRefusal) -> FindingWords {
    let valid_for = match first_few(&refusal.valid_for, "、", |name| quoted(presented(name))) {
        (names, _) if names.is_empty() => None,
        (names, 0) => Some(say!("この証明書が有効な名前は{names}です。", names)),
        (names, more) => Some(say!(
            "この証明書が有効な名前は{names}ほか {more} 件です。",
            names,
            more
        )),
    };
    let paragraphs = [valid_for, refusal.hint.as_ref().map(hint)];
    words(
        say!(
            "サーバーの証明書は「{host}」という名前に対して有効ではありません（ホスト名の不一致）。",
            host = field(host)
        ),
        [say!(
            "クライアントは「{host}」に接続しようとしましたが、サーバーは「{issuer}」が署名した証明書「{leaf}」を返しました。この証明書にはその名前が含まれていないため、クライアントは目的のサーバーに接続したことを確認できません。",
            host = field(host),
            issuer = name(&leaf.issuer),
            leaf = cert(leaf)
        )]
        .into_iter()
        .chain(paragraphs.into_iter().flatten()),
    )
}

fn presented(name: &PresentedName) -> Inlines {
    match name {
        PresentedName::Dns(name) | PresentedName::CommonName(name) => field(name).into(),
        PresentedName::Ip(address) => text(address.to_string()).into(),
    }
}

fn hint(hint: &Hint) -> Inlines {
    match hint {
        Hint::WildcardCoversOneLabelOnly {
            pattern,
            in_its_place,
        } => say!(
            "「{pattern}」の「*」は、ドットを含まない 1 つの部分だけを表します。「{place}」にはドットが含まれています。名前にドットを含む S3 バケットでよく起こるため、代わりにパス形式のアドレスを使ってください。",
            pattern = presented(pattern),
            place = field(in_its_place)
        ),
        Hint::WildcardNeedsALabel { pattern } => say!(
            "「{pattern}」の「*」の位置には、必ず 1 つの部分が必要です。ドメイン名だけの場合は対象になりません。",
            pattern = presented(pattern)
        ),
        Hint::WildcardNotTaken { pattern } => say!(
            "「{pattern}」をこの名前に対して受け入れるクライアントもありますが、このクライアントはその位置の「*」を受け入れません。",
            pattern = presented(pattern)
        ),
        Hint::OnlyInCommonName { name } => say!(
            "「{name}」は証明書のコモンネームにだけ書かれています。現在のクライアントは、サブジェクトの別名の一覧だけを確認します。",
            name = presented(name)
        ),
        Hint::AddressAsText { name } => say!(
            "アドレス「{name}」は、ホスト名の欄に文字列として書かれています。クライアントは IP アドレスの欄を確認します。",
            name = presented(name)
        ),
        Hint::WwwDiffers { name } => say!(
            "この証明書は「{name}」のものです。2 つの名前の違いは、先頭の `www.` の有無だけです。",
            name = presented(name)
        ),
        Hint::NoNames => say!("この証明書には、ホスト名が 1 つも含まれていません。"),
    }
}

pub(super) fn constraints(ca: &Certificate, violation: Option<&Violation>) -> FindingWords {
    let why = match violation.map(|violation| violation.kind) {
        Some(ViolationKind::NotPermitted) => say!(
            "「{ca}」には、証明書を発行してよい名前の一覧（名前制約）があります。その下の証明書に、一覧にない名前が含まれています。",
            ca = cert(ca)
        ),
        Some(ViolationKind::Excluded) => say!(
            "「{ca}」には、証明書を発行してはならない名前の一覧（名前制約）があります。その下の証明書に、その名前が含まれています。",
            ca = cert(ca)
        ),
        Some(ViolationKind::UnsupportedForm) => say!(
            "「{ca}」は、certwhy が比較できない種類の名前を制限しています。その下の証明書に、その種類の名前が含まれています。",
            ca = cert(ca)
        ),
        Some(ViolationKind::Malformed) => say!(
            "「{ca}」は証明書を発行できる名前を制限していますが、名前または制限の書式が正しくないため、比較できません。",
            ca = cert(ca)
        ),
        None => say!(
            "「{ca}」は証明書を発行できる名前を制限していますが、その制限を読み取れません。",
            ca = cert(ca)
        ),
    };
    words(
        say!(
            "「{issuer}」が発行した認証局証明書「{ca}」では、この名前の証明書を発行できません。",
            issuer = name(&ca.issuer),
            ca = cert(ca)
        ),
        core::iter::once(why)
            .chain(violation.and_then(what_is_outside))
            .chain([            say!(
                "解決できるのは認証局だけです。この名前に発行できる認証局から、証明書を発行し直してもらう必要があります。お使いのバンドルを変更しても解決しません。"
            ),
        ]),
    )
}

fn what_is_outside(violation: &Violation) -> Option<Inlines> {
    match (&violation.name, &violation.constraint) {
        (Some(name), Some(constraint)) => Some(say!(
            "該当する名前は「{name}」、制約は「{constraint}」です。",
            name = general(name),
            constraint = general(constraint)
        )),
        (Some(name), None) => Some(say!("該当する名前は「{name}」です。", name = general(name))),
        (None, Some(constraint)) => Some(say!(
            "制約は「{constraint}」です。",
            constraint = general(constraint)
        )),
        (None, None) => None,
    }
}
