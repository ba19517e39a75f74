//! Notes on what a file is.

use super::{place, source};
use crate::doc::{Inlines, field};
use crate::input::{
    ByteOrderMark, Container, Encoding, FileKind, Note, PrivateKeyFormat, PublicKeyFormat,
};
use crate::say;
use crate::text::guidance::Article;

pub(super) fn empty(note: &Note) -> Article {
    Article::new(
        "中に何もありません",
        [say!(
            "{source} の中に何もないか、空白だけです。\
             ダウンロードまたは書き出したコマンドが失敗したと思われます。\
             取得し直してください。",
            source = source(note)
        )],
    )
}

pub(super) fn html_page(note: &Note, title: Option<&str>) -> Article {
    let what = match title {
        Some(title) => say!(
            "{source} の中身は、「{title}」という題の Web ページで、\
             証明書ファイルではありません。ファイルではなくページが保存されたか、\
             プロキシやログイン画面が応答しています。",
            source = source(note),
            title = field(title)
        ),
        None => say!(
            "{source} の中身は Web ページで、証明書ファイルではありません。\
             ファイルではなくページが保存されたか、プロキシやログイン画面が応答しています。",
            source = source(note)
        ),
    };
    Article::new(
        "証明書ファイルではなく、Web ページです",
        [
            what,
            say!(
                "アドレスをブラウザーで開き、ファイルそのもののリンクから保存してください。\
                 PEM 形式の証明書は `-----BEGIN CERTIFICATE-----` で始まります。"
            ),
        ],
    )
}

pub(super) fn public_key(note: &Note, format: PublicKeyFormat) -> Article {
    let what = match format {
        PublicKeyFormat::Spki | PublicKeyFormat::Pkcs1 => {
            say!(
                "{source} にあるのは公開鍵で、証明書ではありません。証明書にはさらに、\
                 誰の鍵か、誰が保証しているかが書かれています。",
                source = source(note)
            )
        }
        PublicKeyFormat::OpenSsh => {
            say!(
                "{source} にあるのは SSH の公開鍵です。SSH の鍵は TLS \
                 の証明書とは関係がありません。",
                source = source(note)
            )
        }
    };
    Article::new(
        "証明書ではなく、公開鍵です",
        [
            what,
            say!(
                "`-----BEGIN CERTIFICATE-----` で始まる証明書を入手してください。\
             公開鍵は秘密ではありません。"
            ),
        ],
    )
}

pub(super) fn private_key(note: &Note, format: PrivateKeyFormat) -> Article {
    let what = match format {
        PrivateKeyFormat::EncryptedPkcs8 => say!(
            "{source} に、パスワードで保護された秘密鍵があります。certwhy \
             は中身を読まずに捨てました。",
            source = source(note)
        ),
        PrivateKeyFormat::OpenSsh => say!(
            "{source} に、OpenSSH の秘密鍵があります。certwhy は中身を読まずに捨てました。",
            source = source(note)
        ),
        PrivateKeyFormat::Putty => say!(
            "{source} に、PuTTY の秘密鍵があります。certwhy は中身を読まずに捨てました。",
            source = source(note)
        ),
        PrivateKeyFormat::Pkcs8
        | PrivateKeyFormat::Pkcs1
        | PrivateKeyFormat::Sec1
        | PrivateKeyFormat::Dsa
        | PrivateKeyFormat::Other => say!(
            "{source} に秘密鍵があります。certwhy は中身を読まずに捨てました。",
            source = source(note)
        ),
    };
    Article::new(
        "ファイルに秘密鍵が入っています",
        [
            what,
            place(note),
            say!(
                "証明書が信頼されない理由を調べるのに、秘密鍵は必要ありません。\
                 このファイルを誰かと共有した場合は、鍵が漏れたものとして扱ってください。\
                 新しい鍵を作り、その鍵で新しい証明書を取得し、古い証明書を失効させます。"
            ),
        ],
    )
}

