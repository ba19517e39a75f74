//! Which remedies are offered, in which order, and which never are.

use super::{Action, Advice, Preference, ServerFault, WhySecond, advice, plan};
use crate::client::profiles;
use crate::diagnose::findings;
use crate::diagnose::tests::{HOST, World};
use crate::verdict::judge;
use test_pki::public::{digicert_global_g2, mock_public_root};
use test_pki::{AuthorityKeyId, Certified, Key, KeyId, Template, ca, leaf};

/// Each remedy as its action, the subject of its first certificate, and how it stands.
fn offered(world: &World<'_>, client: &str) -> Vec<(&'static str, String, Preference)> {
    world.case(client, |case| {
        let remedies = plan(case, &case.search());
        let each = remedies.iter().map(|remedy| {
            let name = remedy.action.certificates()[0].subject.friendly();
            (remedy.action.as_str(), name, remedy.preference)
        });
        each.collect()
    })
}

fn advised(world: &World<'_>) -> Vec<Advice> {
    world.case("openssl-3", |case| {
        let trace = case.search();
        let remedies = plan(case, &trace);
        advice(case, &findings(case, &trace, judge(&trace), &remedies))
    })
}

fn issuing(root: &Certified) -> Certified {
    ca("Mock Issuing CA").issued_by(root)
}

const PUBLIC: &str = "Mock Public Root X1";

#[test]
fn the_nearest_root_is_recommended_and_the_others_say_why_not() {
    let (root, upper) = (mock_public_root(), digicert_global_g2());
    let cross = root.cross_signed_by(&upper);
    let issuing = issuing(&root);
    let server = leaf(HOST).issued_by(&issuing);
    let stranger = ca("Mock Stranger").self_signed();
    for client in profiles().iter().map(|profile| profile.id) {
        let world = World::new(&[&server, &issuing, &cross], &[&stranger]);
        let expected = [
            (PUBLIC, Preference::Recommended),
            (
                "Mock DigiCert Global Root G2",
                Preference::Second(WhySecond::DependsOnCrossCertificate),
            ),
        ];
        let expected = expected.map(|(name, how)| ("add-root", name.to_owned(), how));
        // A client without alternatives does not get past the cross-certificate that was sent.
        let follows_what_was_sent = matches!(client, "openssl-1.0.1" | "gnutls");
        if !follows_what_was_sent {
            assert_eq!(offered(&world, client), expected, "{client}");
        }
        let alone = World::new(&[&server, &issuing], &[&stranger]);
        assert_eq!(offered(&alone, client), expected[..1], "{client}");
    }
}

#[test]
fn nothing_is_offered_where_no_known_root_helps() {
    let stranger = ca("Mock Stranger").self_signed();
    let public = mock_public_root();
    let private_root = ca("Mock Studio Root").self_signed();
    let private = leaf(HOST).issued_by(&private_root);
    let imitation = public
        .template()
        .clone()
        .key(Key::p256("imitation"))
        .self_signed();
    let imitated = leaf(HOST).issued_by(&imitation);
    let ended = leaf(HOST)
        .valid("2020-01-01", "2021-01-01")
        .issued_by(&public);
    let alone = leaf(HOST).self_signed();
    for sent in [
        &[&private, &private_root][..],
        &[&private],
        &[&imitated, &imitation],
        &[&imitated],
        &[&ended],
        &[&alone],
    ] {
        for client in profiles().iter().map(|profile| profile.id) {
            let world = World::new(sent, &[&stranger]);
            assert_eq!(offered(&world, client), [], "{client}");
        }
    }
}

/// With no key identifiers the client takes the first namesake, and only its removal helps.
#[test]
fn a_namesake_that_leads_astray_is_taken_out() {
    let plain = |template: Template| {
        template
            .subject_key_id(KeyId::Absent)
            .authority_key_id(AuthorityKeyId::Absent)
    };
    let root = plain(ca("Mock Studio Root")).self_signed();
    let namesake = plain(ca("Mock Studio Root").key(Key::p256("namesake"))).self_signed();
    let server = plain(leaf(HOST)).issued_by(&root);
    let world = World::new(&[&server], &[&namesake, &root]);
    let expected = (
        "remove-certificate",
        "Mock Studio Root".to_owned(),
        Preference::Recommended,
    );
    assert_eq!(offered(&world, "openssl-3"), [expected]);
    assert_eq!(
        offered(&World::new(&[&server], &[&root, &namesake]), "openssl-3"),
        []
    );
    assert_eq!(offered(&world, "webpki"), []);
}

#[test]
fn every_remedy_names_the_asked_client_first() {
    let root = mock_public_root();
    let server = leaf(HOST).issued_by(&root);
    let stranger = ca("Mock Stranger").self_signed();
    for client in profiles().iter().map(|profile| profile.id) {
        World::new(&[&server], &[&stranger]).case(client, |case| {
            let remedies = plan(case, &case.search());
            let [remedy] = &remedies[..] else {
                panic!("{remedies:?}")
            };
            assert!(matches!(remedy.action, Action::AddRoot { .. }));
            assert_eq!(remedy.proven_for[0], client);
            let mut distinct = remedy.proven_for.clone();
            distinct.sort();
            distinct.dedup();
            assert_eq!(distinct.len(), remedy.proven_for.len(), "{client}");
        });
    }
}

