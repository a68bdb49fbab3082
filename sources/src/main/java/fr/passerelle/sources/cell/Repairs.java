package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Constraints;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.Field.ListFormat;
import org.jspecify.annotations.Nullable;

/** Which repair a column has. */
final class Repairs {

    private static final int DEGREE_PLACES = 15;
    private static final Repair NONE = cell -> null;

    private Repairs() {}

    static Repair of(Field field, Forms forms) {
        return switch (field.type()) {
            case INTEGER -> number(field, 0, true, forms);
            case NUMBER -> decimal(field, forms);
            case DATE -> new DayRepair(forms);
            case STRING -> field.name().equals(Activity.COLUMN) ? new ActivityRepair() : text(field.constraints());
            case BOOLEAN -> new YesNoRepair(field.booleans(), forms);
            case LIST -> list(field.list(), forms);
            case YEARMONTH, YEAR -> NONE;
        };
    }

    private static Repair decimal(Field field, Forms forms) {
        Integer places = field.constraints().decimalPlaces();
        Repair number =
                places == null ? number(field, DEGREE_PLACES, false, forms) : number(field, places, true, forms);
        Repair hours = Units.hours(field.name()) ? Repair.firstOf(number, new DurationRepair()) : number;
        return Units.weeklyHours(field.name()) ? Repair.firstOf(hours, new HoursRepair(forms)) : hours;
    }

    private static Repair number(Field field, int places, boolean groups, Forms forms) {
        return new NumberRepair(places, groups, Units.of(field.name()), forms);
    }

    private static Repair list(@Nullable ListFormat format, Forms forms) {
        return format == null || format.itemEnum().isEmpty()
                ? new FreeTextRepair()
                : new ListRepair(format, forms.lenient());
    }

    private static Repair text(Constraints rule) {
        if (!rule.values().isEmpty()) {
            return new WordRepair(rule.values());
        }
        if (rule.pattern() == null) {
            return new FreeTextRepair();
        }
        return switch (rule.pattern().pattern()) {
            case InseeRepair.PATTERN -> new InseeRepair();
            case SirenRepair.PATTERN -> new SirenRepair();
            default -> Repairs::withoutSpaces;
        };
    }

    /** A code has no spaces, and some of them cannot be seen. */
    private static @Nullable RepairedText withoutSpaces(String cell) {
        return cell.length() <= Repair.LONGEST + 1
                ? new RepairedText(TextFolding.spaces(cell), Correction.ESPACES)
                : null;
    }
}
