//! システムと Java の証明書ストア。

use super::saved;
use crate::certificate::Certificate;
use crate::doc::{code, field};
use crate::say;
use crate::text::guidance::{
    self, Guidance, GuidanceStep, Platform, import_script_name, import_script_text,
};

/// “Trusted Root Certification Authorities” of Windows.
pub(super) fn windows(root: Option<&Certificate>) -> Guidance {
    let mut steps = vec![fetched_by_windows()];
    if let Some(root) = root {
        steps.extend(by_script(root));
        steps.extend(by_hand(root));
    }
    Guidance {
        title: say!("Windows の証明書ストアにルート証明書を追加する"),
        why: Some(say!(
            "このプログラムは、Windows の「信頼されたルート証明機関」を読みます。そこに入れたルート証明書は、Windows に問い合わせるすべてのプログラムで、すべてのサイトについて信頼されます。"
        )),
        steps,
        check: Some(say!(
            "`certmgr.msc`（コンピューター全体では `certlm.msc`）を実行し、「信頼されたルート証明機関」の「証明書」を開いて、「詳細」の拇印を比べます。その後、プログラムを起動し直し、失敗した操作を繰り返してください。"
        )),
        undo: Some(say!(
            "スクリプトを `-Remove` を付けて実行するか、`certmgr.msc` または `certlm.msc` の同じ画面で証明書を削除します。"
        )),
    }
}

/// Windows fetches public roots by itself, if one of its own programs asks.
fn fetched_by_windows() -> GuidanceStep {
    GuidanceStep::new(say!(
        "同じコンピューター、同じユーザーで、サーバーのアドレスを Edge で開きます。足りない公開のルート証明書を Windows が取得し、プログラムからも使えるようになります。それでも失敗する場合や、Windows による取得が許可されていない場合は、次に進みます。"
    ))
    .on(Platform::Windows)
}

fn by_script(root: &Certificate) -> [GuidanceStep; 3] {
    [
        GuidanceStep::new(say!(
            "このスクリプトを {name} として保存します。証明書「{root}」が含まれており、フィンガープリントを比べてから追加します。何もダウンロードしません。Windows 7 でも動作します。",
            name = code(import_script_name(root)),
            root = field(root.subject.friendly())
        ))
        .content(import_script_text(&super::super::script::WORDS, root))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "保存したフォルダーで、PowerShell で実行します。証明書をインストールするか Windows が確認するので、拇印を比べて「はい」を選びます。"
        ))
        .command(guidance::script_for_user(root))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "サービス、レンダーファーム、そのコンピューターのすべてのユーザーのためには、PowerShell を右クリックして「管理者として実行」を選び、代わりにこれを実行します。"
        ))
        .command(guidance::script_for_machine(root))
        .on(Platform::Windows),
    ]
}

fn by_hand(root: &Certificate) -> Vec<GuidanceStep> {
    let (file, steps) = saved(root);
    let mut steps: Vec<GuidanceStep> = steps
        .into_iter()
        .take(1)
        .map(|step| step.on(Platform::Windows))
        .collect();
    steps.extend([
        GuidanceStep::new(say!(
            "スクリプトが許可されていない場合は、代わりに、保存した証明書を指定してコマンドプロンプトで次を実行します。"
        ))
        .command(guidance::certutil_for_user(&file))
        .on(Platform::Windows),
        GuidanceStep::new(say!(
            "そのコンピューターのすべてのユーザーのためには、「管理者として実行」で開いたコマンドプロンプトで次を実行します。"
        ))
        .command(guidance::certutil_for_machine(&file))
        .on(Platform::Windows),
    ]);
    steps
}

