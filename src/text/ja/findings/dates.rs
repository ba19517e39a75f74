//! Too early, too late.

use super::super::words;
use crate::certificate::Certificate;
use crate::moment::Moment;
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, date, name};

pub(super) fn expired(certificate: &Certificate, not_after: Moment) -> FindingWords {
    words(
        say!(
            "証明書「{name}」は {day} に有効期限が切れました。",
            name = cert(certificate),
            day = date(not_after)
        ),
        [
            say!(
                "「{issuer}」が署名した「{name}」の有効期間は {day} まででした。期限を過ぎた証明書はクライアントに拒否され、ほかに有効な経路もありません。サーバーの管理者が証明書を更新する必要があります。お使いのバンドルを変更しても解決しません。",
                issuer = name(&certificate.issuer),
                name = cert(certificate),
                day = date(not_after)
            ),
            say!(
                "はじめに、お使いのコンピューターの日付を確認してください。時計が進んでいる場合も、同じエラーになります。"
            ),
        ],
    )
}

pub(super) fn not_yet_valid(certificate: &Certificate, not_before: Moment) -> FindingWords {
    words(
        say!(
            "証明書「{name}」の有効期間は {day} からで、まだ始まっていません。",
            name = cert(certificate),
            day = date(not_before)
        ),
        [say!(
            "「{issuer}」が署名した「{name}」の有効期間は {day} に始まります。これは、判定に使った時刻より後です。時計が遅れているか、サーバーが新しい証明書を早く使い始めています。",
            issuer = name(&certificate.issuer),
            name = cert(certificate),
            day = date(not_before)
        )],
    )
}

pub(super) fn expired_root(root: &Certificate, not_after: Moment) -> FindingWords {
    words(
        say!(
            "CA バンドルのルート証明書「{root}」は {day} に有効期限が切れました。",
            root = cert(root),
            day = date(not_after)
        ),
        [say!(
            "サーバーの証明書チェーンは「{root}」につながっていますが、お使いのバンドルにあるものは {day} で期限切れです。このクライアントはルート証明書の有効期限も確認します（確認しないクライアントもあります）。新しいバンドルを使うと解決します。",
            root = cert(root),
            day = date(not_after)
        )],
    )
}

pub(super) fn clock_wrong(
    at: Moment,
    not_before: Moment,
    certificate: &Certificate,
) -> FindingWords {
    words(
        say!(
            "クライアントの時計は {day} を示していますが、正しくありません。",
            day = date(at)
        ),
        [say!(
            "サーバーが送信した「{name}」は、{begin} より前には存在していませんでした。現在はそれより後のはずなので、{day} を示している時計は誤っています。時計が誤っていると、どの証明書も有効でないと判定されます。",
            name = cert(certificate),
            begin = date(not_before),
            day = date(at)
        )],
    )
}

pub(super) fn expires_soon(
    certificate: &Certificate,
    not_after: Moment,
    days: i64,
) -> FindingWords {
    words(
        say!(
            "証明書「{name}」の有効期限は、あと {days} 日で切れます。",
            name = cert(certificate),
            days
        ),
        [say!(
            "「{name}」の有効期限は {day} です。それまでに更新されない場合、クライアントは接続を拒否するようになります。",
            name = cert(certificate),
            day = date(not_after)
        )],
    )
}
