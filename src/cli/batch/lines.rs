//! Lines of any length, of which no more is kept than a limit.

use super::item::{Content, Item};
use std::io::{self, BufRead};

/// The longest line that is looked into. A chain has a few kilobytes, and hardly ever more than a hundred.
pub(super) const MOST_MEBIBYTES: usize = 8;
const MOST: usize = MOST_MEBIBYTES * 1024 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The lines of an input that are not blank.
pub(super) struct Lines<R> {
    from: R,
    number: u64,
    position: u64,
    /// Nothing is read after an error.
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) const fn new(from: R) -> Self {
        Self {
            from,
            number: 0,
            position: 0,
            ended: false,
        }
    }

    /// The next line, blank or not; `None` at the end.
    fn line(&mut self) -> io::Result<Option<Content>> {
        let mut line = Vec::new();
        let mut length = 0_usize;
        loop {
            let available = match self.from.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if available.is_empty() {
                return Ok((length > 0).then(|| content(line, length)));
            }
            let end = memchr::memchr(b'\n', available);
            let part = available.get(..end.unwrap_or(available.len()));
            let part = part.unwrap_or_default();
            length = length.saturating_add(part.len());
            if length <= MOST {
                line.extend_from_slice(part);
            } else {
                line = Vec::new();
            }
            let used = part.len().saturating_add(usize::from(end.is_some()));
            self.from.consume(used);
            self.position = self
                .position
                .saturating_add(u64::try_from(used).unwrap_or(0));
            if end.is_some() {
                return Ok(Some(content(line, length)));
            }
        }
    }
}

fn content(line: Vec<u8>, length: usize) -> Content {
    if length > MOST {
        Content::TooLong
    } else {
        Content::Line(line)
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Item>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let mut content = match self.line() {
                Ok(Some(content)) => content,
                Ok(None) => return None,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            };
            self.number = self.number.saturating_add(1);
            if let Content::Line(line) = &mut content {
                if self.number == 1 && line.starts_with(BYTE_ORDER_MARK) {
                    line.drain(..BYTE_ORDER_MARK.len());
                }
                if line.iter().all(u8::is_ascii_whitespace) {
                    continue;
                }
            }
            return Some(Ok(Item {
                number: self.number,
                position: self.position,
                content,
            }));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn read(input: &[u8], gulp: usize) -> Vec<(u64, Option<Vec<u8>>)> {
        Lines::new(BufReader::with_capacity(gulp, input))
            .map(|item| {
                let item = item.unwrap();
                let line = match item.content {
                    Content::Line(line) => Some(line),
                    Content::TooLong => None,
                    other @ (Content::File { .. } | Content::NotRead { .. }) => {
                        panic!("{other:?}")
                    }
                };
                (item.number, line)
            })
            .collect()
    }

    #[test]
    fn lines_are_numbered_and_blank_ones_left_out() {
        let some = |number, line: &str| (number, Some(line.as_bytes().to_vec()));
        for gulp in [1, 2, 3, 100] {
            for (input, expected) in [
                ("", vec![]),
                ("\n\r\n \t\n", vec![]),
                ("a", vec![some(1, "a")]),
                ("a\n", vec![some(1, "a")]),
                ("a\r\n\nb\n", vec![some(1, "a\r"), some(3, "b")]),
                (
                    "\u{feff}a\n\u{feff}b",
                    vec![some(1, "a"), some(2, "\u{feff}b")],
                ),
                ("\u{feff}\na", vec![some(2, "a")]),
            ] {
                assert_eq!(read(input.as_bytes(), gulp), expected, "{input:?} {gulp}");
            }
        }
    }

    #[test]
    fn what_is_too_long_is_not_kept_and_the_next_line_is_read() {
        let whole = vec![b'x'; MOST];
        let input = [&whole[..], b"\n", &whole, b"x\n", b"y"].concat();
        let lines = read(&input, 100_000);
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[0].1.as_deref().map(<[u8]>::len), Some(MOST));
        assert_eq!(lines[1], (2, None));
        assert_eq!(lines[2], (3, Some(b"y".to_vec())));
    }

    #[test]
    fn an_error_ends_it() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::TimedOut.into())
            }
        }
        let mut lines = Lines::new(BufReader::new(Broken));
        assert!(lines.next().unwrap().is_err());
        assert!(lines.next().is_none());
    }
}
