//! What helps and cannot be proven here.

mod owner;

pub(super) use owner::message_to_owner;

use crate::certificate::Name;
use crate::check::server_name::Hint;
use crate::doc::{Inlines, field};
use crate::remedy::Advice;
use crate::say;
use crate::text::guidance::{self, Guidance, GuidanceStep, Platform, one_line};

/// The most names or addresses that are listed.
const LISTED: usize = 10;

/// What to do.
pub(crate) fn words(advice: &Advice) -> Guidance {
    match advice {
        Advice::AskIt { root } => ask_it(root),
        Advice::AskServerOwner(fault) => owner::ask_server_owner(fault),
        Advice::FixClock => fix_clock(),
        Advice::UseOtherHost { names, hint } => use_other_host(names, hint.as_ref()),
        Advice::ProvideChain => provide_chain(),
        Advice::ReplaceFile => replace_file(),
    }
}

fn ask_it(root: &Name) -> Guidance {
    let message = format!(
        "私のコンピューターからの接続で、公開の一覧にない「{}」につながる証明書が返されま\
             す。この認証局は、自社のもの、または社内ネットワークの SSL/TLS 検査のものでしょうか。\
             そうであれば、そのルート証明書を PEM 形式で、SHA-256 \
             のフィンガープリントとともに送っていただけますか。\
             検査によるものであれば、該当のサイトを対象から外していただく形でもかまいません。",
        one_line(&root.friendly()),
    );
    Guidance {
        title: say!(
            "「{root}」について IT 部門に問い合わせる",
            root = field(root.friendly())
        ),
        why: Some(say!(
            "証明書はこの名前につながっていますが、certwhy の知らない名前です。\
             自社のものかどうかは、ネットワークの管理者にしか分かりません。回答を得るまでは、\
             信頼する証明書に加えないでください。"
        )),
        steps: vec![
            GuidanceStep::new(say!("次の文面を IT 部門に送ってください。")).content(message),
            GuidanceStep::new(say!(
                "ルート証明書を受け取り、フィンガープリントが一致したら、\
                 公開のルート証明書がすべて入ったバンドルのコピーに追記します。\
                 それだけを入れたバンドルでは、ほかのすべてのサイトに接続できなくなります。"
            )),
        ],
        check: Some(say!(
            "新しいバンドルで、もう一度 certwhy を実行し、\
             サーバーが信頼されると表示されることを確かめます。"
        )),
        undo: Some(say!("プログラムに、元のバンドルを指定し直します。")),
    }
}

fn fix_clock() -> Guidance {
    Guidance {
        title: say!("コンピューターの時計を合わせる"),
        why: Some(say!(
            "この時計によれば、証明書はまだ存在していません。証明書の検証には、\
             正しい日付とタイムゾーンが必要です。"
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "Windows では、「設定」（Settings）→「時刻と言語」（Time & \
                 language）→「日付と時刻」（Date & time）を開き、「今すぐ同期」（Sync \
                 now）を選びます。または、管理者として実行した PowerShell \
                 で次のコマンドを実行します。"
            ))
            .command(guidance::clock_on_windows())
            .on(Platform::Windows),
            GuidanceStep::new(say!(
                "macOS では、「システム設定」→「一般」→「日付と時刻」を開き、\
                 時刻を自動的に設定するようにします。または、\
                 ターミナルで次のコマンドを実行します。"
            ))
            .command(guidance::clock_on_macos())
            .on(Platform::MacOs),
            GuidanceStep::new(say!(
                "systemd を使う Linux では、システムに時計を合わせさせます。"
            ))
            .command(guidance::clock_on_linux())
            .on(Platform::Linux),
        ],
        check: Some(say!(
            "日付、時刻、タイムゾーンをほかの時計と比べ、失敗した操作を繰り返します。"
        )),
        undo: None,
    }
}

