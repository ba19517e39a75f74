//! Which release of `shotgun_api3` and of Toolkit core a traceback stems from: the lines of its frames are those of calls
//! in only some releases. Releases whose lines are the same cannot be told apart, and are all named.

mod set;
mod table;

use super::frame::Frame;
use crate::environment::{Release, Span};
use set::Set;
use table::{Table, api, toolkit};

/// Which releases a traceback fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApiReading {
    /// Releases of `shotgun_api3`, ascending.
    pub versions: Releases,
    /// Releases of Toolkit core around it, ascending.
    pub toolkit: Releases,
    /// Unreleased copies inside Toolkit core that have the same lines as these releases.
    pub same_lines: Vec<String>,
    /// Whether the copy is a released one.
    pub copy: Copy,
}

/// Whether the frames fit some release.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copy {
    /// No frame of these packages is in the text.
    #[default]
    NotSeen,
    /// They fit a release.
    Released,
    /// They fit none: somebody has changed the files, or the release is newer than the table.
    Changed,
}

/// Releases in the order of their publication.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Releases(Vec<String>);

impl Releases {
    /// None at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Their names, ascending.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The first and the last of them; they are the same where there is only one.
    pub fn bounds(&self) -> Option<(&str, &str)> {
        Some((self.0.first()?, self.0.last()?))
    }
}

/// Reads the frames.
pub(super) fn read(frames: &[Frame]) -> ApiReading {
    if !frames
        .iter()
        .any(|frame| frame.file.contains("shotgun") || frame.file.contains("tank"))
    {
        return ApiReading::default();
    }
    let (api, toolkit) = (api(), toolkit());
    let (mut apis, mut cores) = (candidates(&api, frames), candidates(&toolkit, frames));
    if let (Some(of_api), Some(of_core)) = (&apis, &cores) {
        let both = together(&toolkit, of_api, of_core);
        if is_vendored(frames) && !both.0.is_empty() {
            (apis, cores) = (Some(both.0), Some(both.1));
        }
    } else if let (Some(of_api), None, true) = (&apis, &cores, is_vendored(frames)) {
        let all = Set::all(toolkit.versions.len());
        let (shipped, within) = together(&toolkit, of_api, &all);
        if !shipped.is_empty() {
            (apis, cores) = (Some(shipped), Some(within));
        }
    }
    released(&api, &toolkit, apis, cores)
}

/// The releases of `shotgun_api3` inside these releases of Toolkit core; `None` where the table has none of them.
pub(crate) fn api_within(cores: &Span) -> Option<Span> {
    let (api, toolkit) = (api(), toolkit());
    let mut found: Option<Span> = None;
    for ships in &toolkit.ships {
        let Some(inside) = ships
            .api
            .and_then(|place| Release::parse(api.versions.get(place)?))
        else {
            continue;
        };
        let is_one = (ships.first..=ships.last)
            .filter_map(|place| Release::parse(toolkit.versions.get(place)?))
            .any(|core| cores.holds(&Span::exactly(core)));
        if is_one {
            found = Some(found.map_or(Span::exactly(inside), |span| span.with(inside)));
        }
    }
    found
}

/// Whether the API lies inside Toolkit.
fn is_vendored(frames: &[Frame]) -> bool {
    frames
        .iter()
        .any(|frame| frame.file.contains("tank_vendor") || frame.file.contains("pkgs.zip"))
}

/// The versions that fit all frames of a table's files; `None` without such a frame. A frame of a call that the table does
/// not follow is looked up by the extent of its function, and only where calls alone leave nothing.
fn candidates(table: &Table, frames: &[Frame]) -> Option<Set> {
    let found: Vec<(Set, Set)> = frames
        .iter()
        .filter_map(|frame| table.find(&frame.file, &frame.function, frame.line))
        .collect();
    if found.is_empty() {
        return None;
    }
    let narrow = found
        .iter()
        .map(|(by_call, _)| by_call)
        .fold(Set::all(table.versions.len()), |set, other| set.and(other));
    if !narrow.is_empty() {
        return Some(narrow);
    }
    Some(found.iter().fold(
        Set::all(table.versions.len()),
        |set, (by_call, by_extent)| {
            set.and(if by_call.is_empty() {
                by_extent
            } else {
                by_call
            })
        },
    ))
}

