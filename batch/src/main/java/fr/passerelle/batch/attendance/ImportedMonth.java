package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.LineIdentity.LineId;
import fr.passerelle.batch.attendance.LineIdentity.Place;
import fr.passerelle.schemas.contract.AttendanceCodes;
import fr.passerelle.schemas.event.Grain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** All that an import says of a month of a room, as its file has it, and earlier lines that it says of another month, and of which. */
record ImportedMonth(int importNo, List<ImportedLine> lines, Map<LineId, MonthNo> departed) {

    private static final Comparator<ImportedLine> AS_READ =
            Comparator.comparingLong(ImportedLine::line).thenComparingInt(ImportedLine::ordinal);

    /** Of an import of which nothing is known yet. */
    public static ImportedMonth none(int importNo) {
        return new ImportedMonth(importNo, List.of(), Map.of());
    }

    /** With more lines, each in the place of one that stood where it stands in the file. */
    public ImportedMonth plus(Collection<ImportedLine> more) {
        Set<ImportedLine> places = new TreeSet<>(AS_READ);
        places.addAll(more);
        List<ImportedLine> all = new ArrayList<>(more);
        lines.stream().filter(known -> !places.contains(known)).forEach(all::add);
        all.sort(AS_READ);
        return new ImportedMonth(importNo, all, departed);
    }

    /** With more departures. */
    public ImportedMonth without(Map<LineId, MonthNo> more) {
        Map<LineId, MonthNo> all = new HashMap<>(departed);
        all.putAll(more);
        return new ImportedMonth(importNo, lines, all);
    }

    /** The same lines, said by an import that repeats them: what it says of other months is its own. */
    public ImportedMonth repeatedBy(int other) {
        return new ImportedMonth(
                other, lines.stream().map(line -> line.repeatedBy(other)).toList(), Map.of());
    }

    /** Whether another that comes next says the same, wherever it was read: what it says of other months it need not say again. */
    public boolean isRepeatedBy(ImportedMonth other) {
        return lines.size() == other.lines.size()
                && departed.entrySet().containsAll(other.departed.entrySet())
                && counted().equals(other.counted());
    }

    private Map<Attendance, Integer> counted() {
        Map<Attendance, Integer> counted = new HashMap<>();
        lines.forEach(line -> counted.merge(line.value(), 1, Integer::sum));
        return counted;
    }

    /** Whether it says a line of this month. */
    public boolean says(LineId id) {
        return lines.stream().anyMatch(line -> LineId.of(line.value()).equals(id));
    }

    /** The lines by what identifies them. */
    Map<LineIdentity, ImportedLine> byIdentity() {
        Map<LineIdentity, ImportedLine> said = new LinkedHashMap<>();
        List<LineIdentity> identities = identities();
        for (int i = 0; i < identities.size(); i++) {
            said.put(identities.get(i), lines.get(i));
        }
        return said;
    }

    /** What identifies each line, in their order: register and id, else the place and the rank among equals. */
    public List<LineIdentity> identities() {
        Map<LineIdentity, Integer> ranks = new HashMap<>();
        return lines.stream()
                .map(line -> LineIdentity.of(line.value()))
                .map(first -> first instanceof Place(int from, int to, Grain grain, String activity, int one)
                        ? new Place(from, to, grain, activity, ranks.merge(first, one, Integer::sum))
                        : first)
                .toList();
    }

    /**
     * A line as an import says it: of two imports, the later one has the greater number. The ordinal, among the rows of a line, is from 0.
     *
     * @param line of its file, from 1; 0 for what the file says without a line, or repeats of a file that was withdrawn since
     */
    public record ImportedLine(int importNo, long line, int ordinal, Attendance value) {

        /** Whether it stands where another stands in its file. */
        public boolean isAt(ImportedLine other) {
            return line == other.line && ordinal == other.ordinal;
        }

        /** The same, said by an import of which only what it repeats is known. */
        public ImportedLine repeatedBy(int other) {
            return new ImportedLine(other, 0, 0, value);
        }
    }