pub(super) fn request(note: &Note) -> Article {
    Article::new(
        "証明書の署名要求です",
        [
            place(note),
            say!(
                "署名要求（CSR）は、証明書を取得するために認証局へ送るもので、\
                 まだ証明書ではありません。認証局から返されたファイルを使ってください。"
            ),
        ],
    )
}

pub(super) fn revocation_list(note: &Note) -> Article {
    Article::new(
        "失効リストです",
        [
            place(note),
            say!(
                "失効リスト（CRL）は、認証局が取り消した証明書の一覧です。\
                 証明書は含まれておらず、certwhy は失効を確認しません。\
                 代わりに認証局の証明書を使ってください。"
            ),
        ],
    )
}

pub(super) fn encoding(note: &Note, encoding: Encoding) -> Article {
    let (what, remedy) = match encoding {
        Encoding::Utf16Le(mark) | Encoding::Utf16Be(mark) => (utf16(note, mark), as_ascii()),
        Encoding::Utf8WithMark => (
            say!(
                "{source} のテキストは、UTF-8 を示す三バイトの印、\
                 バイト順マーク（BOM）で始まっています。3.0 より前の OpenSSL、Go、Java \
                 は受け付けません。",
                source = source(note)
            ),
            as_ascii(),
        ),
        Encoding::Utf8 | Encoding::Binary => (
            say!(
                "{source} のテキストは、UTF-8 ではない古い文字コードで書かれています。\
                 証明書は読み取れましたが、コメントの文字が正しく表示されないことがあります。",
                source = source(note)
            ),
            as_ascii(),
        ),
    };
    Article::new("一部のクライアントが読めない文字コードです", [what, remedy])
}

fn utf16(note: &Note, mark: ByteOrderMark) -> Inlines {
    match mark {
        ByteOrderMark::Present => say!(
            "{source} のテキストは UTF-16 です。Windows PowerShell 5 の `>` や `Out-File` \
             がこのように書き出します。certwhy は読み取りましたが、\
             クライアントはどれも読めません。",
            source = source(note)
        ),
        ByteOrderMark::Absent => say!(
            "{source} のテキストは、バイト順マークのない UTF-16 です。Windows \
             のプログラムが書き出したと思われます。certwhy は読み取りましたが、\
             クライアントはどれも読めません。",
            source = source(note)
        ),
    }
}

fn as_ascii() -> Inlines {
    say!(
        "正しく保存するには、PowerShell では `>` の代わりに、出力を `Set-Content -Encoding \
         ascii` に渡します。または、ファイルをメモ帳で開き、「名前を付けて保存」（Save \
         As）で「エンコード」（Encoding）を `UTF-8` にします。"
    )
}

pub(super) fn container(note: &Note, container: Container) -> Article {
    let what = match container {
        Container::Jks => say!(
            "{source} は Java のキーストア（JKS）です。`keytool -exportcert -rfc` で、\
             その中の証明書を PEM で書き出せます。",
            source = source(note)
        ),
        Container::Jceks => say!(
            "{source} は JCEKS という種類の Java のキーストアです。`keytool -exportcert \
             -rfc` で、その中の証明書を PEM で書き出せます。",
            source = source(note)
        ),
        Container::BouncyCastle => say!(
            "{source} は Bouncy Castle のキーストアです。`keytool` \
             にそのプロバイダーを指定すると、証明書を PEM で書き出せます。",
            source = source(note)
        ),
        Container::Pkcs12 => say!(
            "{source} は PKCS #12（`.p12`、`.pfx`）で、秘密鍵も入っていることがよくあります。\
             `openssl pkcs12 -nokeys` で、証明書だけを PEM で書き出せます。",
            source = source(note)
        ),
        Container::SerializedStore => say!(
            "{source} は Windows の証明書ストア（`.sst`）です。ダブルクリックで開き、\
             証明書を一つずつ「Base-64 encoded X.509」の形式で書き出してください。",
            source = source(note)
        ),
        Container::NssCertdata => say!(
            "{source} は、NSS を作るための Mozilla の一覧 `certdata.txt` です。\
             これから作られた、certifi などのバンドルを使ってください。",
            source = source(note)
        ),
        Container::Pkcs7WithoutCertificates => say!(
            "{source} は、暗号化されているか、証明書を含まない PKCS #7 のメッセージです。\
             送信者に、証明書を PEM で送るよう依頼してください。",
            source = source(note)
        ),
    };
    Article::new(
        "まだ開けない形式です",
        [
            what,
            say!("秘密鍵を含まない PEM ファイルを certwhy に渡してください。"),
        ],
    )
}

