//! A small PKI out of bytes: CAs with cross-certificates, faults, wrong keys and name collisions, sent and trusted in any
//! order. rustls-webpki says the same as the profile `rustls`; the verdict depends on no order where a client tries all
//! paths; deciding is searching; and what is proposed as a remedy helps.

mod changes;
mod judges;
mod remedies;
mod webpki;
mod world;

use arbitrary::Unstructured;
use certwhy::client::{Building, profiles};
use certwhy::verdict::Verdict;
use judges::Asked;
use world::World;

/// One input.
pub fn run(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let Ok(world) = World::read(&mut bytes) else {
        return;
    };
    let asked = Asked::of(&world);
    agrees_with_webpki(&world, &asked);
    for profile in profiles() {
        decides_as_it_searches(&asked, profile.id);
        if profile.policy.building == Building::AllPaths {
            knows_no_order(&world, &asked, profile.id);
        }
    }
    if world.choice().is_multiple_of(4) {
        remedies::check(&world);
    }
}

fn agrees_with_webpki(world: &World, asked: &Asked) {
    let Some(theirs) = webpki::verdict(world, asked) else {
        return;
    };
    let ours = asked.search("rustls");
    if ours.stopped {
        return;
    }
    let is_accepted = ours.verdict == Verdict::Trusted;
    assert!(
        is_accepted == theirs.is_ok(),
        "rustls-webpki: {theirs:?}, the profile rustls: {:?}\n{world}",
        ours.verdict
    );
}

fn decides_as_it_searches(asked: &Asked, client: &str) {
    let (searched, decided) = (asked.search(client), asked.decide(client));
    assert_eq!(searched, decided, "{client}");
}

fn knows_no_order(world: &World, asked: &Asked, client: &str) {
    let straight = asked.search(client);
    let turned = Asked::of(&world.turned()).search(client);
    if !(straight.stopped || turned.stopped) {
        assert_eq!(straight.verdict, turned.verdict, "{client}\n{world}");
    }
}
