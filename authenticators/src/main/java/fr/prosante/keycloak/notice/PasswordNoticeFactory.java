package fr.prosante.keycloak.notice;

/** Event listener {@value #PROVIDER_ID}: tells a user by mail of a changed password. Naming it is the setting. */
public final class PasswordNoticeFactory implements NoticeFactory {
    /** Id, stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-password-notice";

    private final Sending sending = new Sending(PROVIDER_ID, Occasion.PASSWORD);

    @Override
    public Sending sending() {
        return sending;
    }
}
