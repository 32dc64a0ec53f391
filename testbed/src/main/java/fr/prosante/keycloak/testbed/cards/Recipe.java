package fr.prosante.keycloak.testbed.cards;

import fr.prosante.keycloak.testbed.pki.CardData;
import fr.prosante.keycloak.testbed.pki.CertificateAuthority;
import fr.prosante.keycloak.testbed.pki.Grade;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import fr.prosante.keycloak.testbed.pki.Leaf;
import fr.prosante.keycloak.testbed.pki.LeafRequest;
import fr.prosante.keycloak.testbed.pki.Subject;
import fr.prosante.keycloak.testbed.pki.Usage;
import fr.prosante.keycloak.testbed.pki.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** How one card is made; begins as a good test CPS without profession, each call makes it differ. */
final class Recipe {
    private static final String UPN_DOMAIN = "@carte-cps.fr";

    final String name;
    final String idNat;
    final String description;
    CardKind kind = CardKind.CPS;
    boolean usable = true;
    boolean revoked;

    private final String keyName;
    private Optional<Grade> grade = Optional.of(Grade.FORT);
    private Usage usage = Usage.AUTHENTICATION;
    private Validity validity = Validity.current();
    private int category = 0x80;
    private OptionalInt futureProfession = OptionalInt.empty();
    private Optional<String> givenName = Optional.empty();
    private Optional<String> surname = Optional.empty();
    private Optional<String> title = Optional.empty();
    private Optional<Integer> profession = Optional.empty();
    private Optional<String> organisation = Optional.empty();
    private List<String> specialities = List.of();
    private List<String> commonNames;

    Recipe(String name, String idNat, String description) {
        this.name = name;
        this.idNat = idNat;
        this.description = description;
        this.keyName = name;
        this.commonNames = List.of(idNat);
    }

    Recipe holder(String given, String family) {
        givenName = Optional.of(given);
        surname = Optional.of(family);
        return this;
    }

    Recipe profession(int code, String label, String... skills) {
        profession = Optional.of(code);
        title = Optional.of(label);
        specialities = List.of(skills);
        return this;
    }

    Recipe student(int code, String label) {
        kind = CardKind.CPF;
        futureProfession = OptionalInt.of(code);
        title = Optional.of(label);
        return this;
    }

    Recipe employee(CardKind employeeKind, String establishment) {
        kind = employeeKind;
        grade = Optional.of(Grade.STANDARD);
        title = Optional.of("Personnel santé ou social");
        organisation = Optional.of(establishment);
        return this;
    }

    Recipe software() {
        kind = CardKind.SOFTWARE;
        grade = Optional.of(Grade.ELEMENTAIRE);
        category = 0x83;
        return refused();
    }

    Recipe signature() {
        kind = CardKind.SIGNATURE;
        usage = Usage.SIGNATURE;
        return refused();
    }

    Recipe foreign() {
        grade = Optional.empty();
        return refused();
    }

    Recipe valid(Validity period) {
        validity = period;
        return refused();
    }

    Recipe revoked() {
        revoked = true;
        return refused();
    }

    Recipe commonNames(String... values) {
        commonNames = List.of(values);
        return refused();
    }

    Recipe category(int code) {
        category = code;
        return this;
    }

    Recipe refused() {
        usable = false;
        return this;
    }

    CertificateAuthority issuer(HealthPki pki) {
        return grade.map(pki::persons).orElseGet(pki::foreignPersons);
    }

    Leaf make(HealthPki pki, int number) {
        return issuer(pki).issue(new LeafRequest(keyName, name, subject(), usage, upn(), data(number), validity));
    }

    Holder holder() {
        return new Holder(givenName, surname, title, profession, specialities, organisation);
    }

    private Subject subject() {
        Subject subject = Subject.french();
        if (organisation.isPresent()) {
            String finess = idNat.substring(1, idNat.indexOf('/'));
            subject.department("Paris (75)").organisation(organisation.get()).unit("1" + finess);
        }
        title.ifPresent(subject::title);
        givenName.ifPresent(subject::givenName);
        surname.ifPresent(subject::surname);
        commonNames.forEach(subject::commonName);
        return subject;
    }

    /** Professionals have a dot after the type digit, employees have none; signature certificates carry no UPN. */
    private Optional<String> upn() {
        if (usage == Usage.SIGNATURE) {
            return Optional.empty();
        }
        String id = idNat.contains("/") ? idNat : idNat.charAt(0) + "." + idNat.substring(1);
        return Optional.of(id + UPN_DOMAIN);
    }

    private CardData data(int number) {
        boolean card = kind != CardKind.SOFTWARE;
        return new CardData(
                card ? OptionalInt.of(cardType()) : OptionalInt.empty(),
                card ? Optional.of(String.format(Locale.ROOT, "8025000001/99%08d", number)) : Optional.empty(),
                category,
                profession.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                futureProfession,
                new ArrayList<>(specialities));
    }

    private int cardType() {
        return switch (kind) {
            case CPF -> 1;
            case CPE -> 2;
            case CPA -> 3;
            default -> 0;
        };
    }
}
