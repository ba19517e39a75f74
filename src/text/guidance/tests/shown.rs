//! Words, made visible.

use crate::doc::{Block, Code, Doc, Inline, Inlines, Language, Step};
use crate::lang::Lang;
use crate::text::guidance::{Article, Guidance};

pub(super) fn article_doc(lang: Lang, article: &Article) -> Doc {
    Doc {
        lang,
        title: article.title.clone(),
        blocks: article
            .paragraphs
            .iter()
            .cloned()
            .map(Block::from)
            .collect(),
    }
}

pub(super) fn guidance_doc(lang: Lang, guidance: &Guidance) -> Doc {
    let steps = guidance.steps.iter().map(|step| {
        let mut shown = Step::new(step.title.clone());
        if let Some(content) = &step.file_content {
            let first = content.lines().next().unwrap_or_default();
            let short = if first.starts_with("-----") {
                first
            } else {
                content.as_str()
            };
            shown = shown.body(Code::file_content(Language::Plain, short));
        }
        match &step.command {
            Some((language, text)) => shown.command(*language, text.as_str()),
            None => shown,
        }
    });
    let mut blocks: Vec<Block> = guidance.why.iter().cloned().map(Block::from).collect();
    blocks.push(Block::Steps(steps.collect()));
    blocks.extend(
        guidance
            .check
            .iter()
            .chain(&guidance.undo)
            .cloned()
            .map(Block::from),
    );
    Doc {
        lang,
        title: guidance.title.clone(),
        blocks,
    }
}

/// The words without any markup.
pub(super) fn plain(words: &Inlines) -> String {
    spoken(words, Fields::Shown)
}

/// The words that are ours: all but the fields.
pub(super) fn our_own(words: &Inlines) -> String {
    spoken(words, Fields::LeftOut)
}

#[derive(Clone, Copy)]
enum Fields {
    Shown,
    LeftOut,
}

fn spoken(words: &Inlines, fields: Fields) -> String {
    words
        .as_slice()
        .iter()
        .map(|run| match (run, fields) {
            (Inline::Field(_), Fields::LeftOut) => String::new(),
            (Inline::Field(text) | Inline::Code(text), _) => text.clone(),
            (Inline::Text(text) | Inline::Term { text, .. }, _) => text.to_string(),
            (
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. },
                _,
            ) => spoken(inner, fields),
        })
        .collect()
}
