use super::*;
use crate::doc::field;
use crate::render::sample;

fn drawn(nodes: Vec<PathNode>) -> String {
    picture(&Path {
        caption: "caption".into(),
        nodes,
        ..Path::default()
    })
}

fn count(svg: &str, part: &str) -> usize {
    svg.matches(part).count()
}

#[test]
fn every_place_has_its_shape() {
    for (place, frames, vacancies) in [
        (Place::SentByServer, 1, 0),
        (Place::InBundle, 2, 0),
        (Place::Both, 2, 0),
        (Place::KnownRoot, 1, 0),
        (Place::Missing, 1, 1),
        (Place::Several, 0, 0),
    ] {
        let svg = drawn(vec![PathNode::new("name", place, "words")]);
        assert_eq!(count(&svg, "<rect "), frames, "{place:?}");
        assert_eq!(count(&svg, "<circle "), vacancies, "{place:?}");
        assert!(svg.contains(">words<"), "{place:?}");
    }
    let icons = [
        Place::SentByServer,
        Place::InBundle,
        Place::KnownRoot,
        Place::Missing,
        Place::Several,
    ];
    let icons: std::collections::HashSet<String> = icons
        .into_iter()
        .map(|place| shape::place(place, 0))
        .collect();
    assert_eq!(icons.len(), 5);
}

#[test]
fn links() {
    let missing = picture(&sample::missing_root_path());
    assert_eq!(
        (count(&missing, "cw-line"), count(&missing, "cw-gap")),
        (1, 1)
    );
    assert_eq!(count(&missing, "cw-sign"), 0);
    let sound = PathNode::new("a", Place::SentByServer, "w");
    let broken = sound
        .clone()
        .state(NodeState::Problem)
        .link_below("the signature does not match");
    let svg = drawn(vec![broken, sound.clone()]);
    assert_eq!(count(&svg, "cw-sign"), 2, "the triangle and the cross");
    let remark = sound.clone().link_below("a copy of the root below");
    assert_eq!(count(&drawn(vec![remark, sound]), "cw-sign"), 0);
}

#[test]
fn what_is_wrong_is_said() {
    let node = PathNode::new("a", Place::Both, "w").problem("It has expired.");
    let svg = drawn(vec![node]);
    assert!(svg.contains(">It has expired.</tspan>"));
    assert!(svg.contains("<desc>a: w / It has expired.</desc>"));
}

#[test]
fn long_names_are_cut_visibly() {
    for name in ["word ".repeat(60), "x".repeat(299), "証明書".repeat(60)] {
        let svg = drawn(vec![PathNode::new(
            field(name.clone()),
            Place::Missing,
            "w",
        )]);
        let label = svg.split("cw-label").nth(1).unwrap();
        let label = label.split("</text>").next().unwrap();
        assert_eq!(count(label, "<tspan "), 3, "{name}");
        assert!(label.ends_with("…</tspan>"), "{label}");
        let widest = label.split('>').map(|part| part.split('<').next().unwrap());
        assert!(widest.map(crate::render::width::of_str).max().unwrap() <= 24);
    }
}

#[test]
fn boxes_do_not_overlap_and_end_inside_the_picture() {
    let path = sample::missing_root_path();
    let (rows, height) = layout(&path);
    let mut edge = 0;
    for (drawn, link) in &rows {
        assert!(drawn.top >= edge);
        edge = drawn.top + drawn.height;
        for lines in [&drawn.label, &drawn.place, &drawn.problem] {
            assert!(lines.iter().all(|(y, _)| (drawn.top..edge).contains(y)));
        }
        if let Some(link) = link {
            assert_eq!(link.top, edge);
            edge = link.bottom;
        }
    }
    assert!(edge <= height);
}
