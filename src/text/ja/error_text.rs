//! What an error text tells, and what it does not.

use crate::doc::{Inlines, code, field, strong};
use crate::error_text::{
    Call, CreatedEntity, Missing, Server, Setting, Stack, SwitchesVerificationOff, Symptom, System,
    Trouble, VerifyCode, WrongVariable,
};
use crate::say;
use crate::text::write::{Key, Run};

/// The name of a fact.
pub(in crate::text) const fn key(key: Key) -> &'static str {
    match key {
        Key::Failure => "失敗した内容",
        Key::Program => "プログラム",
        Key::Call => "実行していた処理",
        Key::Server => "サーバー",
        Key::Python => "Python",
        Key::Api => "API",
        Key::Toolkit => "Toolkit Core",
        Key::System => "OS",
        Key::Application => "アプリケーション",
        Key::Settings => "ルート証明書に関する設定",
    }
}

/// Nothing was found in it.
pub(in crate::text) fn nothing() -> Inlines {
    say!("このテキストには、certwhy が認識できる情報がありませんでした。")
}

/// The headline where the text is of another failure.
pub(in crate::text) fn something_else() -> Inlines {
    say!("このエラーメッセージは、サーバー証明書の問題を示すものではありません。")
}

/// What failed, with OpenSSL's number where there is one.
pub(in crate::text) fn failure(symptom: Symptom, verify: Option<VerifyCode>) -> Inlines {
    let sentence = said(symptom);
    match verify.map(|verify| (verify.number(), verify.sentence())) {
        Some((number, Some(words))) => say!(
            "{sentence}OpenSSL のエラー番号は {number}（{words}）です。",
            sentence,
            number = u32::from(number),
            words = code(words)
        ),
        Some((number, None)) => say!(
            "{sentence}OpenSSL のエラー番号は {number} です。",
            sentence,
            number = u32::from(number)
        ),
        None => sentence,
    }
}

fn said(symptom: Symptom) -> Inlines {
    match symptom {
        Symptom::UntrustedIssuer => say!(
            "サーバーの証明書から、プログラムが信頼するルート証明書までたどれませんでした。このコンピューターにルート証明書が足りないか、サーバーが中間証明書を送信していない可能性があります。どちらであるかは、このテキストだけでは分かりません。"
        ),
        Symptom::SelfSignedInChain => say!(
            "サーバーのチェーンの終端が、プログラムの信頼していないルート証明書でした。通信を検査するプロキシやセキュリティソフト、または社内の認証局であることがよくあります。"
        ),
        Symptom::SelfSignedLeaf => say!("サーバーの証明書が、それ自身の鍵だけで署名されています。"),
        Symptom::Expired => {
            say!("証明書の有効期限が切れているか、このコンピューターの時計が合っていません。")
        }
        Symptom::NotYetValid => say!(
            "証明書の有効期間がまだ始まっていないか、このコンピューターの時計が合っていません。"
        ),
        Symptom::OutsideValidity => {
            say!("証明書が有効期間外であるか、このコンピューターの時計が合っていません。")
        }
        Symptom::HostMismatch => say!("サーバーの証明書に、接続先の名前が含まれていません。"),
        Symptom::TooWeak => say!("鍵または署名の強度が、このプログラムの基準に達していません。"),
        Symptom::BadSignature => say!("証明書の署名が正しくありません。"),
        Symptom::NameConstraints => say!("認証局に、この名前の証明書を発行する権限がありません。"),
        Symptom::WrongUse => say!("証明書が、本来とは異なる用途に使われています。"),
        Symptom::Form => say!("証明書が、このプログラムの求める形式上の規則に従っていません。"),
        Symptom::Revoked => say!("証明書が認証局によって失効（取り消し）されています。"),
        Symptom::RevocationUnknown => {
            say!("証明書が失効しているかどうかを、プログラムが確認できませんでした。")
        }
        Symptom::Distrusted => say!("証明書を信頼しないようにプログラムが設定されています。"),
        Symptom::Unverified => say!(
            "プログラムがサーバーの証明書を検証できませんでした。理由はテキストに書かれていません。"
        ),
        Symptom::BundleUnreadable => {
            say!("信頼するルート証明書のファイルを、プログラムが読み込めませんでした。")
        }
        Symptom::PeerRefused => say!(
            "提示した証明書を通信相手が拒否しました。このテキストを出力したプログラムのルート証明書の問題ではありません。"
        ),
        Symptom::Protocol => say!(
            "双方に共通する TLS の通信方式が見つかりませんでした。証明書が拒否されたのではありません。多くの場合、アドレスかポートの誤り、途中のプロキシ、またはどちらかのソフトウェアの古さが原因です。"
        ),
        Symptom::Hidden => say!(
            "プログラムが何度か試みた後に処理を中止しましたが、理由は表示されていません。証明書の拒否はその可能性の 1 つです。プログラムのログに詳しい情報が残っていることがあります。"
        ),
        Symptom::Passed => say!("証明書の検証に成功しています。失敗は記録されていません。"),
        Symptom::NotCertificates(trouble) => trouble_said(trouble),
    }
}

