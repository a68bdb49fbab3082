package fr.passerelle.calendar.text;

import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a calendar says in codes and numbers, in French. */
public final class TourWords {

    private static final int PER_CENT = 100;
    private static final int WHATEVER_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private TourWords() {}

    /** When a visit comes back: « mardi matin, une semaine sur deux (semaines 1 et 3) ». */
    public static String rhythm(RythmeEtape rhythm) {
        List<String> weeks = rhythm.getSemaines().stream().map(String::valueOf).toList();
        return Textes.say(
                "tournee.visite",
                Map.of(
                        "jour", Textes.word("tournee.jour", rhythm.getJour().name()),
                        "moitie",
                                Textes.word(
                                        "tournee.moitie",
                                        rhythm.getDemiJournee().name()),
                        "rythme",
                                Textes.word("tournee.rythme", rhythm.getRythme().name()),
                        "toutes", rhythm.getRythme() == Rythme.HEBDOMADAIRE ? "oui" : "non",
                        "combien", weeks.size(),
                        "semaines", Textes.and(weeks)));
    }

    /** What lifting a cause would give. */
    public static String cause(CauseVerifiee cause) {
        return Textes.say(
                "tournee.cause",
                Map.of(
                        "si", Textes.word("tournee.si", cause.getMotif().name()),
                        "seances", cause.getSessions(),
                        "preuve", cause.getPreuve().name()));
    }

    /** That a calendar goes beyond the holidays that were known. */
    public static String holidaysUnknownAfter(LocalDate day) {
        return Textes.say("tournee.sans.vacances", Map.of("jour", Months.day(day)));
    }

    /** How people find a place: by its name, with its commune where the name does not hold it. */
    public static String place(String name, String commune) {
        return Pattern.compile("(?<!\\p{L})" + Pattern.quote(commune) + "(?!\\p{L})", WHATEVER_CASE)
                        .matcher(name)
                        .find()
                ? name
                : Textes.say("ics.lieu", Map.of("lieu", name, "commune", commune));
    }

    /** How far an answer is proven: « prouvé », « à 3 % de la borne sur les minutes de route ». */
    public static String proof(ResolutionTournee resolution) {
        if (resolution.getPreuve() == Preuve.OPTIMAL) {
            return Textes.say("tournee.prouve");
        }
        Integer near = resolution.getVoisines();
        return near == null
                ? distance(resolution)
                : Textes.say("tournee.limite", Map.of("voisines", near, "ecart", distance(resolution)));
    }

    /** How much a sector asks of a search: day tours of four weeks compared, of how many nearest étapes a day is shared; null where of all. */
    public static String size(int etapes, int animateurs, long days, @Nullable Integer near) {
        return Textes.say(
                "tournee.taille",
                Map.of(
                        "etapes", etapes,
                        "animateurs", animateurs,
                        "journees", days,
                        "toutes", near == null ? "oui" : "non",
                        "voisines", near == null ? 0 : near));
    }

    private static String distance(ResolutionTournee resolution) {
        return resolution.getNiveaux().stream()
                .filter(level -> level.getBound() == null || level.getBound() < level.getValue())
                .findFirst()
                .map(TourWords::gap)
                .orElseGet(() -> Textes.say("tournee.non.prouve"));
    }

    private static String gap(NiveauAtteint level) {
        Long bound = level.getBound();
        if (bound == null) {
            return Textes.say("tournee.non.prouve");
        }
        Map<String, ?> figures = Map.of(
                "niveau",
                Textes.word("tournee.niveau", level.getNiveau().name()),
                "valeur",
                level.getValue(),
                "borne",
                bound,
                "ecart",
                bound == 0 ? 0 : Math.ceilDiv(PER_CENT * (level.getValue() - bound), bound));
        return Textes.say(bound == 0 ? "tournee.ecart.nombre" : "tournee.ecart", figures);
    }
}
