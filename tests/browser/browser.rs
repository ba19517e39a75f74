//! The browsers: where they are, how they are started, and what only one of them understands.

use serde_json::{Value, json};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    pub(crate) const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The names of the browser's program, and of its driver's, here and there.
    const fn programs(self) -> ([&'static str; 4], [&'static str; 2]) {
        match self {
            Self::Chromium => (
                [
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                ],
                ["chromedriver", "chromium-driver"],
            ),
            Self::Firefox => (
                ["firefox-esr", "firefox", "firefox-esr", "firefox"],
                ["geckodriver", "geckodriver"],
            ),
        }
    }

    /// What a new session is asked for; what is saved goes to the folder.
    fn capabilities(self, program: &Path, folder: &Path) -> Value {
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": {
                    "binary": program,
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-dev-shm-usage", "--window-size=1280,900", "--lang=en-US",
                        format!("--user-data-dir={}", folder.join("profile").display()),
                    ],
                    "prefs": {
                        "download.default_directory": folder,
                        "download.prompt_for_download": false,
                        "profile.default_content_setting_values.automatic_downloads": 1,
                    },
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": program,
                    "args": ["-headless", "-width", "1280", "-height", "900"],
                    "prefs": {
                        "browser.download.folderList": 2,
                        "browser.download.dir": folder,
                        "browser.download.always_ask_before_handling_new_types": false,
                        "browser.download.alwaysOpenPanel": false,
                        "intl.accept_languages": "en-US, en",
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
        }
    }
}

/// A running driver, which ends with the value.
pub(crate) struct Driver {
    pub(crate) browser: Browser,
    pub(crate) port: u16,
    program: PathBuf,
    process: Child,
}

impl Driver {
    /// Starts the driver of a browser; says what is missing where that cannot be.
    pub(crate) fn start(browser: Browser) -> Result<Self, String> {
        let (programs, drivers) = browser.programs();
        let program = find(&programs).ok_or_else(|| format!("{} is not here", programs[0]))?;
        let driver = find(&drivers).ok_or_else(|| format!("{} is not here", drivers[0]))?;
        let port = free_port();
        let mut command = Command::new(driver);
        command.arg(format!("--port={port}"));
        if browser == Browser::Firefox {
            // Its console can be read by the browser's own scripts only.
            command.arg("--allow-system-access");
        }
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = process.map_err(|error| format!("{}: {error}", drivers[0]))?;
        let driver = Self {
            browser,
            port,
            program,
            process,
        };
        driver.wait()?;
        Ok(driver)
    }

    /// The number of the driver's process.
    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// The capabilities of a session whose files go to the folder.
    pub(crate) fn capabilities(&self, folder: &Path) -> Value {
        let wanted = self.browser.capabilities(&self.program, folder);
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }

    fn wait(&self) -> Result<(), String> {
        let started = Instant::now();
        loop {
            match crate::http::request(self.port, ("GET", "/status"), None) {
                Ok(_) => return Ok(()),
                Err(error) if started.elapsed() > Duration::from_secs(20) => return Err(error),
                Err(_) => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// The first of the programs that is on the path, or where `cargo xtask test` installs them.
fn find(names: &[&str]) -> Option<PathBuf> {
    let own = crate::folder("tools/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).chain([own]).collect();
    let places = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places
        .map(|place| place.with_extension(std::env::consts::EXE_EXTENSION))
        .find(|place| place.is_file())
}
