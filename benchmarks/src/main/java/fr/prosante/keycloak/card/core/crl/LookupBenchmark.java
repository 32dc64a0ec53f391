package fr.prosante.keycloak.card.core.crl;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Looking a serial number up: half of them revoked, in random order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class LookupBenchmark {

    private static final int ASKED = 1 << 12;

    @Param({"1000000", "100000"})
    public int entries;

    private SerialSet ours = SerialSet.of(new long[0], 0, java.util.Set.of());
    private java.util.Optional<X509CRL> peer = java.util.Optional.empty();
    private final BigInteger[] asked = new BigInteger[ASKED];
    private int next;

    @Setup
    public void load() throws Exception {
        BenchPki pki = new BenchPki();
        byte[] der = pki.list(false, entries);
        ours = CrlParser.parse(ByteBuffer.wrap(der), List.of(pki.persons), Instant.now())
                .serials();
        peer = java.util.Optional.of(
                (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der)));
        Random present = new Random(entries);
        Random absent = new Random(7);
        for (int i = 0; i < ASKED; i++) {
            BigInteger revoked = new BigInteger(127, present);
            asked[i] = i % 2 == 0 ? revoked : new BigInteger(127, absent);
        }
    }

    @Benchmark
    public boolean ours() {
        next = (next + 1) & (ASKED - 1);
        return ours.contains(asked[next]);
    }

    @Benchmark
    public boolean peer() {
        next = (next + 1) & (ASKED - 1);
        return peer.orElseThrow().getRevokedCertificate(asked[next]) != null;
    }
}
