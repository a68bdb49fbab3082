package fr.passerelle.sources.cell;

import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.person.PersonColumns.PersonIds;
import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.ObservedZero;
import fr.passerelle.sources.reject.RejectReason;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One column, compiled from its Table Schema. Remembers the last cell, since registers repeat themselves. */
public final class Column {
    /** There is no value: the cell is empty. */
    public static final long NONE = Long.MIN_VALUE;

    /** The cell is not what the schema says. */
    public static final long INVALID = Long.MIN_VALUE + 1;

    private static final RepairedText UNREAD = new RepairedText("", Correction.INCONNU);

    private final String name;
    private final boolean required;
    private final CellType type;
    private final Set<String> missing;
    private final boolean comma;
    private final Repair repair;
    private final boolean free;
    private final PersonGuard guard;
    private final @Nullable RepairedText unread;
    private @Nullable String lastCell;
    private long lastValue;
    private @Nullable String lastRefused;
    private @Nullable RepairedText lastRepaired;

    /** The column of a field, with what a mapping declares of it. */
    public Column(Field field, Forms forms) {
        this.name = field.name();
        this.required = field.constraints().required();
        this.type = CellType.of(field);
        this.missing = forms.missing();
        this.comma = forms.decimal() == Forms.DecimalMark.COMMA
                && (field.type() == Field.Type.NUMBER || field.type() == Field.Type.INTEGER);
        this.repair = Repair.of(field, forms);
        this.free = repair == Repair.FREE_TEXT;
        this.guard = PersonGuard.of(field);
        this.unread = forms.lenient() && !required ? UNREAD : null;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /**
     * The value of a cell: whole numbers as they are, numbers in units of their last decimal place, dates in days since 1970-01-01,
     * booleans 0 or 1, one of several texts by its place in the schema, 0 for text; {@link #NONE} or {@link #INVALID}. A cell that the
     * mapping's declarations read otherwise than the schema, or a free text with lost accents, is invalid too: {@link #repair} then tells
     * what it says.
     */
    @SuppressWarnings("ReferenceEquality") // the reader hands the same text again when a cell repeats
    public long value(String cell) {
        if (cell != lastCell) {
            boolean otherwise = comma && cell.indexOf('.') >= 0 || missing.contains(cell);
            lastValue = otherwise || free && CellText.isBroken(cell) ? INVALID : canonical(cell);
            lastCell = cell;
        }
        return lastValue;
    }

    /** The value of a text in the canonical form, whatever is declared; see {@link #value}. */
    public long canonical(String text) {
        if (text.isEmpty()) {
            return required ? INVALID : NONE;
        }
        return guard.somebody.test(text) ? INVALID : type.reading().applyAsLong(text);
    }

    /** What a cell that is {@link #INVALID} says without doubt, a text with a {@link #canonical} value; null where there is doubt. */
    public @Nullable RepairedText repair(String cell) {
        if (!cell.equals(lastRefused)) {
            lastRepaired = sure(cell);
            lastRefused = cell;
        }
        return lastRepaired;
    }

    /** Whether a cell is not taken since it is somebody. */
    public boolean isSomebody(String cell) {
        return guard.somebody.test(cell);
    }

    /** Why a cell is {@link #INVALID}. */
    public RejectReason reason(String cell) {
        if (nothing(cell)) {
            return RejectReason.OBLIGATOIRE;
        }
        return guard.somebody.test(cell) ? guard.reason : type.reason();
    }

    /** The same for the user, in French, without the cell. */
    public String message(String cell) {
        if (nothing(cell)) {
            return "La colonne « %s » est obligatoire.".formatted(name);
        }
        return guard.somebody.test(cell)
                ? "Colonne « %s » : %s.".formatted(name, guard.advice)
                : "Colonne « %s » : %s est attendu.%s".formatted(name, type.expectation(), repair.advice(cell));
    }

    private @Nullable RepairedText sure(String cell) {
        if (guard.somebody.test(cell)) {
            return null;
        }
        boolean declared = missing.contains(cell);
        RepairedText repaired = declared || CellText.isMissing(cell)
                ? new RepairedText("", declared ? null : Correction.VIDE)
                : repair.of(cell);
        return repaired == null || canonical(repaired.text()) == INVALID ? unread : repaired;
    }

    private boolean nothing(String cell) {
        return cell.isEmpty() || missing.contains(cell) || CellText.isMissing(cell);
    }

    /** What a column does not take since it is somebody: the own name and the id of a place, or of a line, is refused rather than altered. */
    private enum PersonGuard {
        /** Any text: what it says of somebody is blotted out. */
        NONE(RejectReason.FORMAT, "", cell -> false),
        /** Name of a place; one may hide behind broken accents. */
        NAME(
                RejectReason.NOM_PERSONNE,
                "ce nom semble désigner quelqu'un (courriel, téléphone, numéro, civilité suivie d'un nom) ; écrivez"
                        + " celui du lieu, sans civilité ni coordonnées",
                cell -> PersonMask.hides(CellText.mended(cell))),
        /** What a group asked for, and where: nobody's name is of use, be it without a title. */
        DEMANDE(
                RejectReason.NOM_PERSONNE,
                "ce texte semble désigner quelqu'un (nom, courriel, téléphone, numéro) ; écrivez ce qui est demandé,"
                        + " ou où cela a été recueilli, sans dire par qui",
                PersonGuard::isDemandeur),
        /** Id of a line of a register. */
        LINE(
                RejectReason.IDENTIFIANT_PERSONNE,
                "cet identifiant semble être celui de quelqu'un (nom, téléphone, numéro de sécurité sociale) ; donnez"
                        + " un numéro de ligne, ou n'utilisez pas cette colonne",
                cell -> !ObservedZero.isId(cell) && (PersonIds.isSomebody(cell) || PersonIds.isName(cell))),
        /** Id of a place: places bear the names of people of old. */
        PLACE(
                RejectReason.IDENTIFIANT_PERSONNE,
                "cet identifiant a la forme d'un téléphone, d'un numéro de sécurité sociale ou d'un nom après une"
                        + " civilité ; donnez celui du lieu",
                PersonIds::isSomebody);

        private static final Pattern PARTS = Pattern.compile("[,;:()/]");

        private final RejectReason reason;
        /** The same for the user, in French, without the cell, to follow the name of the column. */
        private final String advice;

        private final Predicate<String> somebody;

        PersonGuard(RejectReason reason, String advice, Predicate<String> somebody) {
            this.reason = reason;
            this.advice = advice;
            this.somebody = somebody;
        }

        static PersonGuard of(Field field) {
            return switch (field.name()) {
                case "nom" -> NAME;
                case "objet", "source" -> DEMANDE;
                case "id_releve" -> LINE;
                case "id_salle", "id_site" -> PLACE;
                default -> NONE;
            };
        }

        private static boolean isDemandeur(String cell) {
            return NAME.somebody.test(cell)
                    || PersonIds.isSomebody(cell)
                    || PARTS.splitAsStream(CellText.mended(cell)).anyMatch(PersonColumns::byCell);
        }
    }
}
