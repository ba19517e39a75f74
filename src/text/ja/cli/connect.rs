//! Japanese words for failures to fetch a server's certificates.

use crate::cli::{ConnectProblem, Stage};
use crate::doc::{Inlines, code, field};
use crate::say;

/// Why a server's certificates could not be fetched.
pub(super) fn problem(target: &str, problem: &ConnectProblem) -> Inlines {
    let target = code(target.to_owned());
    match problem {
        ConnectProblem::NameUnknown => say!(
            "{target}: この名前のアドレスが見つかりません。つづりと、このネットワークで名前解決できるかどうかを確認してください。",
            target
        ),
        ConnectProblem::Refused => say!(
            "{target}: 接続を拒否されました。このポートで待ち受けているプログラムがないか、ファイアウォールに拒否されています。ホスト名とポート番号を確認してください。",
            target
        ),
        ConnectProblem::Unreachable => {
            say!(
                "{target}: このネットワークからホストに到達できません。",
                target
            )
        }
        ConnectProblem::TimedOut { stage, seconds } => say!(
            "{target}: {doing}、{seconds} 秒以内に応答がありませんでした。ファイアウォールがパケットを捨てているか、プロキシが必要なのかもしれません（`--connect` はプロキシを使いません）。",
            seconds = *seconds,
            doing = match stage {
                Stage::Resolve => "名前解決の際",
                Stage::Connect => "接続の際",
                Stage::Handshake => "証明書を待っている間",
            },
            target
        ),
        ConnectProblem::PlainHttp => say!(
            "{target}: このポートでは、サーバーは TLS ではなく平文の HTTP で応答します。HTTPS は通常 443 番ポートです。",
            target
        ),
        ConnectProblem::NotTls => say!(
            "{target}: このポートでは、サーバーは TLS を話しません。平文で始まるプロトコル（STARTTLS）には対応していません。`openssl s_client -showcerts -starttls …` の出力を保存し、FILE に指定してください。",
            target
        ),
        ConnectProblem::Alert { name } => say!(
            "{target}: サーバーは証明書を送る前にハンドシェイクを打ち切りました（アラート {name}）。この名前のサイトがないか（`--host` をお試しください）、古いバージョンの TLS やクライアント証明書を求めている可能性があります。",
            name = field(name.clone()),
            target
        ),
        ConnectProblem::Closed => say!(
            "{target}: サーバーは証明書を送る前に接続を閉じました。TLS を検査するファイアウォールでも同じことが起こります。",
            target
        ),
        ConnectProblem::Incompatible { reason } => say!(
            "{target}: 共通して使える TLS のバージョンまたはアルゴリズムがありません（{reason}）。`openssl s_client -showcerts` の出力を保存し、FILE に指定してください。",
            reason = field(reason.clone()),
            target
        ),
        ConnectProblem::Other { reason } => say!(
            "{target}: 証明書を取得できませんでした（{reason}）。",
            reason = field(reason.clone()),
            target
        ),
    }
}
