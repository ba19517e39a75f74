//! PEM as we write it (RFC 7468 §3: 64 columns, line feeds).

use base64::prelude::{BASE64_STANDARD, Engine};

const COLUMNS: usize = 64;
const BEGIN: &str = "-----BEGIN CERTIFICATE-----\n";
const END: &str = "-----END CERTIFICATE-----\n";

/// Writes a certificate as a PEM block, 64 columns wide, with a line feed after each line.
pub fn to_pem(der: &[u8]) -> String {
    let mut pem =
        String::with_capacity(BEGIN.len() + END.len() + der.len() / 3 * 4 + der.len() / 40 + 8);
    pem.push_str(BEGIN);
    for line in der.chunks(COLUMNS / 4 * 3) {
        BASE64_STANDARD.encode_string(line, &mut pem);
        pem.push('\n');
    }
    pem.push_str(END);
    pem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_64_columns_and_end_in_line_feeds() {
        let pem = to_pem(&[0; 100]);
        let widths: Vec<usize> = pem.lines().map(str::len).collect();
        assert_eq!(widths, [27, 64, 64, 8, 25]);
        assert!(pem.ends_with("-----END CERTIFICATE-----\n"));
    }
}
