package fr.passerelle.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that rows, partitions and hashes of years hold: none may ever change. */
class PartitionsTest {

    /** Values computed with Kafka 4.2.2's own {@code Utils.murmur2}; the second to fifth are those of its unit test. */
    @ParameterizedTest
    @CsvSource({
        "'', 275646681", "21, -973932308",
        "foobar, -790332482", "a-little-bit-long-string, -985981536",
        "a-little-bit-longer-string, -1486304829", "lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8, -58897971",
        "200071991, -859777553", "SANS-EPCI, 1698270489",
        "é, 186971271"
    })
    void hashesAsKafkaDoes(String text, int expected) {
        assertThat(Partitions.murmur2(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"200071991, 3", "SANS-EPCI, 9", "foobar, 6"})
    void sendsAnEpciToThePartitionOfItsPositiveHash(String epci, int expected) {
        assertThat(new Partitions(12).of(epci)).isEqualTo(expected);
    }

    @Test
    void refusesToHaveNoPartition() {
        assertThatThrownBy(() -> new Partitions(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Il faut au moins une partition : 0");
    }

    private static final byte[] PAYLOAD = {1, 2, 3};

    @Test
    void hashesTheBytesThatItsContractNames() throws Exception {
        byte[] bytes = "PLAN\000200068468\0\0\0\0\3\1\2\3b\0002017-10\0".getBytes(UTF_8);

        String hash =
                new ResultHash().add(ResultHash.Type.PLAN, "200068468", PAYLOAD).of("b", "2017-10");

        assertThat(hash)
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void refusesResultsOutOfOrder() {
        ResultHash hash = new ResultHash().add(ResultHash.Type.PLAN, "b", PAYLOAD);

        assertThatThrownBy(() -> hash.add(ResultHash.Type.PLAN, "a", PAYLOAD)).hasMessageContaining("PLAN a");
        assertThatThrownBy(() -> hash.add(ResultHash.Type.CONVERSION, "c", PAYLOAD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsApartResultsWhoseBytesJoin() {
        String one = new ResultHash().add(ResultHash.Type.SCORE, "a", PAYLOAD).partial();
        String other = new ResultHash()
                .add(ResultHash.Type.SCORE, "a", new byte[] {1, 2})
                .partial();

        assertThat(one).isNotEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"SEANCE,0", "JOUR,1", "SEMAINE,2", "MOIS,3", "TRIMESTRE,4", "SEMESTRE,5", "ANNEE,6", "PERIODE,7"})
    void aGrainKeepsItsCode(Grain grain, int code) {
        assertThat(AttendanceCodes.of(grain)).isEqualTo(code);
        assertThat(AttendanceCodes.grain(code)).isEqualTo(grain);
    }

    @ParameterizedTest
    @CsvSource({"OUVERT,0", "FERME,1"})
    void aStateKeepsItsCode(Etat etat, int code) {
        assertThat(AttendanceCodes.of(etat)).isEqualTo(code);
        assertThat(AttendanceCodes.etat(code)).isEqualTo(etat);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 8})
    void aCodeOfNobodyIsRefused(int code) {
        assertThatIllegalArgumentException().isThrownBy(() -> AttendanceCodes.grain(code));
        assertThatIllegalArgumentException().isThrownBy(() -> AttendanceCodes.etat(code));
    }
}
