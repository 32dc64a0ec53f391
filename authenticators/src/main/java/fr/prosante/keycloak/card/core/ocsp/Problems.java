package fr.prosante.keycloak.card.core.ocsp;

import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Why something failed, for the log. */
final class Problems {

    private Problems() {}

    /** Our own words as they are; of all other failures the kind, for their texts may hold anything. */
    static String of(@Nullable Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        if (cause == null) {
            return "nothing came";
        }
        if (cause instanceof CancellationException || cause instanceof HttpTimeoutException) {
            return "took too long";
        }
        return cause instanceof OcspException
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName();
    }
}
