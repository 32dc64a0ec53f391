package fr.prosante.keycloak.testbed.psc;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** People, services, and everything that is under way at the simulator. */
final class Register {

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(2);

    private final SecureRandom random = new SecureRandom();
    private final List<FictivePerson> people = new CopyOnWriteArrayList<>();
    private final Map<String, PscClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> requests = new ConcurrentHashMap<>();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> tokens = new ConcurrentHashMap<>();
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();

    /** A session of a person at the simulator, shared by all the services open on the workstation. */
    record Visit(String id, FictivePerson person, String authMode) {}

    void add(FictivePerson person) {
        people.removeIf(known -> known.idNat().equals(person.idNat()));
        people.add(person);
    }

    List<FictivePerson> people() {
        return List.copyOf(people);
    }

    Optional<FictivePerson> person(String idNat) {
        return people.stream().filter(person -> person.idNat().equals(idNat)).findFirst();
    }

    void add(PscClient client) {
        clients.put(client.clientId(), client);
    }

    Optional<PscClient> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    String keep(Map<String, String> request) {
        String id = handle();
        requests.put(id, request);
        return id;
    }

    Optional<Map<String, String>> request(String id) {
        return Optional.ofNullable(requests.get(id));
    }

    Visit begin(FictivePerson person, String authMode) {
        Visit visit = new Visit(handle(), person, authMode);
        visits.put(visit.id(), visit);
        return visit;
    }

    Optional<Visit> visit(String id) {
        return Optional.ofNullable(visits.get(id));
    }

    void end(String visitId) {
        visits.remove(visitId);
    }

    String code(Grant grant) {
        String code = handle();
        codes.put(code, grant);
        return code;
    }

    /** Once only. */
    Optional<Grant> redeem(String code, Instant now) {
        return Optional.ofNullable(codes.remove(code))
                .filter(grant -> now.isBefore(grant.at().plus(CODE_LIFE)));
    }

    void keep(String token, Grant grant) {
        tokens.put(token, grant);
    }

    Optional<Grant> grantOf(String token, Instant now) {
        return Optional.ofNullable(tokens.get(token))
                .filter(grant -> now.isBefore(grant.at().plus(TOKEN_LIFE)));
    }

    String handle() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
