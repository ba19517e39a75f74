// What the tests do in the page, as `T`. Events are made as a browser makes them; an answer counts as there when the
// worker owes none.
const T = { posted: 0, ended: 0, owed: new Map(), violations: [], saved: [] };
window.T = T;

addEventListener("securitypolicyviolation", (event) => {
  T.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
});

const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  if (Array.isArray(message)) {
    if (!T.owed.has(this)) {
      this.addEventListener("message", () => {
        T.owed.set(this, T.owed.get(this) - 1);
        T.replied?.();
      });
    }
    T.owed.set(this, (T.owed.get(this) ?? 0) + 1);
    T.posted += 1;
    T.sent?.(message);
  }
  return post.call(this, message, ...rest);
};
const terminate = Worker.prototype.terminate;
Worker.prototype.terminate = function () {
  T.owed.delete(this);
  T.ended += 1;
  return terminate.call(this);
};

const make = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  T.blob = blob;
  return make.call(URL, blob);
};
const click = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  if (!this.download) {
    return click.call(this);
  }
  T.saved.push({ name: this.download, blob: T.blob });
  return T.quiet ? undefined : click.call(this);
};

T.sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

T.until = async (test, what) => {
  const limit = performance.now() + 60000;
  for (;;) {
    const found = test();
    if (found) {
      return found;
    }
    if (performance.now() > limit) {
      throw new Error(`never: ${what}`);
    }
    await T.sleep(2);
  }
};

/** Whether all pieces of an answer are there. */
T.isWhole = () => document.querySelector(".cw-piece:empty") === null;

/** Does something that the page asks its worker about, and waits for the last reply. */
T.act = async (doing) => {
  const before = T.posted;
  const value = await doing();
  const settled = () => T.posted > before && [...T.owed.values()].every((count) => count === 0) && T.isWhole();
  await T.until(settled, `an answer to ${doing}`);
  return value;
};

T.bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
T.base64 = async (blob) => {
  let text = "";
  for (const octet of new Uint8Array(await blob.arrayBuffer())) {
    text += String.fromCharCode(octet);
  }
  return btoa(text);
};

T.carrying = (files) => {
  const data = new DataTransfer();
  files.forEach((file) => data.items.add(file));
  return data;
};
T.transfer = (files) => T.carrying(files.map(({ name, bytes }) => new File([T.bytes(bytes)], name)));

/** Drops what is carried anywhere. */
T.dropped = (data) =>
  document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));

T.drop = (files, selector) => {
  const options = { bubbles: true, cancelable: true, dataTransfer: T.transfer(files) };
  const target = document.querySelector(selector);
  const over = new DragEvent("dragover", options);
  target.dispatchEvent(over);
  const drop = new DragEvent("drop", options);
  target.dispatchEvent(drop);
  if (!over.defaultPrevented || !drop.defaultPrevented) {
    throw new Error("the browser would open the files");
  }
};

T.pasting = (text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const options = { bubbles: true, cancelable: true };
  let event = new ClipboardEvent("paste", { ...options, clipboardData: data });
  if (event.clipboardData?.getData("text/plain") !== text) {
    // Firefox knows other members.
    event = new ClipboardEvent("paste", { ...options, dataType: "text/plain", data: text });
  }
  return event;
};
T.paste = (text, selector) => document.querySelector(selector).dispatchEvent(T.pasting(text));

T.press = (action) => {
  const button = document.querySelector(`[data-do="${action}"]`);
  if (button === null) {
    throw new Error(`no ${action}`);
  }
  button.click();
};

/** Saves a file, and returns it without leaving it to the browser when `T.quiet`. */
T.save = async (what) => {
  T.saved.length = 0;
  await T.act(() => T.press(`download:${what}`));
  if (T.saved.length !== 1) {
    throw new Error(`${what}: ${T.saved.length} files were saved`);
  }
  return T.saved[0];
};

T.cards = (place) => [...document.querySelectorAll(`#cards-${place} > li`)].map((card) => card.textContent);

T.verdict = () => {
  const classes = document.querySelector("#answer .cw-verdict")?.classList ?? [];
  return [...classes].find((name) => name !== "cw-verdict")?.replace(/^cw-/, "") ?? null;
};

/** What the answer shows first, if there is one. */
T.verdictOrTitle = () => T.verdict() ?? document.querySelector("#answer h2")?.textContent ?? null;

T.set = (id, value) => { document.getElementById(id).value = value; };

/** How many things the browser has fetched; what is made in the page itself is not. */
T.entries = () => performance.getEntriesByType("resource").filter(({ name }) => !/^(blob|data):/.test(name)).length;
T.loaded = T.entries();
