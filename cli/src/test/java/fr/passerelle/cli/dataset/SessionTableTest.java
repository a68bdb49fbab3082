package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.Situations.column;
import static fr.passerelle.cli.dataset.Situations.names;
import static fr.passerelle.cli.dataset.Situations.paths;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.sheets.form.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The calendar of the examples as it is exported: A-01 holds the library, then the town hall. */
class SessionTableTest {

    private static final String LIBRARY = "place:BIB-1";
    private static final Table.Point HOST = new Table.Point(50.05, 1.42, true);

    private final Table<?> sessions = SessionTable.sessions(source(false));
    private final Table<?> days = SessionTable.days(source(false));

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
        assertThat(paths(sessions)).containsOnly(List.of(HOST));
    }

    @Test
    void drawsADayFromItsFirstHostToItsLast() {
        assertThat(column(days, "date")).containsExactly("2018-01-09");
        assertThat(column(days, "etapes")).containsExactly(LIBRARY + "|commune:80613");
        assertThat(paths(days)).containsExactly(List.of(HOST, HOST));
    }

    /**
     * Whoever has the days of an animateur and a list of communes keeps those that explain all that is told of each day: here sixteen, of
     * which he leaves from the sixth. As long as hours or kilometres are told, one day is enough to find it.
     */
    @Test
    void leavesEveryCommuneAsLikelyToBeTheOneAnAnimateurLeavesFrom() {
        double home = 50.06;
        JourneeAnimateur day = TourExamples.computed().getJournees().getFirst();
        int metres = metresFrom(home);
        day.getArrets().getFirst().setRoadMetres(metres);
        day.getArrets().getLast().setRoadMetres(0);
        day.setReturnMetres(metres);
        Table<?> told = Dataset.JOURNEES.of(source(true, List.of(day)));

        List<Double> likely = IntStream.rangeClosed(1, 16)
                .mapToObj(step -> 50 + step / 100.0)
                .filter(latitude -> explains(latitude, told))
                .toList();

        assertThat(likely).hasSize(16);
        assertThat(names(told)).containsExactly("date", "etapes", "execution", "donnees");
    }

    private static boolean explains(double latitude, Table<?> told) {
        return names(told).stream()
                .flatMap(name -> Situations.cells(told, name).stream())
                .noneMatch(cell -> cell instanceof BigDecimal kilometres
                        && Math.abs(kilometres.doubleValue() - 2 * metresFrom(latitude) / 1_000.0) >= 0.1);
    }

    /** By road, from a commune on the meridian of the host. */
    private static int metresFrom(double latitude) {
        return (int) Math.round(1.3 * Distance.metres(latitude, 1.42, 50.05, 1.42));
    }

    @Test
    void tellsNobodyOutsideWhoHoldsThem() {
        assertThat(column(sessions, "animateur")).containsOnly("A-01");
        assertThat(column(days, "animateur")).containsOnly("A-01");
        assertThat(names(SessionTable.sessions(source(true)))).doesNotContain("animateur");
        assertThat(names(SessionTable.days(source(true)))).doesNotContain("animateur");
    }

    private static DatasetSource source(boolean published) {
        return source(published, TourExamples.computed().getJournees());
    }

    private static DatasetSource source(boolean published, List<JourneeAnimateur> days) {
        ToursComputed computed = TourExamples.computed();
        LogFold log = new LogFold();
        TourExamples.published().epcis().values().forEach(log::take);
        return Situations.of(
                log,
                Proposals.NONE,
                new ToldCalendar(
                        List.of(
                                TourExamples.told(LIBRARY, 540, null),
                                TourExamples.told(LIBRARY, 840, MotifSeance.LIEU_FERME)),
                        computed.getEtapes().stream()
                                .collect(Collectors.toMap(EtapeDesservie::getEtape, Function.identity())),
                        days),
                published);
    }
}
