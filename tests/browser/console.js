// In Firefox itself: what pages left in its console, the policy's refusals among it, and what they logged themselves.
const own = (address) => /^(http:\/\/127\.0\.0\.1|file:|blob:)/.test(address ?? "");
const scripts = Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError && (message.innerWindowID > 0 || own(message.sourceName)))
  .map((message) => `${message.category}: ${message.errorMessage}`);
Services.console.reset();
const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
const logged = storage.getEvents()
  .filter((event) => own(event.filename))
  .map((event) => `console.${event.level}: ${event.arguments.join(" ")}`);
storage.clearEvents();
return [...scripts, ...logged];
