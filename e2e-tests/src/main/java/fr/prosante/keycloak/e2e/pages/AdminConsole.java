package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Keycloak's own admin console, in English, as the page « A realm by hand » leads through it. */
public final class AdminConsole {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1000;

    private final Page page;

    public AdminConsole(Page page) {
        this.page = page;
        page.setViewportSize(WIDTH, HEIGHT);
    }

    public AdminConsole logsIn(String user, String password) {
        page.fill("#username", user);
        page.fill("#password", password);
        page.click("#kc-login");
        assertThat(tagged("nav-item-realms")).isVisible();
        return this;
    }

    public AdminConsole createsRealm(String name) {
        goesTo("realms");
        tagged("add-realm").click();
        tagged("realm").fill(name);
        tagged("create").click();
        assertThat(page.getByText("Realm created successfully")).isVisible();
        return this;
    }

    // --- flows
    // --------------------------------------------------------------------------------------------------------

    public AdminConsole createsFlow(String name) {
        goesTo("authentication");
        page.getByText("Create flow").first().click();
        tagged("alias").fill(name);
        tagged("create").click();
        assertThat(page.getByText("Flow created").first()).isVisible();
        return this;
    }

    /** Adds a step at the top of the flow. */
    public AdminConsole adds(String provider, String label, String requirement) {
        page.locator("[data-testid=addExecution], [data-testid=addStep]")
                .first()
                .click();
        choosesStep(provider, label);
        return requires(label, requirement);
    }

    public AdminConsole addsFlow(String name, String requirement) {
        tagged("addSubFlow").first().click();
        names(name);
        return requires(name, requirement);
    }

    /** Adds a step inside of a flow. */
    public AdminConsole adds(String flow, String provider, String label, String requirement) {
        opensMenu(flow, "Add execution");
        choosesStep(provider, label);
        return requires(label, requirement);
    }

    public AdminConsole addsFlow(String flow, String name, String requirement) {
        opensMenu(flow, "Add sub-flow");
        names(name);
        return requires(name, requirement);
    }

