package fr.prosante.keycloak.notice;

/** Event listener {@value #PROVIDER_ID}: tells a user by mail of each session that begins. Naming it is the setting. */
public final class LoginNoticeFactory implements NoticeFactory {
    /** Id, stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-login-notice";

    private final Sending sending = new Sending(PROVIDER_ID, Occasion.LOGIN);

    @Override
    public Sending sending() {
        return sending;
    }
}
