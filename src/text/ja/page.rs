//! Japanese words of the support page.

use crate::doc::Inlines;
use crate::page::share::{NotShared, Problem as LinkProblem};
use crate::say;
use crate::text::PageWord;

/// A word of the frame.
#[expect(clippy::too_many_lines, reason = "one line for each word")]
pub(in crate::text) const fn word(word: PageWord) -> &'static str {
    match word {
        PageWord::Title => "certwhy：証明書チェーンの検証はなぜ失敗するのか",
        PageWord::Description => {
            "CA バンドルとサーバーの証明書をドロップすると、足りないルート証明書を特定し、その根拠と対処方法を示します。データがブラウザーの外に送信されることはありません。"
        }
        PageWord::Heading => "証明書の検証が失敗するのはなぜ？",
        PageWord::Lead => {
            "お使いのプログラムが信頼するルート証明書のファイル、サーバーが送る証明書、またはエラーメッセージをここにドロップしてください。原因と、有効な対処の手順が表示されます。"
        }
        PageWord::Private => "ドロップした内容がこのブラウザーの外に送信されることはありません。",
        PageWord::BundleTitle => "お使いの CA バンドル",
        PageWord::BundleHint => {
            "プログラムが使う、信頼するルート証明書のファイルです（cacerts.txt、cacert.pem など）。"
        }
        PageWord::ChainTitle => "サーバーの証明書チェーン",
        PageWord::ChainHint => "サーバーが送ってくる証明書です。",
        PageWord::HowToGetIt => "取得する方法",
        PageWord::ErrorTitle => "エラーメッセージ",
        PageWord::ErrorHint => "トレースバックがあれば、それを含む全文です。",
        PageWord::PasteHere => "ここにファイルをドロップするか、テキストを貼り付けてください",
        PageWord::Choose => "ファイルを選択",
        PageWord::HostLabel => "サーバー名",
        PageWord::HostHint => "例: s3.amazonaws.com（空欄の場合、名前は照合しません）",
        PageWord::AtLabel => "日時（UTC）",
        PageWord::AtHint => "プログラムが動く時点（空欄の場合は現在）",
        PageWord::ProgramLabel => "プログラム",
        PageWord::ProgramHint => "失敗したもの（エラーメッセージからも判断します）",
        PageWord::SystemLabel => "OS",
        PageWord::SystemHint => "プログラムが動く OS（同上）",
        PageWord::PasswordLabel => "パスワード",
        PageWord::PasswordHint => "キーストアを開くもの（保存も送信もしません）",
        PageWord::Automatic => "自動",
        PageWord::ClientLabel => "検証の規則",
        PageWord::ClientHint => "プログラムの検証方法（ほかの判定も表示します）",
        PageWord::ClientAutomatic => "自動（通常は OpenSSL 3）",
        PageWord::Options => "サーバー名・日時・プログラム",
        PageWord::Clear => "すべて消去",
        PageWord::Busy => "調べています…",
        PageWord::Cancel => "中止",
        PageWord::Cancelled => "中止しました。入力を変えると、もう一度調べます。",
        PageWord::Broken => {
            "certwhy の不具合により、この入力を調べられませんでした。入力のどれかを取り除くと、もう一度調べます。"
        }
        PageWord::Remove => "取り除く",
        PageWord::UseAsBundle => "これは CA バンドルです",
        PageWord::UseAsChain => "これはサーバーの証明書チェーンです",
        PageWord::KeyLeftOut => {
            "秘密鍵が含まれていました。鍵の内容はただちに破棄しました。このファイルをほかの人に渡したことがある場合、その鍵は漏れたものとして扱ってください。"
        }
        PageWord::KeyRefused => {
            "秘密鍵が含まれているため、このファイルの内容は保持していません。必要なのは証明書だけです。"
        }
        PageWord::Copy => "コピー",
        PageWord::Copied => "コピーしました",
        PageWord::CopyFailed => {
            "ブラウザーがコピーを許可していません。テキストを選択したので、キーボードでコピーしてください。"
        }
        PageWord::ExamplesTitle => "例で試す",
        PageWord::ExampleShown => {
            "これは例です。ご自分のファイルをドロップすると、例は消去されます。"
        }
        PageWord::ObtainTitle => "サーバーの証明書チェーンを取得する方法",
        PageWord::NextChain => {
            "これはバンドルだけを調べた結果です。サーバーの証明書チェーンを追加すると、このバンドルで信頼できるかどうかがわかります。"
        }
        PageWord::NextBundle => {
            "CA バンドルがないため、最新の公的なルート証明書の一覧を代わりに使いました。プログラムが使うファイルを追加すると、そのプログラムでの判定がわかります。"
        }
        PageWord::NextBoth => {
            "エラーメッセージだけでは、どのルート証明書が足りないのかはわかりません。プログラムの CA バンドルとサーバーの証明書チェーンを追加してください。"
        }
        PageWord::Preparing => {
            "公的なルート証明書を読み込んでいます。対処方法はまもなく表示されます。"
        }
        PageWord::SaveTitle => "対処に使うファイル",
        PageWord::SaveBundle => "修復済みの CA バンドル（.pem）",
        PageWord::SavePem => "足りないルート証明書（.pem）",
        PageWord::SaveDer => "足りないルート証明書（Windows 用 .cer）",
        PageWord::SaveScript => "Windows で照合してからインポートするスクリプト（.ps1）",
        PageWord::SaveHtml => "Web ページ（.html）",
        PageWord::SaveMarkdown => "Markdown（.md）",
        PageWord::SaveJson => "JSON（.json）",
        PageWord::CompareTitle => "拇印（サムプリント）を照合する",
        PageWord::CompareLabel => "Windows の画面、同僚、記事などにある拇印",
        PageWord::ShareTitle => "この入力を含むリンク",
        PageWord::ShareMake => "リンクを作成",
        PageWord::ShareHint => {
            "リンクそのものに証明書、サーバー名、エラーメッセージが含まれます。リンクを受け取った人はその内容を読めます。ほかの場所には保存されません。"
        }
        PageWord::ReportTitle => "問い合わせに添える報告書",
        PageWord::NoScript => {
            "このページには JavaScript と WebAssembly が必要です。使えない場合は、コマンドラインで同じ結果が得られます。"
        }
        PageWord::Failed => {
            "ページを開始できませんでした。ブラウザーが古いか、ページのファイルが足りません。コマンドラインでも同じ結果が得られます。"
        }
        PageWord::Unreadable => {
            "このファイルを読み取れませんでした。もう一度試すか、内容を貼り付けてください。"
        }
        PageWord::TooLarge => "このファイルは 64 MB を超えているため、読み込みませんでした。",
        PageWord::Pasted => "貼り付けたテキスト",
        PageWord::Answer => "判定結果",
        PageWord::Inputs => "手元にあるもの",
        PageWord::Sealed => {
            "読み込みが終わった後は、Content Security Policy によって、このページからの通信はすべて禁止されています。"
        }
        PageWord::OtherLanguage => "English",
    }
}

