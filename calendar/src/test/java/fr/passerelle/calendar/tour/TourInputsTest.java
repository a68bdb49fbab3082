package fr.passerelle.calendar.tour;

import static fr.passerelle.calendar.rule.TourCases.TOURNEES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.tour.CalendarStudies.TourRequest;
import fr.passerelle.calendar.tour.HeldSessions.SeanceMatches;
import fr.passerelle.calendar.tour.HeldSessions.SeanceRow;
import fr.passerelle.calendar.tour.TourBasis.TourStops;
import fr.passerelle.calendar.tour.TourInputs.AnimateurRow;
import fr.passerelle.calendar.tour.TourInputs.KnownPlaces;
import fr.passerelle.calendar.tour.TourInputs.LieuRow;
import fr.passerelle.calendar.tour.TourInputs.TrajetRow;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.VacancesScolaires;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.study.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a calendar: what is read of them, what is refused, and the étapes that come of them. */
class TourInputsTest {

    private static final String ANIMATEURS =
            "animateur;epci_siren;commune;epcis_desservies;demi_journees;absences;tablettes\n";

    private static final String LIEUX = "lieu;epci_siren;horaires;fermetures;capacite;vacances_scolaires\n";
    private static final String TRAJETS = "de;a;minutes;km\n";
    private static final String GOOD = "A-01;200072031;02408;;MARDI_APRES_MIDI|LUNDI_MATIN;;\n";
    private static final Path DATA =
            Path.of(System.getProperty("passerelle.root", "..")).resolve("dev/demo/data");

    private static final String EPCI = Facts.SIREN;
    private static final KnownPlaces KNOWN = new KnownPlaces(TourExamples.published(TourExamples.small()));

    @TempDir
    private Path folder;