/// A keychain of macOS.
pub(super) fn keychain(root: Option<&Certificate>) -> Guidance {
    let mut steps = Vec::new();
    if let Some(root) = root {
        let (file, saved) = saved(root);
        steps.extend(saved);
        steps.push(
            GuidanceStep::new(say!(
                "ログインキーチェーンに追加し、信頼します。macOS がパスワードを確認します。"
            ))
            .command(guidance::keychain(&file))
            .on(Platform::MacOs),
        );
    }
    Guidance {
        title: say!("キーチェーンにルート証明書を追加する"),
        why: Some(say!(
            "このプログラムは macOS に問い合わせます。キーチェーンに入れたルート証明書は、macOS に問い合わせるすべてのプログラムで、すべてのサイトについて信頼されます。"
        )),
        steps,
        check: Some(say!(
            "「キーチェーンアクセス」で証明書を開き、信頼されていると表示されることを確かめます。その後、失敗した操作を繰り返してください。"
        )),
        undo: Some(say!("「キーチェーンアクセス」で証明書を削除します。")),
    }
}

/// The list of a Linux distribution.
pub(super) fn linux(root: Option<&Certificate>) -> Guidance {
    let mut steps = vec![
        GuidanceStep::new(say!(
            "Debian、Ubuntu では、公開のルート証明書のパッケージを更新します。"
        ))
        .command(guidance::debian_upgrade())
        .on(Platform::Linux),
        GuidanceStep::new(say!(
            "Red Hat、Rocky、Alma、Fedora では、公開のルート証明書のパッケージを更新します。"
        ))
        .command(guidance::red_hat_upgrade())
        .on(Platform::Linux),
    ];
    if let Some(root) = root {
        let (file, saved) = saved(root);
        steps.extend(saved);
        steps.push(
            GuidanceStep::new(say!(
                "更新してもルート証明書が入らない場合、Debian、Ubuntu では、保存した証明書を追加します。"
            ))
            .command(guidance::debian_add(&file))
            .on(Platform::Linux),
        );
        steps.push(
            GuidanceStep::new(say!(
                "更新してもルート証明書が入らない場合、Red Hat、Rocky、Alma、Fedora では、保存した証明書を追加します。"
            ))
            .command(guidance::red_hat_add(&file))
            .on(Platform::Linux),
        );
    }
    Guidance {
        title: say!("ディストリビューションのルート証明書の一覧を新しくする"),
        why: Some(say!(
            "ディストリビューションのプログラムは、共通の一覧を読みます。アプリケーションに含まれる Python のように専用の OpenSSL を持つプログラムは、別の場所を読むことがあります。"
        )),
        steps,
        check: Some(say!(
            "プログラムを起動し直し、失敗した操作を繰り返してください。"
        )),
        undo: Some(say!(
            "コピーしたファイルを削除し、`sudo update-ca-certificates --fresh`（Red Hat などでは `sudo update-ca-trust`）を実行します。"
        )),
    }
}

/// The key store of a Java.
pub(super) fn keytool(root: Option<&Certificate>) -> Guidance {
    let mut steps = Vec::new();
    if let Some(root) = root {
        let (file, saved) = saved(root);
        steps.extend(saved);
        steps.push(
            GuidanceStep::new(say!(
                "プログラムを動かす Java の `keytool` で、Java をインストールした人の権限でインポートします。フィンガープリントが表示され、信頼するか確認されます。パスワードは、変更していなければ `changeit` です。Java 8 では、`-cacerts` の代わりに `-keystore` と `jre/lib/security/cacerts` のパスを指定します。"
            ))
            .command(guidance::keytool_add(&file))
            .on(Platform::Any),
        );
        steps.push(
            GuidanceStep::new(say!("追加されたことを確認します。"))
                .command(guidance::keytool_list(&file))
                .on(Platform::Any),
        );
    }
    Guidance {
        title: say!("Java のキーストアにルート証明書を追加する"),
        why: Some(say!(
            "Java はそれぞれ自分の `lib/security/cacerts` を読み、ほかのプログラムの環境変数は読みません。Java を更新すると、最新の公開ルート証明書も入ります。"
        )),
        steps,
        check: Some(say!(
            "プログラムを起動し直し、失敗した操作を繰り返してください。"
        )),
        undo: Some(say!(
            "最初の `keytool` のコマンドの `-importcert` を `-delete` に替え、`-file` を除いて実行します。"
        )),
    }
}
