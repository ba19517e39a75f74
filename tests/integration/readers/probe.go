// What Go makes of files of certificates: one line for each file named on standard input.
package main

import (
	"bufio"
	"crypto/x509"
	"fmt"
	"os"
)

func main() {
	names := bufio.NewScanner(os.Stdin)
	for names.Scan() {
		content, err := os.ReadFile(names.Text())
		if err != nil {
			panic(err)
		}
		pool := x509.NewCertPool()
		pool.AppendCertsFromPEM(content)
		fmt.Println("distinct", len(pool.Subjects()))
	}
}
