//! What to do, for remedies that were proven.

pub(super) mod step;

use step::{append, check, compare, let_certwhy_write, mend_and_add, point_at_it, save, undo};

use super::advice::message_to_owner;
use crate::certificate::Certificate;
use crate::doc::{Inlines, code, field, text};
use crate::environment::Environment;
use crate::finding::{Cert, RootRelation};
use crate::known::Removal;
use crate::location::SourceName;
use crate::remedy::{Action, Preference, Remedy, StartsFrom, WhySecond};
use crate::say;
use crate::text::guidance::{self, FileName, Guidance, GuidanceStep, Platform, one_line};

/// What to do.
pub(crate) fn words(remedy: &Remedy, environment: &Environment) -> Guidance {
    let mut guidance = match &remedy.action {
        Action::AddRoot {
            root,
            relation,
            removal,
        } => {
            let how = adding(root, remedy.starts_from);
            add_root(root, (*relation, removal.as_ref()), (how, environment))
        }
        Action::ReplaceBundle { name, anchors } => replace_bundle(name, anchors, environment),
        Action::MendBundle { file } => mend_bundle(file, environment),
        Action::SendIntermediate { intermediate } => send_intermediate(intermediate),
        Action::RemoveFromBundle { certificate } => {
            remove_from_bundle(certificate, remedy.starts_from, environment)
        }
        Action::StopSending { certificate } => stop_sending(certificate),
    };
    if let Preference::Second(reason) = remedy.preference {
        let why = guidance.why.unwrap_or_default();
        guidance.why = Some(Inlines::join([why, why_second(reason)], ""));
    }
    guidance.on_system(environment.system)
}

fn why_second(reason: WhySecond) -> Inlines {
    match reason {
        WhySecond::DependsOnCrossCertificate => say!(
            "これを次善としたのは、サーバーが送るのをやめるかもしれないクロス署名証明書に頼っ\
             ているためです。"
        ),
        WhySecond::RemovedSince => say!(
            "これを次善としたのは、このルート証明書がその後、\
             公開の一覧から削除されたためです。"
        ),
        WhySecond::FartherUp => say!(
            "これを次善としたのは、サーバーの証明書により近いルート証明書がほかにあるためで\
             す。"
        ),
        WhySecond::LargerChange => {
            say!("これを次善としたのは、推奨する方法のほうが変更が少ないためです。")
        }
    }
}

fn name(certificate: &Certificate) -> Inlines {
    field(certificate.subject.friendly()).into()
}

fn add_root(
    root: &Cert,
    (relation, removal): (RootRelation, Option<&Removal>),
    (mut steps, environment): (Vec<GuidanceStep>, &Environment),
) -> Guidance {
    let fits = match relation {
        RootRelation::TwinAt(_) => say!(
            "この公開ルート証明書は、経路にある証明書と同じ名前、同じ鍵を持っています。\
             経路にあるのは、そのクロス署名証明書です。"
        ),
        RootRelation::IssuerOf(_) => {
            say!("この公開ルート証明書の鍵が、経路の最後の証明書に署名しています。")
        }
    };
    let removed = removal.map(removal_warning);
    let scope = say!(
        "ルート証明書は、このサイトだけでなくすべてのサイトについて信頼されます。\
         追加する前に、フィンガープリントを確認してください。"
    );
    steps.extend(point_at_it(environment));
    Guidance {
        title: say!("「{name}」を CA バンドルに追加する", name = name(root)),
        why: Some(Inlines::join(
            [Some(fits), removed, Some(scope)].into_iter().flatten(),
            "",
        )),
        steps,
        check: Some(check()),
        undo: Some(undo(environment)),
    }
}

/// The steps up to a new file that holds the root.
fn adding(root: &Cert, starts_from: StartsFrom) -> Vec<GuidanceStep> {
    let file = FileName::of(root);
    let mut steps = vec![save(root, &file), compare(root, &file)];
    match starts_from {
        StartsFrom::AsItIs => {
            steps.extend(append(&file));
            steps.push(let_certwhy_write());
        }
        StartsFrom::MendedCopy => steps.push(mend_and_add()),
    }
    steps
}

fn removal_warning(removal: &Removal) -> Inlines {
    say!(
        "**{date} に公開の一覧から削除されています**（{release}）。やむを得ない間だけ使い、\
         その日より後には使わないでください。",
        date = text(removal.date.date()),
        release = text(removal.release.to_string())
    )
}

fn replace_bundle(release: &str, anchors: &[Cert], environment: &Environment) -> Guidance {
    let trusted_by = Inlines::join(anchors.iter().map(|anchor| name(anchor)), "、");
    let why = if anchors.is_empty() {
        say!(
            "お使いのバンドルの代わりに {release} の公開の一覧を使うと、\
             サーバーは信頼されます。",
            release = field(release)
        )
    } else {
        say!(
            "お使いのバンドルの代わりに {release} の公開の一覧を使うと、{anchors} により、\
             サーバーは信頼されます。",
            release = field(release),
            anchors = trusted_by
        )
    };
    let mut steps = vec![
        GuidanceStep::new(say!(
            "最新の一覧を取得します。プログラムが使う Python で、パッケージ certifi \
             を更新してください。"
        ))
        .command(guidance::certifi_upgrade())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "次のコマンドで、certifi のバンドルのパスが表示されます。そのファイルを \
             `new-bundle.pem` としてコピーします。"
        ))
        .command(guidance::certifi_path())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "これまでのバンドルに会社のルート証明書が入っている場合は、それらも \
             `new-bundle.pem` に追記してください。追記しないと失われます。"
        )),
        GuidanceStep::new(say!(
            "ここまでの手順の代わりに、certwhy \
             に内蔵された一覧から新しいファイルを書き出すこともできます。"
        ))
        .command(guidance::repair_with_current_list())
        .on(Platform::Any),
    ];
    steps.extend(point_at_it(environment));
    Guidance {
        title: say!("CA バンドルを新しいものに置き換える"),
        why: Some(why),
        steps,
        check: Some(check()),
        undo: Some(undo(environment)),
    }
}

