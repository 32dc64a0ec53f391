package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Handshake;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.NewPasswordPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who does not press the card button is never asked for a certificate: no handshake with the login host holds the question. */
@Story(nodes = 2)
final class LoginHostIT {

    private static final String EMAIL = "jeanne@exemple.test";
    private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

    @Test
    void noPageOfTheJourneyAsksForACertificate(
            World world, CardBox cards, PscNeighbour psc, People people, Letterbox letters) {
        var doctor = people.holderOf(cards.card("medecin"));
        comesByCardForTheFirstTime(doctor);
        comesByPassword(doctor, cards.card("medecin"), letters);
        forgetsThePassword(doctor, cards.card("medecin"), letters);
        comesByProSanteConnect(doctor, cards.card("medecin"));
        var other = people.holderOf(cards.card("carte-expiree"));
        other.opensPortal().sees(LoginPage::new).choosesCard();
        other.sees(CardRefusedPage::new);
        var login = world.testbed().loginUrl();
        var around = Stream.of(
                        "/", "/admin/", "/realms/pro-sante/account/", "/realms/none/", "/nowhere", "/favicon.ico")
                .map(login::resolve);

        var addresses = Stream.of(doctor.addresses().stream(), other.addresses().stream(), around)
                .flatMap(all -> all)
                .filter(address -> address.getAuthority().equals(login.getAuthority()))
                .toList();

        assertThat(addresses)
                .extracting(URI::getPath)
                .anyMatch(path -> path.endsWith("/protocol/openid-connect/auth"))
                .anyMatch(path -> path.endsWith("/protocol/openid-connect/logout"))
                .anyMatch(path -> path.endsWith("/login-actions/authenticate"))
                .anyMatch(path -> path.endsWith("/login-actions/required-action"))
                .anyMatch(path -> path.endsWith("/login-actions/reset-credentials"))
                .anyMatch(path -> path.endsWith("/login-actions/action-token"))
                .anyMatch(path -> path.endsWith("/broker/psc/login"))
                .anyMatch(path -> path.endsWith("/broker/psc/endpoint"))
                .anyMatch(path -> path.endsWith(".css"));
        var handshake = new Handshake(world.testbed().pki().serverCa());
        for (var protocol : PROTOCOLS) {
            assertThat(addresses).noneMatch(address -> handshake.asksForACertificate(address, protocol));
        }
        assertThat(handshake.asksForACertificate(
                        world.testbed().doorUrl().resolve("/realms/pro-sante/pro-sante-card/door"), "TLSv1.2"))
                .as("the door")
                .isTrue();
    }

    @Test
    void aCardInTheReaderIsAskedForByTheDoorAlone(World world, CardBox cards, Visitors visitors) {
        var doctor = visitors.holderOf(cards.card("medecin"));
        var loginPage = doctor.logsIn(doctor.arrives(), "899700098769", "Tilleul-Verveine-43");
        assertThat(doctor.wasAskedForACardBy()).isEmpty();

        doctor.choosesCard(loginPage);

        assertThat(doctor.wasAskedForACardBy())
                .containsExactly(world.testbed().doorUrl().getAuthority());
    }

    private static void comesByCardForTheFirstTime(Person doctor) {
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(AccountPage::new).fillsIn(EMAIL, Account.PASSWORD).submits();
        doctor.sees(CharterPage::new).accepts();
        doctor.sees(PortalPage::new).logsOut();
    }

    private static void comesByPassword(Person doctor, Card card, Letterbox letters) {
        doctor.forgetsCookies().opensPortal().sees(LoginPage::new).logsIn(card.idNat(), "Tilleul-Verveine-43");
        doctor.sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);
        doctor.sees(CodePage::new).types(letters.codeFor(EMAIL));
        doctor.sees(PortalPage::new);
    }

    private static void forgetsThePassword(Person doctor, Card card, Letterbox letters) {
        doctor.forgetsCookies().opensPortal().sees(LoginPage::new).hasForgottenPassword();
        doctor.sees(ForgottenPasswordPage::new).asksForMail(card.idNat());
        doctor.opens(letters.linkFor(EMAIL, 2)).sees(NewPasswordPage::new);
    }

    private static void comesByProSanteConnect(Person doctor, Card card) {
        doctor.forgetsCookies().opensPortal().sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).comesByCard(card.idNat());
        doctor.sees(PortalPage::new);
    }
}
