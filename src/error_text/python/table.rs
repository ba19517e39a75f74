//! Which line of `Modules/_ssl.c` the releases of CPython name when verification fails. Read from the sources of the
//! releases and of the distributions' packages; rows marked `Reported` were seen in messages whose Python was known.

use super::PythonVersion;

/// One line with the releases that name it.
pub(super) struct Row {
    line: u16,
    origin: Origin,
    basis: Basis,
    /// Series and patches: major, minor, first, last.
    spans: &'static [(u16, u16, u16, u16)],
}

/// Who built it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// The project itself.
    Release,
    /// A distribution, with changes of its own.
    Distribution,
}

/// How it is known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Basis {
    /// By the source, or by many reports that agree.
    Sure,
    /// By few reports.
    Reported,
}

use Basis::{Reported, Sure};
use Origin::{Distribution, Release};

impl Row {
    /// Whether the row is beyond doubt.
    pub(super) const fn is_sure(&self) -> bool {
        matches!(self.basis, Sure)
    }

    /// Its releases; of a distribution that is only known by its series, the series.
    pub(super) fn versions(&self) -> impl Iterator<Item = PythonVersion> + '_ {
        let series_only = (self.origin == Distribution && self.spans.is_empty())
            .then_some(PythonVersion::series(2, 7));
        let listed = self.spans.iter().flat_map(|(major, minor, first, last)| {
            (*first..=*last).map(|patch| PythonVersion {
                major: *major,
                minor: *minor,
                patch: Some(patch),
            })
        });
        listed.chain(series_only)
    }
}

/// The rows of a line.
pub(super) fn rows(line: u16) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(move |row| row.line == line)
}

const fn row(
    line: u16,
    origin: Origin,
    basis: Basis,
    spans: &'static [(u16, u16, u16, u16)],
) -> Row {
    Row {
        line,
        origin,
        basis,
        spans,
    }
}

