// What hostile inputs are made of in the page itself, since they are too large to be sent there; and how long the page
// stands still meanwhile.
const block = (text) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
const made = {
  junk: () => {
    const piece = new Uint8Array(1 << 20);
    for (let at = 0, seed = 1; at < piece.length; at += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      piece[at] = seed >> 16;
    }
    return Array(60).fill(piece);
  },
  "too much": () => Array(100).fill(new Uint8Array(1 << 20)),
  "false certificates": () => Array(30).fill(block("MIIB".repeat(400)).repeat(600)),
  "one line": () => [block("QUJD".repeat(2_500_000))],
  "a million lines": () => ["x\n".repeat(1_000_000)],
  "a million headers": () => ["-----BEGIN CERTIFICATE-----\n".repeat(1_000_000)],
  "deep": () => [Uint8Array.from({ length: 1_000_000 }, (_, at) => (at % 2 === 0 ? 0x30 : 0x80))],
  "deep octet strings": () => {
    const depth = 200_000;
    const octets = new Uint8Array(depth * 5);
    for (let at = 0; at < depth; at += 1) {
      octets.set([0x30, 0x83, ...[16, 8, 0].map((shift) => ((octets.length - 5 * (at + 1)) >> shift) & 255)], 5 * at);
    }
    return [octets];
  },
  "error texts": () => ["CERTIFICATE_VERIFY_FAILED for Shot 1234: unset SSL_CERT_FILE=/x; verify=False\n".repeat(200_000)],
};
const several = {
  "a thousand files": () => Array.from({ length: 1000 }, (_, at) => [block(`MIIB${at}`)]),
};
const pasted = {
  "a long text, pasted": () => block("QUJD".repeat(400)).repeat(12_000),
};

/** Watches for how long nothing else gets its turn. */
const watch = () => {
  const seen = { worst: 0, tasks: [] };
  let last = performance.now();
  let running = true;
  const beat = () => {
    const now = performance.now();
    seen.worst = Math.max(seen.worst, now - last);
    last = now;
    if (running) {
      setTimeout(beat, 0);
    }
  };
  const supported = PerformanceObserver.supportedEntryTypes.includes("longtask");
  const note = (list) => seen.tasks.push(...list.getEntries().map((entry) => entry.duration));
  const observer = new PerformanceObserver(note);
  if (supported) {
    observer.observe({ type: "longtask" });
  }
  setTimeout(beat, 0);
  return () => {
    running = false;
    note({ getEntries: () => observer.takeRecords() });
    observer.disconnect();
    // Where the browser tells which tasks were long, a thread that had to wait for a processor is none.
    return { blocked: supported ? Math.max(0, ...seen.tasks) : seen.worst, gap: seen.worst };
  };
};

const inputs = () => {
  if (T.attacked.length > 0) {
    return T.attacked.map(({ name, bytes }) => new File([T.bytes(bytes)], name));
  }
  const parts = several[args.name]?.() ?? [made[args.name]()];
  return parts.map((part, at) => new File(part, `hostile${at}.pem`));
};
const act = pasted[args.name] === undefined
  ? ((data) => () => T.dropped(data))(T.carrying(inputs()))
  : ((event) => () => document.body.dispatchEvent(event))(T.pasting(pasted[args.name]()));
await T.sleep(100);
const idle = watch();
await T.sleep(300);
const quiet = idle();

const shown = (id) => !document.getElementById(id).hidden;
const cards = () => T.cards("chain").length + T.cards("bundle").length + T.cards("error").length;
const stop = watch();
const started = performance.now();
act();
const any = () => shown("busy") || shown("remark") || shown("answer") || cards() > 0;
await T.until(any, "a sign that something was dropped");
const sign = performance.now() - started;
const settled = () => T.posted > 0 && [...T.owed.values()].every((count) => count === 0) && !shown("busy") && T.isWhole();
let outcome = "answered";
while (!settled()) {
  if (performance.now() - started > args.patience) {
    outcome = "cancelled";
    T.press("cancel");
    break;
  }
  await T.sleep(5);
}
const took = performance.now() - started;
await T.sleep(50);
const blocked = stop();

// Whatever became of it, the page is as new within a second.
const again = watch();
const cleared = performance.now();
T.press("clear");
await T.until(() => [...T.owed.values()].every((count) => count === 0), "a fresh worker");
const fresh = performance.now() - cleared;
await T.sleep(50);
return { outcome, sign, took, fresh, quiet, blocked, clearing: again(), left: T.verdict() };
