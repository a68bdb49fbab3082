package fr.passerelle.dataset;

import static fr.passerelle.dataset.Situations.column;
import static fr.passerelle.dataset.Situations.names;
import static fr.passerelle.dataset.Situations.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.Distance;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.ChargeAnimateur;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SourceTrajet;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.sheets.form.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private static final LocalDate MONDAY = TourExamples.MONDAY;

    /** Two EPCIs share an animateur; a second calendar was published for the first of them alone. */
    private final List<ToursComputed> sectors =
            List.of(sector(2, day(0, "a", "b"), day(1, "c"), day(2, "d")), sector(1, day(0, "a", "b"), day(3, "e")));

    @Test
    void takesADayWhoseSessionsStandAsTheLatestCalendarHasIt() {
        ToldCalendar calendar = ToldCalendar.of(List.of(session("b", 0, null), session("a", 0, null)), sectors);

        assertThat(calendar.sessions()).extracting(PublishedSession::seance).containsExactly("a", "b");
        assertThat(calendar.days())
                .extracting(JourneeAnimateur::getDay, JourneeAnimateur::getWorkMinutes)
                .containsExactly(tuple(MONDAY, 2));
    }

    @Test
    void leavesOutADayThatIsNotHeldSo() {
        ToldCalendar calendar = ToldCalendar.of(
                List.of(
                        session("a", 0, null),
                        session("b", 0, MotifSeance.LIEU_FERME),
                        session("c", 1, null),
                        session("elsewhere", 1, null),
                        session("d", 4, null),
                        session("e", 3, null)),
                sectors);

        assertThat(calendar.sessions()).hasSize(6);
        assertThat(calendar.days()).extracting(JourneeAnimateur::getDay).containsExactly(MONDAY.plusDays(3));
    }

    private static PublishedSession session(String id, int day, @Nullable MotifSeance cancelled) {
        return TourExamples.session(id, "place:" + id, "200072031", MONDAY.plusDays(day), 540, cancelled);
    }

    private static JourneeAnimateur.Builder day(int day, String... sessions) {
        return JourneeAnimateur.newBuilder()
                .setAnimateur("A-01")
                .setDay(MONDAY.plusDays(day))
                .setDeparture(500)
                .setArrival(700)
                .setReturnMinutes(20)
                .setReturnMetres(15_000)
                .setArrets(Stream.of(sessions)
                        .map(id ->
                                new ArretJournee("place:" + id, id, 20, 15_000, SourceTrajet.ESTIME, 520, 540, 660, 0))
                        .toList());
    }

    /** Its days say which calendar they are of by their minutes of work. */
    private static ToursComputed sector(int plan, JourneeAnimateur.Builder... days) {
        return TourExamples.sector(plan)
                .setJournees(Stream.of(days)
                        .map(day -> day.setWorkMinutes(plan).build())
                        .toList())
                .setCharges(List.of(new ChargeAnimateur("A-01", "200072031", 1, 1, 1L, 1L, 1L, 1L, 1L)))
                .build();
    }
}
