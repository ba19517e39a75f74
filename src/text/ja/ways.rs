//! プログラムにほかのルート証明書を読み取らせる方法。

mod store;

use super::remedies::step::{check, compare, save};
use crate::client_roots::{Argument, Lasting, Way};
use crate::doc::{Inlines, code};
use crate::error_text::{CaVariable, System};
use crate::remedy::Configure;
use crate::say;
use crate::text::guidance::{self, FileName, Guidance, GuidanceStep, Platform};

/// What to do.
pub(crate) fn words(configure: &Configure) -> Guidance {
    let root = configure.root.as_deref();
    let guidance = match configure.way {
        Way::UpgradeApi => upgrade_api(),
        Way::UpgradeToolkit => upgrade_toolkit(),
        Way::MacCertificatesCommand => mac_certificates(),
        Way::Variable(variable) => with_new_file(
            say!(
                "{name} に、新しい完全なバンドルを設定する",
                name = code(variable.name())
            ),
            (configure.way, configure.system),
        ),
        Way::Argument(Argument::NodeSystemCa) => node_system(),
        Way::Argument(argument) => with_new_file(
            say!(
                "{name} で、新しい完全なバンドルを渡す",
                name = code(argument.as_str())
            ),
            (configure.way, configure.system),
        ),
        Way::GitSetting => with_new_file(
            say!("git に、新しい完全なバンドルを設定する"),
            (configure.way, configure.system),
        ),
        Way::Keytool => store::keytool(root),
        Way::WindowsStore => store::windows(root),
        Way::Keychain => store::keychain(root),
        Way::LinuxStore => store::linux(root),
    };
    guidance.on_system(configure.system)
}

/// The steps that make a program read `new-bundle.pem`; none for a way that takes no file.
pub(crate) fn steps(way: Way) -> Vec<GuidanceStep> {
    match way {
        Way::Variable(variable) => variable_steps(variable),
        Way::Argument(argument) if way.names_a_file() => vec![argument_step(argument)],
        Way::GitSetting => git_steps(),
        Way::Argument(_)
        | Way::UpgradeApi
        | Way::UpgradeToolkit
        | Way::MacCertificatesCommand
        | Way::Keytool
        | Way::WindowsStore
        | Way::Keychain
        | Way::LinuxStore => Vec::new(),
    }
}

/// How to take it back.
pub(crate) fn undo(way: Way, system: Option<System>) -> Inlines {
    match way {
        Way::Variable(variable) if matches!(system, None | Some(System::Windows)) => say!(
            "設定した場所で環境変数 {name} を取り除き、`new-bundle.pem` を削除します。Windows では「システム環境変数の編集」の「環境変数」で「削除」を選びます。",
            name = code(variable.name())
        ),
        Way::Variable(variable) => say!(
            "設定した場所で環境変数 {name} を取り除き、`new-bundle.pem` を削除します。",
            name = code(variable.name())
        ),
        Way::GitSetting => say!(
            "`git config --global --unset http.sslCAInfo` を実行し、`new-bundle.pem` を削除します。"
        ),
        _ => say!("引数を取り除き、`new-bundle.pem` を削除します。"),
    }
}

fn with_new_file(title: Inlines, (way, system): (Way, Option<System>)) -> Guidance {
    let mut all = new_file();
    all.extend(steps(way));
    Guidance {
        title,
        why: (way.lasting() == Lasting::Temporary).then(|| {
            say!(
                "これは一時的な方法です。ご自分で置いたファイルは自動では更新されません。ときどき新しくするか、プログラムを更新したら設定を取り除いてください。"
            )
        }),
        steps: all,
        check: Some(check()),
        undo: Some(undo(way, system)),
    }
}

/// Steps that make `new-bundle.pem` from the newest list.
fn new_file() -> Vec<GuidanceStep> {
    vec![
        GuidanceStep::new(say!(
            "最新の公開ルート証明書の一覧を取得します。Python パッケージ certifi を更新してください。"
        ))
        .command(guidance::certifi_upgrade())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "次のコマンドで、certifi のバンドルのパスが表示されます。そのファイルを、今後も残るフォルダーに `new-bundle.pem` としてコピーします。会社独自のルート証明書がある場合は、それも追記します。"
        ))
        .command(guidance::certifi_path())
        .on(Platform::Any),
    ]
}

