package fr.passerelle.envelope.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Literal;
import fr.passerelle.schemas.event.Niveau;
import java.util.ArrayList;
import java.util.List;

/** No level is lost: an answer is at least as good as some levels, of which a later one may only fall where an earlier one rises. */
record NoLoss(List<Niveau> niveaux) implements Choosing.Condition {

    @Override
    public void addTo(ChoiceModel model) {
        List<Literal> risen = new ArrayList<>();
        for (Niveau niveau : niveaux) {
            BoolVar rises = model.model().newBoolVar("");
            model.model()
                    .addGreaterOrEqual(model.value(niveau.getCritere()), niveau.getValue() + 1)
                    .onlyEnforceIf(rises);
            model.model()
                    .addGreaterOrEqual(model.value(niveau.getCritere()), niveau.getValue())
                    .onlyEnforceIf(risen.stream().map(Literal::not).toArray(Literal[]::new));
            risen.add(rises);
        }
    }
}
