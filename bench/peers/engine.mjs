// The page's engine in WebAssembly, in Node, behind the protocol of certwhy-bench: the built script runs as it does in a worker
// of the page, and gets the page's own messages. The first argument is the folder of the built page.
import { readFileSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";

const folder = process.argv[2];
const named = (start, end) => {
  const name = readdirSync(folder).find((file) => file.startsWith(`${start}.`) && file.endsWith(`.${end}`));
  return readFileSync(join(folder, name));
};

// Short runs are repeated for so long, in microseconds.
const AT_LEAST = 10_000;

let replied;
globalThis.postMessage = (reply) => replied(reply);
globalThis.onmessage = null;
new Function(named("certwhy", "js").toString("utf8"))();
globalThis.onmessage({ data: { module: await WebAssembly.compile(named("engine", "wasm")), complete: true } });

const ask = (message) => new Promise((done) => {
  replied = done;
  globalThis.onmessage({ data: message });
});

const processor = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line);
  const [attach, explain] = job.messages.split("\0");
  await ask([attach, new Uint8Array(readFileSync(job.roots))]);
  const message = [explain, new Uint8Array(readFileSync(job.bundle)), new Uint8Array(readFileSync(job.chain))];
  const started = processor();
  let reply = await ask(message);
  let runs = 1;
  while (processor() - started < AT_LEAST) {
    reply = await ask(message);
    runs += 1;
  }
  const nanoseconds = ((processor() - started) * 1000) / runs;
  const said = reply.length === 0 ? "no answer" : "answered";
  console.log(JSON.stringify({ nanoseconds, said }));
}
