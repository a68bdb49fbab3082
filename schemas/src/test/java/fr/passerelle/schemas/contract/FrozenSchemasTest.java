package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.contract.FrozenSchemasTest.Frozen.Copy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** BACKWARD_TRANSITIVE: the records of today read whatever was ever written. {@code README.md} of the module says how to change one. */
class FrozenSchemasTest {

    private static final Frozen FROZEN = Frozen.ofTheTree();
    private static final SchemaValidator READS_ALL =
            new SchemaValidatorBuilder().canReadStrategy().validateAll();

    @BeforeAll
    static void freezesWhereAsked() throws IOException {
        if (Boolean.getBoolean("passerelle.freeze")) {
            for (Schema record : records()) {
                FROZEN.freeze(record);
            }
        }
    }

    static List<Schema> records() {
        return Walk.records();
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsEveryFormThatARecordHasHad(Schema record) throws SchemaValidationException {
        List<Schema> copies = FROZEN.of(record).stream().map(Copy::schema).toList();

        assertThat(copies).as("frozen copies of " + record.getName()).isNotEmpty();
        READS_ALL.validate(record, copies);
    }

    /** Avro compares bytes with bytes and not what they stand for: a decimal that gains a place would be read tenfold. */
    @ParameterizedTest
    @MethodSource("records")
    void keepsWhatTheBytesOfAFieldStandFor(Schema record) {
        Map<String, String> today = meanings(record);

        assertThat(FROZEN.of(record))
                .allSatisfy(copy -> assertThat(meanings(copy.schema()))
                        .allSatisfy((field, meaning) -> assertThat(today.getOrDefault(field, meaning))
                                .as(field)
                                .isEqualTo(meaning)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void hasFrozenTheFormOfToday(Schema record) {
        assertThat(FROZEN.of(record))
                .as("%s has changed: freeze it, as schemas/README.md says", record.getName())
                .extracting(Copy::schema)
                .endsWith(record);
    }

    @Test
    void keepsEveryCopyAsItWasFrozen() {
        assertThat(FROZEN.all()).isNotEmpty().allSatisfy(copy -> {
            assertThat(copy.intact()).as(copy.schema().getFullName()).isTrue();
            assertThat(copy.schema().getName()).isEqualTo(copy.record());
        });
    }

    @ParameterizedTest
    @MethodSource("records")
    void numbersCopiesWithoutHoles(Schema record) {
        List<Copy> copies = FROZEN.of(record);

        assertThat(copies)
                .extracting(Copy::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, copies.size()).boxed().toList());
    }

    @Test
    void wouldSeeAChangeThatOldRecordsDoNotFit() {
        Schema before = SchemaBuilder.record("R").fields().requiredInt("a").endRecord();
        Schema after = SchemaBuilder.record("R").fields().requiredInt("b").endRecord();

        assertThatThrownBy(() -> READS_ALL.validate(after, List.of(before)))
                .isInstanceOf(SchemaValidationException.class);
    }

    @Test
    void freezesAFormOnce(@TempDir Path folder) throws IOException {
        Frozen frozen = new Frozen(folder);
        List<Schema> forms = new ArrayList<>();
        forms.add(SchemaBuilder.record("R").fields().requiredInt("a").endRecord());
        forms.add(SchemaBuilder.record("R")
                .doc("Said better.")
                .fields()
                .requiredInt("a")
                .endRecord());
        forms.add(SchemaBuilder.record("R")
                .fields()
                .requiredInt("a")
                .optionalInt("b")
                .endRecord());

        for (Schema form : forms) {
            frozen.freeze(form);
        }

        assertThat(frozen.of(forms.getFirst())).extracting(Copy::schema).containsExactly(forms.get(0), forms.get(2));
    }

    private static Map<String, String> meanings(Schema record) {
        return Walk.members(List.of(record)).collect(Collectors.toMap(Walk.Member::toString, Walk.Member::meaning));
    }

    /** The copies of every form that a record has had: {@code <record>-<number from 1>-<digest>.avsc}. Added, never changed. */
    static final class Frozen {

        private static final Pattern NAME = Pattern.compile("([A-Za-z]+)-([0-9]+)-([0-9a-f]{16})\\.avsc");

        private final Path folder;

        Frozen(Path folder) {
            this.folder = folder;
        }

        /** Those of this source tree. */
        static Frozen ofTheTree() {
            return new Frozen(Path.of(System.getProperty("passerelle.root"), "schemas/src/main/frozen"));
        }

        /** Adds a copy of a record whose present form is not the last one frozen; saying it in other words is the same form. */
        void freeze(Schema record) throws IOException {
            List<Copy> copies = of(record);
            if (copies.isEmpty() || !copies.getLast().schema().equals(record)) {
                String text = record.toString(true) + "\n";
                String name = "%s-%d-%s.avsc".formatted(record.getName(), copies.size() + 1, digest(text));
                Files.writeString(Files.createDirectories(folder).resolve(name), text);
            }
        }

        /** The copies of a record, oldest first. */
        List<Copy> of(Schema record) {
            return all().stream()
                    .filter(copy -> copy.record().equals(record.getName()))
                    .sorted(Comparator.comparingInt(Copy::number))
                    .toList();
        }

        /** Every copy there is. */
        List<Copy> all() {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(Frozen::copy).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String digest(String text) {
            return Sha256.of(text).substring(0, 16);
        }

        private static Copy copy(Path file) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.matches()) {
                throw new AssertionError("Not the name of a frozen copy: " + file);
            }
            try {
                String text = Files.readString(file);
                boolean intact = digest(text).equals(name.group(3));
                return new Copy(
                        name.group(1), Integer.parseInt(name.group(2)), intact, new Schema.Parser().parse(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** One form that a record has had, and whether its file is as it was written. */
        record Copy(String record, int number, boolean intact, Schema schema) {}
    }
}
