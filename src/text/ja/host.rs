//! Japanese words on what stands against the name of a server.

use crate::certificate::{ExtraPart, ServerNameProblem};
use crate::doc::{Inlines, code, field};
use crate::say;

/// Why what was typed is no name of a server.
pub(crate) fn words(given: &str, problem: &ServerNameProblem) -> Inlines {
    let given = code(given.to_owned());
    match problem {
        ServerNameProblem::Empty => {
            say!("ホスト名が空です。`example.com` のような名前か、IP アドレスを指定してください。")
        }
        ServerNameProblem::NotAscii => say!(
            "{given} はホスト名として正しくありません。`example.com` のように名前だけを指定してください。",
            given
        ),
        ServerNameProblem::MoreThanHost { host, extra } => say!(
            "{given} には{extra}も含まれています。ホスト名だけを指定してください: {host}",
            extra = match extra {
                ExtraPart::Scheme => " URL の先頭部分",
                ExtraPart::Port => "ポート番号",
                ExtraPart::Path => "パス",
            },
            host = code(host.clone()),
            given
        ),
        ServerNameProblem::Character(bad) => say!(
            "{given} はホスト名ではありません。ホスト名に {bad} という文字は使えません。`example.com` のような名前か、IP アドレスを指定してください。",
            bad = field(bad.to_string()),
            given
        ),
        ServerNameProblem::Label(label) if label.is_empty() => {
            say!(
                "{given} はホスト名ではありません。ドットとドットの間に何もありません。",
                given
            )
        }
        ServerNameProblem::Label(label) => say!(
            "{given} はホスト名ではありません。{label} の部分が 63 文字を超えているか、ハイフンで始まるか終わっています。",
            label = code(label.clone()),
            given
        ),
        ServerNameProblem::TooLong => {
            say!(
                "{given} はホスト名ではありません。253 文字を超えています。",
                given
            )
        }
        ServerNameProblem::NotAnAddress => say!(
            "{given} は数字で終わっていますが、IPv4 アドレスではありません。`example.com` のような名前か、`192.0.2.1` のようなアドレスを指定してください。",
            given
        ),
    }
}
