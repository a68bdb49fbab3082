package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the coding of a text: declared, said by a byte order mark, or told from its bytes. */
public final class Codings {
    /** Their names, as a mapping writes them; case does not matter. */
    public static final List<String> NAMES =
            List.of("UTF-8 UTF-16 UTF-16LE UTF-16BE windows-1252 ISO-8859-1 ISO-8859-15 MacRoman CP850".split(" "));

    private static final List<Coding> MARKED = List.of(
            new Coding(StandardCharsets.UTF_8, 3),
            new Coding(StandardCharsets.UTF_16LE, 2),
            new Coding(StandardCharsets.UTF_16BE, 2));
    private static final char MARK = '\uFEFF';
    private static final int HEAD = 4096;

    private Codings() {}

    static Coding of(RawTables.ByteSource content, String name, @Nullable String declared) throws IOException {
        byte[] head;
        try (InputStream in = content.open()) {
            head = in.readNBytes(HEAD);
        }
        if (isUtf32(head)) {
            throw new UnusableFile("Le fichier « %s » est en UTF-32, qui n'est pas lu ici : réenregistrez-le en UTF-8."
                    .formatted(name));
        }
        Optional<Coding> said =
                MARKED.stream().filter(coding -> marks(head, coding)).findFirst();
        if (declared != null) {
            return declared(head, said, declared, name);
        }
        Optional<Coding> known = said.or(() -> wide(head));
        return known.isPresent() ? known.get() : CodingGuess.of(content, name);
    }

    private static Coding declared(byte[] head, Optional<Coding> said, String declared, String name) {
        Charset charset = knownCharset(declared)
                .orElseThrow(() -> new UnusableFile(
                        "Le fichier « %s » : l'encodage déclaré n'est pas lu ici ; choisissez parmi %s."
                                .formatted(name, String.join(", ", NAMES))));
        if (charset.equals(StandardCharsets.UTF_16)) {
            return said.or(() -> wide(head))
                    .filter(coding -> !coding.charset().equals(StandardCharsets.UTF_8))
                    .orElseThrow(() -> new UnusableFile(
                            "Le fichier « %s » n'a pas la marque de l'UTF-16 : déclarez UTF-16LE, UTF-16BE ou un autre encodage."
                                    .formatted(name)));
        }
        if (said.isPresent() && !said.get().charset().equals(charset)) {
            throw new UnusableFile(
                    "Le fichier « %s » commence par la marque de %s, mais le mapping déclare %s : corrigez la déclaration."
                            .formatted(name, said.get().name(), declared));
        }
        return said.orElse(new Coding(charset, 0));
    }

