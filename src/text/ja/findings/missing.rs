//! What is not there: roots and intermediates.

use super::super::words;
use crate::certificate::{Certificate, Name};
use crate::doc::{code, field, text};
use crate::finding::{MissingIntermediate, MissingRoot, ProxyEvidence, RootOption, RootRelation};
use crate::known::Removal;
use crate::lang::Lang::Ja;
use crate::say;
use crate::text::FindingWords;
use crate::text::name::{cert, date, name};
use crate::text::terms::{CROSS_CERTIFICATE, INTERMEDIATE, TLS_INSPECTION};

pub(super) fn root(evidence: &MissingRoot) -> FindingWords {
    let below = cert(&evidence.below);
    let Some(RootOption { root, relation, .. }) = evidence.roots.first() else {
        return words(
            say!(
                "お使いの CA バンドルに、ルート証明書「{root}」がありません。",
                root = name(&evidence.wanted)
            ),
            [say!(
                "サーバーの証明書チェーンは「{below}」で終わっています。これに署名した公的なルート証明書がお使いのバンドルにないため、クライアントは接続先が本物のサーバーかどうかを確認できません。",
                below
            )],
        );
    };
    let why = match relation {
        RootRelation::IssuerOf(_) => say!(
            "サーバーの証明書チェーンは「{below}」で終わっており、これに署名したのは公的なルート証明書「{root}」です。お使いのバンドルにはこのルート証明書がないため、クライアントはチェーンを確認できず、接続を拒否します。",
            below,
            root = cert(root)
        ),
        RootRelation::TwinAt(_) => say!(
            "サーバーの証明書チェーンの最後にある「{below}」には「{issuer}」が署名していますが、お使いのバンドルには署名者の証明書がありません。公的なルート証明書「{root}」もありません。サーバーは、このルート証明書と同じ名前と鍵を持つ{cross}（別の認証局が署名した写し）だけを送っています。クライアントのバンドルには、自己署名された元のルート証明書が必要です。",
            below,
            issuer = name(&evidence.below.issuer),
            root = cert(root),
            cross = CROSS_CERTIFICATE.inline(Ja),
        ),
    };
    words(
        say!(
            "お使いの CA バンドルに、ルート証明書「{root}」がありません。",
            root = cert(root)
        ),
        [
            why,
            say!(
                "同じコンピューターでも、ブラウザーでは接続できることがあります。ブラウザーは独自のルート証明書の一覧を使い、Windows は足りないルート証明書を必要に応じて取得しますが、その対象は Windows 標準の証明書検証を使うプログラムだけです。"
            ),
        ],
    )
}

pub(super) fn intermediate(evidence: &MissingIntermediate) -> FindingWords {
    let wanted = || name(&evidence.wanted);
    let below = cert(&evidence.below);
    words(
        say!(
            "サーバーが中間証明書「{wanted}」を送信していません。",
            wanted = wanted()
        ),
        [
            say!(
                "「{below}」に署名したのは「{wanted}」です。これはサーバーの証明書とルート証明書の間をつなぐ{intermediate}で、サーバーが自身の証明書と一緒に送信する必要があります。送信されていないため、クライアントはルート証明書までたどることができません。",
                below,
                intermediate = INTERMEDIATE.inline(Ja),
                wanted = wanted()
            ),
            say!(
                "ブラウザーは足りない中間証明書を自動的に取得したり、ほかのサイトで受け取ったものを覚えていたりするため、接続できることがあります。ほとんどのプログラムには、このような仕組みがありません。"
            ),
        ],
    )
}

pub(super) fn anchor_not_self_signed(
    anchor: &Certificate,
    twin: Option<&Certificate>,
) -> FindingWords {
    let remedy = if let Some(twin) = twin {
        say!(
            "このクライアントに必要なのは、同じ名前と鍵を持つ自己署名証明書「{twin}」です。SHA-256 は {print} です。",
            twin = cert(twin),
            print = code(twin.sha256().thumbprint())
        )
    } else {
        say!(
            "このクライアントに必要なのは、チェーンの一番端にある、自己署名されたルート証明書です。"
        )
    };
    words(
        say!(
            "お使いの CA バンドルにある「{anchor}」は、このクライアントではルート証明書として扱われません。",
            anchor = cert(anchor)
        ),
        [
            say!(
                "バンドルの「{anchor}」は「{issuer}」が署名したものです。つまり、ルート証明書ではなく、中間証明書またはクロス署名証明書です。このクライアントは自己署名証明書だけを信頼の起点にします。これを受け入れるクライアントもあります。",
                anchor = cert(anchor),
                issuer = name(&anchor.issuer)
            ),
            remedy,
        ],
    )
}

