//! What went wrong while the client looked for a path.

use super::super::{listed, words};
use crate::certificate::{Certificate, Malformed};
use crate::doc::{Inlines, field};
use crate::finding::{OldPathBuilder, SameName};
use crate::location::Location;
use crate::moment::Moment;
use crate::path::Limit;
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, date, name};

pub(super) fn expired_cross_certificate(
    certificate: &Certificate,
    not_after: Moment,
    valid_anchor: &Certificate,
) -> FindingWords {
    words(
        say!(
            "クライアントは {day} に期限が切れた「{name}」をたどっていますが、この証明書は本来必要ありません。",
            day = date(not_after),
            name = cert(certificate)
        ),
        [say!(
            "サーバーの証明書からルート証明書までの経路は 2 つあります。1 つは {day} に期限が切れた「{name}」を通り、もう 1 つは有効なルート証明書「{anchor}」で終わります。後者のルート証明書がバンドルにないか、クライアントが別の経路を探さないため、前者をたどっています。",
            day = date(not_after),
            name = cert(certificate),
            anchor = cert(valid_anchor)
        )],
    )
}

pub(super) fn old_path_builder(evidence: &OldPathBuilder) -> FindingWords {
    let name = || cert(&evidence.stopped_at);
    let anchor = || cert(&evidence.valid_anchor);
    let why = if evidence.is_named_like_its_ca() {
        say!(
            "「{name}」は、署名した CA と同じ名前を持ち、両者を区別する鍵識別子もありません。そのため、このクライアントはこれを自己署名証明書とみなし、署名者を探しません。実際に署名した鍵は、バンドルにある「{anchor}」の鍵です。バンドルの誤りではありません。証明書を作成した人が、CA とは異なる名前でサーバーの証明書を作り直す必要があります。",
            name = name(),
            anchor = anchor()
        )
    } else {
        say!(
            "このクライアントは、サーバーが送信したチェーンをそのまま「{name}」までたどりますが、その先のルート証明書を見つけられません。途中の証明書がすでにバンドルにあるかどうかは調べません。実際には「{anchor}」がバンドルにあり、現在の多くのクライアントはそこで検証を完了します。バンドルの誤りではなく、このクライアントの探索方法が単純であることが原因です。",
            name = name(),
            anchor = anchor()
        )
    };
    words(
        say!(
            "有効な経路があるのに、クライアントは「{name}」で探索をやめています。",
            name = cert(&evidence.stopped_at)
        ),
        core::iter::once(why)
        .chain(evidence.removed.as_ref().map(|(root, removal)| {
            say!(
                "以前のバンドルには、送信されたチェーンの終点となる「{root}」が含まれていました。このルート証明書は {day} に公的な一覧から削除されたため、新しいバンドルに替えたことでこのクライアントが検証できなくなりました。以前のバンドルでは引き続き検証できます。",
                root = cert(root),
                day = date(removal.date)
            )
        })),
    )
}

pub(super) fn same_name_different_key(evidence: &SameName) -> FindingWords {
    let wanted = || name(&evidence.below.issuer);
    let known = (!evidence.known.is_empty()).then(|| {
        say!(
            "公的なルート証明書の一覧にも同じ名前の証明書がありますが、その鍵による署名でもありません: {names}。",
            names = listed(&evidence.known)
        )
    });
    let more = [
        known,
        Some(say!(
            "認証局が新しい鍵で証明書を更新した場合や、第三者が認証局をまねた場合には、同じ名前の証明書が複数存在します。区別できるのはフィンガープリント（拇印）だけです。名前ではなくフィンガープリントを比べてください。"
        )),
    ];
    words(
        say!(
            "「{wanted}」という名前の証明書はありますが、鍵が異なります。",
            wanted = wanted()
        ),
        [say!(
            "「{below}」には「{wanted}」が署名したと書かれています。しかし、手元にある同じ名前の証明書の鍵では、この署名を確認できません。",
            below = cert(&evidence.below),
            wanted = wanted()
        )]
        .into_iter()
        .chain(more.into_iter().flatten()),
    )
}

pub(super) fn limit_reached(limit: Option<Limit>) -> FindingWords {
    let title = match limit {
        Some(Limit::Signatures) => {
            say!("検証する署名が多すぎるため、経路の探索を打ち切りました。")
        }
        Some(Limit::Attempts) => {
            say!("考えられる経路が多すぎるため、探索を打ち切りました。")
        }
        Some(Limit::Candidates) => {
            say!("同じ名前の証明書が多すぎるため、経路の探索を打ち切りました。")
        }
        None => say!("名前制約と比較する名前が多すぎるため、確認を打ち切りました。"),
    };
    words(
        title,
        [say!(
            "これらの証明書の組み合わせは非常に多く、すべてを試すことはできませんでした。試していない経路については分からないため、結論は出ていません。通常のサーバーがこの上限に達することはありません。"
        )],
    )
}

pub(super) fn malformed(location: Option<&Location>, reason: Malformed) -> FindingWords {
    let title = if let Some(place) = location {
        say!(
            "{file} の {line} 行目にある証明書を読み取れません。",
            file = field(place.source.as_str()),
            line = place.line.0
        )
    } else {
        say!("読み取れない証明書があります。")
    };
    words(title, [malformation(reason)])
}

fn malformation(reason: Malformed) -> Inlines {
    match reason {
        Malformed::Structure => say!(
            "データが証明書の構造になっていないため、除外しました。ファイルが壊れているか、別の種類のデータである可能性があります。"
        ),
        Malformed::ToBeSigned => say!(
            "外側は証明書の形をしていますが、内容が壊れているため、除外しました。ファイルを入手し直してください。"
        ),
        Malformed::TrailingBytes => say!(
            "証明書の終わりの後に余分なデータがあります。クライアントも拒否するため、除外しました。ファイルを入手し直してください。"
        ),
        Malformed::Name => say!(
            "所有者または発行者の名前が壊れているため、除外しました。ファイルを入手し直してください。"
        ),
    }
}
