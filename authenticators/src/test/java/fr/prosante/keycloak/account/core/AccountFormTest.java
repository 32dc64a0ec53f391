package fr.prosante.keycloak.account.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountFormTest {

    private static final AskedNames NONE = new AskedNames(false, false);

    @Test
    void completeFormHasNoProblem() {
        assertThat(read(Map.of()).problems(NONE)).isEmpty();
    }

    @Test
    void emptyFormTellsEveryFieldOnce() {
        AccountForm empty = AccountForm.read(field -> Optional.empty());

        assertThat(empty.problems(new AskedNames(true, true)))
                .extracting(FieldProblem::field)
                .containsExactly(
                        AccountForm.FAMILY_NAME,
                        AccountForm.GIVEN_NAME,
                        AccountForm.EMAIL,
                        AccountForm.PASSWORD,
                        Address.STREET,
                        Address.POSTAL_CODE,
                        Address.LOCALITY);
    }

    @Test
    void namesOfTheProofAreNotAsked() {
        assertThat(read(Map.of(AccountForm.FAMILY_NAME, "", AccountForm.GIVEN_NAME, ""))
                        .problems(NONE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "email, alice, email, proSanteAccountEmailShape",
        "email, alice@exemple, email, proSanteAccountEmailShape",
        "email, a b@exemple.fr, email, proSanteAccountEmailShape",
        "email, alice@exemple..fr, email, proSanteAccountEmailShape",
        "email-confirm, bob@exemple.fr, email-confirm, proSanteAccountEmailDiffers",
        "password-confirm, other, password-confirm, proSanteAccountPasswordDiffers",
        "postalCode, 3100, postalCode, proSanteAccountPostalCodeShape",
        "postalCode, 310000, postalCode, proSanteAccountPostalCodeShape",
        "streetAddress, '  ', streetAddress, proSanteAccountStreetMissing",
    })
    void problemStandsAtItsField(String changed, String value, String field, String message) {
        assertThat(read(Map.of(changed, value)).problems(NONE)).containsExactly(new FieldProblem(field, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31000", "31 000", "20000", "98000", "b-1000", "D-76131", "CH-1200", "L-1855", "GB-SW1A 1AA"})
    void postalCodesOfFranceAndNeighboursPass(String code) {
        assertThat(read(Map.of(Address.POSTAL_CODE, code)).problems(NONE)).isEmpty();
    }

    @Test
    void whiteSpaceAndCaseOfTheAddressAreTidiedButPasswordsAreNot() {
        AccountForm form = read(Map.of(
                AccountForm.EMAIL, " Alice@Exemple.FR\u00a0",
                AccountForm.PASSWORD, " Sesame ",
                Address.POSTAL_CODE, "31 000",
                Address.STREET, "1,  rue\tde la Paix"));

        assertThat(form.email()).isEqualTo("alice@exemple.fr");
        assertThat(form.password()).isEqualTo(" Sesame ");
        assertThat(form.address()).isEqualTo(new Address("1, rue de la Paix", "31000", "Toulouse"));
    }

    @Test
    void whatNobodyCanSeeIsDropped() {
        AccountForm form =
                read(Map.of(AccountForm.EMAIL, "alice\u200b@exemple.fr", Address.STREET, "1 \u202erue\u0000\nNeuve"));

        assertThat(form.email()).isEqualTo("alice@exemple.fr");
        assertThat(form.address().street()).isEqualTo("1 rue Neuve");
    }

    @Test
    void tooLongIsToldAtTheField() {
        assertThat(read(Map.of(Address.LOCALITY, "x".repeat(255))).problems(NONE))
                .containsExactly(new FieldProblem(Address.LOCALITY, "proSanteAccountTooLong"));
    }

    private static AccountForm read(Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                AccountForm.EMAIL, "alice@exemple.fr",
                AccountForm.EMAIL_AGAIN, "alice@exemple.fr",
                AccountForm.PASSWORD, "Sesame-ouvre-toi-1",
                AccountForm.PASSWORD_AGAIN, "Sesame-ouvre-toi-1",
                Address.STREET, "1, rue de la Paix",
                Address.POSTAL_CODE, "31000",
                Address.LOCALITY, "Toulouse"));
        fields.putAll(changed);
        return AccountForm.read(field -> Optional.ofNullable(fields.get(field)));
    }
}
