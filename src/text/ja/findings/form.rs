//! What form a certificate must have, and under which policies it may stand.

use super::super::words;
use super::rules::only_the_ca;
use crate::certificate::{Certificate, Criticality};
use crate::check::{AuthorityKeyIdProblem, FormProblem, PolicyProblem};
use crate::doc::{Inlines, code, field};
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, general};

pub(super) fn form(certificate: &Certificate, problem: &FormProblem) -> FindingWords {
    words(
        say!(
            "「{name}」は、このクライアントが求める形式上の規則に従っていません。",
            name = cert(certificate)
        ),
        [form_problem(problem), only_the_ca(certificate)],
    )
}

pub(super) fn strictness(certificate: &Certificate, problem: &FormProblem) -> FindingWords {
    words(
        say!(
            "「{name}」は、このクライアントの厳格モードだけが求める規則に従っていません。",
            name = cert(certificate)
        ),
        [
            form_problem(problem),
            say!(
                "ほかのクライアントはこの証明書を受け入れます。Python では、バージョン 3.13 から {function} で作成したコンテキストがこの規則を適用します。根本的な解決には、別のルート証明書を使うか、証明書を正しく発行し直してもらう必要があります。",
                function = code("ssl.create_default_context()")
            ),
            say!(
                "それまでの間、ご自身の Python コードでは厳格モードだけを無効にできます。ほかの検証は引き続き行われます: {line}。証明書が交換されたら、この行を削除してください。",
                line = code("context.verify_flags &= ~ssl.VERIFY_X509_STRICT")
            ),
        ],
    )
}

#[expect(clippy::too_many_lines, reason = "one arm for each problem")]
fn form_problem(problem: &FormProblem) -> Inlines {
    match problem {
        FormProblem::Version => {
            say!("バージョン番号が内容と合っていません。拡張を使うにはバージョン 3 が必要です。")
        }
        FormProblem::SerialNumber => {
            say!("シリアル番号が 0 または負の数であるか、20 オクテットを超えています。")
        }
        FormProblem::AlgorithmFields => {
            say!("署名アルゴリズムが 2 か所に書かれていますが、互いに一致していません。")
        }
        FormProblem::RepeatedExtension(oid) => {
            say!("拡張 {oid} が 2 回書かれています。", oid = code(oid))
        }
        FormProblem::UnreadableExtension(oid) => {
            say!("拡張 {oid} を読み取れません。", oid = code(oid))
        }
        FormProblem::MissingExtension(oid) => {
            say!("必須の拡張 {oid} がありません。", oid = code(oid))
        }
        FormProblem::WrongCriticality { oid, marked } => match marked {
            Criticality::Critical => say!(
                "拡張 {oid} がクリティカルに指定されていますが、指定してはいけません。",
                oid = code(oid)
            ),
            Criticality::NonCritical => say!(
                "拡張 {oid} がクリティカルに指定されていませんが、指定する必要があります。",
                oid = code(oid)
            ),
        },
        FormProblem::EmptyName => {
            say!("名前がありません。発行者と認証局には名前が必要です。")
        }
        FormProblem::EmptyExtension(oid) => say!("拡張 {oid} の中身が空です。", oid = code(oid)),
        FormProblem::MisplacedExtension(oid) => say!(
            "拡張 {oid} は、この種類の証明書にあってはいけないものです。",
            oid = code(oid)
        ),
        FormProblem::CertSignWithoutCa => say!(
            "鍵による証明書への署名が許可されていますが、認証局の証明書であることが示されていません。"
        ),
        FormProblem::NameEncoding => say!(
            "発行者の名前の書き方が、発行者自身の証明書と異なります（文字列の型、大文字と小文字、空白など）。標準の規定では同じ名前ですが、このクライアントはオクテット単位で比較します。"
        ),
        FormProblem::PathLengthWithoutCertSign => say!(
            "下位に続く CA の数を制限していますが、鍵用途では証明書への署名が許可されていません。"
        ),
        FormProblem::PathLengthWithoutCa => {
            say!("その下に置ける認証局の数を制限していますが、認証局の証明書ではありません。")
        }
        FormProblem::AuthorityKeyIdentifier(problem) => authority_key_identifier(*problem),
        FormProblem::CommonName(text) => say!(
            "コモンネーム「{name}」と一字一句同じものが、サブジェクトの別名にありません。",
            name = field(text)
        ),
        FormProblem::AlternativeName(name) => say!(
            "サブジェクトの別名に、あってはいけない「{name}」が含まれています。",
            name = general(name)
        ),
        FormProblem::RepeatedPolicy(oid) => say!(
            "証明書ポリシー {oid} が 2 回書かれています。",
            oid = code(oid)
        ),
        FormProblem::SubtreeBounds => {
            say!("名前制約に、使ってはいけない最小値または最大値が指定されています。")
        }
        FormProblem::CaAsServer => say!(
            "サーバーが認証局の証明書をサーバー自身の証明書として使っています。このクライアントは、これを受け入れません。"
        ),
        FormProblem::ForbiddenPurpose(purpose) => say!(
            "TLS サーバーのほかに {purpose} にも使える証明書ですが、この 2 つの用途を 1 枚の証明書で兼ねることはできません。",
            purpose = code(purpose.name())
        ),
    }
}

fn authority_key_identifier(problem: AuthorityKeyIdProblem) -> Inlines {
    match problem {
        AuthorityKeyIdProblem::NoKey => {
            say!("認証局鍵識別子に、発行者の鍵を示す値がありません。")
        }
        AuthorityKeyIdProblem::NamesCertificate => say!(
            "認証局鍵識別子が発行者の証明書を指しています。発行者の鍵だけを示す必要があります。"
        ),
        AuthorityKeyIdProblem::NotOfIssuer => say!(
            "認証局鍵識別子が、発行者の鍵や証明書とは別のものを示しています。このクライアントはその値に従います。"
        ),
        AuthorityKeyIdProblem::NotOwnKey => {
            say!("ルート証明書ですが、認証局鍵識別子が自身の鍵とは別の鍵を示しています。")
        }
    }
}

pub(super) fn policy(certificate: &Certificate, problem: PolicyProblem) -> FindingWords {
    let why = match problem {
        PolicyProblem::NoneValid => say!(
            "ここでは、チェーン全体に共通する証明書ポリシーが求められています。しかし「{name}」までのすべての証明書に共通するポリシーがありません。",
            name = cert(certificate)
        ),
        PolicyProblem::NoneAcceptable => say!(
            "ここでは、クライアントが受け入れる証明書ポリシーが求められています。しかし「{name}」までのチェーンで有効なポリシーは、それとは別のものです。",
            name = cert(certificate)
        ),
        PolicyProblem::MapsAnyPolicy => say!(
            "「{name}」は、ある証明書ポリシーを `anyPolicy` と同等に扱うよう指定しています。これは禁止されています。",
            name = cert(certificate)
        ),
        PolicyProblem::Unreadable(id) => say!(
            "「{name}」にある、証明書ポリシーに関する拡張 {oid} を読み取れません。",
            name = cert(certificate),
            oid = code(id.oid())
        ),
    };
    words(
        say!(
            "「{name}」の証明書ポリシーの条件を、このチェーンは満たしていません。",
            name = cert(certificate)
        ),
        [why, only_the_ca(certificate)],
    )
}
