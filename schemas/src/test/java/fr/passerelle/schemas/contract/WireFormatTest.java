package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    @Test
    void putsAZeroAndTheIdBeforeTheRecord() {
        assertThat(WireFormat.frame(0x01020304, new byte[] {9, 8})).containsExactly(0, 1, 2, 3, 4, 9, 8);
    }

    @Test
    void givesBackTheIdAndTheRecord() {
        byte[] value = WireFormat.frame(260, new byte[] {9, 8, 7});

        assertThat(WireFormat.idOf(value)).isEqualTo(260);
        assertThat(WireFormat.bareOf(value)).containsExactly(9, 8, 7);
        assertThat(WireFormat.faultOf(value)).isEmpty();
    }

    @Test
    void takesARecordWithoutFields() {
        assertThat(WireFormat.bareOf(WireFormat.frame(1, new byte[0]))).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        assertThat(WireFormat.faultOf(null)).contains("valeur absente (null)");
        assertThat(WireFormat.faultOf(new byte[] {0, 0, 0}))
                .contains("valeur de 3 octets : il en faut au moins 5 (octet 0, puis l'identifiant de schéma)");
        assertThat(WireFormat.faultOf("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .contains("premier octet 0x7b au lieu de 0x00 : ce n'est pas le format du registre");
        assertThat(WireFormat.faultOf(new byte[] {0, -1, 0, 0, 0, 1})).contains("identifiant de schéma négatif ou nul");
    }

    @Test
    void refusesAValueThatIsNotFramed() {
        assertThatThrownBy(() -> WireFormat.idOf(null))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessage("Enregistrement illisible : valeur absente (null)");
        assertThatThrownBy(() -> WireFormat.bareOf(new byte[0])).isInstanceOf(UndecodableRecord.class);
    }
}
