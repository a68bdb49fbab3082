package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The parameters and their weights, as they applied to this case. */
record ParametersPart(Dossier dossier, Origin origin) {

    private static final List<String> HEADER = List.of(
            "Indicateur", "Valeur", "Calcul", "Pris en compte", "Mois", "Échelle (valeur → points)", "Poids", "Points");

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Textes.say(
                "legal.bareme",
                Map.of(
                        "id", origin.baremeId(),
                        "titre", origin.baremeTitle(),
                        "empreinte", origin.baremeHash()))));
        margins(blocks);
        return blocks;
    }

    /** What a score is made of. */
    Block indicators(Frequentation score) {
        return new Block.Grid(
                caption(score),
                HEADER,
                score.getIndicateurs().stream().map(this::row).toList());
    }

    private String caption(Frequentation score) {
        Map<String, Object> figures = ScoreFigures.ofNote(score, dossier.threshold());
        figures.put("etat", score.getState().name());
        figures.put("salle", dossier.name(score.getRoomId()));
        return Textes.say("legal.note", figures);
    }

    private List<String> row(Indicateur one) {
        return List.of(
                Textes.word("indicateur", one.getName().name()),
                value(one, UnaryOperator.identity()),
                terms(one),
                new OperandWords(new SubjectNames(dossier)).all(one.getOperands()),
                Months.ranges(one.getMonths().stream().map(YearMonth::parse).toList()),
                one.getScale().stream()
                        .map(point -> point(point, one.getUnit()))
                        .collect(Collectors.joining(" ; ")),
                Textes.say("nombre", Map.of("n", one.getWeight())),
                one.getPoints() == null ? Textes.say("sans.points") : Quantities.of(one.getPoints(), Unite.POINTS));
    }

    /** The value of an indicator, or why it has none. */
    static String value(Indicateur one, UnaryOperator<BigDecimal> shown) {
        BigDecimal value = one.getValue();
        return one.getUnavailable() == null
                ? Quantities.of(value == null ? null : shown.apply(value), one.getUnit())
                : Textes.say("indisponible", Map.of("pourquoi", Textes.word("issue", one.getUnavailable())));
    }

    private static String terms(Indicateur one) {
        return one.getNumerator() == null || one.getDenominator() == null
                ? ""
                : Textes.say(
                        "formule." + one.getFormula().name(),
                        Map.of(
                                "haut", Quantities.of(one.getNumerator(), one.getNumeratorUnit()),
                                "bas", Quantities.of(one.getDenominator(), one.getDenominatorUnit())));
    }

    private static String point(PointEchelle point, Unite unit) {
        return Textes.say(
                "echelle.point",
                Map.of(
                        "valeur", Quantities.of(point.getValue(), unit),
                        "points", Quantities.of(point.getPoints(), Unite.POINTS)));
    }

    private void margins(List<Block> blocks) {
        List<Marge> margins = dossier.plan().getMarges();
        if (!margins.isEmpty()) {
            blocks.add(new Block.Grid(
                    Textes.say("legal.marges"),
                    List.of("Nombre du barème", "Valeur", "Essayé", "La proposition tient"),
                    margins.stream().map(ParametersPart::margin).toList()));
        }
    }

    private static List<String> margin(Marge margin) {
        return List.of(
                Textes.word("marge", margin.getParameter()),
                points(margin.getValue()),
                Textes.say("de.a", Map.of("de", points(margin.getFrom()), "a", points(margin.getTo()))),
                Textes.say("de.a", Map.of("de", points(margin.getHoldsFrom()), "a", points(margin.getHoldsTo()))));
    }

    private static String points(int value) {
        return Quantities.of(BigDecimal.valueOf(value), Unite.POINTS);
    }
}
