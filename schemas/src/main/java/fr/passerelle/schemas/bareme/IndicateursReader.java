package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.Point;
import fr.passerelle.schemas.event.IndicateurName;
import java.util.List;
import java.util.stream.IntStream;

/** The section {@code indicateurs}: weights and scales. */
final class IndicateursReader {

    private IndicateursReader() {}

    static List<IndicateurRule> read(Section section) {
        List<IndicateurRule> rules = section.each(IndicateurName.class, IndicateursReader::rule);
        section.require(
                rules.stream().anyMatch(rule -> rule.weight() > 0),
                () -> "n'a que des poids nuls : un au moins doit être positif");
        return rules;
    }

    private static IndicateurRule rule(IndicateurName name, Section section) {
        return new IndicateurRule(name, section.sourced("poids").whole(0, 1000), scale(section));
    }

    private static List<Point> scale(Section section) {
        List<Step> steps = section.list("echelle", IndicateursReader::step);
        section.require(steps.size() >= 2, () -> "a une échelle de moins de deux points");
        IntStream.range(1, steps.size())
                .forEach(i -> steps.get(i).requireAbove(steps.get(i - 1).point()));
        return steps.stream().map(Step::point).toList();
    }

    private static Step step(Section section) {
        Scalar value = section.scalar("valeur");
        Scalar points = section.scalar("points");
        section.requireSource();
        return new Step(value, points, new Point(value.number("-1000000", "1000000", 6), points.number("0", "100", 6)));
    }

    /** A point of a scale, with the text it comes from. */
    private record Step(Scalar valueText, Scalar pointsText, Point point) {

        void requireAbove(Point previous) {
            valueText.require(
                    point.value().compareTo(previous.value()) > 0,
                    "vaut " + valueText.text() + " : une échelle est strictement croissante (après " + previous.value()
                            + ")");
            pointsText.require(
                    point.points().compareTo(previous.points()) >= 0,
                    "vaut " + pointsText.text() + " : les points ne baissent pas quand la valeur monte");
        }
    }
}
