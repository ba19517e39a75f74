//! Notes on single blocks.

use super::{place, source};
use crate::doc::{Inlines, code, field};
use crate::input::{BlockNumber, ChainEntry, Extent, Layout, Note, PemDefect};
use crate::location::LineNumber;
use crate::say;
use crate::text::guidance::Article;

/// The most names of a transcript that are listed.
const LISTED: usize = 10;

pub(super) fn damaged(note: &Note, block: BlockNumber, defect: &PemDefect) -> Article {
    let paragraphs = [
        defect_words(defect),
        place(note),
        say!(
            "このようなブロックが一つあるだけで、OpenSSL と Python \
             はファイル全体を拒否します。Go と rustls はそのブロックだけを除きます。\
             ファイルのコピーで、ブロックを直すか置き換えてください。"
        ),
    ];
    Article::new(
        say!("{block} 番目の PEM ブロックが壊れています", block = block.0),
        paragraphs,
    )
}

fn defect_words(defect: &PemDefect) -> Inlines {
    match defect {
        PemDefect::BeginWithoutEnd => {
            say!(
                "`BEGIN` の行がありますが、対応する `END` の行がありません。\
                 コピーするときに、ブロックの終わりが失われたと思われます。"
            )
        }
        PemDefect::EndWithoutBegin => {
            say!(
                "`END` の行がありますが、対応する `BEGIN` の行がありません。\
                 コピーするときに、ブロックの始まりが失われたと思われます。"
            )
        }
        PemDefect::NestedBegin => {
            say!(
                "`BEGIN` の行の直後に、別の `BEGIN` の行があります。一方が余分なので、\
                 削除してください。"
            )
        }
        PemDefect::MismatchedLabels { begin, end } => {
            say!(
                "ブロックが {begin} として始まり、{end} として終わっています。\
                 両方の行に同じものが書かれている必要があります。\
                 二つのブロックの一部がつながったと思われます。",
                begin = field(begin.as_str()),
                end = field(end.as_str())
            )
        }
        PemDefect::Dashes => {
            say!(
                "`BEGIN` または `END` の行の両側のハイフンがちょうど五つでないか、\
                 別の種類のダッシュになっています。ワープロやメールソフトによって、\
                 このように変わることがあります。"
            )
        }
        PemDefect::Empty => say!("`BEGIN` の行と `END` の行の間に何もありません。"),
        PemDefect::Padding => {
            say!("内容の末尾の等号が足りないか、多すぎます。最後の文字が失われたと思われます。")
        }
        PemDefect::NotDer => {
            say!(
                "内容は復号できますが、その結果が証明書になりません。二つの行の間に、\
                 別のテキストを貼り付けた可能性があります。"
            )
        }
        PemDefect::CommentedOut => {
            say!(
                "ブロックがコメント記号の後にあるため、除きました。この証明書を使う場合は、\
                 コメント記号を取り除いてください。"
            )
        }
    }
}

pub(super) fn glued(note: &Note, block: BlockNumber) -> Article {
    Article::new(
        say!(
            "{block} 番目の PEM ブロックの前に改行がありません",
            block = block.0
        ),
        [
            say!(
                "このブロックの `BEGIN` の行が、前のブロックの `END` の行につながっています。\
                 最後の行に改行がないファイルに追記されたと思われます。certwhy \
                 は両方のブロックを読み取りました。"
            ),
            place(note),
            say!(
                "OpenSSL、Python、Go、Java は、このままでは読めません。ファイルのコピーで、\
                 二つの間に改行を入れてください。"
            ),
        ],
    )
}

pub(super) fn truncated(
    note: &Note,
    block: Option<BlockNumber>,
    extent: Option<Extent>,
) -> Article {
    let title = match block {
        Some(block) => say!(
            "{block} 番目の PEM ブロックが途中で切れています",
            block = block.0
        ),
        None => say!("証明書が途中で切れています"),
    };
    let lengths = match extent {
        Some(Extent { declared, present }) => {
            say!(
                "証明書の長さは {declared} バイトと記されていますが、{present} \
                 バイトしかありません。",
                declared,
                present
            )
        }
        None => say!("証明書の長さが記されている部分より前で、データが終わっています。"),
    };
    Article::new(
        title,
        [
            lengths,
            place(note),
            say!(
                "ファイルを完全な形で取得し直してください。\
                 失われた部分を残りから復元することはできません。"
            ),
        ],
    )
}

pub(super) fn bad_base64(
    note: &Note,
    block: BlockNumber,
    (line, column, character): (LineNumber, u32, char),
) -> Article {
    Article::new(
        say!(
            "{block} 番目の PEM ブロックに、使えない文字があります",
            block = block.0
        ),
        [
            say!(
                "{source} の {line} 行目 {column} \
                 文字目に「{character}」（U+{number}）があります。\
                 これは証明書のテキストには使えない文字です。",
                line = line.0,
                column,
                source = source(note),
                character = field(character.to_string()),
                number = code_point(character)
            ),
            say!(
                "証明書を取得し直して、ブロック全体を置き換えてください。この文字のために、\
                 OpenSSL と Python はファイル全体を拒否します。"
            ),
        ],
    )
}

fn code_point(character: char) -> Inlines {
    crate::doc::text(format!("{:04X}", u32::from(character))).into()
}

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
                 は証明書だけを読み取り、設定は除きました。このようなブロックを読めるのは \
                 OpenSSL だけです。"
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
    let words = match block {
        Some(block) => say!(
            "{block} 番目の PEM ブロックで、証明書の後に {bytes} \
             バイトのデータが続いています。certwhy はこれを除きました。",
            block = block.0,
            bytes
        ),
        None => say!(
            "ファイルの中で、証明書の後に {bytes} バイトのデータが続いています。certwhy \
             はこれを除きました。",
            bytes
        ),
    };
    Article::new(
        "証明書の後に余分なデータがあります",
        [
            words,
            place(note),
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