/// What an input with certificates holds.
pub(in crate::text) fn certificates(count: usize) -> Inlines {
    say!("証明書 {count} 枚", count)
}

/// What is said of inputs that are not listed.
pub(in crate::text) fn unlisted(more: usize) -> Inlines {
    say!(
        "ほかに {more} 件のファイルがあります。一覧には表示していませんが、判定には使われています。",
        more
    )
}

/// What an input with nothing but an error text holds.
pub(in crate::text) fn error_text() -> Inlines {
    say!("エラーメッセージ")
}

/// The title of an example of the page, by its id.
pub(in crate::text) fn example_title(id: &str) -> &str {
    match id {
        "s3-2020" => "2020 年の Amazon S3：2019 年のバンドルで信頼できる",
        "s3-2024-cross" => {
            "2024 年の Amazon S3：2019 年のバンドルでも、クロス証明書を通じてまだ信頼できる"
        }
        "s3-2024" => "2024 年の Amazon S3：2012 年のバンドルにルートが足りない",
        "s3-leaf-only" => "2024 年の Amazon S3：サーバー証明書しか取得できていない",
        "s3-2025" => "2025 年の Amazon S3：クロス証明書がなくなり、2019 年のバンドルでは失敗する",
        "proxy" => "会社のプロキシが間に入っている",
        "damaged" => "ルートの追記で壊れたバンドル",
        other => other,
    }
}

/// Why there is no link.
pub(in crate::text) fn not_shared(problem: NotShared) -> Inlines {
    match problem {
        NotShared::TooLong { characters } => say!(
            "この入力を含むリンクは {characters} 文字になり、メールやチャットでは途中で切れてしまいます。代わりに報告書を保存してください。",
            characters
        ),
        NotShared::PrivateKey => {
            say!("エラーメッセージに秘密鍵が含まれています。先に取り除いてください。")
        }
    }
}

/// Why there is no link for an example that has root certificates of its own.
pub(in crate::text) fn example_not_shared() -> Inlines {
    say!(
        "この例には専用のルート証明書があり、リンクに含めることができません。代わりに報告書を保存してください。"
    )
}

/// Why a link cannot be read.
pub(in crate::text) fn link_problem(problem: LinkProblem) -> Inlines {
    match problem {
        LinkProblem::NotALink => {
            say!("このページのアドレスの末尾は、certwhy のリンクではありません。")
        }
        LinkProblem::Version => say!(
            "このリンクは別のバージョンの certwhy で作成されたものです。送った人に報告書を依頼してください。"
        ),
        LinkProblem::TooLong | LinkProblem::Damaged => say!(
            "このリンクは途中で切れたか、変更されています。もう一度送ってもらうか、報告書を依頼してください。"
        ),
        LinkProblem::Unknown => say!(
            "このリンクは新しいバージョンの certwhy で作成されたもので、このバージョンが知らないルート証明書を含んでいます。"
        ),
        LinkProblem::RootsNotHere => {
            say!("公的なルート証明書の読み込みが終わっていません。ページを再読み込みしてください。")
        }
    }
}