    /**
     * What an import says of a month as the state keeps it: Avro's numbers and texts, one after the other. Grain and state are codes that are
     * written down. One thread may read while another writes.
     */
    public static final class Codec {

        /** What comes first, so that another form can be told from this one. */
        private static final int FORM = 1;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        private final BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);

        /** The bytes of a value alone. */
        public byte[] encode(Attendance value) {
            return written(() -> write(value));
        }

        /** The value of these bytes. */
        public Attendance value(byte[] encoded) {
            return read(encoded, this::readValue);
        }

        /** The bytes of all that an import says of a month. */
        public byte[] encode(ImportedMonth saying) {
            return written(() -> write(saying));
        }

        /** What these bytes say, of that import. */
        public ImportedMonth saying(int importNo, byte[] encoded) {
            return read(encoded, () -> readSaying(importNo));
        }

        private interface Writing {
            void run() throws IOException;
        }

        private interface Reading<T> {
            T run() throws IOException;
        }

        private byte[] written(Writing writing) {
            try {
                bytes.reset();
                writing.run();
                encoder.flush();
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private <T> T read(byte[] encoded, Reading<T> reading) {
            try {
                DecoderFactory.get().binaryDecoder(encoded, decoder);
                return reading.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(ImportedMonth saying) throws IOException {
            encoder.writeInt(FORM);
            encoder.writeInt(saying.lines().size());
            for (ImportedLine importedLine : saying.lines()) {
                encoder.writeLong(importedLine.line());
                encoder.writeInt(importedLine.ordinal());
                write(importedLine.value());
            }
            encoder.writeInt(saying.departed().size());
            for (Map.Entry<LineId, MonthNo> one : saying.departed().entrySet()) {
                encoder.writeString(one.getKey().register());
                encoder.writeString(one.getKey().id());
                encoder.writeInt(one.getValue().room());
                encoder.writeInt(one.getValue().month());
            }
        }

        private ImportedMonth readSaying(int importNo) throws IOException {
            int form = decoder.readInt();
            if (form != FORM) {
                throw new IOException("What an import says of a month has form " + form + ", not " + FORM);
            }
            int count = decoder.readInt();
            List<ImportedLine> lines = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                lines.add(new ImportedLine(importNo, decoder.readLong(), decoder.readInt(), readValue()));
            }
            Map<LineId, MonthNo> departed = new HashMap<>();
            for (int i = decoder.readInt(); i > 0; i--) {
                departed.put(
                        new LineId(decoder.readString(), decoder.readString()),
                        new MonthNo(decoder.readInt(), decoder.readInt()));
            }
            return new ImportedMonth(importNo, lines, departed);
        }

        private void write(Attendance value) throws IOException {
            encoder.writeString(value.register());
            encoder.writeString(value.id());
            encoder.writeInt(value.start());
            encoder.writeInt(value.end() - value.start());
            encoder.writeInt(AttendanceCodes.of(value.grain()));
            encoder.writeString(value.activity());
            encoder.writeInt(AttendanceCodes.of(value.etat()));
            encoder.writeInt(value.sessions());
            encoder.writeInt(value.sessionHours());
            encoder.writeInt(value.presences());
            encoder.writeInt(value.personHours());
            encoder.writeInt(value.registered());
            encoder.writeInt(value.distinctPeople());
            encoder.writeInt(value.scolaires());
        }

        private Attendance readValue() throws IOException {
            String register = decoder.readString();
            String id = decoder.readString();
            int start = decoder.readInt();
            return new Attendance(
                    register,
                    id,
                    start,
                    start + decoder.readInt(),
                    AttendanceCodes.grain(decoder.readInt()),
                    decoder.readString(),
                    AttendanceCodes.etat(decoder.readInt()),
                    decoder.readInt(),
                    decoder.readInt(),
                    decoder.readInt(),
                    decoder.readInt(),
                    decoder.readInt(),
                    decoder.readInt(),
                    decoder.readInt());
        }
    }
}
