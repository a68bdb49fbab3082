package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.fixture.TinyServer;
import java.io.IOException;
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
                    .isInstanceOf(RegistryException.class)
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
}
