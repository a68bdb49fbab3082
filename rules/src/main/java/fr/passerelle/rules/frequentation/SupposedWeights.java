package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** What scores would be under other weights: nothing is measured again. */
public final class SupposedWeights {

    private final Map<IndicateurName, Integer> weights;

    /** @param rules those of the barème, but for their weights */
    public SupposedWeights(List<IndicateurRule> rules) {
        this.weights = rules.stream().collect(Collectors.toMap(IndicateurRule::name, IndicateurRule::weight));
    }

    /** The same measures with another score and bounds; what it tells besides them and the weights, trace included, stays as measured. */
    public Frequentation score(Frequentation measured) {
        Frequentation supposed = shallow(measured, new Frequentation());
        supposed.setIndicateurs(
                measured.getIndicateurs().stream().map(this::weighed).toList());
        if (measured.getState() == FrequentationState.NOTEE) {
            note(supposed, WeightedPoints.of(measured.getRoomId(), supposed.getIndicateurs()));
        }
        return supposed;
    }

    private Indicateur weighed(Indicateur measured) {
        Indicateur weighed = shallow(measured, new Indicateur());
        weighed.setWeight(weights.getOrDefault(measured.getName(), measured.getWeight()));
        return weighed;
    }

    /** A weight supposed null may leave nothing to make a score of. */
    private static void note(Frequentation supposed, WeightedPoints points) {
        Optional<Note> note = points.exist() ? Optional.of(points.note()) : Optional.empty();
        supposed.setState(note.isPresent() ? FrequentationState.NOTEE : FrequentationState.DONNEES_INSUFFISANTES);
        supposed.setScore(note.map(Note::score).orElse(null));
        supposed.setLow(note.map(Note::low).orElse(null));
        supposed.setHigh(note.map(Note::high).orElse(null));
    }

    /** A builder would copy each step of the trace, for every weight looked at. */
    private static <T extends SpecificRecord> T shallow(T from, T to) {
        from.getSchema().getFields().forEach(field -> to.put(field.pos(), from.get(field.pos())));
        return to;
    }
}
