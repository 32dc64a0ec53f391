package fr.prosante.keycloak.charter.core;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.charter.core.Block.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CharterTest {

    private static final Charter CHARTER = new Charter("2", "fr", "# Objet\n\nPour tous.");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2, -, true", "2, 1, true", "2, 2, false", "2, 3, true", "2, '', true"})
    void isDueWhenAnotherVersionWasAccepted(String version, String accepted, boolean due) {
        assertThat(Charter.isDue(version, Optional.ofNullable(accepted))).isEqualTo(due);
    }

    @Test
    void fingerprintIsTheSha256OfTheText() {
        assertThat(new Charter("1", "fr", "abc").fingerprint())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Nested
    final class Answer {

        private final Optional<String> stamp = Optional.of(CharterAnswer.stamp(CHARTER));

        @Test
        void boxIsNeeded() {
            assertThat(CharterAnswer.of(false, false, stamp, CHARTER)).isEqualTo(CharterAnswer.UNTICKED);
            assertThat(CharterAnswer.of(false, true, stamp, CHARTER)).isEqualTo(CharterAnswer.ACCEPTED);
        }

        @Test
        void declineWinsOverTheBox() {
            assertThat(CharterAnswer.of(true, true, stamp, CHARTER)).isEqualTo(CharterAnswer.DECLINED);
        }

        @Test
        void anotherTextOrVersionThanTheOneShownIsNotAccepted() {
            assertThat(CharterAnswer.of(false, true, stamp, new Charter("2", "fr", "Autre.")))
                    .isEqualTo(CharterAnswer.OUTDATED);
            assertThat(CharterAnswer.of(false, true, stamp, new Charter("3", "fr", CHARTER.text())))
                    .isEqualTo(CharterAnswer.OUTDATED);
            assertThat(CharterAnswer.of(false, true, Optional.empty(), CHARTER)).isEqualTo(CharterAnswer.OUTDATED);
        }
    }

    @Nested
    final class Text {

        @Test
        void marksHeadingsParagraphsAndLists() {
            assertThat(CharterText.blocks("# Objet\n\nUne ligne\nencore la même.\n \n\n- un\n- deux\n"))
                    .containsExactly(
                            new Block(Kind.HEADING, List.of("Objet")),
                            new Block(Kind.PARAGRAPH, List.of("Une ligne encore la même.")),
                            new Block(Kind.LIST, List.of("un", "deux")));
        }

        @Test
        void lineEndsMayBeTyped() {
            assertThat(CharterText.blocks("# Objet\\n\\nPour tous.")).isEqualTo(CHARTER.blocks());
            assertThat(CharterText.blocks("# Objet\r\n\r\nPour tous.")).isEqualTo(CHARTER.blocks());
        }

        @Test
        void listNeedsEveryLine() {
            assertThat(CharterText.blocks("Soit :\n- un"))
                    .containsExactly(new Block(Kind.PARAGRAPH, List.of("Soit : - un")));
        }

        @Test
        void htmlIsJustText() {
            assertThat(CharterText.blocks("<b>Gras</b>"))
                    .containsExactly(new Block(Kind.PARAGRAPH, List.of("<b>Gras</b>")));
        }

        @Test
        void emptyTextHasNoBlocks() {
            assertThat(CharterText.blocks(" \n ")).isEmpty();
        }
    }
}
