package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.prosante.keycloak.e2e.browser.Chromium;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.browser.SlowLine;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Weight and first paint of the pages on a slow line, against the same realm, flow and server in Keycloak's own theme; run
 * by {@code ./bench.sh pages}. The login page comes to an empty cache, every other page to one that has seen the login page.
 */
@Story
final class PagesBench {

    private static final String OURS = "pro-sante";
    private static final String PEER = "keycloak.v2";
    private static final int ROUNDS = Integer.getInteger("prosante.rounds", 5);
    private static final String RPPS = "899700098769";

    private final Map<String, Map<String, List<SlowLine.Cost>>> costs = new LinkedHashMap<>();
    private final Map<String, List<Double>> logins = new LinkedHashMap<>();

    /** Where the browser is when it has come to a page, and the account it needs for it. */
    @FunctionalInterface
    interface Walk {
        void to(Person person);
    }

    @Test
    void pages(World world, StoryRealm realm, PscNeighbour psc, Letterbox letters) throws IOException {
        try (var chromium = Chromium.trusting(world.testbed().pki().localhost().certificate())) {
            var portal = realm.administered()
                    .clients()
                    .findByClientId("portail")
                    .get(0)
                    .getBaseUrl();
            var login = world.testbed().loginUrl() + "/realms/" + realm.name()
                    + "/protocol/openid-connect/auth?client_id=portail&response_type=code&scope=openid&state=s&nonce=n&redirect_uri="
                    + URLEncoder.encode(portal + "/x", StandardCharsets.UTF_8);
            var addresses = new People.Addresses(
                    portal + "/login", world.testbed().doorUrl().toString());
            for (int round = 0; round <= ROUNDS; round++) {
                for (String theme : List.of(OURS, PEER)) {
                    try (var people = new People(chromium, addresses)) {
                        measure(round, theme, login, realm, people, letters);
                    }
                    letters.isEmptied();
                }
            }
        }
        Files.write(Path.of("target", "pages-bench.txt"), results());
    }

    /** The first round warms the server up. */
    private void measure(int round, String theme, String login, StoryRealm realm, People people, Letterbox letters) {
        somebodyNew(realm);
        dress(realm, theme);
        people.somebody().opens(login);
        keep(round, theme, "", SlowLine.of(tab(people.somebody())).opens(login));
        walks().forEach((page, walk) -> {
            dress(realm, theme);
            var person = people.somebody();
            person.opens(login);
            dress(realm, OURS);
            walk.to(person);
            dress(realm, theme);
            people.somebody().opens(login);
            var tab = tab(person);
            keep(round, theme, "-" + page, SlowLine.of(tab).opens(tab.url()));
            realm.accounts()
                    .ofNationalId(doctor().idNat())
                    .ifPresent(user ->
                            realm.administered().users().get(user.getId()).remove());
        });
        letters.isEmptied();
        somebodyNew(realm);
        dress(realm, theme);
        var time = codeLogin(people.somebody(), letters);
        if (round > 0) {
            logins.computeIfAbsent(theme, any -> new ArrayList<>()).add(time);
        }
    }

    /** Who was mailed a code a moment ago is mailed no other one, and there is a limit to the codes of one account. */
    private static void somebodyNew(StoryRealm realm) {
        realm.isRestored();
        realm.accounts().create(Account.opened(RPPS));
    }

    private static Map<String, Walk> walks() {
        Map<String, Walk> walks = new LinkedHashMap<>();
        walks.put(
                "forgotten-password",
                person -> person.opensPortal().sees(LoginPage::new).hasForgottenPassword());
        walks.put("code", person -> {
            person.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
            person.sees(CodePage::new);
        });
        walks.put("account", PagesBench::atTheAccount);
        walks.put("charter", person -> {
            atTheAccount(person);
            person.sees(AccountPage::new)
                    .fillsIn("mesure@exemple.test", Account.PASSWORD)
                    .submits();
            person.sees(CharterPage::new);
        });
        walks.put("error", person -> {
            person.opensPortal().sees(LoginPage::new);
            person.sees(page -> page.navigate(page.url().replaceFirst("/protocol/.*", "/nothing")));
        });
        return walks;
    }

    private static void atTheAccount(Person person) {
        person.opensPortal().sees(LoginPage::new).choosesPsc();
        person.sees(WalletPage::new).comesByCard(doctor().idNat());
        person.sees(AccountPage::new);
    }

    private static FictivePerson doctor() {
        return FictivePeople.ONE_PRACTICE;
    }

    /** From the press of « Se connecter » to the code page and from « Valider » to the portal; reading the mail is not counted. */
    private static double codeLogin(Person person, Letterbox letters) {
        person.opensPortal();
        var tab = tab(person);
        SlowLine.of(tab);
        tab.locator("#username").fill(RPPS);
        tab.locator("#password").fill(Account.PASSWORD);
        var pressed = System.nanoTime();
        tab.locator("#kc-login").click();
        tab.locator("#code").waitFor();
        var asked = System.nanoTime();
        tab.locator("#code").fill(letters.codeFor(Account.opened(RPPS).email()));
        var sent = System.nanoTime();
        tab.locator("#pro-sante-otp-form [type=submit]").click();
        tab.locator("#status[data-connected=true]").waitFor();
        return (System.nanoTime() - sent + asked - pressed) / 1e6;
    }

    private static Page tab(Person person) {
        return person.sees(page -> page);
    }

    /** Keycloak forgets a realm that is changed: somebody else must open a page before one is measured. */
    private static void dress(StoryRealm realm, String theme) {
        var settings = realm.administered().toRepresentation();
        settings.setLoginTheme(theme);
        realm.administered().update(settings);
    }

    private void keep(int round, String theme, String page, SlowLine.Cost cost) {
        if (round > 0) {
            costs.computeIfAbsent(page, any -> new LinkedHashMap<>())
                    .computeIfAbsent(theme, any -> new ArrayList<>())
                    .add(cost);
        }
    }

    private List<String> results() {
        List<String> lines = new ArrayList<>();
        costs.forEach((page, themes) -> {
            assertThat(themes).containsKeys(OURS, PEER);
            lines.add(result("login-bytes" + page, themes, SlowLine.Cost::bytes, "B"));
            lines.add(result("login-requests" + page, themes, SlowLine.Cost::requests, "count"));
            lines.add(result("login-fcp" + page, themes, SlowLine.Cost::firstPaint, "ms"));
        });
        lines.add(line("code-login-time", median(logins.get(OURS)), median(logins.get(PEER)), "ms"));
        return lines;
    }

    private static String result(
            String figure, Map<String, List<SlowLine.Cost>> themes, ToDoubleFunction<SlowLine.Cost> of, String unit) {
        return line(
                figure,
                median(themes.get(OURS).stream().map(of::applyAsDouble).toList()),
                median(themes.get(PEER).stream().map(of::applyAsDouble).toList()),
                unit);
    }

    private static String line(String figure, double ours, double peer, String unit) {
        return String.format(
                Locale.ROOT, "RESULT %s ours=%.0f peer=%.0f ratio=%.3f unit=%s", figure, ours, peer, ours / peer, unit);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
