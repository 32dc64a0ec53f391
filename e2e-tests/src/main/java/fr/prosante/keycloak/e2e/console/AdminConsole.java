package fr.prosante.keycloak.e2e.console;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.prosante.keycloak.e2e.pages.Inspection;
import java.time.Duration;

/** The console: its menu on the left, a page on the right, and what it answers above both. */
public final class AdminConsole {

    /** The console fetches much before it shows anything. */
    private static final double PATIENCE_MS = 60_000;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    private final Page page;

    private AdminConsole(Page page) {
        this.page = page;
        page.setDefaultTimeout(PATIENCE_MS);
    }

    /** Somebody who comes to the console's address logs in first. */
    public static AdminConsole entered(Page page, String name, String password) {
        var console = new AdminConsole(page);
        page.setViewportSize(WIDTH, HEIGHT);
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        console.shows(console.part("nav-item-realms"));
        return console;
    }

    /** A new realm, in which the administrator is from then on. */
    public AdminConsole createsRealm(String name) {
        menu("realms");
        click("add-realm");
        fill("realm", name);
        click("create");
        return told("Realm created successfully");
    }

    /** An entry of the menu, by the last part of its address. */
    public AdminConsole menu(String entry) {
        return click("nav-item-" + entry);
    }

    public AdminConsole click(String testId) {
        part(testId).click();
        return this;
    }

    /** A tab: the page may put its first one forward again when its data have arrived. */
    public AdminConsole opensTab(String testId, String within) {
        await().atMost(Duration.ofMillis((long) PATIENCE_MS))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    click(testId);
                    return part(within).isVisible();
                });
        return this;
    }

    public AdminConsole fill(String testId, String value) {
        part(testId).fill(value);
        return this;
    }

    /** The first field for a number: those bear no name. */
    public AdminConsole fillFirstNumber(String value) {
        page.locator("input[type=number][aria-label=Input]").first().fill(value);
        return this;
    }

    /** A field for a number, by the element around it. */
    public AdminConsole fillNumber(String around, String value) {
        page.locator(around + " input").fill(value);
        return this;
    }

    /** A button or a link that has its name only. */
    public AdminConsole press(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        return this;
    }

    /** An entry of a list in a dialog that is only a text. */
    public AdminConsole pick(String text) {
        page.getByRole(AriaRole.DIALOG)
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        return this;
    }

    /** One of a drop-down list. */
    public AdminConsole choose(String toggle, String option) {
        page.locator(toggle).click();
        option(option).click();
        return this;
    }

    /** One more of a list that stays open for others. */
    public AdminConsole tick(String toggle, String option) {
        choose(toggle, option);
        page.keyboard().press("Escape");
        return this;
    }

    public AdminConsole switchOn(String selector) {
        return turns(selector, true);
    }

    public AdminConsole switchOff(String selector) {
        return turns(selector, false);
    }

    /** Some switches are saved at once, and are turned when the server has said so. */
    private AdminConsole turns(String selector, boolean on) {
        var toggle = page.locator(selector);
        shows(toggle);
        if (toggle.isChecked() != on) {
            // The box itself is hidden behind its drawing.
            toggle.click(new Locator.ClickOptions().setForce(true));
        }
        PlaywrightAssertions.assertThat(toggle)
                .isChecked(
                        new LocatorAssertions.IsCheckedOptions().setChecked(on).setTimeout(PATIENCE_MS));
        return this;
    }

    /** Waits for what the console answers, and puts it away: the next answer may have the same words. */
    public AdminConsole told(String answer) {
        PlaywrightAssertions.assertThat(part("last-alert"))
                .containsText(answer, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS));
        // Behind a dialog they cannot be reached by the mouse.
        page.locator("[data-testid=global-alerts] li button")
                .evaluateAll("buttons => buttons.forEach(button => button.click())");
        return this;
    }

    /** Opens the cog in the row of that name. */
    public AdminConsole cog(String row) {
        row(row).locator("button[aria-label=Settings], button[aria-label=Paramètres]")
                .first()
                .click();
        return this;
    }

    public AdminConsole reads(String text) {
        shows(page.getByText(text).first());
        return this;
    }

    /** Takes a picture for the documentation, in a window of that height: the console scrolls inside of it. */
    public AdminConsole pictured(String name, int height) {
        page.setViewportSize(WIDTH, height);
        Inspection.photograph(page, name);
        page.setViewportSize(WIDTH, HEIGHT);
        return this;
    }

    /** Flows, their steps and what those are told. */
    public FlowEditor flows() {
        return new FlowEditor(this);
    }

    Page page() {
        return page;
    }

    Locator part(String testId) {
        return page.getByTestId(testId).first();
    }

    Locator row(String text) {
        return page.locator("tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator option(String name) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    void shows(Locator what) {
        PlaywrightAssertions.assertThat(what)
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
    }
}
