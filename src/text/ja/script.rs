//! The words of the script that imports a root on Windows.

use crate::text::guidance::ScriptWords;

/// All of them.
pub(in crate::text) const WORDS: ScriptWords = ScriptWords {
    header: &[
        "ルート証明書を 1 つ、Windows の証明書ストアに追加します。追加したものを取り除くこともできます。",
        "certwhy が作成しました。",
        "",
        "保存したフォルダーで、次のように実行します。",
        "  powershell -ExecutionPolicy Bypass -File .\\#SCRIPT#",
        "",
        "オプションなしでは、現在のユーザーのストアを変更します。管理者権限は不要で、",
        "追加の前に Windows が確認を求めます。",
        "  -Machine   このコンピューターのストア（すべてのユーザーが対象）を変更します。",
        "             PowerShell を管理者として起動しておく必要があります。",
        "  -Remove    そのストアから証明書を取り除きます。",
        "",
        "変更の前に、証明書の SHA-256 と SHA-1（拇印／サムプリント）を下の値と比較します。",
        "この値が、認証局の公開している値と同じかどうかを確認してください。",
        "ルート証明書は 1 つのサイトだけでなく、すべてのサイトに対して信頼されます。",
        "",
        "効果があるのは、信頼するルート証明書を Windows に問い合わせるプログラムです。",
        "独自のバンドルファイルを読むプログラムには影響しません。",
    ],
    messages: &[
        ("Which", "ルート証明書: {root}"),
        (
            "Changed",
            "何も変更していません。このスクリプトに含まれる証明書は、併記されたフィンガープリントの証明書ではありません。スクリプトを入手し直してください。",
        ),
        (
            "WindowsAsks",
            "Windows が確認を求めることがあります。表示される拇印が {thumbprint} と異なる場合は、[いいえ] を選んでください。",
        ),
        (
            "Administrator",
            "何も変更していません。コンピューター全体のストアを変更できるのは管理者だけです。PowerShell を「管理者として実行」で起動してもう一度実行するか、-Machine を外してください。",
        ),
        (
            "There",
            "何も変更していません。{root} はすでに {store} にあります。",
        ),
        (
            "NotThere",
            "何も変更していません。{root} は {store} にありません。",
        ),
        (
            "Added",
            "完了しました。{root} を {store} に追加しました。失敗したプログラムを起動し直してください。",
        ),
        ("Undo", "元に戻すには、次を実行します: {command}"),
        (
            "Removed",
            "完了しました。{root} を {store} から取り除きました。",
        ),
        (
            "NotAdded",
            "何も変更していません。Windows は証明書を {store} に追加しませんでした。",
        ),
        (
            "StillThere",
            "{root} はまだ残っています。コンピューター全体のストアにある場合は、管理者が -Remove -Machine を付けて実行すると取り除けます。",
        ),
        (
            "OnlyWindows",
            "何も変更していません。このスクリプトは Windows 用です。",
        ),
        (
            "Failed",
            "Windows が処理を拒否しました。確認の画面で [いいえ] を選んだ場合、何も変更されていません。Windows のメッセージは次のとおりです。",
        ),
    ],
};
