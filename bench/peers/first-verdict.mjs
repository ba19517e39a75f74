// The time to a first verdict that a visitor sees, in a Chromium that starts anew each time: from the beginning of the
// navigation until the frame with the verdict, for the page of certwhy, for pages that use node-forge and PKI.js, and for a page
// without a verdict. Arguments: the folder of the built page, the folder of Node's packages, a job as JSON. Prints one line of
// JSON: the times of each page in milliseconds, by rounds.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [built, packages, text] = process.argv.slice(2);
const job = JSON.parse(text);
const ROUNDS = 8;
const PAGES = ["blank", "certwhy", "forge", "pkijs"];

const require = createRequire(pathToFileURL(join(packages, "here.js")));

// What every page is given before its own scripts run: both files as text, and a way to say that the verdict is laid out.
const given = `window.given = ${JSON.stringify({
  bundle: readFileSync(job.bundle, "latin1"),
  chain: readFileSync(job.chain, "latin1"),
  host: job.host,
  at: new Date(job.at * 1000).toISOString().replace(".000Z", ""),
})};
window.shown = (said) => requestAnimationFrame(() => setTimeout(() => {
  window.verdict = { said, at: performance.now() };
}));`;

// A visitor who drops both files as soon as the page takes them.
const drop = `addEventListener("DOMContentLoaded", () => {
  const watch = setInterval(() => {
    const over = new DragEvent("dragover", { bubbles: true, cancelable: true });
    document.body.dispatchEvent(over);
    if (!over.defaultPrevented) {
      return;
    }
    clearInterval(watch);
    for (const name of ["host", "at"]) {
      document.getElementById(name).value = given[name];
    }
    const answer = document.getElementById("answer");
    new MutationObserver((_, observer) => {
      const found = answer.querySelector(".cw-verdict");
      if (found !== null) {
        observer.disconnect();
        shown(found.className);
      }
    }).observe(answer, { childList: true, subtree: true, attributes: true });
    const dataTransfer = new DataTransfer();
    for (const name of ["bundle", "chain"]) {
      dataTransfer.items.add(new File([given[name]], name + ".pem"));
    }
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  }, 2);
});`;

const paint = `const paint = (said) => { document.body.append(said); shown(said); };`;
const scripts = {
  blank: () => `${paint} const octets = given.bundle.split("-----").filter((part) => part.length > 99).map((part) => atob(part.replace(/\\s/g, "")));
paint(String(octets.length));`,
  forge: () => `${readFileSync(require.resolve("node-forge/dist/forge.min.js"), "utf8")}
;${paint}
const all = (text) => text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g).flatMap((block) => {
  try { return [forge.pki.certificateFromPem(block)]; } catch { return []; }
});
try {
  forge.pki.verifyCertificateChain(forge.pki.createCaStore(all(given.bundle)), all(given.chain), { validityCheckDate: new Date(given.at + "Z") });
  paint("trusted");
} catch (refusal) { paint("not trusted"); }`,
  pkijs: () => {
    const source = `import * as asn1js from "asn1js"; import * as pkijs from "pkijs"; ${paint}
const all = (text) => text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g).map((block) => {
  const octets = Uint8Array.from(atob(block.replace(/-----[^-]+-----|\\s/g, "")), (letter) => letter.charCodeAt(0));
  return new pkijs.Certificate({ schema: asn1js.fromBER(octets).result });
});
const engine = new pkijs.CertificateChainValidationEngine({ trustedCerts: all(given.bundle), certs: all(given.chain).reverse(), checkDate: new Date(given.at + "Z") });
engine.verify().then(({ result }) => paint(result ? "trusted" : "not trusted"));`;
    const options = { stdin: { contents: source, resolveDir: packages }, bundle: true, minify: true, write: false, format: "iife" };
    return require("esbuild").buildSync(options).outputFiles[0].text;
  },
};
const made = Object.fromEntries(Object.entries(scripts).map(([name, make]) => [name, make()]));

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const server = createServer((request, response) => {
  const [, page, file = ""] = new URL(request.url, "http://here").pathname.split("/");
  const send = (type, content) => response.writeHead(200, { "content-type": type }).end(content);
  try {
    if (page === "certwhy") {
      const name = file || "index.html";
      send(TYPES[extname(name)] ?? "application/octet-stream", readFileSync(join(built, name)));
    } else if (file === "script.js") {
      send(TYPES[".js"], made[page]);
    } else {
      send(TYPES[".html"], `<!doctype html><title>${page}</title><body><script src="script.js"></script>`);
    }
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

const port = await new Promise((done) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});
const driver = spawn("chromedriver", [`--port=${port}`], { stdio: "ignore" });
const ask = async (method, path, body) => {
  const options = { method, body: body && JSON.stringify(body) };
  const reply = await (await fetch(`http://127.0.0.1:${port}${path}`, options)).json();
  if (reply.value?.error) {
    throw new Error(`${path}: ${reply.value.message}`);
  }
  return reply.value;
};
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const once = async (page) => {
  const profile = mkdtempSync(join(tmpdir(), "first-verdict-"));
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", `--user-data-dir=${profile}`];
  const wanted = { browserName: "chrome", pageLoadStrategy: "none", "goog:chromeOptions": { binary: "/usr/bin/chromium", args } };
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: wanted } });
  const session = `/session/${sessionId}`;
  try {
    const source = page === "certwhy" ? `${given}\n${drop}` : given;
    const cdp = { cmd: "Page.addScriptToEvaluateOnNewDocument", params: { source } };
    await ask("POST", `${session}/goog/cdp/execute`, cdp);
    await ask("POST", `${session}/url`, { url: `${origin}/${page}/` });
    for (const started = Date.now(); Date.now() - started < 60_000; await sleep(100)) {
      const found = await ask("POST", `${session}/execute/sync`, { script: "return window.verdict ?? null", args: [] });
      if (found) {
        return found;
      }
    }
    throw new Error(`${page}: no verdict`);
  } finally {
    await ask("DELETE", session).catch(() => {});
    rmSync(profile, { recursive: true, force: true });
  }
};

const result = Object.fromEntries(PAGES.map((page) => [page, { said: "", times: [] }]));
try {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ask("GET", "/status").then(({ ready }) => ready, () => false)) {
      break;
    }
    await sleep(50);
  }
  // The first round fills the caches of the system, and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const page of PAGES) {
      const { said, at } = await once(page);
      result[page].said = said;
      if (round > 0) {
        result[page].times.push(at);
      }
    }
  }
  console.log(JSON.stringify(result));
} finally {
  driver.kill();
  server.close();
}