fn variable_steps(variable: CaVariable) -> Vec<GuidanceStep> {
    let name = || code(variable.name());
    vec![
        GuidanceStep::new(say!(
            "Windows では、PowerShell で、このウィンドウに環境変数 {name} を設定し、ここからプログラムを起動します。",
            name = name()
        ))
        .command(guidance::variable_in_powershell(variable))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "macOS では、ターミナルで、このウィンドウに環境変数 {name} を設定し、ここからプログラムを起動します。",
            name = name()
        ))
        .command(guidance::variable_in_shell(variable))
        .on(Platform::MacOs),
        GuidanceStep::new(say!(
            "Linux では、このウィンドウに環境変数 {name} を設定し、ここからプログラムを起動します。",
            name = name()
        ))
        .command(guidance::variable_in_shell(variable))
        .on(Platform::Linux),
        GuidanceStep::new(say!(
            "Windows で動作を確認できたら、恒久的に設定します。次のコマンドを使うか、スタートから「システム環境変数の編集」を開き、「環境変数」、「新規」の順に選びます。サービス、レンダーファーム、そのコンピューターのすべてのユーザーのためには「システム環境変数」に設定します。"
        ))
        .command(guidance::variable_for_good_on_windows(variable))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "macOS で動作を確認できたら、恒久的に設定します。ファイルをホームフォルダーに置き、この行を `~/.zshrc` に書きます。"
        ))
        .content(guidance::variable_line(variable))
        .on(Platform::MacOs),
        GuidanceStep::new(say!(
            "Linux で動作を確認できたら、恒久的に設定します。ファイルをホームフォルダーに置き、この行を `~/.profile` に書きます。レンダーファームでは、ジョブの環境に設定します。"
        ))
        .content(guidance::variable_line(variable))
        .on(Platform::Linux),
        GuidanceStep::new(say!(
            "ランチャーやデスクトップアプリケーションから起動するプログラムは、起動元の環境変数を引き継ぎます。起動元も終了し、起動し直してください。"
        )),
    ]
}

fn argument_step(argument: Argument) -> GuidanceStep {
    let words = match argument {
        Argument::CaCerts | Argument::Verify | Argument::CaFile => say!(
            "環境変数の代わりに、ご自分のコードでは、この引数でファイルのパスを渡せます。引数は環境変数より優先されます。"
        ),
        Argument::CurlCacert
        | Argument::WgetCaCertificate
        | Argument::OpensslCaFile
        | Argument::AwsCaBundle
        | Argument::PipCert
        | Argument::JavaTrustStore
        | Argument::NodeSystemCa => {
            say!("または、1 回の実行だけ、このオプションでファイルを指定できます。")
        }
    };
    GuidanceStep::new(words)
        .command(guidance::argument(argument))
        .on(Platform::Any)
}

fn git_steps() -> Vec<GuidanceStep> {
    vec![
        GuidanceStep::new(say!(
            "Windows では、PowerShell で、すべてのリポジトリーに対して設定します。"
        ))
        .command(guidance::git_in_powershell())
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "macOS では、ターミナルで、すべてのリポジトリーに対して設定します。"
        ))
        .command(guidance::git_in_shell())
        .on(Platform::MacOs),
        GuidanceStep::new(say!("Linux では、すべてのリポジトリーに対して設定します。"))
            .command(guidance::git_in_shell())
            .on(Platform::Linux),
    ]
}

fn upgrade_api() -> Guidance {
    Guidance {
        title: say!("shotgun_api3 を更新する"),
        why: Some(say!(
            "3.9.0 以降では、API の呼び出し、アップロード、ダウンロードが同じルート証明書を読み、更新のたびに一覧も新しくなります。これが恒久的な対策です。最新のバージョンには Python 3 が必要です。"
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "プログラムが使うバージョンとその場所を確認します。プログラムが使う Python で実行してください。"
            ))
            .command(guidance::api_release())
            .on(Platform::Any),
            GuidanceStep::new(say!(
                "同じ Python で更新します。フォルダーに手作業でコピーしてある場合は、新しいバージョンのフォルダーに置き換えます。"
            ))
            .command(guidance::api_upgrade())
            .on(Platform::Any),
        ],
        check: Some(say!(
            "最初のコマンドをもう一度実行し、新しいバージョンが表示されることを確かめます。その後、失敗した操作を繰り返してください。"
        )),
        undo: Some(say!(
            "最初のコマンドで表示されたバージョンを指定して、インストールし直します。"
        )),
    }
}

