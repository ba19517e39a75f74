//! What processes hold in memory, as Linux tells it (proc(5)).

use std::collections::BTreeMap;
use std::fs;

/// The size of a page of memory: 4,096 octets wherever these browsers are tested.
const PAGE: u64 = 4_096;

/// The memory that a process and all that descend from it share with nobody, in octets.
pub(crate) fn of_descendants(process: u32) -> Option<u64> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for entry in fs::read_dir("/proc").ok()?.flatten() {
        let number = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok());
        if let Some((child, parent)) = number.and_then(|child| Some((child, parent(child)?))) {
            children.entry(parent).or_default().push(child);
        }
    }
    let mut sum = 0;
    let mut all = vec![process];
    while let Some(process) = all.pop() {
        all.extend(children.remove(&process).unwrap_or_default());
        // It may have ended since.
        sum += own(process).unwrap_or_default();
    }
    Some(sum)
}

fn parent(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name before may hold anything, spaces and brackets too.
    let (_, rest) = stat.rsplit_once(')')?;
    rest.split_whitespace().nth(1)?.parse().ok()
}

/// What is resident, without what comes from files or is shared.
fn own(process: u32) -> Option<u64> {
    let statm = fs::read_to_string(format!("/proc/{process}/statm")).ok()?;
    let mut pages = statm.split_whitespace().skip(1);
    let mut next = || pages.next()?.parse::<u64>().ok();
    let (resident, shared) = (next()?, next()?);
    Some(resident.saturating_sub(shared) * PAGE)
}
