//! Short words that stand alone.

use crate::citation::Citation;
use crate::doc::{Inlines, text};
use crate::finding::{Actor, Severity};
use crate::say;
use crate::text::Platform;
use crate::text::label::Label;

/// A label.
#[expect(clippy::too_many_lines, reason = "one arm for each label")]
pub(in crate::text) const fn label(label: Label) -> &'static str {
    match label {
        Label::Certificate | Label::Certificates => "証明書",
        Label::Comparison | Label::Difference => "違い",
        Label::Contents => "内容",
        Label::Expired => "有効期限切れ",
        Label::Findings => "見つかったこと",
        Label::Expiring => "1 年以内に有効期限切れ",
        Label::NotForCas => "CA 用ではないもの",
        Label::NotSelfSigned => "自己署名でないもの（ルート証明書ではない）",
        Label::NotYetValid => "まだ有効でないもの",
        Label::OnlyHere => "このバンドルのみ",
        Label::OnlyThere => "相手のみ",
        Label::PrivateKeys => "秘密鍵",
        Label::Reissued => "同じ鍵で再発行",
        Label::Renamed => "同じ鍵で名前が異なる",
        Label::Repeated => "重複",
        Label::Service => "サービス",
        Label::Services => "主なサービス",
        Label::Strict => "Python 3.13 以降がルート証明書として拒否するもの",
        Label::VersionOne => "X.509 バージョン 1",
        Label::WeakKeys => "2048 ビット未満の鍵",
        Label::WeakSignatures => "他の鍵で SHA-1 または MD5 により署名されたもの",
        Label::Actor => "対応する人",
        Label::AllCertificates => "すべての証明書",
        Label::AllPaths => "試したすべての経路とその結果",
        Label::Basis => "根拠",
        Label::Browser => "ブラウザーでは接続できることがある理由",
        Label::Bundle => "お使いの CA バンドル",
        Label::Behaviour => "対象バージョン",
        Label::Cause => "原因コード",
        Label::Causes => "エラー（原因）",
        Label::Check => "確認方法",
        Label::Client => "クライアント",
        Label::Clients => "ほかのクライアント",
        Label::Code => "コード",
        Label::ErrorText => "入力されたエラーメッセージ",
        Label::ErrorTextTells => "エラーメッセージから分かること",
        Label::Glossary => "用語の説明",
        Label::HowItLooks => "証明書チェーン",
        Label::InBundles => "収録されている公開バンドル",
        Label::Issuer => "発行者",
        Label::Key => "鍵",
        Label::NotChecked => "この判定の前提",
        Label::Notes => "参考",
        Label::OnThisProgram => "このプログラムでの手順",
        Label::WhereItLooks => "このプログラムがルート証明書を探す場所",
        Label::Programs => "プログラム",
        Label::Variables => "環境変数",
        Label::OtherFindings => "そのほかに見つかったこと",
        Label::OwnWords => "表示されるメッセージ",
        Label::Outcome => "結果",
        Label::Place => "扱い",
        Label::PublicList => "公的な一覧",
        Label::Readings => "各プログラムでのファイルの扱い",
        Label::Rule => "根拠となる規定",
        Label::Serial => "シリアル番号",
        Label::Severity => "重大度",
        Label::Sha1 => "SHA-1（拇印／サムプリント）",
        Label::Sha256 => "SHA-256",
        Label::Signature => "署名アルゴリズム",
        Label::Steps => "手順",
        Label::Subject => "サブジェクト",
        Label::Undo => "元に戻す方法",
        Label::Validity => "有効期間",
        Label::Verdict => "判定",
        Label::Warnings => "警告",
        Label::WhatToDo => "対処方法",
        Label::Where => "場所",
        Label::Why => "原因",
    }
}

/// The word over a finding.
pub(in crate::text) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "エラー",
        Severity::Warning => "警告",
        Severity::Note => "参考",
    }
}

/// Who must act.
pub(in crate::text) const fn actor(actor: Actor) -> &'static str {
    match actor {
        Actor::User => "ご自身、またはこのコンピューターの管理者",
        Actor::ServerOwner => "サーバーの管理者",
        Actor::NetworkAdmin => "IT 部門",
        Actor::Ca => "証明書を発行した認証局",
        Actor::Nobody => "対応は不要です",
    }
}

/// The word over a command.
pub(in crate::text) const fn platform(platform: Platform) -> &'static str {
    match platform {
        Platform::Windows => "Windows",
        Platform::MacOs => "macOS",
        Platform::Linux => "Linux",
        Platform::Any => "Windows・macOS・Linux 共通",
    }
}

/// The title of the list of codes.
pub(in crate::text) const fn all_codes() -> &'static str {
    "certwhy が検出できる項目の一覧"
}

/// A section of a standard.
pub(in crate::text) fn section(citation: &Citation) -> Inlines {
    say!(
        "{source} の {section} 節",
        source = text(citation.source.to_string()),
        section = citation.section
    )
}

/// A rule that no standard states; its reason stands in the explanation.
pub(in crate::text) fn own_rule(_: &Citation) -> Inlines {
    say!("certwhy 独自の規則")
}
