package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.config.Configured;
import fr.prosante.keycloak.config.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.broker.social.SocialIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Identity provider {@value #PROVIDER_ID}. Server option {@code spi-social--pro-sante-connect--certificate-dir}: the
 * directory that holds client certificates, {@code conf/pro-sante-connect} of the server unless given.
 */
public final class PscIdentityProviderFactory extends AbstractIdentityProviderFactory<PscIdentityProvider>
        implements SocialIdentityProviderFactory<PscIdentityProvider>, Configured {

    /** Id stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-connect";

    private static final String CERTIFICATE_DIR = "certificate-dir";

    private CertificateFiles files = new CertificateFiles(defaultDirectory());
    private MutualTlsClients clients = new MutualTlsClients(files);
    private final Deadline deadline = new Deadline();

    @Override
    public void init(Config.Scope scope) {
        files = new CertificateFiles(Optional.ofNullable(scope.get(CERTIFICATE_DIR))
                .map(Path::of)
                .map(path -> path.toAbsolutePath().normalize())
                .orElseGet(PscIdentityProviderFactory::defaultDirectory));
        clients = new MutualTlsClients(files);
    }

    private static Path defaultDirectory() {
        return Path.of(System.getProperty("kc.home.dir", "."), "conf", PROVIDER_ID)
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public String getName() {
        return "Pro Santé Connect";
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public PscIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
        return new PscIdentityProvider(session, new PscConfig(model, files), clients, deadline);
    }

    @Override
    public PscConfig createConfig() {
        return new PscConfig(files);
    }

    @Override
    public List<Option<?>> options() {
        return PscOptions.all();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return configProperties();
    }

    @Override
    public void close() {
        clients.close();
        deadline.close();
    }
}
