package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the coding of a text: declared, said by a byte order mark, or told from its bytes. */
public final class Codings {
    /** Their names, as a mapping writes them; case does not matter. */
    public static final List<String> NAMES =
            List.of("UTF-8 UTF-16 UTF-16LE UTF-16BE windows-1252 ISO-8859-1 ISO-8859-15 MacRoman CP850".split(" "));

    private static final String MAC_ROMAN = "MacRoman";

    private static final List<Coding> MARKED = List.of(
            new Coding(StandardCharsets.UTF_8, 3),
            new Coding(StandardCharsets.UTF_16LE, 2),
            new Coding(StandardCharsets.UTF_16BE, 2));
    private static final char MARK = '\uFEFF';
    private static final int HEAD = 4096;

    private Codings() {}

    /**
     * The coding of a text.
     *
     * @param declared name of the charset, null where it is to be found out
     */
    static Coding of(RawTables.ByteSource content, String name, @Nullable String declared) throws IOException {
        byte[] head = head(content);
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
        Charset charset = charset(declared, name);
        if (charset.equals(StandardCharsets.UTF_16)) {
            return said.or(() -> wide(head))
                    .filter(coding -> !coding.charset().equals(StandardCharsets.UTF_8))
                    .orElseThrow(() -> unknownOrder(name));
        }
        if (said.isPresent() && !said.get().charset().equals(charset)) {
            throw new UnusableFile(
                    "Le fichier « %s » commence par la marque de %s, mais le mapping déclare %s : corrigez la déclaration."
                            .formatted(name, said.get().name(), declared));
        }
        return said.orElse(new Coding(charset, 0));
    }

    private static Charset charset(String declared, String name) {
        return knownCharset(declared)
                .orElseThrow(() -> new UnusableFile(
                        "Le fichier « %s » : l'encodage déclaré n'est pas lu ici ; choisissez parmi %s."
                                .formatted(name, String.join(", ", NAMES))));
    }

    private static UnusableFile unknownOrder(String name) {
        return new UnusableFile(
                "Le fichier « %s » n'a pas la marque de l'UTF-16 : déclarez UTF-16LE, UTF-16BE ou un autre encodage."
                        .formatted(name));
    }

    private static boolean marks(byte[] head, Coding coding) {
        byte[] mark = String.valueOf(MARK).getBytes(coding.charset());
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** In UTF-32 three bytes of four of a register are NUL; its mark of the lower byte first begins like that of UTF-16. */
    private static boolean isUtf32(byte[] head) {
        int[] nuls = new int[4];
        for (int i = 0; i < head.length; i++) {
            nuls[i % 4] += head[i] == 0 ? 1 : 0;
        }
        int quads = head.length / 4;
        boolean lowFirst = mostly(nuls[3], nuls[0], quads) && mostly(nuls[2], nuls[0], quads);
        return lowFirst || mostly(nuls[0], nuls[3], quads) && mostly(nuls[1], nuls[3], quads);
    }

    /** In UTF-16 every other byte of a register is NUL. */
    private static Optional<Coding> wide(byte[] head) {
        int[] nuls = new int[2];
        for (int i = 0; i < head.length; i++) {
            nuls[i % 2] += head[i] == 0 ? 1 : 0;
        }
        if (mostly(nuls[1], nuls[0], head.length / 2)) {
            return Optional.of(new Coding(StandardCharsets.UTF_16LE, 0));
        }
        return mostly(nuls[0], nuls[1], head.length / 2)
                ? Optional.of(new Coding(StandardCharsets.UTF_16BE, 0))
                : Optional.empty();
    }

    private static boolean mostly(int these, int those, int pairs) {
        return these > pairs / 2 && those <= pairs / 20;
    }

    private static byte[] head(RawTables.ByteSource content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(HEAD);
        }
    }

    /** Whether a name is one of {@link #NAMES}. */
    public static boolean isKnown(String declared) {
        return knownCharset(declared).isPresent();
    }

    static Optional<Charset> knownCharset(String declared) {
        return NAMES.stream()
                .filter(name -> name.equalsIgnoreCase(declared.strip()))
                .findFirst()
                .map(name -> Charset.forName(name.equals(MAC_ROMAN) ? "x-MacRoman" : name));
    }

    /**
     * How the bytes of a text stand for its characters.
     *
     * @param mark length in bytes of the byte order mark that comes first
     */
    record Coding(Charset charset, int mark) {
        /** Name for display. */
        String name() {
            return charset.name().equals("x-MacRoman") ? "MacRoman" : charset.name();
        }

        /**
         * The text, decoded.
         *
         * @param in at its start
         */
        StrictText decode(InputStream in) throws IOException {
            in.readNBytes(mark);
            return new StrictText(in, charset, mark);
        }
    }
}
