package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.reader.Desk;
import fr.prosante.keycloak.e2e.reader.VirtualCps;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.pki.Leaf;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card with a code porteur, in a reader made of software: the code is really typed, and NSS and Java really read it. */
@Story
final class VirtualCpsIT {

    private static final String STEP = "pro-sante-card";
    private static final Locale FRENCH = Locale.FRENCH;

    private VirtualCps cps;

    @BeforeAll
    static void whereItCanBeHad() {
        Assumptions.assumeTrue(
                VirtualCps.missing().isEmpty(),
                () -> "NOT TRIED without " + VirtualCps.missing() + " (Debian packages)");
    }

    /** A name of the door for each try, so that the browser forgets what it chose before. */
    @BeforeEach
    void aDoorThatTheBrowserHasNotSeen(World world, CardBox cards, StoryRealm realm) {
        realm.option(STEP, "doorBaseUrl", "https://{nonce}.carte.localhost:" + doorPort(world));
        realm.accounts().create(Account.opened(cards.card("medecin").idNat()));
        cps = VirtualCps.made();
    }

    @Test
    void theRightCodeOpensTheService(World world, CardBox cards, People people, EventLog events) {
        cps.holds(leaf(cards, "medecin"), leaf(cards, "certificat-signature"));
        try (var desk = desk(world, people)) {
            var doctor = desk.typesWhenAsked(VirtualCps.CODE);

            doctor.opensPortal().sees(LoginPage::new);
            assertThat(desk.timesAsked()).as("before the button is pressed").isZero();
            doctor.sees(LoginPage::new).choosesCard();

            doctor.sees(PortalPage::new)
                    .showsExactly("national_id", cards.card("medecin").idNat())
                    .showsExactly("amr", "sc", "pin", "mfa");
            assertThat(desk.timesAsked()).isEqualTo(1);
            events.has(event("LOGIN").with("username", cards.card("medecin").idNat()));
        }
    }

    @Test
    void afterAWrongCodeTheRightOneOpens(World world, CardBox cards, People people) {
        cps.holds(leaf(cards, "medecin"), leaf(cards, "certificat-signature"));
        try (var desk = desk(world, people)) {
            var doctor = desk.typesWhenAsked("9999", VirtualCps.CODE);

            doctor.opensPortal().sees(LoginPage::new).choosesCard();

            doctor.sees(PortalPage::new)
                    .showsExactly("national_id", cards.card("medecin").idNat());
            assertThat(desk.timesAsked()).isEqualTo(2);
        }
    }

    @Test
    void whoCancelsIsToldWhatToDo(World world, CardBox cards, People people, EventLog events) {
        cps.holds(leaf(cards, "medecin"), leaf(cards, "certificat-signature"));
        try (var desk = desk(world, people)) {
            var doctor = desk.cancelsWhenAsked();

            doctor.opensPortal().sees(LoginPage::new).choosesCard();

            doctor.sees(CardRefusedPage::new).explains("proSanteCardRefusedNoCertificate", FRENCH);
            events.has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "no_certificate"));
            desk.typesWhenAsked(VirtualCps.CODE).sees(CardRefusedPage::new).triesAgain();
            doctor.sees(PortalPage::new);
        }
    }

    @Test
    void anotherCardInThePlaceOfTheFirst(World world, CardBox cards, People people, EventLog events) {
        cps.holds(leaf(cards, "carte-revoquee"), leaf(cards, "certificat-signature"));
        try (var desk = desk(world, people)) {
            var doctor = desk.typesWhenAsked(VirtualCps.CODE);
            doctor.opensPortal().sees(LoginPage::new).choosesCard();
            doctor.sees(CardRefusedPage::new).explains("proSanteCardRefusedRevoked", FRENCH);
            cps.isTakenOut();

            doctor.sees(CardRefusedPage::new).triesAgain();

            doctor.sees(CardRefusedPage::new).explains("proSanteCardRefusedNoCertificate", FRENCH);
            events.hasNone("LOGIN");
            cps.holds(leaf(cards, "medecin"), leaf(cards, "certificat-signature"));

            doctor.sees(CardRefusedPage::new).triesAgain();

            doctor.sees(PortalPage::new)
                    .showsExactly("national_id", cards.card("medecin").idNat());
        }
    }

    /** Chromium offers none that is made for signatures, and none that has expired; the page says what can be done. */
    @ParameterizedTest
    @ValueSource(strings = {"certificat-signature", "carte-expiree"})
    void whatTheBrowserDoesNotOfferIsNoCard(String name, World world, CardBox cards, People people) {
        cps.holdsOnly(leaf(cards, name));
        try (var desk = desk(world, people)) {
            var doctor = desk.typesWhenAsked(VirtualCps.CODE);

            doctor.opensPortal().sees(LoginPage::new).choosesCard();

            doctor.sees(CardRefusedPage::new).explains("proSanteCardRefusedNoCertificate", FRENCH);
        }
    }

    /** Who presents it all the same is told so; the other certificate of the same card opens. */
    @Test
    void javaPresentsEitherCertificateOfTheToken(
            World world, CardBox cards, Visitors visitors, StoryRealm realm, EventLog events) {
        realm.option(STEP, "doorBaseUrl", world.testbed().doorUrl().toString());
        cps.holds(leaf(cards, "medecin"), leaf(cards, "certificat-signature"));
        var signing = visitors.whoShows(cps.forSignature());

        var refused = signing.choosesCard(signing.arrives());

        assertThat(refused.says(Wording.in(FRENCH).of("proSanteCardRefusedSignatureCertificate")))
                .as(refused::text)
                .isTrue();
        events.has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "signature_certificate"));
        var doctor = visitors.whoShows(cps.forAuthentication());
        assertThat(doctor.isIn(doctor.choosesCard(doctor.arrives()))).isTrue();
        events.has(event("LOGIN").with("username", cards.card("medecin").idNat()));
    }

    private static Desk desk(World world, People people) {
        return new Desk(
                Path.of("target/desks"),
                world.testbed().pki().serverCa(),
                "https://[*.]carte.localhost:" + doorPort(world),
                people);
    }

    private static int doorPort(World world) {
        return world.testbed().doorUrl().getPort();
    }

    private static Leaf leaf(CardBox cards, String name) {
        return cards.card(name).leaf();
    }
}
