//! What clients trusted: mock twins of the files they shipped with, as far as the story needs them.

use super::Store;
use crate::Certified;
use crate::catalogue::{Description, catalogue};
use crate::public::{
    addtrust, amazon_root_1, amazon_root_2, amazon_root_3, amazon_root_4, baltimore,
    digicert_global, digicert_global_g2, dst_root_x3, go_daddy_class_2, go_daddy_g2, isrg_root_x1,
    starfield_class_2, starfield_g2, starfield_services_g2, usertrust_rsa, verisign_class_3,
    verisign_g5,
};

type Root = fn() -> Certified;

/// In every list of the last ten years.
const LASTING: [Root; 6] = [
    starfield_services_g2,
    starfield_g2,
    go_daddy_g2,
    digicert_global,
    digicert_global_g2,
    isrg_root_x1,
];

/// Amazon's own, and others that arrived with them.
const SINCE_2017: [Root; 5] = [
    amazon_root_1,
    amazon_root_2,
    amazon_root_3,
    amazon_root_4,
    usertrust_rsa,
];

/// Dropped by Mozilla's list in April 2025.
const TO_2025: [Root; 3] = [baltimore, starfield_class_2, go_daddy_class_2];

fn holds(lists: &[&[Root]]) -> Store {
    let bundle = lists
        .iter()
        .flat_map(|list| list.iter())
        .map(|root| root())
        .collect();
    Store {
        description: Description::of("", ""),
        bundle,
    }
}

catalogue! { Store;
    /// `shotgun_api3` 3.0.8 to 3.0.18: 28 roots of 2012, none of them for S3 after 2014.
    fn shotgun_3_0_8_to_3_0_18() {
        holds(&[&[verisign_class_3, verisign_g5, go_daddy_class_2]])
    }

    /// `shotgun_api3` 3.0.19 to 3.0.37: Mozilla's list of 2014, Starfield's roots included.
    fn shotgun_3_0_19_to_3_0_37() {
        holds(&[
            &[verisign_class_3, verisign_g5, addtrust, dst_root_x3],
            &TO_2025,
            &[starfield_services_g2, starfield_g2, go_daddy_g2, digicert_global],
        ])
    }

    /// `shotgun_api3` 3.0.38 to 3.2.5: the file of httplib2 0.12, without Amazon's own roots.
    fn shotgun_3_0_38_to_3_2_5() {
        holds(&[
            &[verisign_g5, addtrust, dst_root_x3],
            &TO_2025,
            &[starfield_services_g2, starfield_g2, go_daddy_g2, digicert_global, digicert_global_g2],
        ])
    }

    /// `shotgun_api3` 3.2.6 and later: certifi of June 2020.
    fn shotgun_3_2_6() {
        holds(&[&[verisign_g5, dst_root_x3], &TO_2025, &LASTING, &SINCE_2017])
    }

    /// certifi of 2018.
    fn certifi_2018() {
        holds(&[&[verisign_g5, dst_root_x3, addtrust], &TO_2025, &LASTING, &SINCE_2017])
    }

    /// certifi of 2023.
    fn certifi_2023() {
        holds(&[&TO_2025, &LASTING, &SINCE_2017])
    }

    /// certifi 2025.4.26 and later: Starfield Class 2 and Baltimore are gone.
    fn certifi_2025_4_26() {
        holds(&[&LASTING, &SINCE_2017])
    }

    /// A Windows store into which nothing was fetched yet.
    fn windows_empty() {
        holds(&[])
    }

    /// A Windows store with only Starfield Services G2, imported as the articles advise.
    fn windows_starfield_services_g2() {
        holds(&[&[starfield_services_g2]])
    }

    /// A Windows store with only Amazon Root CA 1.
    fn windows_amazon_root_1() {
        holds(&[&[amazon_root_1]])
    }
}
