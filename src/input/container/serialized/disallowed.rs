//! What Windows refuses: the certificates of Microsoft's list of disallowed ones, which Windows fetches by itself.

use sha2::{Digest, Sha256};

/// The first eight octets of each certificate's SHA-256, in order. Microsoft only ever adds to its list.
const LISTED: [u64; 71] = [
    0x015d_0e7d_b51a_c717,
    0x0206_917c_bea2_57ed,
    0x0278_893f_6380_0862,
    0x050f_d28c_2b7a_714a,
    0x0674_feb9_9fb3_648a,
    0x0ac4_2374_00fa_b3a3,
    0x0d13_6e43_9f0a_b6e9,
    0x0f91_2fd7_be76_0be2,
    0x1332_3fe3_3c1c_0951,
    0x14cd_4ffd_f17a_12da,
    0x189f_c665_da8a_7b9f,
    0x1e09_7db1_18e8_f119,
    0x2740_d956_b112_7b79,
    0x294f_55ef_3bd7_244c,
    0x2a36_99de_ca1e_9fd0,
    0x31c8_fd37_db9b_56e7,
    0x3724_47c4_3185_c38e,
    0x3946_901f_46b0_071e,
    0x3a08_2903_78a8_26d0,
    0x4218_7727_be39_faf6,
    0x449e_9c3b_9c1c_1442,
    0x450f_1b42_1bb0_5c86,
    0x4630_9c73_685e_9e6d,
    0x464f_7be4_76b9_083d,
    0x4679_14a9_6587_695e,
    0x4bf6_bb83_9b03_b728,
    0x4cbb_f825_6bc9_888a,
    0x4eb3_3b8e_afcb_a3b0,
    0x4fd2_5397_f07a_130b,
    0x4fee_0163_686e_cbd6,
    0x5b54_e485_6343_2579,
    0x5df4_c5c7_7850_7c39,
    0x60b3_5c92_f6c7_cf23,
    0x67ed_4b70_3d15_dc55,
    0x7502_36db_03de_897f,
    0x76a4_5a49_6031_e4dd,
    0x79f6_9a47_cfd6_c4b4,
    0x7d04_e534_31e3_d4f7,
    0x8290_cc3f_c1c3_aac3,
    0x8a1b_d216_61c6_0015,
    0x9080_eb2f_b7c5_a098,
    0x90d3_c5b7_9577_6cbb,
    0x933f_7d8c_da9f_0d7c,
    0x9532_e8b5_0496_4331,
    0x9ed8_f9b0_e8e4_2a16,
    0xa5b8_1069_7ea6_c2b1,
    0xa686_fee5_77c8_8ab6,
    0xa8e1_dfd9_cd8e_470a,
    0xaf36_b446_b23b_4a8d,
    0xb019_9eaa_58b6_4168,
    0xb868_6723_e415_534b,
    0xbb68_fc50_8e3b_21b3,
    0xbe14_4b56_fb11_63c4,
    0xc67d_722c_1495_be02,
    0xd06e_a94a_daeb_93c3,
    0xd0b4_c916_34ba_00ae,
    0xd993_d063_0c96_3e80,
    0xe043_b513_b2d4_3010,
    0xe4f9_a323_5df7_3302,
    0xe54e_9fc2_7e73_50ff,
    0xe6d6_d78c_a466_dcc6,
    0xe746_cf6e_6cec_8402,
    0xe94d_9974_2f0f_ae21,
    0xead6_10e6_e90b_439f,
    0xeb72_cff0_b676_cb6d,
    0xec30_c9c3_065a_06bb,
    0xeca8_4d84_cdc7_de25,
    0xf8a5_ff18_9fed_bfe3,
    0xfca9_20fe_9ebd_0554,
    0xfcbb_8fc5_cde5_1c72,
    0xfded_b5bd_fcb6_7411,
];

/// Whether a certificate is on the list.
pub(super) fn contains(der: &[u8]) -> bool {
    let digest = Sha256::digest(der);
    let beginning = digest.first_chunk().copied().map(u64::from_be_bytes);
    beginning.is_some_and(|beginning| LISTED.binary_search(&beginning).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(LISTED.is_sorted());
        assert!(!contains(b"a certificate"));
    }
}
