package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.contract.RecordJson.RecordParser;
import fr.passerelle.schemas.contract.Records.TrustedRecords;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunClosed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs without any flag of the JVM: what it reads back, any program can. */
class RecordsTest {

    private final Records records = new Records();

    static List<SpecificRecord> examples() {
        return List.of(Examples.runAbandoned(), Examples.attendance(), Examples.plan());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsBackWhatItWrote(SpecificRecord record) {
        assertThat(records.decode(records.encode(record), record.getSchema())).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesTheSameBytesToEqualRecords(SpecificRecord record) {
        byte[] bare = records.encode(record);
        SpecificRecord copy = new Records()
                .decode(bare, new Schema.Parser().parse(record.getSchema().toString()));

        assertThat(new Records().encode(copy)).isEqualTo(bare);
    }

    @Test
    void givesTheSameBytesOnEveryThread() {
        byte[] bare = records.encode(Examples.plan());

        List<byte[]> all = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> records.encode(Examples.plan()))
                .toList();

        assertThat(all).allSatisfy(bytes -> assertThat(bytes).isEqualTo(bare));
    }

    @Test
    void readsTheClassThatIsAskedFor() {
        byte[] bare = records.encode(Examples.runAbandoned());

        assertThat(records.decode(bare, RunAbandoned.SCHEMA$, RunAbandoned.class)
                        .getRunId())
                .isEqualTo("N-000007");
        assertThatThrownBy(() -> records.decode(bare, RunAbandoned.SCHEMA$, RunClosed.class))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessageContaining("RunClosed était attendu");
    }

    @Test
    void readsWhatAnOlderFormWroteWithTheDefaultsOfToday() throws IOException {
        Schema older = SchemaBuilder.record(RoomWithdrawn.SCHEMA$.getFullName())
                .fields()
                .requiredString("room_id")
                .requiredString("epci")
                .name("reason")
                .type(RoomWithdrawal.SCHEMA$)
                .noDefault()
                .endRecord();
        GenericRecord gone = new GenericRecordBuilder(older)
                .set("room_id", "DEMO-001")
                .set("epci", "200071991")
                .set("reason", new GenericData.EnumSymbol(RoomWithdrawal.SCHEMA$, "GONE"))
                .build();

        RoomWithdrawn read = records.decode(PayloadReaderTest.bytes(gone), older, RoomWithdrawn.class);

        assertThat(read).isEqualTo(new RoomWithdrawn("DEMO-001", "200071991", RoomWithdrawal.GONE, null));
    }

    @Test
    void refusesBytesThatAreCutShortOrGoOnAndReadsTheNext() {
        byte[] bare = records.encode(Examples.attendance());

        assertThatThrownBy(() -> records.decode(Arrays.copyOf(bare, bare.length - 3), MonthReported.SCHEMA$))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessage("Octets qui ne suivent pas le schéma fr.passerelle.schemas.event.MonthReported");
        assertThatThrownBy(() -> records.decode(Arrays.copyOf(bare, bare.length + 1), MonthReported.SCHEMA$))
                .isInstanceOf(UndecodableRecord.class);
        assertThat(records.decode(bare, MonthReported.SCHEMA$)).isEqualTo(Examples.attendance());
    }

    @Test
    void refusesASchemaThatIsNoneOfOurs() {
        Schema foreign = SchemaBuilder.record("java.lang.Thread").fields().endRecord();

        assertThatThrownBy(() -> records.decode(new byte[0], foreign))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessage("Schéma étranger : java.lang.Thread");
    }

    @Test
    void writesMoneyWithItsCentsNamesOfEnumsTextAndListsAndAbsentFieldsAsNull() {
        assertThat(RecordJson.of(plan("45000.10")))
                .contains("\"aid_total\":45000.10")
                .contains("\"theoretical_ceiling\":115000.00")
                .contains("\"besoin\":\"ELEVE\"")
                .contains("\"name\":\"Communauté d'Été\"")
                .contains("\"functions\":[\"FABLAB\"]")
                .contains("\"demonstration\":true")
                .contains("\"left_total\":null");
    }

    @Test
    void writesDatesAsIsoText() {
        Intercommunalite line = Intercommunalite.newBuilder()
                .setFunctionsWanted(List.of())
                .setOpening(LocalDate.of(2018, 9, 1))
                .setCostEtude(new BigDecimal("12500.00"))
                .build();

        assertThat(RecordJson.of(line)).contains("\"opening\":\"2018-09-01\"").contains("\"cost_etude\":12500.00");
    }

    @Test
    void writesTheRecordsThatAnotherObjectHolds() {
        record Answer(String run, List<Plan> plans) {}

        assertThat(RecordJson.of(new Answer("N-000001", List.of(plan("1000.00")))))
                .startsWith("{\"run\":\"N-000001\",\"plans\":[{")
                .contains("\"epci\":\"200071991\"")
                .contains("\"aid_total\":1000.00");
    }

    @Test
    void givesWhatIsCountedInHundredthsAsDecimalsWhereThatIsAskedFor() {
        Hosting hosting = Hosting.newBuilder().setSurfaceM2Hundredths(4050).build();

        assertThat(RecordJson.of(RecordJson.decimals(hosting)))
                .contains("\"surface_m2\":40.50", "\"measured_mbits\":null")
                .doesNotContain("hundredths");
        assertThat(RecordJson.of(hosting)).contains("\"surface_m2_hundredths\":4050");
    }

    private static Plan plan(String aid) {
        return Plan.newBuilder(Examples.plan().getPlan())
                .setName("Communauté d'Été")
                .setFunctions(List.of(Fonction.FABLAB))
                .setAidTotal(new BigDecimal(aid))
                .build();
    }

    private final ChoixEpci choice = ChoixEpci.newBuilder()
            .setEpci("200000001")
            .setName("CC de l'Étude \"A\"")
            .setDepartement("02")
            .setBesoin(Besoin.ELEVE)
            .setFinancement(Financement.OUVERTURE)
            .setYear(2018)
            .setOpening(LocalDate.of(2018, 9, 1))
            .setDepenses(List.of(new Depense(2018, LigneCredit.ETUDE, new BigDecimal("10000.00"))))
            .setEngagees(List.of())
            .setOuvertureNotifiee(false)
            .setExclus(List.of(new ChoixExclu(Financement.ETUDE, Empechement.NOTIFIE)))
            .setAttend(true)
            .build();

    @Test
    void readsWhatIsWrittenWhetherFieldsAreThereOrNull() {
        assertThat(RecordParser.parse(RecordJson.of(choice), ChoixEpci.class)).isEqualTo(choice);
        choice.setYear(null);
        choice.setOpening(null);
        assertThat(RecordParser.parse(RecordJson.of(choice), ChoixEpci.class)).isEqualTo(choice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "null", "{\"epci\":1}"})
    void refusesWhatIsNoRecord(String json) {
        assertThatThrownBy(() -> RecordParser.parse(json, ChoixEpci.class)).isInstanceOf(UndecodableRecord.class);
    }

    @Test
    void refusesACodeThatNobodyKnowsAndANumberThatIsNone() {
        String json = RecordJson.of(choice);

        for (String wrong : List.of(json.replace("OUVERTURE", "RIEN_DU_TOUT"), json.replace("2018-09-01", "hier"))) {
            assertThatThrownBy(() -> RecordParser.parse(wrong, ChoixEpci.class)).isInstanceOf(UndecodableRecord.class);
        }
    }

    /** Each in a JVM of its own, without flags, since trust once given lasts as long as the process. */
    @Test
    void letsAProgramWriteBeforeItReadsAndBuildBeforeItWrites() throws Exception {
        assertThat(outputOf(Writes.class)).isEqualTo("35 octets");
        assertThat(outputOf(Builds.class)).isEqualTo("[]");
    }

    private static String outputOf(Class<?> program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }

    static final class Writes {

        private Writes() {}

        public static void main(String[] args) {
            System.out.println(new Records().encode(Examples.runAbandoned()).length + " octets");
        }
    }

    static final class Builds {

        private Builds() {}

        public static void main(String[] args) {
            TrustedRecords.trust();
            System.out.println(Hosting.newBuilder().build().getFunctionsToday());
        }
    }
}
