package fr.passerelle.console.programme;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Depense;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a scenario does for an EPCI in one year.
 *
 * @param aid euros that it funds, from 0
 * @param committed euros that were notified and stand, from 0
 */
public record ProgrammeCell(int year, Stage stage, BigDecimal aid, BigDecimal committed) {

    /** What happens in the year. */
    public enum Stage {
        /** Nothing. */
        NONE,
        /** Its study is funded. */
        STUDY,
        /** Its place opens. */
        OPENING,
        /** Its place is open since an earlier year. */
        OPEN
    }

    static ProgrammeCell of(ChoixEpci choice, int year) {
        return new ProgrammeCell(
                year, stage(choice, year), sum(choice.getDepenses(), year), sum(choice.getEngagees(), year));
    }

    private static Stage stage(ChoixEpci choice, int year) {
        LocalDate opening = choice.getOpening();
        if (opening != null && opening.getYear() <= year) {
            return opening.getYear() == year ? Stage.OPENING : Stage.OPEN;
        }
        Integer study = choice.getYear();
        return study != null && study == year ? Stage.STUDY : Stage.NONE;
    }

    private static BigDecimal sum(List<Depense> spent, int year) {
        return spent.stream()
                .filter(each -> each.getYear() == year)
                .map(Depense::getAid)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return stage == Stage.NONE && aid.signum() == 0 && committed.signum() == 0;
    }
}
