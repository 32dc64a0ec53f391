package fr.prosante.keycloak.e2e.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;

/** The page « Authentication » and the table of one flow. */
public final class FlowEditor {

    /** By this the search of the dialog finds our steps. */
    private static final String OURS = "Pro Santé";

    private final AdminConsole console;

    FlowEditor(AdminConsole console) {
        this.console = console;
    }

    /** A new flow, in which the administrator is from then on. */
    public FlowEditor creates(String name) {
        console.menu("authentication")
                .press(AriaRole.LINK, "Create flow")
                .fill("alias", name)
                .click("create")
                .told("Flow created");
        return this;
    }

    /** Another step of the flow itself. */
    public FlowEditor adds(String provider, String step, String requirement) {
        button("addExecution", "addStep").click();
        picks(provider, step.startsWith(OURS) || step.endsWith(")") ? OURS : step);
        return requires(step, requirement);
    }

    /** Another step of a sub-flow. */
    public FlowEditor adds(String subFlow, String provider, String step, String requirement) {
        plus(subFlow, "Add execution");
        picks(provider, step.startsWith(OURS) || step.endsWith(")") ? OURS : step);
        return requires(step, requirement);
    }

    public FlowEditor addsSubFlow(String name, String requirement) {
        button("addSubFlow", "addSubFlow").click();
        return named(name, requirement);
    }

    public FlowEditor addsSubFlow(String subFlow, String name, String requirement) {
        plus(subFlow, "Add sub-flow");
        return named(name, requirement);
    }

    /** Opens the cog of a step and writes; the keys are the fields as the console names them. */
    public FlowEditor writes(String step, Map<String, String> values) {
        console.cog(step);
        return corrects(values);
    }

    /** Writes into the dialog that is open. */
    public FlowEditor corrects(Map<String, String> values) {
        values.forEach((field, value) -> {
            if (field.startsWith("#")) {
                console.choose(field, value);
            } else {
                console.fill(field, value);
            }
        });
        console.click("save");
        return this;
    }

    public FlowEditor told(String answer) {
        console.told(answer);
        return this;
    }

    /** Binds the flow that is open. */
    public FlowEditor binds(String occasion) {
        console.click("action-dropdown");
        page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Bind flow"))
                .click();
        console.choose("#chooseBindingType", occasion);
        console.click("save").told("Flow successfully updated");
        return this;
    }

    private void picks(String provider, String searched) {
        var search = page().getByRole(AriaRole.DIALOG)
                .locator(".pf-v5-c-toolbar input")
                .first();
        search.fill(searched);
        search.press("Enter");
        console.click(provider).click("modal-add").told("Flow successfully updated");
    }

    private FlowEditor named(String name, String requirement) {
        console.fill("name", name).click("modal-add").told("Flow successfully updated");
        return requires(name, requirement);
    }

    private FlowEditor requires(String step, String requirement) {
        var row = row(step);
        console.shows(row);
        var toggle = row.locator(".keycloak__authentication__requirement-dropdown");
        // A step that counts in one way only has no list.
        if (!row.innerText().contains(requirement)) {
            toggle.click();
            console.option(requirement).click();
            console.told("Flow successfully updated");
        }
        return this;
    }

    private void plus(String subFlow, String entry) {
        console.click(subFlow + "-edit-dropdown");
        page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry))
                .click();
    }

    private Locator row(String step) {
        return page().locator("tr").filter(new Locator.FilterOptions().setHas(page().getByTestId(step)));
    }

    private Locator button(String whenEmpty, String later) {
        return page().locator("[data-testid=" + whenEmpty + "], [data-testid=" + later + "]")
                .first();
    }

    private Page page() {
        return console.page();
    }
}
