package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The portal, once the person is in: who is connected, by which means, and the claims received. */
public final class PortalPage extends Screen {

    public PortalPage(Page page) {
        super(page, page.locator("#status[data-connected=true]"));
    }

    /** Says the means of login in words. */
    public PortalPage saysMeans(String means) {
        assertThat(page.locator("#means")).hasText(means);
        return this;
    }

    /** A claim of one value, or one of the values of a claim of several. */
    public PortalPage shows(String claim, String value) {
        assertThat(value(claim))
                .hasText(Pattern.compile("(^|, )" + Pattern.quote(value).replaceAll("\\\\[QE]", "") + "(,|$)"));
        return this;
    }

    /** A claim that has exactly these values, in their order. */
    public PortalPage showsExactly(String claim, String... values) {
        assertThat(value(claim)).hasText(String.join(", ", values));
        return this;
    }

    public void logsOut() {
        page.locator("#logout").click();
    }

    private Locator value(String claim) {
        return page.locator("#claims tr[data-claim='" + claim + "'] td");
    }
}
