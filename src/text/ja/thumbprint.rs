//! What comes of comparing a pasted thumbprint.

use crate::doc::{Inlines, code, field, text};
use crate::finding::Cert;
use crate::page::thumbprint::{Comparison, Role};
use crate::say;
use crate::text::name::cert;

/// The outcome.
pub(in crate::text) fn words(comparison: &Comparison) -> Inlines {
    match comparison {
        Comparison::Empty => say!(
            "Windows や認証局が表示する拇印を貼り付けてください。空白、コロン、大文字と小文字の違いは無視されます。"
        ),
        Comparison::NotAThumbprint { digits } => say!(
            "これは拇印ではありません。連続した 16 進数（0～9、A～F）が {digits} 桁しか見つかりませんでした。SHA-1 の拇印は 40 桁、SHA-256 のフィンガープリントは 64 桁です。",
            digits = text(digits.to_string())
        ),
        Comparison::Md5 => say!(
            "これは MD5 のフィンガープリントです。同じ値の証明書を偽造できるため、確認には不十分です。SHA-1（40 桁）、できれば SHA-256（64 桁）で比較してください。"
        ),
        Comparison::Matches { certificate, role } => matches(certificate, *role),
        Comparison::KnownButOther { root, wanted } => Inlines::join(
            [
                say!(
                    "**一致しません。** これは公的なルート証明書「{root}」ですが、この結果で取り上げている証明書ではありません。",
                    root = field(root.clone())
                ),
                expected(wanted.as_ref()),
            ],
            "",
        ),
        Comparison::Unknown { wanted } => Inlines::join(
            [
                say!(
                    "**一致しません。** この拇印を持つ証明書は、ここにも公的なルート証明書の一覧にもありません。出どころがはっきりしない限り、この証明書をインストールしないでください。"
                ),
                expected(wanted.as_ref()),
            ],
            "",
        ),
    }
}

fn matches(certificate: &Cert, role: Role) -> Inlines {
    let name = cert(certificate);
    match role {
        Role::Proposed => say!(
            "**一致しました。** 追加するルート証明書「{name}」です。",
            name
        ),
        Role::Alternative => say!(
            "**一致しました。** ルート証明書「{name}」です。これを追加しても解決しますが、推奨されているのは別のルート証明書です。",
            name
        ),
        Role::SentByServer => say!(
            "これは、サーバーが送信している証明書の 1 つ「{name}」です。サーバーが送信しているというだけでは、信頼する根拠になりません。",
            name
        ),
        Role::InBundle => say!(
            "これは、お使いのバンドルにすでに含まれている「{name}」です。",
            name
        ),
    }
}

fn expected(wanted: Option<&Cert>) -> Inlines {
    wanted.map_or_else(Inlines::new, |wanted| {
        say!(
            "追加する「{name}」の拇印は {print} です。",
            name = cert(wanted),
            print = code(wanted.sha1().thumbprint())
        )
    })
}
