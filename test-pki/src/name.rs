//! Distinguished names, also those that no CA should write.

use crate::der;

/// A distinguished name: one attribute per relative name, in order (RFC 5280 §4.1.2.4).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Name(Vec<Attribute>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Attribute {
    oid: &'static str,
    form: StringForm,
    text: String,
}

/// How the text of an attribute is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StringForm {
    /// `PrintableString`: what old CAs used.
    Printable,
    /// `UTF8String`: what RFC 5280 asks for.
    Utf8,
    /// `TeletexString`, written here as Latin-1, as most old CAs did.
    Teletex,
    /// `BMPString`: UTF-16, big-endian.
    Bmp,
    /// `IA5String`: ASCII.
    Ia5,
}

const COMMON_NAME: &str = "2.5.4.3";

impl Name {
    /// An empty name.
    pub fn new() -> Self {
        Self::default()
    }

    /// A name that is just a common name.
    pub fn cn(text: &str) -> Self {
        Self::new().with_cn(text)
    }

    /// Adds a common name.
    #[must_use]
    pub fn with_cn(self, text: &str) -> Self {
        self.with(COMMON_NAME, StringForm::Utf8, text)
    }

    /// Adds an organization.
    #[must_use]
    pub fn with_o(self, text: &str) -> Self {
        self.with("2.5.4.10", StringForm::Utf8, text)
    }

    /// Adds an organizational unit; may be repeated.
    #[must_use]
    pub fn with_ou(self, text: &str) -> Self {
        self.with("2.5.4.11", StringForm::Utf8, text)
    }

    /// Adds a country of two letters.
    #[must_use]
    pub fn with_c(self, text: &str) -> Self {
        self.with("2.5.4.6", StringForm::Printable, text)
    }

    /// Adds an `emailAddress` (PKCS #9).
    #[must_use]
    pub fn with_email(self, text: &str) -> Self {
        self.with("1.2.840.113549.1.9.1", StringForm::Ia5, text)
    }

    /// Adds any attribute in any encoding; the text is not checked against the encoding.
    #[must_use]
    pub fn with(mut self, oid: &'static str, form: StringForm, text: &str) -> Self {
        self.0.push(Attribute {
            oid,
            form,
            text: text.to_owned(),
        });
        self
    }

    /// The same name with every string in another encoding: equal by RFC 5280 §7.1, not byte for byte.
    #[must_use]
    pub fn in_form(mut self, form: StringForm) -> Self {
        for attribute in &mut self.0 {
            attribute.form = form;
        }
        self
    }

    /// The last common name, or the last attribute, or nothing: what a person would call it.
    pub fn label(&self) -> &str {
        let common_name = self
            .0
            .iter()
            .rfind(|attribute| attribute.oid == COMMON_NAME);
        common_name
            .or(self.0.last())
            .map_or("", |attribute| &attribute.text)
    }

    /// The text of all attributes with `/` between them, whatever their encoding.
    pub fn path(&self) -> String {
        let texts: Vec<&str> = self
            .0
            .iter()
            .map(|attribute| attribute.text.as_str())
            .collect();
        texts.join("/")
    }

    /// `Name` in DER.
    pub fn der(&self) -> Vec<u8> {
        der::sequence(self.0.iter().map(|attribute| {
            let value = attribute.form.encode(&attribute.text);
            der::tlv(
                der::tag::SET,
                &der::sequence([der::oid(attribute.oid), value]),
            )
        }))
    }
}

impl StringForm {
    fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Printable => der::tlv(der::tag::PRINTABLE_STRING, text.as_bytes()),
            Self::Utf8 => der::tlv(der::tag::UTF8_STRING, text.as_bytes()),
            Self::Ia5 => der::tlv(der::tag::IA5_STRING, text.as_bytes()),
            Self::Bmp => {
                let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
                der::tlv(der::tag::BMP_STRING, &units)
            }
            Self::Teletex => {
                let latin1: Result<Vec<u8>, _> =
                    text.chars().map(|c| u8::try_from(u32::from(c))).collect();
                der::tlv(
                    der::tag::TELETEX_STRING,
                    &latin1.expect("text within Latin-1"),
                )
            }
        }
    }
}

impl From<&str> for Name {
    fn from(common_name: &str) -> Self {
        Self::cn(common_name)
    }
}

impl From<String> for Name {
    fn from(common_name: String) -> Self {
        Self::cn(&common_name)
    }
}

impl From<&Self> for Name {
    fn from(name: &Self) -> Self {
        name.clone()
    }
}
