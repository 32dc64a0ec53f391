package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.config.Configured;
import fr.prosante.keycloak.config.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.broker.social.SocialIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.timer.TimerProvider;

/**
 * Identity provider {@value #PROVIDER_ID}. Server options, after {@code spi-social--pro-sante-connect--}:
 * {@code certificate-dir}, the directory that holds client certificates, {@code conf/pro-sante-connect} of the server unless
 * given; {@code certificate-check-seconds}, how often each of them is looked at, 60 unless given.
 */
public final class PscIdentityProviderFactory extends AbstractIdentityProviderFactory<PscIdentityProvider>
        implements SocialIdentityProviderFactory<PscIdentityProvider>, Configured {

    /** Id stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-connect";

    private static final String CERTIFICATE_DIR = "certificate-dir";
    private static final String CHECK_SECONDS = "certificate-check-seconds";
    private static final int EACH_MINUTE = 60;

    private CertificateFiles files = new CertificateFiles(defaultDirectory());
    private Duration checkEvery = Duration.ofSeconds(EACH_MINUTE);
    private MutualTlsClients clients = new MutualTlsClients(files, checkEvery);
    private final Deadline deadline = new Deadline();

    @Override
    public void init(Config.Scope scope) {
        files = new CertificateFiles(Optional.ofNullable(scope.get(CERTIFICATE_DIR))
                .map(Path::of)
                .map(path -> path.toAbsolutePath().normalize())
                .orElseGet(PscIdentityProviderFactory::defaultDirectory));
        checkEvery = Duration.ofSeconds(Math.max(1, scope.getInt(CHECK_SECONDS, EACH_MINUTE)));
        clients = new MutualTlsClients(files, checkEvery);
    }

    /** The watch begins when the database is ready. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(
                        factory,
                        session -> session.getProvider(TimerProvider.class)
                                .scheduleTask(
                                        new CertificateWatch(clients, files),
                                        checkEvery.toMillis(),
                                        "pro-sante-psc-certificates"));
            }
        });
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
