package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.frequentation.RoomOpening;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.Dossier.ScoreFigures;
import fr.passerelle.sheets.explanation.SeatPart.FunctionsPart;
import fr.passerelle.sheets.explanation.SeatPart.LiftFirst;
import fr.passerelle.sheets.explanation.Sentence.FittedText;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is proposed for one room, as its maire reads it; held to the limit of {@link MaireText}. */
public record RoomText(Dossier dossier, PlanRoom room, Frequentation score) {

    /** @throws IllegalArgumentException when the room is not one of the plan, or has no score */
    public static String of(Dossier dossier, String roomId) {
        return FittedText.under(MaireText.LIMIT, text(dossier, roomId).sentences());
    }

    /** The same with each sentence whole, where it is no matter how long it is. */
    static String whole(Dossier dossier, String roomId) {
        return text(dossier, roomId).sentences().stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    private static RoomText text(Dossier dossier, String roomId) {
        return new RoomText(
                dossier,
                dossier.room(roomId).orElseThrow(() -> new IllegalArgumentException("The plan has no room " + roomId)),
                dossier.score(roomId)
                        .orElseThrow(() -> new IllegalArgumentException("Room " + roomId + " has no score")));
    }

    /** The text of a room whose EPCI is unknown: scored, never proposed. */
    public static String withoutEpci(String name, Frequentation score) {
        return FittedText.under(
                MaireText.LIMIT,
                Stream.of(
                                Stream.of(opening(name, null, score.getAsOf())),
                                use(score, ScoreFigures.UNKNOWN),
                                Stream.of(Sentence.kept("salle.sans.epci", Map.of()), rights()))
                        .flatMap(part -> part)
                        .toList());
    }

    private List<Sentence> sentences() {
        return Stream.of(
                        Stream.of(opening(room.getName(), room.getCommune(), score.getAsOf())),
                        use(score, dossier.threshold()),
                        dossier.conversion(room.getRoomId()).stream().flatMap(this::converted),
                        Sentence.kept("salle.autonome", Map.of())
                                .when(RoomOpening.isAutonomous(room.getGestion(), score.getState())),
                        new ChangePart(dossier, Naming.of(dossier.plan())).sentencesOf(room.getRoomId()),
                        Stream.of(rights()))
                .flatMap(part -> part)
                .toList();
    }

    private static Sentence opening(String name, @Nullable String commune, String asOf) {
        String date = Months.lastDay(asOf);
        return commune == null
                ? Sentence.kept("salle.ouverture.seule", Map.of("salle", name, "date", date))
                : Sentence.kept(
                        "salle.ouverture", Map.of("salle", name, "lieu", FrenchNames.at(commune), "date", date));
    }

    private static Stream<Sentence> use(Frequentation score, int threshold) {
        return switch (score.getState()) {
            case NOTEE ->
                Stream.of(ScoreFigures.use(score), Sentence.kept("maire.note", ScoreFigures.ofNote(score, threshold)));
            case DONNEES_INSUFFISANTES -> Stream.of(Sentence.kept("salle.sans.note", ScoreFigures.of(score)));
            case FERMEE -> Stream.of(Sentence.kept("salle.fermee", Map.of()));
        };
    }

    private Stream<Sentence> converted(Conversion conversion) {
        return Stream.of(
                        new FunctionsPart(conversion.getFonctions(), SiegeKind.SALLE).sentences(),
                        Seating.isInTheRunning(conversion.getCandidature())
                                ? LiftFirst.sentence(dossier.plan(), Naming.siege(room)).stream()
                                : Stream.<Sentence>empty(),
                        conversion.getKind() == ConversionKind.TIERS_LIEU
                                ? Stream.of(Sentence.kept("salle.tiers.lieu", Map.of("etude", dossier.study())))
                                : etape(conversion))
                .flatMap(part -> part);
    }

    private Stream<Sentence> etape(Conversion conversion) {
        return Stream.of(
                        Stream.of(Sentence.kept(
                                "salle.motif." + dossier.standing(conversion),
                                Map.of("autre", Textes.yes(dossier.isSeated())))),
                        sessions(conversion),
                        payer(conversion))
                .flatMap(part -> part);
    }

    private Stream<Sentence> sessions(Conversion conversion) {
        Host host = conversion.getHost();
        return host == null
                ? Stream.empty()
                : Stream.of(Sentence.kept(
                        "salle.etape",
                        Map.of(
                                "provisoire", Textes.yes(conversion.getProvisoire()),
                                "seances", FrenchNumbers.sessions(conversion.getSessionsAMonth()),
                                "heures", dossier.sessionHours(),
                                "lieu", Naming.of(dossier.plan()).at(host))));
    }

    private Stream<Sentence> payer(Conversion conversion) {
        String payer = dossier.payerKind(conversion);
        return Sentence.kept("salle.etape.payeur", Map.of("payeur", payer, "qui", dossier.payer(conversion)))
                .when(!payer.isEmpty());
    }

    private static Sentence rights() {
        return Sentence.kept("maire.droits", Map.of());
    }

    /** What is proposed for a site, as its maire reads it: it has no score and stands on what it can host. Held to {@link MaireText}'s limit. */
    public record SiteText(Dossier dossier, Concurrent site) {

        /** @throws IllegalArgumentException when the site is not one of the plan */
        public static String of(Dossier dossier, String siteId) {
            Concurrent site = dossier.site(siteId)
                    .orElseThrow(() -> new IllegalArgumentException("The plan has no site " + siteId));
            return FittedText.under(MaireText.LIMIT, new SiteText(dossier, site).sentences());
        }

        private List<Sentence> sentences() {
            return Stream.of(
                            Stream.of(
                                    opening(
                                            site.getSiege().getName(),
                                            site.getSiege().getCommune(),
                                            dossier.plan().getAsOf()),
                                    Sentence.kept("maire.site", Map.of())),
                            new FunctionsPart(site.getFonctions(), SiegeKind.SITE).sentences(),
                            LiftFirst.sentence(dossier.plan(), site.getSiege()).stream(),
                            Stream.of(standing()),
                            new ChangePart(dossier, Naming.of(dossier.plan()))
                                    .sentencesOfSite(site.getSiege().getId()),
                            Stream.of(Sentence.kept("maire.droits", Map.of())))
                    .flatMap(part -> part)
                    .toList();
        }

        private Sentence standing() {
            return Sentence.kept(
                    "site.motif." + site.getCandidature(),
                    Map.of("autre", Textes.yes(dossier.isSeated()), "etude", dossier.study()));
        }
    }
}
