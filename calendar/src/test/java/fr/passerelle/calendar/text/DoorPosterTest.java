package fr.passerelle.calendar.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.rule.ToldSession.State;
import fr.passerelle.calendar.text.DoorPoster.PosterContact;
import fr.passerelle.sheets.form.PdfUa;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DoorPosterTest {

    private static final LocalDate DAY = LocalDate.of(2018, 1, 30);
    private static final PosterContact NOTHING = new PosterContact("", "", "", "");

    @Test
    void listsByMonthWhatIsHeldAndWhere() throws IOException {
        assertThat(text(List.of(
                        Sessions.at(1, DAY.plusDays(2), 840, 2, State.CONFIRMED),
                        Sessions.at(0, DAY, 570, 0, State.CONFIRMED),
                        Sessions.at(2, DAY.plusDays(1), 570, 1, State.CANCELLED))))
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
        Instant later = DAY.minusDays(7).atTime(23, 30).toInstant(ZoneOffset.UTC);

        assertThat(text(List.of(
                        Sessions.at(0, DAY.minusDays(7), 570, 0, State.CONFIRMED),
                        Sessions.at(1, DAY.minusDays(6), 570, 0, State.CONFIRMED),
                        Sessions.told(later, Sessions.at(2, DAY, 570, 1, State.CONFIRMED)))))
                .containsSubsequence("mercredi 24 janvier", "mardi 30 janvier", "Calendrier du 24 janvier 2018")
                .doesNotContain("mardi 23 janvier");
    }

    /** A calendar of 2018 that is published in 2026, as the guide does: its poster has its dates, and is not empty. */
    @Test
    void listsACalendarFromItsFirstDayWhereItIsPublishedAfterItsLast() throws IOException {
        Instant today = Instant.parse("2026-11-29T10:00:00Z");

        assertThat(text(List.of(
                        Sessions.told(today, Sessions.at(0, DAY, 570, 0, State.CONFIRMED)),
                        Sessions.told(today, Sessions.at(1, DAY.plusDays(7), 570, 0, State.CONFIRMED)))))
                .contains("mardi 30 janvier", "mardi 6 février")
                .doesNotContain("Aucune séance");
    }

    @Test
    void saysWhereNothingIsHeldAndWhereHolidaysAreNotKnown() throws IOException {
        ToldSession gone = Sessions.at(0, DAY, 570, 1, State.CANCELLED);

        assertThat(text(List.of(gone))).contains("Aucune séance").doesNotContain("Vacances scolaires");
        assertThat(text(List.of(Sessions.unknownAfter(DAY, gone))))
                .contains("Vacances scolaires et fermetures ne sont connues que jusqu’au 30 janvier 2018");
    }

    @Test
    void saysWhomToCallAndLeadsATelephoneToItsCalendar() throws IOException, NotFoundException {
        byte[] pdf = DoorPoster.of(
                        List.of(Sessions.at(0, DAY, 570, 0, State.CONFIRMED)),
                        new PosterContact(
                                "Service du numérique",
                                "03 00 00 00 00",
                                "Inscription sur place.",
                                "https://a.example"))
                .asPdf();

        assertThat(text(pdf)).contains("Inscription sur place.", "Service du numérique : 03 00 00 00 00");
        assertThat(code(pdf)).isEqualTo("https://a.example/etape-room-DEMO-001.ics");
        PdfUa.isMet(pdf);
    }

    /** Twelve weeks of the busiest étape, on one page, the same twice; the few dates of a month are read from afar. */
    @Test
    void fitsAPage() throws IOException {
        List<ToldSession> most = IntStream.range(0, 36)
                .mapToObj(rank -> Sessions.at(rank, DAY.plusDays(rank * 7L / 3), 570, 0, State.CONFIRMED))
                .toList();
        DoorPoster poster = DoorPoster.of(most, NOTHING);
        byte[] pdf = poster.asPdf();

        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(poster.asPdf()).isEqualTo(pdf);
        assertThat(DoorPoster.of(most.subList(0, 3), NOTHING).asHtml()).contains("font-size: 24.0pt");
    }

    private static String text(List<ToldSession> sessions) throws IOException {
        return text(DoorPoster.of(sessions, NOTHING).asPdf());
    }

    private static String text(byte[] pdf) throws IOException {
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
}
