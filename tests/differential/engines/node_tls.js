// Node's tls.connect, from 0.10 on. Standard input: what serve.py wrote.
var fs = require('fs');
var tls = require('tls');

// libfaketime reads the clock of this process from a file.
function standAt(seconds) {
  var moment = new Date(seconds * 1000).toISOString();
  fs.writeFileSync(process.env.FAKETIME_TIMESTAMP_FILE, moment.replace('T', ' ').slice(0, 19) + '\n');
}

function isAddress(host) {
  return require('net').isIP(host) !== 0;
}

function options(scenario) {
  var blocks = scenario.bundle.split(/(?=-----BEGIN CERTIFICATE-----)/);
  var options = { host: '127.0.0.1', port: scenario.port, ca: blocks.filter(Boolean), servername: scenario.host };
  if (isAddress(scenario.host) && tls.checkServerIdentity.length === 2 && !/^v0\.10/.test(process.version)) {
    // An address is no server name for TLS; the name that is compared stays.
    options.servername = '';
    options.checkServerIdentity = function (_, certificate) {
      return tls.checkServerIdentity(scenario.host, certificate);
    };
  }
  return options;
}

function ask(scenario, done) {
  var answered = false;
  function answer(accept, error) {
    if (answered) return;
    answered = true;
    var code = error ? error.code || error.message : '';
    var text = error ? error.message : '';
    console.log(JSON.stringify({ scenario: scenario.scenario, accept: accept, code: code, text: text, depth: null }));
    done();
  }
  standAt(scenario.time);
  try {
    var socket = tls.connect(options(scenario), function () {
      answer(true);
      socket.destroy();
    });
    socket.on('error', function (error) {
      // The server could not use its key, and nothing was verified: there is no answer.
      if (/handshake failure/.test(error.message)) { answered = true; done(); } else { answer(false, error); }
    });
    socket.on('close', function () { answer(false, new Error('closed')); });
  } catch (error) {
    answer(false, error);
  }
}

function all(scenarios) {
  var next = scenarios.shift();
  if (next) ask(next, function () { setImmediate(all, scenarios); });
}

var lines = fs.readFileSync(process.argv[2]).toString().split('\n').filter(Boolean);
all(lines.map(function (line) { return JSON.parse(line); }).filter(function (one) { return one.port; }));
