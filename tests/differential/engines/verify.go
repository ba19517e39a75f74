// Go's crypto/x509, asked as crypto/tls asks it.
package main

import (
	"bufio"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"strings"
	"time"
)

type scenario struct {
	Scenario, Host, Chain, Bundle string
	Time                          int64
}

type answer struct {
	Scenario string `json:"scenario"`
	Accept   bool   `json:"accept"`
	Code     string `json:"code"`
	Text     string `json:"text"`
	Depth    *int   `json:"depth"`
}

func sent(text string) (chain []*x509.Certificate, err error) {
	rest := []byte(text)
	for {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			return chain, nil
		}
		certificate, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, err
		}
		chain = append(chain, certificate)
	}
}

func ask(asked scenario) error {
	chain, err := sent(asked.Chain)
	if err != nil {
		return fmt.Errorf("tls: failed to parse certificate from server: %w", err)
	}
	roots, intermediates := x509.NewCertPool(), x509.NewCertPool()
	roots.AppendCertsFromPEM([]byte(asked.Bundle))
	for _, certificate := range chain[1:] {
		intermediates.AddCert(certificate)
	}
	_, err = chain[0].Verify(x509.VerifyOptions{
		Roots:         roots,
		Intermediates: intermediates,
		DNSName:       asked.Host,
		CurrentTime:   time.Unix(asked.Time, 0),
	})
	return err
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		var asked scenario
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		said := answer{Scenario: asked.Scenario, Accept: true}
		if err := ask(asked); err != nil {
			said.Accept, said.Code, said.Text = false, code(err), err.Error()
		}
		if err := out.Encode(said); err != nil {
			panic(err)
		}
	}
}

// The type of the error, and for an invalid certificate the reason's number.
func code(err error) string {
	if invalid, ok := err.(x509.CertificateInvalidError); ok {
		return fmt.Sprintf("CertificateInvalidError %d", invalid.Reason)
	}
	return strings.TrimPrefix(fmt.Sprintf("%T", err), "x509.")
}
