package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.Professional;
import fr.prosante.keycloak.identity.core.Structure;
import fr.prosante.keycloak.proof.Method;
import fr.prosante.keycloak.proof.StrongProof;
import fr.prosante.keycloak.psc.core.Means;
import fr.prosante.keycloak.psc.core.NationalIdChoice;
import fr.prosante.keycloak.psc.core.Practice;
import fr.prosante.keycloak.psc.core.PscPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.util.JsonSerialization;

/**
 * Who came by Pro Santé Connect, as it travels with Keycloak's brokered identity from the callback to the end of the
 * login, through the flow of the first login if there is one.
 */
record PscIdentity(
        PscPerson person,
        NationalIdChoice ids,
        Means means,
        Optional<String> authMode,
        Optional<String> acr,
        Instant provedAt) {

    private static final String PERSON = "pro-sante.psc.person";
    private static final String AUTH_MODE = "pro-sante.psc.authMode";
    private static final String ACR = "pro-sante.psc.acr";
    private static final String PROVED_AT = "pro-sante.psc.provedAt";

    static PscIdentity of(
            PscPerson person, NationalIdChoice ids, Optional<String> authMode, Optional<String> acr, Instant provedAt) {
        return new PscIdentity(person, ids, Means.of(authMode), authMode, acr, provedAt);
    }

    NationalId id() {
        return ids.main().orElseThrow();
    }

    void writeTo(BrokeredIdentityContext context) {
        Map<String, Object> data = context.getContextData();
        data.put(PERSON, json(person.toClaims()));
        data.put(PROVED_AT, Long.toString(provedAt.getEpochSecond()));
        authMode.ifPresent(value -> data.put(AUTH_MODE, value));
        acr.ifPresent(value -> data.put(ACR, value));
    }

    static PscIdentity readFrom(BrokeredIdentityContext context) {
        Map<String, Object> data = context.getContextData();
        try {
            PscPerson person = PscPerson.read(JsonSerialization.readValue(String.valueOf(data.get(PERSON)), Map.class));
            return of(
                    person,
                    NationalIdChoice.of(person, keyCheck(context)),
                    text(data, AUTH_MODE),
                    text(data, ACR),
                    Instant.ofEpochSecond(Long.parseLong(String.valueOf(data.get(PROVED_AT)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Did this brokered identity come from {@code pro-sante-connect}? */
    static boolean isIn(BrokeredIdentityContext context) {
        return context.getContextData().containsKey(PERSON);
    }

    /** @param practice the one that the person works at now, if known */
    StrongProof proof(Optional<Practice> practice) {
        Map<String, String> evidence = new HashMap<>();
        authMode.ifPresent(value -> evidence.put("authMode", value));
        acr.ifPresent(value -> evidence.put("acr", value));
        return new StrongProof(Method.PSC, professional(practice), provedAt, evidence);
    }

    private Professional professional(Optional<Practice> practice) {
        Optional<String> profession =
                practice.or(() -> person.practices().stream().findFirst()).flatMap(Practice::professionCode);
        return new Professional(
                id(),
                person.displayedFamilyName(profession),
                person.displayedGivenName(profession),
                profession,
                person.savoirFaire(profession),
                practice.flatMap(PscIdentity::structure),
                profession.isPresent() ? Optional.empty() : person.training());
    }

    private static Optional<Structure> structure(Practice practice) {
        return practice.structureId().isEmpty() && practice.name().isEmpty()
                ? Optional.empty()
                : Optional.of(new Structure(practice.structureId(), practice.name()));
    }

    private static KeyCheck keyCheck(BrokeredIdentityContext context) {
        return PscOptions.KEY_CHECK.value(context.getIdpConfig().getConfig());
    }

    private static Optional<String> text(Map<String, Object> data, String key) {
        return Optional.ofNullable(data.get(key)).map(Object::toString);
    }

    private static String json(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Practice> practices() {
        return person.practices();
    }
}
