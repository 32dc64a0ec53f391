package fr.prosante.keycloak.notice;

/** Event listener {@value #PROVIDER_ID}: tells a user by mail of each session that begins. Naming it is the setting. */
public final class LoginNoticeFactory extends NoticeFactory {
    /** Id, stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-login-notice";

    public LoginNoticeFactory() {
        super(PROVIDER_ID, Occasion.LOGIN);
    }
}
