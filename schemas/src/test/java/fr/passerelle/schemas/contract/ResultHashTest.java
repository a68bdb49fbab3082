package fr.passerelle.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ResultHashTest {

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
}
