import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.*;
import java.util.*;
import java.util.regex.*;
import javax.net.ssl.*;

/** Java's trust manager, asked as its TLS client asks it. One line per scenario, fields as in lines.py. */
public class Verify {
    private static final CertificateFactory FACTORY = factory();

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isEmpty()) {
                System.out.println(answer(line));
            }
        }
    }

    /** How often each is asked: Java takes anchors in the order of their addresses, which is another one each time. */
    private static final int TIMES = 8;

    /** The answer; empty where it is now this and now that, since then there is none to compare with. */
    private static String answer(String line) {
        Exception refused = refusal(line);
        for (int time = 1; time < TIMES; time++) {
            if ((refusal(line) == null) != (refused == null)) {
                return "";
            }
        }
        String start = "{\"scenario\": \"" + field(line, "scenario") + "\", \"accept\": ";
        String reason = refused == null ? "" : reasons(refused);
        String text = refused == null ? "" : String.valueOf(refused.getMessage());
        return start + (refused == null) + ", \"code\": " + quoted(reason) + ", \"text\": " + quoted(text)
            + ", \"depth\": null}";
    }

    private static Exception refusal(String line) {
        try {
            ask(line);
            return null;
        } catch (Exception why) {
            return why;
        }
    }

    private static void ask(String line) throws Exception {
        List<X509Certificate> chain = certificates(field(line, "chain"));
        Set<TrustAnchor> anchors = new LinkedHashSet<>();
        for (X509Certificate root : certificates(field(line, "bundle"))) {
            anchors.add(new TrustAnchor(root, null));
        }
        if (anchors.isEmpty()) {
            throw new CertificateException("the trustAnchors parameter must be non-empty");
        }
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
        parameters.setRevocationEnabled(false);
        parameters.setDate(new Date(Long.parseLong(field(line, "time")) * 1000));
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(new CertPathTrustManagerParameters(parameters));
        X509ExtendedTrustManager manager = (X509ExtendedTrustManager) managers.getTrustManagers()[0];
        X509Certificate[] sent = chain.toArray(new X509Certificate[0]);
        String exchange = sent[0].getPublicKey().getAlgorithm().equals("RSA") ? "ECDHE_RSA" : "ECDHE_ECDSA";
        manager.checkServerTrusted(sent, exchange, new Handshake(field(line, "host")));
    }

    private static List<X509Certificate> certificates(String pem) throws CertificateException {
        List<X509Certificate> read = new ArrayList<>();
        Matcher blocks = Pattern.compile("-----BEGIN CERTIFICATE-----(.*?)-----END", Pattern.DOTALL).matcher(pem);
        while (blocks.find()) {
            byte[] der = Base64.getMimeDecoder().decode(blocks.group(1));
            read.add((X509Certificate) FACTORY.generateCertificate(new ByteArrayInputStream(der)));
        }
        return read;
    }

    /** Types and reasons of the exception and its causes. */
    private static String reasons(Throwable why) {
        StringJoiner all = new StringJoiner(" / ");
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            String reason = cause instanceof CertPathValidatorException
                ? " " + ((CertPathValidatorException) cause).getReason() : "";
            all.add(cause.getClass().getSimpleName() + reason + (cause == why ? "" : ": " + cause.getMessage()));
        }
        return all.toString();
    }

    private static String field(String line, String name) {
        Matcher found = Pattern.compile("\"" + name + "\": ?(?:\"([^\"]*)\"|(-?\\d+))").matcher(line);
        if (!found.find()) {
            throw new IllegalArgumentException(name);
        }
        return found.group(1) == null ? found.group(2) : found.group(1).replace("\\n", "\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }

    /** A handshake with this host, as far as a trust manager looks at it. */
    private static final class Handshake extends SSLEngine {
        private final SSLEngine real;
        private final SSLSession session;

        Handshake(String host) throws Exception {
            super(host, 443);
            real = SSLContext.getDefault().createSSLEngine(host, 443);
            SSLParameters parameters = real.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            real.setSSLParameters(parameters);
            real.setUseClientMode(true);
            session = new Session(host, real.getSession());
        }

        @Override public SSLSession getHandshakeSession() { return session; }
        @Override public SSLParameters getSSLParameters() { return real.getSSLParameters(); }
        @Override public SSLSession getSession() { return session; }
        @Override public SSLEngineResult wrap(ByteBuffer[] s, int o, int l, ByteBuffer d) { throw new UnsupportedOperationException(); }
        @Override public SSLEngineResult unwrap(ByteBuffer s, ByteBuffer[] d, int o, int l) { throw new UnsupportedOperationException(); }
        @Override public Runnable getDelegatedTask() { return null; }
        @Override public void closeInbound() { }
        @Override public boolean isInboundDone() { return false; }
        @Override public void closeOutbound() { }
        @Override public boolean isOutboundDone() { return false; }
        @Override public String[] getSupportedCipherSuites() { return real.getSupportedCipherSuites(); }
        @Override public String[] getEnabledCipherSuites() { return real.getEnabledCipherSuites(); }
        @Override public void setEnabledCipherSuites(String[] suites) { }
        @Override public String[] getSupportedProtocols() { return real.getSupportedProtocols(); }
        @Override public String[] getEnabledProtocols() { return real.getEnabledProtocols(); }
        @Override public void setEnabledProtocols(String[] protocols) { }
        @Override public void beginHandshake() { }
        @Override public SSLEngineResult.HandshakeStatus getHandshakeStatus() { return SSLEngineResult.HandshakeStatus.NEED_UNWRAP; }
        @Override public void setUseClientMode(boolean mode) { }
        @Override public boolean getUseClientMode() { return true; }
        @Override public void setNeedClientAuth(boolean need) { }
        @Override public boolean getNeedClientAuth() { return false; }
        @Override public void setWantClientAuth(boolean want) { }
        @Override public boolean getWantClientAuth() { return false; }
        @Override public void setEnableSessionCreation(boolean flag) { }
        @Override public boolean getEnableSessionCreation() { return true; }
    }

    /** TLS 1.2 with the signature schemes that a client of this version offers. */
    private static final class Session extends ExtendedSSLSession {
        private static final String[] SCHEMES = {
            "SHA256withECDSA", "SHA384withECDSA", "SHA512withECDSA", "Ed25519", "Ed448", "RSASSA-PSS",
            "SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "SHA224withECDSA", "SHA224withRSA",
            "SHA1withECDSA", "SHA1withRSA",
        };
        private final String host;
        private final SSLSession real;

        Session(String host, SSLSession real) {
            this.host = host;
            this.real = real;
        }

        @Override public String[] getLocalSupportedSignatureAlgorithms() { return SCHEMES.clone(); }
        @Override public String[] getPeerSupportedSignatureAlgorithms() { return SCHEMES.clone(); }
        @Override public List<SNIServerName> getRequestedServerNames() { return Collections.emptyList(); }
        @Override public List<byte[]> getStatusResponses() { return Collections.emptyList(); }
        @Override public String getProtocol() { return "TLSv1.2"; }
        @Override public String getPeerHost() { return host; }
        @Override public int getPeerPort() { return 443; }
        @Override public byte[] getId() { return real.getId(); }
        @Override public SSLSessionContext getSessionContext() { return real.getSessionContext(); }
        @Override public long getCreationTime() { return real.getCreationTime(); }
        @Override public long getLastAccessedTime() { return real.getLastAccessedTime(); }
        @Override public void invalidate() { }
        @Override public boolean isValid() { return true; }
        @Override public void putValue(String name, Object value) { }
        @Override public Object getValue(String name) { return null; }
        @Override public void removeValue(String name) { }
        @Override public String[] getValueNames() { return new String[0]; }
        @Override public java.security.cert.Certificate[] getPeerCertificates() { return new java.security.cert.Certificate[0]; }
        @Override public java.security.cert.Certificate[] getLocalCertificates() { return null; }
        @Override public java.security.Principal getPeerPrincipal() { return null; }
        @Override public java.security.Principal getLocalPrincipal() { return null; }
        @Override public String getCipherSuite() { return "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"; }
        @Override public int getPacketBufferSize() { return real.getPacketBufferSize(); }
        @Override public int getApplicationBufferSize() { return real.getApplicationBufferSize(); }
    }
}
