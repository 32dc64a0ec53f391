package fr.prosante.keycloak.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.core.Revocation;
import fr.prosante.keycloak.card.core.Revocation.Status;
import fr.prosante.keycloak.card.testing.TestAuthority;
import java.security.cert.X509Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RevocationModeTest {

    private static final X509Certificate ANY = TestAuthority.root("RACINE").certificate();

    @ParameterizedTest
    @CsvSource({
        // mode, what the lists say, what the responder says, what is believed
        "CRL, GOOD, REVOKED, GOOD",
        "CRL, CANNOT_TELL, GOOD, CANNOT_TELL",
        "CRL_THEN_OCSP, GOOD, REVOKED, GOOD",
        "CRL_THEN_OCSP, REVOKED, GOOD, REVOKED",
        "CRL_THEN_OCSP, CANNOT_TELL, GOOD, GOOD",
        "CRL_THEN_OCSP, CANNOT_TELL, REVOKED, REVOKED",
        "CRL_THEN_OCSP, NOT_YET, GOOD, NOT_YET",
        "CRL_THEN_OCSP, CANNOT_TELL, NOT_YET, NOT_YET",
        "CRL_THEN_OCSP, CANNOT_TELL, CANNOT_TELL, CANNOT_TELL",
        "OCSP_THEN_CRL, GOOD, REVOKED, REVOKED",
        "OCSP_THEN_CRL, REVOKED, GOOD, GOOD",
        "OCSP_THEN_CRL, GOOD, CANNOT_TELL, GOOD",
        "OCSP_THEN_CRL, GOOD, NOT_YET, NOT_YET",
        "OFF, REVOKED, REVOKED, CANNOT_TELL",
    })
    void asksInTheOrderThatTheAdministratorChose(RevocationMode mode, Status lists, Status responder, Status believed) {
        assertThat(mode.of(saying(lists), saying(responder)).status(ANY, ANY, TestAuthority.NOW))
                .isEqualTo(believed);
    }

    private static Revocation saying(Status status) {
        return (certificate, issuer, now) -> status;
    }
}