    private static boolean marks(byte[] head, Coding coding) {
        byte[] mark = String.valueOf(MARK).getBytes(coding.charset());
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** In UTF-32 three bytes of four of a register are NUL; its mark of the lower byte first begins like that of UTF-16. */
    private static boolean isUtf32(byte[] head) {
        int[] nuls = nuls(head, 4);
        int quads = head.length / 4;
        boolean lowFirst = mostly(nuls[3], nuls[0], quads) && mostly(nuls[2], nuls[0], quads);
        return lowFirst || mostly(nuls[0], nuls[3], quads) && mostly(nuls[1], nuls[3], quads);
    }

    /** In UTF-16 every other byte of a register is NUL. */
    private static Optional<Coding> wide(byte[] head) {
        int[] nuls = nuls(head, 2);
        if (mostly(nuls[1], nuls[0], head.length / 2)) {
            return Optional.of(new Coding(StandardCharsets.UTF_16LE, 0));
        }
        return mostly(nuls[0], nuls[1], head.length / 2)
                ? Optional.of(new Coding(StandardCharsets.UTF_16BE, 0))
                : Optional.empty();
    }

    private static int[] nuls(byte[] head, int wide) {
        int[] nuls = new int[wide];
        for (int i = 0; i < head.length; i++) {
            nuls[i % wide] += head[i] == 0 ? 1 : 0;
        }
        return nuls;
    }

    private static boolean mostly(int these, int those, int pairs) {
        return these > pairs / 2 && those <= pairs / 20;
    }

    /** Whether a name is one of {@link #NAMES}. */
    public static boolean isKnown(String declared) {
        return knownCharset(declared).isPresent();
    }

    static Optional<Charset> knownCharset(String declared) {
        return NAMES.stream()
                .filter(name -> name.equalsIgnoreCase(declared.strip()))
                .findFirst()
                .map(name -> Charset.forName(name.equals("MacRoman") ? "x-MacRoman" : name));
    }

    /** How the bytes of a text stand for its characters, and the length in bytes of the mark that comes first. */
    record Coding(Charset charset, int mark) {
        String name() {
            return charset.name().equals("x-MacRoman") ? "MacRoman" : charset.name();
        }

        /** The text of a stream that stands at its start, decoded. */
        StrictText decode(InputStream in) throws IOException {
            in.readNBytes(mark);
            return new StrictText(in, charset, mark);
        }
    }

    /**
     * Tells the coding of a text without mark from all of its bytes. The rules are few and explicit, since statistics err in silence; where
     * two codings remain, the file is refused until one is declared.
     *
     * <ol>
     *   <li>Nothing breaks UTF-8, or more characters are well formed than broken: UTF-8 (what is broken is then refused record by record).
     *   <li>Characters well formed in UTF-8, and not ten times as many broken: two codings in one file, refused.
     *   <li>Bytes 80 to 9F that French does without in windows-1252, and not ten times as many of its accents: MacRoman, CP850 or another,
     *       refused.
     *   <li>No byte 80 to 9F, and ISO-8859-15's euro sign or an œ before a letter: that one; refused where windows-1252's ½ or ¼ is there too.
     *   <li>Else windows-1252; what remains says the same in ISO-8859-1.
     * </ol>
     */
    private record CodingGuess(RawTables.ByteSource content, String name, ByteCensus census) {
        private static final int BLOCK = 1 << 16;
        private static final int OUTWEIGHS = 10;

        /** The euro sign, dots, Œ, quotes, bullet, dashes, trade mark and œ of windows-1252. */
        private static final int[] FRENCH = {0x80, 0x85, 0x8C, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9C};

        /** The rest of 80 to 9F: é, è, à, ê or ç of MacRoman and CP850 are among them. */
        private static final int[] FOREIGN = IntStream.rangeClosed(0x80, 0x9F)
                .filter(octet -> Arrays.binarySearch(FRENCH, octet) < 0)
                .toArray();

        /** À Â Ç È É Ê Î Ô à â ç è é ê ë î ï ô ù û. */
        private static final int[] ACCENTS = {
            0xC0, 0xC2, 0xC7, 0xC8, 0xC9, 0xCA, 0xCE, 0xD4, 0xE0, 0xE2, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEE, 0xEF, 0xF4,
            0xF9, 0xFB
        };

        private static final int EURO = 0xA4;
        private static final int[] LIGATURES = {0xBC, 0xBD};

        static Codings.Coding of(RawTables.ByteSource content, String name) throws IOException {
            return new Codings.Coding(new CodingGuess(content, name, census(content)).charset(), 0);
        }

        private Charset charset() throws IOException {
            if (census.broken == 0 || census.wellFormed > census.broken) {
                return StandardCharsets.UTF_8;
            }
            if (census.wellFormed * OUTWEIGHS > census.broken) {
                throw refusal(census.firstBroken, "une partie du fichier est en UTF-8 et une autre ne l'est pas");
            }
            long foreign = ByteCensus.sum(census.counts, FOREIGN);
            if (foreign > 0 && ByteCensus.sum(census.counts, ACCENTS) <= foreign * OUTWEIGHS) {
                throw refusal(census.first(FOREIGN), "ce n'est ni de l'UTF-8, ni sûrement du windows-1252");
            }
            return ByteCensus.sum(census.counts, FRENCH) + foreign > 0
                    ? Charset.forName("windows-1252")
                    : withoutControls();
        }

        private Charset withoutControls() throws IOException {
            long ligatures = ByteCensus.sum(census.beforeLetter, LIGATURES);
            long fractions = ByteCensus.sum(census.counts, LIGATURES) - ligatures;
            if (ByteCensus.sum(census.counts, EURO) + ligatures == 0) {
                return Charset.forName("windows-1252");
            }
            if (fractions > 0) {
                throw refusal(census.first(LIGATURES), "ce peut être du windows-1252 ou de l'ISO-8859-15");
            }
            return Charset.forName("ISO-8859-15");
        }

        private UnusableFile refusal(long octet, String doubt) throws IOException {
            return new UnusableFile(
                    "Le fichier « %s », octet n° %d (ligne %d) : %s ; déclarez son encodage dans le mapping, ou réenregistrez-le en UTF-8."
                            .formatted(name, octet + 1, line(octet), doubt));
        }

        private long line(long octet) throws IOException {
            try (InputStream in = new BufferedInputStream(content.open(), BLOCK)) {
                long line = 1;
                int before = 0;
                for (long i = 0; i < octet; i++) {
                    int value = in.read();
                    line += value == '\r' || value == '\n' && before != '\r' ? 1 : 0;
                    before = value;
                }
                return line;
            }
        }

        private static ByteCensus census(RawTables.ByteSource content) throws IOException {
            ByteCensus census = new ByteCensus();
            byte[] block = new byte[BLOCK];
            try (InputStream in = content.open()) {
                for (int read = in.read(block); read >= 0; read = in.read(block)) {
                    census.follow(block, read);
                }
            }
            census.end();
            return census;
        }

        /** Counts what tells the charset of a text: characters that are well formed in UTF-8, bytes that are not, and each byte above 7F. */
        private static final class ByteCensus {
            private static final VarHandle EIGHT =
                    MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
            private static final long HIGH_BITS = 0x8080808080808080L;
            private static final int BYTES = 256;

            private final long[] counts = new long[BYTES];
            private final long[] firsts = new long[BYTES];

            /** How often each stands before a letter. */
            private final long[] beforeLetter = new long[BYTES];

            private long offset;
            private int last;
            private int missing;
            private int least;
            private int most;
            private long begun;
            /** Characters above U+007F that are well formed in UTF-8. */
            private long wellFormed;

            /** Places at which UTF-8 breaks. */
            private long broken;

            /** Offset of the first of them, -1 for none. */
            private long firstBroken = -1;

            void follow(byte[] bytes, int length) {
                int i = 0;
                while (i < length) {
                    int from = i;
                    if (last < 0x80 && missing == 0) {
                        i = afterAscii(bytes, i, length);
                    }
                    offset += i - from;
                    if (i < length) {
                        follow(bytes[i++] & 0xFF);
                        offset++;
                    }
                }
            }

            void end() {
                if (missing > 0) {
                    broke(begun);
                }
            }

            /** How often these bytes, 80 to FF, were counted. */
            static long sum(long[] counted, int... values) {
                return IntStream.of(values).mapToLong(value -> counted[value]).sum();
            }

            /** Offset of the first of these bytes; meaningless where there is none. */
            long first(int... values) {
                return IntStream.of(values)
                        .filter(value -> counts[value] > 0)
                        .mapToLong(value -> firsts[value])
                        .min()
                        .orElse(0);
            }

            private void follow(int value) {
                int lower = value | 0x20;
                if (last >= 0x80 && (lower >= 'a' && lower <= 'z' || value >= 0xC0)) {
                    beforeLetter[last]++;
                }
                last = value;
                if (value >= 0x80 && counts[value]++ == 0) {
                    firsts[value] = offset;
                }
                followUtf8(value);
            }

            private void followUtf8(int value) {
                if (missing > 0 && value >= least && value <= most) {
                    missing--;
                    wellFormed += missing == 0 ? 1 : 0;
                    least = 0x80;
                    most = 0xBF;
                    return;
                }
                if (missing > 0) {
                    broke(begun);
                }
                if (value >= 0x80) {
                    begin(value);
                }
            }

            private void begin(int value) {
                begun = offset;
                missing = value < 0xC2 || value > 0xF4 ? 0 : value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
                least = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
                most = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
                if (missing == 0) {
                    broke(offset);
                }
            }

            private void broke(long at) {
                missing = 0;
                broken++;
                firstBroken = firstBroken < 0 ? at : firstBroken;
            }

            private static int afterAscii(byte[] bytes, int from, int to) {
                int i = from;
                while (i + Long.BYTES <= to && ((long) EIGHT.get(bytes, i) & HIGH_BITS) == 0) {
                    i += Long.BYTES;
                }
                while (i < to && bytes[i] >= 0) {
                    i++;
                }
                return i;
            }
        }
    }
}
