package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.identity.ProfessionalAccounts;
import fr.prosante.keycloak.identity.UserAttributes;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.NationalIds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Which account belongs to a person: by national identifier, never by e-mail or name; and never two at once. */
final class PscLinks {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PscConfig config;
    private final ProfessionalAccounts accounts;

    PscLinks(KeycloakSession session, RealmModel realm, PscConfig config) {
        this.session = session;
        this.realm = realm;
        this.config = config;
        this.accounts = new ProfessionalAccounts(session, realm);
    }

    /**
     * The account of a person who is not linked yet: by any of the national identifiers, else by a link that the former
     * plugin made.
     */
    Optional<UserModel> find(BrokeredIdentityContext context) {
        PscIdentity who = PscIdentity.readFrom(context);
        return byNumber(who).or(() -> bySubject(who));
    }

    /** A link or a session of somebody else must not be taken over, nor give its account away. */
    void requireConsistent(BrokeredIdentityContext context) {
        PscIdentity who = PscIdentity.readFrom(context);
        Optional<UserModel> owner = byNumber(who);
        Optional<UserModel> linked = linked(config.getAlias(), who.id().value());
        // Once there is a link by number nothing looks at the former one any more.
        Optional<UserModel> former = linked.isPresent() ? Optional.empty() : bySubject(who);
        List<UserModel> byLink =
                Stream.of(linked, former).flatMap(Optional::stream).toList();
        Stream.concat(byLink.stream(), alreadyHere(context).stream())
                .filter(user -> !isAccountOf(user, who, owner, byLink))
                .findFirst()
                .ifPresent(stranger -> {
                    throw new PscRefused(PscRefusal.LINKED_TO_ANOTHER);
                });
    }

    /** An existing link of this account to another identifier of the same person, or made by {@code sub}: replaced. */
    boolean hasFormerLink(UserModel user, PscIdentity who) {
        return Optional.ofNullable(session.users().getFederatedIdentity(realm, user, config.getAlias()))
                .filter(link -> !link.getUserId().equals(who.id().value()))
                .isPresent();
    }

    private Optional<UserModel> byNumber(PscIdentity who) {
        return who.ids().ids().stream()
                .flatMap(id -> accounts.find(id).stream())
                .findFirst();
    }

    private Optional<UserModel> bySubject(PscIdentity who) {
        return who.person().subject().flatMap(subject -> linked(config.legacyAlias(), subject));
    }

    private Optional<UserModel> linked(String alias, String id) {
        return Optional.ofNullable(
                session.users().getUserByFederatedIdentity(realm, new FederatedIdentityModel(alias, id, null)));
    }

    /** Who is logged in already and links Pro Santé Connect from the account console. */
    private static Optional<UserModel> alreadyHere(BrokeredIdentityContext context) {
        return Optional.ofNullable(context.getAuthenticationSession())
                .flatMap(authSession -> Optional.ofNullable(authSession.getAuthenticatedUser()));
    }

    private static boolean isAccountOf(
            UserModel user, PscIdentity who, Optional<UserModel> owner, List<UserModel> byLink) {
        if (owner.isPresent()) {
            return isSame(owner.get(), user);
        }
        Optional<NationalId> number = Stream.of(user.getFirstAttribute(UserAttributes.NATIONAL_ID), user.getUsername())
                .flatMap(Stream::ofNullable)
                .flatMap(text -> NationalIds.parseOfficial(text, KeyCheck.TOLERANT).id().stream())
                .findFirst();
        // An account without a number is this person's if a link says so: the former plugin made such. Else it may be
        // anybody's.
        return number.map(id -> who.ids().ids().contains(id))
                .orElseGet(() -> byLink.stream().anyMatch(linked -> isSame(linked, user)));
    }

    private static boolean isSame(UserModel one, UserModel other) {
        return one.getId().equals(other.getId());
    }
}
