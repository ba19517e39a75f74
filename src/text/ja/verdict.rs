//! The answer in a word and a sentence that says who must act.

use crate::certificate::ServerName;
use crate::doc::{Inlines, code, field};
use crate::finding::Finding;
use crate::input::NoteKind;
use crate::report::Asked;
use crate::say;
use crate::verdict::Verdict;

/// The title of the answer.
pub(in crate::text) fn title(asked: &Asked) -> Inlines {
    if let Some(host) = &asked.host {
        say!(
            "{client} は {host} を信頼しますか",
            client = code(&asked.client),
            host = field(host.to_string())
        )
    } else {
        say!(
            "{client} はこのサーバーを信頼しますか",
            client = code(&asked.client)
        )
    }
}

/// The verdict in a word.
pub(in crate::text) const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Trusted => "信頼されます",
        Verdict::NotTrusted => "信頼されません",
        Verdict::Undecided => "判定できません",
    }
}

/// The verdict as a sentence, where everything is well.
pub(in crate::text) fn trusted(host: Option<&ServerName>) -> Inlines {
    if let Some(host) = host {
        say!(
            "クライアントは {host} を信頼します。対応は不要です。",
            host = field(host.to_string())
        )
    } else {
        say!("クライアントはこのサーバーを信頼します。対応は不要です。")
    }
}

/// The verdict as a sentence, where it is well with these inputs and an error was given all the same.
pub(in crate::text) fn trusted_in_spite_of_an_error() -> Inlines {
    say!(
        "これらのファイルではクライアントはサーバーを信頼しますが、実際にはエラーが出ています。プログラムが別のファイルを読んでいるか、別の証明書を受け取ったか、より厳しい規則で検証している可能性があります。"
    )
}

/// The verdict as a sentence, where it is well now and may not stay so.
pub(in crate::text) fn fragile() -> Inlines {
    say!("クライアントは現在このサーバーを信頼しますが、今後も続くとはかぎりません。")
}

/// The verdict as a sentence, where no finding says why.
pub(in crate::text) fn unexplained(verdict: Verdict) -> Inlines {
    match verdict {
        Verdict::Trusted => trusted(None),
        Verdict::NotTrusted => say!("クライアントはこのサーバーへの接続を拒否します。"),
        Verdict::Undecided => {
            say!("判定に必要な情報が足りません。サーバーの証明書を入力してください。")
        }
    }
}

/// The verdict as a sentence, where nothing was found that the reader could do with the own bundle.
pub(in crate::text) fn headline_without_remedy(cause: &Finding) -> Inlines {
    if matches!(cause, Finding::MissingRoot(_)) {
        say!("CA バンドルにルート証明書が 1 つ足りませんが、追記するだけでは解決しません。")
    } else if matches!(cause, Finding::ExpiredRoot { .. }) {
        say!(
            "CA バンドルのルート証明書の有効期限が切れており、代わりになる既知のルート証明書がありません。"
        )
    } else if matches!(cause, Finding::AnchorNotSelfSigned { .. }) {
        say!(
            "CA バンドルにあるのはルート証明書ではなく、そのルート証明書は既知のものではありません。"
        )
    } else {
        headline(cause)
    }
}

