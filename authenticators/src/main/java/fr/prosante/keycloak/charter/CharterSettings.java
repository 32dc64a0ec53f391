package fr.prosante.keycloak.charter;

import fr.prosante.keycloak.config.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RequiredActionConfigModel;

/** The settings of the required action. */
final class CharterSettings {

    /** A date, a number: whatever names versions; a change of it asks everybody again. */
    private static final Option<String> VERSION = Option.text(
            "proSanteCharter",
            "version",
            "1",
            Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,31}"),
            "proSanteSettingVersion");

    static final List<Option<?>> OPTIONS = List.of(VERSION);

    private CharterSettings() {}

    static String version(@Nullable RequiredActionConfigModel config) {
        return VERSION.value(Optional.ofNullable(config)
                .map(RequiredActionConfigModel::getConfig)
                .orElse(Map.of()));
    }
}
