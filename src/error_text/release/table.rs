//! The two tables of lines. They are text, so that a difference can be read; their heads say what is in them.

use super::Set;

/// A table, as far as it is the same for every traceback.
pub(super) struct Table {
    pub(super) versions: Vec<&'static str>,
    pub(super) ships: Vec<Ships>,
    text: &'static str,
}

/// Cores that have one version of the API inside.
pub(super) struct Ships {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) api: Option<usize>,
}

/// The table of `shotgun_api3`.
pub(super) fn api() -> Table {
    Table::new(include_str!("shotgun_api3.txt"))
}

/// The table of Toolkit core.
pub(super) fn toolkit() -> Table {
    Table::new(include_str!("toolkit_core.txt"))
}

impl Table {
    fn new(text: &'static str) -> Self {
        let values =
            |key: &'static str| text.lines().filter_map(move |line| line.strip_prefix(key));
        let versions: Vec<&'static str> = values("versions ")
            .flat_map(str::split_whitespace)
            .collect();
        let place = |name: &str| versions.iter().position(|known| *known == name);
        let ships = values("ships ")
            .filter_map(|line| {
                let mut words = line.split_whitespace();
                Some(Ships {
                    first: place(words.next()?)?,
                    last: place(words.next()?)?,
                    api: words.next()?.parse().ok(),
                })
            })
            .collect();
        Self {
            versions,
            ships,
            text,
        }
    }

    /// Whether a version is a release of its own: not a side tag, and not a copy that only Toolkit has.
    pub(super) fn is_release(&self, place: usize) -> bool {
        self.versions
            .get(place)
            .is_some_and(|name| name.chars().all(|c| c.is_ascii_digit() || c == '.'))
    }

    /// The versions with a call at this line, and those whose function extends over it. `None` where the table does not
    /// know the file or the function.
    pub(super) fn find(&self, file: &str, function: &str, line: u32) -> Option<(Set, Set)> {
        let mut found: Option<(Set, Set)> = None;
        for row in self.rows(file, function) {
            let (by_call, by_extent) = found.get_or_insert_with(|| {
                (
                    Set::none(self.versions.len()),
                    Set::none(self.versions.len()),
                )
            });
            let Some(row) = Row::parse(row) else { continue };
            if row.has_call_at(line) {
                row.versions().for_each(|version| by_call.add(version));
            }
            if row.extends_over(line) {
                row.versions().for_each(|version| by_extent.add(version));
            }
        }
        found
    }

    /// The rows of a function of a file; a traceback's path ends with the path of the file.
    fn rows<'t>(
        &'t self,
        file: &'t str,
        function: &'t str,
    ) -> impl Iterator<Item = &'static str> + 't {
        let mut of_file = false;
        let mut of_function = false;
        self.text.lines().filter(move |line| {
            if let Some(name) = line.strip_prefix("file ") {
                (of_file, of_function) = (is_end_of(file, name), false);
                false
            } else if let Some(name) = line.strip_prefix("def ") {
                of_function = of_file && name == function;
                false
            } else {
                of_function
            }
        })
    }
}

fn is_end_of(file: &str, name: &str) -> bool {
    file.strip_suffix(name)
        .is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// `VERSIONS FIRST+LENGTH CALLS`.
struct Row {
    versions: &'static str,
    first: u32,
    length: u32,
    calls: &'static str,
}

impl Row {
    fn parse(text: &'static str) -> Option<Self> {
        let mut words = text.split(' ');
        let versions = words.next()?;
        let (first, length) = words.next()?.split_once('+')?;
        Some(Self {
            versions,
            first: first.parse().ok()?,
            length: length.parse().ok()?,
            calls: words.next()?,
        })
    }

    fn has_call_at(&self, line: u32) -> bool {
        let Some(offset) = line.checked_sub(self.first) else {
            return false;
        };
        spans(self.calls).any(|(from, to)| from <= offset && offset <= to)
    }

    fn extends_over(&self, line: u32) -> bool {
        line.checked_sub(self.first)
            .is_some_and(|offset| offset <= self.length)
    }

    fn versions(&self) -> impl Iterator<Item = usize> + '_ {
        spans(self.versions)
            .flat_map(|(from, to)| from..=to)
            .filter_map(|place| usize::try_from(place).ok())
    }
}

/// `3,5-7`: numbers and ranges with both ends.
fn spans(text: &str) -> impl Iterator<Item = (u32, u32)> + '_ {
    text.split(',').filter_map(|span| {
        let (from, to) = span.split_once('-').unwrap_or((span, span));
        Some((from.parse().ok()?, to.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_both_tables_is_read() {
        for table in [api(), toolkit()] {
            assert!(table.versions.len() > 50);
            let rows = table
                .text
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
            for row in rows {
                let row = Row::parse(row).unwrap();
                assert!(row.versions().all(|place| place < table.versions.len()));
                assert!(row.versions().count() > 0 && spans(row.calls).count() > 0);
            }
        }
        let all = toolkit()
            .text
            .lines()
            .filter(|line| line.starts_with("ships "))
            .count();
        assert_eq!(toolkit().ships.len(), all);
    }
}
