use super::*;
use crate::location::{LineNumber, Location, SourceName};
use crate::testing::{Trio, id, parsed, sound, store};
use test_pki::{Certified, Name as MockName, StringForm, ca};

fn at(line: u32) -> Location {
    Location {
        source: SourceName::new("a.pem"),
        line: LineNumber(line),
        start: 0,
        end: 0,
    }
}

fn encoded(certificate: &Certified, line: u32) -> Encoded {
    Encoded {
        der: certificate.der().to_vec().into(),
        location: Some(at(line)),
    }
}

fn bundle(store: &Store) -> Vec<CertId> {
    store.bundle().collect()
}

fn named(store: &Store, name: &Name) -> Vec<CertId> {
    store.with_subject(name).collect()
}

#[test]
fn a_certificate_stands_once_with_all_its_places() {
    let Trio { leaf, root, .. } = sound();
    let presented = vec![encoded(&leaf, 1), encoded(&root, 2), encoded(&leaf, 3)];
    let store = Store::build(presented, vec![encoded(&root, 4), encoded(&root, 5)]);
    let (of_leaf, of_root) = (id(&store, &leaf), id(&store, &root));
    assert_eq!(store.presented(), [of_leaf, of_root, of_leaf]);
    assert_eq!(bundle(&store), [of_root]);
    assert_eq!(store.entries().count(), 2);
    let places = |id| store.entry(id).unwrap().locations.clone();
    assert_eq!(places(of_leaf), [at(1), at(3)]);
    assert_eq!(places(of_root), [at(2), at(4), at(5)]);
    let sides = |id| {
        let entry = store.entry(id).unwrap();
        (entry.is_presented(), entry.is_bundled())
    };
    assert_eq!(
        (sides(of_leaf), sides(of_root)),
        ((true, false), (true, true))
    );
    assert!(store.is_bundled(of_root) && !store.is_bundled(of_leaf));
}

#[test]
fn what_cannot_be_read_is_kept_apart() {
    let Trio { leaf, .. } = sound();
    let cut = Encoded {
        der: leaf.der()[..leaf.der().len() - 1].to_vec().into(),
        location: Some(at(7)),
    };
    let store = Store::build(vec![encoded(&leaf, 1)], vec![cut]);
    let unreadable: Vec<&Unreadable> = store.unreadable().collect();
    let [unreadable] = unreadable.as_slice() else {
        panic!("{unreadable:?}");
    };
    assert_eq!(unreadable.origin, Origin::Bundle);
    assert_eq!(unreadable.location, Some(at(7)));
    assert_eq!(unreadable.reason, Malformed::Structure);
    assert_eq!(store.entries().count(), 1);
    let without = store.with_bundle([]);
    assert!(without.unreadable().eq(store.unreadable()));
}

#[test]
fn namesakes_are_found_by_name_in_the_order_of_each_side() {
    let root = ca("Mock Root").self_signed();
    let again = |year: &str| {
        let from = format!("{year}-01-01");
        root.template()
            .clone()
            .valid(&from, "2050-01-01")
            .self_signed()
    };
    let (one, two, three) = (again("2021"), again("2022"), again("2023"));
    // RFC 5280 §7.1: letter case and string type do not matter.
    let shouted = ca(MockName::cn("MOCK  ROOT").in_form(StringForm::Printable)).self_signed();
    let store = store(&[&three, &one], &[&shouted, &two, &one]);
    let name = parsed(&root).subject;
    let ids = |list: &[&Certified]| list.iter().map(|c| id(&store, c)).collect::<Vec<_>>();
    assert_eq!(named(&store, &name), ids(&[&three, &one, &shouted, &two]));
    let bundled: Vec<CertId> = store.bundle_with_subject(&name).collect();
    assert_eq!(bundled, ids(&[&shouted, &two, &one]));
    assert_eq!(named(&store, &Name::empty()), []);
}

#[test]
fn taken_away_and_added_again() {
    let Trio { leaf, middle, root } = sound();
    let whole = store(&[&leaf, &middle, &root], &[&root]);
    let (of_middle, of_root) = (id(&whole, &middle), id(&whole, &root));
    let root_name = parsed(&root).subject;

    let not_sent = whole.without(of_root, Origin::Presented);
    assert_eq!(not_sent.presented().len(), 2);
    assert_eq!(named(&not_sent, &root_name), [of_root]);
    let nowhere = not_sent.without(of_root, Origin::Bundle);
    assert_eq!(bundle(&nowhere), []);
    assert_eq!(named(&nowhere, &root_name), []);
    assert_eq!(nowhere.find(&parsed(&root).sha256()), None);
    assert_eq!(nowhere.entries().count(), 2);

    let back = nowhere.with(Arc::new(parsed(&root)), Origin::Bundle);
    assert_eq!(bundle(&back), [of_root]);
    assert_eq!(named(&back, &root_name), [of_root]);
    // What the chain does not hold cannot be taken from it.
    assert_eq!(
        back.without(of_middle, Origin::Bundle).presented(),
        back.presented()
    );
}

#[test]
fn another_bundle_keeps_the_chain() {
    let Trio { leaf, middle, root } = sound();
    let store = Store::build(
        vec![encoded(&leaf, 1), encoded(&middle, 2)],
        vec![encoded(&middle, 3)],
    );
    let changed = store.with_bundle([Arc::new(Held::of(Arc::new(parsed(&root))))]);
    assert_eq!(
        changed.presented(),
        [id(&changed, &leaf), id(&changed, &middle)]
    );
    assert_eq!(bundle(&changed), [id(&changed, &root)]);
    let entry = changed.entry(id(&changed, &middle)).unwrap();
    assert_eq!(
        (entry.is_bundled(), entry.locations.as_slice()),
        (false, &[at(2)][..])
    );
}
