package fr.passerelle.cli.kit;

import fr.passerelle.cli.dataset.Provenance;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.published.recomputation.Recomputation;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder: the records that the log held when a run closed, its barème, what it published, how to go on, and the program where that runs
 * from a file of its own.
 */
public record RecomputeKit(Path folder) {

    private static final String RECORDS = "journal.avro";
    private static final String BAREME = "bareme.yaml";
    private static final String RUN = "execution.json";
    private static final String README = "LISEZ-MOI.md";
    private static final List<String> NAMES = List.of(RECORDS, BAREME, RUN, README);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What was published, and what is found. */
    public record Finding(String run, String published, String found) {

        public boolean agrees() {
            return published.equals(found);
        }
    }

    /**
     * Writes it. A decision leaves without who recorded it and why, which no result holds.
     *
     * @param records given where to put each, puts them all in the order of the log
     * @throws UnusableFile where it cannot be written
     */
    public void write(Provenance provenance, boolean force, Consumer<Consumer<SpecificRecord>> records) {
        OutputFile.requireFree(folder, NAMES, force);
        String hash = Objects.requireNonNull(provenance.run().resultHash());
        OutputFile.write(
                folder.resolve(RECORDS),
                force,
                out -> KitRecords.write(out, hash, each -> records.accept(record -> each.accept(bare(record)))));
        text(BAREME, provenance.run().baremeText(), force);
        text(RUN, JSON.writeValueAsString(provenance.entries()), force);
        text(README, readme(), force);
        KitProgram.copyTo(folder);
    }

    /**
     * Finds the hash again.
     *
     * @throws UnusableFile where the folder is not such a one
     */
    public Finding recompute() {
        try {
            JsonNode run = JSON.readTree(Files.readString(folder.resolve(RUN)));
            Bareme bareme = Baremes.read(Files.readString(folder.resolve(BAREME)));
            Recomputation recomputation = new Recomputation();
            KitRecords.read(folder.resolve(RECORDS).toFile(), recomputation::take);
            String found = recomputation.hash(
                    bareme, YearMonth.parse(run.get("situation").asString()));
            return new Finding(
                    run.get("execution").asString(), run.get("empreinte").asString(), found);
        } catch (IOException unreadable) {
            throw new UnusableFile(
                    "Le dossier « " + folder + " » n'est pas un kit, ou il en manque un fichier.", unreadable);
        }
    }

    private void text(String name, String text, boolean force) {
        OutputFile.write(folder.resolve(name), force, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static SpecificRecord bare(SpecificRecord record) {
        return record instanceof DecisionRecorded decision
                ? DecisionRecorded.newBuilder(decision)
                        .setAccount("")
                        .setRole("")
                        .setMotive("")
                        .build()
                : record;
    }

    private static String readme() {
        try (InputStream in = Objects.requireNonNull(RecomputeKit.class.getResourceAsStream("/kit/LISEZ-MOI.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
