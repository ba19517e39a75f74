//! クライアントがルート証明書を探す場所。

use super::error_text::call;
use crate::client_roots::{CaFile, CertificateStore, Place, RootSource, Trap};
use crate::doc::{Inlines, code};
use crate::environment::{Release, Span};
use crate::error_text::Stack;
use crate::say;

/// A place.
pub(in crate::text) fn place(place: Place) -> Inlines {
    match place {
        Place::Argument(argument) => say!("引数 {name}", name = code(argument.as_str())),
        Place::Variable(variable) => say!("環境変数 {name}", name = code(variable.name())),
        Place::Setting(setting) => say!("設定 {name}", name = code(setting.as_str())),
        Place::File(file) => self::file(file),
        Place::Store(CertificateStore::Windows) => {
            say!("Windows の「信頼されたルート証明機関」")
        }
        Place::Store(CertificateStore::Keychain) => say!("macOS のキーチェーン"),
        Place::Store(CertificateStore::Linux) => {
            say!("Linux ディストリビューションのルート証明書の一覧")
        }
    }
}

fn file(file: CaFile) -> Inlines {
    match file {
        CaFile::PackagedList => say!("shotgun_api3 に含まれる `lib/httplib2/cacerts.txt`"),
        CaFile::PackagedCertifi => say!("shotgun_api3 に含まれる `lib/certifi/cacert.pem`"),
        CaFile::InstalledCertifi => say!("インストールされた Python パッケージ certifi"),
        CaFile::Httplib2List => say!("Python パッケージ httplib2 の `cacerts.txt`"),
        CaFile::OpensslDefault => say!("使われている OpenSSL の既定のファイル"),
        CaFile::CurlDefault => say!("curl の既定のファイル"),
        CaFile::JavaCacerts => say!("使われている Java の `lib/security/cacerts`"),
        CaFile::BuiltIn => say!("プログラムに内蔵された一覧"),
        CaFile::SystemList => say!("Linux ディストリビューションのルート証明書の一覧"),
    }
}

/// Several places, in order.
pub(in crate::text) fn in_order(places: &[Place]) -> Inlines {
    Inlines::join(places.iter().map(|one| place(*one)), "、次に、")
}

/// Several places, side by side.
pub(in crate::text) fn listed(places: &[Place]) -> Inlines {
    Inlines::join(places.iter().map(|one| place(*one)), "、")
}

/// Releases of a program.
pub(in crate::text) fn releases(span: Span) -> Inlines {
    let number = |release: Release| release.to_string();
    if span.first == span.last {
        number(span.first).into()
    } else if let Some(series) = span.series() {
        series.into()
    } else if span == Span::ALL {
        say!("すべてのバージョン")
    } else if span.first == Release::FIRST {
        say!("{last} まで", last = number(span.last))
    } else if span.last == Release::LAST {
        say!("{first} 以降", first = number(span.first))
    } else {
        say!(
            "{first}～{last}",
            first = number(span.first),
            last = number(span.last)
        )
    }
}

/// Where a client looks, as one sentence.
pub(in crate::text) fn reads(
    (program, release): (Stack, Option<Span>),
    source: &RootSource,
) -> Inlines {
    let places: Vec<Place> = source.places().collect();
    let program = match release {
        Some(span) => say!(
            "{name} {span}",
            name = program.name(),
            span = releases(span)
        ),
        None => program.name().into(),
    };
    let is_one = places.len() == 1;
    let places = in_order(&places);
    if source.adds() || is_one {
        say!("{program} は次を読みます。{places}。", program, places)
    } else {
        say!(
            "{program} は、ルート証明書を次の順に探し、最初に見つかったものを使います。{places}。",
            program,
            places
        )
    }
}

/// One of several that are possible.
pub(in crate::text) fn possible(source: &RootSource) -> Inlines {
    let calls: Vec<Inlines> = source.row.calls.iter().map(|one| call(*one)).collect();
    let places: Vec<Place> = source.places().collect();
    let places = in_order(&places);
    let releases = releases(source.row.releases);
    if calls.is_empty() {
        say!("{releases}: {places}", releases, places)
    } else {
        say!(
            "{releases}、{calls}: {places}",
            releases,
            calls = Inlines::join(calls, "・"),
            places
        )
    }
}

/// What does nothing, as one sentence.
pub(in crate::text) fn ignores(source: &RootSource) -> Inlines {
    say!(
        "次のものは読み取られません。{places}。",
        places = listed(&source.ignores)
    )
}

/// Several releases or calls are possible, and they differ.
pub(in crate::text) fn several() -> Inlines {
    say!(
        "探す場所はバージョンと操作によって異なり、今わかっていることだけでは決まりません。コマンドラインでは、`--program` と `--call` で指定できます。"
    )
}

/// What to know beside.
pub(in crate::text) fn trap(trap: Trap) -> Inlines {
    match trap {
        Trap::NoArgumentInToolkit => say!(
            "Toolkit は接続を自分で作成するため、`ca_certs=` を渡すことはできません。Toolkit では環境変数を使います。"
        ),
        Trap::ToolkitIgnoresVariable => say!(
            "Toolkit core 0.23.7～0.23.9 は `SHOTGUN_API_CACERTS` を読みません。0.23.10 で再び読むようになりました。"
        ),
        Trap::DownloadDependsOnAddress => say!(
            "ダウンロードでは、アドレスにサイトの名前が含まれる場合にだけ `SHOTGUN_API_CACERTS` が使われ、Amazon S3 のファイルには使われません。3.6.1 以降では常に使われます。"
        ),
        Trap::StorageReadsElsewhere => say!(
            "同じバージョンでも、Amazon S3 への直接のアップロードでは `SHOTGUN_API_CACERTS` は無視され、Python の既定の場所が使われます。`SSL_CERT_FILE` にも同じファイルを設定してください。"
        ),
        Trap::FileReplacesAll => say!(
            "指定したファイルは、ほかのすべてのルート証明書の代わりになります。公開のルート証明書と会社独自のルート証明書の両方が入っている必要があります。"
        ),
        Trap::NameIsCheckedNow => say!(
            "3.9.0 以降では、サーバーの名前も確認されます。更新後に名前の不一致が表示された場合、それは新しく、正しい指摘です。"
        ),
        Trap::PackagedListIsOld => say!(
            "付属の一覧は 2011 年の 28 件で、現在の Amazon S3 に必要なルート証明書は入っていません。更新するほかに方法はありません。"
        ),
        Trap::WindowsFetchesForItselfOnly => say!(
            "Windows は、Windows 自身のプログラムが必要としたときに公開のルート証明書を取得しますが、Python のためには取得しません。ブラウザーで接続できて Python で接続できないのはこのためです。"
        ),
        Trap::SilentWithoutFile => say!(
            "`SSL_CERT_FILE` に存在しないファイルを指定してもエラーは表示されず、ルート証明書が一つも読み込まれなくなります。"
        ),
        Trap::MacPythonWithoutRoots => say!(
            "macOS 用の python.org の Python は、`Install Certificates.command` を実行するまでルート証明書を持ちません。キーチェーンも読みません。"
        ),
        Trap::NothingIsVerified => say!(
            "この Python は証明書をまったく検証しません。通信が第三者に読み取られるおそれがあるため、更新してください。"
        ),
        Trap::DependsOnBuild => say!(
            "どこを読むかは、プログラムがどの TLS ライブラリーで作られたかによります。`--version` で確認できます。"
        ),
        Trap::SystemStoreBySwitch => say!(
            "Node 22.15 以降は、`--use-system-ca` を付けるとシステムの証明書ストアを読みます。"
        ),
    }
}
