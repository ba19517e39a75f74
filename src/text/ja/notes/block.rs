//! Notes on blocks that could be read, and on what was left out.

use super::{place, place_of, source};
use crate::doc::{Inlines, code, field};
use crate::input::{BlockNumber, ChainEntry, Layout, Note};
use crate::say;
use crate::text::guidance::Article;

/// The most names of a transcript that are listed.
const LISTED: usize = 10;

pub(super) fn layout(note: &Note, layout: Layout, blocks: usize) -> Article {
    let (title, words) = match layout {
        Layout::Indented => (
            say!("PEM ブロックが字下げされています"),
            say!(
                "YAML ファイルのように、ブロックの行が行頭から始まっていません。\
                 該当するブロックは {blocks} 個です。",
                blocks
            ),
        ),
        Layout::EscapedLineBreaks => (
            say!("PEM ブロックの改行が `\\n` と書かれています"),
            say!(
                "JSON ファイルのように、改行がエスケープされて、\
                 ブロックが一行になっています。該当するブロックは {blocks} 個です。",
                blocks
            ),
        ),
        Layout::WithinLine => (
            say!("PEM ブロックが独立した行になっていません"),
            say!(
                "`BEGIN` の前にほかの文字があるか、同じ行に内容が続いています。\
                 該当するブロックは {blocks} 個です。",
                blocks
            ),
        ),
        Layout::CarriageReturns => (
            say!("PEM ブロックの改行が CR だけになっています"),
            say!(
                "古い Macintosh の改行になっているため、多くのプログラムには一行に見えます。\
                 該当するブロックは {blocks} 個です。",
                blocks
            ),
        ),
    };
    Article::new(
        title,
        [
            words,
            say!(
                "最初のブロックは {source} の {line} 行目から始まります。certwhy \
                 は読み取りましたが、多くのクライアントは読めません。",
                line = note.location.line.0,
                source = source(note)
            ),
            say!(
                "クライアントで使うには、`BEGIN` と `END` をそれぞれ独立した行にし、\
                 行頭から始めたテキストファイルに書き出してください。"
            ),
        ],
    )
}

pub(super) fn trust_settings(note: &Note, block: BlockNumber) -> Article {
    Article::new(
        say!(
            "{block} 番目の PEM ブロックに OpenSSL の信頼設定があります",
            block = block.0
        ),
        [
            say!(
                "このブロックは `TRUSTED CERTIFICATE` で、証明書の後に、OpenSSL \
                 が何についてそれを信頼するかの設定が続いています。certwhy \
                 はこの設定も考慮します。このようなブロックを読めるのは OpenSSL だけです。"
            ),
            place(note),
            say!(
                "ほかのクライアントで使うには、`openssl x509` \
                 で通常の証明書として書き直してください。"
            ),
        ],
    )
}

pub(super) fn trailing(note: &Note, block: Option<BlockNumber>, bytes: usize) -> Article {
    let words = if let Some(block) = block {
        say!(
            "{block} 番目の PEM ブロックで、証明書の後に {bytes} \
             バイトのデータが続いています。certwhy はこれを除きました。",
            block = block.0,
            bytes
        )
    } else {
        say!(
            "ファイルの中で、証明書の後に {bytes} バイトのデータが続いています。certwhy \
             はこれを除きました。",
            bytes
        )
    };
    Article::new(
        "証明書の後に余分なデータがあります",
        [
            words,
            place_of(note, block),
            say!(
                "このようなファイルを拒否するクライアントもあります。\
                 証明書を書き出し直してください。複数の証明書は、それぞれを一つの PEM \
                 ブロックにします。"
            ),
        ],
    )
}

pub(super) fn only_named(note: &Note, entries: &[ChainEntry], shown: usize) -> Article {
    let names = Inlines::join(
        entries
            .iter()
            .take(LISTED)
            .map(|entry| field(entry.subject.as_str())),
        "、",
    );
    Article::new(
        "名前だけで、含まれていない証明書があります",
        [
            say!(
                "{source} の出力には {count} 個の証明書の名前が示されていますが、\
                 証明書そのものは {shown} 個しか含まれていません。\
                 示されている名前は次のとおりです: {names}。",
                source = source(note),
                count = entries.len(),
                shown,
                names
            ),
            say!(
                "オプション `-showcerts` を付けて {command} を実行し直してください。\
                 サーバーが送るすべての証明書が出力されます。",
                command = code("openssl s_client")
            ),
        ],
    )
}

pub(super) fn omitted(note: &Note, count: usize) -> Article {
    Article::new(
        "このファイルには、ほかにも指摘があります",
        [say!(
            "{source} には問題が多いため、残りの {count} 件の指摘を省きました。\
             別のファイルを指定したか、ファイル全体が変わってしまったと思われます。\
             取得し直してください。",
            source = source(note),
            count
        )],
    )
}
