// Twenty megabytes are dropped and stopped, at more and more of the time that their answer takes; at last as it is drawn.
const part = T.bytes(args.roots);
const large = () => T.dropped(T.carrying([new File(Array(100).fill(part), "large.pem")]));
const shown = (id) => !document.getElementById(id).hidden;

const started = performance.now();
await T.act(large);
const whole = performance.now() - started;
await T.act(() => T.press("clear"));

const seen = [];
for (const moment of [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, "drawing"]) {
  const before = [...T.owed.keys()];
  const ended = T.ended;
  // On a machine whose pace changes, the answer may be there before.
  let answered = false;
  const isDrawing = moment === "drawing";
  const drawn = new Promise((done) => {
    // As soon as the page has drawn, in the same turn.
    T.replied = isDrawing ? () => (T.verdictOrTitle() ? done(T.press("cancel")) : undefined) : undefined;
  });
  large();
  if (isDrawing) {
    await drawn;
  } else {
    await T.until(() => shown("busy"), "the sign that the page is at work");
    await T.sleep(moment * whole);
    answered = T.verdictOrTitle() !== null;
    T.press("cancel");
  }
  T.replied = undefined;
  const workers = [...T.owed.keys()];
  const found = {
    moment,
    ended: T.ended - ended,
    alive: workers.length,
    new: workers.every((worker) => !before.includes(worker)),
    busy: shown("busy"),
    said: shown("remark"),
  };
  await T.sleep(100);
  found.late = isDrawing || answered ? null : T.verdictOrTitle();
  await T.act(() => T.press("clear"));
  T.set("host", args.host);
  T.set("at", args.at);
  const asked = performance.now();
  await T.act(() => T.drop(args.files, "body"));
  seen.push({ ...found, verdict: T.verdict(), next: Math.round(performance.now() - asked) });
  await T.act(() => T.press("clear"));
}
return seen;
