package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What scores would be under other weights: nothing is measured again. */
public final class SupposedWeights {

    private final Map<IndicateurName, Integer> weights;

    /** @param rules those of the barème, but for their weights */
    public SupposedWeights(List<IndicateurRule> rules) {
        this.weights = rules.stream().collect(Collectors.toMap(IndicateurRule::name, IndicateurRule::weight));
    }

    /** The same measures with another score and bounds; what it tells besides them and the weights, trace included, stays as measured. */
    public Frequentation score(Frequentation measured) {
        List<Indicateur> weighed =
                measured.getIndicateurs().stream().map(this::weighed).toList();
        Frequentation.Builder supposed = Frequentation.newBuilder(measured).setIndicateurs(weighed);
        return measured.getState() == FrequentationState.NOTEE
                ? scored(supposed, WeightedPoints.of(measured.getRoomId(), weighed))
                : supposed.build();
    }

    private Indicateur weighed(Indicateur measured) {
        return Indicateur.newBuilder(measured)
                .setWeight(weights.getOrDefault(measured.getName(), measured.getWeight()))
                .build();
    }

    /** A weight supposed null may leave nothing to make a score of. */
    private static Frequentation scored(Frequentation.Builder supposed, WeightedPoints points) {
        if (!points.exist()) {
            return supposed.setState(FrequentationState.DONNEES_INSUFFISANTES)
                    .setScore(null)
                    .setLow(null)
                    .setHigh(null)
                    .build();
        }
        Note note = points.note();
        return supposed.setScore(note.score())
                .setLow(note.low())
                .setHigh(note.high())
                .build();
    }
}
