//! Notes on damage in a block.

use super::{place, place_of, source};
use crate::doc::{Inlines, field, text};
use crate::input::{BlockNumber, Extent, Note, PemDefect};
use crate::location::LineNumber;
use crate::say;
use crate::text::guidance::Article;

pub(super) fn damaged(note: &Note, block: BlockNumber, defect: &PemDefect) -> Article {
    let paragraphs = [defect_words(defect), place(note), consequence(defect)];
    Article::new(
        say!("{block} 番目の PEM ブロックが壊れています", block = block.0),
        paragraphs,
    )
}

/// What programs do, and what helps.
fn consequence(defect: &PemDefect) -> Inlines {
    if *defect == PemDefect::EmptyLine {
        return say!(
            "そのため、OpenSSL と Python はファイル全体を拒否します。Go、Java、GnuTLS \
             は読み込みます。ファイルのコピーで空行を削除してください。"
        );
    }
    if *defect == PemDefect::UnseenCharacter {
        return say!(
            "ほとんどのプログラムはこのようなブロックを読み込まず、ファイル全体を拒否するものもあります。\
             ファイルのコピーで、その文字を削除してください。"
        );
    }
    say!(
        "このようなブロックが一つあるだけで、ファイル全体を拒否するプログラムもあれば、\
             そのブロックだけを除くプログラムもあります。バンドルの場合、それぞれの動作は「各プログラムでのファイルの扱い」に示します。\
             ファイルのコピーで、ブロックを直すか置き換えてください。"
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
        PemDefect::EmptyLine => empty_line(),
        PemDefect::UnseenCharacter => unseen(),
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

fn empty_line() -> Inlines {
    say!(
        "ブロックの途中に空行があります。OpenSSL は空行より前をヘッダーとみなし、\
         ヘッダーではないので拒否します。"
    )
}

fn unseen() -> Inlines {
    say!(
        "ブロックの途中に、目に見えない文字があります。ウェブページ、チャット、ワープロ\
         からコピーすると、このような文字が入ることがあります。certwhy は無視しました。"
    )
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
    let title = if let Some(block) = block {
        say!(
            "{block} 番目の PEM ブロックが途中で切れています",
            block = block.0
        )
    } else {
        say!("証明書が途中で切れています")
    };
    let lengths = if let Some(Extent { declared, present }) = extent {
        say!(
            "証明書の長さは {declared} バイトと記されていますが、{present} \
                 バイトしかありません。",
            declared,
            present
        )
    } else {
        say!("証明書の長さが記されている部分より前で、データが終わっています。")
    };
    Article::new(
        title,
        [
            lengths,
            place_of(note, block),
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
                 ファイル全体を拒否するプログラムもあります。"
            ),
        ],
    )
}

fn code_point(character: char) -> Inlines {
    text(format!("{:04X}", u32::from(character))).into()
}
