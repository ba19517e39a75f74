import java.io.ByteArrayInputStream;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/** What Java makes of files of certificates: one line for each file named on standard input. */
public class Probe {
    public static void main(String[] arguments) throws Exception {
        var names = new BufferedReader(new InputStreamReader(System.in));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            System.out.println(read(Path.of(name)));
        }
    }

    private static String read(Path file) throws Exception {
        var factory = CertificateFactory.getInstance("X.509");
        try {
            var found = factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            return "count " + found.size();
        } catch (CertificateException refused) {
            return "error " + refused.toString().replaceAll("\\s+", " ");
        }
    }
}
