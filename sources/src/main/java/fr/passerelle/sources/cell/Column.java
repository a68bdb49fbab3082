package fr.passerelle.sources.cell;

import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.person.PersonIds;
import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Constraints;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.ObservedZero;
import fr.passerelle.sources.reject.RejectReason;
import java.util.List;
import java.util.Set;
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
    private final FormConflict formConflict;
    private final Repair repair;
    private final boolean free;
    private final PersonGuard guard;
    private final @Nullable RepairedText unread;
    private @Nullable String lastCell;
    private long lastValue;
    private @Nullable String lastRefused;
    private @Nullable RepairedText lastRepaired;

    private Column(Field field, CellType type, Forms forms) {
        this.name = field.name();
        this.required = field.constraints().required();
        this.type = type;
        this.formConflict = FormConflict.of(field, forms);
        this.repair = Repair.of(field, forms);
        this.free = repair instanceof Repair.FreeTextRepair;
        this.guard = PersonGuard.of(field);
        this.unread = forms.lenient() && !required ? UNREAD : null;
    }

    /** The column of a field, with what a mapping declares of it. */
    public static Column of(Field field, Forms forms) {
        return new Column(field, type(field), forms);
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
            lastValue = formConflict.concerns(cell) || free && LostAccents.in(cell) ? INVALID : canonical(cell);
            lastCell = cell;
        }
        return lastValue;
    }

    /** The value of a text in the canonical form, whatever is declared; see {@link #value}. */
    public long canonical(String text) {
        if (text.isEmpty()) {
            return required ? INVALID : NONE;
        }
        return guard.refuses(text) ? INVALID : type.parse(text);
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
        return guard.refuses(cell);
    }

    /** Why a cell is {@link #INVALID}. */
    public RejectReason reason(String cell) {
        if (nothing(cell)) {
            return RejectReason.OBLIGATOIRE;
        }
        return guard.refuses(cell) ? guard.reason() : type.reason();
    }

    /** The same for the user, in French, without the cell. */
    public String message(String cell) {
        if (nothing(cell)) {
            return "La colonne « %s » est obligatoire.".formatted(name);
        }
        return guard.refuses(cell)
                ? "Colonne « %s » : %s.".formatted(name, guard.advice())
                : "Colonne « %s » : %s est attendu.%s".formatted(name, type.expectation(), repair.advice(cell));
    }

    private @Nullable RepairedText sure(String cell) {
        RepairedText repaired = formConflict.missing(cell) ? new RepairedText("", null) : repaired(cell);
        if (guard.refuses(cell)) {
            return null;
        }
        return repaired == null || canonical(repaired.text()) == INVALID ? unread : repaired;
    }

    private @Nullable RepairedText repaired(String cell) {
        return LostAccents.isMissing(cell) ? new RepairedText("", Correction.VIDE) : repair.of(cell);
    }

    private boolean nothing(String cell) {
        return cell.isEmpty() || formConflict.missing(cell) || LostAccents.isMissing(cell);
    }

    private static CellType type(Field field) {
        Constraints rule = field.constraints();
        return switch (field.type()) {
            case INTEGER -> new CellType.Whole(CellType.bounds(rule, 0));
            case NUMBER -> number(rule);
            case DATE -> new CellType.Days();
            case BOOLEAN -> new CellType.YesNo(field.booleans());
            case LIST -> new CellType.Several(field.list());
            case STRING ->
                rule.values().isEmpty() ? new CellType.Text(rule) : new CellType.OneOf(List.copyOf(rule.values()));
            case YEARMONTH, YEAR ->
                throw new IllegalArgumentException("No input file has a column of type " + field.type());
        };
    }

    private static CellType number(Constraints rule) {
        Integer places = rule.decimalPlaces();
        return places == null
                ? new CellType.Degrees(CellType.bounds(rule, 0))
                : new CellType.Fixed(places, CellType.bounds(rule, places));
    }

    /** What a column does not take since it is somebody: the own name and the id of a place, or of a line, is refused rather than altered. */
    private enum PersonGuard {
        /** Any text: what it says of somebody is blotted out. */
        NONE(RejectReason.FORMAT, "") {
            @Override
            boolean refuses(String cell) {
                return false;
            }
        },
        /** Name of a place; one may hide behind broken accents. */
        NAME(
                RejectReason.NOM_PERSONNE,
                "ce nom semble désigner quelqu'un (courriel, téléphone, numéro, civilité suivie d'un nom) ; écrivez"
                        + " celui du lieu, sans civilité ni coordonnées") {
            @Override
            boolean refuses(String cell) {
                return PersonMask.hides(LostAccents.mended(cell));
            }
        },
        /** What a group asked for, and where: nobody's name is of use, be it without a title. */
        DEMANDE(
                RejectReason.NOM_PERSONNE,
                "ce texte semble désigner quelqu'un (nom, courriel, téléphone, numéro) ; écrivez ce qui est demandé,"
                        + " ou où cela a été recueilli, sans dire par qui") {
            @Override
            boolean refuses(String cell) {
                return NAME.refuses(cell)
                        || PersonIds.isSomebody(cell)
                        || PARTS.splitAsStream(LostAccents.mended(cell)).anyMatch(PersonColumns::byCell);
            }
        },
        /** Id of a line of a register. */
        LINE(
                RejectReason.IDENTIFIANT_PERSONNE,
                "cet identifiant semble être celui de quelqu'un (nom, téléphone, numéro de sécurité sociale) ; donnez"
                        + " un numéro de ligne, ou n'utilisez pas cette colonne") {
            @Override
            boolean refuses(String cell) {
                return !ObservedZero.isId(cell) && (PersonIds.isSomebody(cell) || PersonIds.isName(cell));
            }
        },
        /** Id of a place: places bear the names of people of old. */
        PLACE(
                RejectReason.IDENTIFIANT_PERSONNE,
                "cet identifiant a la forme d'un téléphone, d'un numéro de sécurité sociale ou d'un nom après une"
                        + " civilité ; donnez celui du lieu") {
            @Override
            boolean refuses(String cell) {
                return PersonIds.isSomebody(cell);
            }
        };

        private static final Pattern PARTS = Pattern.compile("[,;:()/]");

        private final RejectReason reason;
        private final String advice;

        PersonGuard(RejectReason reason, String advice) {
            this.reason = reason;
            this.advice = advice;
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

        /** Whether a cell is somebody. */
        abstract boolean refuses(String cell);

        RejectReason reason() {
            return reason;
        }

        /** The same for the user, in French, without the cell, to follow the name of the column. */
        String advice() {
            return advice;
        }
    }

    /**
     * Cells of the canonical form which what is declared reads otherwise: the declaration wins over the schema.
     *
     * @param missing texts that mean nothing
     * @param comma whether a point is no decimal point
     */
    private record FormConflict(Set<String> missing, boolean comma) {

        static FormConflict of(Field field, Forms forms) {
            boolean number = field.type() == Field.Type.NUMBER || field.type() == Field.Type.INTEGER;
            return new FormConflict(forms.missing(), number && forms.decimal() == Forms.DecimalMark.COMMA);
        }

        boolean concerns(String cell) {
            return comma && cell.indexOf('.') >= 0 || missing(cell);
        }

        boolean missing(String cell) {
            return missing.contains(cell);
        }
    }
}
