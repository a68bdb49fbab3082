package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.UnusableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

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
final class CodingGuess {

    private static final int BLOCK = 1 << 16;
    private static final int OUTWEIGHS = 10;

    /** The euro sign, dots, Œ, quotes, bullet, dashes, trade mark and œ of windows-1252. */
    private static final int[] FRENCH = {0x80, 0x85, 0x8C, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9C};

    /** The rest of 80 to 9F: é, è, à, ê or ç of MacRoman and CP850 are among them. */
    private static final int[] FOREIGN = {
        0x81, 0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8D, 0x8E, 0x8F, 0x90, 0x98, 0x9A, 0x9B, 0x9D,
        0x9E, 0x9F
    };

    /** À Â Ç È É Ê Î Ô à â ç è é ê ë î ï ô ù û. */
    private static final int[] ACCENTS = {
        0xC0, 0xC2, 0xC7, 0xC8, 0xC9, 0xCA, 0xCE, 0xD4, 0xE0, 0xE2, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEE, 0xEF, 0xF4,
        0xF9, 0xFB
    };

    private static final int EURO = 0xA4;
    private static final int[] LIGATURES = {0xBC, 0xBD};

    private final ByteSource content;
    private final String name;
    private final ByteCensus census;

    private CodingGuess(ByteSource content, String name, ByteCensus census) {
        this.content = content;
        this.name = name;
        this.census = census;
    }

    static Coding of(ByteSource content, String name) throws IOException {
        return new Coding(new CodingGuess(content, name, census(content)).charset(), 0);
    }

    private Charset charset() throws IOException {
        if (census.broken() == 0 || census.wellFormed() > census.broken()) {
            return StandardCharsets.UTF_8;
        }
        if (census.wellFormed() * OUTWEIGHS > census.broken()) {
            throw refusal(census.firstBroken(), "une partie du fichier est en UTF-8 et une autre ne l'est pas");
        }
        long foreign = census.count(FOREIGN);
        if (foreign > 0 && census.count(ACCENTS) <= foreign * OUTWEIGHS) {
            throw refusal(census.first(FOREIGN), "ce n'est ni de l'UTF-8, ni sûrement du windows-1252");
        }
        return census.count(FRENCH) + foreign > 0 ? Charset.forName("windows-1252") : withoutControls();
    }

    private Charset withoutControls() throws IOException {
        long ligatures = census.countBeforeLetter(LIGATURES);
        long fractions = census.count(LIGATURES) - ligatures;
        if (census.count(EURO) + ligatures == 0) {
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

    private static ByteCensus census(ByteSource content) throws IOException {
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
}
