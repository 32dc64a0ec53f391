package fr.prosante.keycloak.testbed.psc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages, in French like the real ones, each under a banner that says what they are. */
final class Pages {

    private static final String STYLE = """
            body{font-family:sans-serif;max-width:40rem;margin:0 auto;padding:0 1rem;color:#161616}
            .banner{background:#b60000;color:#fff;padding:.75rem 1rem;margin:0 -1rem;font-weight:bold}
            .notice{border-left:4px solid #0063cb;padding:.5rem 1rem;background:#e8edff}
            .notice.warn{border-color:#b34000;background:#ffe9e6}
            nav a{display:inline-block;padding:.75rem 1rem;color:#000091}
            nav a[aria-current]{border-bottom:3px solid #000091;font-weight:bold}
            button{background:#000091;color:#fff;border:0;padding:.75rem 1.25rem;font-size:1rem}
            button.second{background:#fff;color:#000091;border:1px solid #000091}
            label{display:block;margin:.5rem 0}input[type=text],select{font-size:1rem;padding:.5rem;width:100%;box-sizing:border-box}
            """;

    private Pages() {}

    static String page(String title, String body) {
        return """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>SIMULATEUR – %s</title><style>%s</style></head>
            <body><p class="banner" role="note">SIMULATEUR – identités fictives. Ce n’est pas Pro Santé Connect.</p>
            <header><p>Imitation de PRO SANTÉ CONNECT</p></header>
            <main><h1>%s</h1>%s</main></body></html>
            """.transform(with(escape(title), STYLE, escape(title), body));
    }

    static String cardTab(String request, List<FictivePerson> people) {
        String options = people.stream()
                .map(person -> "<option value=\"%s\">%s %s – %s</option>"
                        .transform(with(
                                escape(person.idNat()),
                                escape(person.givenName()),
                                escape(person.familyName()),
                                escape(person.description()))))
                .collect(Collectors.joining());
        return page(
                "Connectez-vous", tabs(request, false) + """
            <p class="notice">Les utilisateurs de Firefox peuvent rencontrer des difficultés avec la carte.</p>
            <p>Pour vous connecter avec votre carte CPS, placez votre carte CPS dans le lecteur approprié et cliquez sur :</p>
            <form method="post" action="/auth/carte"><input type="hidden" name="demande" value="%s">
            <label for="carte">Carte présente dans le lecteur simulé</label>
            <select id="carte" name="carte">%s</select>
            <p><button type="submit">SE CONNECTER AVEC LA CARTE CPS</button></p></form>
            """.transform(with(escape(request), options)) + foot(request));
    }

    static String phoneTab(String request, String remembered, Optional<String> problem) {
        return page(
                "Connectez-vous",
                tabs(request, true)
                        + """
            <p class="notice warn">Des échecs répétés peuvent venir d’une mauvaise heure sur votre téléphone.</p>
            %s
            <form method="post" action="/auth/e-cps"><input type="hidden" name="demande" value="%s">
            <label for="identifiant">Votre identifiant RPPS</label>
            <p id="aide">12 chiffres, commence par 8</p>
            <input type="text" id="identifiant" name="identifiant" value="%s" aria-describedby="aide" autocomplete="off">
            <label><input type="checkbox" name="memoriser"> Mémoriser mon identifiant sur ce poste</label>
            <p><button type="submit">SE CONNECTER AVEC E-CPS</button></p></form>
            """.transform(with(
                                problem.map(text -> "<p role=\"alert\">" + escape(text) + "</p>")
                                        .orElse(""),
                                escape(request),
                                escape(remembered)))
                        + foot(request));
    }

    static String settings(Settings settings) {
        String faults = Stream.of(Fault.values())
                .map(fault ->
                        "<option%s>%s</option>".transform(with(fault == settings.fault() ? " selected" : "", fault)))
                .collect(Collectors.joining());
        return page("Réglages", """
            <form method="post" action="/simulateur">
            <label for="panne">Panne ou attaque simulée</label><select id="panne" name="panne">%s</select>
            <label for="acr">Niveau (acr), vide : absent</label><input type="text" id="acr" name="acr" value="%s">
            <label for="delai">Délai ajouté à chaque réponse, en millisecondes</label>
            <input type="text" id="delai" name="delai" value="%s" inputmode="numeric">
            <label><input type="checkbox" name="coupure"%s> Coupure totale</label>
            <p><button type="submit">Appliquer</button></p></form>
            """.transform(with(
                faults,
                escape(settings.acr().orElse("")),
                settings.latency().toMillis(),
                settings.out() ? " checked" : "")));
    }

    private static String tabs(String request, boolean phone) {
        String current = " aria-current=\"page\"";
        return """
            <nav aria-label="Moyen de connexion">
            <a href="/auth/page?demande=%1$s&amp;onglet=carte"%3$s>Carte CPS</a>
            <a href="/auth/page?demande=%1$s&amp;onglet=e-cps"%2$s>Application e-CPS</a></nav>
            """.transform(with(escape(request), phone ? current : "", phone ? "" : current));
    }

    private static String foot(String request) {
        return """
            <form method="post" action="/auth/annuler"><input type="hidden" name="demande" value="%s">
            <p><button class="second" type="submit">Annuler</button></p></form>
            <p>En savoir plus sur la gestion de vos données et vos droits</p>
            <p><a href="/simulateur">Réglages du simulateur</a></p>
            """.transform(with(escape(request)));
    }

    private static Function<String, String> with(Object... values) {
        return template -> String.format(Locale.ROOT, template, values);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
