//! Notes on key stores and lists of roots.

use super::source;
use crate::doc::{Inlines, code};
use crate::input::{Container, ContainerNote, Note, Obstacle, Tried, TrustLimit};
use crate::say;
use crate::text::guidance::Article;

pub(super) fn article(note: &Note, said: &ContainerNote) -> Article {
    match said {
        ContainerNote::PasswordNeeded { container, tried } => locked(note, *container, *tried),
        ContainerNote::IntegrityUnproven { container, tried } => unproven(note, *container, *tried),
        ContainerNote::NotOpened {
            container,
            obstacle,
        } => not_opened(note, *container, obstacle),
        ContainerNote::LimitedTrust {
            limit,
            certificates,
        } => limited(note, *limit, *certificates),
        ContainerNote::WithoutJavaTrust { certificates } => without_java_trust(note, *certificates),
    }
}

/// What kind of container it is.
fn kind(container: Container) -> &'static str {
    match container {
        Container::Jks => "Java のキーストア（JKS）",
        Container::Jceks => "Java のキーストア（JCEKS）",
        Container::BouncyCastle => "Bouncy Castle のキーストア",
        Container::Pkcs12 => "PKCS #12 のファイル",
        Container::SerializedStore => "Windows の証明書ストア",
        Container::NssCertdata => "NSS の certdata.txt",
        Container::Pkcs7WithoutCertificates => "PKCS #7 のメッセージ",
    }
}

fn locked(note: &Note, container: Container, tried: Tried) -> Article {
    let (title, what) = match tried {
        Tried::Usual => (
            say!("パスワードが必要です"),
            say!(
                "{source} は{kind}です。証明書は暗号化されていて、よく使われるパスワード\
                 （`changeit`、`changeme`、パスワードなし）のどれでも開けませんでした。",
                source = source(note),
                kind = kind(container)
            ),
        ),
        Tried::Given => (
            say!("指定されたパスワードでは開けません"),
            say!(
                "{source} は{kind}です。証明書は暗号化されていて、\
                 指定されたパスワードでも、よく使われるパスワードでも開けませんでした。",
                source = source(note),
                kind = kind(container)
            ),
        ),
    };
    Article::new(title, [what, give_password()])
}

/// How to say the password.
fn give_password() -> Inlines {
    say!(
        "コマンドラインでは、パスワードを書いたファイルを `--password-file` \
         で指定してください。ページでは、下の欄に入力してください。certwhy \
         はパスワードをほかの目的に使わず、表示も保存もしません。"
    )
}

fn unproven(note: &Note, container: Container, tried: Tried) -> Article {
    match tried {
        Tried::Usual => Article::new(
            "ファイルが変更されていないかは確認していません",
            [
                say!(
                    "{source}（{kind}）の証明書は、パスワードなしで読み取れました。\
                     ただし、チェックサムがよく使われるパスワードのどれとも合いません。\
                     別のパスワードが設定されているか、ファイルが変更されています。",
                    source = source(note),
                    kind = kind(container)
                ),
                give_password(),
            ],
        ),
        Tried::Given => Article::new(
            "パスワードがファイルと合いません",
            [
                say!(
                    "{source}（{kind}）の証明書は、パスワードなしで読み取れました。\
                     ただし、チェックサムが、指定されたパスワードとも、\
                     よく使われるパスワードとも合いません。別のパスワードが設定されているか、\
                     書き込まれた後でファイルが変更されています。",
                    source = source(note),
                    kind = kind(container)
                ),
                say!(
                    "Java にそのパスワードを渡すと、`Keystore was tampered with, or password \
                     was incorrect` となって開けません。正しいパスワードを指定してください。\
                     合うパスワードがない場合は、ファイルを取得し直してください。"
                ),
            ],
        ),
    }
}

