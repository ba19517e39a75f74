// Go's crypto/x509 behind the protocol of certwhy-bench: a job on each line of standard input, an answer on each line of
// standard output. With arguments it is a program that verifies one chain: BUNDLE CHAIN HOST UNIX-TIME.
package main

import (
	"bufio"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

type job struct {
	Task, Bundle, Chain, Host string
	At                        int64
}

type done struct {
	Nanoseconds float64 `json:"nanoseconds"`
	Said        string  `json:"said"`
}

// Short runs are repeated for so long.
const atLeast = 10 * time.Millisecond

func main() {
	if len(os.Args) == 2 {
		fmt.Println(runtime.Version())
		return
	}
	if len(os.Args) == 5 {
		program(os.Args[1:])
		return
	}
	lines := bufio.NewScanner(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var asked job
		must(json.Unmarshal(lines.Bytes(), &asked))
		must(out.Encode(timed(prepare(asked))))
	}
}

func program(arguments []string) {
	at, err := strconv.ParseInt(arguments[3], 10, 64)
	must(err)
	bundle, chain := read(arguments[0]), read(arguments[1])
	fmt.Println(verify(parse(chain), pool(bundle), arguments[2], at))
}

func prepare(asked job) func() string {
	bundle := read(asked.Bundle)
	switch asked.Task {
	case "go-index":
		return func() string { return fmt.Sprintf("%d certificates", len(parse(bundle))) }
	case "go-verify":
		roots, chain := pool(bundle), parse(read(asked.Chain))
		return func() string { return verify(chain, roots, asked.Host, asked.At) }
	case "go-load-verify":
		chain := read(asked.Chain)
		return func() string { return verify(parse(chain), pool(bundle), asked.Host, asked.At) }
	}
	panic("no task is called " + asked.Task)
}

func parse(text []byte) (certificates []*x509.Certificate) {
	for {
		var block *pem.Block
		if block, text = pem.Decode(text); block == nil {
			return certificates
		}
		if certificate, err := x509.ParseCertificate(block.Bytes); err == nil {
			certificates = append(certificates, certificate)
		}
	}
}

func pool(text []byte) *x509.CertPool {
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(text)
	return roots
}

func verify(chain []*x509.Certificate, roots *x509.CertPool, host string, at int64) string {
	others := x509.NewCertPool()
	for _, certificate := range chain[1:] {
		others.AddCert(certificate)
	}
	chains, err := chain[0].Verify(x509.VerifyOptions{
		Roots:         roots,
		Intermediates: others,
		DNSName:       host,
		CurrentTime:   time.Unix(at, 0),
	})
	if err != nil {
		return fmt.Sprintf("not trusted: %.60s", err)
	}
	return fmt.Sprintf("trusted, %d paths", len(chains))
}

func timed(run func() string) done {
	started := processor()
	said, runs, took := run(), 1, time.Duration(0)
	for took = processor() - started; took < atLeast; took = processor() - started {
		said = run()
		runs++
	}
	return done{float64(took.Nanoseconds()) / float64(runs), said}
}

// The time that the processor gave to this process, collector included.
func processor() time.Duration {
	var usage syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func read(path string) []byte {
	if path == "" {
		return nil
	}
	text, err := os.ReadFile(path)
	must(err)
	return text
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
