package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.TERMS;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.ReferenceSession.Pair;
import fr.passerelle.calendar.rule.TourCalendar.TourSession;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceSessionTest {

    private final TourStop a = stop("A", LIBRARY, 2);

    @Test
    void leavesWhatStandsBeforeItPairsWhatMoves() {
        ReferenceSession stands = published(0, MONDAY.plusDays(7));
        ReferenceSession moves = published(1, MONDAY.plusDays(14));
        TourSession same = session(MONDAY.plusDays(7));
        TourSession earlier = session(MONDAY);

        assertThat(ReferenceSession.pairs(List.of(stands, moves), List.of(earlier, same)))
                .containsExactly(new Pair(stands, same), new Pair(moves, earlier));
    }

    @Test
    void tellsWhatIsAddedAndWhatIsHeldNoMore() {
        ReferenceSession gone = published(0, MONDAY);

        assertThat(ReferenceSession.pairs(List.of(gone), List.of())).containsExactly(new Pair(gone, null));
        assertThat(ReferenceSession.pairs(List.of(), List.of(session(MONDAY))))
                .containsExactly(new Pair(null, session(MONDAY)));
    }

    @Test
    void countsAsChangedOnlyWhatIsStillHeld() {
        assertThat(ReferenceSession.changed(
                        List.of(published(0, MONDAY), published(1, MONDAY.plusDays(1))),
                        List.of(session(MONDAY.plusDays(2)))))
                .isEqualTo(1);
    }

    private ReferenceSession published(int rank, LocalDate date) {
        return new ReferenceSession("place:A|2018-01-08|" + rank, a.key(), date, at(9, 0), ANIMATEUR.id(), true);
    }

    private TourSession session(LocalDate date) {
        return new TourSession(a, date, TERMS.session(at(9, 0)), ANIMATEUR);
    }
}
