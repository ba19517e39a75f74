//! Messages to the owner of a server.

use crate::certificate::Name;
use crate::doc::{Inlines, field, text};
use crate::finding::Cert;
use crate::remedy::ServerFault;
use crate::say;
use crate::text::guidance::{Guidance, GuidanceStep, one_line};

/// A step with a message to the server's owner.
pub(in crate::text) fn message_to_owner(message: String) -> GuidanceStep {
    GuidanceStep::new(say!(
        "次の文面を、サーバーのアドレスを添えて、サーバーの管理者に送ってください。"
    ))
    .content(message)
}

pub(super) fn ask_server_owner(fault: &ServerFault) -> Guidance {
    match fault {
        ServerFault::SendIntermediate { wanted, fetch_from } => send(wanted, fetch_from),
        ServerFault::Renew { certificate } => renew(certificate),
        ServerFault::Replace { certificate } => replace(certificate),
        ServerFault::MoveToListedRoot { root } => move_to_listed_root(root),
    }
}

/// Guidance that is one message to the server's owner.
fn by_message(title: Inlines, why: Inlines, message: String) -> Guidance {
    Guidance {
        title,
        why: Some(why),
        steps: vec![message_to_owner(message)],
        check: Some(say!(
            "管理者から回答があったら、サーバーの証明書チェーンを取得し直して、certwhy \
             に渡してください。"
        )),
        undo: None,
    }
}

fn send(wanted: &Name, fetch_from: &[String]) -> Guidance {
    let source = match fetch_from.first() {
        Some(address) => format!(
            "証明書によれば、次のアドレスから取得できます: {}",
            one_line(address)
        ),
        None => String::new(),
    };
    by_message(
        say!(
            "中間証明書「{wanted}」を送るよう、サーバーの管理者に依頼する",
            wanted = field(wanted.friendly())
        ),
        say!(
            "サーバーがこの中間証明書を送っておらず、ここにもありません。\
             ブラウザーは自分で取得しますが、ほかのほとんどのプログラムにはできません。"
        ),
        format!(
            "お使いの TLS サーバーが、中間証明書「{}」を送っていません。そのため、\
                 ブラウザー以外のクライアントが接続を拒否します（RFC 8446 4.4.2 節）。\
                 サーバーの証明書ファイルで、サーバー自身の証明書の後にこの中間証明書を追加し\
                 てください。{source}",
            one_line(&wanted.friendly()),
        ),
    )
}

fn renew(certificate: &Cert) -> Guidance {
    let until = certificate.validity.not_after.date();
    by_message(
        say!(
            "「{name}」の証明書を更新するよう、サーバーの管理者に依頼する",
            name = field(certificate.subject.friendly())
        ),
        say!(
            "有効期間の最終日は {date} です。お手元で延ばすことはできません。",
            date = text(until.clone())
        ),
        format!(
            "お使いの TLS サーバーの証明書「{}」（SHA-256: {}）の有効期限は {until} \
                 です。証明書を更新し、その後サーバーに読み込み直させてください。",
            one_line(&certificate.subject.friendly()),
            certificate.sha256().thumbprint(),
        ),
    )
}

fn replace(certificate: &Cert) -> Guidance {
    by_message(
        say!(
            "「{name}」の証明書を取り替えるよう、サーバーの管理者に依頼する",
            name = field(certificate.subject.friendly())
        ),
        say!("クライアントが拒否しているのは証明書そのものなので、お手元では解決できません。"),
        format!(
            "お使いの TLS サーバーの証明書「{}」（SHA-256: {}）が、\
                 クライアントに拒否されます。サーバーへの接続に使う名前について公開の認証局が\
                 発行した証明書に、取り替えてください。",
            one_line(&certificate.subject.friendly()),
            certificate.sha256().thumbprint(),
        ),
    )
}

fn move_to_listed_root(root: &Cert) -> Guidance {
    by_message(
        say!(
            "ルート証明書「{name}」から移行するよう、サーバーの管理者に依頼する",
            name = field(root.subject.friendly())
        ),
        say!(
            "このルート証明書は、もう公開の一覧にありません。お手元で再び追加すると、\
             すべてのサイトについて信頼することになります。"
        ),
        format!(
            "お使いの TLS サーバーの証明書は、\
                 公開の一覧から削除されたルート証明書「{}」（SHA-256: \
                 {}）につながっています。新しい一覧を使うクライアントは拒否します。\
                 一覧にあるルート証明書を持つ認証局から、証明書を取得してください。",
            one_line(&root.subject.friendly()),
            root.sha256().thumbprint(),
        ),
    )
}
