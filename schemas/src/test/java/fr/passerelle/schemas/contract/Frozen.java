package fr.passerelle.schemas.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The copies of every form that a record has had: {@code <record>-<number from 1>-<digest>.avsc}. Added, never changed. */
final class Frozen {

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
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Copy copy(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new AssertionError("Not the name of a frozen copy: " + file);
        }
        try {
            String text = Files.readString(file);
            boolean intact = digest(text).equals(name.group(3));
            return new Copy(name.group(1), Integer.parseInt(name.group(2)), intact, new Schema.Parser().parse(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One form that a record has had, and whether its file is as it was written. */
    record Copy(String record, int number, boolean intact, Schema schema) {}
}