/// The verdict as a sentence: the cause, and who must act.
#[expect(clippy::too_many_lines, reason = "one arm for each finding")]
pub(in crate::text) fn headline(cause: &Finding) -> Inlines {
    use Finding as F;
    match cause {
        F::MissingRoot(_) => {
            say!("CA バンドルにルート証明書が 1 つ足りません。ご自身で追記できます。")
        }
        F::MissingIntermediate(_) => {
            say!("サーバーが証明書の 1 つを送信していません。サーバーの管理者の対応が必要です。")
        }
        F::AnchorNotSelfSigned { .. } => {
            say!("CA バンドルにあるのは、ルート証明書とは別の写しです。ご自身で置き換えられます。")
        }
        F::InterceptionProxy { .. } => {
            say!(
                "ネットワークがサーバーの証明書を置き換えています。IT 部門に問い合わせてください。"
            )
        }
        F::SelfSignedLeaf { .. } => {
            say!(
                "サーバーの証明書は自己署名です。サーバーの管理者が正規の証明書を取得する必要があります。"
            )
        }
        F::Expired { .. } => {
            say!("証明書の有効期限が切れています。サーバーの管理者が更新する必要があります。")
        }
        F::NotYetValid { .. } => {
            say!(
                "証明書の有効期間が始まっていません。時計を確認し、正しければサーバーの管理者に連絡してください。"
            )
        }
        F::ExpiredRoot { .. } => {
            say!(
                "CA バンドルのルート証明書の有効期限が切れています。ご自身でバンドルを更新できます。"
            )
        }
        F::ExpiredCrossCertificate { .. } => {
            say!("期限切れの証明書があるため、クライアントが有効な経路に到達できません。")
        }
        F::OldPathBuilder(_) => {
            say!("有効な経路がありますが、クライアントが見つけられません。")
        }
        F::HostMismatch { .. } => {
            say!("サーバーの証明書は別の名前のものです。接続先のアドレスを確認してください。")
        }
        F::ClockWrong { .. } => {
            say!("このコンピューターの時計が誤っています。ご自身で合わせられます。")
        }
        F::WeakSignature { .. } | F::WeakKey { .. } => {
            say!("証明書の強度が不足しています。サーバーの管理者が交換する必要があります。")
        }
        F::NameConstraints { .. }
        | F::NotACa { .. }
        | F::PathTooLong { .. }
        | F::KeyUsage { .. }
        | F::CriticalExtension { .. }
        | F::Policy { .. }
        | F::ProfileRule { .. } => {
            say!("証明書が規則に従っていません。発行した認証局の対応が必要です。")
        }
        F::Strictness { .. } => {
            say!("証明書が、このクライアントの厳格モードが求める規則に従っていません。")
        }
        F::WrongPurpose { .. } => {
            say!("証明書がサーバー用ではありません。サーバーの管理者が交換する必要があります。")
        }
        F::UnknownRoot { .. } => {
            say!(
                "サーバーは公的でない認証局を使っています。その認証局の運営者に問い合わせてください。"
            )
        }
        F::RemovedRoot { .. } => {
            say!(
                "サーバーは、一覧から削除されたルート証明書に依存しています。サーバーの管理者による移行が必要です。"
            )
        }
        F::SameNameDifferentKey(_) => {
            say!(
                "名前は正しいものの、鍵が異なる証明書があります。フィンガープリント（拇印）を比べてください。"
            )
        }
        F::SignatureMismatch { .. } => {
            say!("署名が一致しません。サーバーの管理者による調査が必要です。")
        }
        F::SignatureNotCheckable { .. } => {
            say!("確認できない署名があるため、結論は出ていません。")
        }
        F::MalformedCertificate { .. } => {
            say!("読み取れない証明書があります。ファイルを入手し直してください。")
        }
        F::LimitReached { .. } => say!("探索を打ち切ったため、結論は出ていません。"),
        F::File(note) if matches!(note.kind, NoteKind::ChainOnlyNamed { .. }) => {
            say!(
                "サーバーが送る証明書の一部しか入力されていません。すべての証明書を入力してください。"
            )
        }
        F::WrongFileForClient(_) => {
            say!("変更した場所を、プログラムは読んでいません。正しい場所を変更すれば解決できます。")
        }
        F::File(_) => {
            say!("そのままでは使えないファイルがあります。ご自身で差し替えられます。")
        }
        F::FragileTrust(_)
        | F::OutOfOrder
        | F::UnneededCertificate { .. }
        | F::RootSent { .. }
        | F::OrderSensitive { .. }
        | F::ExpiresSoon { .. } => fragile(),
    }
}
