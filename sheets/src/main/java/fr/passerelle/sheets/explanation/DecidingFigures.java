package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures that decided: the first places compared, and what the score of one room is made of. */
record DecidingFigures(Dossier dossier, Optional<String> room) {

    private static final int TOLD = 3;
    private static final MathContext DIGITS = new MathContext(3);

    /** Candidates in order, then the nearest to being one. */
    private static final Comparator<Concurrent> ORDER = Comparator.comparing(
                    Concurrent::getRank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(place -> RoomSentences.distance(place.getCandidature()))
            .thenComparing(Concurrent::getScore, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(place -> place.getSiege().getId());

    Stream<Block> blocks() {
        return Stream.concat(places().stream(), room.flatMap(dossier::score).map(this::indicators).stream());
    }

    private Optional<Block> places() {
        List<Concurrent> all = dossier.plan().getCandidates();
        List<List<String>> rows =
                all.stream().sorted(ORDER).limit(TOLD).map(this::row).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Grid(
                        Textes.say(
                                "pages.lieux",
                                Map.of(
                                        "n", rows.size(),
                                        "tous", all.size(),
                                        "reste", all.size() > rows.size() ? "oui" : "non")),
                        List.of(
                                "Lieu",
                                "Situation",
                                "Note",
                                "Fonctions voulues",
                                "Fonctions confirmées",
                                "Habitants proches"),
                        rows));
    }

    private List<String> row(Concurrent place) {
        return List.of(
                Textes.typeset(place.getSiege().getName()),
                Textes.word("candidature", place.getCandidature().name()),
                note(place),
                whole(place.getFunctionsWanted()),
                whole(place.getFunctionsConfirmed()),
                whole(place.getPopulation()));
    }

    private static String note(Concurrent place) {
        return place.getScore() == null || place.getLow() == null || place.getHigh() == null
                ? Textes.say("pages.sans.note")
                : Textes.say(
                        "pages.note",
                        Map.of(
                                "note", place.getScore(),
                                "bas", place.getLow(),
                                "haut", place.getHigh(),
                                "sure", place.getLow().equals(place.getHigh()) ? "oui" : "non"));
    }

    private static String whole(int number) {
        return Textes.say("nombre", Map.of("n", number));
    }

    /** Three digits are enough to be read; the annexes have them all. */
    private static BigDecimal shown(BigDecimal value) {
        return value.round(DIGITS);
    }

    private Block indicators(Frequentation score) {
        Map<String, Object> figures = ScoreFigures.ofNote(score, dossier.threshold());
        figures.put("etat", score.getState().name());
        figures.put("salle", dossier.name(score.getRoomId()));
        return new Block.Grid(
                Textes.say("pages.indicateurs", figures),
                List.of("Indicateur", "Valeur", "Poids", "Points"),
                score.getIndicateurs().stream().map(DecidingFigures::row).toList());
    }

    private static List<String> row(Indicateur one) {
        return List.of(
                Textes.word("indicateur", one.getName().name()),
                ParametersPart.value(one, DecidingFigures::shown),
                whole(one.getWeight()),
                one.getPoints() == null
                        ? Textes.say("sans.points")
                        : Quantities.of(one.getPoints().setScale(1, RoundingMode.HALF_UP), Unite.POINTS));
    }
}