    @Test
    void readsAnimateurs() throws IOException {
        List<AnimateurRow> rows = AnimateurRow.read(file(ANIMATEURS + GOOD
                + "B-2;200072031;60057;200072031|246000855;VENDREDI_MATIN;2018-02-12|2018-03-05 au 2018-03-09;6\n"));

        assertThat(rows.getFirst().serves()).containsExactly("200072031");
        assertThat(rows.getFirst().tablettes()).isNull();
        assertThat(rows.getFirst().worked())
                .containsExactly(
                        new WorkHalf(JourOuvrable.LUNDI, DemiJournee.MATIN),
                        new WorkHalf(JourOuvrable.MARDI, DemiJournee.APRES_MIDI));
        assertThat(rows.getLast().serves()).containsExactly("200072031", "246000855");
        assertThat(rows.getLast().absences())
                .containsExactly(
                        new DateSpan(LocalDate.of(2018, 2, 12), LocalDate.of(2018, 2, 12)),
                        new DateSpan(LocalDate.of(2018, 3, 5), LocalDate.of(2018, 3, 9)));
        assertThat(rows.getLast().tablettes()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        Jean Dupont;200072031;02408;;LUNDI_MATIN;; > Colonne « animateur »
        jdupont;200072031;02408;;LUNDI_MATIN;; > Colonne « animateur »
        A-01;200072031;02408;;LUNDI_MATIN;; > la ligne 2 parle déjà de la même chose
        A-02;20007203;02408;;LUNDI_MATIN;; > Colonne « epci_siren »
        A-02;200072031;02408;;;; > La colonne « demi_journees » est obligatoire.
        A-02;200072031;02408;;DIMANCHE_MATIN;; > Colonne « demi_journees »
        A-02;200072031;02408;Laon;LUNDI_MATIN;; > n'est pas un SIREN de neuf chiffres
        A-02;200072031;02408;;LUNDI_MATIN;12 mars; > n'est ni un jour ni une période
        A-02;200072031;02408;;LUNDI_MATIN;2018-03-09 au 2018-03-05; > n'est ni un jour ni une période
        A-02;200072031;02408;;LUNDI_MATIN;2018-03-05 au 2018-03-06 au 2018-03-09; > n'est ni un jour ni une période
        A-02;200072031;02408;;LUNDI_MATIN;2018-02-30; > n'est ni un jour ni une période
        A-02;200072031;02408;;LUNDI_MATIN;;-1 > Colonne « tablettes »
        """)
    void refusesAWholeFileOfAnimateurs(String row, String fault) {
        assertRefused(() -> AnimateurRow.read(file(ANIMATEURS + GOOD + row + "\n")), fault);
    }

    @Test
    void readsPlacesAndWhatAnEpciDoes() throws IOException {
        List<LieuRow> rows = LieuRow.read(file(LIEUX
                + "place:bib-1;;mardi au vendredi 9h-12h et 14h-18h;2018-02-12;12;SUSPENDUES\n"
                + ";200072031;;;;MAINTENUES\n"
                + "commune:02408;;;;;\n"));

        OpenWeek hours = Objects.requireNonNull(rows.getFirst().week());
        assertThat(hours.isOpen(DayOfWeek.TUESDAY, new MinuteSpan(9 * 60, 12 * 60)))
                .isTrue();
        assertThat(hours.isOpen(DayOfWeek.MONDAY, new MinuteSpan(9 * 60, 12 * 60)))
                .isFalse();
        assertThat(rows.get(1).vacances()).isEqualTo(VacancesScolaires.MAINTENUES);
        assertThat(rows.getLast().week()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        ;;;;;MAINTENUES > donnez un lieu, ou l'intercommunalité
        place:a;200072031;;;; > donnez un lieu, ou l'intercommunalité
        ;200072031;;;10;MAINTENUES > ne dit que vacances_scolaires
        ;200072031;;;; > ne dit que vacances_scolaires
        bibliothèque;;;;; > Colonne « lieu »
        place:b;;un jour sur deux;;; > ses horaires ne se lisent pas
        place:b;;;bientôt;; > n'est ni un jour ni une période
        place:b;;;;0; > Colonne « capacite »
        place:b;;;;;PEUT-ETRE > Colonne « vacances_scolaires »
        place:a;;;;; > la ligne 2 parle déjà de la même chose
        """)
    void refusesAWholeFileOfPlaces(String row, String fault) {
        assertRefused(() -> LieuRow.read(file(LIEUX + "place:a;;;;10;\n" + row + "\n")), fault);
    }

    @Test
    void readsJourneys() throws IOException {
        assertThat(TrajetRow.read(file(TRAJETS + "02408;60057;95;88.5\nplace:a;02408;0;\n")))
                .containsExactly(
                        new TrajetRow("02408", "60057", 95, 88_500), new TrajetRow("place:a", "02408", 0, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        02408;60057;96; > la ligne 2 parle déjà de la même chose
        02408;02408;5; > un trajet va d'un endroit à un autre
        Laon;60057;9; > Colonne « de »
        02691;60057;;9 > La colonne « minutes » est obligatoire.
        02691;60057;601; > Colonne « minutes »
        02691;60057;1;1000 > 1 minute(s) ne suffisent pas pour 1000 km
        """)
    void refusesAWholeFileOfJourneys(String row, String fault) {
        assertRefused(() -> TrajetRow.read(file(TRAJETS + "02408;60057;95;\n" + row + "\n")), fault);
    }

    @Test
    void tellsAFaultOnceHoweverManyRowsHaveIt() throws IOException {
        String rows =
                IntStream.range(0, 1_000).mapToObj(i -> "02408;02408;5;\n").collect(Collectors.joining());
        Path file = file(TRAJETS + rows);

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> TrajetRow.read(file))
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).lines())
                        .singleElement()
                        .asString()
                        .contains("lignes 2, 3, 4 et 997 autres : un trajet va d'un endroit à un autre"));
    }

    @Test
    void freezesFilesAsTextsThatReadBack() throws IOException {
        TourInputs inputs = TourInputs.read(new TourRequest(
                named("animateurs.csv", ANIMATEURS + GOOD),
                named("lieux.csv", LIEUX + "place:a;;Mo-Fr 09:00-12:00;2018-02-12 au 2018-02-20;;\n"),
                null,
                null,
                false,
                LocalDate.of(2018, 1, 8),
                4,
                null,
                new StepMotive("essai", "c-0")));

        assertThat(TourInputs.of(inputs.texts())).isEqualTo(inputs);
        assertThat(inputs.texts()).containsOnlyKeys("animateurs", "lieux");
    }

    @Test
    void holdTwelveAnimateursInTenSectors() {
        List<AnimateurRow> rows = AnimateurRow.read(DATA.resolve("animateurs.csv"));

        assertThat(rows).hasSize(12);
        assertThat(rows.stream()
                        .collect(Collectors.groupingBy(AnimateurRow::serves))
                        .values())
                .hasSize(10)
                .extracting(List::size)
                .containsOnly(1, 2);
        assertThat(rows).allSatisfy(row -> assertThat(row.serves()).contains(row.epci()));
        assertThat(rows).flatExtracting(AnimateurRow::absences).hasSize(4);
    }

    @Test
    void tellHoursThatCanBeRead() {
        List<LieuRow> rows = LieuRow.read(DATA.resolve("lieux.csv"));

        assertThat(rows.stream().map(LieuRow::week).filter(Objects::nonNull)).hasSize(86);
        assertThat(rows).filteredOn(row -> row.lieu() == null).hasSize(3);
        assertThat(TrajetRow.read(DATA.resolve("trajets.csv"))).hasSize(37);
    }

    @Test
    void takesWhatTheRunKnows() {
        assertThatCode(() -> KNOWN.require(new TourInputs(
                        List.of(animateur(EPCI)),
                        List.of(place("place:BIB-1"), place("commune:02001"), holidays(EPCI)),
                        List.of(new TrajetRow("02001", "place:BIB-1", 5, null)))))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheFirstThatItDoesNotKnow() {
        assertRefused(
                new TourInputs(List.of(animateur("200000009")), List.of(), List.of()),
                "L'animateur A-01 dessert l'intercommunalité 200000009, que l'exécution N-000001 ne connaît pas :"
                        + " vérifiez son SIREN.");
        assertRefused(
                new TourInputs(
                        List.of(), List.of(place("place:BIB-1"), place("place:BIB-2"), place("room:S")), List.of()),
                "Le fichier des lieux parle de « place:BIB-2 », que l'exécution N-000001 ne connaît pas : vérifiez son"
                        + " identifiant.");
        assertRefused(
                new TourInputs(List.of(), List.of(holidays("200000009")), List.of()),
                "Le fichier des lieux parle de l'intercommunalité 200000009, que l'exécution N-000001 ne connaît pas :"
                        + " vérifiez son SIREN.");
        assertRefused(
                new TourInputs(List.of(), List.of(), List.of(new TrajetRow("02001", "02009", 5, null))),
                "Le fichier des trajets parle de « 02009 », que l'exécution N-000001 ne connaît pas : vérifiez son"
                        + " code.");
    }

    @Test
    void refusesAnAnimateurOfAnUnknownEpciAndMinutesThatDoNotSuffice() {
        AnimateurRow animateur = new AnimateurRow(
                "A-02", "200000009", "02001", new TreeSet<>(List.of(EPCI)), new TreeSet<>(), List.of(), null);

        assertRefused(
                new TourInputs(List.of(animateur), List.of(), List.of()),
                "L'animateur A-02 est de l'intercommunalité 200000009, que l'exécution N-000001 ne connaît pas :"
                        + " vérifiez son SIREN.");

        assertRefused(
                new TourInputs(List.of(), List.of(), List.of(new TrajetRow("02001", "02002", 1, null))),
                "Le fichier des trajets, de « 02001 » à « 02002 » : 1 minute(s) ne suffisent pas pour 111 km :"
                        + " corrigez les minutes ou les kilomètres.");
    }

    private static void assertRefused(Reading reading, String fault) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(reading::read)
                .satisfies(refused -> assertThat(refused.shown())
                        .startsWith("Le fichier « a.csv », ligne 3 : ")
                        .contains(fault)
                        .doesNotContain("\n"));
    }

    private Path file(String text) throws IOException {
        return named("a.csv", text);
    }

    private Path named(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertRefused(TourInputs inputs, String why) {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> KNOWN.require(inputs))
                .withMessage(why);
    }

    private static AnimateurRow animateur(String siren) {
        return new AnimateurRow("A-01", EPCI, "02001", new TreeSet<>(List.of(siren)), new TreeSet<>(), List.of(), null);
    }

    private static LieuRow place(String lieu) {
        return new LieuRow(lieu, null, null, List.of(), null, null);
    }

    private static LieuRow holidays(String siren) {
        return new LieuRow(null, siren, null, List.of(), null, VacancesScolaires.MAINTENUES);
    }

    /** Reads a file. */
    private interface Reading {
        void read() throws IOException;
    }

    private static final LocalDate TODAY = LocalDate.of(2018, 3, 15);
    private static final String SEANCES =
            "lieu;date;debut;mois_complet;tenue;presences;premieres_venues;heures_personne\n";
    private static final SeanceMatches PUBLISHED = new SeanceMatches(List.of(
            session(0, LocalDate.of(2018, 1, 9), 540, null),
            session(1, LocalDate.of(2018, 1, 16), 540, null),
            session(2, LocalDate.of(2018, 1, 16), 840, null),
            session(3, LocalDate.of(2018, 1, 23), 540, MotifSeance.LIEU_FERME)));

    @Test
    void readsSessionsAndMonths() throws IOException {
        List<SeanceRow> rows = seances("place:a;2018-01-09;;;oui;7;2;10.5\nplace:a;;;2018-01;;;;\n");

        assertThat(rows)
                .containsExactly(
                        new SeanceRow(2, "place:a", LocalDate.of(2018, 1, 9), null, null, true, 7, 2, 1_050),
                        new SeanceRow(3, "place:a", null, null, YearMonth.of(2018, 1), false, null, null, null));
        assertThat(rows).extracting(SeanceRow::month).containsOnly(YearMonth.of(2018, 1));
    }

    @Test
    void matchesByDayAndByHourWhereTheRowGivesIt() throws IOException {
        List<SeanceRow> rows = seances("""
            place:a;2018-01-09;09:30;;oui;;;
            place:a;2018-01-09;;;oui;;;
            place:a;2018-01-16;14:00;;non;;;
            place:a;2018-01-16;10:00;;oui;;;
            place:a;2018-01-23;;;oui;3;;
            """);

        assertThat(rows)
                .extracting(
                        row -> PUBLISHED.of(row).map(PublishedSession::seance).orElse(""))
                .containsExactly("", "place:a|2018-01-08|0", "place:a|2018-01-08|2", "", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
        place:a;2018-03-16;;;oui;;; > n'est pas encore passé
        place:a;;;2018-03;;;; > n'est pas encore passé
        place:a;2018-01-10;;2018-01;oui;;; > l'un des deux
        place:a;;;;oui;;; > l'un des deux
        place:a;2018-01-10;;;;;; > dit si elle a été tenue
        place:a;;;2018-01;oui;;; > dit si elle a été tenue
        place:a;2018-01-10;;;non;3;; > n'a pas de comptes
        place:a;2018-01-10;;;oui;3;4; > premières venues
        place:a;2018-01-10;;;oui;;4; > premières venues
        place:a;2018-01-16;;;oui;;; > donnez l'heure de début
        place:b;2018-01-16;;;oui;;; > aucune séance n'a été publiée
        place:a;2018-01-09;;;oui;;; > la ligne 2 parle déjà
        place:a;2018-01-09;09:00;;oui;;; > la ligne 2 parle déjà de cette séance
        place:a;2018-01-10;;;oui;-1;; > Colonne « presences »
        """)
    void refusesAWholeFile(String row, String fault) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> seances("place:a;2018-01-09;;;oui;;;\n" + row + "\n"))
                .satisfies(refused -> assertThat(refused.shown())
                        .startsWith("Le fichier « seances.csv », ligne 3 : ")
                        .contains(fault)
                        .doesNotContain("\n"));
    }

    private List<SeanceRow> seances(String rows) throws IOException {
        WholeFile<SeanceRow> file =
                SeanceRow.read(Files.writeString(folder.resolve("seances.csv"), SEANCES + rows), TODAY);
        return file.with(PUBLISHED.faults(file.lines())).rows();
    }

    private static PublishedSession session(int rank, LocalDate day, int start, @Nullable MotifSeance cancelled) {
        return TourExamples.session("place:a|2018-01-08|" + rank, "place:a", EPCI, day, start, cancelled);
    }

    private static final String NEXT_DOOR = "200000002";
    private static final HostPoints POINTS = new HostPoints(List.of(TourExamples.small()), List.of());

    @Test
    void addsUpTheRoomsOfAHost() {
        List<TourStop> stops =
                stops().of(List.of(library("S-2", NEXT_DOOR, 3), library("S-1", EPCI, 2), library("S-3", EPCI, 1)));

        assertThat(stops).singleElement().satisfies(stop -> {
            assertThat(stop.key()).isEqualTo("place:BIB-1");
            assertThat(stop.asked()).isEqualTo(6);
            assertThat(stop.rooms()).containsExactly("S-1", "S-2", "S-3");
            assertThat(stop.epci()).isEqualTo(EPCI);
            assertThat(stop.point().latitude()).isEqualTo(49.1);
        });
    }

    @Test
    void putsACommunalHallInTheMiddleOfItsCommune() {
        assertThat(stops().of(List.of(etape("S-1", EPCI, 1, HostKind.SALLE_COMMUNALE, null, "02001"))))
                .extracting(TourStop::point, TourStop::name)
                .containsExactly(tuple(new TourPoint("commune:02001", "02001", 49.0, 3.0), "Salle communale"));
    }

    @Test
    void supposesTheHoursThatNobodyTold() {
        TourStop stop = stops().of(List.of(library("S-1", EPCI, 1))).getFirst();

        assertThat(stop.hours()).isEqualTo(OpenWeek.supposed(TOURNEES));
        assertThat(stop.hours().source()).isEqualTo(SourceHoraires.SUPPOSES);
        assertThat(stop.capacity()).isNull();
        assertThat(stop.inHolidays()).isTrue();
    }

    @Test
    void takesWhatWasToldOfAPlaceBeforeItsEpci() {
        LieuRow epci = new LieuRow(null, EPCI, null, List.of(), null, VacancesScolaires.SUSPENDUES);
        LieuRow place =
                new LieuRow("place:BIB-1", null, "Lu-Ve 09:00-18:00", List.of(), 10, VacancesScolaires.MAINTENUES);
        List<Conversion> etapes = List.of(library("S-1", EPCI, 1));

        TourStop told = stops(epci, place).of(etapes).getFirst();

        assertThat(told.hours()).isEqualTo(place.week());
        assertThat(told.capacity()).isEqualTo(10);
        assertThat(told.inHolidays()).isTrue();
        assertThat(stops(epci).of(etapes).getFirst().inHolidays()).isFalse();
    }

    @Test
    void leavesOutWhatIsNoEtapeAndRefusesAPlaceThatIsNowhere() {
        Conversion tiersLieu = etape("S-1", EPCI, 0, HostKind.SALLE, "S-1", "02001");
        tiersLieu.setHost(null);

        assertThat(stops().of(List.of(tiersLieu))).isEmpty();

        List<Conversion> nowhere = List.of(etape("S-1", EPCI, 1, HostKind.SALLE, "S-1", "99999"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stops().of(nowhere))
                .withMessageContaining("room:S-1");
        assertThat(POINTS.home("A-01", "99999")).isEmpty();
    }

    private static TourStops stops(LieuRow... told) {
        return new TourStops(POINTS, List.of(told), TOURNEES);
    }

    private static Conversion library(String room, String epci, int sessions) {
        return etape(room, epci, sessions, HostKind.LIEU_PUBLIC, "BIB-1", "02001");
    }

    private static Conversion etape(
            String room, String epci, int sessions, HostKind kind, @Nullable String id, String insee) {
        Host host = Host.newBuilder()
                .setKind(kind)
                .setId(id)
                .setName("Lieu")
                .setInsee(insee)
                .build();
        return BarePlan.etape(room, epci, host, sessions).build();
    }
}
