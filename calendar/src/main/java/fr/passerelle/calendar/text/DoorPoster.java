package fr.passerelle.calendar.text;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.published.run.Run;
import fr.passerelle.sheets.form.HtmlForm;
import fr.passerelle.sheets.form.PdfForm;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The sessions of a place, one at least, on an A4 page for its wall: where and when, how to register, whom to ask, and a code of its calendar.
 * It lists those from the day on which people were last told, or from its first day where that is after the last one.
 */
public record DoorPoster(List<ToldSession> sessions, PosterContact contact, LocalDate told) {

    private static final int MINUTES_AN_HOUR = 60;
    /** What the lines of a page may take together, in points: large for a month, smaller for a year. */
    private static final double POINTS = 370;

    private static final double LARGEST = 24;
    private static final double SMALLEST = 8;
    private static final int ONE_COLUMN = 14;

    private static final int PIXELS = 600;
    private static final int WHITE = 0xFFFFFF;

    /** The poster of a place, with all its sessions, one at least. */
    public static DoorPoster of(Collection<ToldSession> all, PosterContact contact) {
        Instant last =
                all.stream().map(ToldSession::told).max(Instant::compareTo).orElseThrow();
        return new DoorPoster(List.copyOf(all), contact, LocalDate.ofInstant(last, Run.FRANCE));
    }

    /** As a tagged PDF: the same bytes each time. */
    public byte[] asPdf() {
        return PdfForm.ofPage(asHtml());
    }

    String asHtml() {
        ToldSession.Place place = sessions.getFirst().place();
        String title = Textes.say("affiche.titre", Map.of("lieu", place.name(), "commune", place.commune()));
        return HtmlForm.sheet(title, "affiche.css", head(place) + list() + foot(place));
    }

    private String head(ToldSession.Place place) {
        return (sessions.getFirst().demonstration() ? paragraph("note", Textes.say("affiche.reconstitution")) : "")
                + paragraph("quoi", Textes.say("affiche.quoi"))
                + "<h1>" + escaped(place.name()) + "</h1>"
                + paragraph(
                        "adresse",
                        Stream.concat(Stream.ofNullable(place.address()), Stream.of(place.commune()))
                                .collect(Collectors.joining(", ")));
    }

    private String list() {
        List<ToldSession> held = ToldSession.held(sessions, told);
        if (held.isEmpty()) {
            return paragraph("rien", Textes.say("affiche.rien"));
        }
        SortedMap<YearMonth, List<ToldSession>> months = held.stream()
                .collect(Collectors.groupingBy(
                        session -> YearMonth.from(session.day()), TreeMap::new, Collectors.toList()));
        boolean two = held.size() > ONE_COLUMN && months.size() > 1;
        double lines = (held.size() + 2.0 * months.size()) / (two ? 1.6 : 1);
        String style = String.format(
                Locale.ROOT, "font-size: %.1fpt", Math.clamp(POINTS / (1.25 * lines), SMALLEST, two ? 12 : LARGEST));
        String columns = months.entrySet().stream()
                .map(month -> "<section class=\"" + (two ? "demi" : "mois") + "\"><h2>"
                        + escaped(Months.full(month.getKey())) + "</h2><ul>"
                        + month.getValue().stream()
                                .map(session -> "<li>" + escaped(line(session)) + "</li>")
                                .collect(Collectors.joining())
                        + "</ul></section>")
                .collect(Collectors.joining());
        return "<div class=\"seances\" style=\"" + style + "\">" + columns + "</div>";
    }

    private String foot(ToldSession.Place place) {
        String who = contact.service().isBlank()
                ? Textes.say("affiche.mairie", Map.of("commune", place.commune(), "epci", place.epciName()))
                : contact.service();
        String whom = contact.telephone().isBlank()
                ? who
                : Textes.say("affiche.telephone", Map.of("qui", who, "telephone", contact.telephone()));
        LocalDate unknown = ToldSession.unknownAfter(sessions);
        return "<div class=\"pied\">" + code()
                + paragraph(
                        "inscription",
                        contact.inscription().isBlank() ? Textes.say("affiche.inscription") : contact.inscription())
                + paragraph("qui", whom)
                + (unknown == null ? "" : paragraph("note", TourWords.holidaysUnknownAfter(unknown)))
                + paragraph("note", Textes.say("affiche.etabli", Map.of("jour", Months.day(told))))
                + "</div>";
    }

    private String code() {
        String flux = contact.flux();
        if (flux.isBlank()) {
            return "";
        }
        String address = (flux.endsWith("/") ? flux : flux + "/") + SessionAgendas.ofPlace(sessions.getFirst());
        return "<div class=\"code\"><img src=\"" + qrCode(address) + "\" alt=\""
                + escaped(Textes.say("affiche.code.alt", Map.of("adresse", address))) + "\"/>"
                + paragraph("note", Textes.say("affiche.code")) + "</div>";
    }

    private static String line(ToldSession session) {
        return Textes.say(
                session.day().getDayOfMonth() == 1 ? "affiche.seance.premier" : "affiche.seance",
                Map.of("jour", session.day(), "debut", hour(session.start()), "fin", hour(session.end())));
    }

    private static String hour(int minute) {
        return Textes.say(
                "affiche.heure",
                Map.of(
                        "heure", String.valueOf(minute / MINUTES_AN_HOUR),
                        "minute", "%02d".formatted(minute % MINUTES_AN_HOUR)));
    }

    private static String paragraph(String kind, String text) {
        return "<p class=\"" + kind + "\">" + escaped(text) + "</p>";
    }

    private static String escaped(String text) {
        return HtmlForm.escaped(Textes.typeset(text));
    }

    /** What a poster says besides its sessions, each empty where nobody configured it; the folder of calendars is as people reach it. */
    public record PosterContact(String service, String telephone, String inscription, String flux) {}

    /** An address as a telephone reads it off a wall: that of an image that holds all of itself. */
    private static String qrCode(String address) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(address, BarcodeFormat.QR_CODE, PIXELS, PIXELS, Map.of(EncodeHintType.MARGIN, 1));
            BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < PIXELS; x++) {
                for (int y = 0; y < PIXELS; y++) {
                    image.setRGB(x, y, code.get(x, y) ? 0 : WHITE);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException impossible) {
            throw new IllegalArgumentException("Too long for a code: " + address, impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory takes all that is written", impossible);
        }
    }
}
