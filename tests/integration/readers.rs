//! The models of how programs read a bundle against the programs themselves: on every sample of the shared data, and on
//! random damage of a real bundle.

mod damage;
mod engines;

use certwhy::input::{Recognised, recognise};
use certwhy::location::SourceName;
use certwhy::reading::{Outcome, Reader, Survey};
use core::ops::Range;
use damage::{Damage, damages};
use engines::{Answer, Engine, answers};
use std::collections::BTreeSet;

/// How many random damages are tried. `CERTWHY_DAMAGES` asks for more.
const DAMAGES: usize = 220;

/// The real programs, by reader.
const ENGINES: &[(Engine, Reader)] = &[
    (Engine::Python, Reader::OpenSsl3),
    (Engine::OpenSsl, Reader::OpenSsl3),
    (Engine::OneByOne, Reader::Node),
    (Engine::GnuTls, Reader::GnuTls),
    (Engine::Java, Reader::Java),
    (Engine::Go, Reader::Go),
    (Engine::Libcrypto("1.0.2"), Reader::OpenSsl10),
    (Engine::Libcrypto("1.1.1"), Reader::OpenSsl11),
];

/// A file with what was found in it.
struct Sample {
    name: String,
    bytes: Vec<u8>,
    recognised: Recognised,
    survey: Survey,
}

impl Sample {
    fn new(name: String, bytes: Vec<u8>) -> Self {
        let recognised = recognise(&SourceName::new(name.as_str()), &bytes);
        let survey = Survey::of(&bytes, &recognised);
        if survey.is_read_by_all() {
            assert_taken_by_all(&bytes, &recognised);
        }
        Self {
            name,
            bytes,
            recognised,
            survey,
        }
    }

    /// What the model says, in the same terms as a program's answer.
    fn predicted(&self, reader: Reader) -> (Vec<&[u8]>, Option<&'static str>) {
        let reading = self.survey.by(reader).unwrap();
        let all = self.recognised.certificates();
        let kept = all.filter(|(_, location)| !reading.lacks(location.start));
        let error = match reading.outcome {
            Outcome::Refuses { reason, .. } => {
                let native = reader.native(reason);
                native.python.or(native.text).or(Some(""))
            }
            Outcome::All | Outcome::Skips | Outcome::Stops { .. } => None,
        };
        (kept.map(|(der, _)| der).collect(), error)
    }

    /// How many the reader takes: it may read one that certwhy does not.
    fn loaded(&self, reader: Reader) -> usize {
        reader.read(&self.bytes).certificates.len()
    }

    /// Whether a program did what the model says; what both say where not.
    fn compare(&self, reader: Reader, engine: Engine, answer: &Answer) -> Result<(), String> {
        let (kept, error) = self.predicted(reader);
        let distinct: BTreeSet<&[u8]> = kept.iter().copied().collect();
        let agrees = match (answer, error) {
            (Answer::Count(0) | Answer::Distinct(0), Some(_)) => kept.is_empty(),
            (Answer::Count(count), None) => *count == kept.len().max(self.loaded(reader)),
            (Answer::Distinct(count), None) => *count == distinct.len(),
            (Answer::Error(said), Some(error)) => engine != Engine::Python || said.contains(error),
            (Answer::Count(_) | Answer::Distinct(_), Some(_)) | (Answer::Error(_), None) => false,
        };
        if agrees {
            Ok(())
        } else {
            if let Some(folder) = std::env::var_os("CERTWHY_KEEP") {
                let name = format!("{}-{engine:?}.pem", self.name.replace(' ', "_"));
                std::fs::write(std::path::Path::new(&folder).join(name), &self.bytes).unwrap();
            }
            Err(format!(
                "{}: {engine:?} said {answer:?}; predicted {} of {}, {error:?}",
                self.name,
                kept.len(),
                self.survey.found
            ))
        }
    }
}

/// Of a file that is said to be read by everybody, each model takes each certificate.
fn assert_taken_by_all(bytes: &[u8], recognised: &Recognised) {
    for reader in Reader::ALL {
        let loaded = reader.read(bytes);
        assert_eq!(loaded.fault, None, "{reader:?}");
        for (_, location) in recognised.certificates() {
            let place = location.bytes();
            let touches = |read: &Range<usize>| read.start < place.end && place.start < read.end;
            assert!(loaded.certificates.iter().any(touches), "{reader:?}");
        }
    }
}

/// All answers of all programs that are here; how many were compared, and what disagrees.
fn compare(samples: &[Sample]) -> (usize, Vec<String>) {
    let files: Vec<&[u8]> = samples.iter().map(|sample| &*sample.bytes).collect();
    let mut compared = 0;
    let mut disagreements = Vec::new();
    for (engine, reader) in ENGINES {
        for (sample, answer) in samples.iter().zip(answers(*engine, &files)) {
            let Some(answer) = answer else { continue };
            compared += 1;
            disagreements.extend(sample.compare(*reader, *engine, &answer).err());
        }
    }
    (compared, disagreements)
}

#[test]
fn programs_read_the_samples_as_predicted() {
    let Some(folder) = crate::shared::folder() else {
        return;
    };
    let mut samples = Vec::new();
    for entry in std::fs::read_dir(folder.join("data/formats")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        samples.push(Sample::new(name, std::fs::read(&path).unwrap()));
    }
    assert!(samples.len() >= 40);
    let (compared, disagreements) = compare(&samples);
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
    eprintln!(
        "{compared} answers of programs agree on {} samples",
        samples.len()
    );
}

#[test]
fn programs_read_damaged_bundles_as_predicted() {
    let count = std::env::var("CERTWHY_DAMAGES").map_or(DAMAGES, |count| count.parse().unwrap());
    let samples: Vec<Sample> = damages(count)
        .into_iter()
        .map(|Damage { name, bytes, .. }| Sample::new(name, bytes))
        .collect();
    let (compared, disagreements) = compare(&samples);
    assert!(
        disagreements.is_empty(),
        "{} of {compared}:\n{}",
        disagreements.len(),
        disagreements.join("\n")
    );
    eprintln!("{compared} answers of programs agree on {count} damaged bundles");
}

/// Each damage of a block is said of that block or of a neighbour; of the others only what stands there truly is said.
#[test]
fn damage_is_located_within_one_block() {
    let mut located = 0;
    let mut missed = Vec::new();
    for Damage { name, bytes, block } in damages(DAMAGES) {
        let sample = Sample::new(name, bytes);
        let Some(truth) = block else { continue };
        let findings = damage::said(&sample.name, &sample.bytes);
        let is_near = |number: &usize| number.abs_diff(truth) <= 1;
        let sound = damage::is_sound(&sample.recognised);
        if findings.iter().any(is_near) {
            located += 1;
        } else if !sound {
            missed.push(format!(
                "{}: block {truth}, said of {findings:?}",
                sample.name
            ));
        }
    }
    assert!(
        missed.is_empty(),
        "{located} located:\n{}",
        missed.join("\n")
    );
    assert!(located > 100, "{located}");
    eprintln!("{located} damages located");
}
