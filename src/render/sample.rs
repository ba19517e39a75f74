//! Documents that show every block, for the tests of the formats.

use crate::doc::{
    Block, Callout, Code, Doc, Inlines, Language, Level, NodeState, Path, PathNode, Place,
    Severity, Status, Step, Table, code, emphasis, field, link, strong, term, text,
};
use crate::lang::Lang;
use crate::say;

/// A document of one block.
pub(super) fn doc_of(block: impl Into<Block>) -> Doc {
    Doc {
        lang: Lang::En,
        title: "Title".into(),
        blocks: vec![block.into()],
    }
}

/// The path of a server whose root the bundle lacks.
pub(super) fn missing_root_path() -> Path {
    Path {
        caption: "The path this client builds".into(),
        in_words: "The same in words".into(),
        nodes: vec![
            PathNode::new(
                field("s3.example.com"),
                Place::SentByServer,
                "sent by the server",
            )
            .detail(say!(
                "valid {from} to {to}",
                from = text("2023-10-10"),
                to = text("2024-07-10")
            )),
            PathNode::new(
                field("Example RSA 2048 M01"),
                Place::SentByServer,
                "sent by the server",
            ),
            PathNode::new(
                field("Example Root CA 1"),
                Place::Missing,
                "missing: should be in your bundle",
            )
            .detail(say!(
                "SHA-1 {print}",
                print = code("8D:A7:F9:65:EC:5E:FC:37:91:0F:1C:6E:59:FD:C1:CC:6A:6E:DE:16")
            )),
        ],
        end: None,
    }
}

/// A path with a broken link, whose certificates are all there.
pub(super) fn broken_path() -> Path {
    Path {
        caption: "".into(),
        in_words: "The same in words".into(),
        nodes: vec![
            PathNode::new(
                field("www.example.com"),
                Place::SentByServer,
                "sent by the server",
            )
            .link_below("the signature does not match"),
            PathNode::new(
                field("Example CA"),
                Place::Both,
                "sent by the server and in the bundle",
            )
            .state(NodeState::Problem),
        ],
        end: Some("The client stops here.".into()),
    }
}

/// A document with these words wherever words can stand, and the text wherever only text can.
pub(super) fn filled_with(words: &Inlines, text: &str) -> Doc {
    let words = || words.clone();
    let node = PathNode::new(words(), Place::KnownRoot, words());
    let drawn = vec![
        node.clone().detail(words()).link_below(words()),
        node.problem(words()),
    ];
    Doc {
        lang: Lang::En,
        title: words(),
        blocks: vec![
            Block::verdict(Status::Undecided, words(), words()),
            Block::heading(Level::Topic, words()),
            Block::paragraph(strong(emphasis(link(words(), "https://example.com/")))),
            Block::list([words()]),
            Block::Steps(vec![Step::new(words()).command(Language::Shell, text)]),
            Block::facts([(words(), words())]),
            Code::quote(text).label(words()).into(),
            Table {
                header: vec![words(), words()],
                rows: vec![vec![words(), words()]],
            }
            .into(),
            Callout::new(Severity::Note, words(), words())
                .code(text.to_owned())
                .body(words())
                .into(),
            Path {
                caption: words(),
                in_words: words(),
                nodes: drawn,
                end: Some(words()),
            }
            .into(),
            Block::details(
                words(),
                vec![Block::paragraph(term(text.to_owned(), text.to_owned()))],
            ),
            Block::paragraph(link("x", text.to_owned())),
        ],
    }
}

