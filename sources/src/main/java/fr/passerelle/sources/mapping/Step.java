package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sources.cell.CheckMark;
import fr.passerelle.sources.mapping.Formula.Box;
import fr.passerelle.sources.reject.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done to the text of a cell.
 *
 * @param action what becomes of a text; null where it cannot be done
 * @param remainder what is left of a text that it cannot be done to, where what cannot be read counts as none
 * @param reason why a record is refused whose text it cannot be done to
 * @param complaint the same for the user, in French, without the text, to follow the name of the column
 */
record Step(
        Function<String, @Nullable String> action,
        UnaryOperator<String> remainder,
        RejectReason reason,
        String complaint) {
    /** Most characters of an identifier of a place. */
    private static final int LONGEST = 60;

    private static final int HASH = 8;
    private static final Pattern OTHERS = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");
    private static final String NO_IDENTIFIER = "la cellule n'a rien dont un identifiant puisse être fait";

    private Step(Function<String, @Nullable String> action, RejectReason reason, String complaint) {
        this(action, text -> "", reason, complaint);
    }

    /** Makes an identifier: capitals without accents, figures and hyphens; {@code room} is what a prefix takes of its length. */
    static Step identifier(int room) {
        return new Step(text -> plainLetters(text, LONGEST - room), RejectReason.FORMAT, NO_IDENTIFIER);
    }

    /** Puts something before a text. There is none before an empty one. */
    static Step prefix(String prefix) {
        return new Step(text -> text.isEmpty() ? text : prefix + text, RejectReason.FORMAT, NO_IDENTIFIER);
    }

    static Step ifEmpty(String text) {
        return new Step(found -> found.isEmpty() ? text : found, RejectReason.VALEUR, "la cellule est vide");
    }

    /** Gives the item of a check box that is checked, and the empty text for one that is not. */
    static Step box(Box box, CheckMark mark) {
        return new Step(
                text -> {
                    Boolean checked = text.isEmpty() ? Boolean.FALSE : mark.of(text);
                    return checked == null ? null : checked ? box.item() : "";
                },
                RejectReason.OUI_NON,
                "la case %s ne dit ni oui ni non ; corrigez-la, ou écrivez « sinon: inconnu » dans le mapping"
                        .formatted(box.from().told()));
    }

    /**
     * Takes one piece. A text with another number of pieces than declared is refused: the piece would not be the one that is meant.
     *
     * @param mark between two pieces
     * @param piece its number, from 1
     * @param pieces how many a text must have; 0 for any number that suffices
     */
    static Step piece(String mark, int piece, int pieces) {
        Pattern cut = Pattern.compile(mark, Pattern.LITERAL);
        return new Step(
                text -> text.isEmpty() ? text : piece(cut.split(text, -1), piece, pieces),
                RejectReason.FORMAT,
                pieces == 0
                        ? "la cellule a moins de %d morceaux séparés par « %s »".formatted(piece, mark)
                        : "la cellule n'a pas exactement %d morceau(x) séparé(s) par « %s » ; corrigez-la, ou « sur » dans le mapping"
                                .formatted(pieces, mark));
    }

    private static @Nullable String piece(String[] cut, int piece, int pieces) {
        boolean fits = pieces == 0 ? cut.length >= piece : cut.length == pieces;
        return fits ? cut[piece - 1].strip() : null;
    }

    /** Puts a text in the place of another; what is not among them stays as it is, or else cannot be read. */
    static Step translation(Map<String, String> words, boolean keepOthers) {
        return new Step(
                text -> words.getOrDefault(text, keepOthers || text.isEmpty() ? text : null),
                RejectReason.VALEUR,
                "ce mot n'est pas dans « traduire » ; ajoutez-l'y, ou corrigez la cellule");
    }

    /**
     * Divides a text into items, translates each of them and makes a list of the table of them, each once.
     *
     * @param between any of which stands between two of them in the file
     * @param delimiter between two of them in the table
     * @param words what is done to each item; null for nothing
     */
    static Step division(List<String> between, String delimiter, @Nullable Step words) {
        Pattern marks = Pattern.compile(between.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        Function<String, @Nullable String> word = item -> words == null ? item : words.action.apply(item);
        UnaryOperator<String> translated = text -> items(text, marks)
                .<String>mapMulti((item, items) -> {
                    String said = word.apply(item);
                    if (said != null && !said.isEmpty()) {
                        items.accept(said);
                    }
                })
                .distinct()
                .collect(Collectors.joining(delimiter));
        return new Step(
                text -> items(text, marks).anyMatch(item -> word.apply(item) == null) ? null : translated.apply(text),
                translated,
                RejectReason.VALEUR,
                "une valeur de la liste n'est pas dans « traduire » ; ajoutez-l'y, ou corrigez la cellule");
    }

    private static Stream<String> items(String text, Pattern marks) {
        return Arrays.stream(marks.split(text, -1)).map(String::strip).filter(item -> !item.isEmpty());
    }

    /** Takes off what an identifier begins with. There is none of an empty text. */
    static Step removal(String prefix) {
        return new Step(
                text -> text.isEmpty()
                        ? text
                        : text.startsWith(prefix)
                                ? text.substring(prefix.length()).strip()
                                : null,
                RejectReason.FORMAT,
                "la cellule ne commence pas par « %s » ; corrigez-la, ou « sans_prefixe » dans le mapping"
                        .formatted(prefix));
    }

    /**
     * Capitals without accents, figures, and one hyphen for all that stands between them. Of a longer text the end becomes a hash of the
     * whole: two that begin alike stay two.
     */
    private static @Nullable String plainLetters(String text, int longest) {
        String upper = PlainText.of(text).toUpperCase(Locale.ROOT);
        String plain = ENDS.matcher(OTHERS.matcher(upper).replaceAll("-")).replaceAll("");
        if (plain.isEmpty()) {
            return text.isEmpty() ? text : null;
        }
        if (plain.length() <= longest) {
            return plain;
        }
        String hash = Sha256.of(plain.getBytes(StandardCharsets.US_ASCII))
                .substring(0, HASH)
                .toUpperCase(Locale.ROOT);
        return ENDS.matcher(plain.substring(0, longest - HASH - 1)).replaceAll("") + "-" + hash;
    }
}
