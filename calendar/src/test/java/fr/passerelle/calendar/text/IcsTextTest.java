package fr.passerelle.calendar.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.rule.ToldSession.State;
import fr.passerelle.calendar.text.DoorPoster.PosterContact;
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.NiveauTournee;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.sheets.form.PdfUa;
import fr.passerelle.sheets.french.Textes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told of sessions: the calendars that agendas subscribe to, and the poster of a door. */
class IcsTextTest {

    private static final LocalDate WINTER = LocalDate.of(2018, 1, 9);
    private static final LocalDate SUMMER = LocalDate.of(2018, 3, 27);
    private static final ToldSession STANDS = Sessions.at(0, WINTER, 570, 0, State.CONFIRMED);
    private static final ToldSession MOVED_TWICE = Sessions.at(1, SUMMER, 840, 2, State.CONFIRMED);
    private static final ToldSession CANCELLED = Sessions.at(2, WINTER.plusDays(1), 600, 1, State.CANCELLED);
    private static final List<ToldSession> ALL = List.of(STANDS, MOVED_TWICE, CANCELLED);

    @TempDir
    private Path folder;

    /** The last Sunday of March is between both: 09:30 in Paris is 08:30 in UTC, 14:00 is 12:00. */
    @Test
    void tellsEachSessionOnceAtItsHour() {
        var calendar = Biweekly.parse(text(ALL)).first();

        assertThat(calendar.getEvents())
                .extracting(
                        event -> event.getDateStart().getValue().toInstant().toString(),
                        event -> event.getDateEnd().getValue().toInstant().toString(),
                        event -> event.getSequence().getValue(),
                        event -> event.getStatus().getValue())
                .containsExactlyInAnyOrder(
                        tuple("2018-01-09T08:30:00Z", "2018-01-09T10:30:00Z", 0, "CONFIRMED"),
                        tuple("2018-03-27T12:00:00Z", "2018-03-27T14:00:00Z", 2, "CONFIRMED"),
                        tuple("2018-01-10T09:00:00Z", "2018-01-10T11:00:00Z", 1, "CANCELLED"));
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
    }

    @Test
    void namesASessionForLife() {
        var before = Biweekly.parse(text(List.of(Sessions.at(1, WINTER, 570, 0, State.CONFIRMED))))
                .first();
        assertThat(Biweekly.parse(text(List.of(MOVED_TWICE))).first().getEvents())
                .extracting(event -> event.getUid().getValue())
                .isEqualTo(before.getEvents().stream()
                        .map(event -> event.getUid().getValue())
                        .toList())
                .containsExactly("5ec0cdc4-ce2b-54aa-8596-2285d3eb62e7@passerelle");
    }

    @Test
    void saysWhereAndNothingAboutAPerson() {
        VEvent event = Biweekly.parse(text(List.of(STANDS))).first().getEvents().getFirst();

        assertThat(event.getLocation().getValue())
                .isEqualTo("Médiathèque de l’Étang, annexe\u00a0; salle «\u00a0Été\u00a0», Étricourt-Manancourt");
        assertThat(event.getGeo().getLatitude()).isEqualTo(49.98765);
        assertThat(event.getDescription().getValue()).contains("Reconstitution");
        assertThat(event.getOrganizer()).isNull();
        assertThat(event.getAttendees()).isEmpty();
    }

    @Test
    void saysWhereItsCalendarKnewNoHolidays() {
        assertThat(text(ALL)).doesNotContain("X-WR-CALDESC");
        assertThat(text(List.of(Sessions.unknownAfter(SUMMER, STANDS))).replace("\r\n ", ""))
                .contains("X-WR-CALDESC:Vacances scolaires et fermetures ne sont connues que jusqu’au 27 mars 2018");
    }

