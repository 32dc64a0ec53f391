package fr.prosante.keycloak.testbed.portal;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Says in French by which means somebody came in, from the {@code amr} claim (RFC 8176). */
final class Means {
    private Means() {}

    static String of(Map<String, Object> claims) {
        Collection<?> amr = claims.get("amr") instanceof Collection<?> values ? values : List.of();
        if (amr.contains("sc")) {
            return "carte CPS";
        }
        if (amr.contains("swk")) {
            return "e-CPS, par Pro Santé Connect";
        }
        if (amr.contains("hwk")) {
            return "mot de passe et clé d’accès";
        }
        if (amr.contains("otp")) {
            return "mot de passe et code reçu par e-mail";
        }
        if (amr.contains("pwd")) {
            return "mot de passe";
        }
        return amr.isEmpty()
                ? "non indiqué"
                : "Pro Santé Connect ou autre : "
                        + String.join(", ", amr.stream().map(String::valueOf).toList());
    }
}