fn mend_bundle(file: &SourceName, environment: &Environment) -> Guidance {
    let mut steps = vec![
        GuidanceStep::new(say!(
            "certwhy で、正しい形のコピーを書き出します。{file} のうち読み取れる証明書が、\
             一つずつ独立したブロックとして書かれます。`your-bundle.pem` \
             をお使いのバンドルのパスに置き換えてください。",
            file = field(file.as_str())
        ))
        .command(guidance::mend())
        .on(Platform::Any),
        GuidanceStep::new(say!(
            "または、ファイルを `new-bundle.pem` としてコピーし、テキストエディターで開いて、\
             上に示した箇所を直します。証明書が壊れている場合は、ブロック全体を置き換えてください。"
        ))
        .on(Platform::Any),
    ];
    steps.extend(point_at_it(environment));
    Guidance {
        title: say!("CA バンドルを修復する"),
        why: Some(say!(
            "クライアントに必要なものはすでにファイルにありますが、\
             今のままではファイルが読み込まれません。同じ証明書を正しい形のファイルにすると、\
             サーバーは信頼されます。何も追加する必要はありません。"
        )),
        steps,
        check: Some(check()),
        undo: Some(undo(environment)),
    }
}

fn send_intermediate(intermediate: &Cert) -> Guidance {
    let message = format!(
        "お使いの TLS サーバーが、中間証明書「{}」（SHA-256: {}）を送っていません。\
             そのため、ブラウザー以外のクライアントが接続を拒否します（RFC 8446 4.4.2 節）。\
             サーバーの証明書ファイルで、サーバー自身の証明書の後にこの中間証明書を追加してく\
             ださい。",
        one_line(&intermediate.subject.friendly()),
        intermediate.sha256().thumbprint(),
    );
    Guidance {
        title: say!(
            "サーバーが「{name}」を送る必要があります",
            name = name(intermediate)
        ),
        why: Some(say!(
            "この中間証明書が一緒に送られれば、サーバーは信頼されます。\
             これができるのはサーバーの管理者だけで、\
             お手元でルート証明書を追加しても代わりにはなりません。"
        )),
        steps: vec![
            message_to_owner(message),
            GuidanceStep::new(say!(
                "これがその証明書です。サーバーの管理者は認証局から入手し、SHA-256 \
                 を比べてください: {sha256}",
                sha256 = code(intermediate.sha256().thumbprint())
            ))
            .pem(intermediate),
        ],
        check: Some(say!(
            "サーバーの証明書チェーンを取得し直して certwhy に渡し、\
             サーバーが送るものに中間証明書が含まれていることを確かめます。"
        )),
        undo: None,
    }
}

fn remove_from_bundle(
    certificate: &Cert,
    starts_from: StartsFrom,
    environment: &Environment,
) -> Guidance {
    let mut steps = vec![
        GuidanceStep::new(say!(
            "certwhy で、この証明書を除いたバンドルのコピーを書き出します。\
             `server-chain.pem` は、サーバーが送る証明書のファイルです。"
        ))
        .command(guidance::repair())
        .on(Platform::Any),
    ];
    if starts_from == StartsFrom::AsItIs {
        steps.push(
            GuidanceStep::new(say!(
                "または、バンドルを `new-bundle.pem` としてコピーし、テキストエディターで開いて、\
             このブロックだけを削除します。"
            ))
            .pem(certificate)
            .on(Platform::Any),
        );
    }
    steps.extend(point_at_it(environment));
    Guidance {
        title: say!(
            "「{name}」を CA バンドルから取り除く",
            name = name(certificate)
        ),
        why: Some(say!(
            "この証明書のために、クライアントは失敗する経路をたどります。\
             取り除けば正しい経路を見つけるので、何も追加する必要はありません。この証明書の \
             SHA-256 は {sha256} です。同じ名前のほかの証明書は残します。",
            sha256 = code(certificate.sha256().thumbprint())
        )),
        steps,
        check: Some(check()),
        undo: Some(undo(environment)),
    }
}

fn stop_sending(certificate: &Cert) -> Guidance {
    let message = format!(
        "お使いの TLS サーバーが送っている証明書「{}」（SHA-256: {}）のために、\
             一部のクライアントが失敗する経路をたどります。この証明書がなければ、\
             サーバーは信頼されます。サーバーの証明書ファイルから取り除いてください。",
        one_line(&certificate.subject.friendly()),
        certificate.sha256().thumbprint(),
    );
    Guidance {
        title: say!(
            "サーバーが「{name}」を送るのをやめる必要があります",
            name = name(certificate)
        ),
        why: Some(say!(
            "この証明書のために、クライアントは失敗する経路をたどります。\
             サーバーが送らなければ、クライアントは正しい経路を見つけます。"
        )),
        steps: vec![message_to_owner(message)],
        check: Some(say!(
            "サーバーの証明書チェーンを取得し直して certwhy に渡し、\
             この証明書が含まれていないことを確かめます。"
        )),
        undo: None,
    }
}
