package fr.passerelle.published.dataset;

import static fr.passerelle.published.dataset.LieuTableTest.column;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.tour.TourExamples;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The calendar of the examples as it is exported: A-01 holds the library, then the town hall. */
class CalendarTablesTest {

    private static final String LIBRARY = "place:BIB-1";

    private final DataTable sessions = SeanceTable.of(source(false));
    private final DataTable days = JourneeTable.of(source(false));

    @Test
    void hasARowASession() {
        assertThat(column(sessions, "seance")).containsExactly(LIBRARY + "|2018-01-08|0", LIBRARY + "|2018-01-08|0");
        assertThat(column(sessions, "date")).containsExactly("2018-01-09", "2018-01-09");
        assertThat(column(sessions, "debut")).containsExactly("09:00", "14:00");
        assertThat(column(sessions, "fin")).containsExactly("11:00", "16:00");
        assertThat(column(sessions, "annulee")).containsExactly("null", "LIEU_FERME");
        assertThat(column(sessions, "commune")).containsOnly("Oust-Marest");
        assertThat(column(sessions, "epci_nom")).containsOnly("CC des Villes Sœurs");
        assertThat(column(sessions, "localisation")).containsOnly("LIEU");
        assertThat(sessions.rows())
                .allSatisfy(row -> assertThat(row.path()).containsExactly(new Point(50.05, 1.42, true)));
    }

    @Test
    void drawsADayFromTheMiddleOfTheEpciAndBack() {
        assertThat(column(days, "date")).containsExactly("2018-01-09");
        assertThat(column(days, "etapes")).containsExactly(LIBRARY + "|commune:80613");
        assertThat(column(days, "minutes")).containsExactly("435");
        assertThat(column(days, "minutes_route")).containsExactly("45");
        assertThat(column(days, "km")).containsExactly("27.8");
        assertThat(days.rows())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.path()).extracting(Point::latitude).containsExactly(50.06, 50.05, 50.05, 50.06));
    }

    @Test
    void tellsNobodyOutsideWhoHoldsThem() {
        assertThat(column(sessions, "animateur")).containsOnly("A-01");
        assertThat(column(days, "animateur")).containsOnly("A-01");
        assertThat(SeanceTable.of(source(true)).columns())
                .extracting(DataColumn::name)
                .doesNotContain("animateur");
        assertThat(JourneeTable.of(source(true)).columns())
                .extracting(DataColumn::name)
                .doesNotContain("animateur");
    }

    private static DatasetSource source(boolean published) {
        ToursComputed computed = TourExamples.computed();
        LogFold log = new LogFold();
        TourExamples.published().epcis().values().forEach(log::take);
        return new DatasetSource(
                new Provenance("essai", Situations.run(true), false, published),
                Proposals.NONE,
                new LogInventory(log),
                null,
                new PublicNeeds(),
                new ToldCalendar(
                        List.of(
                                TourExamples.told(LIBRARY, 540, null),
                                TourExamples.told(LIBRARY, 840, MotifSeance.LIEU_FERME)),
                        computed.getEtapes().stream()
                                .collect(Collectors.toMap(EtapeDesservie::getEtape, Function.identity())),
                        computed.getJournees(),
                        Map.of("A-01", computed.getEpcis().getFirst())),
                insee -> List.of());
    }
}