pub(super) fn interception_proxy(
    top: &Certificate,
    root: &Name,
    evidence: &ProxyEvidence,
) -> FindingWords {
    let sign = match evidence {
        ProxyEvidence::Vendor(vendor) => say!(
            "このように判断した根拠は、「{top}」の発行者の名前に、こうした製品のメーカーである {vendor} の名前が含まれていることです。",
            top = cert(top),
            vendor = *vendor
        ),
        ProxyEvidence::PublicHost(host) => say!(
            "このように判断した根拠は、{host} が公開サービスであるのに、「{top}」がどの公開リストにもないルート証明書につながっていることです。",
            host = field(host),
            top = cert(top)
        ),
    };
    words(
        say!("お使いのネットワークが、サーバーの証明書を独自の証明書に置き換えています。"),
        [
            say!(
                "コンピューターとサーバーの間にあるプロキシまたはセキュリティソフトが、暗号化された通信をいったん復号して内容を検査し、独自の証明書で暗号化し直しています（{inspection}）。その証明書の発行元は「{root}」で、お使いのバンドルでは信頼されていません。",
                inspection = TLS_INSPECTION.inline(Ja),
                root = name(root)
            ),
            sign,
            say!(
                "会社が意図して行っている場合は、IT 部門がこのルート証明書を持っており、提供してもらえます。この接続やインターネットから入手しないでください。このルート証明書の鍵を持つ者は、通信の内容を読むことができます。IT 部門に心当たりがない場合は、接続を続けないでください。"
            ),
            say!(
                "このようなネットワークでもブラウザーで接続できるのは、通常、ブラウザーが使う証明書ストアに IT 部門がルート証明書をインストールしているためです。"
            ),
        ],
    )
}

pub(super) fn self_signed_leaf(leaf: &Certificate) -> FindingWords {
    words(
        say!(
            "サーバーの証明書「{leaf}」は、サーバー自身だけが署名した自己署名証明書です。",
            leaf = cert(leaf)
        ),
        [say!(
            "「{leaf}」の発行者は、この証明書自身です。このサーバーのものであることを確認した認証局がないため、クライアントは偽造された証明書と区別できません。サーバーの管理者が認証局から証明書を取得する必要があります。",
            leaf = cert(leaf)
        )],
    )
}

pub(super) fn unknown_root(top: &Certificate, root: &Name) -> FindingWords {
    words(
        say!(
            "サーバーの証明書チェーンは、既知の公的なルート証明書ではない「{root}」につながっています。",
            root = name(root)
        ),
        [
            if top.subject == *root {
                say!(
                    "チェーンは「{top}」で終わっています。お使いのバンドルにも、公的なルート証明書の一覧にも、その鍵を持つ証明書はありません。",
                    top = cert(top)
                )
            } else {
                say!(
                    "「{top}」はルート証明書「{root}」につながっています。お使いのバンドルにも、公的なルート証明書の一覧にも、その鍵を持つ証明書はありません。",
                    top = cert(top),
                    root = name(root)
                )
            },
            say!(
                "会社やスタジオ独自の認証局である可能性があります。その場合は、認証局の運営者（通常は IT 部門）からルート証明書を入手し、フィンガープリント（拇印）を確認してください。サーバーから送られてきた証明書をそのまま信頼しないでください。"
            ),
        ],
    )
}

pub(super) fn removed_root(root: &Certificate, removal: &Removal) -> FindingWords {
    words(
        say!(
            "ルート証明書「{root}」は、{day} に公的なルート証明書の一覧から削除されました。",
            root = cert(root),
            day = date(removal.date)
        ),
        [
            say!(
                "サーバーの証明書チェーンは「{root}」につながっています。Mozilla のルート証明書一覧（{release} として公開）には、このルート証明書はもう含まれていません。更新されたクライアントはこのサーバーへの接続を拒否し、そのようなクライアントは今後増えていきます。",
                root = cert(root),
                release = text(removal.release.to_string())
            ),
            say!(
                "根本的に解決するには、サーバーの管理者が、一覧に残っているルート証明書の下で発行された証明書に移行する必要があります。"
            ),
        ],
    )
}
