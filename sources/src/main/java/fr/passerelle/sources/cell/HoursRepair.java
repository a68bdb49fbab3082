package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The hours of a week told as opening hours. Appointments, open ends, seasons, holidays and whatever else is not a plain week stay in doubt. */
final class HoursRepair implements Repair {

    private final @Nullable Correction code;

    HoursRepair(Forms forms) {
        this.code = forms.openingHours() ? null : Correction.HORAIRES;
    }

    @Override
    public @Nullable RepairedText of(String cell) {
        Week week = Week.read(cell);
        BigDecimal hours = week == null ? null : week.hours();
        return hours == null
                ? null
                : new RepairedText(hours.stripTrailingZeros().toPlainString(), code);
    }

    @Override
    public String advice(String cell) {
        return cell.chars().anyMatch(Character::isLetter) ? " " + WeeklySpans.ADVICE : "";
    }
}
