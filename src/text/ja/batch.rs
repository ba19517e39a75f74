//! Japanese words about many chains at once.

use crate::cli::{FileProblem, LineProblem, Standing, Tally};
use crate::doc::{Inlines, code, field};
use crate::input::Tried;
use crate::say;
use crate::text::number::grouped;

/// Why a line asks nothing.
pub(crate) fn line_problem(problem: &LineProblem) -> Inlines {
    match problem {
        LineProblem::TooLong { mebibytes } => say!(
            "この行は {mebibytes} MiB を超えているため、読み込んでいません。",
            mebibytes = *mebibytes
        ),
        LineProblem::NotUtf8 => say!("この行は UTF-8 のテキストではありません。"),
        LineProblem::NotJson { column } => say!(
            "この行は JSON ではありません（{column} 文字目で判明）。PEM ファイルの内容は、改行を `\\n` と書いて `chain` の文字列に入れてください。",
            column = *column
        ),
        LineProblem::NoChain => say!(
            "この行には `chain` がありません。{example} のように書いてください。",
            example = code(r#"{"chain": "-----BEGIN CERTIFICATE-----…"}"#)
        ),
        LineProblem::WrongType { field: name } => match *name {
            "chain" | "client" => say!(
                "{name} は文字列か、文字列のリストでなければなりません。",
                name = code(*name)
            ),
            other => say!(
                "{other} は文字列でなければなりません。",
                other = code(other)
            ),
        },
        LineProblem::NoCertificate => say!(
            "チェーンに証明書がありません。PEM、base64 で表した DER、または `openssl s_client -showcerts` の出力を入れてください。"
        ),
        LineProblem::Closed(Tried::Usual) => say!(
            "チェーンは暗号化されていて、よく使われるパスワードでは開けません。パスワードを書いたファイルを `--password-file` で指定してください。"
        ),
        LineProblem::Closed(Tried::Given) => say!(
            "チェーンは暗号化されていて、`--password-file` で指定されたファイルのどのパスワードでも開けません。"
        ),
        LineProblem::Asked(complaint) => super::cli::complaint(complaint),
        LineProblem::File(problem) => file(*problem),
    }
}

fn file(problem: FileProblem) -> Inlines {
    match problem {
        FileProblem::Missing => {
            say!("ファイルがなくなっているか、リンク先がありません。")
        }
        FileProblem::Folder => say!("フォルダーの入れ子が深すぎます。"),
        FileProblem::Denied => say!("読み取りが許可されていません。"),
        FileProblem::TooLarge { mebibytes } => say!(
            "ファイルは {mebibytes} MiB を超えているため、読み込んでいません。",
            mebibytes
        ),
        FileProblem::Other(kind) => say!(
            "読み込めません（{reason}）。",
            reason = field(kind.to_string())
        ),
    }
}

/// How far it is.
pub(crate) fn standing(standing: &Standing) -> Inlines {
    let share = standing.hundredths.map_or_else(Inlines::new, |hundredths| {
        say!("{hundredths} %、", hundredths)
    });
    let head = say!(
        "{share}{done} 件、毎秒 {rate} 件",
        done = grouped(standing.done),
        rate = grouped(standing.per_second),
        share
    );
    match standing.left {
        None => head,
        Some(seconds @ ..60) => say!("{head}、残り {seconds} 秒", head, seconds),
        Some(seconds) => say!(
            "{head}、残り {minutes} 分",
            minutes = seconds.div_ceil(60),
            head
        ),
    }
}

/// That some lines have no answer.
pub(crate) fn unreadable(tally: &Tally) -> Inlines {
    say!(
        "結果を出せなかった行: {all} 行のうち {count} 行。最初は {first} 行目です。理由は、その行の `error` に書かれています。",
        count = grouped(tally.unreadable),
        all = grouped(tally.all()),
        first = tally.first_unreadable
    )
}

/// How all lines ended.
pub(crate) fn done(tally: &Tally) -> Inlines {
    say!(
        "{all} 件の結果: 信頼される {trusted} 件、信頼されない {not_trusted} 件、判定できない {undecided} 件、読み取れない {unreadable} 件。",
        all = grouped(tally.all()),
        trusted = grouped(tally.trusted),
        not_trusted = grouped(tally.not_trusted),
        undecided = grouped(tally.undecided),
        unreadable = grouped(tally.unreadable)
    )
}
