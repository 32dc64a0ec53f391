package fr.prosante.keycloak.card.core.crl;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Heap and time of loading a list, verified: ours and the JDK's in turn, medians. Run it alone in a JVM. */
final class ListLoad {

    private static final int ROUNDS = 3;

    private ListLoad() {}

    static void run(int entries, String suffix) throws Exception {
        BenchPki pki = new BenchPki();
        byte[] der = pki.list(false, entries);
        Path file = Files.write(Files.createTempFile("bench", ".crl"), der);
        List<Double> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        List<Double> oursHeap = new ArrayList<>();
        List<Double> peerHeap = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            measure(() -> ours(file, pki), ours, oursHeap);
            measure(() -> peer(file, pki), peer, peerHeap);
        }
        Files.delete(file);
        result("crl-heap" + suffix, median(oursHeap), median(peerHeap), "MB");
        result("crl-load" + suffix, median(ours), median(peer), "s");
    }

    private static Object ours(Path file, BenchPki pki) throws Exception {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer der = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return CrlParser.parse(der, List.of(pki.root, pki.persons), Instant.now());
        }
    }

    private static Object peer(Path file, BenchPki pki) throws Exception {
        X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(Files.readAllBytes(file)));
        crl.verify(pki.persons.getPublicKey());
        return crl;
    }

    private static void measure(Callable<Object> load, List<Double> seconds, List<Double> megabytes) throws Exception {
        long before = used();
        long start = System.nanoTime();
        Object kept = load.call();
        seconds.add((System.nanoTime() - start) / 1e9);
        megabytes.add((used() - before) / 1e6);
        if (kept.hashCode() == 42) {
            System.out.println();
        }
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    static void result(String figure, double ours, double peer, String unit) {
        System.out.printf(
                Locale.ROOT, "RESULT %s ours=%.4g peer=%.4g ratio=%.4g unit=%s%n", figure, ours, peer, ours / peer, unit);
    }
}
