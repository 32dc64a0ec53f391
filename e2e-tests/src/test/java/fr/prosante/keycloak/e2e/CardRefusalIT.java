package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every card of the box that must not open the service, and no card at all. */
@Story
final class CardRefusalIT {

    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "certificat-signature, SignatureCertificate, signature_certificate",
        "carte-expiree, Expired, expired",
        "carte-future, NotYetValid, not_yet_valid",
        "carte-revoquee, Revoked, revoked",
        "emetteur-etranger, UnknownIssuer, unknown_issuer",
        "certificat-logiciel, UnknownIssuer, unknown_issuer",
        "cle-fausse, Unreadable, unreadable",
        "sans-numero, Unreadable, unreadable",
        "deux-numeros, Unreadable, unreadable",
    })
    void aCardThatDoesNotDo(
            String name,
            String sentence,
            String reason,
            CardBox cards,
            PscNeighbour psc,
            People people,
            StoryRealm realm,
            EventLog events) {
        var card = cards.card(name);
        for (Locale language : LANGUAGES) {
            var holder = people.enter(Habits.in(language).withCard(card));

            holder.opensPortal().sees(LoginPage::new).choosesCard();

            var page = holder.sees(CardRefusedPage::new)
                    .isHeaded("proSanteCardRefusedTitle", language)
                    .explains("proSanteCardRefused" + sentence, language)
                    .offersItsDoors();
            events.has(refusal("LOGIN_ERROR", "invalid_user_credentials")
                    .with("reason", reason)
                    .with("incident", page.incident()));
            page.choosesPassword();
            holder.sees(LoginPage::new).offersItsDoors();
        }
        assertThat(card.usable()).isFalse();
        assertThat(realm.accounts().count()).isZero();
    }

    @Test
    void noCard(PscNeighbour psc, People people, EventLog events) {
        for (Locale language : LANGUAGES) {
            var somebody = people.enter(Habits.in(language));

            somebody.opensPortal().sees(LoginPage::new).choosesCard();

            var page = somebody.sees(CardRefusedPage::new)
                    .isHeaded("proSanteCardUnreadTitle", language)
                    .explains("proSanteCardRefusedNoCertificate", language)
                    .offersItsDoors();
            events.has(refusal("LOGIN_ERROR", "invalid_user_credentials")
                    .with("reason", "no_certificate")
                    .with("incident", page.incident()));
            page.triesAgain();
            somebody.sees(CardRefusedPage::new).choosesPassword();
            somebody.sees(LoginPage::new).offersItsDoors();
        }
    }

    @Test
    void aSoftwareKeyOfARealAuthorityIsNoCard(
            CardBox cards, World world, People people, StoryRealm realm, EventLog events) {
        realm.option("pro-sante-card", "anchorFiles", world.everyAuthority().toString());
        var holder = people.holderOf(cards.card("certificat-logiciel"));

        holder.opensPortal().sees(LoginPage::new).choosesCard();

        holder.sees(CardRefusedPage::new).explains("proSanteCardRefusedUnsupportedCard", Locale.FRENCH);
        events.has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "unsupported_card"));
    }

    /** Where nothing is ticked, the realm's own authorities are not enough for a test card. */
    @ParameterizedTest
    @ValueSource(strings = {"card", ""})
    void testCardsAreForRealmsThatAskForThem(
            String categories, CardBox cards, People people, StoryRealm realm, EventLog events) {
        var holder = people.holderOf(cards.card("medecin"));
        holder.opensPortal().sees(LoginPage::new).warnsOfTestCards(true);
        realm.option("pro-sante-card", "categories", categories);

        var page = holder.opensPortal().sees(LoginPage::new);
        page.warnsOfTestCards(false);
        page.choosesCard();

        holder.sees(CardRefusedPage::new)
                .explains("proSanteCardRefusedTestCard", Locale.FRENCH)
                .warnsOfTestCards(false);
        events.has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "test_card"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theCardOfADisabledAccount(
            Locale language, CardBox cards, PscNeighbour psc, People people, StoryRealm realm, EventLog events) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        realm.accounts().change(card.idNat(), user -> user.setEnabled(false));
        var doctor = people.enter(Habits.in(language).withCard(card));

        doctor.opensPortal().sees(LoginPage::new).choosesCard();

        var page = doctor.sees(CardRefusedPage::new)
                .explains("proSanteCardRefusedUserDisabled", language)
                .offersItsDoors();
        events.has(refusal("LOGIN_ERROR", "user_disabled")
                .with("reason", "user_disabled")
                .with("incident", page.incident()));
        page.choosesPassword();
        doctor.sees(LoginPage::new);
    }

    @Test
    void theRightCardAfterTheWrongChoice(CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(CardRefusedPage::new).choosesPassword();
        doctor.sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);

        doctor.sees(CodePage::new);
    }
}