fn trouble_said(trouble: Trouble) -> Inlines {
    match trouble {
        Trouble::NameNotFound => {
            say!("サーバーの名前が見つかりませんでした。証明書は関係していません。")
        }
        Trouble::Refused => say!("接続先から応答がありませんでした。証明書は関係していません。"),
        Trouble::Interrupted => say!(
            "接続に時間がかかりすぎたか、途中で切断されました。証明書が拒否されたのではありません。"
        ),
        Trouble::Proxy => {
            say!("プロキシが接続を拒否しました。証明書が拒否されたのではありません。")
        }
    }
}

/// The program, and what it stands on or under.
pub(in crate::text) fn program(stack: Stack, layers: &[Stack]) -> Inlines {
    let is_other = |layer: &&Stack| **layer != stack;
    let others: Vec<&'static str> = layers
        .iter()
        .filter(is_other)
        .map(|layer| layer.name())
        .collect();
    if others.is_empty() {
        return stack.name().into();
    }
    say!(
        "{stack}（ほかに {others}）",
        stack = stack.name(),
        others = Inlines::join(others, "、")
    )
}

/// What it was doing.
pub(in crate::text) fn call(call: Call) -> Inlines {
    match call {
        Call::Api => say!("サイトの API の呼び出し"),
        Call::Upload => say!(
            "ファイルのアップロード（アップロード先がサイトか Amazon S3 かは、テキストからは分かりません）"
        ),
        Call::UploadSite => say!("サイトへのファイルのアップロード"),
        Call::UploadS3 => say!("Amazon S3 へのファイルの直接アップロード"),
        Call::Download => say!("ファイルのダウンロード"),
        Call::ToolkitDownload => say!("Toolkit によるアプリまたはリリースのダウンロード"),
        Call::Connect => say!("接続"),
    }
}

/// The server.
pub(in crate::text) fn server(server: &Server) -> Inlines {
    let host = field(server.host.to_string());
    match server.port {
        Some(port) => say!("{host}（ポート {port}）", host, port = u32::from(port)),
        None => host.into(),
    }
}

/// One release of Python.
pub(in crate::text) fn python_exactly(version: &str) -> Inlines {
    version.to_owned().into()
}

/// Several releases that cannot be told apart.
pub(in crate::text) fn python_one_of(runs: &[Run]) -> Inlines {
    match runs {
        [(first, last)] if first == last => first.clone().into(),
        runs => say!("{runs} のいずれか", runs = joined(runs)),
    }
}

/// Releases that are likely.
pub(in crate::text) fn python_probably(runs: &[Run]) -> Inlines {
    say!("おそらく {runs}（確実ではありません）", runs = joined(runs))
}

fn joined(runs: &[Run]) -> Inlines {
    let run = |(first, last): &Run| {
        if first == last {
            first.clone().into()
        } else {
            say!(
                "{first}～{last}",
                first = first.clone(),
                last = last.clone()
            )
        }
    };
    Inlines::join(runs.iter().map(run), "、")
}

/// Releases of a package, told by the lines of the traceback.
pub(in crate::text) fn releases(package: &'static str, (first, last): (&str, &str)) -> Inlines {
    if first == last {
        say!(
            "{package} {first}（トレースバックの行番号から判定）",
            package,
            first = first.to_owned()
        )
    } else {
        say!(
            "{package} {first}～{last}（トレースバックの行番号から判定）",
            package,
            first = first.to_owned(),
            last = last.to_owned()
        )
    }
}

/// The operating system.
pub(in crate::text) fn system(system: System) -> Inlines {
    match system {
        System::Windows => "Windows".into(),
        System::MacOs => "macOS".into(),
        System::Linux => "Linux".into(),
    }
}