/// Of both sets what goes together: a core ships one version of the API.
fn together(toolkit: &Table, apis: &Set, cores: &Set) -> (Set, Set) {
    let mut shipped = Set::none(apis.len());
    let mut within = Set::none(cores.len());
    for ships in &toolkit.ships {
        let Some(api) = ships.api.filter(|api| apis.has(*api)) else {
            continue;
        };
        for core in (ships.first..=ships.last).filter(|core| cores.has(*core)) {
            shipped.add(api);
            within.add(core);
        }
    }
    (shipped, within)
}

fn released(api: &Table, toolkit: &Table, apis: Option<Set>, cores: Option<Set>) -> ApiReading {
    let seen = apis.is_some() || cores.is_some();
    let changed = [&apis, &cores].into_iter().flatten().any(Set::is_empty);
    let apis = apis.unwrap_or_else(|| Set::none(api.versions.len()));
    let mut cores = cores.unwrap_or_else(|| Set::none(toolkit.versions.len()));
    let (tags, copies): (Vec<usize>, Vec<usize>) =
        apis.iter().partition(|index| api.is_release(*index));
    let name = |index: &usize| api.versions.get(*index).map(|name| (*name).to_owned());
    let (named, same) = if tags.is_empty() {
        (copies, tags)
    } else {
        (tags, copies)
    };
    if !same.is_empty() {
        let kept = Set::of(apis.len(), &named);
        let within = together(toolkit, &kept, &cores).1;
        cores = if within.is_empty() { cores } else { within };
    }
    ApiReading {
        versions: Releases(named.iter().filter_map(name).collect()),
        toolkit: Releases(
            cores
                .iter()
                .filter_map(|index| toolkit.versions.get(index).map(|name| (*name).to_owned()))
                .collect(),
        ),
        same_lines: same.iter().filter_map(name).collect(),
        copy: match (seen, changed) {
            (false, _) => Copy::NotSeen,
            (true, true) => Copy::Changed,
            (true, false) => Copy::Released,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(file: &str, line: u32, function: &str) -> Frame {
        Frame {
            traceback: 0,
            file: file.to_owned(),
            line,
            function: function.to_owned(),
        }
    }

    fn upload(folder: &str) -> Vec<Frame> {
        let file = format!("{folder}/shotgun_api3/shotgun.py");
        [
            (2173, "upload_thumbnail"),
            (2263, "upload"),
            (2383, "_upload_to_sg"),
            (3806, "_send_form"),
        ]
        .map(|(line, function)| frame(&file, line, function))
        .into()
    }

    #[test]
    fn a_traceback_dates_the_api() {
        let read = read(&upload("/site-packages"));
        assert_eq!(read.versions.iter().collect::<Vec<_>>(), ["3.0.36"]);
        assert!(read.toolkit.is_empty());
        assert_eq!(read.copy, Copy::Released);
    }

    #[test]
    fn a_traceback_through_toolkit_dates_both() {
        let mut frames = upload("/install/core/python/tank_vendor");
        let tank = "/install/core/python/tank";
        frames.push(frame(
            &format!("{tank}/util/shotgun/publish_creation.py"),
            308,
            "register_publish",
        ));
        frames.push(frame(&format!("{tank}/log.py"), 503, "wrapper"));
        frames.push(frame(
            &format!("{tank}/util/shotgun/publish_creation.py"),
            323,
            "register_publish",
        ));
        let read = read(&frames);
        assert_eq!(read.versions.iter().collect::<Vec<_>>(), ["3.0.36"]);
        assert_eq!(read.toolkit.bounds(), Some(("0.18.142", "0.18.148")));
        assert_eq!(read.same_lines, ["3.0.36.dev+tk.d90f5b0"]);
    }

    #[test]
    fn a_changed_copy_is_told() {
        let frames = [frame("/x/shotgun_api3/shotgun.py", 1, "upload")];
        assert_eq!(read(&frames).copy, Copy::Changed);
        assert_eq!(
            read(&[frame("/x/other.py", 1, "upload")]),
            ApiReading::default()
        );
    }
}