type Expected = fn(&Advice) -> bool;

#[test]
fn advice_names_who_must_act() {
    let public = mock_public_root();
    let stranger = ca("Mock Stranger").self_signed();
    let public_ca = issuing(&public);
    let private_root = ca("Mock Studio Root").self_signed();
    let private = leaf(HOST).issued_by(&private_root);
    let ended = leaf(HOST)
        .valid("2020-01-01", "2021-01-01")
        .issued_by(&public);
    let unsent = leaf(HOST).issued_by(&public_ca);
    let elsewhere = leaf("elsewhere.mock.example").issued_by(&public);
    let cases: &[(&[&Certified], &Certified, Expected)] = &[
        (
            &[&private, &private_root],
            &stranger,
            |advice| matches!(advice, Advice::AskIt { root } if root.friendly() == "Mock Studio Root"),
        ),
        (&[&ended], &public, |advice| {
            matches!(advice, Advice::AskServerOwner(ServerFault::Renew { .. }))
        }),
        (&[&unsent], &public, |advice| {
            matches!(advice, Advice::AskServerOwner(ServerFault::SendIntermediate { wanted, .. })
                if wanted.friendly() == "Mock Issuing CA")
        }),
        (
            &[&elsewhere],
            &public,
            |advice| matches!(advice, Advice::UseOtherHost { names, .. } if names == &["elsewhere.mock.example"]),
        ),
        (&[], &public, |advice| {
            matches!(advice, Advice::ProvideChain)
        }),
    ];
    for (index, (sent, bundled, expected)) in cases.iter().enumerate() {
        let given = advised(&World::new(sent, &[bundled]));
        assert!(
            matches!(&given[..], [only] if expected(only)),
            "case {index}: {given:?}"
        );
    }
}

/// An intermediate saved as an anchor: IT is asked for the root above it only where no public list has that.
#[test]
fn it_is_not_asked_for_a_public_root() {
    let private_root = ca("Mock Studio Root").self_signed();
    for (root, asked) in [(mock_public_root(), 0), (private_root, 1)] {
        let issuing = issuing(&root);
        let server = leaf(HOST).issued_by(&issuing);
        let given = advised(&World::new(&[&server], &[&issuing]));
        let count = given
            .iter()
            .filter(|advice| matches!(advice, Advice::AskIt { .. }))
            .count();
        assert_eq!(count, asked, "{given:?}");
    }
}

/// One new certificate comes with a new chain: the owner is asked once, whatever is wrong in the old one.
#[test]
fn an_owner_is_asked_once_for_a_new_certificate() {
    let root = mock_public_root();
    let issuing = ca("Mock Issuing CA")
        .valid("2015-01-01", "2021-01-01")
        .issued_by(&root);
    let server = leaf(HOST)
        .valid("2020-01-01", "2021-01-01")
        .issued_by(&issuing);
    let given = advised(&World::new(&[&server, &issuing], &[&root]));
    assert!(
        matches!(&given[..], [Advice::AskServerOwner(ServerFault::Renew { certificate })]
            if certificate.subject.friendly() == HOST),
        "{given:?}"
    );
}

/// By a wrong clock everything looks wrong, also what only IT or the server's owner could mend.
#[test]
fn a_wrong_clock_is_set_before_anything_else() {
    let stranger = ca("Mock Stranger")
        .valid("1990-01-01", "2040-01-01")
        .self_signed();
    let issuing = issuing(&stranger);
    let server = leaf(HOST).issued_by(&issuing);
    let public = mock_public_root();
    let world = World::new(&[&server, &issuing], &[&public]).at("2001-01-01T00:00:00Z");
    let given = advised(&world);
    assert!(matches!(&given[..], [Advice::FixClock]), "{given:?}");
}

/// A public root that ended is replaced from the public list, of which IT knows no more than anybody.
#[test]
fn it_is_asked_for_an_ended_root_only_where_it_is_private() {
    let public = mock_public_root();
    let private = ca("Mock Studio Root").self_signed();
    for (root, asked) in [(public, 0), (private, 1)] {
        let ended = root
            .template()
            .clone()
            .valid("2004-01-01", "2024-01-01")
            .self_signed();
        let issuing = issuing(&root);
        let server = leaf(HOST).issued_by(&issuing);
        let given = advised(&World::new(&[&server, &issuing], &[&ended]));
        let count = given
            .iter()
            .filter(|advice| matches!(advice, Advice::AskIt { .. }))
            .count();
        assert_eq!(count, asked, "{given:?}");
    }
}

/// Another key under a public root's name: the bundle is to be fetched again, and IT knows nothing about it.
#[test]
fn a_bundle_with_a_false_public_root_is_replaced() {
    let plain = |template: Template| {
        template
            .subject_key_id(KeyId::Absent)
            .authority_key_id(AuthorityKeyId::Absent)
    };
    let root = mock_public_root();
    let issuing = plain(ca("Mock Issuing CA")).issued_by(&root);
    let server = leaf(HOST).issued_by(&issuing);
    let namesake = root.template().clone().key(Key::p256("namesake"));
    let impostor = plain(namesake).self_signed();
    let given = advised(&World::new(&[&server, &issuing], &[&impostor]));
    assert!(
        !given.is_empty()
            && given
                .iter()
                .all(|advice| matches!(advice, Advice::ReplaceFile)),
        "{given:?}"
    );
}
