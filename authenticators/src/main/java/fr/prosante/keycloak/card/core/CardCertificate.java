package fr.prosante.keycloak.card.core;

import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.NationalIds;
import fr.prosante.keycloak.identity.core.Professional;
import fr.prosante.keycloak.identity.core.Structure;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;

/** The parts of a card certificate that IGC-Santé defines, read on demand: the judge asks for them one by one. */
public final class CardCertificate {

    private final X509Certificate certificate;
    private final Extensions extensions;

    public CardCertificate(X509Certificate certificate) {
        this.certificate = certificate;
        this.extensions = new Extensions(certificate);
    }

    public X509Certificate x509() {
        return certificate;
    }

    /** Absent on software certificates. */
    public Optional<CardType> type() throws CardFormatException {
        Optional<Integer> code = extensions.integer(Extensions.CARD_TYPE);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(CardType.of(code.get()).orElseThrow(() -> new CardFormatException("unknown type of card")));
    }

    public Optional<ProductCategory> category() throws CardFormatException {
        Optional<Integer> code = extensions.octet(Extensions.PRODUCT_CATEGORY);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ProductCategory.of(code.get())
                .orElseThrow(() -> new CardFormatException("unknown category of product")));
    }

    /** Issuer number, slash, ten digits; absent on software certificates. */
    public Optional<String> number() throws CardFormatException {
        return extensions.string(Extensions.CARD_NUMBER);
    }

    /** Who the card belongs to. Names are absent on most cards of staff; profession and savoir-faire on some. */
    public Professional holder(KeyCheck keyCheck) throws CardFormatException {
        Subject subject = Subject.of(certificate.getSubjectX500Principal());
        NationalId id = nationalId(subject.only(Subject.COMMON_NAME), keyCheck);
        Optional<Integer> profession = extensions.integer(Extensions.PROFESSION);
        return new Professional(
                id,
                subject.first(Subject.SURNAME),
                subject.first(Subject.GIVEN_NAME),
                profession.map(code -> String.format(Locale.ROOT, "%02d", code)),
                extensions.strings(Extensions.SAVOIR_FAIRE),
                structure(subject),
                title(subject));
    }

    private NationalId nationalId(String commonName, KeyCheck keyCheck) throws CardFormatException {
        Optional<String> principalName = PrincipalName.nationalId(certificate);
        if (principalName.isPresent() && !principalName.get().equals(commonName)) {
            throw new CardFormatException("the principal name is of somebody else");
        }
        var parsed = NationalIds.parseOfficial(commonName, keyCheck);
        if (parsed.id().isEmpty()) {
            throw new CardFormatException("national identifier: "
                    + parsed.problem().map(Enum::name).orElse("?").toLowerCase(Locale.ROOT));
        }
        return parsed.id().get();
    }

    /** Cards of staff name the establishment in O and its number in OU; CPS2ter has the profession in OU. */
    private static Optional<Structure> structure(Subject subject) {
        if (subject.first(Subject.TITLE).isEmpty()
                || subject.first(Subject.ORGANIZATIONAL_UNIT).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Structure(subject.first(Subject.ORGANIZATIONAL_UNIT), subject.first(Subject.ORGANIZATION)));
    }

    private static Optional<String> title(Subject subject) {
        return subject.first(Subject.TITLE).or(() -> subject.first(Subject.ORGANIZATIONAL_UNIT));
    }
}
