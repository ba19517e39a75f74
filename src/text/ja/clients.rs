//! Clients, and what they say themselves.

use crate::client::{Basis, NativeError};
use crate::doc::{Inlines, code, field, text};
use crate::location::SourceName;
use crate::report::{Asked, ClientAnswer};
use crate::say;
use crate::text::name::date;

/// The client's own error, as it prints it.
pub(in crate::text) fn native(answer: &ClientAnswer, error: &NativeError) -> Inlines {
    say!(
        "{client}（{step}）が報告するエラーは次のとおりです: {line}",
        client = code(&answer.id),
        step = answer.step,
        line = own_words(error)
    )
}

/// The same where the client refuses its bundle.
pub(in crate::text) fn refuses_file(
    answer: &ClientAnswer,
    (file, outcome): (&SourceName, Inlines),
    error: &NativeError,
) -> Inlines {
    say!(
        "{client}（{step}）は、サーバーに問い合わせる前に {file} を読み込もうとしますが、{outcome}。このとき報告されるエラーは次のとおりです: {line}",
        client = code(&answer.id),
        step = answer.step,
        file = field(file.as_str()),
        outcome,
        line = own_words(error)
    )
}

/// Over what is wrong beside the bundle's file.
pub(in crate::text) fn once_mended() -> Inlines {
    say!(
        "ファイルの直し方は「そのほかに見つかったこと」にあります。直した後も、次の問題が残ります。"
    )
}

/// Only the error.
pub(in crate::text) fn own_words(error: &NativeError) -> Inlines {
    code(format!("{}: {}", error.code, error.text)).into()
}

/// The clients that accept what the asked one refuses.
pub(in crate::text) fn others_accept(clients: &[&str]) -> Inlines {
    say!(
        "次のクライアントはこのサーバーを受け入れます: {clients}。経路の探し方が異なるか、確認する規則が少ないためです。",
        clients = clients.join(", ")
    )
}

/// Why a client refuses what the asked one accepts.
pub(in crate::text) fn refuses(answer: &ClientAnswer, title: Inlines) -> Inlines {
    say!("{client}: {title}", client = code(&answer.id), title)
}

/// The title of the list of profiles.
pub(in crate::text) fn title() -> Inlines {
    say!("certwhy が対応しているクライアント")
}

/// What the list is.
pub(in crate::text) fn introduction() -> Inlines {
    say!(
        "経路の探索方法や確認する項目は、クライアントによって異なります。各プロファイルは、特定のバージョンの動作を表します。"
    )
}

/// On what a profile rests.
pub(in crate::text) fn basis(basis: Basis) -> Inlines {
    match basis {
        Basis::Differential { cases } => {
            say!("実際のクライアントの記録 {cases} 件と比較済み", cases)
        }
        Basis::Standard => say!("標準の規定に基づく"),
        Basis::Documented => {
            say!("公開文書に基づく（実際のクライアントとの比較は行っていない）")
        }
    }
}

/// What the answer rests on: client, time, and what nobody checked.
pub(in crate::text) fn limits(asked: &Asked, step: Option<&'static str>) -> Vec<Inlines> {
    let client = if let Some(step) = step {
        say!(
            "{day}（{moment}）の時点で、{client}（{step}）の動作に基づいて判定しました。",
            day = date(asked.at),
            moment = text(asked.at.to_string()),
            client = code(&asked.client),
            step
        )
    } else {
        say!(
            "{day}（{moment}）の時点で、{client} の動作に基づいて判定しました。",
            day = date(asked.at),
            moment = text(asked.at.to_string()),
            client = code(&asked.client)
        )
    };
    let host = asked.host.is_none().then(|| {
        say!("サーバー名が指定されていないため、証明書がそのサーバーのものかどうかは確認していません。")
    });
    let rest = say!(
        "次の 2 点は確認していません。証明書が期限前に認証局によって失効（取り消し）されていないかどうかと、一部のブラウザーが求める公開ログ（Certificate Transparency）に登録されているかどうかです。"
    );
    [Some(client), host, Some(rest)]
        .into_iter()
        .flatten()
        .collect()
}
