//! What works now and may not tomorrow, or elsewhere.

use super::super::words;
use crate::certificate::Certificate;
use crate::finding::{Fragility, Unneeded};
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, date, name};

pub(super) fn fragile_trust(fragility: &Fragility) -> FindingWords {
    match fragility {
        Fragility::CrossCertificate { cross, root } => words(
            say!(
                "接続できるのは、サーバーが「{cross}」を送信している間だけです。",
                cross = cert(cross)
            ),
            [say!(
                "お使いのバンドルには、ルート証明書「{root}」がありません。接続できているのは、サーバーが「{issuer}」の署名した「{cross}」（クロス署名証明書）も送信しており、その署名者がお使いのバンドルで信頼されているためです。サーバーは、こうした証明書の送信を数年後に取りやめます。「{root}」をバンドルに追記しておくと、その後も接続できます。",
                root = cert(root),
                issuer = name(&cross.issuer),
                cross = cert(cross)
            )],
        ),
        Fragility::RemovedAnchor { anchor, removal } => words(
            say!(
                "接続できているのは、{day} に公的な一覧から削除されたルート証明書「{anchor}」によるものです。",
                day = date(removal.date),
                anchor = cert(anchor)
            ),
            [say!(
                "お使いのバンドルには、まだ「{anchor}」があります。新しいバンドルを使うクライアントはこのサーバーへの接続を拒否します。サーバーの管理者が別のルート証明書に移行しないかぎり、お使いのクライアントも次の更新後に接続できなくなります。",
                anchor = cert(anchor)
            )],
        ),
        Fragility::Expiry {
            certificate,
            not_after,
        } => words(
            say!(
                "接続できるのは、「{name}」の有効期限が切れる {day} までです。",
                name = cert(certificate),
                day = date(*not_after)
            ),
            [say!(
                "有効な経路は、「{issuer}」が署名した「{name}」を通るものだけです。{day} を過ぎると、クライアントは接続を拒否するようになります。",
                issuer = name(&certificate.issuer),
                name = cert(certificate),
                day = date(*not_after)
            )],
        ),
    }
}

pub(super) fn out_of_order() -> FindingWords {
    words(
        say!("サーバーが送信する証明書の順序が正しくありません。"),
        [say!(
            "サーバー自身の証明書から始めて、各証明書の次に、それに署名した証明書を並べる必要があります。ほとんどのクライアントは並べ替えて処理しますが、一部の古いクライアントは接続を拒否します。"
        )],
    )
}

pub(super) fn unneeded(certificate: &Certificate, why: Unneeded) -> FindingWords {
    match why {
        Unneeded::OnNoPath => on_no_path(certificate),
        Unneeded::Repeated => words(
            say!("「{name}」が重複しています。", name = cert(certificate)),
            [say!(
                "サーバーの証明書として入力されたものの中に、同じ証明書が複数あります。害はありません。サーバーが重複して送信している場合、サーバーの管理者は重複を取り除くことができます。"
            )],
        ),
    }
}

fn on_no_path(certificate: &Certificate) -> FindingWords {
    words(
        say!(
            "サーバーが送信する「{name}」は、どの経路にも使われていません。",
            name = cert(certificate)
        ),
        [say!(
            "「{issuer}」が署名した「{name}」は、サーバー自身の証明書とは関係がありません。害はありませんが、サーバーの管理者は送信をやめることができます。",
            issuer = name(&certificate.issuer),
            name = cert(certificate)
        )],
    )
}

pub(super) fn root_sent(root: &Certificate) -> FindingWords {
    words(
        say!(
            "サーバーがルート証明書「{root}」を送信していますが、クライアントには必要ありません。",
            root = cert(root)
        ),
        [say!(
            "クライアントがルート証明書を信頼するのは、自身のバンドルに含まれているためです。サーバーから送られてきたことは根拠になりません。害はありませんが、サーバーの管理者は送信をやめることができます。"
        )],
    )
}

pub(super) fn order_sensitive(anchor: &Certificate) -> FindingWords {
    words(
        say!(
            "接続できているのは、バンドルの中で「{anchor}」が同じ名前の別の証明書より前にあるためです。",
            anchor = cert(anchor)
        ),
        [say!(
            "お使いのバンドルには「{name}」という名前の証明書が複数あり、サーバーが送信する証明書からはどれを指すのか判別できません。このクライアントは、当てはまりそうな最初の証明書を使い、次の証明書は試しません。順序が変わると接続を拒否します。不要な証明書をバンドルから取り除いてください。",
            name = name(&anchor.subject)
        )],
    )
}
