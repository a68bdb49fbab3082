package fr.passerelle.cli.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.cli.kit.RecomputeKit.Recomputation;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.study.replay.ReplayExamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecomputeKitTest {

    private static final Bareme BAREME = Baremes.load("2017-05");

    @TempDir
    private Path folder;

    @Test
    void findsTheHashAgainFromTheFolderAlone() {
        RecomputeKit kit = written("kit", log("2017-12-15"));

        assertThat(kit.recompute().agrees()).isTrue();
        assertThat(kit.recompute().run()).isEqualTo("N-000007");
        assertThat(kit.recompute().found()).hasSize(64).isEqualTo(hash(log("2017-12-15")));
    }

    @Test
    void findsAnotherOneWhereARecordOrTheBaremeIsAnother() throws IOException {
        List<SpecificRecord> other = new ArrayList<>(log("2017-12-15"));
        other.remove(1);
        new RecomputeKit(folder.resolve("kit"))
                .write(provenance(hash(log("2017-12-15"))), false, each -> other.forEach(each));
        assertThat(new RecomputeKit(folder.resolve("kit")).recompute().agrees()).isFalse();

        RecomputeKit kit = written("autre", log("2017-12-15"));
        Path bareme = folder.resolve("autre/bareme.yaml");
        Files.writeString(bareme, Files.readString(bareme).replace("seuil: {valeur: 50", "seuil: {valeur: 51"));
        assertThat(kit.recompute().agrees()).isFalse();
    }

    @Test
    void keepsNothingOfWhoDecidedAndWhy() throws IOException {
        written("kit", log("2017-12-15"));

        assertThat(new String(Files.readAllBytes(folder.resolve("kit/journal.avro")), StandardCharsets.ISO_8859_1))
                .contains("CP-2017-12-15")
                .doesNotContain("c-48213", "Dossier complet");
    }

    @Test
    void givesTheSameBytesTwice() {
        written("une", log("2017-12-15"));
        written("deux", log("2017-12-15"));

        assertThat(folder.resolve("une/journal.avro")).hasSameBinaryContentAs(folder.resolve("deux/journal.avro"));
    }

    @Test
    void saysThatAFolderIsNone() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> new RecomputeKit(folder).recompute())
                .withMessageContaining("n'est pas un kit");
    }

    private RecomputeKit written(String name, List<SpecificRecord> log) {
        RecomputeKit kit = new RecomputeKit(folder.resolve(name));
        kit.write(provenance(hash(log)), false, each -> log.forEach(each));
        return kit;
    }

    private static String hash(List<SpecificRecord> log) {
        Recomputation recomputation = new Recomputation();
        log.forEach(recomputation::take);
        return recomputation.hash(BAREME, YearMonth.of(2017, 10));
    }

    private static List<SpecificRecord> log(String decided) {
        return List.of(
                Facts.epci(),
                room("S1"),
                room("S2"),
                BarePlan.decision("epci:" + Facts.SIREN, Facts.SIREN, DecisionKind.NOTIFIED, decided)
                        .setAct("CP-" + decided)
                        .setAccount("c-48213")
                        .setMotive("Dossier complet")
                        .setSeat("room:S1")
                        .setAid(List.of())
                        .build());
    }

    private static RoomInventoried room(String id) {
        return Facts.room(id, Hosting.newBuilder().setFunctionsToday(List.of()).build());
    }

    private static Provenance provenance(String hash) {
        return new Provenance("kit", PublishedRun.of(ReplayExamples.run(7, BAREME, true, hash)), false);
    }
}
