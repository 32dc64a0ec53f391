package fr.prosante.keycloak.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;

/** What the browser refused to a page because of its content security policy. */
public final class Violations {

    private Violations() {}

    /** From now on every page of the context keeps what it was refused. */
    static void areTold(BrowserContext context) {
        context.addInitScript(
                "globalThis.refusedByPolicy = [];"
                        + "addEventListener('securitypolicyviolation', e => refusedByPolicy.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile));");
    }

    public static List<String> of(Page page) {
        var told = page.evaluate("() => globalThis.refusedByPolicy ?? []");
        return ((List<?>) told).stream().map(String::valueOf).toList();
    }
}
