package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.Point;
import fr.passerelle.schemas.event.IndicateurName;
import java.util.List;
import java.util.stream.IntStream;

/** The section {@code indicateurs}: weights and scales. */
final class IndicateursReader {

    private static final String KEY = "indicateurs";

    private IndicateursReader() {}

    /** @param rules the section that it stands in */
    static List<IndicateurRule> read(Section rules) {
        List<IndicateurRule> read =
                rules.section(KEY, section -> section.each(IndicateurName.class, IndicateursReader::rule));
        rules.require(
                KEY,
                read.stream().anyMatch(rule -> rule.weight() > 0),
                "tous les poids sont nuls ; donnez-en un positif au moins");
        return read;
    }

    private static IndicateurRule rule(IndicateurName name, Section section) {
        return new IndicateurRule(name, section.sourced("poids").whole(0, 1000), scale(section));
    }

    private static List<Point> scale(Section section) {
        List<Step> steps = section.list("echelle", IndicateursReader::step);
        section.require("echelle", steps.size() >= 2, "l'échelle a moins de deux points ; ajoutez-en");
        IntStream.range(1, steps.size())
                .forEach(i -> steps.get(i).requireAbove(steps.get(i - 1).point()));
        return steps.stream().map(Step::point).toList();
    }

    private static Step step(Section section) {
        section.requireSource();
        Point point = new Point(
                section.scalar("valeur").number("-1000000", "1000000", 6),
                section.scalar("points").number("0", "100", 6));
        return new Step(section, point);
    }

    /** A point of a scale, with the text it comes from. */
    private record Step(Section section, Point point) {

        void requireAbove(Point previous) {
            section.require(
                    "valeur",
                    point.value().compareTo(previous.value()) > 0,
                    "une échelle est strictement croissante ; écrivez plus que " + previous.value());
            section.require(
                    "points",
                    point.points().compareTo(previous.points()) >= 0,
                    "les points ne baissent pas quand la valeur monte ; écrivez au moins " + previous.points());
        }
    }
}