fn upgrade_toolkit() -> Guidance {
    let centralised = || {
        say!(
            "全員が使うフォルダーにコンフィギュレーションをインストールしている場合（集中型）は、そのフォルダーで次のコマンドを実行し、更新を承認します。"
        )
    };
    Guidance {
        title: say!("Toolkit core を更新する"),
        why: Some(say!(
            "Toolkit には専用の shotgun_api3 とルート証明書の一覧が含まれており、Python パッケージを更新しても変わりません。これが恒久的な対策です。0.23.7～0.23.9 は `SHOTGUN_API_CACERTS` を読まないので、それより新しいものにしてください。"
        )),
        steps: vec![
            GuidanceStep::new(centralised())
                .command(guidance::toolkit_upgrade_on_windows())
                .on(Platform::Windows),
            GuidanceStep::new(centralised())
                .command(guidance::toolkit_upgrade_in_shell())
                .on(Platform::MacOs),
            GuidanceStep::new(centralised())
                .command(guidance::toolkit_upgrade_in_shell())
                .on(Platform::Linux),
            GuidanceStep::new(say!(
                "コンフィギュレーションが分散型（アップロード、または git で管理）の場合は、その `core/core_api.yml` に最新のバージョンを書き、アップロードまたはコミットします。"
            ))
            .content(guidance::core_api_yml())
            .on(Platform::Any),
            GuidanceStep::new(say!(
                "デスクトップアプリケーションと、そこから起動したプログラムを終了し、起動し直します。"
            )),
        ],
        check: Some(say!(
            "Toolkit のログの最初に新しいバージョンが表示されます。その後、失敗した操作を繰り返してください。"
        )),
        undo: Some(say!(
            "`core/core_api.yml` に以前のバージョンを書き戻します。`tank core` を使った場合は、フォルダー `install/core.backup` にある以前の core に戻します。"
        )),
    }
}

fn mac_certificates() -> Guidance {
    Guidance {
        title: say!("Install Certificates.command を実行する"),
        why: Some(say!(
            "macOS 用の python.org の Python には、ルート証明書が付属していません。同梱のこのスクリプトが certifi をインストールし、Python から読めるようにします。"
        )),
        steps: vec![
            GuidanceStep::new(say!(
                "ターミナルで実行するか、「アプリケーション」にある Python のフォルダーを開いてダブルクリックします。Homebrew や macOS 付属の Python では必要ありません。"
            ))
            .command(guidance::mac_certificates())
            .on(Platform::MacOs),
        ],
        check: Some(say!(
            "`python3 -c \"import ssl; print(ssl.get_default_verify_paths().cafile)\"` で `None` ではなくパスが表示されることを確かめます。"
        )),
        undo: Some(say!(
            "このコマンドで表示されるファイルを削除します。Python は以前と同じく、どのサーバーも信頼しなくなります。"
        )),
    }
}

fn node_system() -> Guidance {
    Guidance {
        title: say!("Node にシステムの証明書ストアを読ませる"),
        why: Some(say!(
            "Node 22.15 以降は、内蔵の一覧に加えてシステムのルート証明書を読むことができます。会社独自のルート証明書など、足りないものがシステムにある場合に有効です。"
        )),
        steps: vec![
            GuidanceStep::new(say!("このオプションを付けてプログラムを起動します。"))
                .command(guidance::argument(Argument::NodeSystemCa))
                .on(Platform::Any),
        ],
        check: Some(say!("失敗した操作を繰り返してください。")),
        undo: Some(say!("オプションを外します。")),
    }
}

/// The certificate to save, and how to compare it.
fn saved(root: &crate::certificate::Certificate) -> (FileName, Vec<GuidanceStep>) {
    let file = FileName::of(root);
    let steps = vec![save(root, &file), compare(root, &file)];
    (file, steps)
}
