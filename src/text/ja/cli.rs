//! Japanese words of the command line.

use crate::cli::{Complaint, Expected, FileProblem, Notice, Protected, Refusal, WriteProblem};
use crate::doc::{Inlines, code, field};
use crate::environment::{PROGRAMS, UnknownProgram};
use crate::input::Tried;
use crate::repair::NotRepaired;
use crate::say;
use crate::text::name::first_few;
use std::io::ErrorKind;
use std::path::Path;

#[cfg(feature = "connect")]
mod connect;

/// What stands against the arguments or a file.
pub(crate) fn complaint(complaint: &Complaint) -> Inlines {
    match complaint {
        Complaint::NothingGiven => say!(
            "調べる対象がありません。バンドル、証明書チェーン、エラーメッセージのいずれかを FILE に指定するか、`--connect` でサーバーを指定してください。詳しくは `certwhy explain --help` をご覧ください。"
        ),
        Complaint::Unreadable {
            path,
            expected,
            problem,
        } => unreadable(path, *expected, *problem),
        Complaint::NothingInIt { path, expected } => say!(
            "{path}: {wanted}が見つかりません。ここに指定できるのは{form}です。",
            path = shown(path),
            wanted = wanted(*expected),
            form = form(*expected),
        ),
        Complaint::PasswordNeeded { path, tried } => closed(path, *tried),
        Complaint::StandardInputTwice => {
            say!("`-` は標準入力を表します。標準入力は一度しか読めません。")
        }
        Complaint::Host { given, problem } => super::host::words(given, problem),
        Complaint::BatchFormat => say!(
            "`--batch` の結果は 1 行に 1 つの JSON です。`--format` は指定しないでください。レポート全体が必要な場合は `--details` を付けます。"
        ),
        Complaint::InputBroken(problem) => {
            unreadable(Path::new("--batch"), Expected::Batch, *problem)
        }
        Complaint::Port { given } => say!(
            "{given} のポート番号が正しくありません（1〜65535）。`example.com:8443` や `[::1]:443` のように HOST または HOST:PORT の形で指定してください。",
            given = code(given.clone()),
        ),
        Complaint::Time { given } => say!(
            "{given} は日時として読めません。`2024-01-15` のような日付か、`2024-01-15T12:00:00Z` のような日時を指定してください。",
            given = code(given.clone()),
        ),
        Complaint::Client { given } => say!(
            "{given} というクライアントはありません。指定できるものは `certwhy clients` で確認できます。`all` はすべてのクライアントを表します。",
            given = code(given.clone()),
        ),
        Complaint::Program(UnknownProgram::Name(given)) => say!(
            "{given} というプログラムはありません。指定できるものの例: {names}。",
            given = code(given.clone()),
            names = Inlines::join(PROGRAMS.iter().map(|name| code(*name)), "、")
        ),
        Complaint::Program(UnknownProgram::Release(given)) => say!(
            "{given} はバージョンではありません。`shotgun_api3@3.0.36` のように指定します。",
            given = code(given.clone())
        ),
        Complaint::Code { given } => say!(
            "{given} というコードはありません。コードの一覧は `certwhy codes` で確認できます。",
            given = code(given.clone()),
        ),
        #[cfg(feature = "connect")]
        Complaint::Connect { target, problem } => connect::problem(target, problem),
        Complaint::Refused(refusal) => refused(refusal),
        Complaint::NotWritten { path, problem } => not_written(path, problem),
    }
}

/// What the user is told beside the output.
pub(crate) fn notice(notice: &Notice) -> Inlines {
    match notice {
        Notice::NothingToRepair => {
            say!("修復の必要はありません。ファイルに破損はなく、必要な証明書はすべて揃っています。")
        }
        Notice::Repaired { to, kept, added } => repaired(to.as_deref(), *kept, added),
        Notice::DamagedLeftOut { count } => say!(
            "証明書として読めない箇所（{count} 件）を除きました。場所は `certwhy bundle` で確認できます。",
            count = *count,
        ),
        Notice::DuplicatesLeftOut { count } => say!(
            "重複している証明書（{count} 件）を除きました。",
            count = *count,
        ),
        Notice::PrivateKeyLeftOut => say!(
            "秘密鍵を除きました。CA バンドルに秘密鍵を入れてはいけません。このファイルを読めた人は秘密鍵を手に入れています。"
        ),
        Notice::NotTrustedLeftOut { count } => say!(
            "ファイル自身が信頼していない証明書（{count} 件）を除きました。理由は `certwhy bundle` で確認できます。",
            count = *count,
        ),
        Notice::Protected(protected) => protected_by(*protected),
        Notice::LinesUnreadable(tally) => super::batch::unreadable(tally),
        Notice::BatchDone(tally) => super::batch::done(tally),
        Notice::Backup { path } => {
            say!("元のファイルは {path} に残しました。", path = shown(path),)
        }
    }
}

