package fr.prosante.keycloak.card.core;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * Finds and validates (RFC 5280, by the JDK) the path from a card to an anchor of one {@link Trust}. Only authorities of
 * the set take part: certificates that the client sends along are not looked at.
 */
final class CardPath {

    private static final int LONGEST = 5;
    private static final int KEY_CERT_SIGN = 5;
    private static final String AUTHORITY_KEY_ID = "2.5.29.35";
    private static final String SUBJECT_KEY_ID = "2.5.29.14";

    private final Map<X500Principal, List<X509Certificate>> authorities = new HashMap<>();
    private final Set<String> issuers;

    CardPath(Trust trust) {
        trust.authorities()
                .forEach(authority -> authorities
                        .computeIfAbsent(authority.getSubjectX500Principal(), any -> new ArrayList<>())
                        .add(authority));
        this.issuers = trust.issuers();
    }

    /**
     * The validated path, card first and anchor last. An expired card is validated at the end of its life, so that it is
     * known for what it is; for any other one every authority, the anchor too, must be valid now.
     */
    List<X509Certificate> validate(X509Certificate card, Instant now) throws Refused {
        return extend(List.of(card), within(card, now));
    }

    /** Tries every authority that may have issued the last one: of two with the same name and no identifier, one did. */
    private List<X509Certificate> extend(List<X509Certificate> begun, Date date) throws Refused {
        if (begun.size() > LONGEST) {
            throw new Refused(CardFault.UNKNOWN_ISSUER, "path too long");
        }
        Refused refused = new Refused(CardFault.UNKNOWN_ISSUER, "no authority of the set issued it");
        for (X509Certificate issuer : issuers(begun.get(begun.size() - 1))) {
            List<X509Certificate> path =
                    Stream.concat(begun.stream(), Stream.of(issuer)).toList();
            try {
                return isAnchor(issuer) ? validated(path, date) : extend(path, date);
            } catch (Refused e) {
                refused = e;
            }
        }
        throw refused;
    }

    private List<X509Certificate> validated(List<X509Certificate> path, Date date) throws Refused {
        X509Certificate anchor = path.get(path.size() - 1);
        List<X509Certificate> below = path.subList(0, path.size() - 1);
        Optional<String> weak = below.stream()
                .filter(certificate -> !Algorithms.strong(certificate))
                .map(certificate -> certificate.getSigAlgName() + " or its key is too weak")
                .findFirst();
        if (weak.isPresent()) {
            throw new Refused(CardFault.WEAK_OR_OVERSIZED, weak.get());
        }
        try {
            anchor.checkValidity(date);
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(below), parameters(anchor, date));
        } catch (CertPathValidatorException e) {
            throw new Refused(CardFault.UNKNOWN_ISSUER, "path: " + e.getReason() + " at " + e.getIndex());
        } catch (GeneralSecurityException e) {
            throw new Refused(CardFault.UNKNOWN_ISSUER, "path: " + e.getClass().getSimpleName());
        }
        if (!issuers.isEmpty() && !issuers.contains(commonName(path.get(1)))) {
            throw new Refused(CardFault.ISSUER_NOT_ALLOWED, "authority not chosen");
        }
        return path;
    }

    private static PKIXParameters parameters(X509Certificate anchor, Date date) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(date);
        return parameters;
    }

    private static Date within(X509Certificate card, Instant now) {
        if (now.isAfter(card.getNotAfter().toInstant())) {
            return card.getNotAfter();
        }
        return now.isBefore(card.getNotBefore().toInstant()) ? card.getNotBefore() : Date.from(now);
    }

    private static boolean mayCertify(X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        return usage == null || usage[KEY_CERT_SIGN];
    }

    private boolean isAnchor(X509Certificate authority) {
        return authority.getSubjectX500Principal().equals(authority.getIssuerX500Principal());
    }

    private List<X509Certificate> issuers(X509Certificate certificate) {
        return authorities.getOrDefault(certificate.getIssuerX500Principal(), List.of()).stream()
                .filter(candidate -> candidate.getBasicConstraints() >= 0 && mayCertify(candidate))
                .filter(candidate -> keyIdentifiersAgree(certificate, candidate))
                .toList();
    }

    /** Tells apart two keys of one authority; absent identifiers agree with everything, the signature decides. */
    private static boolean keyIdentifiersAgree(X509Certificate certificate, X509Certificate issuer) {
        try {
            Optional<byte[]> wanted = KeyIdentifiers.authority(certificate.getExtensionValue(AUTHORITY_KEY_ID));
            Optional<byte[]> had = KeyIdentifiers.subject(issuer.getExtensionValue(SUBJECT_KEY_ID));
            return wanted.isEmpty() || had.isEmpty() || Arrays.equals(wanted.get(), had.get());
        } catch (CardFormatException e) {
            return false;
        }
    }

    private static String commonName(X509Certificate authority) throws Refused {
        try {
            return Subject.of(authority.getSubjectX500Principal()).only(Subject.COMMON_NAME);
        } catch (CardFormatException e) {
            throw new Refused(CardFault.UNKNOWN_ISSUER, "authority without a name");
        }
    }
}
