package fr.passerelle.console.bareme;

import fr.passerelle.rules.frequentation.Terms;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.Parameter;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.texts.Codes;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An indicator of the score as the barème has it.
 *
 * @param code stable code
 * @param weightSource where its weight comes from
 * @param picture its scale, without any room's value
 */
public record IndicatorRule(
        String code, String name, int weight, String weightSource, List<Step> steps, ScalePicture picture) {

    private static final int PLACES = 6;

    /** A point of the scale with where it comes from. */
    public record Step(String value, String points, String source) {}

    /** Those of a barème, in its order. */
    public static List<IndicatorRule> of(Bareme bareme) {
        List<Parameter> parameters = Parameters.of(bareme);
        return bareme.jeuDeRegles().indicateurs().stream()
                .map(rule -> of(rule, parameters, bareme.jeuDeRegles().threshold()))
                .toList();
    }

    private static IndicatorRule of(JeuDeRegles.IndicateurRule rule, List<Parameter> parameters, int threshold) {
        String path = "jeu_de_regles.indicateurs." + rule.name() + '.';
        Unite unit = Terms.of(rule.name()).value();
        List<PointEchelle> scale =
                rule.scale().stream().map(IndicatorRule::point).toList();
        ScalePicture picture = ScalePicture.of(scale, unit, threshold, null, null);
        return new IndicatorRule(
                rule.name().name(),
                Codes.indicateur(rule.name()),
                rule.weight(),
                source(parameters, path + "poids"),
                IntStream.range(0, scale.size())
                        .mapToObj(i -> step(picture.ticks().get(i), source(parameters, path + "echelle." + (i + 1))))
                        .toList(),
                picture);
    }

    private static Step step(ScalePicture.Tick tick, String source) {
        return new Step(tick.value(), tick.points(), source);
    }

    private static PointEchelle point(JeuDeRegles.Point point) {
        return new PointEchelle(point.value().setScale(PLACES), point.points().setScale(PLACES));
    }

    private static String source(List<Parameter> parameters, String path) {
        return parameters.stream()
                .filter(parameter -> parameter.path().equals(path))
                .map(Parameter::source)
                .findFirst()
                .orElse("");
    }
}