    @Test
    void isTheSameTextTwiceInAnyOrderAndFitsTheLinesOfTheStandard() {
        var reversed = new ArrayList<>(ALL);
        Collections.reverse(reversed);

        assertThat(text(reversed)).isEqualTo(text(ALL)).endsWith("END:VCALENDAR\r\n");
        assertThat(text(ALL).split("\r\n"))
                .allMatch(line -> line.getBytes(UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\n"));
    }

    /** By a library of another language, that shares nothing with the one that writes. */
    @Test
    void isReadByAnotherLibrary() throws IOException, InterruptedException {
        Path reader = Path.of(System.getProperty("passerelle.root", "..")).resolve("dev/ics");
        if (!Files.isDirectory(reader.resolve("node_modules"))) {
            System.out.println("Laissé de côté : les calendriers, relus par Node (npm ci --prefix dev/ics).");
            return;
        }
        Path file = Files.writeString(folder.resolve("etape.ics"), text(ALL));
        Process node = new ProcessBuilder("node", reader.resolve("verify.mjs").toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(node.getInputStream().readAllBytes(), UTF_8);

        assertThat(node.waitFor()).as(printed).isZero();
        assertThat(printed.lines().map(line -> line.substring(line.indexOf('\t') + 1)))
                .containsExactlyInAnyOrder(
                        line("0\tCONFIRMED\t2018-01-09T08:30:00.000Z\t2018-01-09T10:30:00.000Z"),
                        line("2\tCONFIRMED\t2018-03-27T12:00:00.000Z\t2018-03-27T14:00:00.000Z"),
                        line("1\tCANCELLED\t2018-01-10T09:00:00.000Z\t2018-01-10T11:00:00.000Z"));
    }

    private static String line(String event) {
        return event + "\tMédiation numérique – Médiathèque de l’Étang, annexe\u00a0; salle «\u00a0Été\u00a0»";
    }

    private static String text(List<ToldSession> sessions) {
        return IcsText.of("Médiation numérique – Étang, annexe", sessions);
    }

    private static final LocalDate DAY = LocalDate.of(2018, 1, 9);
    private static final List<ToldSession> SESSIONS = List.of(
            Sessions.in("room:DEMO-001", "Lieu", "Laon", DAY, "A-01"),
            Sessions.in("commune:80288", "Lieu", "Laon", DAY, "A-02"));
    private static final SessionAgendas AGENDAS = new SessionAgendas(SESSIONS);

    @Test
    void writesOneOfEachPlaceEpciAndAnimateur() {
        assertThat(AGENDAS.files())
                .containsOnlyKeys(
                        "animateur-A-01.ics",
                        "animateur-A-02.ics",
                        "epci-200072031.ics",
                        "etape-commune-80288.ics",
                        "etape-room-DEMO-001.ics");
        assertThat(AGENDAS.files().get("epci-200072031.ics"))
                .containsOnlyOnce("X-WR-CALNAME")
                .contains("STATUS:CONFIRMED");
        assertThat(unfolded("etape-commune-80288.ics")).contains("X-WR-CALNAME:Médiation numérique – Lieu\\, Laon\r\n");
    }

    /** Two exports of the same sessions are the same files. */
    @Test
    void writesTheSameInWhateverOrderSessionsComeAndToNobodyWhoHoldsThem() {
        assertThat(new SessionAgendas(SESSIONS.reversed()).files()).isEqualTo(AGENDAS.files());
        assertThat(AGENDAS.files().entrySet())
                .filteredOn(file -> !file.getKey().startsWith("animateur-"))
                .allSatisfy(
                        file -> assertThat(file.getValue()).doesNotContain("A-01", "A-02", "ATTENDEE", "ORGANIZER"));
    }

    private static String unfolded(String file) {
        return String.valueOf(AGENDAS.files().get(file)).replace("\r\n ", "");
    }

    private static final LocalDate TUESDAY = LocalDate.of(2018, 1, 30);
    private static final PosterContact NOTHING = new PosterContact("", "", "", "");

    @Test
    void listsByMonthWhatIsHeldAndWhere() throws IOException {
        assertThat(poster(List.of(
                        Sessions.at(1, TUESDAY.plusDays(2), 840, 2, State.CONFIRMED),
                        Sessions.at(0, TUESDAY, 570, 0, State.CONFIRMED),
                        Sessions.at(2, TUESDAY.plusDays(1), 570, 1, State.CANCELLED))))
                .containsSubsequence(
                        "Reconstitution", "Médiathèque de l’Étang",
                        "4 rue du Lac, Étricourt-Manancourt", "janvier 2018",
                        "mardi 30 janvier, de 9 h 30 à 11 h 30", "février 2018",
                        "jeudi 1er février, de 14 h 00 à 16 h 00", "Pour s’inscrire",
                        "la mairie de la commune (Étricourt-Manancourt)", "Calendrier du 20 décembre 2017")
                .doesNotContain("31 janvier");
    }

    /** A later calendar says its own sessions anew and leaves the others: they stand. */
    @Test
    void keepsWhatWasToldEarlierAndStillStands() throws IOException {
        Instant later = TUESDAY.minusDays(7).atTime(23, 30).toInstant(ZoneOffset.UTC);

        assertThat(poster(List.of(
                        Sessions.at(0, TUESDAY.minusDays(7), 570, 0, State.CONFIRMED),
                        Sessions.at(1, TUESDAY.minusDays(6), 570, 0, State.CONFIRMED),
                        Sessions.told(later, Sessions.at(2, TUESDAY, 570, 1, State.CONFIRMED)))))
                .containsSubsequence("mercredi 24 janvier", "mardi 30 janvier", "Calendrier du 24 janvier 2018")
                .doesNotContain("mardi 23 janvier");
    }

    /** A calendar of 2018 that is published in 2026, as the guide does: its poster has its dates, and is not empty. */
    @Test
    void listsACalendarFromItsFirstDayWhereItIsPublishedAfterItsLast() throws IOException {
        Instant today = Instant.parse("2026-11-29T10:00:00Z");

        assertThat(poster(List.of(
                        Sessions.told(today, Sessions.at(0, TUESDAY, 570, 0, State.CONFIRMED)),
                        Sessions.told(today, Sessions.at(1, TUESDAY.plusDays(7), 570, 0, State.CONFIRMED)))))
                .contains("mardi 30 janvier", "mardi 6 février")
                .doesNotContain("Aucune séance");
    }

    @Test
    void saysWhereNothingIsHeldAndWhereHolidaysAreNotKnown() throws IOException {
        ToldSession gone = Sessions.at(0, TUESDAY, 570, 1, State.CANCELLED);

        assertThat(poster(List.of(gone))).contains("Aucune séance").doesNotContain("Vacances scolaires");
        assertThat(poster(List.of(Sessions.unknownAfter(TUESDAY, gone))))
                .contains("Vacances scolaires et fermetures ne sont connues que jusqu’au 30 janvier 2018");
    }

    @Test
    void saysWhomToCallAndLeadsATelephoneToItsCalendar() throws IOException, NotFoundException {
        byte[] pdf = DoorPoster.of(
                        List.of(Sessions.at(0, TUESDAY, 570, 0, State.CONFIRMED)),
                        new PosterContact(
                                "Service du numérique",
                                "03 00 00 00 00",
                                "Inscription sur place.",
                                "https://a.example"))
                .asPdf();

        assertThat(poster(pdf)).contains("Inscription sur place.", "Service du numérique : 03 00 00 00 00");
        assertThat(code(pdf)).isEqualTo("https://a.example/etape-room-DEMO-001.ics");
        PdfUa.isMet(pdf);
    }

    /** Twelve weeks of the busiest étape, on one page, the same twice; the few dates of a month are read from afar. */
    @Test
    void fitsAPage() throws IOException {
        List<ToldSession> most = IntStream.range(0, 36)
                .mapToObj(rank -> Sessions.at(rank, TUESDAY.plusDays(rank * 7L / 3), 570, 0, State.CONFIRMED))
                .toList();
        DoorPoster poster = DoorPoster.of(most, NOTHING);
        byte[] pdf = poster.asPdf();

        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(poster.asPdf()).isEqualTo(pdf);
        assertThat(DoorPoster.of(most.subList(0, 3), NOTHING).asHtml()).contains("font-size: 24.0pt");
    }

    private static String poster(List<ToldSession> sessions) throws IOException {
        return poster(DoorPoster.of(sessions, NOTHING).asPdf());
    }

    private static String poster(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }

    private static String code(byte[] pdf) throws IOException, NotFoundException {
        try (var read = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(read).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))))
                    .getText();
        }
    }

    @Test
    void saysWhenAVisitComesBack() {
        assertThat(rhythm(Rythme.HEBDOMADAIRE, List.of(1, 2, 3, 4))).isEqualTo("mardi matin, toutes les semaines");
        assertThat(rhythm(Rythme.UNE_SEMAINE_SUR_DEUX, List.of(1, 3)))
                .isEqualTo("mardi matin, une semaine sur deux (semaines 1 et 3)");
        assertThat(rhythm(Rythme.UNE_SEMAINE_SUR_QUATRE, List.of(2)))
                .isEqualTo("mardi matin, une semaine sur quatre (semaine 2)");
    }

    @Test
    void saysWhatWouldServeMoreAndAddsTheCommuneToANameWithoutIt() {
        assertThat(TourWords.cause(new CauseVerifiee(MotifSeance.LIEU_FERME, 2, Preuve.OPTIMAL)))
                .isEqualTo("Si le lieu était ouvert tous les jours travaillés, 2 séances de plus seraient tenues"
                        + " (vérifié en recalculant).");
        assertThat(TourWords.place("Salle communale", "Ham")).isEqualTo("Salle communale, Ham");
        assertThat(TourWords.place("Salle du hameau", "Ham")).isEqualTo("Salle du hameau, Ham");
        assertThat(TourWords.place("Bibliothèque d'Éppeville", "éppeville")).isEqualTo("Bibliothèque d'Éppeville");
    }

    @Test
    void saysHowFarAnAnswerIsProvenAndWhichDaysWereLeftOut() {
        assertThat(TourWords.proof(resolution(Preuve.OPTIMAL, 300, 300L))).isEqualTo("prouvé");
        assertThat(TourWords.proof(resolution(Preuve.INTERROMPU, 310, 302L)))
                .isEqualTo("à 3\u00a0% de la borne sur les minutes de route (310, au moins 302)");
        assertThat(TourWords.proof(resolution(Preuve.INTERROMPU, 310, null))).isEqualTo("non prouvé");
        assertThat(TourWords.proof(resolution(Preuve.INTERROMPU, 3, 0L)))
                .isEqualTo("non prouvé sur les minutes de route (3, peut-être moins)");

        ResolutionTournee limited = resolution(Preuve.INTERROMPU, 310, null);
        limited.setVoisines(4);

        assertThat(TourWords.proof(limited))
                .isEqualTo(
                        "journées limitées\u00a0: en une journée, une étape n’est jointe qu’à ses 4 plus proches\u00a0;"
                                + " non prouvé");
    }

    @Test
    void saysHowMuchASectorAsks() {
        assertThat(TourWords.size(12, 1, 33_120, null))
                .isEqualTo("12 étapes, 1 animateur\u00a0: 33\u202f120 journées à comparer en quatre semaines, toutes.");
        assertThat(TourWords.size(48, 1, 33_140, 1))
                .startsWith("48 étapes, 1 animateur\u00a0: trop de journées pour les comparer toutes")
                .contains("qu’à sa plus proche (33\u202f140 journées en quatre semaines), et rien n’y sera prouvé.");
    }

    @Test
    void hasWordsForEachCode() {
        assertThat(Stream.of(MotifSeance.values()).allMatch(it -> Textes.knows("tournee.si", it.name())))
                .isTrue();
        assertThat(Stream.of(NiveauTournee.values()).allMatch(it -> Textes.knows("tournee.niveau", it.name())))
                .isTrue();
        assertThat(Stream.of(JourOuvrable.values()).allMatch(it -> Textes.knows("tournee.jour", it.name())))
                .isTrue();
    }

    private static String rhythm(Rythme rythme, List<Integer> weeks) {
        return TourWords.rhythm(new RythmeEtape(0, rythme, JourOuvrable.MARDI, DemiJournee.MATIN, weeks, "A-01"));
    }

    private static ResolutionTournee resolution(Preuve proof, long road, @Nullable Long bound) {
        return new ResolutionTournee(
                Methode.EXACTE,
                proof,
                List.of(
                        new NiveauAtteint(NiveauTournee.SEANCES_NON_TENUES, 0L, 0L),
                        new NiveauAtteint(NiveauTournee.MINUTES_DE_ROUTE, road, bound)),
                null);
    }

    /** Sessions by hand. */
    static final class Sessions {

        static final Instant TOLD = Instant.parse("2017-12-20T09:00:00Z");
        private static final ToldSession.Place LIBRARY = new ToldSession.Place(
                "room:DEMO-001",
                "Médiathèque de l'Étang, annexe ; salle « Été »",
                "4 rue du Lac",
                "Étricourt-Manancourt",
                "200072031",
                "CA de la région",
                49.98765,
                2.99);

        private Sessions() {}

        /** One of two hours. */
        static ToldSession at(int rank, LocalDate day, int start, int sequence, ToldSession.State state) {
            return of("room:DEMO-001|2018-01-08|" + rank, sequence, state, day, start, TOLD, null, LIBRARY, "A-01");
        }

        /** The same, told then. */
        static ToldSession told(Instant then, ToldSession one) {
            return of(
                    one.seance(), one.sequence(), one.state(), one.day(), one.start(), then, null, one.place(), "A-01");
        }

        /** The same, of a calendar that knew holidays until a day. */
        static ToldSession unknownAfter(LocalDate known, ToldSession one) {
            return of(
                    one.seance(),
                    one.sequence(),
                    one.state(),
                    one.day(),
                    one.start(),
                    TOLD,
                    known,
                    one.place(),
                    "A-01");
        }

        /** One elsewhere, held by somebody else. */
        static ToldSession in(String etape, String name, String commune, LocalDate day, String animateur) {
            return of(
                    etape + "|2018-01-08|0",
                    0,
                    ToldSession.State.CONFIRMED,
                    day,
                    540,
                    TOLD,
                    null,
                    new ToldSession.Place(etape, name, null, commune, "200072031", "CA de la région", 49.5, 3.6),
                    animateur);
        }

        private static ToldSession of(
                String seance,
                int sequence,
                ToldSession.State state,
                LocalDate day,
                int start,
                Instant told,
                @Nullable LocalDate known,
                ToldSession.Place place,
                String animateur) {
            return new ToldSession(
                    seance, sequence, state, day, start, start + 120, animateur, told, known, place, true);
        }
    }
}