pub(super) fn other_file(note: &Note, kind: FileKind) -> Article {
    Article::new(
        "このファイルに証明書はありません",
        [
            say!(
                "{source} の中身は次のものです: {kind}。",
                source = source(note),
                kind = kind_words(kind)
            ),
            kind_remedy(kind),
        ],
    )
}

fn kind_words(kind: FileKind) -> Inlines {
    Inlines::from(match kind {
        FileKind::Jpeg => "画像（JPEG）",
        FileKind::Png => "画像（PNG）",
        FileKind::Gif => "画像（GIF）",
        FileKind::Pdf => "PDF 文書",
        FileKind::Zip => "ZIP 書庫、またはその形式の文書やプログラム",
        FileKind::Gzip => "gzip で圧縮されたデータ",
        FileKind::Bzip2 => "bzip2 で圧縮されたデータ",
        FileKind::Xz => "xz で圧縮されたデータ",
        FileKind::SevenZip => "7-Zip 書庫",
        FileKind::Elf => "Linux 用のプログラム",
        FileKind::PortableExecutable => "Windows 用のプログラム",
        FileKind::MachO => "macOS 用のプログラム",
        FileKind::Sqlite => "SQLite データベース",
        FileKind::OtherDer => "証明書ではない DER のバイナリデータ",
        FileKind::Zeros => "値がゼロのバイトだけ",
        FileKind::Binary => "種類の分からないバイナリデータ",
        FileKind::CertificateDump => "証明書の内容を表示したテキスト",
        FileKind::Json => "JSON",
        FileKind::Xml => "XML",
        FileKind::OtherPem => "別の種類の PEM ブロック",
        FileKind::PlainText => "テキスト",
    })
}

fn kind_remedy(kind: FileKind) -> Inlines {
    match kind {
        FileKind::Zip | FileKind::Gzip | FileKind::Bzip2 | FileKind::Xz | FileKind::SevenZip => {
            say!("展開して、その中の証明書ファイルを certwhy に渡してください。")
        }
        FileKind::CertificateDump => {
            say!(
                "表示されたテキストから証明書を復元することはできません。`-----BEGIN \
                 CERTIFICATE-----` で始まる、証明書そのものを入手してください。"
            )
        }
        FileKind::Sqlite => {
            say!(
                "Firefox や NSS の `cert9.db` であれば、そこから証明書を PEM \
                 で書き出してください。"
            )
        }
        FileKind::Zeros => {
            say!(
                "ダウンロードまたはコピーが中断されたと思われます。\
                 ファイルを取得し直してください。"
            )
        }
        FileKind::Jpeg | FileKind::Png | FileKind::Gif | FileKind::Pdf => {
            say!(
                "証明書の画像や文書から証明書を読み取ることはできません。\
                 証明書そのもののファイルを入手してください。"
            )
        }
        FileKind::Elf
        | FileKind::PortableExecutable
        | FileKind::MachO
        | FileKind::OtherDer
        | FileKind::Binary
        | FileKind::Json
        | FileKind::Xml
        | FileKind::OtherPem
        | FileKind::PlainText => {
            say!(
                "正しいファイルを選んでください。PEM 形式の証明書は `-----BEGIN \
                 CERTIFICATE-----` で始まります。"
            )
        }
    }
}
