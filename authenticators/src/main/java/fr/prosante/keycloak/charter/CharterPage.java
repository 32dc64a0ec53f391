package fr.prosante.keycloak.charter;

import fr.prosante.keycloak.charter.core.Block;
import fr.prosante.keycloak.charter.core.Charter;
import fr.prosante.keycloak.charter.core.CharterAnswer;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page that shows the charter, its box at the very bottom. */
final class CharterPage {

    static final String BOX = "accepted";
    static final String STAMP = "stamp";
    static final String DECLINE = "decline";

    private static final String TEMPLATE = "pro-sante-charter.ftl";

    private final RequiredActionContext context;
    private final Charter charter;

    CharterPage(RequiredActionContext context, Charter charter) {
        this.context = context;
        this.charter = charter;
    }

    Response blank() {
        return form().createForm(TEMPLATE);
    }

    Response again(FormMessage error) {
        return form().setErrors(List.of(error)).createForm(TEMPLATE);
    }

    private LoginFormsProvider form() {
        return context.form()
                .setAttribute("charterVersion", charter.version())
                .setAttribute("charterLanguage", charter.language())
                .setAttribute("charterStamp", CharterAnswer.stamp(charter))
                .setAttribute(
                        "charterBlocks",
                        charter.blocks().stream().map(CharterPage::readable).toList());
    }

    /** For FreeMarker, which reads maps but no records. */
    private static Map<String, Object> readable(Block block) {
        return Map.of("kind", block.kind().name().toLowerCase(Locale.ROOT), "lines", block.lines());
    }
}
