//! コンピューターのクライアントが読むもの。

use crate::cli::{FileState, SetVariable, VariableKind};
use crate::doc::{Inlines, code, field};
use crate::say;

/// The title.
pub(in crate::text) fn title() -> Inlines {
    say!("このコンピューターのプログラムがルート証明書を読む場所")
}

/// The word for a machine without trouble.
pub(in crate::text) const fn sound() -> &'static str {
    "問題なし"
}

/// The word for a machine with trouble.
pub(in crate::text) const fn not_sound() -> &'static str {
    "要確認"
}

/// The answer in a sentence.
pub(in crate::text) fn headline(is_sound: bool) -> Inlines {
    if is_sound {
        say!("見つかったプログラムはすべてルート証明書を読んでおり、Amazon S3 を信頼します。")
    } else {
        say!(
            "環境変数かファイルに問題があるか、Amazon S3 または指定したサーバーを信頼しないプログラムがあります。"
        )
    }
}

/// No variable is set.
pub(in crate::text) fn no_variables() -> Inlines {
    say!("ルート証明書に関する環境変数は設定されていません。")
}

/// No program was found.
pub(in crate::text) fn no_programs() -> Inlines {
    say!("検索パスに、certwhy が知っているプログラムは見つかりませんでした。")
}

/// A variable that is set.
pub(in crate::text) fn variable(set: &SetVariable) -> Inlines {
    let (name, value) = (code(set.name.clone()), field(set.value.clone()));
    match set.kind {
        VariableKind::Read(_) => say!(
            "{name} = {value}: {state}",
            name,
            value,
            state = state(&set.state)
        ),
        VariableKind::Misnamed(meant) => say!(
            "{name} = {value}: この名前の環境変数を読むプログラムはありません。正しい名前は {meant} です。",
            name,
            value,
            meant = code(meant.name())
        ),
    }
}

/// The name of the fact where a program is.
pub(in crate::text) const fn program_path() -> &'static str {
    "場所"
}

/// The name of the fact what it reads.
pub(in crate::text) const fn reads() -> &'static str {
    "読むもの"
}

/// Nothing is set that could be read.
pub(in crate::text) fn reads_nothing() -> Inlines {
    say!("certwhy からは見つかりませんでした。プログラムに内蔵されている可能性があります")
}

/// A place with its file.
pub(in crate::text) fn place_at(place: Inlines, path: Inlines, state: Inlines) -> Inlines {
    say!("{place}（{path}）: {state}", place, path, state)
}

/// A place without a file.
pub(in crate::text) fn place(place: Inlines, state: Inlines) -> Inlines {
    say!("{place}: {state}", place, state)
}

/// What a file is.
pub(in crate::text) fn state(state: &FileState) -> Inlines {
    match state {
        FileState::Missing => {
            say!("**ファイルがないため、ルート証明書は読み込まれません**")
        }
        FileState::Folder => say!("証明書のフォルダー"),
        FileState::Unreadable => say!("**読み取れません**"),
        FileState::NoCertificates => say!("**証明書が入っていません**"),
        FileState::Unknown => say!("certwhy からは開けません"),
        FileState::Certificates {
            count,
            release,
            damaged,
        } => {
            let of = match release {
                Some(release) => say!(
                    "証明書 {count} 件、{release} に相当",
                    count = count.to_string(),
                    release = field(release.clone())
                ),
                None => say!("証明書 {count} 件", count = count.to_string()),
            };
            if *damaged == 0 {
                of
            } else {
                say!(
                    "{of}、**破損あり（`certwhy bundle` で場所を確認できます）**",
                    of
                )
            }
        }
    }
}

/// Whether a server would be trusted.
pub(in crate::text) fn trusted(trusted: Option<bool>) -> Inlines {
    match trusted {
        Some(true) => say!("信頼されます"),
        Some(false) => say!("**信頼されません**"),
        None => say!("certwhy がすべてのルート証明書を読めないため、わかりません"),
    }
}

/// What was left out.
pub(in crate::text) fn limits() -> Inlines {
    say!(
        "何も変更しておらず、指定されたもの以外のサーバーには接続していません。Houdini や Maya のように専用の Python を持つプログラムは、検索パスにはありません。そのプログラムが設定したウィンドウで certwhy を実行するか、専用の Python を確認してください。コードの中の引数、サービスやほかのユーザーの設定も見えません。"
    )
}
