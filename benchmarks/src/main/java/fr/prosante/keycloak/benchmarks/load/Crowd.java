package fr.prosante.keycloak.benchmarks.load;

import java.time.Duration;

/**
 * People who log in again and again, each time with a new browser: new connections, no cookies.
 *
 * @param users how many at the same time
 * @param late when they begin
 * @param length how long new logins are begun; those under way are finished
 */
public record Crowd(Login login, int users, Duration late, Duration length) {

    public static Crowd of(Login login, int users, Duration length) {
        return new Crowd(login, users, Duration.ZERO, length);
    }
}
