//! The terms of the field, in both languages, with what they mean. Japanese terms are those that Windows shows and the
//! IPA's translations use.

use crate::doc::{Inline, term};
use crate::lang::Lang;

/// A term and its meaning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    en: Words,
    ja: Words,
}

#[derive(Clone, Copy, Debug)]
struct Words {
    term: &'static str,
    meaning: &'static str,
}

impl Term {
    const fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }

    /// The term for a sentence, with its meaning on demand.
    pub(super) fn inline(&self, lang: Lang) -> Inline {
        let words = self.words(lang);
        term(words.term, words.meaning)
    }

    /// The term alone.
    pub(super) const fn name(&self, lang: Lang) -> &'static str {
        self.words(lang).term
    }

    /// What it means.
    pub(super) const fn meaning(&self, lang: Lang) -> &'static str {
        self.words(lang).meaning
    }
}

/// Every term, in the order in which a reader meets them.
pub(super) const GLOSSARY: &[Term] = &[
    CERTIFICATE,
    CA,
    CHAIN,
    ROOT,
    INTERMEDIATE,
    CROSS_CERTIFICATE,
    BUNDLE,
    STORE,
    THUMBPRINT,
    TLS_INSPECTION,
];

/// What a server shows.
const CERTIFICATE: Term = Term {
    en: Words {
        term: "certificate",
        meaning: "a signed document that says: this key belongs to this name",
    },
    ja: Words {
        term: "証明書",
        meaning: "鍵とその持ち主の名前を結び付ける、署名付きの文書",
    },
};

/// Who signs.
const CA: Term = Term {
    en: Words {
        term: "CA",
        meaning: "a certification authority: an organisation that issues and signs certificates",
    },
    ja: Words {
        term: "認証局（CA）",
        meaning: "証明書を発行して署名する機関",
    },
};

/// Certificates that sign each other.
const CHAIN: Term = Term {
    en: Words {
        term: "certificate chain",
        meaning: "the server's certificate, the one that signed it, the one that signed that, and so on",
    },
    ja: Words {
        term: "証明書チェーン",
        meaning: "サーバーの証明書から、それに署名した証明書を順にたどったつながり",
    },
};

/// Where trust begins.
const ROOT: Term = Term {
    en: Words {
        term: "root certificate",
        meaning: "the certificate at the end of a chain, which a client trusts because it is in its bundle",
    },
    ja: Words {
        term: "ルート証明書",
        meaning: "チェーンの終端にあり、バンドルに含まれていることを理由にクライアントが信頼する証明書",
    },
};

/// Between the two.
pub(super) const INTERMEDIATE: Term = Term {
    en: Words {
        term: "intermediate certificate",
        meaning: "the link between a server's certificate and a root; the server has to send it",
    },
    ja: Words {
        term: "中間証明書",
        meaning: "サーバーの証明書とルート証明書をつなぐ証明書。サーバーが送信する",
    },
};

/// The same key under another CA.
pub(super) const CROSS_CERTIFICATE: Term = Term {
    en: Words {
        term: "cross-certificate",
        meaning: "a certificate with the name and key of a root, but signed by another CA",
    },
    ja: Words {
        term: "クロス署名証明書",
        meaning: "ルート証明書と同じ名前と鍵を持ち、別の認証局が署名した証明書",
    },
};

/// A file of roots.
const BUNDLE: Term = Term {
    en: Words {
        term: "CA bundle",
        meaning: "the file with the root certificates that a client trusts",
    },
    ja: Words {
        term: "CA バンドル",
        meaning: "クライアントが信頼するルート証明書をまとめたファイル",
    },
};

/// Roots of a system.
const STORE: Term = Term {
    en: Words {
        term: "trust store",
        meaning: "the same as a bundle, kept by the operating system or by a browser",
    },
    ja: Words {
        term: "信頼ストア（証明書ストア）",
        meaning: "OS やブラウザーが管理する、信頼する証明書の保管場所",
    },
};

/// A digest.
const THUMBPRINT: Term = Term {
    en: Words {
        term: "fingerprint, thumbprint",
        meaning: "a number computed from the whole certificate, by which it is told from all others; Windows says thumbprint",
    },
    ja: Words {
        term: "フィンガープリント、拇印（サムプリント）",
        meaning: "証明書全体から計算した値。証明書ごとに異なり、Windows では拇印と表示される",
    },
};

/// A proxy that reads along.
pub(super) const TLS_INSPECTION: Term = Term {
    en: Words {
        term: "TLS inspection",
        meaning: "a proxy or security program decrypts, examines and re-encrypts connections",
    },
    ja: Words {
        term: "SSL/TLS 検査",
        meaning: "プロキシやセキュリティソフトが通信を復号して検査し、暗号化し直すこと",
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_distinct_and_explained() {
        for lang in Lang::ALL {
            for (index, term) in GLOSSARY.iter().enumerate() {
                assert!(!term.meaning(*lang).is_empty());
                let same = GLOSSARY
                    .iter()
                    .skip(index + 1)
                    .find(|other| other.name(*lang) == term.name(*lang));
                assert!(same.is_none(), "{same:?}");
            }
        }
    }
}
