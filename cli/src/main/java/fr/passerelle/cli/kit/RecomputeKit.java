package fr.passerelle.cli.kit;

import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Records.TrustedRecords;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.text.TextResource;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.io.function.Uncheck;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder of the records that the log held when a run closed, its barème, what it published, how to go on, and the program where it is a jar. */
record RecomputeKit(Path folder) {

    private static final String RECORDS = "journal.avro";
    private static final String BAREME = "bareme.yaml";
    private static final String RUN = "execution.json";
    private static final String README = "LISEZ-MOI.md";
    private static final List<String> NAMES = List.of(RECORDS, BAREME, RUN, README);
    private static final String PROGRAM = "programme";
    private static final String SCRIPT = """
        #!/bin/sh
        here="$(dirname -- "$0")"
        java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
        version="$("$java" -version 2>&1 | sed -n 's/.*version "\\([0-9]*\\).*/\\1/p')"
        if [ "${version:-0}" -lt 21 ]; then
            echo "Il faut un JDK 21 ou plus récent : installez-en un, ou donnez JAVA_HOME." >&2
            exit 1
        fi
        exec "$java" -Dorg.apache.avro.SERIALIZABLE_PACKAGES=fr.passerelle.schemas.event -jar "$here/programme/%s" kit run "$here"
        """;

    private static final int MARK = 16;

    /** What stands in the file of records, which any Avro tool reads: a union of their types. */
    private static final Schema UNION = Schema.createUnion(LogFold.ALL);

    private static final SpecificData MODEL = new SpecificData();

    static {
        TrustedRecords.trust();
        MODEL.addLogicalTypeConversion(new Conversions.DecimalConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.DateConversion());
    }

    record Finding(String run, String published, String found) {

        boolean agrees() {
            return published.equals(found);
        }
    }

    /**
     * Writes it. A decision leaves without who recorded it and why, which no result holds.
     *
     * @param records given where to put each, puts them all in the order of the log
     * @throws UnusableFile where it cannot be written
     */
    void write(Provenance provenance, boolean force, Consumer<Consumer<SpecificRecord>> records) {
        OutputFile.requireFree(folder, NAMES, force);
        String hash = provenance.run().hash();
        OutputFile.write(
                folder.resolve(RECORDS),
                force,
                out -> write(out, hash, each -> records.accept(record -> each.accept(bare(record)))));
        OutputFile.write(
                folder.resolve(BAREME), force, provenance.run().bareme().text());
        OutputFile.writeJson(folder.resolve(RUN), force, provenance.entries());
        OutputFile.write(folder.resolve(README), force, TextResource.of("/kit/LISEZ-MOI.md", "La notice"));
        copyProgram();
    }

    /** Finds the hash again, unless the folder is not such a one. */
    Finding recompute() {
        try {
            JsonNode run = JsonMapper.shared().readTree(Files.readString(folder.resolve(RUN)));
            Bareme bareme = Baremes.read(Files.readString(folder.resolve(BAREME)));
            Recomputation recomputation = new Recomputation();
            read(folder.resolve(RECORDS).toFile(), recomputation::take);
            String found = recomputation.hash(
                    bareme, YearMonth.parse(run.get("situation").asString()));
            return new Finding(
                    run.get("execution").asString(), run.get("empreinte").asString(), found);
        } catch (IOException unreadable) {
            throw new UnusableFile(
                    "Le dossier « " + folder + " » n'est pas un kit, ou il en manque un fichier.", unreadable);
        }
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

    /** The hash of a run from its records, its barème and its month alone: no database, no topic, nothing that was published. */
    static final class Recomputation {

        private record Key(ResultHash.Type type, String id) {}

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::type)
                .thenComparing((a, b) -> Arrays.compareUnsigned(
                        a.id().getBytes(StandardCharsets.UTF_8), b.id().getBytes(StandardCharsets.UTF_8)));

        private final LogFold log = new LogFold();
        private final Records records = new Records();

        /** Takes the next record of the log. */
        void take(SpecificRecord record) {
            log.take(record);
        }

        /** What the run that closed here publishes. */
        String hash(Bareme bareme, YearMonth asOf) {
            SortedMap<Key, byte[]> results = new TreeMap<>(ORDER);
            log.epcis().forEach((siren, epci) -> {
                if (epci.hasRooms()) {
                    EpciResults.of(epci.facts(siren), asOf, bareme)
                            .forEach((type, id, result) -> results.put(new Key(type, id), records.encode(result)));
                }
            });
            ResultHash hash = new ResultHash();
            results.forEach((key, payload) -> hash.add(key.type(), key.id(), payload));
            return hash.of(bareme.sha256(), asOf.toString());
        }
    }

    /** The records of the log as one Avro file, in their order: the same mark and records give the same bytes. */
    private static void write(OutputStream out, String mark, Consumer<Consumer<SpecificRecord>> records)
            throws IOException {
        byte[] sync = Arrays.copyOf(mark.getBytes(StandardCharsets.US_ASCII), MARK);
        try (DataFileWriter<SpecificRecord> file = new DataFileWriter<>(new SpecificDatumWriter<>(UNION, MODEL))) {
            file.create(UNION, out, sync);
            records.accept(record -> Uncheck.accept(file::append, record));
        }
    }

    /** Hands the records of a file over in their order: whichever comes, as it was written, in its class as it is today. */
    private static void read(File file, Consumer<SpecificRecord> reader) throws IOException {
        try (DataFileReader<SpecificRecord> records =
                new DataFileReader<>(file, new SpecificDatumReader<>(null, UNION, MODEL))) {
            records.forEach(reader);
        }
    }

    /** Copies the program where it runs from a jar of its own, and a script that starts it; else nothing is there to copy. */
    private void copyProgram() {
        Path jar = Path.of(System.getProperty("java.class.path"));
        if (!Files.isRegularFile(jar)) {
            return;
        }
        try {
            Path programme = Files.createDirectories(folder.resolve(PROGRAM));
            Files.copy(jar, programme.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            Path libraries = jar.toAbsolutePath().resolveSibling("lib");
            if (Files.isDirectory(libraries)) {
                FileSystemUtils.copyRecursively(libraries, programme.resolve("lib"));
            }
            Files.writeString(folder.resolve("recalculer"), SCRIPT.formatted(jar.getFileName()));
        } catch (IOException failure) {
            throw new UnusableFile(
                    "Le programme ne peut pas être copié dans « " + folder
                            + " » : vérifiez la place qui reste sur le disque.",
                    failure);
        }
    }
}
