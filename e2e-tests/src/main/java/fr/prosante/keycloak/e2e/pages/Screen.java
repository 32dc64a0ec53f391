package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;

/** A page somebody looks at: what every page of the service has. */
public abstract class Screen {

    private static final double PATIENCE_MS = 15_000;

    final Page page;

    /** @param proof what is on this page and on no other one */
    Screen(Page page, Locator proof) {
        this.page = page;
        try {
            assertThat(proof.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
        } catch (AssertionFailedError e) {
            throw new AssertionError(
                    "Not the " + getClass().getSimpleName() + " but " + page.url() + " saying:\n"
                            + page.locator("body").innerText(),
                    e);
        }
    }

    /** A heading of that name, whatever its level. */
    static Locator heading(Page page, String french, String english) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(either(french, english)));
    }

    static Pattern either(String french, String english) {
        return Pattern.compile("^\\s*(" + quoted(french) + "|" + quoted(english) + ")\\s*$");
    }

    final Locator button(String french, String english) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(either(french, english)));
    }

    final Locator link(String french, String english) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(either(french, english)));
    }

    final Locator field(String name) {
        return page.locator("[id='" + name + "']");
    }

    /** Anywhere on the page. */
    public final void says(String text) {
        assertThat(page.locator("body")).containsText(Pattern.compile(quoted(text)));
    }

    public final void doesNotSay(String text) {
        assertThat(page.locator("body")).not().containsText(text);
    }

    /** At a field; an error that is seen there is told to a screen reader too. */
    public final void saysAt(String name, String text) {
        assertThat(page.locator("[id='" + name + "-error']")).containsText(Pattern.compile(quoted(text)));
        assertThat(field(name)).hasAttribute("aria-invalid", "true");
        assertThat(field(name)).hasAttribute("aria-describedby", Pattern.compile("\\b" + name + "-error\\b"));
    }

    /** Above everything, in red: cards that are worth nothing outside a test open this service. */
    public final void warnsOfTestCards(boolean expected) {
        assertThat(page.locator(".ps-banner--danger")).hasCount(expected ? 1 : 0);
    }

    /** The language the page declares: {@code fr} or {@code en}. */
    public final void isIn(String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
    }

    /** {@code Pattern.quote} is Java's; the pattern is read by the browser. Either apostrophe and any space will do. */
    private static String quoted(String wording) {
        return wording.replaceAll("([\\\\.?*+()\\[\\]{}|^$/])", "\\\\$1")
                .replaceAll("['’]", "['’]")
                .replaceAll("\\n", "\\\\s*")
                .replaceAll("\\h+", "\\\\s+");
    }
}
