//! The certificates of a published bundle. Such files are sound: anything else is a reason to stop.

use data_encoding::BASE64;

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";

/// The DER of every block, in order.
pub(crate) fn certificates(file: &[u8]) -> Result<Vec<Vec<u8>>, String> {
    let text = String::from_utf8_lossy(file);
    text.split(BEGIN).skip(1).map(block).collect()
}

fn block(rest: &str) -> Result<Vec<u8>, String> {
    let (base64, _) = rest.split_once(END).ok_or("a block has no end")?;
    let digits: String = base64.split_ascii_whitespace().collect();
    BASE64
        .decode(digits.as_bytes())
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_in_order_or_a_complaint() {
        let good =
            format!("# comment\r\n{BEGIN}\r\nAQ\r\nID\r\n{END}\r\nx\n{BEGIN}\nBA==\n{END}\n");
        assert_eq!(
            certificates(good.as_bytes()),
            Ok(vec![vec![1, 2, 3], vec![4]])
        );
        assert_eq!(certificates(b"nothing"), Ok(vec![]));
        assert!(certificates(format!("{BEGIN}\nAQID\n").as_bytes()).is_err());
        assert!(certificates(format!("{BEGIN}\n?\n{END}").as_bytes()).is_err());
    }
}
