//! The words of the script that imports a root on Windows.

use crate::text::guidance::ScriptWords;

/// All of them.
pub(in crate::text) const WORDS: ScriptWords = ScriptWords {
    header: &[
        "Adds one root certificate to a certificate store of Windows, or takes it out again.",
        "Written by certwhy.",
        "",
        "Run it in the folder where it is saved:",
        "  powershell -ExecutionPolicy Bypass -File .\\#SCRIPT#",
        "",
        "Without options it changes the store of the current user; no administrator is needed,",
        "and Windows asks before it adds the certificate.",
        "  -Machine   changes the store of the whole computer instead, for all its users.",
        "             PowerShell must have been started as an administrator.",
        "  -Remove    takes the certificate out of that store again.",
        "",
        "Before anything is changed, the SHA-256 and the SHA-1 (thumbprint) of the certificate are",
        "compared with the values below. Compare these with what its CA publishes: a root",
        "certificate is trusted for all sites, not for one only.",
        "",
        "It helps programs that ask Windows for trusted roots. A program that reads a bundle",
        "file of its own does not notice.",
    ],
    messages: &[
        ("Which", "Root certificate: {root}"),
        (
            "Changed",
            "Nothing was changed: the certificate in this script is not the one whose fingerprints stand beside it. Obtain the script again.",
        ),
        (
            "WindowsAsks",
            "Windows may ask you to confirm. The thumbprint that it shows must be {thumbprint}; choose No if it is another.",
        ),
        (
            "Administrator",
            "Nothing was changed: the store of the whole computer can be changed by an administrator only. Start PowerShell with \"Run as administrator\" and run this script again, or leave -Machine out.",
        ),
        (
            "There",
            "Nothing was changed: {root} is in {store} already.",
        ),
        ("NotThere", "Nothing was changed: {root} is not in {store}."),
        (
            "Added",
            "Done: {root} was added to {store}. Start the program that failed again.",
        ),
        ("Undo", "To undo it, run: {command}"),
        ("Removed", "Done: {root} was taken out of {store}."),
        (
            "NotAdded",
            "Nothing was changed: Windows did not take the certificate into {store}.",
        ),
        (
            "StillThere",
            "{root} is still there. If it is in the store of the whole computer, an administrator can take it out with the options -Remove -Machine.",
        ),
        (
            "OnlyWindows",
            "Nothing was changed: this script is for Windows.",
        ),
        (
            "Failed",
            "Windows refused. If you chose No when it asked, nothing was changed. This is its message:",
        ),
    ],
};
