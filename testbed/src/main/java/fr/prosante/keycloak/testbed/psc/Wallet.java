package fr.prosante.keycloak.testbed.psc;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wallet's host: the authorization endpoint and the login page with its two tabs. */
final class Wallet {

    private static final String SESSION = "simulateur-session";
    private static final String REMEMBERED = "simulateur-identifiant";
    private static final List<String> PARAMETERS = List.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "acr_values",
            "prompt");

    private final PscSimulator simulator;
    private final Register register;

    Wallet(PscSimulator simulator, Register register) {
        this.simulator = simulator;
        this.register = register;
    }

    void answer(Exchange exchange) throws IOException {
        switch (exchange.path()) {
            case "/auth" -> authorize(exchange);
            case "/auth/page" -> page(exchange, Optional.empty());
            case "/auth/carte" -> byCard(exchange);
            case "/auth/e-cps" -> byPhone(exchange);
            case "/auth/annuler" -> cancel(exchange);
            case "/simulateur" -> settings(exchange);
            default -> exchange.html(404, Pages.page("Page inconnue", ""));
        }
    }

    private void authorize(Exchange exchange) throws IOException {
        Optional<PscClient> client = register.client(exchange.query("client_id"));
        String redirectUri = exchange.query("redirect_uri");
        if (client.isEmpty() || !client.get().redirectUris().contains(redirectUri)) {
            // Never a redirect to an address that was not declared.
            exchange.html(400, Pages.page("Requête refusée", "<p>Paramètre client_id ou redirect_uri invalide.</p>"));
            return;
        }
        Map<String, String> request = new LinkedHashMap<>();
        PARAMETERS.forEach(name -> request.put(name, exchange.query(name)));
        Optional<String> error = callbackError(request);
        if (error.isPresent()) {
            back(exchange, request, Map.of("error", error.get(), "error_description", "simulé"));
            return;
        }
        String id = register.keep(request);
        Optional<Register.Visit> visit = exchange.cookie(SESSION).flatMap(register::visit);
        if (visit.isPresent() && !of(request, "prompt").equals("login")) {
            finish(exchange, request, visit.get());
        } else if (of(request, "prompt").equals("none")) {
            back(exchange, request, Map.of("error", "login_required"));
        } else {
            exchange.redirect("/auth/page?demande=" + id);
        }
    }

    private Optional<String> callbackError(Map<String, String> request) {
        if (!of(request, "response_type").equals("code")) {
            return Optional.of("unsupported_response_type");
        }
        if (!List.of(of(request, "scope").split(" ")).contains("openid")
                || of(request, "state").isEmpty()) {
            return Optional.of("invalid_request");
        }
        return switch (simulator.settings().fault()) {
            case LOGIN_REQUIRED -> Optional.of("login_required");
            case INTERACTION_REQUIRED -> Optional.of("interaction_required");
            case CONSENT_REQUIRED -> Optional.of("consent_required");
            case ACCESS_DENIED -> Optional.of("access_denied");
            case TEMPORARILY_UNAVAILABLE -> Optional.of("temporarily_unavailable");
            case SERVER_ERROR -> Optional.of("server_error");
            case CALLBACK_INVALID_CLIENT -> Optional.of("invalid_client");
            default -> Optional.empty();
        };
    }

    private void page(Exchange exchange, Optional<String> problem) throws IOException {
        String id = exchange.isPost() ? exchange.form("demande") : exchange.query("demande");
        if (register.request(id).isEmpty()) {
            exchange.html(400, Pages.page("Demande inconnue", "<p>Recommencez depuis le service.</p>"));
            return;
        }
        boolean phone = exchange.path().equals("/auth/e-cps")
                || exchange.query("onglet").equals("e-cps");
        exchange.html(
                200,
                phone
                        ? Pages.phoneTab(id, exchange.cookie(REMEMBERED).orElse(""), problem)
                        : Pages.cardTab(id, register.people()));
    }

    private void byCard(Exchange exchange) throws IOException {
        login(exchange, exchange.form("carte"), "CARD");
    }

    private void byPhone(Exchange exchange) throws IOException {
        String number = exchange.form("identifiant").replaceAll("\\s", "");
        if (exchange.form("memoriser").equals("on")) {
            exchange.setCookie(REMEMBERED, number.replaceAll("[^0-9A-Za-z/]", ""), true);
        }
        login(exchange, number, "MOBILE");
    }

    private void login(Exchange exchange, String idNat, String authMode) throws IOException {
        Optional<Map<String, String>> request = register.request(exchange.form("demande"));
        Optional<FictivePerson> person = register.person(idNat);
        if (request.isEmpty() || person.isEmpty()) {
            page(exchange, Optional.of("Aucune identité fictive ne porte cet identifiant."));
            return;
        }
        Register.Visit visit = register.begin(person.get(), authMode);
        exchange.setCookie(SESSION, visit.id(), false);
        finish(exchange, request.get(), visit);
    }

    private void finish(Exchange exchange, Map<String, String> request, Register.Visit visit) throws IOException {
        Fault fault = simulator.settings().fault();
        PscClient client = register.client(of(request, "client_id")).orElseThrow();
        String code = register.code(
                new Grant(client, request, visit.person(), visit.authMode(), visit.id(), fault, simulator.now()));
        Map<String, String> answer = new LinkedHashMap<>();
        if (fault != Fault.NO_CODE) {
            answer.put("code", code);
        }
        answer.put("session_state", visit.id());
        if (fault != Fault.NO_ISS) {
            answer.put("iss", fault == Fault.MIXED_UP_ISS ? simulator.issuer() + "-autre" : simulator.issuer());
        }
        back(exchange, request, answer);
    }

    private void cancel(Exchange exchange) throws IOException {
        Optional<Map<String, String>> request = register.request(exchange.form("demande"));
        if (request.isPresent()) {
            back(exchange, request.get(), Map.of("error", "access_denied"));
        } else {
            page(exchange, Optional.empty());
        }
    }

    private void back(Exchange exchange, Map<String, String> request, Map<String, String> answer) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>(answer);
        if (simulator.settings().fault() != Fault.NO_STATE) {
            parameters.put("state", of(request, "state"));
        }
        exchange.redirect(Urls.with(of(request, "redirect_uri"), parameters));
    }

    /** The switches, for people; programs use {@link PscSimulator}. */
    private void settings(Exchange exchange) throws IOException {
        if (exchange.isPost()) {
            String acr = exchange.form("acr");
            Fault fault = Fault.valueOf(exchange.form("panne"));
            simulator.set(now -> now.withFault(fault)
                    .withAcr(Optional.of(acr).filter(level -> !level.isEmpty()))
                    .withLatency(Duration.ofMillis(millis(exchange.form("delai"))))
                    .withOutage(exchange.form("coupure").equals("on")));
            exchange.redirect("/simulateur");
            return;
        }
        exchange.html(200, Pages.settings(simulator.settings()));
    }

    private static long millis(String text) {
        return text.matches("[0-9]{1,5}") ? Long.parseLong(text) : 0;
    }

    private static String of(Map<String, String> request, String parameter) {
        return request.getOrDefault(parameter, "");
    }
}
