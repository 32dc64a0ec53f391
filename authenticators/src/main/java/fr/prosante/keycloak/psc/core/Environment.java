package fr.prosante.keycloak.psc.core;

/**
 * The two environments of Pro Santé Connect (ANS, keycloak-prosanteconnect, {@code psc.properties}) and the custom one,
 * whose addresses are settings. Only the authorization endpoint lives on the wallet's host.
 */
public enum Environment {
    PRODUCTION("https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet", "https://wallet.esw.esante.gouv.fr/auth"),
    SANDBOX(
            "https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet",
            "https://wallet.bas.psc.esante.gouv.fr/auth"),
    CUSTOM("", "");

    private final String issuer;
    private final String authorizationUrl;

    Environment(String issuer, String authorizationUrl) {
        this.issuer = issuer;
        this.authorizationUrl = authorizationUrl;
    }

    public Endpoints endpoints() {
        String protocol = issuer + "/protocol/openid-connect/";
        return new Endpoints(
                issuer,
                authorizationUrl,
                protocol + "token",
                protocol + "userinfo",
                protocol + "certs",
                protocol + "logout");
    }

    /** Addresses of an OpenID provider. */
    public record Endpoints(
            String issuer, String authorization, String token, String userinfo, String keys, String logout) {}
}
