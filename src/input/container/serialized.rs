//! Windows' serialized certificate stores (`.sst`): `CertSaveStore` with `CERT_STORE_SAVE_AS_STORE`, as `certutil
//! -generateSSTFromWU` and the export of the certificate manager write them.
//!
//! Behind a header of eight bytes stand records of a property's number, the number 1, a length and data, all little
//! endian. Property 32 is the certificate; those before it belong to it. Three zeros end the file.

mod disallowed;

use super::super::collector::{Collector, Entry};
use super::super::tlv;
use super::super::{Container, Opened, Role};
use super::reader::Reader;
use core::ops::Range;
use memchr::memmem;

const HEADER: usize = 8;
/// `CERT_CERT_PROP_ID`: the certificate itself.
const CERTIFICATE: u32 = 32;
/// How the record of a certificate begins.
const CERTIFICATE_RECORD: &[u8] = b"\x20\0\0\0\x01\0\0\0";
/// `CERT_FRIENDLY_NAME_PROP_ID`, UTF-16.
const FRIENDLY_NAME: u32 = 11;

/// Reads a store; what stands before damage is kept.
pub(super) fn read(bytes: &[u8], collector: &mut Collector<'_>) {
    let mut reader = Reader::new(bytes);
    reader.seek(HEADER);
    let mut found = Vec::new();
    while records(&mut reader, &mut found).is_none() {
        let damage = reader.at();
        let resumed = next_certificate(&mut reader);
        let end = resumed.map_or(bytes.len(), |()| reader.at());
        collector.damaged(Container::SerializedStore, damage.min(end)..end);
        if resumed.is_none() {
            break;
        }
    }
    let listed = found
        .iter()
        .filter(|record| disallowed::contains(record.der));
    // Which of its stores Windows wrote is not in the file. One that for the most part holds what Windows refuses is the
    // store of what it refuses.
    let is_distrust_list = listed.count() * 2 > found.len();
    for Record { der, name, range } in found {
        let role = if is_distrust_list || disallowed::contains(der) {
            Role::Distrusted
        } else {
            Role::Unspecified
        };
        collector.entry(der, Entry { role, alias: name }, range);
    }
    collector.opened(Opened {
        container: Container::SerializedStore,
        password: None,
    });
}

struct Record<'b> {
    der: &'b [u8],
    name: Option<String>,
    range: Range<usize>,
}

/// All certificates up to the end; `None` where a record is cut.
fn records<'b>(reader: &mut Reader<'b>, found: &mut Vec<Record<'b>>) -> Option<()> {
    let mut name = None;
    loop {
        let start = reader.clone();
        let Some((property, data, range)) = record(reader) else {
            *reader = start;
            return None;
        };
        match property {
            0 if reader.rest().iter().all(|byte| *byte == 0) => return Some(()),
            0 => return None,
            CERTIFICATE => {
                let value = tlv::first(data).filter(|value| value.tag == tlv::SEQUENCE)?;
                found.push(Record {
                    der: value.whole,
                    name: name.take(),
                    range: range.start..range.start + value.whole.len(),
                });
            }
            FRIENDLY_NAME => name = Some(text(data)),
            _ => {}
        }
    }
}

/// Goes to the next record of a certificate that is whole.
fn next_certificate(reader: &mut Reader<'_>) -> Option<()> {
    let from = reader.at();
    let found = memmem::find_iter(reader.rest(), CERTIFICATE_RECORD).find(|at| {
        let mut probe = reader.clone();
        probe.seek(from + at);
        record(&mut probe).is_some_and(|(_, data, _)| tlv::first(data).is_some())
    })?;
    reader.seek(from + found);
    Some(())
}

fn record<'b>(reader: &mut Reader<'b>) -> Option<(u32, &'b [u8], Range<usize>)> {
    let property = reader.u32_le()?;
    let _encoding = reader.u32_le()?;
    let length = usize::try_from(reader.u32_le()?).ok()?;
    let (data, range) = reader.run(length)?;
    Some((property, data, range))
}

/// UTF-16, ended by a zero.
fn text(data: &[u8]) -> String {
    let (pairs, _) = data.as_chunks::<2>();
    let units = pairs.iter().map(|pair| u16::from_le_bytes(*pair));
    let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
    String::from_utf16_lossy(&units)
}
