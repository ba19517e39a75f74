//! Notes on files that are something else, or cannot be opened.

use super::source;
use crate::doc::Inlines;
use crate::input::{Container, FileKind, Note};
use crate::say;
use crate::text::guidance::Article;

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
        "開けない形式です",
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