/// How to see what is folded.
pub(crate) fn folded() -> Inlines {
    say!("折りたたまれた部分は `--details` を付けるとすべて表示されます。")
}

fn closed(path: &Path, tried: Tried) -> Inlines {
    match tried {
        Tried::Usual => say!(
            "{path}: 暗号化されていて、よく使われるパスワードでは開けません。パスワードを書いたファイルを `--password-file` で指定してください。",
            path = shown(path),
        ),
        Tried::Given => say!(
            "{path}: 暗号化されていて、`--password-file` で指定されたファイルのパスワードでは開けません。",
            path = shown(path),
        ),
    }
}

fn unreadable(path: &Path, expected: Expected, problem: FileProblem) -> Inlines {
    let path = shown(path);
    let form = form(expected);
    match problem {
        FileProblem::Missing => {
            say!(
                "{path}: ファイルがありません。ここに指定できるのは{form}です。",
                path,
                form
            )
        }
        FileProblem::Folder => {
            say!(
                "{path}: これはフォルダーです。ここに指定できるのは{form}です。",
                path,
                form
            )
        }
        FileProblem::Denied => say!(
            "{path}: 読み取りが許可されていません。許可のあるユーザーで実行するか、ファイルをコピーしてください。ここに指定できるのは{form}です。",
            path,
            form
        ),
        FileProblem::TooLarge { mebibytes } => say!(
            "{path}: {mebibytes} MiB を超えているため読み込みません。ここに指定できるのは{form}です。",
            path,
            mebibytes,
            form
        ),
        FileProblem::Other(kind) => say!(
            "{path}: 読み込めません（{reason}）。ここに指定できるのは{form}です。",
            reason = reason(kind),
            path,
            form
        ),
    }
}

fn wanted(expected: Expected) -> Inlines {
    match expected {
        Expected::Bundle | Expected::Chain | Expected::KnownRoots | Expected::Batch => {
            "証明書".into()
        }
        Expected::Password => "パスワード".into(),
        Expected::ErrorText => "エラーメッセージ".into(),
        Expected::Anything => "証明書もエラーメッセージも".into(),
    }
}

