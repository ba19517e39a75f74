//! プログラムが読み取らないファイル、環境変数、証明書ストア。

use crate::client_roots::{CaFile, Misplaced, WrongFile};
use crate::doc::{Inlines, code, strong};
use crate::say;
use crate::text::FindingWords;
use crate::text::ja::{places, words};

pub(super) fn wrong_file(wrong: &WrongFile) -> FindingWords {
    let (title, mut detail) = match &wrong.misplaced {
        Misplaced::NotRead(place) => (
            say!(
                "このプログラムは、次のものを読みません: {place}。",
                place = places::place(*place)
            ),
            vec![say!(
                "そこを変更しても、{program} には効果がありません。",
                program = program(wrong)
            )],
        ),
        Misplaced::Name { written, meant } => (
            say!(
                "環境変数 {written} を読むプログラムはありません。",
                written = code(written)
            ),
            vec![say!(
                "製品名から作られた名前です。製品が現在どう呼ばれていても、環境変数の名前は、すべて大文字の {meant} です。",
                meant = strong(code(meant.name()))
            )],
        ),
        Misplaced::NoSuchFile(CaFile::PackagedList) => (
            say!(
                "このバージョンの shotgun_api3 には、`lib/httplib2/cacerts.txt` というファイルがありません。"
            ),
            vec![say!(
                "3.1.0～3.3.6 ではこのファイルがなく、サブフォルダー `python2` と `python3` の中にあります。それらの一覧も古く、Amazon Root CA 1 が入っていないため、代わりに新しい完全なバンドルを使ってください。"
            )],
        ),
        Misplaced::NoSuchFile(file) => (
            say!(
                "このバージョンには、次のファイルがありません: {file}。",
                file = places::place(crate::client_roots::Place::File(*file))
            ),
            vec![say!(
                "それを指定した環境変数や引数は、何も指していないことになります。"
            )],
        ),
        Misplaced::OldList => (
            say!("`lib/httplib2/cacerts.txt` は古い一覧です。"),
            vec![say!(
                "どのバージョンにも Amazon Root CA 1 が入ったことがないため、チェーンがそこで終わるサーバーを検証できません。代わりに、certifi のものなど、新しい完全なバンドルを指定してください。"
            )],
        ),
    };
    if !wrong.reads.is_empty() {
        detail.push(say!(
            "ルート証明書は次の順に探されます。{places}。",
            places = places::in_order(&wrong.reads)
        ));
    }
    words(title, detail)
}

/// The program, with its releases and what it was doing.
fn program(wrong: &WrongFile) -> Inlines {
    let Some(stack) = wrong.program else {
        return say!("このプログラム");
    };
    match wrong.releases {
        Some(span) => say!(
            "{program} {releases}",
            program = stack.name(),
            releases = places::releases(span)
        ),
        None => stack.name().into(),
    }
}
