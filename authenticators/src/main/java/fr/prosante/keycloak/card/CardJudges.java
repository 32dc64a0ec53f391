package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.Authorities;
import fr.prosante.keycloak.card.core.CardJudge;
import fr.prosante.keycloak.card.core.Trust;
import fr.prosante.keycloak.card.core.crl.CrlService;
import fr.prosante.keycloak.card.core.ocsp.OcspService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The judges of this node, one per set of settings, and what they share: the revocation lists, the answers of responders. */
final class CardJudges implements AutoCloseable {

    private static final int MOST = 256;

    private final Map<Key, CardJudge> judges = new ConcurrentHashMap<>();
    private final ListWatch watch = new ListWatch();
    private final CrlService lists = new CrlService(Clock.systemUTC(), watch);
    private final OcspService responders = new OcspService(Clock.systemUTC(), lists, new ResponderWatch());

    /** Settings with the state of their files: a changed file makes another judge. */
    private record Key(CardSettings settings, List<Long> files) {}

    /** @throws IOException if the files with the authorities cannot be read */
    CardJudge judge(CardSettings settings) throws IOException {
        Key key = new Key(settings, stamps(settings.anchorFiles()));
        CardJudge known = judges.get(key);
        if (known != null) {
            return known;
        }
        List<X509Certificate> authorities = authorities(settings);
        lists.know(authorities);
        CardJudge judge = new CardJudge(
                new Trust(authorities, settings.issuers()),
                settings.rules(),
                settings.revocation().of(lists.with(settings.crlUrls()), responders));
        if (judges.size() >= MOST) {
            judges.clear();
        }
        judges.put(key, judge);
        return judge;
    }

    /** What the lists of this node are like, for the console's page about the server. */
    Map<String, String> lists() {
        return ListWatch.told(lists.states());
    }

    private static List<X509Certificate> authorities(CardSettings settings) throws IOException {
        return switch (settings.anchorSet()) {
            case IGC_SANTE -> Authorities.igcSante();
            case IGC_SANTE_TEST -> withFiles(Authorities.igcSanteTest(), settings.anchorFiles());
            case FILES -> withFiles(List.of(), settings.anchorFiles());
        };
    }

    private static List<X509Certificate> withFiles(List<X509Certificate> first, List<Path> files) throws IOException {
        List<X509Certificate> all = new ArrayList<>(first);
        for (Path file : files) {
            all.addAll(Authorities.read(file));
        }
        if (all.isEmpty()) {
            throw new IOException("no authority: the set is made of files and none is given");
        }
        return all;
    }

    private static List<Long> stamps(List<Path> files) throws IOException {
        List<Long> stamps = new ArrayList<>();
        for (Path file : files) {
            stamps.add(Files.getLastModifiedTime(file).toMillis());
        }
        return stamps;
    }

    @Override
    public void close() {
        lists.close();
    }
}