fn form(expected: Expected) -> Inlines {
    match expected {
        Expected::Bundle => "CA バンドル（PEM、DER、PKCS #7、キーストア）".into(),
        Expected::Chain => {
            say!(
                "サーバーの証明書（PEM、DER、PKCS #7、または `openssl s_client -showcerts` の出力）"
            )
        }
        Expected::ErrorText => "失敗したプログラムのエラーメッセージ".into(),
        Expected::Anything => {
            "CA バンドル、サーバーの証明書、失敗したプログラムのエラーメッセージのいずれか".into()
        }
        Expected::Batch => say!(
            "1 行に 1 つの JSON オブジェクト（{example} など）を並べたファイル、またはチェーンのファイルを集めたフォルダー",
            example = code(r#"{"id": 1, "host": "www.example.com", "chain": "-----BEGIN…"}"#)
        ),
        Expected::KnownRoots => "ルート証明書（PEM、DER、PKCS #7、キーストア）".into(),
        Expected::Password => "パスワードを一行に一つずつ書いたテキストファイル".into(),
    }
}

fn refused(refusal: &Refusal) -> Inlines {
    match refusal {
        Refusal::NotRepaired(reason) => not_repaired(*reason),
        Refusal::NotForAll(clients) => say!(
            "書き込みを行いませんでした。指定したすべてのクライアントがこのチェーンを信頼するようになる公的なルート証明書の組み合わせがありません。信頼しないままのクライアント: {clients}。これらを `--client` から外してください。原因は、それぞれを指定した `certwhy explain` で確認できます。",
            clients = clients.join(", ")
        ),
        Refusal::StandardInputInPlace => say!(
            "標準入力は上書きできません。ファイルを指定するか、`--in-place` を外してください。"
        ),
        Refusal::OtherForm => say!(
            "書き込みませんでした。上書きするとファイルの形式が変わり、このファイルを使うプログラムが読めなくなります。`-o` で別のファイルに書き出し、形式は `--container` で選んでください。"
        ),
        Refusal::Closed(_) => say!(
            "書き込みませんでした。ファイルの中に開けない部分があり、その内容が失われてしまいます。理由は `certwhy bundle` で確認できます。"
        ),
        Refusal::HoldsPrivateKey => say!(
            "書き込みませんでした。このキーストアには秘密鍵があります。certwhy は秘密鍵を決してコピーしないため、上書きすると失われてしまいます。`-o` で、証明書を別のファイルに書き出してください。"
        ),
        Refusal::PasswordUnknown => say!(
            "書き込みませんでした。上書きする場合は元のパスワードを引き継ぎますが、試したパスワードはどれも合いません。パスワードを書いたファイルを `--password-file` で指定してください。"
        ),
        Refusal::PasswordNotAscii => say!(
            "書き込みませんでした。Java が開ける PKCS #12 のファイルは、パスワードが ASCII 文字だけのものに限られます。別のパスワードにするか、`--container jks` を指定してください。"
        ),
        Refusal::NeedsFile => say!(
            "書き込みませんでした。キーストアはテキストではありません。`-o` で書き込み先のファイルを指定してください。"
        ),
    }
}

fn protected_by(protected: Protected) -> Inlines {
    match protected {
        Protected::ByTheUsual => say!(
            "キーストアのパスワードは `changeit` です。誰もが知っているパスワードで、ほとんどのトラストストアで使われています。別のパスワードは `--password-file` で指定できます。"
        ),
        Protected::ByTheGiven => say!(
            "キーストアのパスワードは、`--password-file` で指定されたファイルの最初のパスワードです。"
        ),
        Protected::AsBefore => say!("キーストアのパスワードは元のままです。"),
        Protected::ByNothing => say!(
            "キーストアにパスワードは設定されていません。Java 18 以降に付属するものと同じです。"
        ),
    }
}

fn not_repaired(reason: NotRepaired) -> Inlines {
    match reason {
        NotRepaired::NoProvenRemedy => say!(
            "書き込みませんでした。クライアントがこのチェーンを信頼するようになると確かめられた、バンドルの変更はありません。同じファイルで `certwhy explain` を実行すると原因が分かります。"
        ),
        NotRepaired::ServerMustAct => say!(
            "書き込みませんでした。原因はバンドルではなく、サーバー側の変更が必要です。同じファイルで `certwhy explain` を実行すると手順が分かります。"
        ),
        NotRepaired::OtherRemedy(action) => say!(
            "書き込みませんでした。確かめられた対処は {action} ですが、`repair` は証明書を取り除きません。同じファイルで `certwhy explain` を実行すると手順が分かります。",
            action = code(action),
        ),
        NotRepaired::UseCurrent => say!(
            "書き込みませんでした。ルート証明書を 1 つ加えるだけでは解決しませんが、最新の公開リストなら解決します。`--chain` の代わりに `--current` を付けて `repair` を実行してください。"
        ),
        NotRepaired::Undecided => say!(
            "書き込みませんでした。クライアントがこのチェーンを信頼するかどうかを判定できません。同じファイルで `certwhy explain` を実行すると理由が分かります。"
        ),
    }
}

fn not_written(path: &Path, problem: &WriteProblem) -> Inlines {
    let path = shown(path);
    match problem {
        WriteProblem::FolderMissing => {
            say!("{path}: 書き込めません。フォルダーがありません。", path)
        }
        WriteProblem::Denied => say!(
            "{path}: 書き込めません。書き込みが許可されていません。",
            path
        ),
        WriteProblem::IsTheInput => say!(
            "{path}: 書き込みませんでした。これは修復するバンドルそのものです。別の名前を指定するか、バックアップを残す `--in-place` を付けてください。",
            path
        ),
        WriteProblem::Folder => {
            say!(
                "{path}: 書き込めません。これはフォルダーです。ファイル名を指定してください。",
                path
            )
        }
        WriteProblem::InTheInput => say!(
            "{path}: 書き込みませんでした。これは `--batch` で読み込む対象に含まれています。別の場所を指定してください。",
            path
        ),
        WriteProblem::HoldsOtherAnswers => say!(
            "{path}: 書き込みませんでした。ファイルは元のままです。すでにある内容が、この実行の結果の先頭部分と一致しません。入力、バンドル、オプション、certwhy のバージョンのいずれかが前回と異なります。別の名前を指定するか、このファイルを移動してください。",
            path
        ),
        WriteProblem::ReadBackDiffers => say!(
            "{path}: 書き込んだ内容と読み戻した内容が一致しません。このファイルは使わず、ディスクを確認してください。",
            path
        ),
        WriteProblem::NoBackupName => say!(
            "{path}: 書き込みませんでした。バックアップに使える名前が残っていません。古いバックアップを移動してください。",
            path
        ),
        WriteProblem::Other(kind) => say!(
            "{path}: 書き込めません（{reason}）。",
            reason = reason(*kind),
            path
        ),
    }
}

fn repaired(to: Option<&Path>, kept: usize, added: &[String]) -> Inlines {
    let head = if let Some(path) = to {
        say!(
            "{path} に書き込み、読み戻して確認しました。元の証明書 {kept} 件、追加 {count} 件",
            path = shown(path),
            count = added.len(),
            kept
        )
    } else {
        say!(
            "元の証明書 {kept} 件、追加 {count} 件",
            count = added.len(),
            kept
        )
    };
    if added.is_empty() {
        return head.text("。");
    }
    let names = match first_few(added, "、", |name| field(name.clone()).into()) {
        (names, 0) => names,
        (names, more) => say!("{names}ほか {more} 件", names, more),
    };
    head.text("（").then(names).text("）。")
}

fn shown(path: &Path) -> Inlines {
    code(path.to_string_lossy()).into()
}

/// The system's own words, as they are.
fn reason(kind: ErrorKind) -> Inlines {
    field(kind.to_string()).into()
}
