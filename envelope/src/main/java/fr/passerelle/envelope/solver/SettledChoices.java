package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.Programme;

/** Choices of an answer that no longer move: those of the EPCIs from a place up to another, by SIREN. */
record SettledChoices(Programme programme, int from, int to) implements Choosing.Condition {

    @Override
    public void addTo(ChoiceModel model) {
        for (EpciChoices epci : model.envelope().epcis().subList(from, to)) {
            int option = epci.options().indexOf(programme.of(epci));
            model.model().addEquality(model.takes(epci, option), 1);
        }
    }
}
