package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.identity.UserAttributes;
import fr.prosante.keycloak.identity.core.Adeli;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.NationalIds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * An account that was found by a former identifier, or by a link of the former plugin, takes the person's identifier as
 * user name: that is what makes the database guarantee one account per person. A former ADELI number stays as an alias.
 */
final class Adoption {

    private Adoption() {}

    static void adopt(KeycloakSession session, RealmModel realm, UserModel user, PscIdentity who) {
        NationalId id = who.id();
        if (id instanceof Adeli
                || id.username().equals(user.getUsername())
                || session.users().getUserByUsername(realm, id.username()) != null) {
            return;
        }
        Optional<NationalId> former =
                NationalIds.parseOfficial(user.getUsername(), KeyCheck.TOLERANT).id();
        user.setUsername(id.username());
        former.filter(Adeli.class::isInstance).ifPresent(adeli -> {
            List<String> aliases = Stream.concat(
                            user.getAttributeStream(UserAttributes.ADELI), Stream.of(adeli.value()))
                    .distinct()
                    .toList();
            user.setAttribute(UserAttributes.ADELI, aliases);
        });
    }
}
