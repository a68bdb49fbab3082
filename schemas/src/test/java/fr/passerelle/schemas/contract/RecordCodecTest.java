package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.contract.RecordCodec.WireFormat;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fixture.TinyServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    private static final Topic TRANSITIONS = new Topics("essai").transitions();

    @Test
    void readsWhatItWroteWithoutAskingForWhatItKnows() throws IOException {
        try (TinyServer registry = new TinyServer(500, "")) {
            RecordCodec codec = codec(registry, 42);

            byte[] value = codec.write(TRANSITIONS, Examples.runAbandoned());

            assertThat(WireFormat.idOf(value)).isEqualTo(42);
            assertThat(codec.read(value)).isEqualTo(Examples.runAbandoned());
            assertThat(registry.requests()).isEmpty();
        }
    }

    @Test
    void asksOnceForAnId() throws IOException {
        try (TinyServer registry = new TinyServer(200, "{\"id\": 7}")) {
            SchemaIds ids = new SchemaIds(new RegistryClient(registry.url()));

            assertThat(ids.idOf(TRANSITIONS, RunAbandoned.SCHEMA$)).isEqualTo(7);
            assertThat(ids.idOf(TRANSITIONS, RunAbandoned.SCHEMA$)).isEqualTo(7);
            assertThat(registry.requests())
                    .containsExactly(
                            "POST /apis/ccompat/v7/subjects/essai.transitions-fr.passerelle.schemas.event.RunAbandoned");
        }
    }

    @Test
    void saysHowToRegisterASchemaThatIsNot() throws IOException {
        try (TinyServer registry = new TinyServer(404, "{}")) {
            RecordCodec codec = codec(registry, 42);

            assertThatThrownBy(() -> codec.write(TRANSITIONS, Examples.attendance()))
                    .isInstanceOf(OutsideFault.class)
                    .hasMessage("Le schéma fr.passerelle.schemas.event.MonthReported n'est pas enregistré sous"
                            + " « essai.transitions-fr.passerelle.schemas.event.MonthReported » :"
                            + " lancez « ./passerelle register ».");
        }
    }

    @Test
    void cannotReadAnIdThatTheRegistryDoesNotKnow() throws IOException {
        try (TinyServer registry = new TinyServer(404, "{}")) {
            byte[] value = WireFormat.frame(43, new byte[0]);

            assertThatThrownBy(() -> codec(registry, 42).read(value))
                    .isInstanceOf(UndecodableRecord.class)
                    .hasMessage("Le registre ne connaît pas le schéma d'identifiant 43");
        }
    }

    private static RecordCodec codec(TinyServer registry, int id) {
        SchemaIds ids = new SchemaIds(new RegistryClient(registry.url()));
        ids.remember(TRANSITIONS.subjectOf(RunAbandoned.SCHEMA$), RunAbandoned.SCHEMA$, id);
        return new RecordCodec(ids, new Records());
    }

    @Test
    void putsAZeroAndTheIdBeforeTheRecordAndGivesThemBack() {
        assertThat(WireFormat.frame(0x01020304, new byte[] {9, 8})).containsExactly(0, 1, 2, 3, 4, 9, 8);

        byte[] value = WireFormat.frame(260, new byte[] {9, 8, 7});

        assertThat(WireFormat.idOf(value)).isEqualTo(260);
        assertThat(WireFormat.bareOf(value)).containsExactly(9, 8, 7);
        assertThat(WireFormat.faultOf(value)).isEmpty();
        assertThat(WireFormat.bareOf(WireFormat.frame(1, new byte[0]))).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAValueAndRefusesOneThatIsNotFramed() {
        assertThat(WireFormat.faultOf(null)).contains("valeur absente (null)");
        assertThat(WireFormat.faultOf(new byte[] {0, 0, 0}))
                .contains("valeur de 3 octets : il en faut au moins 5 (octet 0, puis l'identifiant de schéma)");
        assertThat(WireFormat.faultOf("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .contains("premier octet 0x7b au lieu de 0x00 : ce n'est pas le format du registre");
        assertThat(WireFormat.faultOf(new byte[] {0, -1, 0, 0, 0, 1})).contains("identifiant de schéma négatif ou nul");
        assertThatThrownBy(() -> WireFormat.idOf(null))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessage("Enregistrement illisible : valeur absente (null)");
        assertThatThrownBy(() -> WireFormat.bareOf(new byte[0])).isInstanceOf(UndecodableRecord.class);
    }
}
