package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.CardType;
import fr.prosante.keycloak.card.core.ProductCategory;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.config.WrongValue;
import fr.prosante.keycloak.identity.core.KeyCheck;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings of the card step, each with its one default. */
final class CardOptions {

    private static final String OWNER = "proSanteCard";
    private static final Pattern OID = Pattern.compile("[0-2](?:\\.[0-9]+)+");

    static final Option<Optional<DoorAddress>> DOOR_BASE_URL =
            Option.parsed(OWNER, "doorBaseUrl", Optional.empty(), "", DoorAddress::parse);
    static final Option<AnchorSet> ANCHOR_SET = Option.choice(OWNER, "anchorSet", AnchorSet.IGC_SANTE);
    static final Option<List<Path>> ANCHOR_FILES = Option.list(OWNER, "anchorFiles", List.of(), CardOptions::path);
    static final Option<List<String>> ISSUERS = Option.list(OWNER, "issuers", List.of(), text -> text);
    static final Option<List<ProductCategory>> CATEGORIES =
            Option.choices(OWNER, "categories", ProductCategory.CARD, List.of());
    static final Option<List<CardType>> TYPES =
            Option.choices(OWNER, "types", CardType.CPS, List.of(CardType.values()));
    static final Option<List<String>> POLICIES = Option.list(OWNER, "policies", List.of(), CardOptions::oid);
    static final Option<RevocationMode> REVOCATION = Option.choice(OWNER, "revocation", RevocationMode.CRL);
    static final Option<List<URI>> CRL_URLS = Option.list(OWNER, "crlUrls", List.of(), CardOptions::list);
    static final Option<CannotTell> CANNOT_TELL = Option.choice(OWNER, "cannotTell", CannotTell.REFUSE);
    static final Option<KeyCheck> KEY_CHECK = Option.choice(OWNER, "keyCheck", KeyCheck.STRICT);
    static final Option<Integer> TICKET_SECONDS = Option.number(OWNER, "ticketSeconds", 60, 5, 300);

    private CardOptions() {}

    static List<Option<?>> all() {
        return List.of(
                DOOR_BASE_URL,
                ANCHOR_SET,
                ANCHOR_FILES,
                ISSUERS,
                CATEGORIES,
                TYPES,
                POLICIES,
                REVOCATION,
                CRL_URLS,
                CANNOT_TELL,
                KEY_CHECK,
                TICKET_SECONDS);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException notAPath) {
            throw new WrongValue("proSanteSettingPath");
        }
    }

    private static String oid(String text) {
        if (!OID.matcher(text).matches()) {
            throw new WrongValue("proSanteSettingOid");
        }
        return text;
    }

    /** An http address, or an absolute file path for a list that is delivered by other means. */
    private static URI list(String text) {
        try {
            URI uri = text.startsWith("/") ? Path.of(text).toUri() : new URI(text);
            if (Set.of("http", "file").contains(uri.getScheme())) {
                return uri;
            }
        } catch (URISyntaxException | InvalidPathException neither) {
            // refused as another scheme is
        }
        throw new WrongValue("proSanteSettingListAddress");
    }
}
