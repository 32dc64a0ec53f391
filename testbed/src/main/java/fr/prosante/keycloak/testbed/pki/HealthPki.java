package fr.prosante.keycloak.testbed.pki;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An imitation of IGC-Santé under {@code O=IMITATION}: a root and a « PERSONNES » intermediate per grade, the same under
 * {@code O=ETRANGERE} for cards of a stranger, and the CA of the TLS servers.
 */
public final class HealthPki {
    private final KeyVault keys;
    private final Map<Grade, CertificateAuthority> roots = new EnumMap<>(Grade.class);
    private final Map<Grade, CertificateAuthority> persons = new EnumMap<>(Grade.class);
    private final CertificateAuthority foreignRoot;
    private final CertificateAuthority foreignPersons;
    private final ServerAuthority servers;
    private final Leaf localhost;

    private HealthPki(KeyVault keys, URI base) {
        this.keys = keys;
        CertificateFactory factory = new CertificateFactory("IMITATION", keys, base);
        for (Grade grade : Grade.values()) {
            CertificateAuthority root = factory.root("IMITATION AC RACINE " + grade, "ACR-" + grade.code());
            roots.put(grade, root);
            persons.put(
                    grade,
                    factory.intermediate(root, "IMITATION AC " + grade + " PERSONNES", "ACI-" + grade.code() + "-PP"));
        }
        CertificateFactory stranger = new CertificateFactory("ETRANGERE", keys, base);
        this.foreignRoot = stranger.root("ETRANGERE AC RACINE", "ACR-ETRANGERE");
        this.foreignPersons = stranger.intermediate(foreignRoot, "ETRANGERE AC PERSONNES", "ACI-ETRANGERE");
        this.servers = new ServerAuthority(keys);
        this.localhost = servers.localhost(keys);
    }

    /**
     * @param keyFolder where key pairs are kept from one start to the next
     * @param base http address where lists and certificates will be published, with a slash at its end
     */
    public static HealthPki open(Path keyFolder, URI base) {
        KeyVault keys = new KeyVault(keyFolder);
        keys.prepare(Stream.of("FO", "ST", "EL")
                .flatMap(code -> Stream.of("imitation-ACR-" + code, "imitation-ACI-" + code + "-PP"))
                .toList());
        return new HealthPki(keys, base);
    }

    public CertificateAuthority root(Grade grade) {
        return authority(roots, grade);
    }

    /** The issuer of certificates of persons. */
    public CertificateAuthority persons(Grade grade) {
        return authority(persons, grade);
    }

    public CertificateAuthority foreignRoot() {
        return foreignRoot;
    }

    public CertificateAuthority foreignPersons() {
        return foreignPersons;
    }

    /** Every CA that publishes a list. */
    public List<CertificateAuthority> authorities() {
        List<CertificateAuthority> all = new ArrayList<>(roots.values());
        all.addAll(persons.values());
        all.add(foreignRoot);
        all.add(foreignPersons);
        return all;
    }

    /** What a realm that takes cards (FORT, STANDARD) and no software keys trusts: intermediates and roots. */
    public List<X509Certificate> anchors() {
        return Stream.of(Grade.FORT, Grade.STANDARD)
                .flatMap(grade -> persons(grade).path().stream())
                .toList();
    }

    /** Writes {@link #anchors()} as one PEM file. */
    public Path writeAnchors(Path file) {
        return Pem.write(file, Pem.certificates(anchors()));
    }

    /** The CA that a browser must trust to open the pages. */
    public X509Certificate serverCa() {
        return servers.certificate();
    }

    /** Certificate and key of {@code localhost}, {@code 127.0.0.1}, {@code ::1} and {@code *.carte.localhost}. */
    public Leaf localhost() {
        return localhost;
    }

    /** Makes the key pairs of leaves ahead, in parallel. */
    public void prepareKeys(Collection<String> keyNames) {
        keys.prepare(keyNames.stream().map(name -> "imitation-card-" + name).toList());
    }

    private static CertificateAuthority authority(Map<Grade, CertificateAuthority> map, Grade grade) {
        CertificateAuthority authority = map.get(grade);
        if (authority == null) {
            throw new IllegalArgumentException("No authority of grade " + grade);
        }
        return authority;
    }
}
