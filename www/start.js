// Starts the page and its worker. Everything else is in two modules: `page` holds the elements and can give a verdict;
// `engine`, which is larger and comes later, explains it.
// This file and the glue of both modules stand together in one function, `certwhy`, from whose text the worker is made:
// the worker needs no file of its own, and one that is made later is bound by the policy that the page has by then.
const element = typeof document === "object" ? document.currentScript : null;

if (element === null) {
  let ready;
  let serve;
  let last = Promise.resolve();
  const whole = async (part) => {
    if (typeof part === "string") {
      return new TextEncoder().encode(part);
    }
    return part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : part;
  };
  onmessage = ({ data }) => {
    if (data.module) {
      const half = data.complete ? engine : page;
      ready = half({ module_or_path: data.module });
      serve = (message) => (data.complete ? engine.serve(message) : page.verdict(message));
      return;
    }
    // One after the other, though large files are read here.
    last = last.then(async () => {
      let reply = [];
      try {
        await ready;
        const [request, ...parts] = data;
        reply = serve([request, ...await Promise.all(parts.map(whole))]);
      } catch (error) {
        console.error(error);
      }
      // Handed over, not copied: the page would stand still meanwhile.
      postMessage(reply, reply.slice(1).map((part) => part.buffer));
    });
  };
} else {
  // In the single file the assets are elements; otherwise they are files beside the page.
  const asset = async (name) => {
    const inline = document.getElementById(`certwhy-${name}`);
    if (inline !== null) {
      return Uint8Array.from(atob(inline.textContent.trim()), (letter) => letter.charCodeAt(0));
    }
    const response = await fetch(element.dataset[name]);
    if (!response.ok) {
      throw new Error(`${response.status} ${name}`);
    }
    return new Uint8Array(await response.arrayBuffer());
  };

  const seal = () => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    // Whatever loads is a request, a script that is imported too. The worker and its module need their rights again.
    policy.content =
      "default-src 'none'; script-src 'wasm-unsafe-eval'; img-src data:; worker-src blob:";
    document.head.append(policy);
  };

  // What comes next would take the processor from a first verdict; a question that takes longer does not wait for it.
  const calm = async () => {
    const limit = performance.now() + 1000;
    do {
      await new Promise((done) => setTimeout(done, 50));
    } while (page.is_asked() && performance.now() < limit);
  };

  const start = async () => {
    let message = { module: await WebAssembly.compile(await asset("page")), complete: false };
    await page({ module_or_path: message.module });
    const source = URL.createObjectURL(new Blob([`(${certwhy})()`], { type: "text/javascript" }));
    page.start(() => {
      const worker = new Worker(source);
      worker.postMessage(message);
      return worker;
    });
    await calm();
    const module = await WebAssembly.compile(await asset("engine"));
    const examples = await asset("examples");
    const roots = await asset("roots");
    seal();
    message = { module, complete: true };
    page.complete(roots, new TextDecoder().decode(examples));
    document.documentElement.dataset.state = "sealed";
  };

  start().catch((error) => {
    console.error(error);
    document.getElementById("failed").hidden = false;
  });
}
