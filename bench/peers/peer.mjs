// node-forge and PKI.js behind the protocol of certwhy-bench, in Node. The packages stand in the folder of the first argument.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const require = createRequire(pathToFileURL(join(process.argv[2], "here.js")));
const forge = require("node-forge");
const pkijs = require("pkijs");
const asn1js = require("asn1js");

// Short runs are repeated for so long, in microseconds.
const AT_LEAST = 10_000;

const blocks = (pem) => pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
const octets = (block) => Buffer.from(block.replace(/-----[^-]+-----/g, ""), "base64");

const readers = {
  forge: (block) => forge.pki.certificateFromPem(block),
  pkijs: (block) => {
    const { result } = asn1js.fromBER(octets(block));
    return new pkijs.Certificate({ schema: result });
  },
};

const all = (pem, read) => blocks(pem).flatMap((block) => {
  try {
    return [read(block)];
  } catch {
    return [];
  }
});

const verify = {
  forge: (roots, chain, { at }) => {
    try {
      forge.pki.verifyCertificateChain(forge.pki.createCaStore(roots), chain, { validityCheckDate: new Date(at * 1000) });
      return "trusted";
    } catch (refusal) {
      return `not trusted: ${refusal.message ?? refusal.error}`.slice(0, 70);
    }
  },
  // It takes the last of the chain for the target.
  pkijs: async (roots, chain, { at }) => {
    const engine = new pkijs.CertificateChainValidationEngine({
      trustedCerts: roots,
      certs: [...chain].reverse(),
      checkDate: new Date(at * 1000),
    });
    const { result, resultMessage } = await engine.verify();
    return result ? "trusted" : `not trusted: ${resultMessage}`.slice(0, 70);
  },
};

const prepare = (job) => {
  const [side, task] = [job.task.slice(0, job.task.indexOf("-")), job.task.slice(job.task.indexOf("-") + 1)];
  const read = readers[side];
  const bundle = readFileSync(job.bundle, "latin1");
  const chain = job.chain ? readFileSync(job.chain, "latin1") : "";
  if (task === "index") {
    return () => `${all(bundle, read).length} certificates`;
  }
  if (task === "load-verify") {
    return () => verify[side](all(bundle, read), all(chain, read), job);
  }
  if (task === "verify") {
    const [roots, sent] = [all(bundle, read), all(chain, read)];
    return () => verify[side](roots, sent, job);
  }
  throw new Error(`no task is called ${job.task}`);
};

const processor = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const timed = async (run) => {
  const started = processor();
  let said = await run();
  let runs = 1;
  while (processor() - started < AT_LEAST) {
    said = await run();
    runs += 1;
  }
  return { nanoseconds: ((processor() - started) * 1000) / runs, said };
};

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await timed(prepare(JSON.parse(line)))));
}
