package fr.prosante.keycloak.testbed.ocsp;

/** How a responder answers. */
public enum Mood {
    /** What is true, signed by its own certificate, with the nonce of the question. */
    HONEST,
    /** Takes the question and never answers. */
    SILENT,
    /** Status 500. */
    BROKEN,
    /** « Good » of everything, signed with a key of its own making. */
    FORGED
}