const ROWS: &[Row] = &[
    row(390, Release, Sure, &[(3, 2, 0, 0)]),
    row(392, Release, Sure, &[(3, 2, 1, 6)]),
    row(480, Release, Sure, &[(2, 6, 0, 5)]),
    row(486, Release, Sure, &[(3, 0, 0, 1)]),
    row(488, Release, Sure, &[(3, 1, 0, 2)]),
    row(490, Release, Sure, &[(2, 6, 6, 7)]),
    row(491, Release, Sure, &[(2, 6, 8, 8)]),
    row(493, Release, Sure, &[(2, 6, 9, 9)]),
    row(499, Release, Sure, &[(2, 7, 0, 1)]),
    row(502, Release, Sure, &[(3, 1, 3, 3)]),
    row(503, Release, Sure, &[(2, 7, 2, 2)]),
    row(504, Release, Sure, &[(2, 7, 3, 5)]),
    row(506, Release, Sure, &[(3, 1, 4, 4)]),
    row(507, Release, Sure, &[(2, 7, 6, 6), (3, 1, 5, 5)]),
    row(510, Release, Sure, &[(2, 7, 7, 8)]),
    row(547, Release, Sure, &[(3, 3, 0, 2)]),
    row(548, Release, Sure, &[(3, 3, 4, 7)]),
    row(550, Release, Sure, &[(3, 3, 3, 3)]),
    row(579, Distribution, Reported, &[(2, 7, 5, 5)]),
    row(581, Release, Sure, &[(2, 7, 9, 9)]),
    row(590, Release, Sure, &[(2, 7, 10, 12)]),
    row(598, Release, Sure, &[(3, 4, 0, 1)]),
    row(600, Release, Sure, &[(3, 4, 2, 10)]),
    row(618, Distribution, Reported, &[(2, 7, 5, 5)]),
    row(645, Release, Sure, &[(3, 5, 1, 2)]),
    row(646, Release, Sure, &[(3, 5, 0, 0)]),
    row(661, Release, Sure, &[(2, 7, 13, 14)]),
    row(678, Distribution, Sure, &[(3, 4, 10, 10)]),
    row(719, Release, Sure, &[(3, 5, 4, 6)]),
    row(720, Release, Sure, &[(3, 5, 3, 3)]),
    row(726, Release, Sure, &[(2, 7, 15, 15)]),
    row(727, Release, Sure, &[(2, 7, 16, 18)]),
    row(728, Release, Sure, &[(3, 5, 7, 10)]),
    row(731, Distribution, Sure, &[(2, 7, 18, 18)]),
    row(748, Release, Sure, &[(3, 6, 2, 2)]),
    row(749, Release, Sure, &[(3, 6, 0, 1)]),
    row(765, Distribution, Reported, &[]),
    row(777, Release, Sure, &[(3, 6, 3, 4)]),
    row(833, Release, Sure, &[(3, 6, 5, 5)]),
    row(841, Release, Sure, &[(3, 6, 6, 6)]),
    row(847, Release, Sure, &[(3, 6, 7, 7)]),
    row(852, Release, Sure, &[(3, 6, 8, 15)]),
    row(856, Distribution, Sure, &[(3, 6, 13, 14)]),
    row(877, Distribution, Reported, &[(3, 6, 8, 8), (3, 6, 11, 12)]),
    row(897, Distribution, Reported, &[(3, 6, 8, 8)]),
    row(992, Release, Sure, &[(3, 11, 0, 2)]),
    row(992, Distribution, Sure, &[(3, 11, 2, 2)]),
    row(997, Release, Sure, &[(3, 10, 0, 10)]),
    row(1000, Release, Sure, &[(3, 12, 0, 8)]),
    row(1002, Release, Sure, &[(3, 11, 3, 4)]),
    row(1006, Release, Sure, &[(3, 11, 5, 11)]),
    row(1007, Release, Sure, &[(3, 10, 11, 16)]),
    row(1010, Release, Sure, &[(3, 12, 9, 13)]),
    row(1016, Release, Sure, &[(3, 11, 12, 16)]),
    row(1017, Release, Sure, &[(3, 10, 17, 20)]),
    row(1018, Release, Sure, &[(3, 13, 1, 1)]),
    row(1020, Release, Sure, &[(3, 13, 0, 0)]),
    row(1028, Release, Sure, &[(3, 13, 2, 5)]),
    row(1029, Distribution, Sure, &[(3, 13, 5, 5)]),
    row(1031, Release, Reported, &[(3, 13, 6, 6)]),
    row(1032, Release, Sure, &[(3, 13, 7, 15)]),
    row(1033, Distribution, Sure, &[(3, 13, 15, 15)]),
    row(1045, Release, Sure, &[(3, 7, 0, 0)]),
    row(1051, Release, Sure, &[(3, 7, 1, 1)]),
    row(1056, Release, Sure, &[(3, 7, 2, 3)]),
    row(1076, Release, Sure, &[(3, 7, 4, 7)]),
    row(1077, Release, Reported, &[(3, 14, 0, 0)]),
    row(1081, Release, Reported, &[(3, 14, 1, 7)]),
    row(1091, Release, Sure, &[(3, 7, 8, 17)]),
    row(1095, Distribution, Sure, &[(3, 7, 10, 10)]),
    row(1107, Distribution, Sure, &[(3, 7, 10, 11)]),
    row(1108, Release, Sure, &[(3, 8, 0, 3)]),
    row(1122, Release, Sure, &[(3, 9, 0, 0)]),
    row(1123, Release, Sure, &[(3, 8, 4, 5), (3, 9, 1, 4)]),
    row(1124, Release, Sure, &[(3, 8, 6, 6)]),
    row(1125, Release, Sure, &[(3, 8, 7, 9)]),
    row(1129, Release, Sure, &[(3, 9, 5, 18)]),
    row(1131, Release, Sure, &[(3, 8, 10, 18)]),
    row(1133, Release, Sure, &[(3, 9, 19, 19)]),
    row(1133, Distribution, Sure, &[(3, 9, 5, 5)]),
    row(1135, Release, Sure, &[(3, 8, 19, 19)]),
    row(1135, Distribution, Sure, &[(3, 8, 10, 10)]),
    row(1147, Release, Sure, &[(3, 9, 20, 25)]),
    row(1147, Distribution, Sure, &[(3, 8, 10, 11)]),
    row(1149, Release, Sure, &[(3, 8, 20, 20)]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_ascend_and_each_has_a_release() {
        for pair in ROWS.windows(2) {
            assert!(pair[0].line <= pair[1].line);
        }
        for row in ROWS {
            assert!(row.versions().count() > 0, "{}", row.line);
        }
    }
}