    private void opensMenu(String flow, String entry) {
        tagged(flow + "-edit-dropdown").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry))
                .click();
    }

    private void choosesStep(String provider, String label) {
        var dialog = dialog();
        dialog.locator("[data-testid=table-search-input] input").fill(label);
        page.keyboard().press("Enter");
        dialog.locator("[data-testid='" + provider + "']").check();
        dialog.locator("[data-testid=modal-add]").click();
        assertThat(dialog).isHidden();
        assertThat(tagged(label)).isVisible();
    }

    private void names(String name) {
        dialog().locator("[data-testid=name]").fill(name);
        dialog().locator("[data-testid=modal-add]").click();
        assertThat(dialog()).isHidden();
        assertThat(tagged(name)).isVisible();
    }

    private AdminConsole requires(String label, String requirement) {
        var toggle = row(label)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^(Disabled|Required|Alternative)$")));
        if (!requirement.equals(toggle.innerText().strip())) {
            toggle.click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(requirement))
                    .click();
        }
        assertThat(toggle).hasText(requirement);
        return this;
    }

    /** Opens the options of a step, gives them an alias, and leaves the dialog open. */
    public AdminConsole opensOptions(String label, String alias) {
        row(label)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Settings"))
                .click();
        dialog().locator("[data-testid=alias]").fill(alias);
        return this;
    }

    public AdminConsole fills(Map<String, String> options) {
        options.forEach((name, value) ->
                dialog().locator("[data-testid='" + name + "']").first().fill(value));
        return this;
    }

    public AdminConsole chooses(String option, String value) {
        dialog().locator("[id='" + option + "']").click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(value).setExact(true))
                .click();
        return this;
    }

    public AdminConsole savesOptions() {
        dialog().locator("[data-testid=save]").click();
        assertThat(dialog()).isHidden();
        return this;
    }

    /** What was typed cannot be; the dialog stays. */
    public AdminConsole isRefused(String message) {
        dialog().locator("[data-testid=save]").click();
        assertThat(page.getByText(message).first()).isVisible();
        assertThat(dialog()).isVisible();
        return this;
    }

    public AdminConsole binds(String to) {
        tagged("action-dropdown").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Bind flow"))
                .click();
        dialog().locator("#chooseBindingType").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(to)).click();
        dialog().locator("[data-testid=save]").click();
        assertThat(dialog()).isHidden();
        return this;
    }

    // --- required actions
    // ---------------------------------------------------------------------------------------------

    /** Enables an action, for everybody if wanted. */
    public AdminConsole enablesAction(String label, boolean byDefault) {
        goesTo("authentication");
        tagged("requiredActions").click();
        var id = label.replace(' ', '-');
        switchesOn("enable-" + id);
        if (byDefault) {
            switchesOn("default-" + id);
        }
        return this;
    }

    public AdminConsole opensOptionsOfAction(String label) {
        page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(label))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Settings"))
                .click();
        return this;
    }

    private void switchesOn(String id) {
        var box = page.locator("[id='" + id + "']");
        box.click(new Locator.ClickOptions().setForce(true));
        assertThat(box).isChecked();
    }

    // --- realm settings
    // -----------------------------------------------------------------------------------------------

    public AdminConsole opensSettings(String tab) {
        goesTo("realm-settings");
        tagged("rs-" + tab + "-tab").click();
        return this;
    }

    public AdminConsole types(String tag, String value) {
        tagged(tag).fill(value);
        return this;
    }

    /** Chooses from a list of the page. */
    public AdminConsole picks(String id, String value) {
        page.locator("button[id='" + id + "']").click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(value).setExact(true))
                .click();
        return this;
    }

    public AdminConsole saves() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .locator("visible=true")
                .first()
                .click();
        assertThat(page.locator(".pf-v5-c-alert.pf-m-success").first()).isVisible();
        return this;
    }

    /** English and French, French first. */
    public AdminConsole speaksFrenchToo() {
        opensSettings("localization");
        page.locator("#internationalizationEnabled").click(new Locator.ClickOptions().setForce(true));
        page.getByPlaceholder("Type to filter")
                .or(page.getByLabel("Type to filter"))
                .first()
                .click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("French").setExact(true))
                .click();
        page.keyboard().press("Escape");
        picks("defaultLocale", "French");
        return saves();
    }

    /** A text of the realm in one language. */
    public AdminConsole overrides(String language, String key, String value) {
        opensSettings("localization");
        tagged("rs-localization-realm-overrides-tab").click();
        var chosen = page.locator("[data-testid=table-toolbar] button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^(English|French)$")))
                .first();
        if (!language.equals(chosen.innerText().strip())) {
            chosen.click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(language))
                    .click();
        }
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add translation").setExact(true))
                .first()
                .click();
        dialog().locator("[data-testid=key]").fill(key);
        dialog().locator("[data-testid=value]").fill(value);
        dialog().locator("[data-testid=add-translation-confirm-button]").click();
        assertThat(dialog()).isHidden();
        return this;
    }

    // --- identity providers
    // -------------------------------------------------------------------------------------------

    public AdminConsole addsProvider(String tag) {
        goesTo("identity-providers");
        tagged(tag + "-card").click();
        assertThat(tagged("createProvider")).isVisible();
        return this;
    }

    public AdminConsole createsProvider() {
        tagged("createProvider").click();
        return this;
    }

    public AdminConsole says(String text) {
        assertThat(page.getByText(text).first()).isVisible();
        return this;
    }

    /** For the documentation. */
    public AdminConsole photographs(String name) {
        page.locator(".pf-v5-c-alert__action button").all().forEach(Locator::click);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "gallery", name + ".png")));
        return this;
    }

    public AdminConsole goesTo(String place) {
        tagged("nav-item-" + place).click();
        return this;
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Locator tagged(String tag) {
        return page.locator("[data-testid=\"" + tag + "\"]");
    }

    private Locator row(String label) {
        return page.locator("tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("[data-testid=\"" + label + "\"]")))
                .last();
    }
}
