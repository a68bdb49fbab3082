package fr.passerelle.sources.cell;

import fr.passerelle.schemas.text.PlainText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts of cells without what people do not hold to: case, accents, kinds of spaces. Accents may have been lost before the file was written:
 * UTF-8 once read as windows-1252 ({@code MÃ©diathÃ¨que}), which can be undone, and U+FFFD, which cannot.
 */
public final class CellText {
    private static final String[] NONE = {};
    private static final int LONGEST_MISSING = 20;
    private static final Set<String> WORDS = Set.of(("|-|--|---|\u2013|\u2014|?|na|n/a|n.a.|#n/a|nc|n.c.|n/c|"
                    + "nr|n.r.|n/r|nd|n.d.|nsp|null|non communique|non renseigne|non disponible|inconnu")
            .split("\\|"));

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u2009\\u202F]+");
    private static final Charset WRONG = Charset.forName("windows-1252");
    private static final char LOST = '\uFFFD';
    private static final char FIRST_ACCENT = '\u0080';

    private CellText() {}

    /** Whether accents were lost, or read in the wrong charset: the text is not what somebody wrote. */
    static boolean isBroken(String text) {
        return accented(text) && (lost(text) || !mended(text).equals(text));
    }

    static boolean lost(String text) {
        return text.indexOf(LOST) >= 0;
    }

    /**
     * The text as it was before it was read in the wrong charset; the same text where nothing says that it was. What comes out has to be of the
     * wrong charset too: {@code MARCHÉ} and a no-break space are by chance the bytes of one foreign letter.
     */
    public static String mended(String text) {
        if (!accented(text)) {
            return text;
        }
        try {
            ByteBuffer bytes = WRONG.newEncoder().encode(CharBuffer.wrap(text));
            String read = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return WRONG.newEncoder().canEncode(read) ? read : text;
        } catch (CharacterCodingException soundAsItIs) {
            return text;
        }
    }

    private static boolean accented(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_ACCENT) {
                return true;
            }
        }
        return false;
    }

    /** Lower case, without accents, one ordinary space for any run of spaces, none at the ends. */
    static String folded(String text) {
        return spaces(PlainText.of(text));
    }

    static String spaces(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** Whether it is what people write where they have nothing to write. Only asked where the schema does not take the cell as it is. */
    static boolean isMissing(String cell) {
        return cell.length() <= LONGEST_MISSING && WORDS.contains(folded(cell));
    }

    /** The cells of a row that says nothing. */
    public static String[] empty(int width) {
        return widened(NONE, width);
    }

    /** The same cells and empty ones behind them, as many as a width takes. */
    public static String[] widened(String[] cells, int width) {
        String[] wider = Arrays.copyOf(cells, width);
        Arrays.fill(wider, cells.length, width, "");
        return wider;
    }

    /** The items, stripped, without the empty ones and without repeats, in order. */
    public static List<String> items(String cell, String delimiter) {
        return Arrays.stream(cell.split(Pattern.quote(delimiter), -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }
}
