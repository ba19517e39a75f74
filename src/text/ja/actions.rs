//! Around what is to be done: what was proven, and why something comes second.

use crate::doc::{Inlines, code};
use crate::remedy::WhySecond;
use crate::say;
use crate::text::proof::Proof;

/// That a remedy was proven, and for which clients.
pub(in crate::text) fn proven(clients: &[String]) -> Inlines {
    match Proof::of(clients) {
        Proof::All => say!(
            "**実証済み:** この変更を加えて検証をやり直し、certwhy が対応するすべてのクライアントで成功することを確認しました。"
        ),
        Proof::AllBut(others) => say!(
            "**実証済み:** この変更を加えて検証をやり直し、{others} を除く、certwhy が対応するすべてのクライアントで成功することを確認しました。",
            others = Inlines::join(others.iter().map(|id| code(*id)), "、")
        ),
        Proof::These(clients) => say!(
            "**実証済み:** この変更を加えて検証をやり直し、{clients} で成功することを確認しました。",
            clients = Inlines::join(clients.iter().map(code), "、")
        ),
    }
}

/// Why a remedy comes second.
pub(in crate::text) fn why_second(why: WhySecond) -> Inlines {
    match why {
        WhySecond::DependsOnCrossCertificate => say!(
            "この方法が有効なのは、サーバーがクロス署名証明書（ルート証明書に別の認証局が署名した写し）を送信している間だけなので、次善の方法です。"
        ),
        WhySecond::RemovedSince => {
            say!("このルート証明書はその後、公的な一覧から削除されたため、次善の方法です。")
        }
        WhySecond::FartherUp => {
            say!("サーバーの証明書により近いルート証明書がほかにあるため、次善の方法です。")
        }
        WhySecond::LargerChange => say!("最初の方法より変更する範囲が大きいため、次善の方法です。"),
    }
}

/// The heading over the other remedies.
pub(in crate::text) const fn alternatives() -> &'static str {
    "そのほかの実証済みの方法"
}

/// The heading over the advice.
pub(in crate::text) const fn also_helpful() -> &'static str {
    "そのほかにできること"
}

/// Said where there is neither remedy nor advice.
pub(in crate::text) fn nothing_to_do() -> Inlines {
    say!(
        "お使いの環境でできる対処はありません。対応が必要な人については、最初の説明を参照してください。"
    )
}

/// The title over steps that are for one system each.
pub(in crate::text) fn own_system() -> Inlines {
    say!("次のうち、お使いの OS のものを行います。")
}