/// Variables and files for roots.
pub(in crate::text) fn settings(settings: &[Setting]) -> Inlines {
    let setting = |setting: &Setting| match setting {
        Setting::Variable {
            variable,
            value: Some(value),
        } => {
            say!(
                "{name} = {value}",
                name = code(variable.name()),
                value = field(value.clone())
            )
        }
        Setting::Variable {
            variable,
            value: None,
        } => code(variable.name()).into(),
        Setting::File(path) => field(path.clone()).into(),
    };
    Inlines::join(settings.iter().map(setting), "、")
}

/// Something exists although the call failed.
pub(in crate::text) fn created(entity: &CreatedEntity) -> Inlines {
    let name = field(format!("{} {}", entity.kind, entity.name));
    let exists = if let Some(id) = entity.id {
        say!(
            "処理は失敗しましたが、サーバーには {name}（ID {id}）が作成されています。",
            name,
            id = id.to_string()
        )
    } else {
        say!(
            "処理は失敗しましたが、サーバーには {name} が作成されています。",
            name
        )
    };
    say!(
        "{exists}そのままもう一度パブリッシュすると重複するため、先にサーバー上の内容を確認してください。サムネイルなど、その後に登録されるはずだったものが欠けている可能性があります。",
        exists = strong(exists)
    )
}

/// A variable that nothing reads.
pub(in crate::text) fn wrong_variable(wrong: &WrongVariable) -> Inlines {
    let (name, meant) = (code(&wrong.name), code(wrong.meant.name()));
    if wrong.name.eq_ignore_ascii_case(wrong.meant.name()) {
        say!(
            "環境変数 {name} は、{meant} と大文字・小文字が異なります。同じものとして扱われるのは Windows だけで、それ以外の OS では効果がありません。",
            name,
            meant
        )
    } else {
        say!(
            "環境変数 {name} を参照するプログラムはなく、設定しても効果がありません。現在の製品名にかかわらず、API が参照するのは {meant} です。",
            name,
            meant
        )
    }
}

/// Something in the text switches verification off.
pub(in crate::text) fn switches_off(switches: &[SwitchesVerificationOff]) -> Inlines {
    let mut owners: Vec<&'static str> = switches.iter().map(|switch| switch.owner()).collect();
    owners.dedup();
    say!(
        "このテキストには、証明書の検証を無効にする設定（{owners}）が含まれています。使用しないでください。誰の証明書でも受け入れるようになり、通信内容を第三者に読まれたり書き換えられたりするおそれがあります。また、原因も解消されません。",
        owners = Inlines::join(owners, "、")
    )
}

/// The frames fit no release.
pub(in crate::text) fn changed_copy() -> Inlines {
    say!(
        "トレースバックの行番号が、公開されているどのリリースの API や Toolkit とも一致しません。ファイルが変更されているか、certwhy の知らない新しいリリースです。"
    )
}

/// Another client was judged for than the one of the text.
pub(in crate::text) fn stand_in(named: &'static str, used: &str) -> Inlines {
    say!(
        "このテキストを出力したのは {named} です。certwhy はこのクライアントの動作にまだ対応していないため、証明書は {used} の動作に基づいて判定します。",
        named = code(named),
        used = code(used)
    )
}

/// Before the list of what is missing.
pub(in crate::text) fn cannot_tell() -> Inlines {
    say!("このテキストからは、次のことは分かりません。")
}

/// What is missing.
pub(in crate::text) fn missing(missing: Missing) -> Inlines {
    match missing {
        Missing::Cause => say!("そもそも証明書が原因であるかどうか"),
        Missing::Reason => say!("証明書が拒否された理由"),
        Missing::Chain => {
            say!("サーバーが送信する証明書と、それを信頼するために必要なルート証明書")
        }
        Missing::Bundle => say!("プログラムが信頼するルート証明書（CA バンドルの内容）"),
        Missing::Server => say!("接続先のサーバー"),
        Missing::Program => say!("テキストを出力したプログラムまたはライブラリ"),
        Missing::Call => say!(
            "実行していた処理（API の呼び出し、アップロード、ダウンロードでは、参照するルート証明書が異なることがあります）"
        ),
        Missing::ApiVersion => say!("使用していた API のバージョン"),
    }
}
