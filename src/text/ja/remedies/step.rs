//! Steps that several remedies share.

use crate::certificate::Certificate;
use crate::client_roots::{self, Way};
use crate::doc::{Inlines, code};
use crate::environment::Environment;
use crate::say;
use crate::text::guidance::{self, FileName, GuidanceStep, Platform};
use crate::text::ja::ways;

pub(in crate::text) fn save(certificate: &Certificate, file: &FileName) -> GuidanceStep {
    GuidanceStep::new(say!(
        "この証明書を、バンドルと同じフォルダーに {file} という名前で保存します。",
        file = code(file.to_string())
    ))
    .pem(certificate)
    .on(Platform::Any)
}

pub(in crate::text) fn compare(certificate: &Certificate, file: &FileName) -> GuidanceStep {
    GuidanceStep::new(say!(
        "フィンガープリントを、認証局が公表しているものと比べます。SHA-256 は {sha256} \
             です。SHA-1 は {sha1} で、Windows では拇印（サムプリント、\
             Thumbprint）として表示されます。OpenSSL があれば、\
             次のコマンドで保存したファイルの SHA-256 を表示できます。",
        sha256 = code(certificate.sha256().thumbprint()),
        sha1 = code(certificate.sha1().thumbprint()),
    ))
    .command(guidance::fingerprint_by_openssl(file))
    .on(Platform::Any)
}

pub(in crate::text) fn append(file: &FileName) -> [GuidanceStep; 3] {
    let in_shell = || guidance::append_in_shell(file);
    [
        GuidanceStep::new(say!(
            "Windows では、PowerShell \
                 で、お使いのバンドルと証明書を新しいファイルに書き出します。\
                 `your-bundle.pem` はバンドルのパスに置き換えてください。"
        ))
        .command(guidance::append_in_powershell(file))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "macOS \
                 では、ターミナルで、お使いのバンドルと証明書を新しいファイルに書き出します。\
                 `your-bundle.pem` はバンドルのパスに置き換えてください。"
        ))
        .command(in_shell())
        .on(Platform::MacOs),
        GuidanceStep::new(say!(
            "Linux では、お使いのバンドルと証明書を新しいファイルに書き出します。\
                 `your-bundle.pem` はバンドルのパスに置き換えてください。"
        ))
        .command(in_shell())
        .on(Platform::Linux),
    ]
}

pub(in crate::text) fn let_certwhy_write() -> GuidanceStep {
    GuidanceStep::new(say!(
        "ここまでの手順の代わりに、certwhy で新しいファイルを書き出すこともできます。\
             `server-chain.pem` は、サーバーが送る証明書のファイルです。"
    ))
    .command(guidance::repair())
    .on(Platform::Any)
}

/// In place of appending, where the client would not read what is appended.
pub(in crate::text) fn mend_and_add() -> GuidanceStep {
    GuidanceStep::new(say!(
        "certwhy で新しいファイルを書き出します。CA バンドルが壊れていて、クライアントは最後まで読み込みません。\
             そのまま証明書を追加しても、効果はありません。certwhy は、読み取れない部分を除き、\
             不足しているものを追加します。`server-chain.pem` は、サーバーが送る証明書のファイルです。"
    ))
    .command(guidance::repair())
    .on(Platform::Any)
}

/// Steps that make the program read the new file: where it is known, those for it alone.
pub(in crate::text) fn point_at_it(environment: &Environment) -> Vec<GuidanceStep> {
    let known: Vec<GuidanceStep> = named(environment).flat_map(ways::steps).collect();
    if known.is_empty() {
        by_program().into()
    } else {
        known
    }
}

/// The ways that take a file.
fn named(environment: &Environment) -> impl Iterator<Item = Way> {
    client_roots::ways(environment)
        .into_iter()
        .filter(|way| way.names_a_file())
}

/// The variables and arguments of all programs.
fn by_program() -> [GuidanceStep; 6] {
    let in_shell = guidance::variables_in_shell;
    [
        GuidanceStep::new(say!(
            "読み取る環境変数はプログラムごとに異なり、\
                 ほかのプログラムの環境変数は効果がありません。shotgun_api3（3.0.19 以降）と \
                 Toolkit は `SHOTGUN_API_CACERTS`、Python 標準の ssl と urllib は \
                 `SSL_CERT_FILE`、requests は `REQUESTS_CA_BUNDLE`、httplib2（0.12 以降）は \
                 `HTTPLIB2_CA_CERTS` を読みます。"
        )),
        GuidanceStep::new(say!(
            "Windows では、PowerShell で、お使いのプログラムの行だけを実行します。\
                 このウィンドウの間だけ有効です。恒久的に設定するには、\
                 「環境変数」（Environment Variables）の画面を使います。"
        ))
        .command(guidance::variables_in_powershell())
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "macOS では、ターミナルで、お使いのプログラムの行だけを実行します。\
                 このウィンドウの間だけ有効です。恒久的に設定するには、`~/.zshrc` \
                 にファイルの完全なパスで書きます。"
        ))
        .command(in_shell())
        .on(Platform::MacOs),
        GuidanceStep::new(say!(
            "Linux では、お使いのプログラムの行だけを実行します。\
                 このウィンドウの間だけ有効です。恒久的に設定するには、`~/.profile` \
                 にファイルの完全なパスで書きます。"
        ))
        .command(in_shell())
        .on(Platform::Linux),
        GuidanceStep::new(say!(
            "環境変数の代わりに、ご自分のコードでは、この引数でファイルのパスを \
                 shotgun_api3 や httplib2 に渡せます。引数は環境変数より優先されます。"
        ))
        .command(guidance::argument_in_python())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "バージョンに注意してください。shotgun_api3 の 3.8.2～3.8.5 \
                 のアップロードとダウンロード、3.0.39 より前のアップロード、3.6.1 \
                 より前のダウンロードは `SHOTGUN_API_CACERTS` もこの引数も無視します。`SSL_CERT_FILE` \
                 も設定するか、3.9.0 以降に更新してください。Toolkit core 0.23.7～0.23.9 \
                 はこの環境変数をまったく読まないので、0.23.10 以降に更新してください。"
        )),
    ]
}

pub(in crate::text) fn check() -> Inlines {
    say!(
        "`new-bundle.pem` をバンドルに指定して、もう一度 certwhy を実行し、\
             サーバーが信頼されると表示されることを確かめます。その後、\
             同じウィンドウからプログラムを起動し直し、失敗した操作を繰り返してください。"
    )
}

pub(in crate::text) fn undo(environment: &Environment) -> Inlines {
    if let Some(way) = named(environment).next() {
        return ways::undo(way, environment.system);
    }
    say!("環境変数を取り除き、`new-bundle.pem` を削除します。元のバンドルは変更されていません。")
}