fn use_other_host(names: &[String], hint: Option<&Hint>) -> Guidance {
    let list = Inlines::join(
        names.iter().take(LISTED).map(|name| field(name.as_str())),
        "、",
    );
    let path_style = matches!(hint, Some(Hint::WildcardCoversOneLabelOnly { .. })).then(|| {
        GuidanceStep::new(say!(
            "名前にドットを含む S3 バケットでは、\
                 バケット名をアドレスのパスに置いてください。"
        ))
    });
    let title = say!("証明書に含まれている名前で接続する");
    let step = if names.is_empty() {
        say!(
            "証明書には、クライアントが使える名前がありません。正しい名前を含む証明書を、\
             サーバーの管理者に依頼してください。"
        )
    } else {
        say!(
            "証明書が有効な名前は次のとおりです: {list}。目的のサーバーの名前があれば、\
             アドレスにその名前を使ってください。`*` \
             は、ドットを含まない 1 つの部分だけを表します。目的の名前がなければ、\
             その名前が証明書にないことをサーバーの管理者に伝えてください。",
            list
        )
    };
    Guidance {
        title,
        why: Some(say!(
            "証明書に問題はなく、名前だけが違うのかもしれません。\
             ルート証明書やバンドルを変えても解決しません。"
        )),
        steps: core::iter::once(GuidanceStep::new(step))
            .chain(path_style)
            .collect(),
        check: Some(say!(
            "サーバー名をその名前に変えて、もう一度 certwhy で調べます。"
        )),
        undo: None,
    }
}

/// How to obtain what a server sends.
pub(in crate::text) fn provide_chain() -> Guidance {
    Guidance {
        title: say!("サーバーが送る証明書を certwhy に渡す"),
        why: Some(say!(
            "これがないと、サーバーが信頼されない理由を certwhy は示せません。\
             次のコマンドは、サーバーが送るものを読むだけです。`HOST` \
             はサーバーの名前に置き換えてください。"
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "Windows の PowerShell では、標準の機能だけで証明書をファイルに書き出せます。\
                 証明書を読み取ったあと、接続は拒否されます。"
            ))
            .command(guidance::chain_by_dotnet())
            .on(Platform::Windows),
            GuidanceStep::new(say!(
                "OpenSSL のある Windows では、PowerShell で証明書をファイルに書き出し、\
                 そのファイルを certwhy に渡します。"
            ))
            .command(guidance::chain_by_openssl_in_powershell())
            .on(Platform::Windows),
            GuidanceStep::new(say!(
                "macOS では、ターミナルで証明書をファイルに書き出し、そのファイルを certwhy \
                 に渡します。"
            ))
            .command(guidance::chain_by_openssl_in_shell())
            .on(Platform::MacOs),
            GuidanceStep::new(say!(
                "Linux では、証明書をファイルに書き出し、そのファイルを certwhy に渡します。"
            ))
            .command(guidance::chain_by_openssl_in_shell())
            .on(Platform::Linux),
            GuidanceStep::new(say!(
                "Python しかない場合は、次のコマンドで、\
                 中間証明書を除いたサーバーの証明書だけを表示できます。\
                 読んだものを信頼することはありません。"
            ))
            .command(guidance::leaf_by_python())
            .on(Platform::Any),
            GuidanceStep::new(say!(
                "このコンピューターからサーバーに接続できる場合は、certwhy \
                 が自分で接続します。"
            ))
            .command(guidance::chain_by_certwhy())
            .on(Platform::Any),
        ],
        check: Some(say!(
            "ファイルに `-----BEGIN CERTIFICATE-----` \
             で始まるブロックがあることを確かめます。"
        )),
        undo: None,
    }
}

fn replace_file() -> Guidance {
    Guidance {
        title: say!("ファイルを取得し直す"),
        why: Some(say!(
            "ファイルが壊れているか、目的のものではありません。\
             失われた部分を推測することはできません。"
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "入手元からファイルを PEM 形式でダウンロードし直すか書き出し直し、\
                 新しい名前で保存します。"
            )),
            GuidanceStep::new(say!(
                "公開の CA バンドルであれば、certifi のものが新しく保たれています。\
                 次のコマンドで更新します。"
            ))
            .command(guidance::certifi_upgrade())
            .on(Platform::Any),
            GuidanceStep::new(say!(
                "次のコマンドで、certifi のバンドルのパスが表示されます。"
            ))
            .command(guidance::certifi_path())
            .on(Platform::Any),
        ],
        check: Some(say!(
            "新しいファイルで certwhy を実行し、指摘がないことを確かめます。"
        )),
        undo: None,
    }
}