fn not_opened(note: &Note, container: Container, obstacle: &Obstacle) -> Article {
    let source = source(note);
    let kind = kind(container);
    let what = match obstacle {
        Obstacle::Algorithm(identifier) => say!(
            "{source}（{kind}）の一部は、certwhy が知らないアルゴリズム {identifier} \
             で保護されています。",
            source,
            kind,
            identifier = code(identifier)
        ),
        Obstacle::TooMuchWork => say!(
            "{source}（{kind}）はハッシュの反復回数が非常に多く、\
             パスワードを試すだけで何分もかかります。",
            source,
            kind
        ),
        Obstacle::PublicKey => say!(
            "{source}（{kind}）の一部は、パスワードで保護されているのではなく、\
             特定の受信者の秘密鍵向けに暗号化されているか、署名されています。",
            source,
            kind
        ),
        Obstacle::Damaged => say!(
            "{source}（{kind}）の一部が正しい形式になっておらず、壊れています。",
            source,
            kind
        ),
    };
    let remedy = match obstacle {
        Obstacle::Damaged => say!("入手元からファイルを取得し直してください。"),
        Obstacle::Algorithm(_) | Obstacle::TooMuchWork | Obstacle::PublicKey => say!(
            "ファイルを作ったプログラムで、秘密鍵を含めずに証明書を PEM で書き出し、\
             それを certwhy に渡してください。"
        ),
    };
    let title = match obstacle {
        Obstacle::Damaged => "壊れている部分があります",
        Obstacle::Algorithm(_) | Obstacle::TooMuchWork | Obstacle::PublicKey => {
            "開けない部分があります"
        }
    };
    Article::new(title, [what, remedy])
}

fn limited(note: &Note, limit: TrustLimit, certificates: usize) -> Article {
    let source = source(note);
    match limit {
        TrustLimit::Distrusted => Article::new(
            say!("信頼してはならない証明書が入っています"),
            [say!(
                "{source} には、信頼してはならないと記された証明書が {certificates} \
                 枚あります。certwhy はそれらを表示しますが、\
                 トラストアンカーとして扱うことはありません。",
                source,
                certificates
            )],
        ),
        TrustLimit::OtherPurposes => Article::new(
            say!("サーバー以外の用途の証明書が入っています"),
            [say!(
                "{source} には、TLS サーバーではなく、\
                 メールなどの用途だけに信頼される証明書が {certificates} 枚あります。certwhy \
                 はそれらを表示しますが、トラストアンカーとしては扱いません。",
                source,
                certificates
            )],
        ),
        TrustLimit::KeyChain => Article::new(
            say!("秘密鍵に付属する証明書が入っています"),
            [say!(
                "{source} には、秘密鍵に付属する証明書が {certificates} 枚あります。\
                 鍵の持ち主が相手に提示するためのもので、信頼するという指定はありません。\
                 バンドルとして読む場合、certwhy はトラストアンカーとして扱いません。\
                 チェーンとして読む場合は、ほかの証明書と同じに扱います。",
                source,
                certificates
            )],
        ),
        TrustLimit::IssuedBefore => Article::new(
            say!("ある日付までに限って信頼されるルートがあります"),
            [say!(
                "{source} には、ある日付より前に発行された証明書に限って信頼されるルートが \
                 {certificates} 枚あります。Firefox はこの日付を守りますが、\
                 この一覧から作られるバンドルでは日付の情報が失われます。certwhy \
                 は、これらを日付の制限がないトラストアンカーとして扱います。",
                source,
                certificates
            )],
        ),
    }
}

fn without_java_trust(note: &Note, certificates: usize) -> Article {
    Article::new(
        "Java からは、信頼する証明書が一つも見えません",
        [
            say!(
                "{source} の証明書のうち {certificates} 枚には、\
                 信頼する証明書であることを Java に示す属性がありません。Java や `keytool \
                 -list` には表示されず、信頼にも使われません。OpenSSL と Windows \
                 では、そのまま読み取れます。",
                source = source(note),
                certificates
            ),
            say!(
                "`openssl pkcs12 -export -nokeys` が、このようなファイルを書き出します。Java \
                 で使うには、`certwhy repair --container p12` \
                 で属性を付けて書き直してください。`keytool -importcert` \
                 で新しいキーストアに取り込むこともできます。"
            ),
        ],
    )
}
