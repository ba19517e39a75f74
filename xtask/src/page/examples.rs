//! What the page offers to try.
pub(super) fn json() -> Result<String, String> {
    Ok("{\"texts\":[],\"examples\":[]}".to_owned())
}
