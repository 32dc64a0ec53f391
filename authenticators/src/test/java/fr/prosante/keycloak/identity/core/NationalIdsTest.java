package fr.prosante.keycloak.identity.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NationalIdsTest {

    @ParameterizedTest
    @CsvSource({
        "899700218896, 899700218896",
        "99700218896, 899700218896",
        "'8 99700 21889 6', 899700218896",
        "' 997 002 188 96 ', 899700218896",
        "'8\u00a09970\u202f0218896\u200b', 899700218896",
        "00B1058110, 00B1058110",
        "0b1058110, 00B1058110",
        "'00b 105 8110', 00B1058110",
        "990000010, 0990000010",
        "0990000010, 0990000010",
        "990000127, 0990000127",
        "30b0057881/cpet0002, 30B0057881/CPET0002",
        "'3 0B0057881 / CPET0002', 30B0057881/CPET0002",
        "112345678901/00001, 112345678901/00001",
        "ans20231122132732, ANS20231122132732",
        "ANS12345678, ANS12345678",
    })
    void readsWhatPeopleType(String typed, String expected) {
        assertThat(NationalIds.parseTyped(typed, KeyCheck.TOLERANT).id().map(NationalId::value))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'  \u00a0 ', EMPTY",
        "1234, SHAPE",
        "899700218897, KEY",
        "99700218895, KEY",
        "899700000014, KEY",
        "899999999999, KEY",
        "00B1058111, KEY",
        "0B1058119, KEY",
        "899700218896a, SHAPE",
        "199700218896, SHAPE",
        "jeanne.martin@example.fr, SHAPE",
        "8٩9700218896, SHAPE",
        "0GB058110, SHAPE",
        "30B0057881/, SHAPE",
        "318751275/A, SHAPE",
        "30B0057881/../x, SHAPE",
        "ANS, SHAPE",
    })
    void saysWhatIsWrong(String typed, IdProblem expected) {
        assertThat(NationalIds.parseTyped(typed, KeyCheck.STRICT).problem()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "899700000013",
                "899700000021",
                "899700000039",
                "899700000047",
                "899900000011",
                "899700218896",
                "899700075064",
                "899700252580",
                "899900063480",
                "899900038839",
                "899700367909",
                "899900000029",
                "0990000010",
                "099A000019",
                "09D0000011",
                "09F0000016",
                "02A0000014",
                "00B6087510",
                "00B6077602",
                "00B1058110"
            })
    void acceptsRightKeys(String official) {
        assertThat(NationalIds.parseOfficial(official, KeyCheck.STRICT).id()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"899700000001", "899700000014", "899900000012", "899999999999"})
    void refusesOrToleratesWrongKeysAsTold(String official) {
        assertThat(NationalIds.parseOfficial(official, KeyCheck.STRICT).problem())
                .contains(IdProblem.KEY);
        assertThat(NationalIds.parseOfficial(official, KeyCheck.TOLERANT).id()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99700218896", "0B1058110"})
    void wantsTheTypeDigitInOfficialForms(String number) {
        assertThat(NationalIds.parseOfficial(number, KeyCheck.TOLERANT).problem())
                .contains(IdProblem.SHAPE);
    }

    @Test
    void namesTheAccountInLowerCase() {
        assertThat(new Adeli("00B1058110").username()).isEqualTo("00b1058110");
        assertThat(new Employee("30B0057881/CPET0002").username()).isEqualTo("30b0057881/cpet0002");
    }

    @Test
    void givesRppsOnlyToWhoHasOne() {
        assertThat(new Rpps("899700218896").rpps()).contains("99700218896");
        assertThat(new Adeli("00B1058110").rpps()).isEmpty();
        assertThat(new Adeli("00B1058110").number()).isEqualTo("0B1058110");
        assertThat(new Employee("30B0057881/CPET0002").structure()).isEqualTo("0B0057881");
    }

    @Test
    void isNeverBuiltFromAnotherShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rpps("99700218896"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Adeli("00b1058110"));
    }

    @Test
    void readsAHugeTextQuickly() {
        assertThat(NationalIds.parseTyped("8".repeat(1_000_000), KeyCheck.STRICT)
                        .problem())
                .contains(IdProblem.SHAPE);
    }
}
