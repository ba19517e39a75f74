//! 証明書のファイルを各プログラムがどう読むか。

use crate::doc::{Inlines, field};
use crate::reading::{Outcome, Reader, Reading, Reason};
use crate::report::FileReadings;
use crate::say;

/// A file without trouble.
pub(in crate::text) fn read_by_all(file: &FileReadings) -> Inlines {
    say!(
        "{file} の証明書は、OpenSSL、Python、curl、Node.js、GnuTLS、Go、Java のどれでもすべて読み込まれます。",
        file = field(file.source.as_str())
    )
}

/// Over the table.
pub(in crate::text) fn intro(file: &FileReadings) -> Inlines {
    say!(
        "証明書のファイルの読み方は、プログラムによって異なります。今のままの {file} は、次のように扱われます。",
        file = field(file.source.as_str())
    )
}

/// Who uses these readers.
pub(in crate::text) fn programs(readers: &[Reader]) -> Inlines {
    let is_openssl = |reader: &&Reader| Reader::OPENSSL.contains(*reader);
    let every_openssl = readers.iter().filter(is_openssl).count() == Reader::OPENSSL.len();
    let others = readers
        .iter()
        .filter(|reader| !every_openssl || !is_openssl(reader))
        .map(|reader| program(*reader));
    let openssl = every_openssl.then(|| say!("OpenSSL（全バージョン）、Python、curl"));
    Inlines::join(openssl.into_iter().chain(others), "、")
}

fn program(reader: Reader) -> Inlines {
    match reader {
        Reader::OpenSsl10 => say!("OpenSSL 1.1.0 まで、Python 2.7"),
        Reader::OpenSsl11 => say!("OpenSSL 1.1.1 と、それを使う Python、curl"),
        Reader::OpenSsl3 => say!("OpenSSL 3.0 以降と、それを使う Python、curl"),
        Reader::Node => say!("Node.js（オプション `ca`）"),
        Reader::GnuTls => say!("GnuTLS、wget"),
        Reader::Go => say!("Go"),
        Reader::Java => say!("Java、`keytool`"),
    }
}

/// What comes of it.
pub(in crate::text) fn outcome(reading: &Reading, found: usize) -> Inlines {
    let kept = found.saturating_sub(reading.lost.len());
    match reading.outcome {
        Outcome::All if found == 0 => {
            say!("何も見つけず、ルート証明書がないまま処理を続けます")
        }
        Outcome::All => say!("{found} 件すべてを読み込みます", found),
        Outcome::Skips => say!(
            "{found} 件のうち {kept} 件を読み込み、残りは無視します",
            kept,
            found
        ),
        Outcome::Stops { line, reason } => say!(
            "{found} 件のうち {kept} 件を読み込み、{line} 行目で止まります（{reason}）",
            kept,
            found,
            line = line.0,
            reason = self::reason(reason)
        ),
        Outcome::Refuses {
            line: Some(line),
            reason,
        } => match reading.reader {
            Reader::Node | Reader::Go => say!(
                "{line} 行目が原因で、何も読み込みません（{reason}）",
                line = line.0,
                reason = self::reason(reason)
            ),
            Reader::OpenSsl10
            | Reader::OpenSsl11
            | Reader::OpenSsl3
            | Reader::GnuTls
            | Reader::Java => say!(
                "{line} 行目が原因で、**ファイル全体を拒否します**（{reason}）",
                line = line.0,
                reason = self::reason(reason)
            ),
        },
        Outcome::Refuses { line: None, reason } => match reading.reader {
            Reader::Node | Reader::Go => say!(
                "何も読み込みません（{reason}）",
                reason = self::reason(reason)
            ),
            Reader::OpenSsl10
            | Reader::OpenSsl11
            | Reader::OpenSsl3
            | Reader::GnuTls
            | Reader::Java => say!(
                "**ファイルを拒否します**（{reason}）",
                reason = self::reason(reason)
            ),
        },
    }
}

fn reason(reason: Reason) -> Inlines {
    match reason {
        Reason::NoCertificate => say!("証明書が見つかりません"),
        Reason::BadEndLine => say!("その行から始まるブロックの終わり方が正しくありません"),
        Reason::BadBase64 => say!("その行から始まるブロックの中身が base64 ではありません"),
        Reason::BadCertificate => say!("その行から始まるブロックの中身が壊れています"),
        Reason::BadHeader => say!("その行から始まるブロックの中に空行があります"),
        Reason::EmptyBlock => say!("その行から始まるブロックが空です"),
    }
}

/// What a program says, in its own words.
pub(in crate::text) fn said(texts: Vec<Inlines>) -> Inlines {
    Inlines::join(texts, "、または ")
}

/// A program that says nothing.
pub(in crate::text) fn nothing_said() -> Inlines {
    say!("何も表示しません")
}

/// Where the file's name came from the environment.
pub(in crate::text) fn silent_variable() -> Inlines {
    say!(
        "ファイルが環境変数 `SSL_CERT_FILE` で指定されている場合、OpenSSL は何も表示しません。\
         プログラムはルート証明書が一つもない状態で動き始め、最初の接続が \
         `unable to get local issuer certificate` で失敗します。"
    )
}
