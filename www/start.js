// Starts the page and its worker. Everything else is in the module.
// This file and the module's glue stand together in one function, `certwhy`, from whose text the worker is made: the
// worker needs no file of its own, and one that is made later is bound by the policy that the page has by then.
const element = typeof document === "object" ? document.currentScript : null;

if (element === null) {
  let ready;
  onmessage = async ({ data }) => {
    if (data instanceof WebAssembly.Module) {
      ready = wasm_bindgen({ module_or_path: data });
      return;
    }
    await ready;
    postMessage(wasm_bindgen.serve(data));
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
    policy.content = "connect-src 'none'";
    document.head.append(policy);
  };

  const start = async () => {
    const module = await WebAssembly.compile(await asset("wasm"));
    await wasm_bindgen({ module_or_path: module });
    const source = URL.createObjectURL(new Blob([`(${certwhy})()`], { type: "text/javascript" }));
    wasm_bindgen.start(() => {
      const worker = new Worker(source);
      worker.postMessage(module);
      return worker;
    });
    const [examples, roots] = [await asset("examples"), await asset("roots")];
    seal();
    wasm_bindgen.complete(roots, examples);
    document.documentElement.dataset.state = "sealed";
  };

  start().catch((error) => {
    console.error(error);
    document.getElementById("failed").hidden = false;
  });
}
