//! Why a browser connects where another program fails.

use crate::doc::Inlines;
use crate::say;
use crate::text::Otherwise;

/// What browsers do otherwise.
pub(in crate::text) fn words(otherwise: Otherwise) -> Inlines {
    match otherwise {
        Otherwise::OwnList => say!(
            "ブラウザーは、お使いの CA バンドルを読みません。ブラウザーはそれぞれ独自のルート証明書の一覧か、OS の一覧を使い、一覧は自動的に更新されます。そのため、バンドルに問題があっても、影響を受けるのはそのバンドルを読むプログラムだけです。"
        ),
        Otherwise::EveryPath => say!(
            "ブラウザーは、手元の証明書でたどれる経路をすべて試します。ここでは、そのうちの 1 つが有効です。このクライアントは 1 つの経路だけをたどり、失敗するとそこで終わります。同じ証明書でも結果が異なるのはこのためです。"
        ),
        Otherwise::FewerRules => say!(
            "ブラウザーは証明書の形式にはおおむね寛容で、そのまま接続します。このクライアントは、Python 3.13 以降と同じように、より厳しい規則を適用します。証明書そのものは同じです。"
        ),
        Otherwise::OtherRemovals => say!(
            "ルート証明書の一覧はブラウザーや OS ごとに異なり、削除される日も同じではありません。以前に発行された証明書だけを引き続き信頼する場合もあります。そのため、ブラウザーではまだ接続できることがありますが、次の更新で接続できなくなる可能性があります。"
        ),
        Otherwise::InstalledRoots => say!(
            "ブラウザーで接続できるのは、ブラウザーが使う証明書ストアに、管理者などがこのルート証明書をインストールしている場合です。独自の CA バンドルを読むプログラムは、そのストアを参照しません。"
        ),
        Otherwise::Exceptions => say!(
            "ブラウザーは、このような証明書に対して警告を表示し、利用者が続行を選べるようにします。その選択をしばらく記憶することもあります。ほかのプログラムには確認する相手がいないため、接続を拒否します。ブラウザーで続行できても、サーバーが本物であるとは限りません。"
        ),
    }
}
