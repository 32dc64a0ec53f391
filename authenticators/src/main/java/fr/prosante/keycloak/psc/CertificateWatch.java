package fr.prosante.keycloak.psc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/** Looks at the client certificate of every instance now and then, also while nobody logs in. */
final class CertificateWatch implements ScheduledTask {

    private final MutualTlsClients clients;
    private final CertificateFiles files;

    CertificateWatch(MutualTlsClients clients, CertificateFiles files) {
        this.clients = clients;
        this.files = files;
    }

    @Override
    public void run(KeycloakSession session) {
        // Read first: what appears meanwhile is not gone.
        Set<InstanceCertificate> gone = new HashSet<>(clients.known());
        List<String> realms =
                session.realms().getRealmsStream().map(RealmModel::getId).toList();
        // A session each: Keycloak's vault is the one of the realm that asks it first.
        realms.forEach(id -> KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
            RealmModel realm = own.realms().getRealm(id);
            if (realm != null) {
                own.getContext().setRealm(realm);
                check(own).forEach(gone::remove);
            }
        }));
        clients.forget(gone);
    }

    private List<InstanceCertificate> check(KeycloakSession session) {
        List<InstanceCertificate> certificates = session.identityProviders()
                .getAllStream(IdentityProviderQuery.userAuthentication())
                .filter(model -> PscIdentityProviderFactory.PROVIDER_ID.equals(model.getProviderId()))
                .filter(IdentityProviderModel::isEnabled)
                .flatMap(model -> InstanceCertificate.of(session, new PscConfig(model, files)).stream())
                .toList();
        certificates.forEach(certificate -> clients.check(session, certificate));
        return certificates;
    }
}
