//! When a release was published.

use certwhy::known::Family;
use certwhy::moment::Moment;

/// certifi before its versions were dates. 14.5.14 is one already, with a short year. The others are the youngest
/// file in the published source archive; 0.0.2 to 0.0.7 lie between 0.0.1 and 0.0.8 and are left without.
const EARLY_CERTIFI: [(&str, &str); 5] = [
    ("0.0.1", "2011-12-28"),
    ("0.0.8", "2012-01-30"),
    ("1.0.0", "2014-01-17"),
    ("1.0.1", "2014-03-10"),
    ("14.5.14", "2014-05-14"),
];

/// The date of a release, where the version or the table above tells it.
pub(crate) fn of(family: Family, version: &str) -> Option<Moment> {
    match family {
        Family::Certifi | Family::CertifiExtra => EARLY_CERTIFI
            .iter()
            .find(|(early, _)| *early == version)
            .map_or_else(|| calendar(version), |(_, date)| Moment::parse(date)),
        Family::Git => version.split(' ').find_map(Moment::parse),
        Family::Httplib2
        | Family::ShotgunApi3Certifi
        | Family::ShotgunApi3Httplib2
        | Family::TkCoreCertifi
        | Family::TkCoreHttplib2
        | Family::Custom => None,
    }
}

/// `2022.5.18.1` is 2022-05-18.
fn calendar(version: &str) -> Option<Moment> {
    let mut parts = version.split('.').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Moment::parse(&format!("{year:04}-{month:02}-{day:02}")).filter(|_| year >= 2015)
}
