package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The hours of a week told as opening hours. Appointments, open ends, seasons, holidays and whatever else is not a plain week stay in doubt. */
final class HoursRepair implements Repair {

    private static final int LONGEST_WEEK = 200;

    private final @Nullable Correction code;

    HoursRepair(Forms forms) {
        this.code = forms.openingHours() ? null : Correction.HORAIRES;
    }

    @Override
    public @Nullable RepairedText of(String cell) {
        Week week = cell.length() > LONGEST_WEEK ? null : week(cell);
        BigDecimal hours = week == null ? null : week.hours();
        return hours == null
                ? null
                : new RepairedText(hours.stripTrailingZeros().toPlainString(), code);
    }

    @Override
    public String advice(String cell) {
        return cell.chars().anyMatch(Character::isLetter)
                ? " Des horaires n'y sont lus que s'ils donnent chaque jour une fois et ses heures, tels que"
                        + " « mardi au vendredi 9h-12h et 14h-17h30, samedi 9h-12h »."
                : "";
    }

    private static @Nullable Week week(String cell) {
        Week week = OsmHours.read(cell);
        return week == null ? FrenchHours.read(cell) : week;
    }
}