/// English: every kind of block.
pub(super) fn english() -> Doc {
    Doc {
        lang: Lang::En,
        title: say!("Why {host} is not trusted", host = field("s3.example.com")),
        blocks: vec![
            Block::verdict(
                Status::NotTrusted,
                "Not trusted",
                say!(
                    "Python 2.7 does not trust {host} with this bundle: the root {root} is missing from it.",
                    host = field("s3.example.com"),
                    root = field("Example Root CA 1"),
                ),
            ),
            missing_root_path().into(),
            Block::heading(Level::Section, "What to do"),
            steps(),
            missing_root(),
            Block::heading(Level::Subsection, "Details"),
            Block::facts([
                ("Subject", field("CN=Example Root CA 1, O=Example, C=US")),
                ("Valid", text("2015-05-26 to 2038-01-17")),
                (
                    "SHA-256",
                    code("8ECDE6884F3D87B1125BA31AC3FCB13D7016DE7F57CC904FE1CB97C6AE98196E"),
                ),
            ]),
            clients().into(),
            Block::Rule,
            Block::details("The certificate in PEM", vec![pem().into()]),
        ],
    }
}

/// Japanese: the same story, shorter.
pub(super) fn japanese() -> Doc {
    let root = || field("Example Root CA 1");
    Doc {
        lang: Lang::Ja,
        title: say!("{host} が信頼されない理由", host = field("s3.example.com")),
        blocks: vec![
            Block::verdict(
                Status::NotTrusted,
                "信頼されません",
                say!("この証明書バンドルにはルート証明書「{root}」がないため、Python 2.7 は {host} を信頼しません。",
                    root = root(), host = field("s3.example.com")),
            ),
            Path {
                caption: "クライアントが作る証明書パス".into(),
                in_words: "同じ内容を文字で読む".into(),
                nodes: vec![
                    PathNode::new(field("s3.example.com"), Place::SentByServer, "サーバーが送信"),
                    PathNode::new(root(), Place::Missing, "不足: バンドルに必要です"),
                ],
                end: None,
            }
            .into(),
            Block::Steps(vec![
                Step::new(say!("証明書「{root}」をファイルに追加します。環境変数 `SSL_CERT_FILE` が指すファイルが対象です。", root = root()))
                    .command(Language::Shell, "cat root.pem >> cacert.pem"),
            ]),
            Block::facts([("主体者", root()), ("有効期間", text("2015-05-26 から 2038-01-17 まで"))]),
        ],
    }
}

fn steps() -> Block {
    Block::Steps(vec![
        Step::new(say!("Save the certificate below as `root.pem`."))
            .body(Block::paragraph("It is the one your client looked for.")),
        Step::new("Append it to your bundle.").command(
            Language::Shell,
            "cp cacert.pem cacert.pem.bak && cat root.pem >> /opt/example/python/site-packages/certifi/cacert.pem",
        ),
        Step::new("Try again."),
    ])
}

fn missing_root() -> Block {
    Callout::new(
        Severity::Error,
        "Error",
        say!(
            "The bundle lacks {root}.",
            root = field("Example Root CA 1")
        ),
    )
    .code("missing-root")
    .body(say!(
        "Every path ends at this {anchor}, and **your bundle does not hold it**. See {rfc}.",
        anchor = term("trust anchor", "a certificate trusted without proof"),
        rfc = link(
            "RFC 5280, section 6.1",
            "https://www.rfc-editor.org/rfc/rfc5280#section-6.1"
        ),
    ))
    .body(Block::list([
        say!("The server sent {n} certificates.", n = 2_u8),
        say!("None of them is {this}.", this = emphasis(strong("it"))),
    ]))
    .into()
}

fn clients() -> Table {
    Table {
        header: vec!["Client".into(), "Verdict".into(), "Why".into()],
        rows: vec![
            vec![code("python-2.7").into(), "not trusted".into(), "the root is missing".into()],
            vec![
                code("openssl-1.0.2").into(),
                "not trusted".into(),
                "the certificate above the last one sent is not in the bundle, and no other path is tried".into(),
            ],
            vec![code("go").into(), "trusted".into()],
        ],
    }
}

/// A certificate to copy into a file (not a real one).
pub(super) fn pem() -> Code {
    Code::file_content(
        Language::Pem,
        "-----BEGIN CERTIFICATE-----\nMIIDQTCCAimgAwIBAgITBmyfz5m\n-----END CERTIFICATE-----\n",
    )
    .label(say!("Append to {file}:", file = code("cacert.pem")))
}
