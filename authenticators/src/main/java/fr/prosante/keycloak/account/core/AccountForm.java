package fr.prosante.keycloak.account.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the person filled in, with white space tidied; passwords are taken as they are. Checks what can be seen from the
 * form alone: the rules of the realm (password policy, user profile, taken addresses) come on top.
 */
public record AccountForm(
        String familyName,
        String givenName,
        String email,
        String emailAgain,
        String password,
        String passwordAgain,
        Address address) {

    public static final String FAMILY_NAME = "lastName";
    public static final String GIVEN_NAME = "firstName";
    public static final String EMAIL = "email";
    public static final String EMAIL_AGAIN = "email-confirm";
    public static final String PASSWORD = "password-new";
    public static final String PASSWORD_AGAIN = "password-confirm";

    /** All fields, in the order of the page. */
    public static final List<String> FIELDS = List.of(
            FAMILY_NAME,
            GIVEN_NAME,
            EMAIL,
            EMAIL_AGAIN,
            PASSWORD,
            PASSWORD_AGAIN,
            Address.STREET,
            Address.POSTAL_CODE,
            Address.LOCALITY);

    /** Nobody types them; PostgreSQL refuses some, and others turn the reading direction of a page. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\s]]+");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\h\\v]+");

    /** Only the shape: that mail arrives is for the mail to show. */
    private static final Pattern EMAIL_SHAPE = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

    private static final int LONGEST = 254;

    /** Reads a form; {@code field} gives the first value of a field, if it was sent at all. */
    public static AccountForm read(Function<String, Optional<String>> field) {
        return new AccountForm(
                tidy(field.apply(FAMILY_NAME)),
                tidy(field.apply(GIVEN_NAME)),
                tidy(field.apply(EMAIL)).toLowerCase(Locale.ROOT),
                tidy(field.apply(EMAIL_AGAIN)).toLowerCase(Locale.ROOT),
                field.apply(PASSWORD).orElse(""),
                field.apply(PASSWORD_AGAIN).orElse(""),
                new Address(
                        tidy(field.apply(Address.STREET)),
                        tidy(field.apply(Address.POSTAL_CODE)),
                        tidy(field.apply(Address.LOCALITY))));
    }

    /** Every problem, in the order of the page; names count only where the proof does not give them. */
    public List<FieldProblem> problems(AskedNames asked) {
        List<FieldProblem> problems = new ArrayList<>();
        if (asked.familyName()) {
            name(FAMILY_NAME, familyName, "proSanteAccountFamilyNameMissing").ifPresent(problems::add);
        }
        if (asked.givenName()) {
            name(GIVEN_NAME, givenName, "proSanteAccountGivenNameMissing").ifPresent(problems::add);
        }
        emailProblem().ifPresent(problems::add);
        passwordProblem().ifPresent(problems::add);
        problems.addAll(address.problems());
        return List.copyOf(problems);
    }

    private static Optional<FieldProblem> name(String field, String value, String missing) {
        if (value.isEmpty()) {
            return Optional.of(new FieldProblem(field, missing));
        }
        return value.length() > LONGEST
                ? Optional.of(new FieldProblem(field, "proSanteAccountTooLong"))
                : Optional.empty();
    }

    private Optional<FieldProblem> emailProblem() {
        if (email.isEmpty()) {
            return Optional.of(new FieldProblem(EMAIL, "proSanteAccountEmailMissing"));
        }
        if (email.length() > LONGEST || !EMAIL_SHAPE.matcher(email).matches()) {
            return Optional.of(new FieldProblem(EMAIL, "proSanteAccountEmailShape"));
        }
        return email.equals(emailAgain)
                ? Optional.empty()
                : Optional.of(new FieldProblem(EMAIL_AGAIN, "proSanteAccountEmailDiffers"));
    }

    private Optional<FieldProblem> passwordProblem() {
        if (password.isEmpty()) {
            return Optional.of(new FieldProblem(PASSWORD, "proSanteAccountPasswordMissing"));
        }
        return password.equals(passwordAgain)
                ? Optional.empty()
                : Optional.of(new FieldProblem(PASSWORD_AGAIN, "proSanteAccountPasswordDiffers"));
    }

    private static String tidy(Optional<String> value) {
        String visible = INVISIBLE.matcher(value.orElse("")).replaceAll("");
        return BLANKS.matcher(visible).replaceAll(" ").strip();
    }

    /** Without passwords and personal data: forms end up in logs by accident. */
    @Override
    public String toString() {
        return "AccountForm";
    }
}
